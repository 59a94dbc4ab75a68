#include "unit/report/shared_reports.hpp"

#include <algorithm>

namespace ehc::finding::shared {

namespace {

using plan::Letter;

Place at_paragraph(std::uint32_t paragraph, std::string words = {}, std::string context = {}) {
    Place place;
    place.origin.block = paragraph + 3;
    place.origin.paragraph = paragraph;
    place.origin.span = {paragraph * 100, paragraph * 100 + static_cast<std::uint32_t>(words.size())};
    if (const auto at = context.find(words); !words.empty() && at != std::string::npos)
        place.at = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    place.words = std::move(words);
    place.context = std::move(context);
    return place;
}

Place at_line(std::uint32_t line, std::uint32_t column, std::string words, std::string context) {
    Place place = at_paragraph(line, std::move(words), std::move(context));
    place.origin.paragraph = 0;
    place.origin.line = line;
    place.origin.column = column;
    return place;
}

Finding need_without_provision() {
    Finding f;
    f.rule = "EHC-G01";
    f.slug = "need-without-provision";
    f.severity = Severity::critical;
    f.basis = Basis::case_law;
    f.category = "golden-thread";
    f.title = "Every need has provision";
    f.message = "No provision in Section F meets this need: recall of number bonds.";
    f.fix = "Add provision to Section F for this need, or say in Section B that it is met by ordinary teaching.";
    f.family = "Every difficulty that the plan describes should have help written against it.";
    f.citations = {"R v Secretary of State ex p E [1992] 1 FLR 377", "SEND Code of Practice 2015 para 9.69"};
    f.section = Letter::B;
    f.places = {at_paragraph(12, "recall of number bonds",
                             "Amara has difficulty with the recall of number bonds to 20 and needs to see each sum laid out.")};
    f.fingerprint = "5d0c9a3be1f0427c";
    return f;
}

Finding vague_provision(std::uint32_t paragraph, std::vector<std::string> words, const std::string& context) {
    Finding f;
    f.rule = "EHC-F01";
    f.slug = "provision-vague";
    f.severity = Severity::major;
    f.basis = Basis::case_law;
    f.category = "specificity";
    f.title = "Provision says how much and how often";
    f.message = "\"" + words.front() + "\" does not say how much or how often.";
    f.fix = "Say who does it, how often, for how long each time, and how many pupils share it.";
    f.citations = {"SEND Code of Practice 2015 para 9.69", "Worcestershire CC v SE [2020] UKUT 217 (AAC) para 74"};
    f.section = Letter::F;
    for (std::string& word : words)
        f.places.push_back(at_paragraph(paragraph, std::move(word), context));
    f.fingerprint = "a1b2c3d4e5f60" + std::to_string(paragraph);
    return f;
}

Finding old_advice() {
    Finding f;
    f.rule = "EHC-K03";
    f.slug = "advice-out-of-date";
    f.severity = Severity::minor;
    f.basis = Basis::local;
    f.category = "outdated-advice";
    f.title = "Professional advice is recent enough to rely on";
    f.message = "educational psychologist advice by Dr Ruth Adeyemi was 4 years 2 months old when the plan was made (dated "
                "2 March 2021). The law sets no figure.";
    f.fix = "Ask the service for new advice, or record why all agree that the existing advice is still sufficient.";
    f.citations = {"SEND Regulations 2014 reg 6(4)", "SEND Code of Practice 2015 para 9.47"};
    f.section = Letter::K;
    f.places = {at_paragraph(88, "2 March 2021", "Educational psychology report, Dr Ruth Adeyemi, 2 March 2021")};
    f.fingerprint = "77aa77aa77aa77aa";
    return f;
}

Finding no_review_date() {
    Finding f;
    f.rule = "EHC-S12";
    f.slug = "review-date-missing";
    f.severity = Severity::major;
    f.basis = Basis::law;
    f.category = "structure";
    f.title = "The plan says when it will be reviewed";
    f.message = "The plan gives no date for its next review.";
    f.fix = "Write the date by which the next annual review must be completed.";
    f.citations = {"Children and Families Act 2014 s.44(1)"};
    f.places = {at_paragraph(3)};
    f.fingerprint = "0f0f0f0f0f0f0f0f";
    return f;
}

Finding long_sentence() {
    Finding f;
    f.rule = "EHC-Q07";
    f.slug = "section-hard-to-read";
    f.severity = Severity::advice;
    f.basis = Basis::practice;
    f.category = "plain-english";
    f.title = "Sentences can be read in one go";
    f.message = "This sentence has 61 words.";
    f.citations = {"Council for Disabled Children, EHC plan good practice (2023)"};
    f.section = Letter::A;
    const std::string sentence =
        "Amara, who has lived with her grandmother Grace since she was three and who visits her mother at the weekend when "
        "the trains allow it, likes drawing horses, hopes to work with animals when she is older, finds the dining hall too "
        "loud on most days, and would like her teachers to give her warning before a lesson changes, because surprises make "
        "her stomach hurt.";
    f.places = {at_paragraph(6, sentence, sentence)};
    f.fingerprint = "9e9e9e9e9e9e9e9e";
    return f;
}

Unchecked unchecked(std::string rule, std::string slug, std::string because, std::uint32_t paragraph, bool not_given = false) {
    Unchecked one;
    one.rule = std::move(rule);
    one.slug = std::move(slug);
    one.because = std::move(because);
    one.not_given = not_given;
    one.origin = at_paragraph(paragraph).origin;
    if (!not_given)
        one.section = Letter::K;
    return one;
}

// The rules that the shared reports are about, and one that all plans pass and one that is about none of them.
std::vector<RuleInfo> rules() {
    std::vector<RuleInfo> infos;
    for (const Finding& one : {need_without_provision(), vague_provision(1, {"as required"}, ""), old_advice(), no_review_date(), long_sentence()})
        infos.push_back({one.rule, one.slug, one.title, one.section == Letter::K ? "advice" : "provision", one.severity, one.basis, one.category,
                         one.citations, "The plan says {words} & <nothing> more.", one.fix, {}});
    infos[2].parameters = {{"advice_warn", "24 months, education_setting: 12 months", "Age at which advice should be refreshed. Local policy: the law sets no age."}};
    const auto other = [&](std::string id, std::string slug, std::string pack) {
        infos.push_back({std::move(id), std::move(slug), "A requirement", std::move(pack), Severity::minor, Basis::practice, "structure", {"SI 2014/1530"}, "It does not hold.", "", {}});
    };
    other("EHC-A18", "aspiration-in-own-words", "provision");
    other("EHC-K04", "advice-after-plan", "advice");
    other("EHC-K10", "advice-dated-later", "advice");
    other("EHC-L02", "outcome-unchanged", "advice");
    other("EHC-P01", "held-by-all", "provision");
    other("EHC-T04", "about-none", "provision");
    std::sort(infos.begin(), infos.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return infos;
}

std::vector<RuleCount> counts_by_rule() {
    std::vector<RuleCount> counts;
    for (const RuleInfo& rule : rules())
        counts.push_back(rule.id == "EHC-P01" ? RuleCount{96, 2} : rule.id == "EHC-T04" ? RuleCount{0, 12} : RuleCount{});
    return counts;
}

DocumentReport plan_of_amara() {
    DocumentReport d;
    d.path = "plans/amara.docx";
    d.sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    d.format = "docx";
    d.kind = plan::Kind::plan;
    d.status = plan::Status::final;
    d.recognised_as = "an EHC plan (final)";
    d.why = "sections A to K are headed; a date of birth is filled in";
    d.plan_id = "EX-0042";
    d.plan_date = "2025-05-12";
    const std::string regular = "Regular help from a teaching assistant as appropriate, from time to time in small groups and "
                                "where possible with a friend.";
    d.findings = {need_without_provision(),
                  no_review_date(),
                  vague_provision(41, {"Regular", "as appropriate", "from time to time", "where possible"}, regular),
                  vague_provision(43, {"access to"}, "Amara will have access to a quiet room."),
                  old_advice(),
                  long_sentence()};
    sort(d.findings);
    d.unchecked = {unchecked("EHC-K04", "advice-after-plan", "advice 2 has no date", 89),
                   unchecked("EHC-K10", "advice-dated-later", "advice 2 has no date", 89),
                   unchecked("EHC-K10", "advice-dated-later", "advice 3 has no date", 90),
                   unchecked("EHC-L02", "outcome-unchanged", "the version before was not given", 0, true)};
    Question question;
    question.rule = "EHC-A18";
    question.slug = "aspiration-in-own-words";
    question.question = "Do these read as the child's own words?";
    question.evidence = {"I want to be a vet for horses.", "I would like the hall to be quieter."};
    question.section = Letter::A;
    question.origin = at_paragraph(5).origin;
    d.questions = {question};
    d.notes = {"3 tracked changes, read as accepted"};
    d.passed = 96;
    d.not_applicable = 14;
    d.by_rule = counts_by_rule();
    return d;
}

Report report_of(std::vector<DocumentReport> documents) {
    Report report;
    report.version = "0.1.0";
    report.as_at = "2026-11-23";
    report.rules = rules();
    report.packs = {{"advice", "2026.11", "sha256:1111"}, {"provision", "2026.11", "sha256:2222"}};
    report.settings = {{"advice_warn", "value", "18 months", "pack local (local.rules:4)"}};
    report.summary = summarise(documents);
    report.documents = std::move(documents);
    return report;
}

} // namespace

Report empty() {
    Report report = report_of({});
    report.packs.clear();
    report.settings.clear();
    report.rules.clear();
    return report;
}

Report ordinary() {
    Report report = report_of({plan_of_amara()});
    report.summary.rules_without_subject = {"EHC-L15", "EHC-T04"};
    return report;
}

Report several() {
    DocumentReport clean;
    clean.path = "plans/clean.xml";
    clean.sha256 = std::string(64, 'c');
    clean.format = "xml";
    clean.kind = plan::Kind::plan;
    clean.status = plan::Status::draft;
    clean.recognised_as = "an EHC plan (draft)";
    clean.why = "the file is plan XML";
    clean.plan_date = "2026-03";
    clean.passed = 110;
    clean.by_rule = counts_by_rule();

    DocumentReport broken;
    broken.path = "plans/scan.docx";
    broken.error = "this is not a Word document: the zip holds no word/document.xml; save it as .docx and try again";

    DocumentReport minutes;
    minutes.path = "plans/minutes.docx";
    minutes.sha256 = std::string(64, 'd');
    minutes.format = "docx";
    minutes.kind = plan::Kind::other;
    minutes.recognised_as = "not an EHC document";
    minutes.why = "no section is headed, and no word of an EHC plan stands on the first page";

    DocumentReport xml = plan_of_amara();
    xml.path = "plans/zoe.xml";
    xml.format = "xml";
    xml.findings = {vague_provision(43, {"access to"}, "Zo\u00eb will have access to a quiet room."), old_advice()};
    xml.findings[0].places = {at_line(120, 17, "access to", "Zo\u00eb will have access to a quiet room.")};
    xml.findings[1].places = {at_line(301, 5, "2 March 2021", "")};
    for (std::uint32_t i = 1; i < 41; ++i)
        xml.findings[0].places.push_back(at_line(120 + i, 9, "access to", "Zo\u00eb will have access to the hall."));
    xml.unchecked.clear();
    xml.questions.clear();
    xml.notes.clear();

    DocumentReport amara = plan_of_amara();
    amara.suppressed = {{amara.findings.back(), "The family asked for this wording", "J. Okafor, SEN manager", "2026-12-31"}};
    amara.findings.pop_back();
    amara.known = {amara.findings.back()};
    amara.findings.pop_back();
    amara.gone = {{"EHC-F08", "1f2e3d4c5b6a79880716253443526170", plan::Letter::F, 2}};

    Report report = report_of({clean, broken, minutes, xml, amara});
    report.group_names = {"School", "Case officer"};
    for (DocumentReport& document : report.documents)
        document.groups = {document.path == "plans/zoe.xml" ? "" : "Hill School, \"upper\"", document.path == "plans/amara.docx" ? "J. Okafor" : "P. Marsh"};
    report.profile = "Exampleshire County Council";
    report.with_suppressions = report.with_baseline = true;
    report.off = {{"EHC-R01", "We measure reading ease elsewhere"}};
    report.own_rules = {{"EHC-Y01", "suppression-expired", "An accepted exception has not run out", "", Severity::minor, Basis::local, "suppressions",
                         {"The list of accepted exceptions"}, "The exception for {rule} ran out on {until}.", "", {}}};
    return report;
}

Report hostile() {
    using namespace std::string_literals;
    DocumentReport d = plan_of_amara();
    d.path = "plans/<&> \"quoted\" \x1b[2J\xff.docx";
    d.recognised_as = "an EHC plan \x1b]0;title\x07 (final)";
    d.why = "line one\nline two\r\n\tindented \xe2\x80\xae" "desrever\xe2\x80\xac";
    d.findings.clear();

    Finding quotes = need_without_provision();
    quotes.message = "</script><b>\"bold\" & 'plain'</b> ]]> \\ / % \x01\x1f\x7f";
    quotes.places = {at_paragraph(1, "<b>\"&\"</b>", "A <b>\"&\"</b> in the text, and a \x1b[31mred\x1b[0m one.")};
    d.findings.push_back(quotes);

    Finding wide = vague_provision(2, {"\xf0\x9f\x90\x8e"}, "Amara \xe5\xa5\xbd loves \xf0\x9f\x90\x8e and cafe\xcc\x81 \xe2\x80\x94 \xc2\xa3" "5 \xe2\x80\x98now\xe2\x80\x99");
    wide.message = "non-BMP \xf0\x9f\x90\x8e, a lone surrogate \xed\xa0\xbd, overlong \xc0\xaf, cut short \xf0\x9f\x90";
    d.findings.push_back(wide);

    Finding endless = old_advice();
    endless.message = std::string(300, 'x') + " and on";
    endless.places = {at_paragraph(3, "the fault", std::string(500, 'a') + " before the fault after " + std::string(500, 'z'))};
    endless.places.front().origin.from_ocr = true;
    d.findings.push_back(endless);

    Finding zero = long_sentence();
    zero.message = "a NUL\0here, a C1 \xc2\x9b" "31m, a line separator \xe2\x80\xa8, a soft\xc2\xadhyphen"s;
    zero.places.front().at = {5, 100000};
    d.findings.push_back(zero);

    d.unchecked.front().because = "\x1b[1A\x1b[2K advice \"2\" has no date";
    d.questions.front().evidence = {"\"><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", ""};
    d.notes = {"note \x08\x08\x08 with backspaces"};
    d.groups = {"=cmd|' /C calc'!A0 </td><script>\x1b[2J"};
    Report report = report_of({d});
    report.group_names = {"+School <b>|\x1b[31m"};
    return report;
}

} // namespace ehc::finding::shared

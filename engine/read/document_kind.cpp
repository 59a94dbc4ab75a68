#include "read/document_kind.hpp"

#include "read/wording.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

using plan::Kind;
using plan::Letter;

constexpr std::size_t fewest_sections_of_a_plan = 4;
constexpr std::size_t title_lines = 12;          // lines with words in which a document says what it is
constexpr std::uint32_t longest_title = 18;      // words
constexpr std::size_t few_words_a_section = 25;  // of a form in which nothing is filled in
constexpr std::size_t fewest_words_a_section = 5; // of a plan in which something is
constexpr std::size_t most_words_of_a_form = 60;  // a section, with its instructions
constexpr std::size_t many_merge_fields = 5;
constexpr std::uint32_t longest_sign = 30;        // words of a line that is a part's head or names the author
constexpr std::size_t longest_blank_advice = 400; // words, of labels and instructions

constexpr std::string_view review_titles[] = {
    "annual review report", "annual review form", "annual review of", "annual review record", "annual review meeting", "record of annual review", "report of annual review", "review of ehc plan",
    "review of education health and care plan", "ehc plan review", "ehcp review", "ehc plan annual review", "ehcp annual review", "interim review", "early review", "early annual review",
    "person centred review", "person centred annual review", "review of the ehc plan", "review of an ehc plan", "review of the education health and care plan",
    "review of an education health and care plan", "education health and care plan annual review", "education health and care plan review", "annual review part", "annual review paperwork",
    "annual review pro forma", "annual review proforma", "transition review form", "annual review outcome", "report of the annual review", "report of annual review meeting", "minutes of annual review",
};
constexpr std::string_view plan_titles[] = {"education health and care plan", "ehc plan", "ehcp", "education health care plan", "eh and c plan", "my plan", "education health and care ehc plan"};
// Titles that only advice has. A plan's list of advice names them too, but a plan has its list.
constexpr std::string_view sure_advice_titles[] = {
    "education advice", "educational advice", "health advice", "health care advice", "medical advice", "social care advice", "psychological advice", "psychology advice",
    "educational psychologist advice", "educational psychologist's advice", "parental advice", "parent advice", "parent carer advice", "school advice", "early years advice",
    "setting advice", "specialist teacher advice", "specialist teacher's advice", "therapy advice", "physiotherapy advice", "occupational therapy advice", "speech and language therapy advice",
    "professional advice", "statutory advice", "advice report", "psychological report", "educational psychology report", "educational psychologist report", "educational psychologist's report",
    "speech and language therapy report", "speech and language therapist report", "speech and language therapist's report", "speech and language report", "occupational therapy report",
    "occupational therapist report", "occupational therapist's report", "physiotherapy report", "physiotherapist report", "physiotherapist's report", "paediatric report", "paediatrician's report",
    "advice for an education health and care needs assessment", "advice for education health and care needs assessment", "advice for an ehc needs assessment", "advice for ehc needs assessment",
    "advice towards an education health and care needs assessment", "advice towards an ehc needs assessment", "needs assessment report",
};
constexpr std::uint32_t longest_advice_head = 8; // words of a head within a paper that gathers several pieces of advice
constexpr std::string_view advice_titles[] = {
    "advice", "report", "assessment", "psychological advice", "medical advice", "social care advice", "education advice", "educational advice", "parental advice", "parent's views", "parental views",
    "appendix", "appendices", "school advice", "statement of", "information and advice", "contribution to",
};
constexpr std::string_view advice_signs[] = {
    "recommendations", "recommendation", "assessment", "hcpc", "reason for referral", "reason for assessment", "background information", "sources of information", "date of assessment", "assessment date",
    "report author", "author", "observation", "observations", "test results", "standard score", "percentile", "date of report", "report date", "conclusion", "conclusions", "summary and recommendations",
    "current support provision", "support strategies", "attainment", "date last seen", "presenting difficulties", "areas of difficulty", "assessment methods used",
    "recommended provision", "provision recommended", "date of advice", "this report is based on", "date of consultation", "date of online consultation", "areas of need", "advice giver", "formal assessments", "medical history", "involvement to date", "summary of involvement",
};
// Words by which a title says that the paper is about plans: a guide, a checklist, a letter to copy.
constexpr std::string_view sure_guide_titles[] = {"guidance", "guidance notes", "guide", "guides", "guidelines", "checklist", "toolkit", "factsheet", "fact sheet", "leaflet", "handbook"};
constexpr std::string_view guide_titles[] = {
    "guidance", "guide", "guides", "guidelines", "guidance notes", "notes for", "information for", "information sheet", "factsheet", "fact sheet", "leaflet", "handbook", "toolkit", "checklist",
    "examples of good practice", "good practice", "a resource for", "how to", "what is", "what are", "what to", "what should", "frequently asked", "faq", "faqs", "understanding", "confused about",
    "explained", "tips", "training", "top tips", "writing advice", "writer guidance", "prompt", "instructions",
};
// What such a paper says: to its reader, of plans in general and of what they have to hold.
constexpr std::string_view guide_words[] = {
    "your child", "your child's", "your young person", "your son", "your daughter", "you should", "you can", "you could", "you must", "you need", "you may", "you might", "you want", "you have", "you are",
    "if you", "your plan", "your local authority", "your advice", "ehc plan", "ehc plans", "ehcp", "ehcps", "ehc needs assessment", "education health and care plan", "education health and care plans",
    "a plan", "the plan", "draft plan", "every plan", "code of practice", "regulations", "local authorities", "local authority must", "local authority should", "local authority has to", "must include",
    "should include", "must be", "should be", "must specify", "should specify", "must describe", "should describe", "should set out", "must set out", "should say", "should contain", "must contain",
    "the child or young person", "a child or young person", "children and young people", "child or young person's", "child young person's", "section a", "section b", "section c", "section d",
    "section e", "section f", "section g", "section h", "section h 1", "section h 2", "section i", "section j", "section k", "each section", "this section", "check that", "check whether", "check for",
    "legally binding", "legal requirement", "enforceable", "for example", "does the", "is the provision", "are the", "are there", "do not", "avoid", "example",
};
// Words that speak of one child, whether named or not.
constexpr std::string_view child_words[] = {"he", "she", "him", "his", "her", "hers", "himself", "herself", "i", "me", "my", "mine", "myself"};
constexpr std::string_view ehc_words[] = {"ehc plan", "ehc plans", "ehcp", "ehcps", "education health and care plan", "education health and care plans"};

struct TitleLine {
    const Block* block;
    Words words;
};

std::vector<TitleLine> first_lines(const Document& document) {
    std::vector<TitleLine> lines;
    for (const Block& block : document.blocks) {
        if (lines.size() == title_lines)
            break;
        if (block.place == plan::Place::header || block.place == plan::Place::footer || block.place == plan::Place::note || block.contents_entry || is_blank(block.text.value))
            continue;
        lines.push_back({&block, Words(block.text.value)});
    }
    return lines;
}

std::string letters_in_words(const std::vector<Letter>& letters) {
    std::string list;
    for (std::size_t i = 0; i < letters.size(); ++i)
        list += (i == 0 ? "" : i + 1 == letters.size() ? " and " : ", ") + std::string(plan::name_of(letters[i]));
    return list;
}

std::vector<Letter> headed_letters(const Outline& outline) {
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        if (outline.sections[i].headed)
            letters.push_back(static_cast<Letter>(i));
    return letters;
}

std::string sections_in_words(const Outline& outline) {
    const std::vector<Letter> letters = headed_letters(outline);
    if (letters.size() == plan::letter_count)
        return "sections A to K are headed";
    if (letters.empty())
        return {};
    return (letters.size() == 1 ? "section " : "sections ") + letters_in_words(letters) + (letters.size() == 1 ? " is headed" : " are headed");
}

void add(std::string& why, const std::string& sign) {
    if (!sign.empty())
        why += (why.empty() ? "" : "; ") + sign;
}

// What is filled in, and what is not.
struct Filling {
    std::size_t words = 0;         // of content in sections
    std::size_t filled = 0;        // sections with content
    std::size_t found = 0;         // sections there
    std::size_t placeholders = 0;
    std::size_t guidance_words = 0;
    std::size_t empty_cells = 0;
    std::size_t all_words = 0;
};

// "[Name] likes", "<name>'s needs", "[his/her]": a form speaks of whoever it will be filled in for.
bool has_bracket_field(std::string_view text) {
    constexpr std::string_view fields[] = {"name", "name's", "first name", "first name's", "forename", "child", "child's", "child's name", "cyp", "cyp name", "cyp's", "young person", "young person's", "pupil", "pupil's",
                                           "pupil name", "surname", "known as", "insert", "his her", "he she", "him her", "dob", "date", "insert name", "name of child", "school", "setting", "yp", "yp's"};
    for (const auto& [open, close] : {std::pair{'[', ']'}, std::pair{'<', '>'}})
        for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
            const std::size_t end = text.find(close, at);
            if (end != std::string_view::npos && Words(text.substr(at, end - at)).is_any(fields))
                return true;
        }
    return false;
}

Filling filling_of(const Outline& outline, const plan::Plan& plan) {
    Filling filling;
    for (const Line& line : outline.lines) {
        filling.all_words += line.words.count();
        if (line.use == Use::placeholder || (line.use != Use::running && line.use != Use::contents && (has_merge_field(line.block->text.value) || has_bracket_field(line.block->text.value))))
            ++filling.placeholders;
        else if (line.use == Use::guidance)
            filling.guidance_words += line.words.count();
        else if (line.use == Use::empty && line.block->cell)
            ++filling.empty_cells;
        else if (line.use == Use::content && !line.sections.empty() && !line.in(Letter::K))
            filling.words += line.words.count();
    }
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        filling.found += outline.sections[i].found() ? 1U : 0U;
        filling.filled += plan.sections[i].text.stated() && static_cast<Letter>(i) != Letter::K ? 1U : 0U;
    }
    return filling;
}

bool answered(plan::State state) { return state == plan::State::stated || state == plan::State::unreadable; }

// A form to be filled in: nobody's name and birth date, prompts or blanks where a child's content would be.
bool is_template(const Filling& filling, const plan::Plan& plan, bool says_template) {
    // Words that are no date beside the label are an answer only where a child is named.
    if (plan.child.date_of_birth.stated() || (answered(plan.child.date_of_birth.state) && plan.child.name.stated()))
        return false;
    // "Name: Forename, middle names, SURNAME": what a template with guidance asks for is no name.
    if (plan.child.name.stated() && !(says_template && filling.placeholders >= many_merge_fields))
        return false;
    const bool thin = filling.words <= few_words_a_section * filling.found;
    const bool prompts = filling.placeholders >= many_merge_fields;
    const bool hollow = filling.filled * 3 <= filling.found;
    const bool asks = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing;
    if (says_template && (thin || prompts || plan.child.name.stated()))
        return true;
    const bool bare = filling.words <= fewest_words_a_section * filling.found;
    // Nobody is named, and nothing is to be achieved or provided.
    const bool nothing_set = plan.outcomes.empty() && plan.provisions.empty() && filling.words <= most_words_of_a_form * filling.found;
    if (asks && (bare || nothing_set))
        return true;
    if (hollow)
        return prompts || asks || filling.empty_cells > 0 || filling.guidance_words > 0 || filling.words == 0;
    return thin && prompts && filling.placeholders * 2 >= filling.found;
}

std::size_t times(const Document& document, std::span<const std::string_view> phrases) {
    std::size_t count = 0;
    for (const Block& block : document.blocks)
        count += Words(block.text.value).has_any(phrases) ? 1U : 0U;
    return count;
}

// How much of a text speaks of plans in general, and how much of a child.
struct Speech {
    std::size_t lines = 0;
    std::size_t of_plans = 0;
    bool of_a_child = false;
    bool titled = false; // the first lines say that it may be a guide
    bool surely = false; // ... and that it is one
};

Speech speech_of(const Document& document, const Outline& outline) {
    Speech speech;
    speech.titled = Words(document.title).has_any(guide_titles);
    for (const TitleLine& line : first_lines(document)) {
        if (line.words.count() > longest_title || line.block->cell || line.words.original().ends_with('.'))
            continue;
        speech.titled = speech.titled || line.words.has_any(guide_titles);
        speech.surely = speech.surely || line.words.has_any(sure_guide_titles);
    }
    constexpr std::string_view either[] = {"his or her", "his her", "he or she", "he she", "him or her", "him her"};
    for (const Line& line : outline.lines) {
        if (line.use == Use::running || line.use == Use::contents || line.use == Use::empty || line.use == Use::placeholder || line.words.count() < 3)
            continue;
        if (line.use == Use::heading && line.content_from >= line.words.original().size())
            continue;
        ++speech.lines;
        const bool general = line.use == Use::guidance || line.words.has_any(guide_words);
        speech.of_plans += general ? 1U : 0U;
        speech.of_a_child = speech.of_a_child || (!general && line.words.has_any(child_words) && !line.words.has_any(either));
    }
    return speech;
}

// A text about plans: nobody is named in it nor asked for, and it speaks of plans rather than of a child.
bool is_guide(const Speech& speech, const Filling& filling, const plan::Plan& plan, bool whole) {
    if (plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || speech.lines == 0)
        return false;
    if ((speech.titled && speech.of_plans * 4 >= speech.lines) || (speech.surely && !whole && speech.of_plans != 0))
        return true;
    if (filling.empty_cells != 0 || filling.placeholders >= many_merge_fields)
        return false;
    return speech.of_plans * 2 >= speech.lines || (whole && !speech.of_a_child && filling.words != 0);
}

constexpr std::string_view guide_found = "guidance about EHC plans, not a plan";

// How many parts of a report it has.
std::size_t signs_of_advice(const Document& document) {
    std::vector<std::string_view> seen;
    for (const Block& block : document.blocks) {
        const Words words(block.text.value);
        if (words.count() > longest_sign)
            continue;
        const bool heads = block.heading_level != 0 || block.all_bold || words.count() <= 6;
        for (const std::string_view sign : advice_signs)
            if (heads && words.has(sign) && std::ranges::find(seen, sign) == seen.end())
                seen.push_back(sign);
    }
    return seen.size();
}

// Its title names a kind of advice, or it gathers several; a plan has a placement and a list of advice besides.
std::optional<KindFound> titled_advice(const Document& document, const Outline& outline, const Filling& filling, const plan::Plan& plan) {
    if (outline.section(Letter::I).headed || outline.section(Letter::K).headed)
        return std::nullopt;
    const auto names_advice = [](const Words& words) {
        return std::ranges::find_if(sure_advice_titles, [&](std::string_view title) { return words.has(title); });
    };
    const auto* title = std::end(sure_advice_titles);
    for (const TitleLine& line : first_lines(document))
        if (line.words.count() <= longest_title && !line.block->cell && !line.words.original().ends_with('.') && title == std::end(sure_advice_titles))
            title = names_advice(line.words);
    std::vector<std::string_view> heads;
    for (const Line& line : outline.lines)
        if (!line.block->cell && line.words.count() <= longest_advice_head && (line.strong() || line.words.original().ends_with(':')))
            if (const auto* named = names_advice(line.words); named != std::end(sure_advice_titles) && std::ranges::find(heads, *named) == heads.end())
                heads.push_back(*named);
    if (title == std::end(sure_advice_titles) && heads.size() < 2)
        return std::nullopt;
    // A thread of a forum has such a title too; advice names a child, or has the parts of a report.
    const bool form = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || outline.headed() + outline.by_words() != 0;
    if (!form && heads.size() < 2 && signs_of_advice(document) == 0)
        return std::nullopt;
    const bool blank = !answered(plan.child.name.state) && !answered(plan.child.date_of_birth.state) && filling.all_words <= longest_blank_advice;
    return KindFound{Kind::advice, blank ? "a blank form for advice" : "an advice report",
                     title != std::end(sure_advice_titles) ? "its title names " + std::string(*title) : "it gathers " + std::string(heads[0]) + " and " + std::string(heads[1])};
}

// An author or role, and an assessment or recommendations.
std::optional<KindFound> advice_kind(const Document& document, const Outline& outline) {
    std::string why;
    std::optional<plan::Role> role;
    bool titled = false;
    for (const TitleLine& line : first_lines(document)) {
        if (line.words.count() > longest_title)
            continue;
        titled = titled || line.words.has_any(advice_titles);
        if (!role)
            role = choice_in<plan::Role>(line.words);
    }
    const std::size_t signs = signs_of_advice(document);
    bool author = false;
    for (const Block& block : document.blocks) {
        const Words words(block.text.value);
        if (words.count() <= longest_sign)
            author = author || words.has("report author") || words.has("author") || words.has("hcpc") || words.has("report by") || words.has("completed by") || words.has("signed") ||
                     words.has("prepared by") || words.has("written by") || words.has("advice giver");
    }
    if (!(titled || author) || signs < 2 || (!role && !author && signs < 3))
        return std::nullopt;
    if (outline.headed() >= fewest_sections_of_a_plan)
        return std::nullopt;
    if (role)
        add(why, "the first lines name the role: " + std::string(plan::words_of(*role)));
    if (author)
        add(why, "an author is named");
    add(why, "it has an assessment or recommendations and no lettered sections of a plan");
    return KindFound{Kind::advice, "an advice report", why};
}

// Papers that stand beside EHC plans and have needs, outcomes and provision of their own.
constexpr std::string_view request_titles[] = {
    "request for an education health and care needs assessment", "request for education health and care needs assessment", "request for an education health and care assessment",
    "request for an ehc needs assessment", "request for ehc needs assessment", "ehc needs assessment request", "ehcna request", "request for an ehcna", "request for statutory assessment",
    "request for an assessment of special educational needs", "education health and care needs assessment request", "parental request for an ehc*", "request for ehc*",
    "request for education health and care", "education health and care assessment application", "ehc assessment application", "ehc needs assessment application",
    "application for an education health and care", "application for an ehc*", "education health and care assessment request", "ehc assessment request",
};
constexpr std::string_view other_plan_titles[] = {
    "sen support plan", "send support plan", "school support plan", "individual education plan", "individual support plan", "individual learning plan", "provision map", "pupil passport",
    "one page profile", "personal education plan", "individual healthcare plan", "individual health care plan", "early help plan", "child in need plan", "pathway plan", "behaviour support plan",
    "pastoral support plan", "individual provision plan", "send provision plan", "assess plan do review",
};

std::optional<KindFound> other_paper(const Document& document) {
    constexpr std::size_t lines_of_title = 4;
    const std::vector<TitleLine> lines = first_lines(document);
    for (std::size_t i = 0; i < std::min(lines.size(), lines_of_title); ++i) {
        const TitleLine& line = lines[i];
        if (line.words.count() > longest_title || line.block->cell || line.words.original().ends_with('.'))
            continue;
        if (line.words.has_any(request_titles))
            return KindFound{Kind::other, "a request for an EHC needs assessment, not a plan", "its title names such a request"};
        if (line.words.has_any(other_plan_titles) && !line.words.has_any(ehc_words) && !line.words.has("section*"))
            return KindFound{Kind::other, "another plan for a child, not an EHC plan", "its title names it, and it has no sections of an EHC plan"};
    }
    return std::nullopt;
}

// The record of a review without a title: when it was held, and who was there or what is to change.
std::optional<KindFound> untitled_review_form(const Document& document) {
    constexpr std::size_t lines_of_front = 60;
    constexpr std::string_view held[] = {"date of this review", "date of this review meeting", "date of review meeting", "date of annual review meeting", "date of the review meeting", "date of this annual review"};
    constexpr std::string_view record[] = {
        "those present", "people invited", "invited to this review", "invited to the review", "report requested", "report received", "attended review", "attended the review",
        "significant changes proposed", "significant changes to", "proposed amendments to the", "advice submitted for review", "recommendations of the review", "recommendation of the review",
        "progress since last review", "progress since the last review",
    };
    bool when = false;
    std::size_t signs = 0, lines = 0;
    for (const Block& block : document.blocks) {
        if (block.place != plan::Place::body || is_blank(block.text.value))
            continue;
        const Words words(block.text.value);
        if (lines++ < lines_of_front && words.count() <= 30)
            when = when || words.has_any(held);
        if (words.count() <= 40)
            signs += words.has_any(record) ? 1U : 0U;
    }
    if (!when || signs < 2)
        return std::nullopt;
    return KindFound{Kind::review_form, "an annual review form", "it has the date of the review, and who was there or what is to change"};
}

} // namespace

std::optional<KindFound> kind_by_title(const Document& document) {
    const std::vector<TitleLine> lines = first_lines(document);
    const auto in_title = [&](std::string_view phrase) {
        return std::ranges::any_of(lines, [&](const TitleLine& line) { return line.words.count() <= longest_title && line.words.has(phrase); }) || Words(document.title).has(phrase);
    };
    if (in_title("individual development plan") && (in_title("additional learning needs") || in_title("aln") || times(document, std::array{std::string_view("additional learning needs"), std::string_view("aln"), std::string_view("cdu")}) != 0))
        return KindFound{Kind::other, "an individual development plan (Wales), not an EHC plan", "the first lines name an individual development plan and additional learning needs"};
    if (in_title("co ordinated support plan") || in_title("coordinated support plan"))
        return KindFound{Kind::other, "a co-ordinated support plan (Scotland), not an EHC plan", "the first lines name a co-ordinated support plan"};
    // An Education, Health and Care Plan "in place of a Statement of Special Educational Needs" is one by "the education authority".
    const bool statement = (in_title("statement of special educational needs") || in_title("statement of sen")) && times(document, ehc_words) == 0;
    if (statement && (times(document, std::array{std::string_view("northern ireland"), std::string_view("education authority"), std::string_view("education northern ireland order 1996"), std::string_view("elb")}) != 0))
        return KindFound{Kind::other, "a statement of special educational needs (Northern Ireland), not an EHC plan", "the first lines name a statement, and the text the Education Authority"};
    if (statement)
        return KindFound{Kind::other, "a statement of special educational needs, not an EHC plan", "the first lines name a statement, and nothing names an EHC plan"};
    for (const TitleLine& line : lines) {
        const Words& words = line.words;
        if (words.count() > longest_title || words.has("date*") || words.has("due") || words.has("next") || words.has("final") || words.has("draft") || words.has("last") || words.has_any(guide_titles))
            continue;
        const bool titled = line.block->heading_level != 0 || line.block->all_bold || line.block == lines.front().block || (!line.block->cell && words.original().find(':') == std::string_view::npos);
        if (titled && !words.original().ends_with('.') && words.has_any(review_titles))
            return KindFound{Kind::review_form, "an annual review form", "its title names an annual review"};
    }
    if (const auto form = untitled_review_form(document))
        return form;
    return std::nullopt;
}

KindFound kind_of(const Document& document, const Outline& outline, const plan::Plan& plan) {
    const bool empty = std::ranges::none_of(outline.lines, [](const Line& line) { return line.words.count() != 0; });
    if (empty)
        return {Kind::other, "a document without text", "no words could be read in it"};
    const std::size_t headed = outline.headed(), by_words = outline.by_words();
    const Filling filling = filling_of(outline, plan);
    bool titled_plan = Words(document.title).has_any(plan_titles);
    bool says_template = Words(document.title).has("template");
    for (const TitleLine& line : first_lines(document)) {
        if (line.words.count() > longest_title)
            continue;
        titled_plan = titled_plan || line.words.has_any(plan_titles);
        says_template = says_template || line.words.has("template");
    }
    std::string why;
    add(why, sections_in_words(outline));
    if (by_words != 0 && headed == 0)
        add(why, std::to_string(by_words) + " sections are known by the words of their headings; none has a letter");
    else if (by_words != 0)
        add(why, std::to_string(by_words) + (by_words == 1 ? " section is" : " sections are") + " known by words alone");
    if (outline.legend)
        add(why, "a list of the sections was passed over");
    const bool enough = headed >= fewest_sections_of_a_plan || (headed + by_words >= fewest_sections_of_a_plan && (headed >= 2 || titled_plan)) || by_words >= 7;
    const auto filled_in = [&] {
        if (plan.child.name.stated())
            add(why, "a child's name is filled in");
        if (plan.child.date_of_birth.stated())
            add(why, "a date of birth is filled in");
        if (plan.status.stated())
            add(why, "it says that it is " + std::string(plan::words_of(plan.status.value)));
    };
    const Speech speech = speech_of(document, outline);
    const auto guide = [&] {
        return KindFound{Kind::other, std::string(guide_found), why + (why.empty() ? "" : "; ") + std::to_string(speech.of_plans) + " of " + std::to_string(speech.lines) + " paragraphs speak of plans, and no child is named or asked for"};
    };
    if ((enough || headed != 0) && !says_template && is_guide(speech, filling, plan, enough))
        return guide();
    if (const auto paper = other_paper(document); paper && paper->words.starts_with("a request") && headed <= 1)
        return *paper;
    if (const auto advice = titled_advice(document, outline, filling, plan)) {
        if (speech.titled && is_guide(speech, filling, plan, false))
            return {Kind::other, "guidance about advice for EHC plans, not advice", "its title says so, and no child is named or asked for"};
        return *advice;
    }
    if (enough) {
        if (is_template(filling, plan, says_template)) {
            // A guide describes the sections and has no form to fill in.
            const bool form = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || filling.placeholders != 0 ||
                              filling.empty_cells != 0 || says_template;
            if (!form && filling.guidance_words > 40)
                return {Kind::other, std::string(guide_found), why + "; they hold instructions, and there is nothing to fill in"};
            add(why, filling.placeholders != 0 ? "no child is named, and prompts stand where a child's content would be"
                                               : "no child is named, and the sections are not filled in");
            return {Kind::template_, "a blank plan template", why};
        }
        filled_in();
        add(why, std::to_string(filling.filled) + " sections hold content");
        return {Kind::plan, "an EHC plan", why};
    }
    if (const auto paper = other_paper(document); paper && headed <= 1)
        return *paper;
    if (const auto advice = advice_kind(document, outline); advice && headed <= 1)
        return *advice;
    if (headed >= 1) {
        filled_in();
        const std::vector<Letter> letters = headed_letters(outline);
        return {Kind::fragment, "part of an EHC plan (section" + std::string(letters.size() == 1 ? " " : "s ") + letters_in_words(letters) + ")", why};
    }
    // Parts that a program or a colleague wrote, under the plan's own titles without letters.
    constexpr std::size_t many_by_words = 3;
    const bool needs_and_help = (outline.section(Letter::B).found() && outline.section(Letter::F).found()) || by_words > many_by_words;
    if ((by_words >= 1 && titled_plan && plan.child.name.stated()) || (by_words >= many_by_words && needs_and_help && filling.filled >= many_by_words - 1)) {
        filled_in();
        return {Kind::fragment, "part of an EHC plan", why};
    }
    const std::size_t mentions = times(document, ehc_words);
    if (mentions != 0)
        return {Kind::other, "a text about EHC plans, not a plan", std::to_string(mentions) + (mentions == 1 ? " paragraph names" : " paragraphs name") + " EHC plans, and no section of one is headed"};
    return {Kind::other, "not an EHC plan", "no section of a plan is headed, and nothing names an EHC plan"};
}

} // namespace ehc::read

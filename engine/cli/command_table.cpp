// Which options each command takes. CLI11 only tells them from plain words; values are read by given.cpp.

#include "cli/command_table.hpp"

#include "cli/values.hpp"
#include "report/registry.hpp"

#include <CLI/CLI.hpp>

namespace ehc::cli {

namespace {

// ---- options, as they are declared

void add(CLI::App& app, const char* group, const char* names, const char* value, const std::string& doc) {
    app.add_option(names, CLI::callback_t([](const CLI::results_t&) { return true; }), doc)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name(value)
        ->group(group);
}

void add_packs(CLI::App& app) {
    add(app, rules_group, "-r,--rules", "PATH", "a rule file or folder to load besides the built-in packs; may be repeated");
    add_flag(app, rules_group, "--only-rules", "with --rules: leave the built-in packs out");
    add(app, rules_group, "--rules-dir", "FOLDER", "where the built-in packs are, if not in their usual place");
}

void add_choice(CLI::App& app) {
    add(app, rules_group, "--pack", "NAME", "only the rules of this pack; may be repeated");
    add(app, rules_group, "--rule", "RULE", "only this rule, by id or name; may be repeated");
    add(app, rules_group, "--skip", "RULE", "not this rule, by id or name; may be repeated");
}

void add_settings(CLI::App& app) {
    add(app, rules_group, "-s,--set", "NAME=VALUE", "give a rule parameter another value; may be repeated");
}

void add_files(CLI::App& app) {
    add(app, rules_group, "--profile", "FILE", "a council's settings; see `ehcaudit help profile`");
    add_flag(app, rules_group, "--no-project", "look for no project file ehcaudit.info above the documents");
}

void add_as_at(CLI::App& app) {
    add(app, documents_group, "--as-at", "DATE", "the audit date, such as 2025-06-01; today when left out");
}

void add_kind(CLI::App& app) {
    Words kinds;
    for (const auto& [name, meaning] : kind_words())
        kinds.push_back(name);
    add(app, documents_group, "-k,--kind", "KIND", "what the documents are: " + listed(kinds));
}

void add_advice(CLI::App& app) {
    add(app, documents_group, "--with-advice", "PATH", "an advice report, or a folder of them, to be compared with Section K and the provision; may be repeated");
}

void add_ocr(CLI::App& app) {
    add_flag(app, documents_group, "--ocr", "read scanned pages of PDFs with Tesseract, which must be installed; what is found there is marked");
}

void add_colour(CLI::App& app) {
    add(app, report_group, "--color", "WHEN", "colour: auto, always or never; auto also heeds NO_COLOR");
}

void add_check(CLI::App& app) {
    add_as_at(app);
    add_kind(app);
    add_advice(app);
    add_ocr(app);
    add(app, documents_group, "--time-limit", "SECONDS", "how long a document may be computed on before it is named and passed over; 120 when left out");
    add_packs(app);
    add_choice(app);
    add_settings(app);
    add_files(app);
    add(app, report_group, "-f,--format", "F[=FILE]",
        "the form of the report, and where it goes: " + listed(report::format_names()) + "; may be repeated");
    add(app, report_group, "-g,--group-by", "LIST", "count the documents by the columns of this CSV file, or by the `school` that plans state; may be repeated, see `ehcaudit help groups`");
    add(app, report_group, "--show", "SEVERITY", "the least severity printed: critical, major, minor or advice (all)");
    add(app, report_group, "--fail-on", "SEVERITY", "the least severity that makes the exit status 1, or never; major when left out");
    add(app, report_group, "--suppressions", "FILE", "accepted exceptions; see `ehcaudit help suppressions`");
    add(app, report_group, "--baseline", "FILE", "report only what is not in this baseline; see `ehcaudit help baseline`");
    add(app, report_group, "--write-baseline", "FILE", "write what was found as a baseline, and tell what came and went");
    add(app, report_group, "--fingerprint-key-file", "FILE", "a secret that fingerprints and pseudonyms are made with");
    add_flag(app, report_group, "--redact", "no names, dates, numbers or words of plans in any report; see `ehcaudit help redact`");
    add_colour(app);
    add_flag(app, report_group, "-q,--quiet", "print findings and the closing counts only");
    add_flag(app, report_group, "-v,--verbose", "print every place, every reason and more about each document");
    add(app, other_group, "-j,--jobs", "N", "how many documents to audit at once; one a core when left out");
}

void add_rules_list(CLI::App& app) {
    add_packs(app);
    add_choice(app);
    add_settings(app);
    add_files(app);
    add_flag(app, report_group, "--origin", "say what has been changed in the packs, and where: by packs of your own, a profile or --set");
}

void add_rules_show(CLI::App& app) {
    add_packs(app);
    add_settings(app);
    add_files(app);
}

void add_rules_test(CLI::App& app) {
    add_packs(app);
    add_choice(app);
    add_settings(app);
    add(app, rules_group, "--profile", "FILE", "with a council's settings: examples that rest on the packs' own figures may then fail; see `ehcaudit help profile`");
    add_flag(app, report_group, "--coverage", "name every condition that no example makes true, or none makes false");
    add_flag(app, report_group, "--boundaries", "print what each condition on dates says the day before, on and after its limit");
    add_flag(app, report_group, "-v,--verbose", "name the examples that are as they should be, too");
}

void add_rules_cost(CLI::App& app) {
    add_packs(app);
    add_choice(app);
    add_settings(app);
    add_files(app);
}

void add_rules_format(CLI::App& app) {
    add_flag(app, report_group, "--check", "change nothing: name the files that are not formatted, and give the exit status 1");
}

void add_rules_document(CLI::App& app) {
    add_packs(app);
    add_choice(app);
    add_settings(app);
    add_files(app);
    add(app, report_group, "-f,--format", "FORMAT", "markdown, or html for one page that needs nothing else; markdown when left out");
    add(app, report_group, "-o,--output", "FILE", "where it goes; standard output when left out");
}

void add_rules_new(CLI::App& app) {
    add(app, rules_group, "-r,--rules", "PATH", "a rule file or folder whose ids are taken too; may be repeated");
    add(app, rules_group, "--rules-dir", "FOLDER", "where the built-in packs are, if not in their usual place");
    add_flag(app, other_group, "--without-pack", "only the rule, for a file that has a pack already");
}

void add_explain(CLI::App& app) {
    add_as_at(app);
    add_kind(app);
    add_advice(app);
    add_ocr(app);
    add_packs(app);
    add_settings(app);
    add_files(app);
    add(app, report_group, "-f,--format", "FORMAT", "text or json");
    add_flag(app, report_group, "-v,--verbose", "show the parts that decided nothing, too");
    add_colour(app);
}

void add_nothing(CLI::App&) {}

void add_convert(CLI::App& app) {
    add(app, report_group, "-o,--output", "FILE", "where the plan XML goes; - for standard output");
    add_flag(app, report_group, "--map", "print where each section and each field of the front page was found and by what, to check it by eye");
    add_kind(app);
    add_ocr(app);
}

// ---- commands

constexpr std::array table{
    CommandRow{"check", "PATH...", "Audits documents, and all documents in folders.",
               {"check plans/amara.docx", "check plans/ --as-at 2025-06-01 --format text --format json=audit.json", "check plans/amara.docx --with-advice reports/",
                "check templates/ --kind template --fail-on minor --quiet"},
               add_check, make_check},
    CommandRow{"explain", "PLAN RULE", "Shows why a rule fired on a plan, or why not, value by value.",
               {"explain plans/amara.docx EHC-K03", "explain plans/amara.docx provision-vague --as-at 2025-06-01", "explain plans/amara.docx EHC-G10 --with-advice reports/"},
               add_explain, make_explain},
    CommandRow{"convert", "PLAN -o FILE", "Writes a document as plan XML, or shows where its sections were found.",
               {"convert plans/amara.docx -o amara.xml", "convert plans/amara.docx -o -", "convert plans/amara.docx --map"},
               add_convert, make_convert},
    CommandRow{"init", "[FOLDER]", "Writes a project file with every setting explained, and a first rule of your own.",
               {"init", "init plans/", nullptr}, add_nothing, make_init},
    CommandRow{"rules list", "", "Lists the rules with their severity and what they stand on.",
               {"rules list", "rules list --pack advice", "rules list --rules local/ --origin"},
               add_rules_list, make_rules_list},
    CommandRow{"rules show", "RULE", "Shows one rule: what it requires, its sources and examples.",
               {"rules show EHC-K03", "rules show advice-out-of-date", nullptr}, add_rules_show, make_rules_show},
    CommandRow{"rules test", "", "Runs the examples that the rules bring with them.",
               {"rules test", "rules test --rules local/ --only-rules --coverage", "rules test --rule EHC-K03 --boundaries"},
               add_rules_test, make_rules_test},
    CommandRow{"rules cost", "PATH...", "Measures what each rule costs on documents of your own, the dearest first.",
               {"rules cost plans/", "rules cost plans/amara.docx --rules local/ --only-rules", nullptr},
               add_rules_cost, make_rules_cost},
    CommandRow{"rules format", "PATH...", "Lays rule files out afresh: spaces, indentation, order of clauses.",
               {"rules format local.rules", "rules format --check local/", "rules format -"},
               add_rules_format, make_rules_format},
    CommandRow{"rules document", "", "Writes the reference of the rules: what, why, law, examples, figures.",
               {"rules document -o rules.md", "rules document --format html --output rules.html --pack advice", nullptr},
               add_rules_document, make_rules_document},
    CommandRow{"rules new", "ID NAME", "Writes a rule to fill in, with examples that pass.",
               {"rules new LOCAL-A01 outcome-too-short", "rules new LOCAL-A02 need-in-capitals --without-pack", nullptr},
               add_rules_new, make_rules_new},
};

} // namespace

std::span<const CommandRow> commands() noexcept { return table; }

void add_flag(CLI::App& app, const char* group, const char* names, const std::string& doc) {
    app.add_flag(names, doc)->group(group);
}

} // namespace ehc::cli

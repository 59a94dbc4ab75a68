#include "cli/given.hpp"

#include "cli/values.hpp"

#include <algorithm>

namespace ehc::cli {

namespace {

// Reads values one by one and keeps the first thing that is wrong.
class Reader {
  public:
    explicit Reader(const Given& given) : given_(given) {}

    template <class T> void read(const char* option, T& value, Result<T> (*parsed)(std::string_view, const std::string&)) {
        const std::optional<std::string> word = single(option);
        if (word && !error_)
            keep(value, parsed(option, *word));
    }
    template <class T> void read_all(const char* option, T& value, Result<T> (*parsed)(std::string_view, const Words&)) {
        if (!error_)
            keep(value, parsed(option, words(option)));
    }
    void read(const char* option, std::optional<Date>& date) {
        if (Date day; single(option)) {
            read(option, day, date_value);
            date = day;
        }
    }
    void read(const char* option, std::string& value) {
        if (const std::optional<std::string> word = single(option)) {
            value = *word;
            if (value.empty())
                wrong({option, "its value is empty", "write a value after it, or leave it out"});
        }
    }
    void read(RuleChoice& rules) {
        rules.paths = words("--rules");
        rules.only = flag("--only-rules");
        read("--rules-dir", rules.folder);
        rules.packs = words("--pack");
        rules.rules = words("--rule");
        rules.skip = words("--skip");
        read_all("--set", rules.settings, settings_value);
        read("--profile", rules.profile);
        rules.no_project = flag("--no-project");
        if (rules.only && rules.paths.empty())
            wrong({"--only-rules", "this leaves no rules, since no --rules are given", "add `--rules PATH`, or leave it out"});
        for (const char* option : {"--rules", "--pack", "--rule", "--skip"}) {
            const Words given = words(option);
            if (std::find(given.begin(), given.end(), std::string()) != given.end())
                wrong({option, "its value is empty", "write a value after it, or leave it out"});
        }
    }

    [[nodiscard]] bool flag(const char* option) {
        const Words given = words(option);
        for (const std::string& value : given)
            if (value != "true") // what CLI11 keeps for a flag as such
                wrong({option, "this takes no value, and `" + value + "` is one", "write `" + std::string(option) + "` alone, or leave it out"});
        return !given.empty();
    }
    // Yes, or nothing: files may say so.
    [[nodiscard]] std::optional<bool> asked(const char* option) { return flag(option) ? std::optional(true) : std::nullopt; }
    [[nodiscard]] Words words(const char* option) const {
        const auto values = given_.options.find(option);
        return values == given_.options.end() ? Words{} : values->second;
    }
    [[nodiscard]] bool has(const char* option) const { return !words(option).empty(); }
    [[nodiscard]] const Words& plain() const { return given_.plain; }
    // The nth plain word; `missing` is what to say when it is not there.
    [[nodiscard]] std::string word(std::size_t n, Error missing) {
        if (n < given_.plain.size() && !given_.plain[n].empty())
            return given_.plain[n];
        wrong(std::move(missing));
        return {};
    }
    void no_more_than(std::size_t most) {
        if (given_.plain.size() > most)
            wrong({"", "`" + given_.plain[most] + "` is one word too many for `ehcaudit " + given_.command + "`",
                   "see `ehcaudit " + given_.command + " --help`, and quote names with spaces"});
    }
    void wrong(Error error) {
        if (!error_)
            error_ = std::move(error);
    }
    // The command, or what was wrong first.
    template <class C> [[nodiscard]] Result<Command> made(C command) {
        if (error_)
            return *error_;
        return Command(std::move(command));
    }

    std::vector<std::string> advice() {
        std::vector<std::string> paths = words("--with-advice");
        if (std::find(paths.begin(), paths.end(), std::string()) != paths.end())
            wrong({"--with-advice", "its value is empty", "name an advice report or a folder of them, or leave it out"});
        return paths;
    }

  private:
    std::optional<std::string> single(const char* option) {
        const Words given = words(option);
        if (given.size() > 1)
            wrong({option, "this is given twice, as `" + given[0] + "` and `" + given[1] + "`", "leave one of them out"});
        return given.empty() ? std::nullopt : std::optional(given.front());
    }
    template <class T> void keep(T& value, Result<T> result) {
        if (result)
            value = std::move(*result);
        else
            wrong(result.error());
    }

    const Given& given_;
    std::optional<Error> error_;
};

} // namespace

Result<Command> make_check(const Given& given) {
    Reader reader(given);
    Check check;
    check.paths = reader.plain();
    if (check.paths.empty())
        reader.wrong({"", "`check` needs a document or a folder", "for example `ehcaudit check plans/`"});
    if (std::find(check.paths.begin(), check.paths.end(), std::string()) != check.paths.end())
        reader.wrong({"", "one of the paths to check is empty", "name a document or a folder, or leave it out"});
    reader.read("--as-at", check.as_at);
    reader.read("--kind", check.recognise, kind_value);
    check.advice = reader.advice();
    check.groups = reader.words("--group-by");
    if (std::find(check.groups.begin(), check.groups.end(), std::string()) != check.groups.end())
        reader.wrong({"--group-by", "its value is empty", "name a CSV file with a row for each document, or leave it out"});
    reader.read(check.rules);
    reader.read_all("--format", check.formats, formats_value);
    if (finding::Severity show{}; reader.has("--show"))
        reader.read("--show", show, severity_value), check.show = show;
    if (std::optional<finding::Severity> least; reader.has("--fail-on"))
        reader.read("--fail-on", least, threshold_value), check.fail_on = least;
    reader.read("--suppressions", check.suppressions);
    reader.read("--baseline", check.baseline);
    reader.read("--write-baseline", check.write_baseline);
    reader.read("--fingerprint-key-file", check.fingerprint_key);
    check.redact = reader.flag("--redact");
    reader.read("--color", check.colour, colour_value);
    if (unsigned jobs = 0; reader.read("--jobs", jobs, jobs_value), jobs != 0)
        check.jobs = jobs;
    if (unsigned seconds = 0; reader.read("--time-limit", seconds, seconds_value), seconds != 0)
        check.time_limit = seconds;
    check.ocr = reader.asked("--ocr");
    check.quiet = reader.flag("--quiet");
    check.verbose = reader.flag("--verbose");
    if (check.quiet && check.verbose)
        reader.wrong({"", "`--quiet` and `--verbose` ask for opposite things", "leave one of them out"});
    return reader.made(check);
}

Result<Command> make_rules_list(const Given& given) {
    Reader reader(given);
    RulesList list;
    reader.no_more_than(0);
    reader.read(list.rules);
    list.origin = reader.flag("--origin");
    return reader.made(list);
}

Result<Command> make_rules_show(const Given& given) {
    Reader reader(given);
    RulesShow show;
    show.rule = reader.word(0, {"", "`rules show` needs the id or name of a rule", "`ehcaudit rules list` lists them"});
    reader.no_more_than(1);
    reader.read(show.rules);
    return reader.made(show);
}

Result<Command> make_rules_test(const Given& given) {
    Reader reader(given);
    RulesTest test;
    reader.no_more_than(0);
    reader.read(test.rules);
    test.coverage = reader.flag("--coverage");
    test.boundaries = reader.flag("--boundaries");
    test.verbose = reader.flag("--verbose");
    return reader.made(test);
}

Result<Command> make_rules_cost(const Given& given) {
    Reader reader(given);
    RulesCost cost;
    cost.paths = reader.plain();
    if (cost.paths.empty())
        reader.wrong({"", "`rules cost` needs documents to measure with", "for example `ehcaudit rules cost plans/`"});
    reader.read(cost.rules);
    return reader.made(cost);
}

Result<Command> make_rules_format(const Given& given) {
    Reader reader(given);
    RulesFormat format;
    format.paths = reader.plain();
    format.check = reader.flag("--check");
    if (format.paths.empty())
        reader.wrong({"", "`rules format` needs a rule file or a folder of them", "for example `ehcaudit rules format local.rules`, or `-` for standard input"});
    if (std::find(format.paths.begin(), format.paths.end(), std::string()) != format.paths.end())
        reader.wrong({"", "one of the paths to format is empty", "name a rule file or a folder, or leave it out"});
    if (format.paths.size() > 1 && std::find(format.paths.begin(), format.paths.end(), "-") != format.paths.end())
        reader.wrong({"", "`-` is standard input and stands alone", "format files in a run of their own"});
    return reader.made(format);
}

Result<Command> make_rules_document(const Given& given) {
    Reader reader(given);
    RulesDocument document;
    reader.no_more_than(0);
    reader.read(document.rules);
    reader.read("--format", document.format);
    if (document.format != "markdown" && document.format != "html")
        reader.wrong(unknown_name("--format", document.format, "a format of `rules document`", Words{"markdown", "html"}));
    reader.read("--output", document.output);
    return reader.made(document);
}

Result<Command> make_rules_new(const Given& given) {
    Reader reader(given);
    RulesNew made;
    made.id = reader.word(0, {"", "`rules new` needs an id and a name for the rule", "for example `ehcaudit rules new LOCAL-A01 outcome-too-short`"});
    made.slug = reader.word(1, {"", "`rules new` needs a name for the rule after its id", "for example `ehcaudit rules new LOCAL-A01 outcome-too-short`"});
    reader.no_more_than(2);
    made.pack = !reader.flag("--without-pack");
    reader.read(made.rules);
    return reader.made(made);
}

Result<Command> make_explain(const Given& given) {
    Reader reader(given);
    Explain explain;
    explain.plan = reader.word(0, {"", "`explain` needs a plan and a rule", "for example `ehcaudit explain plan.docx EHC-K03`"});
    explain.rule = reader.word(1, {"", "`explain` needs a rule after the plan", "for example `ehcaudit explain plan.docx EHC-K03`"});
    reader.no_more_than(2);
    reader.read("--as-at", explain.as_at);
    reader.read("--kind", explain.recognise, kind_value);
    explain.advice = reader.advice();
    explain.ocr = reader.asked("--ocr");
    reader.read(explain.rules);
    reader.read("--format", explain.format);
    if (explain.format != "text" && explain.format != "json")
        reader.wrong(unknown_name("--format", explain.format, "a format of `explain`", Words{"text", "json"}));
    explain.verbose = reader.flag("--verbose");
    reader.read("--color", explain.colour, colour_value);
    return reader.made(explain);
}

Result<Command> make_convert(const Given& given) {
    Reader reader(given);
    Convert convert;
    convert.plan = reader.word(0, {"", "`convert` needs a plan", "for example `ehcaudit convert plan.docx -o plan.xml`"});
    reader.no_more_than(1);
    reader.read("--output", convert.output);
    convert.map = reader.flag("--map");
    convert.ocr = reader.flag("--ocr");
    if (convert.output.empty() && !convert.map)
        reader.wrong({"", "`convert` needs to know where the plan XML goes", "add `-o plan.xml`, or `-o -` for standard output; `--map` shows where its sections were found"});
    if (!convert.output.empty() && convert.map)
        reader.wrong({"", "`--map` prints where the sections were found and writes no plan XML", "leave out `--map` or `--output`"});
    reader.read("--kind", convert.recognise, kind_value);
    return reader.made(convert);
}

Result<Command> make_init(const Given& given) {
    Reader reader(given);
    Init init;
    reader.no_more_than(1);
    if (!reader.plain().empty())
        init.folder = reader.word(0, {"", "the folder of `init` is empty", "name a folder, or leave it out for this one"});
    return reader.made(init);
}

} // namespace ehc::cli

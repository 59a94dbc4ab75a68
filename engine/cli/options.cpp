// Words of the command line to a command, by the rows of command_table.hpp; help; what to say when that fails. CLI11 tells
// options from plain words; values, paths and messages are ours, since its own reading of values takes "[2025,2026]", a good
// name for a folder, for a list.

#include "cli/options.hpp"

#include "base/nearest.hpp"
#include "cli/command_table.hpp"
#include "cli/topics.hpp"
#include "cli/values.hpp"
#include "report/registry.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>

namespace ehc::cli {

namespace {

constexpr unsigned option_column = 28;
constexpr unsigned command_column = 16; // "rules document"

const CommandRow* row_named(std::string_view name) {
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const CommandRow& row) { return row.name == name; });
    return found == commands().end() ? nullptr : &*found;
}

// "check", "explain", "convert", "rules", "help"
Words top_names() {
    Words names;
    for (const CommandRow& row : commands()) {
        const std::string name = std::string(row.name).substr(0, std::string_view(row.name).find(' '));
        if (names.empty() || names.back() != name)
            names.push_back(name);
    }
    names.emplace_back("help");
    return names;
}

Words names_below(const std::string& group) {
    Words names;
    for (const CommandRow& row : commands())
        if (std::string_view(row.name).starts_with(group + " "))
            names.emplace_back(std::string_view(row.name).substr(group.size() + 1));
    return names;
}

// Every command stands in the tree before the words are looked at.
void build(CLI::App& app) {
    const auto common = [](CLI::App& one) {
        one.allow_extras();
        one.set_help_flag("-h,--help", "this help")->group(other_group);
    };
    common(app);
    app.require_subcommand(0, 1);
    add_flag(app, other_group, "-V,--version", "the version of the program");
    app.add_subcommand("help", "")->allow_extras();
    std::map<std::string, CLI::App*> groups;
    for (const CommandRow& row : commands()) {
        const std::string name = row.name;
        const std::size_t space = name.find(' ');
        CLI::App* parent = &app;
        if (space != std::string::npos) {
            CLI::App*& group = groups[name.substr(0, space)];
            if (group == nullptr) {
                group = app.add_subcommand(name.substr(0, space), "");
                common(*group);
                group->require_subcommand(0, 1);
            }
            parent = group;
        }
        CLI::App* command = parent->add_subcommand(space == std::string::npos ? name : name.substr(space + 1), row.doc);
        common(*command);
        row.add(*command);
    }
}

// "rules list"; empty for the program itself.
std::string path_of(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    if (parent == nullptr)
        return "";
    const std::string above = path_of(*parent);
    return above.empty() ? app.get_name() : above + " " + app.get_name();
}

const CLI::App* chosen(const CLI::App& app) {
    const std::vector<CLI::App*> below = app.get_subcommands();
    return below.empty() ? &app : chosen(*below.front());
}

// Nothing where there is no such command.
const CLI::App* find_below(const CLI::App& app, std::string_view name) {
    const auto found = app.get_subcommands([&](const CLI::App* one) { return one->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

// By the words of a command row, "rules list".
const CLI::App* find_at(const CLI::App& root, std::string_view path) {
    const std::size_t space = path.find(' ');
    const CLI::App* app = find_below(root, path.substr(0, space));
    return app == nullptr || space == std::string_view::npos ? app : find_below(*app, path.substr(space + 1));
}

// ---- help

std::string option_rows(const CLI::App& app) {
    std::string text;
    for (const char* group : option_groups) {
        std::string rows;
        for (const CLI::Option* option : app.get_options()) {
            if (option->get_group() != group)
                continue;
            const std::string name = option->get_name(false, true); // "-f,--format"
            const std::size_t comma = name.find(',');
            std::string shown = comma == std::string::npos ? "    " + name : name.substr(0, comma) + ", " + name.substr(comma + 1);
            if (option->get_items_expected_max() > 0 && !option->get_type_name().empty())
                shown += " " + option->get_type_name();
            rows += help_row(shown, option->get_description(), option_column);
        }
        if (!rows.empty())
            text += "\n" + std::string(group) + "\n" + rows;
    }
    return text;
}

std::string command_help(const CommandRow& row, const CLI::App& app) {
    std::string text = "Usage: ehcaudit " + std::string(row.name);
    if (*row.words != '\0')
        text += " " + std::string(row.words);
    text += " [options]\n\n" + help_paragraph(row.doc) + "\n";
    for (const char* example : row.examples)
        if (example != nullptr)
            text += "  ehcaudit " + std::string(example) + "\n";
    return text + option_rows(app);
}

std::string command_rows(std::string_view group) {
    std::string text;
    for (const CommandRow& row : commands())
        if (std::string_view(row.name).starts_with(group)) {
            std::string doc = row.doc;
            doc.front() = static_cast<char>(doc.front() - 'A' + 'a');
            doc.pop_back();
            text += help_row(row.name, doc, command_column);
        }
    return text;
}

std::string group_help(const std::string& group) {
    return "Usage: ehcaudit " + group + " COMMAND [options]\n\n" + command_rows(group + " ") + "\nMore on one of them: ehcaudit " +
           group + " COMMAND --help\n";
}

std::string main_help(const CLI::App& app) {
    std::string text = "Usage: ehcaudit COMMAND [options]\n\n" +
                       help_paragraph("Audits Education, Health and Care plans (England) against rules on their wording, completeness "
                                      "and dates. Everything stays on this machine.") +
                       "\n  ehcaudit check plans/amara.docx\n  ehcaudit check plans/ --format text --format json=audit.json\n"
                       "  ehcaudit explain plans/amara.docx EHC-K03\n\nCommands\n" +
                       command_rows("") + help_row("help", "more on a command or topic: ehcaudit help check", command_column) + "\nTopics of help\n";
    for (const Topic& topic : topics())
        text += help_row(topic.name, topic.doc, command_column);
    return text + option_rows(app);
}

std::string short_help() {
    return "Usage: ehcaudit COMMAND [options]\n\n  ehcaudit check plans/amara.docx\n\nCommands\n" + command_rows("") +
           "\nMore: ehcaudit --help\n";
}

std::string help_on(const CLI::App& app) {
    const std::string path = path_of(app);
    if (path.empty() || path == "help")
        return main_help(path.empty() ? app : *app.get_parent());
    const CommandRow* row = row_named(path);
    return row == nullptr ? group_help(path) : command_help(*row, app);
}

// ---- what is wrong

Error unknown_command(const std::string& group, const std::string& word, const Words& known) {
    const std::string prefix = group.empty() ? "ehcaudit" : "ehcaudit " + group;
    Error error{"", "`" + word + "` is not a command of `" + prefix + "`", "`" + prefix + " --help` lists them"};
    if (const auto near = nearest(word, known))
        error.remedy = "did you mean `" + *near + "`?";
    else if (group.empty() && word.find_first_of("./\\") != std::string::npos)
        error.remedy = "did you mean `ehcaudit check " + word + "`?";
    return error;
}

Error unknown_option(const CLI::App& root, const CLI::App& app, const std::string& word) {
    const std::string path = path_of(app);
    const std::string prefix = path.empty() ? "ehcaudit" : "ehcaudit " + path;
    const std::string name = word.substr(0, word.find('='));
    Words known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& known_name : option->get_lnames())
            known.push_back("--" + known_name);
    Error error{"", "`" + name + "` is not an option of `" + prefix + "`", "`" + prefix + " --help` lists them"};
    if (const auto near = name.starts_with("--") ? nearest(name, known) : std::nullopt) {
        error.remedy = "did you mean `" + *near + "`?";
        return error;
    }
    for (const CommandRow& row : commands()) {
        if (find_at(root, row.name)->get_option_no_throw(name) != nullptr) {
            error.remedy = "it belongs to `ehcaudit " + std::string(row.name) + "` and stands after that";
            return error;
        }
    }
    return error;
}

Result<Command> help_topic(const CLI::App& app, const Words& words) {
    std::string name;
    for (const std::string& word : words)
        name += (name.empty() ? "" : " ") + word;
    if (name.empty() || name == "help")
        return Command(Print{main_help(app)});
    for (const Topic& topic : topics())
        if (topic.name == name)
            return Command(Print{topic.text()});
    if (const dsl::CodeRow* row = dsl::find_code(name))
        return Command(Print{help_code(*row)});
    const CLI::App* command = &app;
    for (const std::string& word : words)
        command = command == nullptr ? nullptr : find_below(*command, word);
    if (command != nullptr)
        return Command(Print{help_on(*command)});
    Words known = top_names();
    known.pop_back(); // help itself
    for (const CommandRow& row : commands())
        known.emplace_back(row.name);
    for (const Topic& topic : topics())
        known.emplace_back(topic.name);
    for (const dsl::CodeRow& row : dsl::codes())
        known.emplace_back(row.code);
    Error error{"", "there is no help on `" + name + "`", "`ehcaudit --help` lists the topics"};
    if (const auto near = nearest(name, known))
        error.remedy = "did you mean `" + *near + "`?";
    return error;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

Result<Command> command_from(const CLI::App& app, Words after_dashes, std::string_view version) {
    const CLI::App& command = *chosen(app);
    const std::string path = path_of(command);
    Words plain;
    for (const CLI::App* one = &command; one != nullptr; one = one->get_parent())
        for (const std::string& word : one->remaining())
            if (is_option(word))
                return unknown_option(app, *one, word);
            else if (one == &command)
                plain.push_back(word);
            else
                return unknown_command(path_of(*one), word, one == &app ? top_names() : names_below(one->get_name()));
    plain.insert(plain.end(), after_dashes.begin(), after_dashes.end());
    if (path == "help")
        return help_topic(app, plain);
    if (path.empty()) {
        if (app.get_option("--version")->count() > 0)
            return Command(Print{"ehcaudit " + std::string(version) + "\n"});
        if (plain.empty())
            return Command(Print{short_help(), ExitStatus::wrong});
        return unknown_command("", plain.front(), top_names());
    }
    const CommandRow* row = row_named(path);
    if (row == nullptr) {
        if (plain.empty())
            return Error{"", "`" + path + "` needs to know what to do", "write one of " + listed(names_below(path)) + " after it"};
        return unknown_command(path, plain.front(), names_below(path));
    }
    Given given{path, {}, plain};
    for (const CLI::Option* option : command.get_options())
        given.options["--" + option->get_lnames().front()] = option->results();
    return row->make(given);
}

} // namespace

Result<Command> parse(const std::vector<std::string>& arguments, std::string_view version) {
    const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
    Words words(arguments.begin(), dashes);
    const Words after(dashes == arguments.end() ? dashes : dashes + 1, arguments.end());
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    CLI::App app;
    try {
        build(app);
        app.parse(std::move(words));
        return command_from(app, after, version);
    } catch (const CLI::CallForHelp&) {
        return Command(Print{help_on(*chosen(app))});
    } catch (const CLI::ArgumentMismatch& mismatch) {
        const std::string_view what = mismatch.what(); // "--as-at: 1 required DATE missing"
        const std::string option(what.substr(0, what.find(':')));
        return Error{option, "this needs a value after it", "see `ehcaudit " + path_of(*chosen(app)) + " --help`"};
    } catch (const CLI::Error& error) {
        return Error{"", std::string("the command cannot be understood: ") + error.what(), "see `ehcaudit --help`"};
    }
}

} // namespace ehc::cli

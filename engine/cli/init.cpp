// ehcaudit init: a project file in which every key stands with its meaning, and a pack with a first rule that passes its test.

#include "cli/commands.hpp"
#include "cli/new_rule.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "cli/topics.hpp"
#include "report/output.hpp"
#include "report/wording.hpp"

#include <filesystem>
#include <iostream>
#include <sstream>

namespace ehc::cli {

namespace {

namespace fs = std::filesystem;

std::string commented(const std::string& text) {
    std::string result;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        result += "; " + line + "\n";
    return result;
}

// `table { name value }`, a line each.
std::string spread(std::string_view example) {
    const std::size_t open = example.find(" { "), close = example.rfind(" }");
    if (open == std::string_view::npos)
        return std::string(example) + "\n";
    return std::string(example.substr(0, open)) + "\n{\n  " + std::string(example.substr(open + 3, close - open - 3)) + "\n}\n";
}

std::string project_file() {
    std::string text = commented(help_paragraph("Settings of ehcaudit for the documents in this folder and below it. A `;` begins a comment: take it away from a line to use it. "
                                                "Paths are relative to this file. `ehcaudit help profile` explains more."));
    for (const SettingKey& key : setting_keys()) {
        text += "\n" + commented(help_paragraph(report::capitalised(std::string(key.doc)) + (key.shape == KeyShape::repeated ? "; may be repeated" : "") + "."));
        text += key.name == "rules" ? spread(key.example) : commented(spread(key.example));
    }
    return text;
}

std::optional<Error> write_new(const fs::path& path, const std::string& text) {
    const auto written = report::write_output(path.string(), {}, [&](std::ostream& out) { out << text; });
    return written ? std::nullopt : std::optional(written.error());
}

} // namespace

ExitStatus run(const Init& command) {
    const fs::path folder = command.folder;
    const fs::path project = folder / "ehcaudit.info", rules = folder / "local", rule = rules / "local.rules";
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return tell(Error{command.folder, "there is no such folder", "make it first, or name another"});
    for (const fs::path& path : {project, rule})
        if (fs::exists(path, error))
            return tell(Error{path.string(), "this is already there, and is left as it is", "delete it, or name another folder"});
    fs::create_directory(rules, error);
    if (error)
        return tell(Error{rules.string(), "this folder cannot be made", "name a folder that you may write to"});
    for (const auto& [path, text] : {std::pair{project, project_file()}, {rule, new_pack_head() + new_rule("LOCAL-A01", "outcome-too-short")}})
        if (const auto wrong = write_new(path, text))
            return tell(*wrong);
    std::cout << "wrote " << project.lexically_normal().string() << " and " << rule.lexically_normal().string() << "\n\nTest the rule:    ehcaudit rules test --rules "
              << rules.lexically_normal().string() << " --only-rules\nAudit documents:  ehcaudit check " << folder.lexically_normal().string() << "\n" << std::flush;
    return ExitStatus::clean;
}

} // namespace ehc::cli

#include "pack/load.hpp"

#include "dsl/parse.hpp"
#include "finding/hash.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace ehc::pack {

namespace {

namespace fs = std::filesystem;

Result<std::string> bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error{path.generic_string(), "this rule file cannot be opened", "check that it exists and may be read"};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad())
        return Error{path.generic_string(), "this rule file cannot be read to its end", ""};
    return std::move(bytes).str();
}

// Versions such as 0.1 or 0.1.3 by their numbers.
std::vector<int> numbers(std::string_view version) {
    std::vector<int> parts{0};
    for (const char c : version) {
        if (c == '.')
            parts.push_back(0);
        else if (c >= '0' && c <= '9')
            parts.back() = parts.back() * 10 + (c - '0');
    }
    return parts;
}

} // namespace

Result<std::vector<RuleFile>> read_rules(const std::string& path) {
    std::error_code error;
    std::vector<fs::path> paths;
    if (fs::is_directory(path, error)) {
        for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error))
            if (it->is_regular_file(error) && it->path().extension() == ".rules")
                paths.push_back(it->path());
        if (error)
            return Error{path, "this folder of rules cannot be read: " + error.message(), ""};
        if (paths.empty())
            return Error{path, "this folder has no rule files", "rule files end in .rules"};
    } else if (fs::exists(path, error)) {
        paths.emplace_back(path);
    } else {
        return Error{path, "there are no rules here", "name a .rules file or a folder of them"};
    }
    std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) { return a.generic_string() < b.generic_string(); });
    std::vector<RuleFile> files;
    for (const fs::path& each : paths) {
        auto bytes = bytes_of(each);
        if (!bytes)
            return bytes.error();
        files.push_back({each.generic_string(), std::move(*bytes)});
    }
    return files;
}

compile::Compiled load(const std::vector<RuleFile>& files, std::string_view engine_version, bool with_warnings) {
    std::vector<dsl::Parsed> parsed;
    std::vector<compile::Unit> units;
    dsl::Faults faults;
    parsed.reserve(files.size());
    for (const RuleFile& file : files) {
        auto source = std::make_shared<const Source>(file.name, file.text);
        parsed.push_back(dsl::parse(*source));
        faults.insert(faults.end(), parsed.back().faults.begin(), parsed.back().faults.end());
        if (parsed.back().faults.empty() && parsed.back().file.items.empty())
            faults.push_back(dsl::fault(*source, "E611", {}, "there is nothing in this file", "`ehcaudit rules new LOCAL-A01 NAME` writes a rule to begin with"));
        units.push_back({std::move(source), &parsed.back().file});
    }
    compile::Compiled compiled = compile::compile(units, with_warnings);
    // Where a file was left for its many faults, names may be missing everywhere.
    if (std::none_of(parsed.begin(), parsed.end(), [](const dsl::Parsed& one) { return one.file.cut_short; }))
        std::move(compiled.faults.begin(), compiled.faults.end(), std::back_inserter(faults));
    const auto order = [&](const dsl::Fault& fault) {
        return static_cast<std::size_t>(std::find_if(files.begin(), files.end(), [&](const RuleFile& file) { return file.name == fault.file; }) - files.begin());
    };
    if (std::any_of(parsed.begin(), parsed.end(), [](const dsl::Parsed& one) { return one.file.broken; }))
        std::stable_sort(faults.begin(), faults.end(), [&](const dsl::Fault& a, const dsl::Fault& b) {
            return std::pair(order(a), a.span.begin) < std::pair(order(b), b.span.begin);
        });
    std::map<std::string, std::string> bytes;
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const dsl::Item& item : units[i].file->items)
            if (const auto* pack = std::get_if<dsl::Pack>(&item.node)) {
                bytes[pack->name.text] += files[i].text;
                if (!pack->needs_engine.empty() && numbers(engine_version) < numbers(pack->needs_engine))
                    faults.push_back(dsl::fault(*units[i].source, "E606", pack->name.span,
                                                "pack `" + pack->name.text + "` needs engine " + pack->needs_engine + "; this is " + std::string(engine_version),
                                                "install a newer ehcaudit"));
            }
    for (compile::PackInfo& pack : compiled.rules.packs)
        pack.digest = finding::sha256_hex(bytes[pack.name]);
    compiled.faults = std::move(faults);
    return compiled;
}

} // namespace ehc::pack

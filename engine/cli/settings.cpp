#include "cli/settings.hpp"

#include "caseload/caseload.hpp"
#include "caseload/grouping.hpp"
#include "cli/topics.hpp"
#include "cli/values.hpp"

#include <algorithm>
#include <filesystem>

namespace ehc::cli {

namespace {

namespace fs = std::filesystem;
using caseload::InfoEntry, caseload::place;

constexpr std::string_view project_name = "ehcaudit.info";
constexpr std::uint64_t most_bytes = 1U << 20U;

constexpr std::array table{
    SettingKey{"name", KeyShape::once, "whose settings these are; reports show it", "name \"Exampleshire County Council\""},
    SettingKey{"profile", KeyShape::once, "in a project file: another settings file, which counts where this one is silent", "profile exampleshire.info"},
    SettingKey{"rules", KeyShape::repeated, "a rule file or folder of your own to load besides the built-in packs", "rules local"},
    SettingKey{"parameters", KeyShape::table, "values of rule parameters, as with --set", "parameters { advice_warn \"18 months\" }"},
    SettingKey{"severities", KeyShape::table, "another severity for a rule, by id or name", "severities { EHC-F02 minor }"},
    SettingKey{"off", KeyShape::table, "rules that are not run, each with the reason", "off { EHC-R01 \"We measure reading ease elsewhere\" }"},
    SettingKey{"headings", KeyShape::table, "your own headings of sections", "headings { F \"My extra help\" }"},
    SettingKey{"labels", KeyShape::table, "your own labels of fields", "labels { date_of_plan \"Agreed on\" }"},
    SettingKey{"kind", KeyShape::once, "what the documents are, as with --kind", "kind template"},
    SettingKey{"format", KeyShape::repeated, "a report and where it goes, as with --format", "format sarif=audit.sarif"},
    SettingKey{"group-by", KeyShape::repeated, "a CSV list to count documents by, or school, as with --group-by", "group-by schools.csv"},
    SettingKey{"fail-on", KeyShape::once, "the least severity that makes the exit status 1, or never", "fail-on critical"},
    SettingKey{"show", KeyShape::once, "the least severity printed", "show minor"},
    SettingKey{"suppressions", KeyShape::once, "the file of accepted exceptions", "suppressions exceptions.info"},
    SettingKey{"baseline", KeyShape::once, "the file of what was found before", "baseline baseline.txt"},
    SettingKey{"fingerprint-key-file", KeyShape::once, "the file of the secret for fingerprints and pseudonyms; keep it out of version control", "fingerprint-key-file /etc/ehcaudit.key"},
    SettingKey{"ocr", KeyShape::once, "yes to read scanned pages of PDFs with Tesseract, as with --ocr; else no", "ocr yes"},
    SettingKey{"time-limit", KeyShape::once, "how many seconds of computing a document may take", "time-limit 300"},
    SettingKey{"jobs", KeyShape::once, "how many documents to audit at once", "jobs 4"},
};

std::vector<std::string> key_names() {
    std::vector<std::string> names;
    for (const SettingKey& key : table)
        names.emplace_back(key.name);
    return names;
}

class FileReader {
  public:
    explicit FileReader(const std::string& path) : folder_(fs::path(path).parent_path()) { file_.path = path; }

    Result<SettingsFile> read(const std::vector<InfoEntry>& entries) {
        std::vector<std::string> seen;
        for (const InfoEntry& entry : entries) {
            const auto key = std::find_if(table.begin(), table.end(), [&](const SettingKey& one) { return one.name == entry.key; });
            if (key == table.end())
                return caseload::unknown_key(file_.path, entry, key_names());
            if (const auto error = shape(*key, entry, seen))
                return *error;
            if (const auto error = key->shape == KeyShape::table ? rows(entry) : value(entry))
                return *error;
        }
        if (file_.name.empty())
            file_.name = fs::path(file_.path).filename().string();
        if (auto formats = formats_value(file_.path, formats_)) {
            file_.formats = std::move(*formats);
            for (FormatChoice& format : file_.formats)
                if (format.file != "-")
                    format.file = beside(format.file);
        } else {
            return formats.error();
        }
        return file_;
    }

  private:
    std::optional<Error> shape(const SettingKey& key, const InfoEntry& entry, std::vector<std::string>& seen) const {
        const std::string where = place(file_.path, entry);
        if (key.shape == KeyShape::table) {
            if (!entry.value.empty())
                return Error{where, "`" + entry.key + "` takes lines in brackets, not a value", "for example " + std::string(key.example)};
            return std::nullopt;
        }
        if (entry.value.empty() || !entry.entries.empty())
            return Error{where, "`" + entry.key + "` takes one value", "for example " + std::string(key.example)};
        if (key.shape == KeyShape::once && std::find(seen.begin(), seen.end(), entry.key) != seen.end())
            return Error{where, "`" + entry.key + "` is given twice", "leave one of them out"};
        seen.push_back(entry.key);
        return std::nullopt;
    }

    std::optional<Error> rows(const InfoEntry& entry) {
        for (const InfoEntry& row : entry.entries) {
            const std::string where = place(file_.path, row);
            if (row.value.empty() || !row.entries.empty())
                return Error{where, "`" + row.key + "` has no value", "write it after the name; values of several words stand in quotes"};
            const SettingsFile::Of of{row.key, row.value, where};
            std::vector<SettingsFile::Of>* list = entry.key == "parameters" ? &file_.parameters : entry.key == "severities" ? &file_.severities : entry.key == "off" ? &file_.off : nullptr;
            if (list != nullptr) {
                if (std::any_of(list->begin(), list->end(), [&](const SettingsFile::Of& other) { return other.name == of.name; }))
                    return Error{where, "`" + of.name + "` stands twice among the " + entry.key, "leave one of them out"};
                list->push_back(of);
            }
            if (entry.key == "severities")
                if (const auto severity = severity_value(where, row.value); !severity)
                    return severity.error();
            if (entry.key == "headings") {
                const auto letter = plan::letters.find(row.key);
                if (!letter)
                    return Error{where, "`" + row.key + "` is not a section", "write A to K, with H1 or H2 for H"};
                file_.own.headings.push_back({static_cast<plan::Letter>(*letter), row.value});
            }
            if (entry.key == "labels") {
                if (!read::is_label_field(row.key))
                    return unknown_name(where, row.key, "a field that has a label", std::vector<std::string>(read::label_fields().begin(), read::label_fields().end()));
                file_.own.labels.push_back({row.key, row.value});
            }
        }
        return std::nullopt;
    }

    std::optional<Error> value(const InfoEntry& entry) {
        const std::string where = place(file_.path, entry);
        const auto keep = [](auto& into, auto&& result) -> std::optional<Error> {
            if (!result)
                return result.error();
            into = *result;
            return std::nullopt;
        };
        if (entry.key == "name")
            file_.name = entry.value;
        else if (entry.key == "profile")
            file_.profile = beside(entry.value);
        else if (entry.key == "rules")
            file_.rules.push_back(beside(entry.value));
        else if (entry.key == "format")
            formats_.push_back(entry.value);
        else if (entry.key == "group-by")
            file_.groups.push_back(caseload::Grouping::is_stated(entry.value) ? entry.value : beside(entry.value));
        else if (entry.key == "suppressions")
            file_.suppressions = beside(entry.value);
        else if (entry.key == "baseline")
            file_.baseline = beside(entry.value);
        else if (entry.key == "fingerprint-key-file")
            file_.fingerprint_key = beside(entry.value);
        else if (entry.key == "kind")
            return keep(file_.kind, kind_value(where, entry.value));
        else if (entry.key == "fail-on")
            return keep(file_.fail_on, threshold_value(where, entry.value));
        else if (entry.key == "show")
            return keep(file_.show, severity_value(where, entry.value));
        else if (entry.key == "jobs")
            return keep(file_.jobs, jobs_value(where, entry.value));
        else if (entry.key == "time-limit")
            return keep(file_.time_limit, seconds_value(where, entry.value));
        else if (entry.key == "ocr")
            return keep(file_.ocr, yes_no_value(where, entry.value));
        return std::nullopt;
    }

    [[nodiscard]] std::string beside(const std::string& path) const {
        return folder_.empty() || fs::path(path).is_absolute() ? path : (folder_ / path).lexically_normal().string();
    }

    fs::path folder_;
    SettingsFile file_;
    std::vector<std::string> formats_;
};

// The project file of all documents, which must not be two.
Result<std::string> project_of(std::span<const std::string> paths) {
    std::string found;
    for (const std::string& path : paths) {
        const std::string file = find_project_file(path);
        std::error_code ignored;
        if (!found.empty() && !file.empty() && file != found && !fs::equivalent(file, found, ignored))
            return Error{file, "these documents have another project file, `" + found + "`, beside this one", "audit them one after the other, or add --no-project"};
        if (!file.empty())
            found = file;
    }
    return found;
}

} // namespace

std::span<const SettingKey> setting_keys() noexcept { return table; }

std::string profile_topic() {
    std::string text = "Settings in files\n\n" +
                       help_paragraph("The project file ehcaudit.info is found in the folder of the documents or above it; a profile is named by --profile or by "
                                      "the project file. Both hold the same keys. The command line wins over the project file, that over the profile, and that "
                                      "over the rule packs. Paths are relative to the file they stand in. `ehcaudit init` writes a file to start from.") +
                       "\n";
    for (const SettingKey& key : table)
        text += help_row(key.name, std::string(key.doc) + (key.shape == KeyShape::repeated ? "; may be repeated" : ""), 22) + help_row("", std::string(key.example), 22);
    return text + "\n" +
           help_paragraph("A line is a key and its value; values of several words stand in quotes, entries in brackets each on a line of its own, and `;` begins a "
                          "comment. An unknown key is an error.");
}

Result<SettingsFile> read_settings(const std::string& path) {
    const Result<std::string> text = caseload::read_file(path, most_bytes);
    if (!text)
        return text.error();
    const auto entries = caseload::parse_info(*text, path);
    if (!entries)
        return entries.error();
    return FileReader(path).read(*entries);
}

std::string find_project_file(const std::string& path) {
    std::error_code error;
    fs::path folder = fs::is_directory(path, error) ? fs::path(path) : fs::path(path).parent_path();
    if (folder.empty())
        folder = ".";
    const fs::path whole = fs::weakly_canonical(folder, error);
    for (fs::path at = whole; !error; at = at.parent_path()) {
        if (fs::is_regular_file(at / project_name, error)) {
            const fs::path near = (at / project_name).lexically_relative(fs::current_path(error));
            return near.empty() || *near.begin() == ".." ? (at / project_name).string() : near.string();
        }
        error.clear();
        if (at == at.parent_path())
            break;
    }
    return {};
}

Result<Done> add_files(RuleChoice& rules, read::RecogniseOptions* recognise, std::span<const std::string> paths) {
    Result<std::string> project = rules.no_project ? Result<std::string>(std::string()) : project_of(paths);
    if (!project)
        return project.error();
    std::optional<SettingsFile> project_file, profile;
    if (!project->empty()) {
        auto read = read_settings(*project);
        if (!read)
            return read.error();
        project_file = std::move(*read);
    }
    const std::string profile_path = !rules.profile.empty() ? rules.profile : project_file ? project_file->profile : std::string();
    if (!profile_path.empty()) {
        auto read = read_settings(profile_path);
        if (!read)
            return read.error();
        if (!read->profile.empty())
            return Error{profile_path, "a profile names another profile", "only a project file may"};
        profile = std::move(*read);
    }
    for (std::optional<SettingsFile>* file : {&profile, &project_file})
        if (*file)
            rules.files.push_back(std::move(**file));
    if (recognise != nullptr)
        for (auto file = rules.files.rbegin(); file != rules.files.rend(); ++file) {
            if (file->kind && !recognise->kind) {
                recognise->kind = file->kind->kind;
                recognise->status = file->kind->status;
            }
            recognise->own.headings.insert(recognise->own.headings.end(), file->own.headings.begin(), file->own.headings.end());
            recognise->own.labels.insert(recognise->own.labels.end(), file->own.labels.begin(), file->own.labels.end());
        }
    return Done{};
}

Result<RuleChoice> with_files(RuleChoice rules) {
    const std::string here = ".";
    if (const auto added = add_files(rules, nullptr, {&here, 1}); !added)
        return added.error();
    return rules;
}

Result<Done> add_files(Check& check) {
    if (const auto added = add_files(check.rules, &check.recognise, check.paths); !added)
        return added;
    // The file that wins comes last.
    for (auto file = check.rules.files.rbegin(); file != check.rules.files.rend(); ++file) {
        if (check.formats.empty())
            check.formats = file->formats;
        if (check.groups.empty())
            check.groups = file->groups;
        if (!check.fail_on)
            check.fail_on = file->fail_on;
        if (!check.show)
            check.show = file->show;
        if (!check.jobs)
            check.jobs = file->jobs;
        if (!check.time_limit)
            check.time_limit = file->time_limit;
        if (!check.ocr)
            check.ocr = file->ocr;
        for (const auto& [mine, theirs] : {std::pair{&check.suppressions, &file->suppressions}, {&check.baseline, &file->baseline}, {&check.fingerprint_key, &file->fingerprint_key}})
            if (mine->empty())
                *mine = *theirs;
    }
    if (check.formats.empty())
        check.formats.push_back({"text", "-"});
    return Done{};
}

} // namespace ehc::cli

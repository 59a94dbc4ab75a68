#include "caseload/grouping.hpp"

#include "base/nearest.hpp"
#include "caseload/caseload.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace ehc::caseload {

namespace {

constexpr std::string_view school = "school";
constexpr std::size_t names_shown = 5;

// "C:\plans\A.docx" as "c:/plans/a.docx", "./b.docx" as "b.docx".
std::string path_key(std::string_view path) {
    std::string key = folded_name(path);
    std::replace(key.begin(), key.end(), '\\', '/');
    while (key.starts_with("./"))
        key.erase(0, 2);
    return key;
}

std::string_view without_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    return dot == std::string_view::npos || dot == 0 || (slash != std::string_view::npos && dot <= slash + 1) ? path : path.substr(0, dot);
}

// The column that names the document.
std::size_t key_column(const std::vector<std::string>& columns) {
    for (const std::string_view wanted : {"document", "path", "file", "filename", "filepath", "plan", "planid"})
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::string name = folded_name(columns[i]);
            std::erase_if(name, [](char c) { return c == ' ' || c == '_' || c == '-'; });
            if (name == wanted)
                return i;
        }
    return 0;
}

// What a name in the list may be of this document, the most exact first.
std::vector<std::string> names_of(const std::string& path) {
    std::vector<std::string> names;
    for (const std::string_view whole : {std::string_view(path), without_ending(path)})
        for (std::size_t from = 0; from < whole.size();) {
            names.emplace_back(whole.substr(from));
            const std::size_t slash = whole.find('/', from);
            from = slash == std::string_view::npos ? whole.size() : slash + 1;
        }
    return names;
}

} // namespace

bool Grouping::is_stated(const std::string& source) noexcept { return source == school; }
std::string Grouping::stated_names() { return "`" + std::string(school) + "`"; }

Result<Grouping::List> Grouping::load(const std::string& path, std::span<const std::string> documents) {
    const Result<std::string> bytes = read_file(path, most_list_bytes);
    if (!bytes) {
        const std::vector<std::string> stated{std::string(school)};
        if (const auto near = nearest(path, stated))
            return Error{path, bytes.error().what, "did you mean `" + *near + "`, which the plans state?"};
        return Error{path, "the list to count by cannot be read: " + bytes.error().what, "name a CSV file with a row for each document, or " + stated_names() + " for what the plans state"};
    }
    auto table = parse_list(*bytes, path);
    if (!table)
        return table.error();
    List list;
    list.path = path;
    list.table = std::move(*table);
    list.key = key_column(list.table.columns);
    if (list.table.columns.size() < 2)
        return Error{path, "the list has one column only, `" + list.table.columns.front() + "`", "it needs one that names the document and at least one to count by, for example `document,school`"};
    std::vector<ListTable::Row> rows;
    std::map<std::string, std::size_t> by_name;
    for (ListTable::Row& row : list.table.rows) {
        const std::string name = path_key(row.cells[list.key]), where = path + ":" + std::to_string(row.line);
        if (name.empty())
            return Error{where, "this row names no document: its `" + list.table.columns[list.key] + "` is empty", "fill it in, or take the row out"};
        if (const auto [first, fresh] = by_name.emplace(name, rows.size()); fresh)
            rows.push_back(std::move(row));
        else if (rows[first->second].cells != row.cells)
            return Error{where, "this document stands in line " + std::to_string(rows[first->second].line) + " already, with other values", "leave one of them out"};
    }
    // By the path; the whole of it before a part, so that "plan.docx" is not "old/plan.docx" where there are both.
    std::vector<std::vector<const std::string*>> answering(rows.size());
    std::vector<bool> whole(rows.size());
    for (const std::string& document : documents)
        if (const auto row = by_name.find(path_key(document)); row != by_name.end()) {
            whole[row->second] = true;
            answering[row->second].push_back(&document);
        }
    for (const std::string& document : documents) {
        const std::string key = path_key(document);
        if (by_name.contains(key))
            continue;
        for (const std::string& name : names_of(key))
            if (const auto row = by_name.find(name); row != by_name.end() && !whole[row->second]) {
                answering[row->second].push_back(&document);
                break;
            }
    }
    list.used.resize(rows.size());
    list.ambiguous.resize(rows.size());
    for (const auto& [name, row] : by_name) {
        const auto& all = answering[row];
        // The same plan in Word and as a PDF is one document here.
        list.ambiguous[row] = std::any_of(all.begin(), all.end(), [&](const std::string* one) { return without_ending(*one) != without_ending(*all.front()); });
        if (!list.ambiguous[row])
            for (const std::string* document : all)
                list.by_path.emplace(*document, row);
        if (all.empty())
            list.by_id.emplace(name, row);
    }
    list.table.rows = std::move(rows);
    return list;
}

Result<Grouping> Grouping::from(std::span<const std::string> sources, std::span<const std::string> documents) {
    Grouping grouping;
    std::map<std::string, std::string> seen; // name of a column to where it is from
    const auto add = [&](const std::string& name, const std::string& from) -> std::optional<Error> {
        if (const auto [first, fresh] = seen.emplace(folded_name(name), from); !fresh)
            return Error{from, "`" + name + "` is counted by already, from `" + first->second + "`", "give the column another name, or leave one of them out"};
        grouping.names_.push_back(name);
        return std::nullopt;
    };
    for (const std::string& source : sources) {
        if (is_stated(source)) {
            grouping.sources_.push_back({true, 0});
            if (const auto twice = add("School in the plan", source))
                return *twice;
            continue;
        }
        auto list = load(source, documents);
        if (!list)
            return list.error();
        grouping.sources_.push_back({false, grouping.lists_.size()});
        for (std::size_t i = 0; i < list->table.columns.size(); ++i)
            if (i != list->key)
                if (const auto twice = add(list->table.columns[i], source))
                    return *twice;
        grouping.lists_.push_back(std::move(*list));
    }
    return grouping;
}

void Grouping::apply(finding::DocumentReport& document, const std::string& school_of_plan) {
    document.groups.clear();
    for (const Source& source : sources_) {
        if (source.school) {
            document.groups.push_back(school_of_plan);
            continue;
        }
        List& list = lists_[source.list];
        auto row = list.by_path.find(document.path);
        bool found = row != list.by_path.end();
        if (!found && !document.plan_id.empty()) {
            row = list.by_id.find(path_key(document.plan_id));
            found = row != list.by_id.end();
        }
        if (found)
            list.used[row->second] = true;
        else
            ++list.without_row;
        for (std::size_t i = 0; i < list.table.columns.size(); ++i)
            if (i != list.key)
                document.groups.push_back(found ? list.table.rows[row->second].cells[i] : std::string());
    }
}

std::vector<std::string> Grouping::leftovers(bool names_too) const {
    std::vector<std::string> lines;
    for (const List& list : lists_) {
        const auto rows = [&](bool ambiguous, std::string_view one, std::string_view many) {
            std::size_t count = 0;
            std::string names;
            for (std::size_t i = 0; i < list.table.rows.size(); ++i) {
                const ListTable::Row& row = list.table.rows[i];
                if (list.used[i] || list.ambiguous[i] != ambiguous)
                    continue;
                if (++count <= names_shown && names_too)
                    names += (names.empty() ? ": `" : ", `") + row.cells[list.key] + "` (line " + std::to_string(row.line) + ")";
            }
            if (count > names_shown && names_too)
                names += " and " + std::to_string(count - names_shown) + " more";
            if (count != 0)
                lines.push_back(list.path + ": " + report::counted(count, one, many) + names);
        };
        if (list.without_row != 0)
            lines.push_back(list.path + ": " + report::counted(list.without_row, "document has no row in the list and is", "documents have no row in the list and are") + " counted as not stated");
        rows(false, "row names no document of this audit", "rows name no document of this audit");
        rows(true, "row names several documents and is not used", "rows name several documents and are not used");
    }
    return lines;
}

} // namespace ehc::caseload

// By what documents are counted besides section, rule and month: the columns of lists that the user keeps (school, service,
// case officer), a row a document, and what plans themselves state.
//
// A row names its document by the column `document`, `path`, `file`, `file name` or `plan`, or else by the first: by the whole path as
// the report shows it, by the end of it from any folder on, by the file's name without its ending, or by the id that stands in
// the plan. Letters of either case and `\` for `/` are the same. A name that more than one document bears names none of them.
// Errors: of lists, see caseload/list_table.hpp; two rows for one document; two lists with a column of one name.
#pragma once

#include "base/result.hpp"
#include "caseload/list_table.hpp"
#include "finding/finding.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace ehc::caseload {

class Grouping {
  public:
    // What a plan states, by name: "school". Anything else is the path of a list.
    [[nodiscard]] static bool is_stated(const std::string& source) noexcept;
    [[nodiscard]] static std::string stated_names(); // "`school`", for messages

    // `documents` are the paths of all that will be audited.
    [[nodiscard]] static Result<Grouping> from(std::span<const std::string> sources, std::span<const std::string> documents);

    // Of the values that apply() gives a document, in that order.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    // Sets the document's groups; `school` is what its plan states. Call it in the order of the report.
    void apply(finding::DocumentReport& document, const std::string& school);

    // What did not fit, a line each, once all documents were there; names only when they may be shown.
    [[nodiscard]] std::vector<std::string> leftovers(bool names_too) const;

  private:
    struct List {
        std::string path;
        ListTable table;
        std::size_t key = 0;                        // column that names the document
        std::map<std::string, std::size_t> by_path; // document's path to row
        std::map<std::string, std::size_t> by_id;   // rows that name no path, which may be ids of plans
        std::vector<bool> used, ambiguous;          // of each row
        std::size_t without_row = 0;                // documents
    };
    [[nodiscard]] static Result<List> load(const std::string& path, std::span<const std::string> documents);

    struct Source {
        bool school = false;
        std::size_t list = 0;
    };
    std::vector<Source> sources_;
    std::vector<List> lists_;
    std::vector<std::string> names_;
};

} // namespace ehc::caseload

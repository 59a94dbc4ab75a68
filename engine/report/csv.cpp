// Findings as CSV (RFC 4180, UTF-8, lines ended by CR LF): a row a finding in the order of the report, and one without a rule
// for each document that could not be read, with the reason as its message. Columns are only ever added at the end.

#include "report/escape.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding;

constexpr std::string_view columns =
    "document,rule,slug,severity,basis,category,section,title,message,fix,citations,page,line,column,paragraph,words,places,"
    "fingerprint,kind,status,plan_id,plan_date";

std::string number(std::uint32_t value) { return value == 0 ? std::string() : std::to_string(value); }

class Csv : public Running {
  public:
    Csv(std::ostream& out, const finding::Report& head) : out_(out) {
        out_ << columns;
        for (const std::string& group : head.group_names)
            out_ << ',' << csv_cell(group);
        out_ << "\r\n";
    }

    void document(const DocumentReport& document) override {
        for (const Finding& one : document.findings) {
            const finding::Place& place = one.places.front();
            row(document, {one.rule, one.slug, std::string(name_of(one.severity)), std::string(name_of(one.basis)), one.category,
                           std::string(one.section ? plan::name_of(*one.section) : std::string_view()), one.title, one.message, one.fix,
                           joined(one.citations, "; "), number(place.origin.page), number(place.origin.line),
                           number(place.origin.line == 0 ? 0 : place.origin.column), number(place.origin.paragraph), place.words,
                           std::to_string(one.places.size()), one.fingerprint});
        }
        if (!document.error.empty())
            row(document, {"", "", "", "", "", "", "", document.error, "", "", "", "", "", "", "", "", ""});
    }
    void end(const finding::Summary&) override {}

  private:
    void row(const DocumentReport& document, const std::vector<std::string>& cells) {
        out_ << csv_cell(document.path);
        for (const std::string& cell : cells)
            out_ << ',' << csv_cell(cell);
        out_ << ',' << csv_cell(document.kind ? plan::name_of(*document.kind) : std::string_view()) << ','
             << csv_cell(document.status ? plan::name_of(*document.status) : std::string_view()) << ',' << csv_cell(document.plan_id) << ','
             << csv_cell(document.plan_date);
        for (const std::string& group : document.groups)
            out_ << ',' << csv_cell(group);
        out_ << "\r\n";
    }

    std::ostream& out_;
};

} // namespace

std::unique_ptr<Running> open_csv(std::ostream& out, const finding::Report& head, const Options&) { return std::make_unique<Csv>(out, head); }

} // namespace ehc::report

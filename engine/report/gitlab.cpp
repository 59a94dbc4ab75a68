// GitLab's code quality report: a JSON array, an object a finding. GitLab drops repeated fingerprints and does not show
// check_name, so the first are made unique and the rule stands in the description.

#include "finding/hash.hpp"
#include "report/json_writer.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <map>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Severity;

class GitLab : public Running {
  public:
    GitLab(std::ostream& out, const Options& options) : out_(out), json_(out), least_(options.show) { json_.open('['); }

    void document(const DocumentReport& document) override {
        std::string_view path = document.path;
        while (path.starts_with("./"))
            path.remove_prefix(2);
        if (!document.error.empty())
            entry("could not be read: " + document.error, "unreadable", "blocker", path, 1, "unreadable");
        std::map<std::string_view, unsigned> seen;
        for (const Finding& one : document.findings) {
            const std::string key = one.fingerprint + "|" + std::to_string(seen[one.fingerprint]++);
            const plan::Origin& origin = one.places.front().origin;
            const std::string place = origin.line == 0 ? " (" + place_text(one.section, origin) + ")" : "";
            if (one.severity <= least_)
                entry(one.rule + ": " + one.message + place, one.rule, one.severity == Severity::advice ? "info" : name_of(one.severity), path, std::max(1U, origin.line), key);
        }
    }
    void end(const finding::Summary&) override {
        json_.close(']');
        out_ << '\n';
    }

  private:
    void entry(const std::string& description, std::string_view check, std::string_view severity, std::string_view path, std::uint64_t line, const std::string& key) {
        json_.object([&] {
            json_.key("description").string(description);
            json_.key("check_name").string(check);
            json_.key("fingerprint").string(finding::sha256_hex(std::string(path) + "|" + key).substr(0, 32));
            json_.key("severity").string(severity);
            json_.key("location").object([&] {
                json_.key("path").string(path);
                json_.key("lines").object([&] { json_.key("begin").number(line); });
            });
        });
    }

    std::ostream& out_;
    JsonWriter json_;
    Severity least_;
};

} // namespace

std::unique_ptr<Running> open_gitlab(std::ostream& out, const finding::Report&, const Options& options) { return std::make_unique<GitLab>(out, options); }

} // namespace ehc::report

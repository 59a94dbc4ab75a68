// JUnit XML, as CI servers read it: a test suite a document, a test case a rule. A rule that passed is a passing case; what
// did not apply, could not be checked or needs a person is skipped with the reason, never passed.

#include "report/escape.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <map>
#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Question, finding::RuleInfo, finding::Unchecked;

// What one document has to say of one rule.
struct Case {
    std::vector<const Finding*> findings;
    const Unchecked* unchecked = nullptr;
    const Question* question = nullptr;
    const finding::Suppressed* accepted = nullptr;
    std::size_t known = 0;
};

class JUnit : public Running {
  public:
    JUnit(std::ostream& out, const finding::Report& head) : out_(out), rules_(head.rules) {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ehcaudit\">\n";
    }

    void document(const DocumentReport& document) override {
        std::map<std::string_view, Case> cases;
        for (const Finding& one : document.findings)
            cases[one.rule].findings.push_back(&one);
        for (const Unchecked& one : document.unchecked)
            cases[one.rule].unchecked = &one;
        for (const Question& one : document.questions)
            cases[one.rule].question = &one;
        for (const finding::Suppressed& one : document.suppressed)
            cases[one.finding.rule].accepted = &one;
        for (const Finding& one : document.known)
            ++cases[one.rule].known;
        std::string body;
        std::size_t tests = 0, failures = 0, skipped = 0;
        const auto add = [&](std::string_view rule, std::string_view slug, const std::string& inside) {
            ++tests;
            failures += inside.starts_with("<failure");
            skipped += inside.starts_with("<skipped");
            body += "    <testcase classname=\"" + xml_escaped(document.path) + "\" name=\"" + xml_escaped(std::string(rule) + " " + std::string(slug)) + "\"" +
                    (inside.empty() ? "/>\n" : ">" + inside + "</testcase>\n");
        };
        if (!document.error.empty())
            add("", "readable", "<error message=\"" + xml_escaped(document.error) + "\" type=\"unreadable\"/>");
        else if (document.by_rule.empty())
            add("", "no rule is for this kind of document", skip(document.recognised_as));
        for (std::size_t i = 0; i < document.by_rule.size() && i < rules_.size(); ++i) {
            const auto found = cases.find(rules_[i].id);
            add(rules_[i].id, rules_[i].slug, inside(found == cases.end() ? Case{} : found->second, document.by_rule[i]));
            if (found != cases.end())
                cases.erase(found);
        }
        for (const auto& [rule, one] : cases) // of the program's own, such as a suppression that has run out
            for (const Finding* finding : one.findings)
                add(finding->rule, finding->slug, failure({finding}));
        out_ << "  <testsuite name=\"" << xml_escaped(document.path) << "\" tests=\"" << std::to_string(tests) << "\" failures=\""
             << std::to_string(failures) << "\" errors=\"" << (document.error.empty() ? '0' : '1') << "\" skipped=\"" << std::to_string(skipped)
             << "\">\n" << body << "  </testsuite>\n";
        any_ = true;
    }
    void end(const finding::Summary&) override {
        if (!any_) // servers take a file without a case for a broken one
            out_ << "  <testsuite name=\"ehcaudit\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                    "    <testcase classname=\"ehcaudit\" name=\"no documents\"/>\n  </testsuite>\n";
        out_ << "</testsuites>\n";
    }

  private:
    static std::string skip(std::string_view why) { return "<skipped message=\"" + xml_escaped(why) + "\"/>"; }

    static std::string failure(const std::vector<const Finding*>& findings) {
        const Finding& first = *findings.front();
        std::string text = "<failure message=\"" + xml_escaped(first.message) + "\" type=\"" + std::string(name_of(first.severity)) + "\">";
        for (const Finding* one : findings) {
            text += xml_escaped(capitalised(place_text(one->section, one->places.front().origin)) + ": " + one->message) + "\n";
            if (!one->places.front().words.empty())
                text += xml_escaped("words: " + one->places.front().words) + "\n";
            if (one->places.size() > 1)
                text += "and " + counted(one->places.size() - 1, "more place", "more places") + "\n";
        }
        if (!first.fix.empty())
            text += xml_escaped("fix: " + first.fix) + "\n";
        return text + xml_escaped(std::string(label_of(first.basis)) + ": " + joined(first.citations, "; ")) + "</failure>";
    }

    static std::string inside(const Case& one, const finding::RuleCount& count) {
        if (!one.findings.empty())
            return failure(one.findings);
        if (one.unchecked != nullptr)
            return skip("unchecked: " + one.unchecked->because);
        if (one.question != nullptr)
            return skip("for a person: " + one.question->question);
        if (one.accepted != nullptr)
            return skip("accepted by " + one.accepted->who + " until " + readable_date(one.accepted->until) + ": " + one.accepted->reason);
        if (one.known != 0)
            return skip("known before: " + counted(one.known, "finding is", "findings are") + " in the baseline");
        if (count.passed != 0)
            return {};
        return skip(count.not_applicable != 0 ? "not applicable" : "found nothing to look at");
    }

    std::ostream& out_;
    const std::vector<RuleInfo>& rules_;
    bool any_ = false;
};

} // namespace

std::unique_ptr<Running> open_junit(std::ostream& out, const finding::Report& head, const Options&) { return std::make_unique<JUnit>(out, head); }

} // namespace ehc::report

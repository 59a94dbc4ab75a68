// The report as JSON, in one object or as JSON Lines: schemas/ehcaudit-report-1.schema.json says what each key means. Every key is always there, null when
// not known, but `places`, which is written when a finding has more than one, and what groups there are where none were asked for.

#include "report/json_writer.hpp"
#include "report/registry.hpp"
#include "report/tally.hpp"

#include <numeric>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::PackInfo, finding::Question, finding::Report;
using finding::Severity, finding::Summary, finding::Unchecked, finding::name_of, finding::severity_count;

void write_strings(JsonWriter& json, const std::vector<std::string>& texts) {
    json.array([&] {
        for (const std::string& text : texts)
            json.string(text);
    });
}

void write_section(JsonWriter& json, std::optional<plan::Letter> section) {
    json.key("section").string_or_null(section ? plan::name_of(*section) : std::string_view());
}

void write_location(JsonWriter& json, const plan::Origin& origin, std::string_view excerpt) {
    json.object([&] {
        json.key("line").number_or_null(origin.line);
        json.key("column").number_or_null(origin.line == 0 ? 0 : origin.column);
        json.key("page").number_or_null(origin.page);
        json.key("paragraph").number_or_null(origin.paragraph);
        json.key("block").number_or_null(origin.block);
        json.key("span");
        if (origin.known())
            json.array([&] {
                json.number(origin.span.begin);
                json.number(origin.span.end);
            });
        else
            json.null();
        json.key("excerpt").string_or_null(excerpt);
        if (origin.from_ocr)
            json.key("from_ocr").boolean(true);
    });
}

void write_finding(JsonWriter& json, const Finding& finding) {
    json.object([&] {
        json.key("rule").string(finding.rule);
        json.key("slug").string(finding.slug);
        json.key("severity").string(name_of(finding.severity));
        json.key("basis").string(name_of(finding.basis));
        json.key("category").string(finding.category);
        json.key("title").string(finding.title);
        json.key("message").string(finding.message);
        json.key("fix").string_or_null(finding.fix);
        json.key("family").string_or_null(finding.family);
        json.key("citations");
        write_strings(json, finding.citations);
        write_section(json, finding.section);
        json.key("location");
        write_location(json, finding.places.front().origin, finding.places.front().words);
        if (finding.places.size() > 1)
            json.key("places").array([&] {
                for (const auto& place : finding.places)
                    write_location(json, place.origin, place.words);
            });
        json.key("fingerprint").string(finding.fingerprint);
    });
}

void write_suppressed(JsonWriter& json, const finding::Suppressed& one) {
    json.object([&] {
        json.key("reason").string(one.reason);
        json.key("who").string(one.who);
        json.key("until").string(one.until);
        json.key("finding");
        write_finding(json, one.finding);
    });
}

void write_gone(JsonWriter& json, const finding::Gone& one) {
    json.object([&] {
        json.key("rule").string(one.rule);
        write_section(json, one.section);
        json.key("fingerprint").string(one.fingerprint);
        json.key("times").number(one.times);
    });
}

void write_unchecked(JsonWriter& json, const Unchecked& unchecked) {
    json.object([&] {
        json.key("rule").string(unchecked.rule);
        json.key("slug").string(unchecked.slug);
        json.key("because").string(unchecked.because);
        json.key("not_given").boolean(unchecked.not_given);
        write_section(json, unchecked.section);
        json.key("location");
        write_location(json, unchecked.origin, {});
    });
}

void write_question(JsonWriter& json, const Question& question) {
    json.object([&] {
        json.key("rule").string(question.rule);
        json.key("slug").string(question.slug);
        json.key("question").string(question.question);
        json.key("evidence");
        write_strings(json, question.evidence);
        write_section(json, question.section);
        json.key("location");
        write_location(json, question.origin, {});
    });
}

// By the names of the head; null where it is not known.
void write_groups(JsonWriter& json, const std::vector<std::string>& names, const DocumentReport& document) {
    if (names.empty())
        return;
    json.key("groups").object([&] {
        for (std::size_t i = 0; i < names.size(); ++i)
            json.key(names[i]).string_or_null(i < document.groups.size() ? std::string_view(document.groups[i]) : std::string_view());
    });
}

void write_document(JsonWriter& json, const DocumentReport& document, const std::vector<std::string>& group_names) {
    const auto each = [&](std::string_view key, const auto& items, auto&& write) {
        json.key(key).array([&] {
            for (const auto& item : items)
                write(json, item);
        });
    };
    json.object([&] {
        json.key("path").string(document.path);
        json.key("sha256").string_or_null(document.sha256);
        json.key("format").string_or_null(document.format);
        json.key("kind").string_or_null(document.kind ? plan::name_of(*document.kind) : std::string_view());
        json.key("recognised_as").string_or_null(document.recognised_as);
        json.key("why").string_or_null(document.why);
        json.key("status").string_or_null(document.status ? plan::name_of(*document.status) : std::string_view());
        json.key("plan").object([&] {
            json.key("id").string_or_null(document.plan_id);
            json.key("date").string_or_null(document.plan_date);
        });
        write_groups(json, group_names, document);
        json.key("judgement").object([&] {
            for (const finding::JudgementGiven& given : document.judgements)
                json.key(given.name).string(given.grade);
        });
        json.key("judgement_because").object([&] {
            for (const finding::JudgementGiven& given : document.judgements)
                json.key(given.name).string_or_null(given.because);
        });
        each("findings", document.findings, write_finding);
        each("unchecked", document.unchecked, write_unchecked);
        each("questions", document.questions, write_question);
        each("suppressed", document.suppressed, write_suppressed);
        each("known", document.known, write_finding);
        json.key("gone").number(std::accumulate(document.gone.begin(), document.gone.end(), std::uint64_t{0}, [](std::uint64_t sum, const finding::Gone& one) { return sum + one.times; }));
        each("gone_findings", document.gone, write_gone);
        json.key("notes");
        write_strings(json, document.notes);
        json.key("passed").number(document.passed);
        json.key("not_applicable").number(document.not_applicable);
        json.key("error").string_or_null(document.error);
    });
}

void write_counts(JsonWriter& json, const Counts& counts) {
    json.object([&] {
        for (std::size_t i = 0; i < severity_count; ++i)
            json.key(name_of(static_cast<Severity>(i))).number(counts[i]);
    });
}

void write_summary(JsonWriter& json, const Summary& summary, const Report& head, const Tally& tally) {
    json.object([&] {
        json.key("documents").number(summary.documents);
        json.key("unreadable").number(summary.unreadable);
        write_counts(json.key("findings"), summary.findings);
        json.key("passed").number(summary.passed);
        json.key("not_applicable").number(summary.not_applicable);
        json.key("unchecked").number(summary.unchecked);
        json.key("not_given").number(summary.not_given);
        json.key("questions").number(summary.questions);
        json.key("suppressed").number(summary.suppressed);
        json.key("known").number(summary.known);
        json.key("gone").number(summary.gone);
        json.key("rules_without_subject");
        write_strings(json, summary.rules_without_subject);
        if (!head.group_names.empty())
            json.key("groups").array([&] {
                for (std::size_t i = 0; i < head.group_names.size(); ++i)
                    for (const auto& [value, group] : tally.group(i))
                        json.object([&] {
                            json.key("by").string(head.group_names[i]);
                            json.key("value").string_or_null(value == not_stated ? std::string_view() : std::string_view(value));
                            json.key("documents").number(group.documents);
                            json.key("to_send_back").number(group.grave);
                            write_counts(json.key("findings"), group.findings);
                        });
            });
    });
}

void write_head(JsonWriter& json, const Report& report) {
    json.key("schema").string("ehcaudit-report/1");
    json.key("tool").object([&] {
        json.key("name").string("ehcaudit");
        json.key("version").string(report.version);
    });
    json.key("audit").object([&] {
        json.key("as_at").string(report.as_at);
        json.key("packs").array([&] {
            for (const PackInfo& pack : report.packs)
                json.object([&] {
                    json.key("name").string(pack.name);
                    json.key("version").string(pack.version);
                    json.key("digest").string(pack.digest);
                });
        });
        json.key("settings").array([&] {
            for (const finding::SettingInfo& setting : report.settings)
                json.object([&] {
                    json.key("subject").string(setting.subject);
                    json.key("what").string(setting.what);
                    json.key("value").string(setting.value);
                    json.key("origin").string(setting.origin);
                });
        });
        json.key("profile").string_or_null(report.profile);
        json.key("rules_off").array([&] {
            for (const finding::RuleOff& off : report.off)
                json.object([&] {
                    json.key("rule").string(off.rule);
                    json.key("reason").string(off.reason);
                });
        });
        json.key("redacted").boolean(report.redacted);
        if (!report.group_names.empty()) {
            json.key("group_by");
            write_strings(json, report.group_names);
        }
    });
}

class Json : public Running {
  public:
    Json(std::ostream& out, const Report& head) : out_(out), json_(out), head_(head), tally_(head.group_names.size()) {
        json_.open('{');
        write_head(json_, head);
        json_.key("documents").open('[');
    }
    void document(const DocumentReport& document) override {
        write_document(json_, document, head_.group_names);
        tally_.add(document);
    }
    void end(const Summary& summary) override {
        json_.close(']');
        json_.key("summary");
        write_summary(json_, summary, head_, tally_);
        json_.close('}');
        out_ << '\n';
    }

  private:
    std::ostream& out_;
    JsonWriter json_;
    const Report& head_;
    Tally tally_;
};

// The same values, one object a line: the head, each document, the summary. A document is written out at once, so that
// whoever reads has it when it is done.
class JsonLines : public Running {
  public:
    JsonLines(std::ostream& out, const Report& head) : out_(out), head_(head), tally_(head.group_names.size()) {
        line([&](JsonWriter& json) { json.object([&] { write_head(json, head); }); });
    }
    void document(const DocumentReport& document) override {
        line([&](JsonWriter& json) { json.object([&] { write_document(json.key("document"), document, head_.group_names); }); });
        tally_.add(document);
    }
    void end(const Summary& summary) override {
        line([&](JsonWriter& json) { json.object([&] { write_summary(json.key("summary"), summary, head_, tally_); }); });
    }

  private:
    template <class F> void line(F&& value) {
        JsonWriter json(out_, JsonWriter::Layout::one_line);
        value(json);
        out_ << '\n' << std::flush;
    }

    std::ostream& out_;
    const Report& head_;
    Tally tally_;
};

} // namespace

std::unique_ptr<Running> open_json(std::ostream& out, const Report& head, const Options&) { return std::make_unique<Json>(out, head); }
std::unique_ptr<Running> open_jsonl(std::ostream& out, const Report& head, const Options&) { return std::make_unique<JsonLines>(out, head); }

} // namespace ehc::report

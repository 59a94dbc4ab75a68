// SARIF 2.1.0 (OASIS), as code-scanning services read it: a result a finding, each pack a tool extension with its rules, each
// instrument that is cited a taxonomy. What is unchecked is `open`, a question `review`; with --verbose each rule that passed
// or did not apply is a result too. Unreadable documents are notifications.
//
// Places: plan XML has lines and columns (code points). Word documents have none: there the region is a stretch of bytes of
// the extracted text, and properties give paragraph, page and block. Words of a plan stand in messages only, never as
// snippets. Nothing depends on clock, user or machine.

#include "finding/hash.hpp"
#include "report/citation.hpp"
#include "report/display.hpp"
#include "report/escape.hpp"
#include "report/json_writer.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <map>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Question, finding::Report, finding::RuleInfo, finding::Severity;
using finding::Summary, finding::Unchecked;

constexpr std::string_view base_id = "SOURCE";

std::string_view level_of(Severity severity) {
    switch (severity) {
    case Severity::critical:
    case Severity::major: return "error";
    case Severity::minor: return "warning";
    case Severity::advice: return "note";
    }
    return "none";
}

// SARIF's own scale, 0 to 100.
std::uint64_t rank_of(Severity severity) {
    switch (severity) {
    case Severity::critical: return 95;
    case Severity::major: return 75;
    case Severity::minor: return 40;
    case Severity::advice: return 10;
    }
    return 0;
}

constexpr std::size_t github_takes = 25'000, github_shows = 5'000; // results of one run

std::string too_many_for_github(std::size_t results) {
    return counted(results, "result", "results") + ", and GitHub code scanning takes " + thousands(github_takes) + " at most and shows the worst " + thousands(github_shows) +
           ": audit fewer documents at once, or fewer rules by --pack or --rule";
}

class Sarif : public Running {
  public:
    Sarif(std::ostream& out, const Report& head, const Options& options) : out_(out), json_(out), head_(head), options_(options) {
        number_rules();
        json_.open('{');
        json_.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
        json_.key("version").string("2.1.0");
        json_.key("runs").open('[');
        json_.open('{');
        tool();
        json_.key("automationDetails").object([&] { json_.key("id").string("ehcaudit/"); });
        json_.key("columnKind").string("unicodeCodePoints");
        if (head_.redacted)
            json_.key("redactionTokens").array([&] { json_.string("words-"); });
        json_.key("originalUriBaseIds").object([&] {
            json_.key(base_id).object([&] { text("description", "The folder in which the audit was run."); });
        });
        taxonomies();
        policies();
        json_.key("results").open('[');
    }

    void document(const DocumentReport& document) override {
        artifacts_.push_back({document.path, document.sha256});
        if (!document.error.empty()) {
            unreadable_.push_back({document.path, document.error});
            return;
        }
        for (const Finding& one : document.findings)
            finding(document, one, "new");
        for (const Finding& one : document.known)
            finding(document, one, "unchanged");
        for (const finding::Suppressed& one : document.suppressed)
            finding(document, one.finding, "new", &one);
        for (const finding::Gone& one : document.gone)
            gone(document, one);
        for (const Unchecked& one : document.unchecked)
            other(document, one.rule, "open", one.because, one.section, &one.origin);
        for (const Question& one : document.questions)
            other(document, one.rule, "review", one.question, one.section, &one.origin);
        results_ += document.findings.size() + document.known.size() + document.suppressed.size() + document.gone.size() + document.unchecked.size() + document.questions.size();
        if (!options_.verbose)
            return;
        for (std::size_t i = 0; i < document.by_rule.size() && i < head_.rules.size(); ++i) {
            results_ += document.by_rule[i].passed + document.by_rule[i].not_applicable != 0 ? 1 : 0;
            if (document.by_rule[i].passed != 0)
                other(document, head_.rules[i].id, "pass", head_.rules[i].title, {}, nullptr);
            else if (document.by_rule[i].not_applicable != 0)
                other(document, head_.rules[i].id, "notApplicable", "The rule is not about this document.", {}, nullptr);
        }
    }

    void end(const Summary& summary) override {
        json_.close(']');
        json_.key("artifacts").array([&] {
            for (const auto& [path, sha256] : artifacts_)
                json_.object([&] {
                    location("location", path);
                    json_.key("roles").array([&] { json_.string("analysisTarget"); });
                    if (!sha256.empty())
                        json_.key("hashes").object([&] { json_.key("sha-256").string(sha256); });
                });
        });
        json_.key("invocations").array([&] {
            json_.object([&] {
                json_.key("executionSuccessful").boolean(summary.unreadable == 0);
                if (!head_.off.empty())
                    json_.key("ruleConfigurationOverrides").array([&] {
                        for (const finding::RuleOff& off : head_.off)
                            json_.object([&] {
                                json_.key("descriptor").object([&] { json_.key("id").string(off.rule); });
                                json_.key("configuration").object([&] { json_.key("enabled").boolean(false); });
                                json_.key("properties").object([&] { json_.key("reason").string(off.reason); });
                            });
                    });
                json_.key("toolExecutionNotifications").array([&] {
                    for (const auto& [path, error] : unreadable_)
                        json_.object([&] {
                            json_.key("level").string("error");
                            text("message", "could not be read: " + error);
                            json_.key("locations").array([&] {
                                json_.object([&] { json_.key("physicalLocation").object([&] { location("artifactLocation", path); }); });
                            });
                        });
                    if (results_ > github_takes)
                        json_.object([&] {
                            json_.key("level").string("warning");
                            text("message", too_many_for_github(results_));
                        });
                });
            });
        });
        json_.key("properties").object([&] {
            json_.key("asAt").string(head_.as_at);
            json_.key("profile").string_or_null(head_.profile);
            json_.key("documents").number(summary.documents);
            json_.key("passed").number(summary.passed);
            json_.key("notApplicable").number(summary.not_applicable);
            json_.key("unchecked").number(summary.unchecked);
            json_.key("notGiven").number(summary.not_given);
            json_.key("forAPerson").number(summary.questions);
            json_.key("suppressed").number(summary.suppressed);
            json_.key("known").number(summary.known);
            json_.key("gone").number(summary.gone);
            json_.key("rulesOff").array([&] {
                for (const finding::RuleOff& off : head_.off)
                    json_.string(off.rule + ": " + off.reason);
            });
            json_.key("rulesWithoutSubject").array([&] {
                for (const std::string& rule : summary.rules_without_subject)
                    json_.string(rule);
            });
        });
        json_.close('}');
        json_.close(']');
        json_.close('}');
        out_ << '\n';
    }

  private:
    struct Taxonomy {
        std::uint64_t number = 0;
        std::map<std::string, std::uint64_t, std::less<>> taxa;
    };
    struct Where {
        std::optional<std::uint64_t> extension; // nothing for a rule of the program itself
        std::uint64_t number = 0;
    };

    void number_rules() {
        for (const RuleInfo& rule : head_.own_rules)
            where_[rule.id] = {std::nullopt, where_.size()};
        std::map<std::string_view, std::uint64_t> packs, used;
        for (const finding::PackInfo& pack : head_.packs)
            packs.emplace(pack.name, packs.size());
        for (const RuleInfo& rule : head_.rules) {
            const auto pack = packs.find(rule.pack);
            where_[rule.id] = {pack == packs.end() ? std::nullopt : std::optional(pack->second), used[rule.pack]++};
            for (const std::string& citation : rule.citations)
                taxonomies_[std::string(split(citation).instrument)].taxa[citation];
        }
        std::uint64_t number = 0;
        for (auto& [name, taxonomy] : taxonomies_) {
            taxonomy.number = number++;
            std::uint64_t taxon = 0;
            for (auto& [citation, its_number] : taxonomy.taxa)
                its_number = taxon++;
        }
    }

    void text(std::string_view key, std::string_view what) {
        json_.key(key).object([&] { json_.key("text").string(shown(what, true)); });
    }

    void location(std::string_view key, std::string_view path) {
        json_.key(key).object([&] {
            json_.key("uri").string(uri_of(path));
            if (!path.starts_with('/'))
                json_.key("uriBaseId").string(base_id);
        });
    }

    void taxon(std::string_view citation) {
        const auto taxonomy = taxonomies_.find(split(citation).instrument);
        const std::string provision(split(citation).provision.empty() ? citation : split(citation).provision);
        json_.object([&] {
            json_.key("id").string(provision);
            json_.key("index").number(taxonomy->second.taxa.find(citation)->second);
            json_.key("toolComponent").object([&] {
                json_.key("name").string(taxonomy->first);
                json_.key("index").number(taxonomy->second.number);
            });
        });
    }
    [[nodiscard]] bool has_taxon(std::string_view citation) const {
        const auto taxonomy = taxonomies_.find(split(citation).instrument);
        return taxonomy != taxonomies_.end() && taxonomy->second.taxa.count(citation) != 0;
    }

    // Only what packs cite is a taxonomy.
    void rule(const RuleInfo& info, bool with_law = true) {
        const std::string law = std::string(label_of(info.basis)) + ": " + (info.citations.empty() ? "no source given" : joined(info.citations, "; "));
        json_.object([&] {
            json_.key("id").string(info.id);
            json_.key("name").string(info.slug);
            if (!info.former_ids.empty())
                json_.key("deprecatedIds").array([&] {
                    for (const std::string& id : info.former_ids)
                        json_.string(id);
                });
            text("shortDescription", info.title);
            text("fullDescription", info.title + ". A finding says: " + info.says);
            json_.key("help").object([&] {
                const std::string fix = info.fix.empty() ? info.says : info.fix;
                json_.key("text").string(shown(info.title + ". " + fix + " " + capitalised(law) + ".", true));
                json_.key("markdown").string("**" + markdown_escaped(info.title) + "**\n\n" + markdown_escaped(fix) + "\n\n" + markdown_escaped(capitalised(law)) + ".");
            });
            json_.key("defaultConfiguration").object([&] {
                json_.key("level").string(level_of(info.severity));
                json_.key("rank").number(rank_of(info.severity));
                if (!info.parameters.empty())
                    json_.key("parameters").object([&] {
                        for (const RuleInfo::Parameter& parameter : info.parameters)
                            json_.key(parameter.name).object([&] {
                                json_.key("value").string(parameter.value);
                                json_.key("help").string(parameter.help);
                            });
                    });
            });
            if (with_law && !info.citations.empty())
                json_.key("relationships").array([&] {
                    for (const std::string& citation : info.citations)
                        json_.object([&] {
                            json_.key("target");
                            taxon(citation);
                            json_.key("kinds").array([&] { json_.string("relevant"); });
                        });
                });
            json_.key("properties").object([&] {
                json_.key("severity").string(name_of(info.severity));
                json_.key("basis").string(name_of(info.basis));
                json_.key("category").string(info.category);
                json_.key("tags").array([&] {
                    json_.string(info.category);
                    json_.string(name_of(info.basis));
                });
            });
        });
    }

    void rules_of(std::string_view pack) {
        json_.key("rules").array([&] {
            for (const RuleInfo& info : head_.rules)
                if (info.pack == pack)
                    rule(info);
        });
    }

    void tool() {
        json_.key("tool").object([&] {
            json_.key("driver").object([&] {
                json_.key("name").string("ehcaudit");
                json_.key("semanticVersion").string(head_.version);
                json_.key("rules").array([&] {
                    for (const RuleInfo& info : head_.own_rules)
                        rule(info, false);
                });
            });
            json_.key("extensions").array([&] {
                for (const finding::PackInfo& pack : head_.packs)
                    json_.object([&] {
                        json_.key("name").string(pack.name);
                        json_.key("version").string(pack.version);
                        json_.key("properties").object([&] { json_.key("digest").string(pack.digest); });
                        rules_of(pack.name);
                    });
            });
        });
    }

    void taxonomies() {
        json_.key("taxonomies").array([&] {
            for (const auto& [name, taxonomy] : taxonomies_)
                json_.object([&] {
                    json_.key("name").string(name);
                    text("shortDescription", "Provisions of " + name + " that the rules cite.");
                    json_.key("taxa").array([&] {
                        for (const auto& [citation, number] : taxonomy.taxa)
                            json_.object([&] {
                                const Citation parts = split(citation);
                                json_.key("id").string(parts.provision.empty() ? std::string_view(citation) : parts.provision);
                                text("shortDescription", citation);
                            });
                    });
                });
        });
    }

    // What the council's own settings and packs change in the packs: a component of their name, with the rules as they are now.
    void policies() {
        if (head_.settings.empty() && head_.profile.empty())
            return;
        json_.key("policies").array([&] {
            json_.object([&] {
                json_.key("name").string(head_.profile.empty() ? "settings of this run" : head_.profile);
                std::map<std::string_view, const RuleInfo*> changed;
                for (const finding::SettingInfo& setting : head_.settings)
                    for (const RuleInfo& info : head_.rules)
                        if (info.id == setting.subject)
                            changed.emplace(info.id, &info);
                if (!changed.empty())
                    json_.key("rules").array([&] {
                        for (const auto& [id, info] : changed)
                            json_.object([&] {
                                json_.key("id").string(id);
                                json_.key("defaultConfiguration").object([&] {
                                    json_.key("level").string(level_of(info->severity));
                                    json_.key("rank").number(rank_of(info->severity));
                                });
                            });
                    });
                json_.key("properties").object([&] {
                    json_.key("settings").array([&] {
                        for (const finding::SettingInfo& setting : head_.settings)
                            json_.object([&] {
                                json_.key("subject").string(setting.subject);
                                json_.key("what").string(setting.what);
                                json_.key("value").string(setting.value);
                                json_.key("origin").string(setting.origin);
                            });
                    });
                });
            });
        });
    }

    // A finding of the baseline that is no longer there: of it only rule, section and fingerprint are known.
    void gone(const DocumentReport& document, const finding::Gone& one) {
        json_.object([&] {
            rule_reference(one.rule);
            standing("absent");
            json_.key("kind").string("fail");
            const auto info = std::find_if(head_.rules.begin(), head_.rules.end(), [&](const RuleInfo& rule) { return rule.id == one.rule; });
            json_.key("level").string(info == head_.rules.end() ? "note" : level_of(info->severity));
            text("message", "In the baseline, and no longer found" + (info == head_.rules.end() ? std::string(".") : ": " + info->title + "."));
            json_.key("locations").array([&] { place(document.path, one.section, nullptr); });
            fingerprints(document.path, one.rule, one.fingerprint);
            json_.key("occurrenceCount").number(one.times);
        });
    }

    void rule_reference(std::string_view id) {
        json_.key("ruleId").string(id);
        const auto found = where_.find(id);
        if (found == where_.end())
            return;
        json_.key("rule").object([&] {
            json_.key("id").string(id);
            json_.key("index").number(found->second.number);
            if (found->second.extension)
                json_.key("toolComponent").object([&] { json_.key("index").number(*found->second.extension); });
        });
    }

    // `id` is 0 for a place that nothing refers to.
    void place(const std::string& path, std::optional<plan::Letter> section, const plan::Origin* origin, std::uint64_t id = 0) {
        json_.object([&] {
            if (id != 0)
                json_.key("id").number(id);
            json_.key("physicalLocation").object([&] {
                location("artifactLocation", path);
                if (origin == nullptr || !origin->known())
                    return;
                if (origin->line != 0) {
                    json_.key("region").object([&] {
                        json_.key("startLine").number(origin->line);
                        if (origin->column != 0)
                            json_.key("startColumn").number(origin->column);
                    });
                    if (origin->from_ocr)
                        json_.key("properties").object([&] { json_.key("fromOcr").boolean(true); });
                    return;
                }
                json_.key("region").object([&] {
                    json_.key("byteOffset").number(origin->span.begin);
                    json_.key("byteLength").number(origin->span.end - origin->span.begin);
                });
                json_.key("properties").object([&] {
                    json_.key("regionIsOf").string("the extracted text, UTF-8");
                    if (origin->page != 0)
                        json_.key("page").number(origin->page);
                    if (origin->paragraph != 0)
                        json_.key("paragraph").number(origin->paragraph);
                    json_.key("block").number(origin->block);
                });
            });
            if (section)
                json_.key("logicalLocations").array([&] {
                    json_.object([&] {
                        const std::string name = "Section " + std::string(plan::name_of(*section));
                        json_.key("name").string(name);
                        json_.key("fullyQualifiedName").string("EHC plan/" + name);
                        json_.key("kind").string("section");
                    });
                });
        });
    }

    // Every result says how it stands to the baseline and to the exceptions, or none does.
    void standing(std::string_view state, const finding::Suppressed* accepted = nullptr) {
        if (head_.with_baseline)
            json_.key("baselineState").string(state);
        if (!head_.with_suppressions)
            return;
        json_.key("suppressions").array([&] {
            if (accepted != nullptr)
                json_.object([&] {
                    json_.key("kind").string("external");
                    json_.key("status").string("accepted");
                    json_.key("justification").string(accepted->reason);
                    json_.key("properties").object([&] {
                        json_.key("who").string(accepted->who);
                        json_.key("until").string(accepted->until);
                    });
                });
        });
    }

    void finding(const DocumentReport& document, const Finding& one, std::string_view state, const finding::Suppressed* accepted = nullptr) {
        json_.object([&] {
            rule_reference(one.rule);
            standing(state, accepted);
            json_.key("kind").string("fail");
            json_.key("level").string(level_of(one.severity));
            json_.key("rank").number(rank_of(one.severity));
            text("message", one.message + (one.fix.empty() ? "" : " " + one.fix));
            json_.key("locations").array([&] { place(document.path, one.section, &one.places.front().origin); });
            if (one.places.size() > 1)
                json_.key("relatedLocations").array([&] {
                    for (std::size_t i = 1; i < one.places.size() && i <= most_related; ++i)
                        place(document.path, one.section, &one.places[i].origin, i);
                });
            fingerprints(document.path, one.rule, one.fingerprint);
            if (std::any_of(one.citations.begin(), one.citations.end(), [&](const std::string& citation) { return has_taxon(citation); }))
                json_.key("taxa").array([&] {
                    for (const std::string& citation : one.citations)
                        if (has_taxon(citation))
                            taxon(citation);
                });
            json_.key("properties").object([&] {
                json_.key("severity").string(name_of(one.severity));
                json_.key("basis").string(name_of(one.basis));
                json_.key("places").number(one.places.size());
            });
        });
    }

    // GitHub knows findings again by primaryLocationLineHash alone, so that must differ between documents.
    void fingerprints(const std::string& path, const std::string& rule, const std::string& fingerprint) {
        json_.key("partialFingerprints").object([&] {
            json_.key("ehcFinding/v1").string(fingerprint);
            json_.key("primaryLocationLineHash").string(finding::sha256_hex(path + "|" + rule + "|" + fingerprint).substr(0, 32) + ":1");
        });
    }

    void other(const DocumentReport& document, std::string_view id, std::string_view kind, std::string_view message, std::optional<plan::Letter> section,
               const plan::Origin* origin) {
        json_.object([&] {
            rule_reference(id);
            standing("new");
            json_.key("kind").string(kind);
            json_.key("level").string("none");
            text("message", message);
            json_.key("locations").array([&] { place(document.path, section, origin); });
        });
    }

    static constexpr std::size_t most_related = 100; // GitHub shows no more

    std::ostream& out_;
    JsonWriter json_;
    const Report& head_;
    const Options& options_;
    std::map<std::string, Where, std::less<>> where_;
    std::map<std::string, Taxonomy, std::less<>> taxonomies_;
    std::vector<std::pair<std::string, std::string>> artifacts_, unreadable_;
    std::size_t results_ = 0;
};

} // namespace

std::unique_ptr<Running> open_sarif(std::ostream& out, const Report& head, const Options& options) { return std::make_unique<Sarif>(out, head, options); }

} // namespace ehc::report

// Rules: their clauses in whatever order they were written, and what each must have.

#include "base/overloaded.hpp"
#include "compile/checker.hpp"
#include "dsl/parse.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <utility>

namespace ehc::compile {

namespace {

// Words that may follow "applies to": kinds of document and statuses of a plan.
std::vector<std::string> audience_names() {
    std::vector<std::string> names = names_of(plan::kinds);
    for (std::string& status : names_of(plan::statuses))
        names.push_back(std::move(status));
    return names;
}

std::vector<std::string> severity_names() { return {"critical", "major", "minor", "advice"}; }
std::vector<std::string> basis_names() { return {"law", "case-law", "statutory-guidance", "practice", "local"}; }

bool once(const dsl::Clause& clause) {
    return !std::holds_alternative<dsl::Severity>(clause.node) && !std::holds_alternative<dsl::Basis>(clause.node) &&
           !std::holds_alternative<dsl::ForEach>(clause.node) && !std::holds_alternative<dsl::Let>(clause.node) &&
           !std::holds_alternative<dsl::Unless>(clause.node) && !std::holds_alternative<dsl::Transition>(clause.node) && !std::holds_alternative<dsl::Example>(clause.node);
}

bool is_verdict(const dsl::Clause& clause) {
    return std::holds_alternative<dsl::Require>(clause.node) || std::holds_alternative<dsl::Forbid>(clause.node) ||
           std::holds_alternative<dsl::Ask>(clause.node);
}

// Clauses are checked in the order in which their names become known, whatever order the author wrote.
int turn(const dsl::Clause& clause) {
    return std::visit(overloaded{[](const dsl::ForEach&) { return 0; }, [](const dsl::Let&) { return 1; }, [](const dsl::Provided&) { return 2; },
                                 [](const dsl::Require&) { return 3; }, [](const dsl::Forbid&) { return 3; }, [](const dsl::Ask&) { return 3; },
                                 [](const dsl::When&) { return -1; }, [](const dsl::JudgedAt&) { return -1; },
                                 [](const dsl::Transition&) { return -1; }, [](const auto&) { return 4; }},
                      clause.node);
}

} // namespace

std::optional<Template> Checker::check_template(const dsl::String& written, Scope& scope) {
    Template result;
    result.written = written.text;
    std::string text;
    const std::string& all = written.text;
    bool good = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] != '{') {
            text += all[i];
            continue;
        }
        const auto close = all.find('}', i);
        if (close == std::string::npos) {
            fault("E401", written.span, "a `{` in this message has no `}`");
            return std::nullopt;
        }
        const std::string inside = all.substr(i + 1, close - i - 1);
        // Parsed on its own; its places are shown on the message as a whole. The message's source keeps its words.
        auto source = std::make_shared<const Source>(units_[file_].source->name(), inside);
        const dsl::ParsedExpr parsed = dsl::parse_value(*source);
        if (!parsed.value) {
            const std::string why = parsed.faults.empty() ? "`" + inside + "` is no value" : parsed.faults.front().what;
            fault("E402", written.span, "in `{" + inside + "}`: " + why, parsed.faults.empty() ? "" : parsed.faults.front().suggestion);
            good = false;
        } else {
            const std::size_t faults_before = faults_.size();
            Scope own = scope;
            inside_ = static_cast<std::uint32_t>(rules_.sources.size());
            rules_.sources.push_back(source);
            auto value = check(*parsed.value, own);
            inside_.reset();
            scope.slots = own.slots;
            for (std::size_t f = faults_before; f < faults_.size(); ++f) {
                const std::string what = "in `{" + inside + "}`: " + faults_[f].what;
                faults_[f] = dsl::fault(*units_[file_].source, faults_[f].code, written.span, what, faults_[f].suggestion);
            }
            if (!value) {
                good = false;
            } else {
                if (!text.empty())
                    result.parts.emplace_back(std::move(text));
                text.clear();
                result.parts.emplace_back(std::move(*value));
            }
        }
        i = close;
    }
    if (!text.empty())
        result.parts.emplace_back(std::move(text));
    return good ? std::optional(std::move(result)) : std::nullopt;
}

// parameter { NAME: VALUE }: what a council might have set.
void Checker::check_parameter_values(const dsl::RecordValue& record, Example& example) {
    for (const dsl::FieldValue& field : record.fields) {
        const auto found = parameters_.find(field.field.text);
        if (found == parameters_.end()) {
            std::vector<std::string> names;
            for (const auto& [name, declared] : parameters_)
                names.push_back(name);
            unknown("E201", field.field, "there is no parameter called `" + field.field.text + "`", std::move(names));
        } else if (auto value = constant_of(field.value, rules_.parameters[found->second.index].type, field.field.text)) {
            example.parameters.emplace_back(found->second.index, std::move(*value));
        }
    }
}

void Checker::check_example(const dsl::Example& written, Span span, Rule& rule) {
    Example example;
    example.expected = written.expected;
    example.as_at = written.as_at;
    example.file = file_;
    example.span = span;
    for (const dsl::String& words : written.at)
        example.at.push_back(words.text);
    for (const dsl::String& reason : written.because)
        example.because.push_back(reason.text);
    if (written.expected != dsl::Expected::fires && !written.at.empty())
        fault("E418", written.at.front().span, "only an example that the rule fires on has words at fault");
    if (written.expected != dsl::Expected::unchecked && !written.because.empty())
        fault("E418", written.because.front().span, "only an example in which the rule is unchecked has a reason why", "a known gap is told by `todo`");
    if (!written.todo.empty())
        example.todo = written.todo.front().text;
    for (const auto& part : written.parts)
        std::visit(overloaded{
                       [&](const dsl::String& text) {
                           if (example.text)
                               fault("E403", text.span, "an example has one text only");
                           example.text = text.text;
                       },
                       [&](const dsl::DocumentValue& document) { example.document = document.text.text; },
                       [&](const dsl::NoneOf& none) {
                           for (const plan::FieldRow& row : plan::plan_type.fields)
                               if (row.type == plan::FieldType::list && row.record->name == none.record.text && row.clear != nullptr) {
                                   example.emptied.push_back(row.record);
                                   return;
                               }
                           unknown("E208", none.record, "a plan has no list of `" + none.record.text + "` to empty", {"need", "outcome", "provision", "advice", "view", "parent", "paragraph"});
                       },
                       [&](const dsl::RecordValue& record) {
                           if (record.record.text == "parameter")
                               return check_parameter_values(record, example);
                           ExampleRecord made;
                           std::vector<std::string> names;
                           for (const plan::RecordType* type : plan::record_types()) {
                               names.emplace_back(type->name);
                               if (type->name == record.record.text)
                                   made.type = type;
                           }
                           if (made.type == nullptr) {
                               unknown("E212", record.record, "there is no record called `" + record.record.text + "`", std::move(names));
                               return;
                           }
                           for (const dsl::FieldValue& field : record.fields) {
                               const plan::FieldRow* row = made.type->find(field.field.text);
                               if (row == nullptr || row->view == nullptr) {
                                   std::vector<std::string> fields;
                                   for (const plan::FieldRow& candidate : made.type->fields)
                                       if (candidate.view != nullptr)
                                           fields.emplace_back(candidate.name);
                                   unknown("E203", field.field, "there is no field `" + field.field.text + "` in " + Type{Base::record, nullptr, made.type}.words(), std::move(fields));
                                   continue;
                               }
                               if (const auto* path = std::get_if<dsl::Path>(&field.value.node); path != nullptr && path->names.size() == 1) {
                                   const std::string& word = path->names.front().text;
                                   if (word == "missing" || word == "blank" || word == "placeholder" || word == "unreadable") {
                                       const plan::State state = word == "missing" ? plan::State::missing
                                                                 : word == "blank" ? plan::State::blank
                                                                 : word == "placeholder" ? plan::State::placeholder
                                                                                         : plan::State::unreadable;
                                       made.fields.push_back({row, state});
                                       continue;
                                   }
                               }
                               // A partial date is written as text: date: "March 2024".
                               const auto* text = std::get_if<dsl::TextLiteral>(&field.value.node);
                               if (row->type == plan::FieldType::date && text != nullptr) {
                                   if (const auto found = text::read_date(text->value.text); found && found->valid)
                                       made.fields.push_back({row, plan::FieldInput(found->date)});
                                   else
                                       fault("E404", field.value.span, "`" + text->value.text + "` is no date");
                                   continue;
                               }
                               const auto constant = constant_of(field.value, type_of(*row), field.field.text);
                               if (!constant)
                                   continue;
                               made.fields.push_back(
                                   {row, std::visit(overloaded{[](const std::string& value) { return plan::FieldInput(plan::Text{value, {{0, {}}}}); },
                                                               [](const Duration&) { return plan::FieldInput(0.0); },
                                                               [](const auto& value) { return plan::FieldInput(value); }},
                                                    *constant)});
                           }
                           example.records.push_back(std::move(made));
                       },
                   },
                   part);
    rule.examples.push_back(std::move(example));
}

void Checker::check_clause(const dsl::Clause& clause, Rule& rule, Scope& scope) {
    const auto template_into = [&](const dsl::String& text, Template& into) {
        if (auto checked = check_template(text, scope))
            into = std::move(*checked);
    };
    std::visit(overloaded{
                   [&](const dsl::Severity& severity) {
                       const auto level = finding::severity_named(severity.level.text);
                       if (!level) {
                           unknown("E202", severity.level, "`" + severity.level.text + "` is no severity", severity_names());
                       } else if (severity.when) {
                           if (auto when = condition(*severity.when, scope))
                               rule.severity_when.emplace_back(*level, std::move(*when));
                       } else {
                           rule.severity = *level;
                       }
                   },
                   [&](const dsl::Basis& basis) {
                       const auto named = finding::basis_named(basis.basis.text);
                       if (!named) {
                           unknown("E202", basis.basis, "`" + basis.basis.text + "` is no basis", basis_names());
                       } else if (basis.when) {
                           if (auto when = condition(*basis.when, scope))
                               rule.basis_when.emplace_back(*named, std::move(*when));
                       } else {
                           rule.basis = *named;
                       }
                   },
                   [&](const dsl::Category& category) { rule.category = category.category.text; },
                   [&](const dsl::Cites& cites) {
                       for (const dsl::String& citation : cites.citations)
                           rule.citations.push_back(citation.text);
                   },
                   [&](const dsl::InForce& in_force) {
                       rule.from = in_force.from;
                       rule.until = in_force.until;
                       if (rule.from && rule.until && *rule.until < *rule.from)
                           fault("E405", clause.span, "this rule ends before it begins");
                   },
                   [&](const dsl::JudgedAt& judged) { rule.judged_at = expect(judged.date, Base::date, scope, "the day whose law counts"); },
                   [&](const dsl::Transition& written) {
                       Transition transition{written.between.from, written.between.until, std::nullopt, written.why.text};
                       if (written.when)
                           transition.when = condition(*written.when, scope);
                       if (transition.from && transition.until && *transition.until < *transition.from)
                           fault("E405", clause.span, "this transition ends before it begins");
                       if (!written.when && !transition.from && !transition.until)
                           fault("E411", clause.span, "this transition is about every plan at all times, so that the rule never applies",
                                 "add `until` and a date, or `when` and a condition");
                       rule.transitions.push_back(std::move(transition));
                   },
                   [&](const dsl::AppliesTo& applies) {
                       for (const dsl::Name& name : applies.to) {
                           if (const auto kind = plan::kinds.find(name.text)) {
                               rule.kinds |= 1U << *kind;
                               rule.any_status |= static_cast<plan::Kind>(*kind) == plan::Kind::plan;
                           } else if (const auto status = plan::statuses.find(name.text)) {
                               rule.kinds |= 1U << static_cast<unsigned>(plan::Kind::plan);
                               rule.statuses |= 1U << *status;
                           } else {
                               unknown("E202", name, "`" + name.text + "` is neither a kind of document nor a status of a plan", audience_names());
                           }
                       }
                   },
                   [&](const dsl::When& when) { rule.when = condition(when.condition, scope); },
                   [&](const dsl::ForEach& each) {
                       if (auto checked = check_each(each.each, scope))
                           rule.subjects.push_back(std::move(*checked));
                   },
                   [&](const dsl::Let& let) {
                       if (auto value = check(let.value, scope)) {
                           const std::uint32_t slot = scope.slots++;
                           scope.variables.push_back({let.name.text, value->type, slot});
                           rule.lets.emplace_back(slot, std::move(*value));
                       } else {
                           scope.faulty.push_back(let.name.text);
                       }
                   },
                   [&](const dsl::Provided& provided) {
                       rule.provided = condition(provided.condition, scope);
                       rule.provided_because = provided.because.text;
                   },
                   [&](const dsl::Require& require) {
                       rule.form = Form::require;
                       if (auto checked = condition(require.condition, scope))
                           rule.condition = std::move(*checked);
                   },
                   [&](const dsl::Forbid& forbid) {
                       rule.form = Form::forbid;
                       if (auto checked = condition(forbid.condition, scope))
                           rule.condition = std::move(*checked);
                   },
                   [&](const dsl::Ask& ask) {
                       rule.form = Form::ask;
                       rule.question = ask.question.text;
                       for (const dsl::Expr& evidence : ask.evidence)
                           if (auto checked = check(evidence, scope))
                               rule.evidence.push_back(std::move(*checked));
                       if (ask.every) {
                           Scope own = scope;
                           rule.every = check_each(*ask.every, own);
                           scope.slots = own.slots;
                       }
                   },
                   [&](const dsl::Unless& unless) {
                       Scope own = scope;
                       if (auto checked = condition(unless.condition, own))
                           rule.unless.push_back(std::move(*checked));
                       scope.slots = own.slots;
                   },
                   [&](const dsl::IfNotStated& clause_word) {
                       const std::string& word = clause_word.what.text;
                       if (word == "fail")
                           rule.if_not_stated = IfNotStated::fail;
                       else if (word == "ask")
                           rule.if_not_stated = IfNotStated::ask;
                       else if (word == "skip")
                           rule.if_not_stated = IfNotStated::skip;
                       else
                           unknown("E406", clause_word.what, "what is not stated can `fail`, `ask` or `skip`; it can never pass", {"fail", "ask", "skip"});
                   },
                   [&](const dsl::At& at) { rule.at = check(at.place, scope); },
                   [&](const dsl::Says& says) { template_into(says.text, rule.says); },
                   [&](const dsl::Fix& fix) { template_into(fix.text, rule.fix); },
                   [&](const dsl::Family& family) { template_into(family.text, rule.family); },
                   [&](const dsl::Formerly& formerly) {
                       for (const dsl::Name& id : formerly.ids)
                           rule.former_ids.push_back(id.text);
                   },
                   [&](const dsl::Tags& tags) {
                       for (const dsl::Name& tag : tags.tags)
                           rule.tags.push_back(tag.text);
                   },
                   [&](const dsl::Example& example) { check_example(example, clause.span, rule); },
               },
               clause.node);
}

void Checker::check_completeness(const dsl::Rule& written, const Rule& rule) {
    const auto has = [&](auto wanted) {
        return std::any_of(written.clauses.begin(), written.clauses.end(),
                           [&](const dsl::Clause& clause) { return std::holds_alternative<decltype(wanted)>(clause.node); });
    };
    const auto needs = [&](bool there, std::string_view what, std::string_view write) {
        if (!there)
            fault("E407", written.id.span, "rule `" + rule.id + "` has no " + std::string(what), "add a line such as `" + std::string(write) + "`");
    };
    const auto plain = [&](auto wanted) {
        return std::any_of(written.clauses.begin(), written.clauses.end(), [&](const dsl::Clause& clause) {
            const auto* one = std::get_if<decltype(wanted)>(&clause.node);
            return one != nullptr && !one->when;
        });
    };
    needs(plain(dsl::Severity{}), "severity", "severity major");
    needs(plain(dsl::Basis{}), "basis", "basis law");
    needs(has(dsl::Category{}), "category", "category staleness");
    needs(has(dsl::Cites{}), "citation", "cites \"SEND Regulations 2014 reg 12(1)\"");
    needs(has(dsl::AppliesTo{}), "`applies to`", "applies to plan");
    if (rule.form != Form::ask)
        needs(has(dsl::Says{}), "message", "says \"...\"");
    const auto verdicts = std::count_if(written.clauses.begin(), written.clauses.end(), is_verdict);
    needs(verdicts > 0, "`require`, `forbid` or `ask`", "require plan.date is stated");
    const auto shown = [&](dsl::Expected expected) {
        return std::any_of(rule.examples.begin(), rule.examples.end(), [&](const Example& example) { return example.expected == expected; });
    };
    needs(shown(dsl::Expected::fires), rule.form == Form::ask ? "example of a plan that it asks about" : "example that it fires on", "fires on \"...\"");
    needs(shown(dsl::Expected::quiet), "example that it is quiet on", "quiet on \"...\"");
    bool seen_verdict = false;
    for (std::size_t i = 0; i < written.clauses.size(); ++i) {
        const dsl::Clause& clause = written.clauses[i];
        if (is_verdict(clause)) {
            if (seen_verdict)
                fault("E408", clause.span, "a rule has one `require`, `forbid` or `ask`", "join the conditions with `and`, or write a second rule");
            seen_verdict = true;
        } else if (once(clause)) {
            for (std::size_t j = 0; j < i; ++j)
                if (written.clauses[j].node.index() == clause.node.index()) {
                    fault("E409", clause.span, "this clause stands twice in rule `" + rule.id + "`");
                    break;
                }
        }
    }
}

void Checker::check_rule(const dsl::Rule& written) {
    const auto named = [&](const dsl::Name& name) {
        const auto [at, fresh] = rule_names_.try_emplace(name.text, Declared{file_, name.span, 0});
        if (!fresh)
            told_twice(name, at->second, "rules");
    };
    if (!written.id.text.empty()) { // else its first line could not be read
        named(written.id);
        named(written.slug);
    }
    std::set<std::string, std::less<>> outer = lost_;
    lost_.insert(written.lost.begin(), written.lost.end());
    const bool outer_name = std::exchange(name_lost_, name_lost_ || written.name_lost);
    Rule rule;
    rule.id = written.id.text;
    rule.slug = written.slug.text;
    rule.title = written.title.text;
    rule.pack = pack_of_file_[file_];
    rule.file = file_;
    rule.span = written.id.span;
    Scope scope{{{"plan", {Base::record, nullptr, &plan::plan_type}, 0}}, 1, {}};
    const std::size_t faults_before = faults_.size();
    std::vector<std::pair<std::uint32_t, const dsl::Clause*>> clauses; // with the file that each stands in
    for (const dsl::Clause& clause : written.clauses)
        clauses.emplace_back(file_, &clause);
    extend(written, rule, clauses);
    std::stable_sort(clauses.begin(), clauses.end(), [](const auto& a, const auto& b) { return turn(*a.second) < turn(*b.second); });
    for (const auto& [file, clause] : clauses) {
        file_ = file;
        check_clause(*clause, rule, scope);
    }
    file_ = rule.file;
    if (!written.broken)
        check_citations(clauses, rule);
    rule.slots = scope.slots;
    lost_ = std::move(outer);
    name_lost_ = outer_name;
    if (written.broken) { // what it lacks may be in what could not be read
        ++rules_left_out_;
        return;
    }
    check_completeness(written, rule);
    const auto dash = rule.id.find('-');
    const bool shaped = dash != std::string::npos && dash >= 2 && rule.id.size() >= dash + 4 &&
                        std::all_of(rule.id.begin(), rule.id.begin() + static_cast<std::ptrdiff_t>(dash), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                        rule.id[dash + 1] >= 'A' && rule.id[dash + 1] <= 'Z';
    if (!shaped)
        fault("E410", written.id.span, "`" + rule.id + "` is no rule id", "write an owner, a pack letter and a number, such as `EHC-K03` or `LOCAL-A01`");
    if (faults_.size() == faults_before)
        check_idle(written, rule);
    if (faults_.size() == faults_before)
        rules_.rules.push_back(std::move(rule));
    else
        ++rules_left_out_;
}

void Checker::check_rules() {
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items)
            if (const auto* rule = std::get_if<dsl::Rule>(&item.node))
                check_rule(*rule);
    std::sort(rules_.rules.begin(), rules_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
}

} // namespace ehc::compile

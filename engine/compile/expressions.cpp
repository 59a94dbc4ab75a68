// Names and types of conditions and values.

#include "base/nearest.hpp"
#include "base/overloaded.hpp"
#include "compile/checker.hpp"
#include "text/analysis.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

struct MentionRow {
    std::string_view name;
    MentionField field;
    Base base;
};
// What can be asked of a mention; `means` has the domain of its lexicon.
constexpr MentionRow mention_rows[] = {
    {"text", MentionField::text, Base::text},           {"sentence", MentionField::sentence, Base::text},
    {"paragraph", MentionField::paragraph, Base::text}, {"number", MentionField::number, Base::number},
    {"date", MentionField::date, Base::date},           {"means", MentionField::means, Base::choice},
    {"now", MentionField::now, Base::text},             {"from", MentionField::from, Base::date},
    {"section", MentionField::section, Base::choice},
};

} // namespace

bool comparable(const Type& a, const Type& b) {
    if (a.base != b.base)
        return false;
    return (a.base != Base::choice || a.domain == b.domain) && (a.base != Base::record || a.record == b.record);
}

std::string Type::words() const {
    switch (base) {
    case Base::text:
        return "text";
    case Base::number:
        return "a number";
    case Base::date:
        return "a date";
    case Base::duration:
        return "a length of time";
    case Base::yes_no:
        return "a yes or no";
    case Base::choice: {
        const std::string name(domain != nullptr ? domain->name : "choice");
        return (std::string_view("aeiou").find(name[0]) != std::string_view::npos ? "an " : "a ") + name;
    }
    case Base::record: {
        const std::string name(record != nullptr ? record->name : "record");
        return (std::string_view("aeiou").find(name[0]) != std::string_view::npos ? "an " : "a ") + name;
    }
    case Base::mention:
        return "a mention";
    }
    return "a value";
}

Type type_of(const plan::FieldRow& row) {
    switch (row.type) {
    case plan::FieldType::text:
        return text_type;
    case plan::FieldType::number:
        return number_type;
    case plan::FieldType::date:
        return date_type;
    case plan::FieldType::yes_no:
        return yes_no_type;
    case plan::FieldType::choice:
        return {Base::choice, row.domain, nullptr};
    case plan::FieldType::record:
    case plan::FieldType::list:
        return {Base::record, nullptr, row.record};
    }
    return text_type;
}

std::vector<std::string> names_of(const plan::Domain& domain) {
    std::vector<std::string> names;
    for (const plan::ChoiceRow& row : domain.rows)
        names.emplace_back(row.name);
    return names;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + ("`" + names[i] + "`");
    return text;
}

const Checker::Variable* Checker::Scope::find(std::string_view name) const {
    const auto found = std::find_if(variables.rbegin(), variables.rend(), [&](const Variable& variable) { return variable.name == name; });
    return found == variables.rend() ? nullptr : &*found;
}

Expr Checker::node(Op op, Type type, Span span) const {
    Expr expr;
    expr.op = op;
    expr.type = type;
    expr.span = span;
    expr.file = inside_.value_or(file_);
    return expr;
}

void Checker::fault(std::string code, Span span, std::string what, std::string suggestion) {
    faults_.push_back(dsl::fault(*units_[file_].source, std::move(code), span, std::move(what), std::move(suggestion)));
}

bool Checker::lost(std::string_view name) const { return name_lost_ || lost_.contains(name); }

void Checker::unknown(std::string code, const dsl::Name& name, std::string what, std::vector<std::string> candidates) {
    if (lost(name.text)) // told already, where it could not be read
        return;
    std::sort(candidates.begin(), candidates.end());
    std::string suggestion;
    if (const auto near = nearest(name.text, candidates))
        suggestion = "did you mean `" + *near + "`?";
    else if (!candidates.empty() && candidates.size() <= 12)
        suggestion = "there is " + listed(candidates);
    else if (code == "E202" || code == "E203" || code == "E207" || code == "E212")
        suggestion = "`ehcaudit help fields` lists them";
    fault(std::move(code), name.span, std::move(what), std::move(suggestion));
}

std::optional<Expr> Checker::expect(const dsl::Expr& expr, Base base, Scope& scope, std::string_view what) {
    auto checked = check(expr, scope);
    if (!checked)
        return std::nullopt;
    if (checked->type.base != base) {
        fault("E301", expr.span,
              "`" + rules_.written(*checked) + "` is " + checked->type.words() + "; " + std::string(what) + " must be " + Type{base}.words());
        return std::nullopt;
    }
    return checked;
}

std::optional<Expr> Checker::condition(const dsl::Expr& expr, Scope& scope) {
    auto checked = check(expr, scope);
    if (!checked)
        return std::nullopt;
    if (checked->type.base == Base::yes_no)
        return checked;
    fault("E302", expr.span, "`" + rules_.written(*checked) + "` is " + checked->type.words() + ", not something that is so or not so",
          "say what is asked of it, such as `is stated`");
    return std::nullopt;
}

std::optional<Expr> Checker::field_of(Expr record, const dsl::Name& name) {
    if (record.type.base == Base::mention) {
        for (const MentionRow& row : mention_rows)
            if (row.name == name.text) {
                Type type{row.base};
                if (row.field == MentionField::means) {
                    type.domain = record.type.domain;
                    if (type.domain == nullptr) {
                        fault("E204", name.span, "these words have no meaning of their own: their lexicon is not `of` a list such as role");
                        return std::nullopt;
                    }
                } else if (row.field == MentionField::section) {
                    type.domain = &plan::letters;
                }
                Expr expr = node(Op::mention_field, type, {record.span.begin, name.span.end});
                expr.mention_field = row.field;
                expr.kids.push_back(std::move(record));
                return expr;
            }
        std::vector<std::string> names;
        for (const MentionRow& row : mention_rows)
            names.emplace_back(row.name);
        unknown("E203", name, "there is no field `" + name.text + "` in a mention", std::move(names));
        return std::nullopt;
    }
    if (record.type.base != Base::record) {
        fault("E303", name.span, "`" + rules_.written(record) + "` is " + record.type.words() + " and has no fields");
        return std::nullopt;
    }
    const plan::RecordType& type = *record.type.record;
    const Span span{record.span.begin, name.span.end};
    if (const auto found = derived_.find({&type, name.text}); found != derived_.end())
        return derived_field(std::move(record), found->second.index, name);
    const plan::FieldRow* row = type.find(name.text);
    if (row == nullptr || row->type == plan::FieldType::list) {
        std::vector<std::string> names;
        for (const plan::FieldRow& candidate : type.fields)
            if (candidate.type != plan::FieldType::list)
                names.emplace_back(candidate.name);
        for (const auto& [key, declared] : derived_)
            if (key.first == &type)
                names.push_back(key.second);
        unknown("E203", name, "there is no field `" + name.text + "` in " + record.type.words(), std::move(names));
        return std::nullopt;
    }
    Expr expr = node(Op::field, type_of(*row), span);
    expr.field = row;
    expr.kids.push_back(std::move(record));
    return expr;
}

std::optional<Expr> Checker::check_path(const dsl::Path& path, Span span, Scope& scope) {
    const dsl::Name& first = path.names.front();
    std::optional<Expr> expr;
    std::size_t next = 1;
    if (const Variable* variable = scope.find(first.text)) {
        expr = node(Op::slot, variable->type, first.span);
        expr->slot = variable->slot;
    } else if (const plan::FieldRow* row = plan::plan_type.find(first.text); row != nullptr && row->type == plan::FieldType::record) {
        // `child` is short for plan.child, and so are review, placement, budget, signatory, marks and properties.
        Expr whole = node(Op::slot, record_type(plan::plan_type), first.span);
        expr = node(Op::field, type_of(*row), first.span);
        expr->field = row;
        expr->kids.push_back(std::move(whole));
    } else if (const auto parameter = parameters_.find(first.text); parameter != parameters_.end() && path.names.size() == 1) {
        const Parameter& declared = rules_.parameters[parameter->second.index];
        if (parameters_faulty_.contains(parameter->second.index))
            return std::nullopt;
        if (declared.by != nullptr) {
            fault("E305", span, "`" + first.text + "` has one value for each " + std::string(declared.by->name),
                  "say which: `" + first.text + " for " + (declared.by == &plan::roles ? "advice.role" : std::string(declared.by->name)) + "`");
            return std::nullopt;
        }
        expr = node(Op::parameter, declared.type, span);
        expr->index = parameter->second.index;
    } else {
        if (std::find(scope.faulty.begin(), scope.faulty.end(), first.text) != scope.faulty.end())
            return std::nullopt;
        std::vector<std::string> names;
        for (const Variable& known : scope.variables)
            names.push_back(known.name);
        for (const auto& [name, declared] : parameters_)
            names.push_back(name);
        for (const plan::FieldRow& row2 : plan::plan_type.fields)
            if (row2.type == plan::FieldType::record)
                names.emplace_back(row2.name);
        unknown("E201", first, "there is nothing called `" + first.text + "` here", std::move(names));
        return std::nullopt;
    }
    for (; next < path.names.size() && expr; ++next)
        expr = field_of(std::move(*expr), path.names[next]);
    return expr;
}

// A value that is compared with a subject of a known type: a bare name may be one of its choices.
std::optional<Expr> Checker::value_for(const dsl::Expr& expr, const Type& type, std::string_view subject, Scope& scope) {
    if (type.base == Base::choice) {
        if (const auto* path = std::get_if<dsl::Path>(&expr.node); path != nullptr && path->names.size() == 1) {
            const dsl::Name& name = path->names.front();
            if (const auto index = type.domain->find(name.text)) {
                Expr value = node(Op::constant, type, expr.span);
                value.constant = *index;
                return value;
            }
            if (scope.find(name.text) == nullptr && !parameters_.contains(name.text)) {
                unknown("E202", name, "`" + name.text + "` is no " + std::string(type.domain->name), names_of(*type.domain));
                return std::nullopt;
            }
        }
    }
    if (const auto* text = std::get_if<dsl::TextLiteral>(&expr.node); text != nullptr && type.domain != nullptr)
        for (const plan::ChoiceRow& row : type.domain->rows)
            if (text::fold(text->value.text) == text::fold(row.words)) {
                fault("E306", expr.span, "`" + std::string(subject) + "` is " + type.words() + ", and this is text", "write `" + std::string(row.name) + "`, without quotes");
                return std::nullopt;
            }
    auto value = check(expr, scope);
    if (value && !comparable(type, value->type)) {
        fault("E306", expr.span, "`" + std::string(subject) + "` is " + type.words() + "; it cannot be compared with " + value->type.words(),
              type.domain != nullptr ? "write one of its words, such as `" + names_of(*type.domain).front() + "`" : std::string());
        return std::nullopt;
    }
    return value;
}

std::optional<Expr> Checker::birth_or_date(const dsl::Expr& expr, Scope& scope, std::string_view what) {
    auto checked = check(expr, scope);
    if (!checked)
        return std::nullopt;
    // "age of child", "age of advice": the record's own date.
    if (checked->type.base == Base::record) {
        const std::string_view date = checked->type.record == &plan::child_type ? "date_of_birth" : "date";
        if (checked->type.record->find(date) != nullptr)
            return field_of(std::move(*checked), {std::string(date), expr.span});
    }
    if (checked->type.base == Base::date)
        return checked;
    fault("E307", expr.span, "`" + rules_.written(*checked) + "` is " + checked->type.words() + "; " + std::string(what) +
                                 " is counted from a date, or from a record that has one");
    return std::nullopt;
}

std::optional<Expr> Checker::check(const dsl::Expr& written, Scope& scope) {
    const Span span = written.span;
    const auto constant = [&](Type type, Constant value) -> std::optional<Expr> {
        Expr expr = node(Op::constant, type, span);
        expr.constant = std::move(value);
        return expr;
    };
    const auto from_dates = [&](Op op, Type type, const dsl::Expr& of, const dsl::Expr& on, std::string_view what) -> std::optional<Expr> {
        auto a = birth_or_date(of, scope, what), b = expect(on, Base::date, scope, "the day it is counted to");
        if (!a || !b)
            return std::nullopt;
        Expr expr = node(op, type, span);
        expr.kids = {std::move(*a), std::move(*b)};
        return expr;
    };
    const auto all = [&](Op op, const std::vector<dsl::Expr>& operands) -> std::optional<Expr> {
        Expr expr = node(op, yes_no_type, span);
        for (const dsl::Expr& operand : operands)
            if (auto checked = condition(operand, scope))
                expr.kids.push_back(std::move(*checked));
        return expr.kids.size() == operands.size() ? std::optional(std::move(expr)) : std::nullopt;
    };
    return std::visit(
        overloaded{
            [&](const dsl::NumberLiteral& literal) { return constant(number_type, literal.value); },
            [&](const dsl::TextLiteral& literal) { return constant(text_type, literal.value.text); },
            [&](const dsl::DateLiteral& literal) { return constant(date_type, PartialDate(literal.value)); },
            [&](const dsl::DurationLiteral& literal) { return constant(duration_type, literal.value); },
            [&](const dsl::YesNoLiteral& literal) { return constant(yes_no_type, literal.value); },
            [&](const dsl::Path& path) { return check_path(path, span, scope); },
            [&](const dsl::Call& call) { return check_call(call, span, scope); },
            [&](const dsl::AuditDate&) -> std::optional<Expr> { return node(Op::audit_date, date_type, span); },
            [&](const dsl::SectionText& section) -> std::optional<Expr> {
                Expr expr = node(Op::section_text, text_type, span);
                const auto mask = letter_mask(section.letters);
                if (!mask)
                    return std::nullopt;
                expr.letters = *mask;
                return expr;
            },
            [&](const dsl::Age& age) { return from_dates(Op::age, duration_type, *age.of, *age.on, "an age"); },
            [&](const dsl::Elapsed& elapsed) {
                auto expr = from_dates(Op::elapsed, number_type, *elapsed.from, *elapsed.to, "time");
                if (expr)
                    expr->unit = elapsed.unit;
                return expr;
            },
            [&](const dsl::SchoolYear& year) { return from_dates(Op::school_year, number_type, *year.of, *year.on, "a school year"); },
            [&](const dsl::YearOf& year) -> std::optional<Expr> {
                auto of = birth_or_date(*year.of, scope, "a school year");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::year_of, date_type, span);
                expr.number = year.year;
                expr.kids.push_back(std::move(*of));
                return expr;
            },
            [&](const dsl::Around& around) -> std::optional<Expr> {
                auto of = expect(*around.of, Base::date, scope, "what lies in a term or school year");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::around, date_type, span);
                expr.calendar = around.calendar;
                expr.kids.push_back(std::move(*of));
                return expr;
            },
            [&](const dsl::DayOfYear& day) -> std::optional<Expr> {
                auto than = expect(*day.than, Base::date, scope, "what the day comes before or after");
                if (!than)
                    return std::nullopt;
                Expr expr = node(Op::day_of_year, date_type, span);
                expr.number = 100.0 * day.month + day.day;
                expr.order = day.order;
                expr.kids.push_back(std::move(*than));
                return expr;
            },
            [&](const dsl::LeavingDate& leaving) -> std::optional<Expr> {
                auto of = birth_or_date(*leaving.of, scope, "the leaving date");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::leaving_date, date_type, span);
                expr.kids.push_back(std::move(*of));
                return expr;
            },
            [&](const dsl::Edge& edge) -> std::optional<Expr> {
                auto of = expect(*edge.of, Base::date, scope, "what has a start and an end");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::edge, date_type, span);
                expr.flag = edge.end;
                expr.kids.push_back(std::move(*of));
                return expr;
            },
            [&](const dsl::Gathered& gathered) { return check_gathered(gathered, span, scope); },
            [&](const dsl::Utmost& utmost) { return check_utmost(utmost, span, scope); },
            [&](const dsl::Count& count) { return check_count(count, span, scope); },
            [&](const dsl::Measured& measured) -> std::optional<Expr> {
                auto of = expect(*measured.of, Base::text, scope, "what is measured");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::measured, number_type, span);
                expr.measure = measured.measure;
                expr.kids.push_back(std::move(*of));
                return expr;
            },
            [&](const dsl::InCommon& shared) -> std::optional<Expr> {
                auto of = expect(*shared.of, Base::text, scope, "what is compared"), with = expect(*shared.with, Base::text, scope, "what it is compared with");
                if (!of || !with)
                    return std::nullopt;
                Expr expr = node(Op::in_common, number_type, span);
                expr.flag = shared.both_ways;
                expr.kids = {std::move(*of), std::move(*with)};
                return expr;
            },
            [&](const dsl::Difference& difference) -> std::optional<Expr> {
                auto a = expect(*difference.a, Base::number, scope, "a difference"), b = expect(*difference.b, Base::number, scope, "a difference");
                if (!a || !b)
                    return std::nullopt;
                Expr expr = node(Op::difference, number_type, span);
                expr.kids = {std::move(*a), std::move(*b)};
                return expr;
            },
            [&](const dsl::Lookup& lookup) -> std::optional<Expr> {
                const auto found = parameters_.find(lookup.parameter.text);
                if (found != parameters_.end() && parameters_faulty_.contains(found->second.index))
                    return std::nullopt;
                if (found == parameters_.end() || rules_.parameters[found->second.index].by == nullptr) {
                    std::vector<std::string> names;
                    for (const auto& [name, declared] : parameters_)
                        if (rules_.parameters[declared.index].by != nullptr)
                            names.push_back(name);
                    unknown("E210", lookup.parameter, "`" + lookup.parameter.text + "` is no parameter that is set `by` something", std::move(names));
                    return std::nullopt;
                }
                const Parameter& parameter = rules_.parameters[found->second.index];
                auto key = value_for(*lookup.key, {Base::choice, parameter.by, nullptr}, lookup.parameter.text, scope);
                if (!key)
                    return std::nullopt;
                Expr expr = node(Op::lookup, parameter.type, span);
                expr.index = found->second.index;
                expr.kids.push_back(std::move(*key));
                return expr;
            },
            [&](const dsl::Sum& sum) -> std::optional<Expr> {
                Expr expr = node(Op::sum, number_type, span);
                for (const dsl::Term& term : sum.terms) {
                    auto value = check(*term.value, scope);
                    if (!value)
                        return std::nullopt;
                    expr.minus.push_back(term.minus);
                    expr.kids.push_back(std::move(*value));
                }
                // date + duration - duration, or all numbers, or all durations
                expr.type = expr.kids.front().type;
                for (std::size_t i = 1; i < expr.kids.size(); ++i) {
                    const Base wanted = expr.type.base == Base::date ? Base::duration : expr.type.base;
                    if ((wanted != Base::number && wanted != Base::duration) || expr.kids[i].type.base != wanted) {
                        fault("E310", span, expr.kids[i].type.words() + " cannot be added to " + expr.type.words() + " or taken from it",
                              "to a date add a length of time; for the time between two dates write `days between A and B`");
                        return std::nullopt;
                    }
                }
                return expr;
            },
            [&](const dsl::And& operands) { return all(Op::all_of, operands.operands); },
            [&](const dsl::Or& operands) { return all(Op::any_of, operands.operands); },
            [&](const dsl::Not& negation) -> std::optional<Expr> {
                auto operand = condition(*negation.operand, scope);
                if (!operand)
                    return std::nullopt;
                Expr expr = node(Op::negation, yes_no_type, span);
                expr.kids.push_back(std::move(*operand));
                return expr;
            },
            [&](const dsl::Is& is) { return check_is(is, span, scope); },
            [&](const dsl::Mentions& mentions) -> std::optional<Expr> {
                auto subject = expect(*mentions.subject, Base::text, scope, "what mentions something");
                Expr expr = node(Op::mentions, yes_no_type, span);
                expr.wordings = wording_list(mentions.wordings);
                if (!subject || expr.wordings.size() != mentions.wordings.size())
                    return std::nullopt;
                expr.negated = mentions.negated;
                expr.fit = mentions.fit;
                expr.kids.push_back(std::move(*subject));
                return expr;
            },
            [&](const dsl::Overlaps& overlaps) -> std::optional<Expr> {
                Expr expr = node(Op::overlaps, yes_no_type, span);
                expr.negated = overlaps.negated;
                expr.overlap = overlaps.how;
                expr.wordings = wording_list(overlaps.other_than);
                if (expr.wordings.size() != overlaps.other_than.size())
                    return std::nullopt;
                if (overlaps.how == dsl::Overlap::contains && !overlaps.other_than.empty()) {
                    fault("E314", span, "`other than` belongs to `shares a word with` and `misspells a word of`", "leave it out");
                    return std::nullopt;
                }
                const auto add = [&](const dsl::Expr& text) {
                    auto checked = check(text, scope);
                    if (checked && checked->type.base != Base::text && checked->type.base != Base::mention) {
                        fault("E301", text.span, "`" + rules_.written(*checked) + "` is " + checked->type.words() + "; what is compared must be text");
                        return false;
                    }
                    if (checked)
                        expr.kids.push_back(std::move(*checked));
                    return checked.has_value();
                };
                bool good = add(*overlaps.subject);
                for (const dsl::Expr& text : overlaps.with)
                    good = add(text) && good;
                return good ? std::optional(std::move(expr)) : std::nullopt;
            },
            [&](const dsl::MentionOf& mention) -> std::optional<Expr> {
                auto in = expect(*mention.in, Base::text, scope, "the text that is searched");
                Expr expr = node(Op::mention_of, yes_no_type, span);
                expr.wordings = wording_list(mention.wordings);
                if (!in || expr.wordings.size() != mention.wordings.size()) {
                    scope.faulty.emplace_back("mention");
                    return std::nullopt;
                }
                // The mention has a name for what follows: `unless`, `says`.
                expr.slot = scope.slots++;
                scope.variables.push_back({"mention", {Base::mention, domain_of(expr.wordings), nullptr}, expr.slot});
                expr.kids.push_back(std::move(*in));
                return expr;
            },
            [&](const dsl::Linked& linked) -> std::optional<Expr> {
                auto subject = check(*linked.subject, scope), object = check(*linked.object, scope);
                if (!subject || !object)
                    return std::nullopt;
                const plan::RecordType *from = subject->type.record, *to = object->type.record;
                const bool good = (linked.link == dsl::Link::meets && from == &plan::provision_type && to == &plan::need_type) ||
                                  (linked.link == dsl::Link::supports && from == &plan::provision_type && to == &plan::outcome_type) ||
                                  (linked.link == dsl::Link::answers && from == &plan::outcome_type && to == &plan::need_type);
                if (!good) {
                    fault("E311", span, "only provision meets a need or supports an outcome, and only an outcome answers a need");
                    return std::nullopt;
                }
                Expr expr = node(Op::linked, yes_no_type, span);
                expr.link = linked.link;
                expr.flag = linked.by_reference;
                expr.kids = {std::move(*subject), std::move(*object)};
                return expr;
            },
            [&](const dsl::Quantified& quantified) { return check_quantified(quantified, span, scope); },
        },
        written.node);
}

} // namespace ehc::compile

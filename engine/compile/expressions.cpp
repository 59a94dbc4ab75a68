// Names and types of conditions and values.

#include "base/nearest.hpp"
#include "base/overloaded.hpp"
#include "compile/checker.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

const Type text_type{Base::text};
const Type number_type{Base::number};
const Type date_type{Base::date};
const Type duration_type{Base::duration};
const Type yes_no_type{Base::yes_no};

Type record_type(const plan::RecordType& type) { return {Base::record, nullptr, &type}; }

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

bool comparable(const Type& a, const Type& b) {
    if (a.base != b.base)
        return false;
    return (a.base != Base::choice || a.domain == b.domain) && (a.base != Base::record || a.record == b.record);
}

std::string_view order_words(dsl::Order order) {
    switch (order) {
    case dsl::Order::before:
        return "before";
    case dsl::Order::after:
        return "after";
    case dsl::Order::on_or_before:
        return "on or before";
    case dsl::Order::on_or_after:
        return "on or after";
    }
    return "before";
}

} // namespace

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

void Checker::unknown(std::string code, const dsl::Name& name, std::string what, std::vector<std::string> candidates) {
    std::sort(candidates.begin(), candidates.end());
    std::string suggestion;
    if (const auto near = nearest(name.text, candidates))
        suggestion = "did you mean `" + *near + "`?";
    else if (!candidates.empty() && candidates.size() <= 12)
        suggestion = "there is " + listed(candidates);
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
    if (const auto found = derived_.find({&type, name.text}); found != derived_.end()) {
        const std::uint32_t index = found->second.index;
        if (derived_open_.contains(index)) {
            fault("E304", name.span, "`" + std::string(type.name) + "." + name.text + "` is defined by itself");
            return std::nullopt;
        }
        if (!derived_done_.contains(index)) {
            // Checked on first use, whatever the order in the files; faults inside belong to its own file.
            derived_open_.insert(index);
            const std::uint32_t outer = file_;
            file_ = found->second.file;
            Scope scope{{{"plan", record_type(plan::plan_type), 0}, {std::string(type.name), record_type(type), 1}}, 2, {}};
            Derived& derived = rules_.derived[index];
            if (auto value = check(written_derived_[index]->value, scope))
                rules_.derived[index].value = std::move(*value);
            else
                derived_faulty_.insert(index);
            derived.slots = scope.slots;
            file_ = outer;
            derived_open_.erase(index);
            derived_done_.insert(index);
        }
        if (derived_faulty_.contains(index))
            return std::nullopt;
        Expr expr = node(Op::derived, rules_.derived[index].value.type, span);
        expr.index = index;
        expr.kids.push_back(std::move(record));
        return expr;
    }
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
        // `child` is short for plan.child, and so are review, placement, budget, signatory and marks.
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
    auto value = check(expr, scope);
    if (value && !comparable(type, value->type)) {
        fault("E306", expr.span,
              "`" + std::string(subject) + "` is " + type.words() + "; it cannot be compared with " + value->type.words());
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

std::optional<std::uint32_t> Checker::letter_mask(const std::vector<dsl::Name>& letters) {
    std::uint32_t mask = 0;
    for (const dsl::Name& letter : letters) {
        const auto index = plan::letters.find(letter.text);
        if (!index) {
            unknown("E205", letter, "`" + letter.text + "` is no section: the sections are A to G, H1, H2, I, J and K", {});
            return std::nullopt;
        }
        mask |= 1U << *index;
    }
    return mask;
}

std::vector<std::uint32_t> Checker::wording_list(const std::vector<dsl::Name>& names) {
    std::vector<std::uint32_t> list;
    for (const dsl::Name& name : names) {
        if (const auto found = wordings_.find(name.text); found != wordings_.end()) {
            list.push_back(found->second.index);
            continue;
        }
        std::vector<std::string> candidates;
        for (const auto& [known, declared] : wordings_)
            candidates.push_back(known);
        unknown("E206", name, "there is no lexicon or pattern called `" + name.text + "`", std::move(candidates));
    }
    return list;
}

const plan::Domain* Checker::domain_of(const std::vector<std::uint32_t>& wordings) const {
    const plan::Domain* domain = nullptr;
    for (const std::uint32_t wording : wordings) {
        const plan::Domain* own = rules_.wordings[wording].domain;
        if (own == nullptr || (domain != nullptr && own != domain))
            return nullptr;
        domain = own;
    }
    return domain;
}

std::optional<Each> Checker::check_each(const dsl::Each& written, Scope& scope) {
    Each each;
    each.span = written.span;
    each.file = inside_.value_or(file_);
    each.noun = written.noun.text;
    const std::string name = written.alias ? written.alias->text : written.noun.text;
    const auto faulty = [&] {
        scope.faulty.push_back(name);
        return std::nullopt;
    };
    if (!written.lexicons.empty()) {
        each.over = Each::Over::mentions;
        each.wordings = wording_list(written.lexicons);
        auto text = expect(**written.text, Base::text, scope, "the text that is searched");
        if (!text || each.wordings.size() != written.lexicons.size())
            return faulty();
        each.text.push_back(std::move(*text));
        each.item = {Base::mention, domain_of(each.wordings), nullptr};
    } else if (!written.values.empty()) {
        each.over = Each::Over::values;
        // The noun names the list the values come from: "for each category in (education, medical)".
        const plan::Domain* const domains[] = {&plan::kinds,      &plan::statuses, &plan::letters,   &plan::areas,   &plan::roles,
                                               &plan::categories, &plan::speakers, &plan::decisions, &plan::settings};
        for (const plan::Domain* domain : domains)
            if (domain->name == written.noun.text)
                each.item = {Base::choice, domain, nullptr};
        if (each.item.domain == nullptr) {
            std::vector<std::string> names;
            for (const plan::Domain* domain : domains)
                names.emplace_back(domain->name);
            unknown("E207", written.noun, "there is no list of values called `" + written.noun.text + "`", std::move(names));
            return faulty();
        }
        for (const dsl::Expr& value : written.values)
            if (auto checked = value_for(value, each.item, written.noun.text, scope))
                each.values.push_back(std::move(*checked));
        if (each.values.size() != written.values.size())
            return faulty();
    } else {
        for (const plan::FieldRow& row : plan::plan_type.fields)
            if (row.type == plan::FieldType::list && row.record->name == written.noun.text)
                each.list = &row;
        if (each.list == nullptr) {
            std::vector<std::string> names;
            for (const plan::FieldRow& row : plan::plan_type.fields)
                if (row.type == plan::FieldType::list)
                    names.emplace_back(row.record->name);
            unknown("E208", written.noun, "a plan has no `" + written.noun.text + "` to go through", std::move(names));
            return faulty();
        }
        each.item = record_type(*each.list->record);
        if (!written.letters.empty()) {
            const auto mask = letter_mask(written.letters);
            if (!mask)
                return faulty();
            const plan::RecordType& type = *each.list->record;
            each.section = type.find("section") != nullptr ? type.find("section") : type.find("letter");
            const auto home = &type == &plan::advice_type ? plan::Letter::K : plan::Letter::A;
            if (each.section != nullptr) {
                each.letters = *mask;
            } else if (&type == &plan::parent_type) {
                fault("E308", written.span, "a plan has its parents on the front page, in no section", "write `parent in plan`");
                return faulty();
            } else if (*mask != 1U << static_cast<unsigned>(home)) {
                fault("E308", written.span, "a plan has its " + written.noun.text + " entries in section " + std::string(plan::name_of(home)) + " only");
                return faulty();
            }
        }
    }
    each.slot = scope.slots++;
    scope.variables.push_back({name, each.item, each.slot});
    if (written.where) {
        auto where = condition(**written.where, scope);
        if (!where)
            return std::nullopt;
        each.where.push_back(std::move(*where));
    }
    return each;
}

std::optional<Expr> Checker::check_is(const dsl::Is& is, Span span, Scope& scope) {
    auto subject = check(*is.subject, scope);
    if (!subject)
        return std::nullopt;
    const Type type = subject->type;
    const std::string words = rules_.written(*subject);
    Expr result = node(Op::is_state, yes_no_type, span);
    result.negated = is.negated;
    result.kids.push_back(std::move(*subject));
    const auto wrong = [&](std::string_view wants) -> std::optional<Expr> {
        fault("E306", span, "`" + words + "` is " + type.words() + "; " + std::string(wants));
        return std::nullopt;
    };
    const auto with = [&](std::optional<Expr> kid) {
        if (kid)
            result.kids.push_back(std::move(*kid));
        return kid.has_value();
    };
    return std::visit(
        overloaded{
            [&](const dsl::IsState& state) -> std::optional<Expr> {
                result.state = state.word;
                switch (state.word) {
                case dsl::StateWord::nil_statement:
                    if (type.base != Base::text)
                        return wrong("only text can be a nil statement");
                    if (const auto nil = wordings_.find("nil_statements"); nil != wordings_.end())
                        result.wordings = {nil->second.index};
                    else
                        fault("E209", span, "`is a nil statement` needs a lexicon called `nil_statements`, and no pack has one");
                    break;
                case dsl::StateWord::negated:
                case dsl::StateWord::quoted:
                    if (type.base != Base::mention)
                        return wrong("only a mention can be negated or quoted");
                    break;
                default:
                    if (type.base == Base::mention || type.base == Base::record)
                        return wrong("it is always there; ask about one of its fields");
                }
                return result;
            },
            [&](const dsl::IsEqual& equal) -> std::optional<Expr> {
                result.op = Op::is_equal;
                return with(value_for(*equal.to, type, words, scope)) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsOneOf& one_of) -> std::optional<Expr> {
                result.op = Op::is_one_of;
                for (const dsl::Expr& value : one_of.values)
                    if (!with(value_for(value, type, words, scope)))
                        return std::nullopt;
                return result;
            },
            [&](const dsl::IsOrdered& ordered) -> std::optional<Expr> {
                result.op = Op::is_ordered;
                result.order = ordered.order;
                if (type.base != Base::date)
                    return wrong("only a date can be `" + std::string(order_words(ordered.order)) + "` another");
                return with(expect(*ordered.than, Base::date, scope, "what it is compared with")) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsBound& bound) -> std::optional<Expr> {
                result.op = Op::is_bound;
                result.bound = bound.bound;
                if (type.base != Base::number && type.base != Base::duration)
                    return wrong("only a number or a length of time can be more or less than another");
                return with(value_for(*bound.than, type, words, scope)) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsWithin& within) -> std::optional<Expr> {
                result.op = Op::is_within;
                result.side = within.side;
                if (type.base != Base::date)
                    return wrong("only a date can be within a time of another");
                const bool good = with(expect(*within.duration, Base::duration, scope, "the time after `within`")) &&
                                  with(expect(*within.than, Base::date, scope, "what it is compared with"));
                return good ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsApart& apart) -> std::optional<Expr> {
                result.op = Op::is_apart;
                result.bound = apart.bound;
                result.side = apart.side;
                if (type.base != Base::date)
                    return wrong("only a date can be some time before or after another");
                const bool good = with(expect(*apart.duration, Base::duration, scope, "the time")) &&
                                  with(expect(*apart.than, Base::date, scope, "what it is compared with"));
                return good ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsBetween& between) -> std::optional<Expr> {
                result.op = Op::is_between;
                if (type.base != Base::number && type.base != Base::date && type.base != Base::duration)
                    return wrong("only a number, a date or a length of time can be between two others");
                const bool good = with(value_for(*between.from, type, words, scope)) && with(value_for(*between.to, type, words, scope));
                return good ? std::optional(result) : std::nullopt;
            },
        },
        is.predicate);
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
            [&](const dsl::Extremum& extremum) -> std::optional<Expr> {
                Expr expr = node(Op::extremum, date_type, span);
                expr.flag = extremum.latest;
                for (const dsl::Expr& of : extremum.of)
                    if (auto checked = expect(of, Base::date, scope, "each of these"))
                        expr.kids.push_back(std::move(*checked));
                return expr.kids.size() == extremum.of.size() ? std::optional(std::move(expr)) : std::nullopt;
            },
            [&](const dsl::Count& count) -> std::optional<Expr> {
                Scope inner = scope;
                auto each = check_each(count.each, inner);
                scope.slots = inner.slots;
                if (!each)
                    return std::nullopt;
                Expr expr = node(Op::count, number_type, span);
                expr.flag = count.different;
                if (count.different && each->over != Each::Over::mentions) {
                    fault("E309", span, "only mentions can be counted as different");
                    return std::nullopt;
                }
                expr.each = std::make_shared<const Each>(std::move(*each));
                return expr;
            },
            [&](const dsl::WordCount& words) -> std::optional<Expr> {
                auto of = expect(*words.of, Base::text, scope, "what words are counted in");
                if (!of)
                    return std::nullopt;
                Expr expr = node(Op::word_count, number_type, span);
                expr.kids.push_back(std::move(*of));
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
                expr.kids.push_back(std::move(*subject));
                return expr;
            },
            [&](const dsl::MentionOf& mention) -> std::optional<Expr> {
                auto in = expect(*mention.in, Base::text, scope, "the text that is searched");
                Expr expr = node(Op::mention_of, yes_no_type, span);
                expr.wordings = wording_list(mention.wordings);
                if (!in || expr.wordings.size() != mention.wordings.size())
                    return std::nullopt;
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
            [&](const dsl::Quantified& quantified) -> std::optional<Expr> {
                Scope inner = scope;
                auto each = check_each(quantified.each, inner);
                if (!each)
                    return std::nullopt;
                Expr expr = node(Op::quantified, yes_no_type, span);
                expr.quantifier = quantified.quantifier;
                expr.number = quantified.count;
                if (quantified.test) {
                    auto test = condition(**quantified.test, inner);
                    if (!test)
                        return std::nullopt;
                    expr.kids.push_back(std::move(*test));
                }
                scope.slots = inner.slots;
                expr.each = std::make_shared<const Each>(std::move(*each));
                return expr;
            },
        },
        written.node);
}

} // namespace ehc::compile

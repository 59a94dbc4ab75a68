// What "each", quantifiers and gathered values go over.

#include "base/nearest.hpp"
#include "compile/checker.hpp"
#include "compile/walk.hpp"
#include "dsl/nouns.hpp"

#include <algorithm>
#include <array>

namespace ehc::compile {

namespace {

constexpr std::array stretches{"date", "number", "sentence", "quotation"}; // found in any text

bool is_stretch(std::string_view noun) { return std::find(stretches.begin(), stretches.end(), noun) != stretches.end(); }

// Lists of values by the nouns of rules: "for each category in (education, medical)".
const plan::Domain* const domains[] = {&plan::kinds,      &plan::statuses, &plan::letters,   &plan::areas,   &plan::roles,
                                       &plan::categories, &plan::speakers, &plan::decisions, &plan::settings};

} // namespace

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

bool Checker::check_stretches(const dsl::Each& written, Each& each, Scope& scope) {
    const std::string& noun = written.noun.text;
    std::optional<Expr> text;
    if (written.text) {
        text = expect(**written.text, Base::text, scope, "the text that is searched");
    } else if (const auto mask = letter_mask(written.letters)) {
        text = node(Op::section_text, text_type, written.span);
        text->letters = *mask;
    }
    if (!text)
        return false;
    each.text.push_back(std::move(*text));
    if (!written.wordings.empty()) {
        each.over = Each::Over::mentions;
        each.wordings = wording_list(written.wordings);
        each.item = {Base::mention, domain_of(each.wordings), nullptr};
        return each.wordings.size() == written.wordings.size();
    }
    if (noun == "sentence" || noun == "quotation") {
        each.over = noun == "sentence" ? Each::Over::sentences : Each::Over::quotations;
        each.item = text_type;
        return true;
    }
    if (noun == "mention") {
        fault("E208", written.noun.span, "this does not say of which words a mention is meant", "write `mention of` and a lexicon, a pattern or a phrase in quotes");
        return false;
    }
    if (!is_stretch(noun)) {
        unknown("E208", written.noun, "a text has no `" + noun + "` to go through", {stretches.begin(), stretches.end()});
        return false;
    }
    each.over = Each::Over::mentions;
    if (const auto part = wording({noun, false, written.noun.span}))
        each.wordings = {*part};
    each.item = {Base::mention};
    return !each.wordings.empty();
}

bool Checker::check_values(const dsl::Each& written, Each& each, Scope& scope) {
    each.over = Each::Over::values;
    for (const plan::Domain* domain : domains)
        if (domain->name == written.noun.text)
            each.item = {Base::choice, domain, nullptr};
    if (each.item.domain == nullptr) {
        std::vector<std::string> names;
        for (const plan::Domain* domain : domains)
            names.emplace_back(domain->name);
        unknown("E207", written.noun, "there is no list of values called `" + written.noun.text + "`", std::move(names));
        return false;
    }
    for (const dsl::Expr& value : written.values)
        if (auto checked = value_for(value, each.item, written.noun.text, scope))
            each.values.push_back(std::move(*checked));
    return each.values.size() == written.values.size();
}

bool Checker::check_list(const dsl::Each& written, Each& each) {
    for (const plan::FieldRow& row : plan::plan_type.fields)
        if (row.type == plan::FieldType::list && row.record->name == written.noun.text)
            each.list = &row;
    if (each.list == nullptr) {
        std::vector<std::string> names;
        for (const plan::FieldRow& row : plan::plan_type.fields)
            if (row.type == plan::FieldType::list)
                names.emplace_back(row.record->name);
        unknown("E208", written.noun, "a plan has no `" + written.noun.text + "` to go through", std::move(names));
        return false;
    }
    each.item = record_type(*each.list->record);
    if (written.letters.empty())
        return true;
    const auto mask = letter_mask(written.letters);
    if (!mask)
        return false;
    const plan::RecordType& type = *each.list->record;
    each.section = type.find("section") != nullptr ? type.find("section") : type.find("letter");
    const auto home = &type == &plan::advice_type ? plan::Letter::K : plan::Letter::A;
    if (each.section != nullptr) {
        each.letters = *mask;
    } else if (&type == &plan::parent_type) {
        fault("E308", written.span, "a plan has its parents on the front page, in no section", "write `parent in plan`");
        return false;
    } else if (*mask != 1U << static_cast<unsigned>(home)) {
        fault("E308", written.span, "a plan has its " + written.noun.text + " entries in section " + std::string(plan::name_of(home)) + " only");
        return false;
    }
    return true;
}

bool Checker::check_range(const dsl::Each& written, Each& each, Scope& scope) {
    if (written.text || (is_stretch(written.noun.text) && !written.letters.empty()))
        return check_stretches(written, each, scope);
    if (!written.values.empty())
        return check_values(written, each, scope);
    return check_list(written, each);
}

namespace {

// Whether a condition asks for nothing but the item in `slot`, the plan, and what it goes through itself.
bool speaks_of_alone(const Expr& condition, std::uint32_t slot) {
    std::vector<std::uint32_t> known{0, slot};
    bool alone = true;
    each_expr(condition, [&](const Expr& part) {
        if (part.each)
            known.push_back(part.each->slot);
    });
    each_expr(condition, [&](const Expr& part) { alone = alone && (part.op != Op::slot || std::find(known.begin(), known.end(), part.slot) != known.end()); });
    return alone;
}

} // namespace

std::optional<Each> Checker::check_each(const dsl::Each& written, Scope& scope) {
    Each each;
    each.span = written.span;
    each.file = inside_.value_or(file_);
    each.noun = written.noun.text;
    const std::string name = written.alias ? written.alias->text : written.noun.text;
    if (!check_range(written, each, scope)) {
        scope.faulty.push_back(name);
        // Where the noun is misspelt, the rest of the rule has it right: that is no fault of its own.
        std::vector<std::string> nouns;
        for (const plan::FieldRow& row : plan::plan_type.fields)
            if (row.type == plan::FieldType::list)
                nouns.emplace_back(row.record->name);
        if (auto near = nearest(written.noun.text, nouns); near && !written.alias)
            scope.faulty.push_back(std::move(*near));
        return std::nullopt;
    }
    each.slot = scope.slots++;
    scope.variables.push_back({name, each.item, each.slot, true});
    if (written.where) {
        auto where = condition(**written.where, scope);
        if (!where)
            return std::nullopt;
        each.where.push_back(std::move(*where));
        for (const Expr& part : parts_of(each.where.front()))
            each.own.push_back(speaks_of_alone(part, each.slot));
    }
    return each;
}

std::optional<Expr> Checker::check_count(const dsl::Count& count, Span span, Scope& scope) {
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
}

std::optional<Expr> Checker::check_gathered(const dsl::Gathered& gathered, Span span, Scope& scope) {
    using enum dsl::Gathering;
    Scope inner = scope;
    Expr expr = node(Op::gathered, date_type, span);
    expr.gathering = gathered.how;
    if (gathered.over) {
        dsl::Each over = *gathered.over;
        over.noun.text = dsl::singular(over.noun.text);
        auto each = check_each(over, inner);
        if (!each)
            return std::nullopt;
        expr.each = std::make_shared<const Each>(std::move(*each));
    }
    for (const dsl::Expr& of : gathered.of) {
        auto checked = check(of, inner);
        if (!checked)
            return std::nullopt;
        const Base base = checked->type.base;
        const std::string words = "`" + rules_.written(*checked) + "` is " + checked->type.words();
        if ((gathered.how == latest || gathered.how == earliest) && base != Base::date) {
            fault("E301", of.span, words + "; each of these must be a date");
            return std::nullopt;
        }
        if ((gathered.how == greatest || gathered.how == smallest || gathered.how == total) && base != Base::number && base != Base::duration) {
            fault("E301", of.span, words + "; each of these must be a number or a length of time");
            return std::nullopt;
        }
        if (!expr.kids.empty() && !comparable(expr.kids.front().type, checked->type)) {
            fault("E301", of.span, words + "; each of these must be " + expr.kids.front().type.words(), "they are all of one kind");
            return std::nullopt;
        }
        expr.kids.push_back(std::move(*checked));
    }
    expr.type = expr.kids.front().type;
    scope.slots = inner.slots;
    return expr;
}

std::optional<Expr> Checker::check_utmost(const dsl::Utmost& utmost, Span span, Scope& scope) {
    Scope inner = scope;
    dsl::Each over = utmost.each;
    over.noun.text = dsl::singular(over.noun.text);
    auto each = check_each(over, inner);
    if (!each)
        return std::nullopt;
    Expr item = node(Op::slot, each->item, utmost.by.span);
    item.slot = each->slot;
    auto by = field_of(std::move(item), utmost.by);
    if (!by)
        return std::nullopt;
    if (by->type.base != Base::date) {
        fault("E301", utmost.by.span, "`" + utmost.by.text + "` is " + by->type.words() + "; the latest is found by a date");
        return std::nullopt;
    }
    scope.slots = inner.slots;
    Expr expr = node(Op::utmost, each->item, span);
    expr.flag = utmost.latest;
    expr.kids.push_back(std::move(*by));
    expr.each = std::make_shared<const Each>(std::move(*each));
    return expr;
}

std::optional<Expr> Checker::check_quantified(const dsl::Quantified& quantified, Span span, Scope& scope) {
    Scope inner = scope;
    auto each = check_each(quantified.each, inner);
    if (!each)
        return std::nullopt;
    Expr expr = node(Op::quantified, yes_no_type, span);
    expr.quantifier = quantified.quantifier;
    expr.number = quantified.count;
    expr.flag = quantified.percent;
    const bool counts_items = quantified.quantifier == dsl::Quantifier::every || quantified.quantifier == dsl::Quantifier::only || quantified.percent;
    if (counts_items && !quantified.test) {
        fault("E313", span, "this says of which " + dsl::plural(each->noun) + ", and not what is so of them",
              "go on with `such that` and a condition, or with a verb such as `is`");
        return std::nullopt;
    }
    if (quantified.test) {
        auto test = condition(**quantified.test, inner);
        if (!test)
            return std::nullopt;
        expr.kids.push_back(std::move(*test));
    }
    scope.slots = inner.slots;
    expr.each = std::make_shared<const Each>(std::move(*each));
    return expr;
}

} // namespace ehc::compile

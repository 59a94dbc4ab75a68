// Definitions: `define` as declared, as written, and with the values that it is given.

#include "compile/checker.hpp"
#include "compile/words.hpp"

#include <algorithm>
#include <utility>

namespace ehc::compile {

void Checker::declare(const dsl::Define& define) {
    const plan::RecordType* record = nullptr;
    std::vector<std::string> names;
    for (const plan::RecordType* type : plan::record_types()) {
        names.emplace_back(type->name);
        if (type->name == define.record.text)
            record = type;
    }
    if (record == nullptr) {
        unknown("E212", define.record, "there is no record called `" + define.record.text + "`", std::move(names));
        return;
    }
    if (record->find(define.name.text) != nullptr) {
        fault("E213", define.name.span, "`" + define.record.text + "` already has a field `" + define.name.text + "`");
        return;
    }
    const auto index = static_cast<std::uint32_t>(rules_.derived.size());
    const auto [at, fresh] = derived_.try_emplace({record, define.name.text}, Declared{file_, define.name.span, index});
    if (!fresh) {
        told_twice(define.name, at->second, "definitions");
        return;
    }
    Derived derived;
    derived.name = define.name.text;
    derived.doc = define.doc ? define.doc->text : std::string();
    derived.record = record;
    derived.file = file_;
    derived.span = define.name.span;
    for (const dsl::Argument& written : define.arguments) {
        const auto same = std::find_if(derived.arguments.begin(), derived.arguments.end(), [&](const Derived::Argument& other) { return other.name == written.name.text; });
        if (same != derived.arguments.end() || written.name.text == "plan" || written.name.text == define.record.text) {
            fault("E211", written.name.span, "`" + written.name.text + "` means something else in this definition already", "give it a name of its own");
            derived_faulty_.insert(index);
        }
        const auto type = type_named(written.type.text, true);
        if (!type && written.type.text != "wording") {
            std::vector<std::string> candidates = type_names();
            candidates.insert(candidates.end(), names.begin(), names.end());
            candidates.emplace_back("wording");
            unknown("E214", written.type, "a definition cannot take a `" + written.type.text + "`", std::move(candidates));
            derived_faulty_.insert(index);
        }
        derived.arguments.push_back({written.name.text, type, {}});
    }
    rules_.derived.push_back(std::move(derived));
    written_derived_.push_back(&define);
}

// Checks what a definition means, with the wordings that it is given.
void Checker::check_body(std::uint32_t index, const std::vector<std::uint32_t>& wordings, Derived& derived) {
    Scope scope{{{"plan", record_type(plan::plan_type), 0}, {std::string(derived.record->name), record_type(*derived.record), 1}}, 2, {}};
    std::vector<std::pair<std::string, std::uint32_t>> words;
    for (const Derived::Argument& argument : derived.arguments)
        if (argument.type)
            scope.variables.push_back({argument.name, *argument.type, scope.slots++});
        else
            words.emplace_back(argument.name, wordings[words.size()]);
    // Faults inside belong to its own file, wherever it is used first.
    const std::uint32_t outer = std::exchange(file_, derived.file);
    const auto message = std::exchange(inside_, std::nullopt);
    std::swap(words, wording_arguments_);
    if (auto value = check(written_derived_[index]->value, scope))
        derived.value = std::move(*value);
    else
        derived_faulty_.insert(index);
    derived.slots = scope.slots;
    std::swap(words, wording_arguments_);
    inside_ = message;
    file_ = outer;
}

// Checked on first use, whatever the order in the files. False where it has a fault.
bool Checker::check_definition(std::uint32_t index) {
    if (!derived_faulty_.contains(index) && derived_done_.insert(index).second) {
        derived_open_.insert(index);
        Derived derived = rules_.derived[index];
        const auto words = std::count_if(derived.arguments.begin(), derived.arguments.end(), [](const Derived::Argument& argument) { return !argument.type; });
        check_body(index, std::vector<std::uint32_t>(static_cast<std::size_t>(words), any_wording), derived);
        rules_.derived[index] = std::move(derived);
        derived_open_.erase(index);
    }
    return !derived_faulty_.contains(index);
}

// The definition with these wordings in the place of those that it takes.
std::uint32_t Checker::definition_for(std::uint32_t index, const std::vector<std::uint32_t>& wordings) {
    if (wordings.empty() || std::find(wordings.begin(), wordings.end(), any_wording) != wordings.end())
        return index;
    const auto [at, fresh] = derived_for_.try_emplace({index, wordings}, static_cast<std::uint32_t>(rules_.derived.size()));
    if (!fresh)
        return at->second;
    const std::uint32_t made = at->second;
    Derived derived = rules_.derived[index];
    std::size_t next = 0;
    for (Derived::Argument& argument : derived.arguments)
        if (!argument.type) {
            const std::uint32_t wording = wordings[next++];
            argument.wording = rules_.wordings[wording].name;
            if (const auto phrase = unnamed_wordings_.find("\"" + argument.wording + "\""); phrase != unnamed_wordings_.end() && phrase->second == wording)
                argument.wording = phrase->first;
        }
    rules_.derived.push_back(derived);
    check_body(index, wordings, derived);
    rules_.derived[made] = std::move(derived);
    return made;
}

std::optional<Expr> Checker::derived_field(Expr record, std::uint32_t index, const dsl::Name& name) {
    const std::string_view type = record.type.record->name;
    if (derived_open_.contains(index)) {
        fault("E304", name.span, "`" + std::string(type) + "." + name.text + "` is defined by itself");
        return std::nullopt;
    }
    if (!check_definition(index))
        return std::nullopt;
    const Derived& derived = rules_.derived[index];
    if (!derived.arguments.empty()) {
        fault("E217", name.span, "`" + std::string(type) + "." + name.text + "` takes values in brackets", "write `" + name_of(derived) + "` with values for these");
        return std::nullopt;
    }
    Expr expr = node(Op::derived, derived.value.type, {record.span.begin, name.span.end});
    expr.index = index;
    expr.kids.push_back(std::move(record));
    return expr;
}

std::optional<Expr> Checker::check_call(const dsl::Call& call, Span span, Scope& scope) {
    const dsl::Name& name = call.names.back();
    const Span called{span.begin, name.span.end};
    if (call.names.size() == 1) {
        fault("E217", name.span, "`" + name.text + "` takes no values in brackets", "only what a `define` adds to a record does, such as `plan.asks(words)`");
        return std::nullopt;
    }
    auto record = check_path({{call.names.begin(), call.names.end() - 1}}, {span.begin, call.names[call.names.size() - 2].span.end}, scope);
    if (!record)
        return std::nullopt;
    const auto found = record->type.base == Base::record ? derived_.find({record->type.record, name.text}) : derived_.end();
    if (found == derived_.end()) {
        if (field_of(std::move(*record), name))
            fault("E217", called, "`" + name.text + "` takes no values in brackets", "leave the brackets out");
        return std::nullopt;
    }
    const std::uint32_t index = found->second.index;
    if (derived_open_.contains(index))
        return derived_field(std::move(*record), index, name); // which says so
    if (!check_definition(index))
        return std::nullopt;
    const std::vector<Derived::Argument> arguments = rules_.derived[index].arguments;
    if (call.values.size() != arguments.size()) {
        const std::string wanted = arguments.empty() ? "no values" : arguments.size() == 1 ? "one value" : std::to_string(arguments.size()) + " values";
        fault("E217", span, "`" + rules_.written(*record) + "." + name.text + "` takes " + wanted + " and is given " + std::to_string(call.values.size()),
              arguments.empty() ? "leave the brackets out" : "it is defined as `" + name_of(rules_.derived[index]) + "`");
        return std::nullopt;
    }
    std::vector<Expr> values;
    std::vector<std::uint32_t> wordings;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const dsl::Expr& written = call.values[i];
        const std::string what = "what `" + name.text + "` takes as `" + arguments[i].name + "`";
        if (!arguments[i].type) {
            const auto* path = std::get_if<dsl::Path>(&written.node);
            const auto* text = std::get_if<dsl::TextLiteral>(&written.node);
            if (text == nullptr && (path == nullptr || path->names.size() != 1))
                fault("E315", written.span, what + " must be a lexicon, a pattern or a phrase in double quotes");
            else if (const auto one = wording({text != nullptr ? text->value.text : path->names.front().text, text != nullptr, written.span}))
                wordings.push_back(*one);
            continue;
        }
        if (arguments[i].type->base == Base::choice && std::holds_alternative<dsl::Path>(written.node)) { // a bare name is one of the list
            if (auto value = value_for(written, *arguments[i].type, arguments[i].name, scope))
                values.push_back(std::move(*value));
        } else if (auto value = check(written, scope)) {
            if (comparable(*arguments[i].type, value->type))
                values.push_back(std::move(*value));
            else
                fault("E315", written.span, "`" + rules_.written(*value) + "` is " + value->type.words() + "; " + what + " must be " + arguments[i].type->words());
        }
    }
    if (values.size() + wordings.size() != arguments.size())
        return std::nullopt;
    const std::uint32_t made = definition_for(index, wordings);
    if (derived_faulty_.contains(index))
        return std::nullopt;
    std::optional<Expr> expr = node(Op::derived, rules_.derived[made].value.type, span);
    expr->index = made;
    expr->kids.push_back(std::move(*record));
    std::move(values.begin(), values.end(), std::back_inserter(expr->kids));
    if (!call.fields.empty())
        expr->span.end = call.fields.front().span.begin - 1; // the full stop
    for (auto field = call.fields.begin(); field != call.fields.end() && expr; ++field)
        expr = field_of(std::move(*expr), *field);
    return expr;
}

void Checker::check_derived() {
    for (const auto& [key, declared] : derived_) {
        file_ = declared.file;
        if (check_definition(declared.index))
            tell_idle(rules_.derived[declared.index].value);
    }
}

} // namespace ehc::compile

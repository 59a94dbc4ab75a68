// The parsers that the grammar is built of: keywords, signs and values as single tokens, and three directives. Part of
// grammar.cpp, which alone includes this and with it Spirit X3.
#pragma once

#include "base/source.hpp"
#include "dsl/ast.hpp"
#include "dsl/complaints.hpp"
#include "dsl/openers.hpp"

#include <boost/spirit/home/x3.hpp>

#include <charconv>
#include <optional>

namespace ehc::dsl {

inline constexpr int deepest_nesting = 200;

namespace parsers {

namespace x3 = boost::spirit::x3;

// ---- what the parsers share --------------------------------------------------------------------------------------------

struct Objection { // a fault that the grammar itself words
    const Token* at;
    Fault fault;
};

struct State {
    const Source& source;
    int depth = 0;
    // Set when a construct is read again to say what was wrong with it.
    Impasse* impasse = nullptr;
};

struct state_tag;

template <class Context> State& state_of(const Context& context) { return x3::get<state_tag>(context); }

// ---- parsers of single tokens ------------------------------------------------------------------------------------------

struct Phrase : x3::parser<Phrase> { // keywords in a row
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    std::string_view text;
    PhraseWords words;

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It&, const Context& context, Outer&, Attribute&) const {
        Impasse* const impasse = state_of(context).impasse;
        It at = first;
        for (std::size_t i = 0; i < words.count; ++i, ++at)
            if (!is_word(at, words.words[i])) {
                if (impasse != nullptr)
                    impasse->missed({first, at, word(i), text});
                return false;
            }
        if (impasse != nullptr && at == impasse->at)
            impasse->phrase = first;
        first = at;
        return true;
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t index) const {
        std::string_view found;
        detail::each_word(text, [&](std::string_view each) {
            if (index-- == 0)
                found = each;
        });
        return found;
    }
};

consteval Phrase phrase(const char* text) {
    Phrase parser;
    parser.text = known_phrase(text);
    parser.words = words_of(text);
    return parser;
}

// A comma is looked for here.
inline void note_comma(const State& state, const Token* at) {
    if (state.impasse != nullptr && state.impasse->at == at)
        state.impasse->comma = true;
}

// One of several phrases, each with the value it stands for.
template <class Value> struct Option {
    Phrase phrase;
    Value value;
};
template <class Value, std::size_t count> struct Choice : x3::parser<Choice<Value, count>> {
    using attribute_type = Value;
    static constexpr bool has_attribute = true;
    std::string_view name;
    std::array<Option<Value>, count> options;

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It& last, const Context& context, Outer& outer, Attribute& attribute) const {
        for (const Option<Value>& option : options)
            if (option.phrase.parse(first, last, context, outer, x3::unused)) {
                x3::traits::move_to(Value(option.value), attribute);
                return true;
            }
        return false;
    }
};

template <class Value, std::size_t count> Choice<Value, count> choice(std::string_view name, const Option<Value> (&options)[count]) {
    return {{}, name, std::to_array(options)};
}

struct Sign : x3::parser<Sign> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    char sign_;

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It&, const Context& context, Outer&, Attribute&) const {
        if (sign_ == ',')
            note_comma(state_of(context), first);
        if (!is_sign(first, sign_))
            return false;
        ++first;
        return true;
    }
};

constexpr Sign sign(char c) {
    Sign parser;
    parser.sign_ = c;
    return parser;
}

// A parser made of a function (state, token&) -> optional<Value> or bool.
template <class Value, class Function> struct Reads : x3::parser<Reads<Value, Function>> {
    using attribute_type = Value;
    static constexpr bool has_attribute = !std::is_same_v<Value, x3::unused_type>;
    std::string_view name;
    Function function;

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It&, const Context& context, Outer&, Attribute& attribute) const {
        auto value = function(state_of(context), first);
        if (!value)
            return false;
        if constexpr (has_attribute)
            x3::traits::move_to(std::move(*value), attribute);
        return true;
    }
};

template <class Value, class Function> constexpr Reads<Value, Function> reads(std::string_view name, Function function) {
    Reads<Value, Function> parser{{}, name, function};
    return parser;
}

inline std::string_view text_of(const State& state, const Token* token) { return dsl::text_of(state.source, token); }

[[noreturn]] inline void object(const State& state, const Token* at, Span span, std::string code, std::string what, std::string suggestion = {}) {
    throw Objection{at, fault(state.source, std::move(code), span, std::move(what), std::move(suggestion))};
}

const auto name = reads<Name>("a name", [](const State& state, const Token*& at) -> std::optional<Name> {
    if (at->kind != Token::Kind::word || is_reserved(at))
        return std::nullopt;
    Name result{std::string(text_of(state, at)), at->span};
    ++at;
    return result;
});
// After a full stop and before a colon every word is a name.
const auto any_name = reads<Name>("a name", [](const State& state, const Token*& at) -> std::optional<Name> {
    if (at->kind != Token::Kind::word)
        return std::nullopt;
    Name result{std::string(text_of(state, at)), at->span};
    ++at;
    return result;
});
const auto string = reads<String>("a text in double quotes", [](const State& state, const Token*& at) -> std::optional<String> {
    if (at->kind != Token::Kind::string)
        return std::nullopt;
    String result{unquoted(text_of(state, at)), at->span};
    ++at;
    return result;
});
const auto date = reads<Date>("a date, such as 1 September 2014", [](const State&, const Token*& at) -> std::optional<Date> {
    if (at->kind != Token::Kind::date)
        return std::nullopt;
    return at++->date;
});
const auto day_of_year = reads<Date>("a day of the year, such as 15 February", [](const State&, const Token*& at) -> std::optional<Date> {
    if (at->kind != Token::Kind::day_of_year)
        return std::nullopt;
    return at++->date;
});
const auto version = reads<String>("a version, such as 2026.11", [](const State& state, const Token*& at) -> std::optional<String> {
    if (at->kind != Token::Kind::number)
        return std::nullopt;
    String result{std::string(text_of(state, at)), at->span};
    ++at;
    return result;
});
const auto number = reads<double>("a number", [](const State& state, const Token*& at) -> std::optional<double> {
    if (at->kind != Token::Kind::number)
        return std::nullopt;
    const std::string_view text = text_of(state, at);
    constexpr std::size_t most_digits = 15; // all of them count in a double
    if (static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != '.'; })) > most_digits)
        object(state, at, at->span, "E117", shown(text) + " is too long a number", "numbers have 15 digits at most");
    double value = 0;
    if (const auto read = std::from_chars(text.data(), text.data() + text.size(), value); read.ptr != text.data() + text.size())
        object(state, at, at->span, "E117", shown(text) + " is not a number", "a number has one decimal point at most");
    ++at;
    return value;
});

// A comma before one more value; not the one before the next `field: value`.
const auto list_comma = reads<x3::unused_type>("`,`", [](const State& state, const Token*& at) {
    note_comma(state, at);
    if (!is_sign(at, ',') || (at[1].kind == Token::Kind::word && is_sign(at + 2, ':')))
        return false;
    ++at;
    return true;
});
// What may stand where is checked without reading on.
const auto same_line = reads<x3::unused_type>("", [](const State&, const Token*& at) { return !at->line_first; });
const auto noun_follows = reads<x3::unused_type>("", [](const State&, const Token*& at) { return is_noun(at); });
const auto no_equals_sign = reads<x3::unused_type>("", [](const State& state, const Token*& at) {
    if (is_sign(at, '='))
        object(state, at, at->span, "E109", "rules have no `=` in a condition: write `is`");
    return true;
});
const auto one_joiner = reads<x3::unused_type>("", [](const State& state, const Token*& at) {
    constexpr WordNumber word_and = number_of("and"), word_or = number_of("or");
    if (is_word(at, word_and) || is_word(at, word_or))
        object(state, at, at->span, "E108", "`and` and `or` stand side by side, and can be read in two ways",
               "put brackets round the part that belongs together");
    return true;
});
const auto no_sum = reads<x3::unused_type>("", [](const State& state, const Token*& at) {
    if (is_sign(at, '+') || is_sign(at, '-'))
        object(state, at, at->span, "E108", shown(text_of(state, at)) + " can be read in two ways here",
               "put brackets round what is added up, or round all that stands before it");
    return true;
});
const auto no_article = reads<x3::unused_type>("", [](const State& state, const Token*& at) {
    if (at->kind == Token::Kind::word && (text_of(state, at) == "the" || text_of(state, at) == "an") && at[1].kind == Token::Kind::word && !is_reserved(at + 1))
        object(state, at, at->span, "E101", "rules have no " + shown(text_of(state, at)), "leave it out");
    return true;
});

// ---- directives --------------------------------------------------------------------------------------------------------

// Sets the span of the rule's node to the tokens that the subject matched.
template <class Subject> struct InPlace : x3::unary_parser<Subject, InPlace<Subject>> {
    using Base = x3::unary_parser<Subject, InPlace<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit InPlace(const Subject& inner) : Base(inner) {}

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It& last, const Context& context, Outer& outer, Attribute& attribute) const {
        const Token* begin = first;
        if (!this->subject.parse(first, last, context, outer, attribute))
            return false;
        outer.span = {begin->span.begin, first[-1].span.end};
        return true;
    }
};

// One step deeper, up to the cap.
template <class Subject> struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
    using Base = x3::unary_parser<Subject, Nested<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit Nested(const Subject& inner) : Base(inner) {}

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It& last, const Context& context, Outer& outer, Attribute& attribute) const {
        State& state = state_of(context);
        if (++state.depth > deepest_nesting)
            object(state, first, first->span, "E113", "this is nested more than " + std::to_string(deepest_nesting) + " deep",
                   "give a part of it a name with `let` or `define`");
        const bool matched = this->subject.parse(first, last, context, outer, attribute);
        --state.depth;
        return matched;
    }
};

// Another name for what is expected here.
template <class Subject> struct Called : x3::unary_parser<Subject, Called<Subject>> {
    using Base = x3::unary_parser<Subject, Called<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    std::string_view name;
    constexpr Called(std::string_view words, const Subject& inner) : Base(inner), name(words) {}

    template <class It, class Context, class Outer, class Attribute>
    bool parse(It& first, const It& last, const Context& context, Outer& outer, Attribute& attribute) const {
        return this->subject.parse(first, last, context, outer, attribute);
    }
};

template <template <class> class Directive> struct Wraps {
    template <class Subject> constexpr auto operator[](const Subject& subject) const {
        return Directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
    }
};
constexpr Wraps<InPlace> in_place{};
constexpr Wraps<Nested> nested{};
template <class Subject> constexpr auto called(std::string_view words, const Subject& subject) {
    return Called<typename x3::extension::as_parser<Subject>::value_type>(words, x3::as_parser(subject));
}

} // namespace parsers

} // namespace ehc::dsl

// How Spirit names each of them when it is expected and not there.
namespace boost::spirit::x3 {

template <> struct get_info<ehc::dsl::parsers::Phrase> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Phrase& parser) const { return "`" + std::string(parser.text) + "`"; }
};
template <class Value, std::size_t count> struct get_info<ehc::dsl::parsers::Choice<Value, count>> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Choice<Value, count>& parser) const { return std::string(parser.name); }
};
template <> struct get_info<ehc::dsl::parsers::Sign> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Sign& parser) const { return std::string("`") + parser.sign_ + "`"; }
};
template <class Value, class Function> struct get_info<ehc::dsl::parsers::Reads<Value, Function>> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Reads<Value, Function>& parser) const { return std::string(parser.name); }
};
template <class Subject> struct get_info<ehc::dsl::parsers::Called<Subject>> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Called<Subject>& parser) const { return std::string(parser.name); }
};
template <class Subject> struct get_info<ehc::dsl::parsers::Nested<Subject>> {
    using result_type = std::string;
    std::string operator()(const ehc::dsl::parsers::Nested<Subject>& parser) const { return what(parser.subject); }
};

} // namespace boost::spirit::x3

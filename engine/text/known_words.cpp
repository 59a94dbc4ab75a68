#include "text/known_words.hpp"

#include "text/word_key.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ehc::text {

namespace {

using Kind = KnownWord::Kind;

constexpr KnownWord known_words[] = {
    {"one", Kind::number, 1},       {"two", Kind::number, 2},        {"three", Kind::number, 3},      {"four", Kind::number, 4},
    {"five", Kind::number, 5},      {"six", Kind::number, 6},        {"seven", Kind::number, 7},      {"eight", Kind::number, 8},
    {"nine", Kind::number, 9},      {"ten", Kind::number, 10},       {"eleven", Kind::number, 11},    {"twelve", Kind::number, 12},
    {"thirteen", Kind::number, 13}, {"fourteen", Kind::number, 14},  {"fifteen", Kind::number, 15},   {"sixteen", Kind::number, 16},
    {"seventeen", Kind::number, 17}, {"eighteen", Kind::number, 18}, {"nineteen", Kind::number, 19},  {"twenty", Kind::tens, 20},
    {"thirty", Kind::tens, 30},     {"forty", Kind::tens, 40},       {"fifty", Kind::tens, 50},       {"sixty", Kind::tens, 60},
    {"seventy", Kind::tens, 70},    {"eighty", Kind::tens, 80},      {"ninety", Kind::tens, 90},      {"half", Kind::half, 0},
    {"january", Kind::month, 1},    {"february", Kind::month, 2},    {"march", Kind::month, 3},       {"april", Kind::month, 4},
    {"may", Kind::month, 5},        {"june", Kind::month, 6},        {"july", Kind::month, 7},        {"august", Kind::month, 8},
    {"september", Kind::month, 9},  {"october", Kind::month, 10},    {"november", Kind::month, 11},   {"december", Kind::month, 12},
    {"jan", Kind::month, 1},        {"feb", Kind::month, 2},         {"mar", Kind::month, 3},         {"apr", Kind::month, 4},
    {"jun", Kind::month, 6},        {"jul", Kind::month, 7},         {"aug", Kind::month, 8},         {"sep", Kind::month, 9},
    {"sept", Kind::month, 9},       {"oct", Kind::month, 10},        {"nov", Kind::month, 11},        {"dec", Kind::month, 12},
    {"autumn", Kind::term, 1},      {"spring", Kind::term, 2},       {"summer", Kind::term, 3},
};
constexpr std::size_t shortest = 3, longest = 9;

struct Slot {
    std::uint64_t key = 0;
    std::uint8_t size = 0;
    std::uint8_t word = 0;
};

constexpr std::size_t slot_count = 256;

constexpr std::uint64_t key_of(std::string_view word) {
    std::uint64_t key = 0;
    for (std::size_t i = std::min(word.size(), key_bytes); i-- > 0;)
        key = key << 8 | static_cast<unsigned char>(word[i]);
    return key;
}
constexpr std::size_t slot_of(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15U) >> 56; }

// By the first eight letters, which with the length tell all these words apart.
constexpr auto slots = [] {
    std::array<Slot, slot_count> table{};
    for (std::size_t i = 0; i < std::size(known_words); ++i) {
        const std::string_view text = known_words[i].text;
        std::size_t at = slot_of(key_of(text));
        while (table[at].size != 0)
            at = (at + 1) % slot_count;
        table[at] = {key_of(text), static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(i)};
    }
    return table;
}();

// Sorted, for binary search.
constexpr std::string_view before_names[] = {"approx", "capt", "cf", "cllr", "dr", "drs", "eg", "ie", "messrs", "mr", "mrs", "ms", "prof", "rev", "revd", "sr", "st", "viz", "vs"};
constexpr std::string_view before_numbers[] = {"app", "art", "ch", "ext", "fig", "no", "nos", "p", "para", "paras", "pp", "reg", "regs", "s", "sched", "ss", "tel", "v", "ver", "vol"};
constexpr std::string_view anywhere[] = {"am",  "apr", "aug", "dec", "dept", "etc", "feb", "fri",  "hr",  "hrs",  "inc", "incl", "jan", "jr",  "jul", "jun", "ltd", "mar",  "max", "min",  "mins", "misc",
                                         "mon", "mths", "nov", "oct", "pm",  "pt",  "sat",  "sec", "secs", "sep", "sept", "sun", "temp", "thur", "thurs", "tue", "tues", "wed", "wk", "wks", "yr", "yrs"};
constexpr std::string_view parts[] = {"annex", "appendix", "band", "box", "class", "grade", "group", "level", "option", "part", "phase", "plan", "section", "stage", "step", "table", "tier", "vitamin"};

static_assert(std::is_sorted(std::begin(before_names), std::end(before_names)));
static_assert(std::is_sorted(std::begin(before_numbers), std::end(before_numbers)));
static_assert(std::is_sorted(std::begin(anywhere), std::end(anywhere)));
static_assert(std::is_sorted(std::begin(parts), std::end(parts)));

template <std::size_t N> bool among(const std::string_view (&words)[N], std::string_view word) {
    return std::binary_search(std::begin(words), std::end(words), word);
}

} // namespace

const KnownWord* find_known_word(std::uint64_t key, std::size_t size) noexcept {
    if (size < shortest || size > longest)
        return nullptr;
    for (std::size_t at = slot_of(key); slots[at].size != 0; at = (at + 1) % slot_count)
        if (slots[at].key == key && slots[at].size == size)
            return &known_words[slots[at].word];
    return nullptr;
}

const KnownWord* find_known_word(std::string_view folded) noexcept {
    const KnownWord* found = find_known_word(key_of(folded), folded.size());
    return found != nullptr && found->text == folded ? found : nullptr;
}

Abbreviation abbreviation(std::string_view folded) noexcept {
    if (among(before_names, folded))
        return Abbreviation::before_name;
    if (among(before_numbers, folded))
        return Abbreviation::before_number;
    return among(anywhere, folded) ? Abbreviation::anywhere : Abbreviation::none;
}

bool names_a_part(std::string_view folded) noexcept { return among(parts, folded); }

} // namespace ehc::text

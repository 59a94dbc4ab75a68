#include "text/readability.hpp"

#include <algorithm>

namespace ehc::text {

namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

} // namespace

ReadingLoad& ReadingLoad::operator+=(const ReadingLoad& other) noexcept {
    words += other.words;
    sentences += other.sentences;
    syllables += other.syllables;
    return *this;
}

double ReadingLoad::age() const noexcept {
    if (words == 0)
        return 0;
    const double per_sentence = static_cast<double>(words) / std::max(1U, sentences), per_word = static_cast<double>(syllables) / words;
    constexpr double school_starts = 5;
    return std::max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59 + school_starts);
}

std::uint32_t syllables(std::string_view word) noexcept {
    std::uint32_t count = 0;
    bool in_vowels = false;
    for (const char c : word) {
        count += is_vowel(c) && !in_vowels ? 1U : 0U;
        in_vowels = is_vowel(c);
    }
    const auto silent = [&](std::string_view ending) { return word.size() > ending.size() + 1 && word.ends_with(ending); };
    if (count > 1 && silent("e") && !word.ends_with("le") && !is_vowel(word[word.size() - 2])) // "phase", not "table"
        --count;
    else if (count > 1 && (silent("es") || silent("ed")) && !is_vowel(word[word.size() - 3])) {
        const char before = word[word.size() - 3];
        const bool sounded = word.ends_with("ed") ? before == 't' || before == 'd' : std::string_view("szxc").find(before) != std::string_view::npos;
        if (!sounded) // "needed" has two, "used" one
            --count;
    }
    return std::max(count, 1U);
}

ReadingLoad reading_load(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    ReadingLoad load;
    std::uint32_t sentence = ~0U;
    for (std::uint32_t i = first; i < last; ++i) {
        const Token& token = analysis.tokens()[i];
        if (!token.is_word())
            continue;
        ++load.words;
        load.syllables += token.kind == TokenKind::word ? syllables(analysis.word(i)) : 1U;
        if (token.sentence != sentence) {
            ++load.sentences;
            sentence = token.sentence;
        }
    }
    return load;
}

} // namespace ehc::text

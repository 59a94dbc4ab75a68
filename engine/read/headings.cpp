#include "read/headings.hpp"

#include "read/section_titles.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Letter;

std::optional<Letter> letter_of(char c) {
    switch (c) {
    case 'a': return Letter::A;
    case 'b': return Letter::B;
    case 'c': return Letter::C;
    case 'd': return Letter::D;
    case 'e': return Letter::E;
    case 'f': return Letter::F;
    case 'g': return Letter::G;
    case 'i': return Letter::I;
    case 'j': return Letter::J;
    case 'k': return Letter::K;
    default: return std::nullopt;
    }
}

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\n");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool has_dash(std::string_view gap) {
    return contains(gap, "-") || contains(gap, "\xE2\x80\x93") || contains(gap, "\xE2\x80\x94") || contains(gap, "\xE2\x80\x90") ||
           contains(gap, "\xE2\x80\x91");
}

// A sign that parts a letter from its title.
bool separates(std::string_view gap) {
    return gap.find_first_of(":.)|;]/") != std::string_view::npos || contains(gap, "\xE2\x80\xA2") || has_dash(gap) || contains(gap, "(");
}

// One letter as written at a word: "a", "h" with "1", "2", "i" or "ii" after it.
struct LetterAt {
    std::vector<Letter> letters;
    bool bare_h = false;
    bool sub = false;
    std::uint32_t next = 0; // the word after it
};

std::optional<LetterAt> letter_at(const Words& words, std::uint32_t at, bool any_case) {
    const std::string_view word = words.word(at);
    if (word.size() != 1 || !((word[0] >= 'a' && word[0] <= 'k')) || (!any_case && !words.capital(at)))
        return std::nullopt;
    const std::string_view next = words.word(at + 1);
    const std::string_view gap = at + 1 < words.count() ? words.gap_before(at + 1) : std::string_view{};
    if (word == "h") {
        const bool near = trimmed(gap).empty() || trimmed(gap) == "(" || trimmed(gap) == ".";
        if (near && (next == "1" || next == "i"))
            return LetterAt{{Letter::H1}, false, false, at + 2};
        if (near && (next == "2" || next == "ii"))
            return LetterAt{{Letter::H2}, false, false, at + 2};
        return LetterAt{{Letter::H1, Letter::H2}, true, false, at + 1};
    }
    const bool sub = gap.empty() && !next.empty() && next.size() <= 2 && next[0] >= '0' && next[0] <= '9';
    return LetterAt{{*letter_of(word[0])}, false, sub, at + 1 + (sub ? 1U : 0U)};
}

// The words in brackets that open after word `at` - 1, passed over: the word after the closing bracket.
std::uint32_t after_brackets(const Words& words, std::uint32_t at) {
    if (at >= words.count() || at == 0)
        return at;
    const std::string_view gap = trimmed(words.gap_before(at));
    if (!gap.ends_with('('))
        return at;
    const std::size_t close = words.original().find(')', words.span(at).begin);
    if (close == std::string_view::npos)
        return at;
    while (at < words.count() && words.span(at).begin < close)
        ++at;
    return at;
}

void add(std::vector<Letter>& letters, const std::vector<Letter>& more) {
    for (const Letter letter : more)
        if (std::ranges::find(letters, letter) == letters.end())
            letters.push_back(letter);
}

// What joins one letter to the next: "and", "&", ",", "/", "+", a dash, "to".
enum class Joint : std::uint8_t { none, list, dash, to };

Joint joint_before(const Words& words, std::uint32_t& at) {
    const std::string_view word = words.word(at);
    if (word == "and" || word == "or") {
        ++at;
        return Joint::list;
    }
    if (word == "to") {
        ++at;
        return Joint::to;
    }
    if (at >= words.count())
        return Joint::none;
    std::string_view gap = words.gap_before(at);
    while (!gap.empty() && (gap.front() == ')' || gap.front() == ' '))
        gap.remove_prefix(1);
    gap = trimmed(gap);
    if (gap == "," || gap == "/" || gap == "+" || gap == "&")
        return Joint::list;
    if (!gap.empty() && has_dash(gap) && gap.size() <= 3)
        return Joint::dash;
    return Joint::none;
}

// Every letter from the first to the last of a range.
std::vector<Letter> range_of(Letter first, Letter last) {
    std::vector<Letter> letters;
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last) && i < plan::letter_count; ++i)
        letters.push_back(static_cast<Letter>(i));
    return letters;
}

struct Letters {
    std::vector<Letter> letters;
    bool bare_h = false, sub = false, range = false, dashes = false;
    std::uint32_t next = 0; // the word after the last letter
};

constexpr std::size_t most_letters_of_one_heading = 4;

std::optional<Letters> read_letters(const Words& words, std::uint32_t at, bool any_case) {
    const auto first = letter_at(words, at, any_case);
    if (!first)
        return std::nullopt;
    Letters read{first->letters, first->bare_h, first->sub, false, false, first->next};
    if (first->sub)
        return read;
    for (;;) {
        const std::uint32_t after = after_brackets(words, read.next);
        std::uint32_t next = after;
        const Joint joint = joint_before(words, next);
        if (joint == Joint::none)
            return read;
        if (words.word(next) == "section" || words.word(next) == "sections")
            ++next;
        const auto more = letter_at(words, next, false);
        if (!more || more->sub)
            return read;
        // "Section C - A description": a letter that a plain word follows is a word itself.
        const bool at_end = more->next >= words.count();
        const std::string_view gap = at_end ? std::string_view{} : words.gap_before(more->next);
        const bool firm = at_end || separates(gap) || words.word(more->next) == "and" || words.word(more->next) == "to" ||
                          (joint == Joint::list && trimmed(gap).empty());
        if (!firm || (words.word(next) == "i" && joint == Joint::list && !at_end && !separates(gap)))
            return read;
        read.dashes = read.dashes || joint == Joint::dash;
        if ((joint == Joint::to || joint == Joint::dash) && read.letters.size() == 1 && read.letters.front() < more->letters.front() && after == read.next) {
            read.range = true;
            add(read.letters, range_of(read.letters.front(), more->letters.back()));
        } else {
            add(read.letters, more->letters);
        }
        read.bare_h = read.bare_h || more->bare_h;
        read.next = more->next;
    }
}

// Bytes of the text that are heading. A title ends at a colon or full stop after which more is said.
std::uint32_t end_of_title(const Words& words, WordRange title) {
    const auto size = static_cast<std::uint32_t>(words.original().size());
    if (title.first >= title.last)
        return size;
    for (std::uint32_t at = title.first + 1; at < title.last; ++at) {
        const std::string_view gap = words.gap_before(at);
        const std::size_t sign = gap.find_first_of(":.");
        if (sign == std::string_view::npos || (sign + 1 < gap.size() && gap[sign + 1] != ' ') || sign + 1 == gap.size())
            continue;
        // "No. 3", "e.g." and initials end nothing.
        if (gap[sign] == '.' && words.span(at - 1).size() <= 2)
            continue;
        return words.span(at - 1).end + static_cast<std::uint32_t>(sign) + 1;
    }
    return size;
}

void finish(const Words& words, Heading& heading) {
    heading.separated = heading.title.first >= words.count() || separates(words.gap_before(heading.title.first));
    heading.continued = is_continued(words);
    heading.title_end = end_of_title(words, heading.title);
    while (heading.title.last > heading.title.first && words.span(heading.title.last - 1).begin >= heading.title_end)
        --heading.title.last;
}

// "E. Outcomes and F. Provision": a second letter with a title of its own.
void read_second(const Words& words, Letters& read) {
    for (std::uint32_t at = read.next + 1; at + 2 < words.count(); ++at) {
        if (words.word(at) != "and")
            continue;
        const std::uint32_t from = words.word(at + 1) == "section" ? at + 2 : at + 1;
        const auto second = letter_at(words, from, false);
        if (second && !second->sub && second->next < words.count() && separates(words.gap_before(second->next)) &&
            names_section(words, {second->next, words.count()}, second->letters.front())) {
            add(read.letters, second->letters);
            return;
        }
    }
}

// "... (A)", "... (Section F)", "Other (H2) social care provision", "... (B-F-E)".
std::optional<Heading> read_inner(const Words& words) {
    const std::string_view text = words.original();
    for (std::uint32_t at = 1; at < words.count(); ++at) {
        if (!trimmed(words.gap_before(at)).ends_with('('))
            continue;
        const std::uint32_t first = words.word(at) == "section" || words.word(at) == "sections" ? at + 1 : at;
        const auto read = read_letters(words, first, false);
        if (!read || !trimmed(words.gap_before(read->next)).starts_with(')'))
            continue;
        Heading heading;
        heading.form = Heading::Form::inner;
        heading.letters = read->letters;
        heading.bare_h = read->bare_h;
        heading.sub = read->sub;
        heading.says_section = first != at;
        heading.group = read->letters.size() > 1 && !(read->bare_h && read->letters.size() == 2);
        heading.title = {0, words.count()};
        heading.separated = true;
        heading.continued = is_continued(words);
        heading.title_end = static_cast<std::uint32_t>(text.size());
        return heading;
    }
    return std::nullopt;
}

} // namespace

bool is_continued(const Words& words) {
    constexpr std::string_view signs[] = {"continued", "contd", "cont", "cont'd"};
    return words.has_any(signs);
}

std::optional<Heading> read_heading(const Words& words) {
    if (words.empty())
        return std::nullopt;
    Heading heading;
    for (const std::uint32_t at : {std::uint32_t{0}, after_part_number(words)}) {
        std::uint32_t letter = at;
        bool any_case = false;
        const std::string_view word = words.word(at);
        std::optional<Letters> read;
        if (word == "section" || word == "sections" || word == "part" || word == "parts") {
            letter = at + 1;
            any_case = word.starts_with("section");
            read = read_letters(words, letter, any_case);
            heading.form = Heading::Form::section_word;
            // "Part I" counts parts; only its title can say otherwise.
            if (read && word.starts_with("part") && words.word(letter) == "i" && !names_section(words, {read->next, words.count()}, Letter::I))
                read.reset();
        } else if (word.size() == 8 && word.starts_with("section") && (word[7] == 'h' || letter_of(word[7]))) {
            // "SECTIONA:", "SECTIONH1"
            const std::string_view next = words.word(at + 1);
            if (word[7] != 'h')
                read = Letters{{*letter_of(word[7])}, false, false, false, false, at + 1};
            else if (next == "1" || next == "i")
                read = Letters{{Letter::H1}, false, false, false, false, at + 2};
            else if (next == "2" || next == "ii")
                read = Letters{{Letter::H2}, false, false, false, false, at + 2};
            else
                read = Letters{{Letter::H1, Letter::H2}, true, false, false, false, at + 1};
            heading.form = Heading::Form::section_word;
        } else {
            read = read_letters(words, letter, false);
            const bool bracketed = trimmed(words.gap_before(at)).ends_with('(');
            heading.form = bracketed ? Heading::Form::bracket : Heading::Form::letter;
            // A letter needs a sign after it, unless a number makes it plain: "A1 Summary", "H2 Other ...".
            if (read && !read->sub && !bracketed && read->next < words.count() && !separates(words.gap_before(read->next)) &&
                (read->bare_h || read->letters.front() < Letter::H1 || read->letters.front() > Letter::H2))
                read.reset();
        }
        if (read) {
            if (read->letters.size() == 1 && !read->sub)
                read_second(words, *read);
            heading.letters = read->letters;
            heading.bare_h = read->bare_h;
            heading.sub = read->sub;
            heading.group = heading.letters.size() > most_letters_of_one_heading;
            heading.title = {read->next, words.count()};
            finish(words, heading);
            return heading;
        }
    }
    return read_inner(words);
}

std::optional<Letter> letter_of_own(const Words& words, std::span<const OwnHeading> own) {
    if (own.empty() || words.empty())
        return std::nullopt;
    const std::uint32_t numbered = after_part_number(words);
    const auto lettered = read_heading(words);
    for (const OwnHeading& heading : own) {
        const Words title(heading.words);
        const auto is_whole = [&](std::uint32_t from) { return words.begins(title.plain(), from) && words.count() - from == title.count(); };
        if (title.empty())
            continue;
        if (is_whole(0) || (numbered != 0 && is_whole(numbered)))
            return heading.letter;
        // "B: My extra needs": the letter itself may stand in front.
        if (lettered && lettered->title.first != 0 && lettered->letters == std::vector{heading.letter} && is_whole(lettered->title.first))
            return heading.letter;
    }
    return std::nullopt;
}

} // namespace ehc::read

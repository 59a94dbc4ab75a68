// Every word of the rule language, once: what the grammar accepts, what a name may not be, what a misspelling is compared
// with, and what an editor shows. The grammar's words are looked up here while it is compiled, so it has no word that is
// missing from this table.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ehc::dsl {

enum class KeywordKind : std::uint8_t {
    item,      // opens an item of the file: rule, lexicon ...
    line,      // opens a line of a pack, lexicon or pattern
    clause,    // opens a clause of a rule
    part,      // stands inside a clause, line or example
    condition, // joins, compares, counts
    state,     // may follow `is`
    value,     // makes a value
    unit,      // follows a number
    choice,    // one of a closed list: critical, skip ...
};

// Where a word cannot be a name. After a full stop any word is a name.
enum class Reserved : std::uint8_t { no, at_line_start, always };

struct Keyword {
    std::string_view phrase; // one word or several, with one space between
    KeywordKind kind;
    Reserved reserved;
    std::string_view doc;
};

inline constexpr auto keyword_table = [] {
    using enum KeywordKind;
    using enum Reserved;
    return std::to_array<Keyword>({
        {"pack", item, at_line_start, "Opens a pack: what this set of rules is called and what it is about."},
        {"parameter", item, at_line_start, "A figure that a council may change: its type, its value and the range it may have."},
        {"lexicon", item, at_line_start, "A named list of phrases to look for."},
        {"pattern", item, at_line_start, "A named shape of wording, built of phrases, numbers and other wordings."},
        {"define", item, at_line_start, "Gives a condition or a value a name, as a further field of a record; one that takes values says their names and types in brackets."},
        {"rule", item, at_line_start, "One test of a plan, from its severity to its examples."},
        {"judgement", item, at_line_start, "A grade for the whole plan, from what was found in it."},
        {"extend rule", item, no, "Changes severity, wording, citations or examples of a rule of another pack; never what it tests."},
        {"extend lexicon", item, no, "Adds phrases to a lexicon of another pack."},
        {"disable rule", item, no, "Leaves out a rule of another pack, for a reason."},
        {"set parameter", item, no, "Gives a parameter of another pack another value."},
        {"instruments", item, at_line_start, "What rules may cite, and the strongest basis that it can carry: law, case-law, statutory-guidance or practice."},
        {"school term", item, no, "The days of a term of one year, where a council has its own."},
        {"retired rule", item, no, "An id that is no rule's any more: why, and which rules do its work now."},
        {"accept", item, at_line_start, "A warning of `rules test` that is meant to be, and why."},
        {"end", item, always, "Closes a rule, a lexicon or a pattern."},

        {"version", line, at_line_start, "The version of the pack, such as 2026.11."},
        {"about", line, at_line_start, "One sentence on what the pack is for."},
        {"use", line, at_line_start, "Other packs whose wordings and parameters these rules use."},
        {"needs engine", line, no, "The earliest version of the program that can run the pack."},
        {"except", line, always, "Phrases that undo a hit where they cover it."},
        {"include", line, at_line_start, "Takes in all the phrases of other lexicons."},
        {"link", line, no, "Where what is cited can be read."},
        {"source", line, at_line_start, "Where the list comes from."},

        {"severity", clause, at_line_start, "How grave a failure is: critical, major, minor or advice."},
        {"critical when", clause, no, "Makes a failure critical where the condition holds."},
        {"major when", clause, no, "Makes a failure major where the condition holds."},
        {"minor when", clause, no, "Makes a failure minor where the condition holds."},
        {"advice when", clause, no, "Makes a failure a matter of advice where the condition holds."},
        {"basis", clause, at_line_start, "What the rule rests on: law, case-law, statutory-guidance, practice or local."},
        {"category", clause, at_line_start, "The heading under which reports count the rule."},
        {"cites", clause, at_line_start, "The clauses of law or guidance relied on."},
        {"in force", clause, no, "From when and until when the rule applies."},
        {"judged at", clause, no, "The day by which the law in force is chosen, in place of the audit date."},
        {"transition", clause, at_line_start, "Plans that older law still governs: between those days the rule is not about them."},
        {"applies to", clause, no, "The kinds and statuses of documents that the rule is about."},
        {"when", clause, always, "Otherwise the rule is not applicable to the plan."},
        {"for each", clause, no, "What the rule looks at, one by one."},
        {"let", clause, at_line_start, "Gives a value a name for the rest of the rule."},
        {"provided", clause, at_line_start, "Otherwise the rule is unchecked, with the reason given."},
        {"require", clause, at_line_start, "What must hold."},
        {"forbid", clause, at_line_start, "What must not be there."},
        {"ask", clause, at_line_start, "A question that only a person can answer."},
        {"unless", clause, always, "An exception: where it holds there is no finding."},
        {"if not stated", clause, no, "What becomes of a value that the plan does not state: fail, ask or skip."},
        {"at", clause, always, "Where the finding is placed; after an example, the words it must find."},
        {"says", clause, at_line_start, "The message of a finding, with the plan's values in braces."},
        {"fix", clause, at_line_start, "How to put it right."},
        {"family", clause, at_line_start, "The same for a family to read."},
        {"tags", clause, at_line_start, "Words to choose rules by."},
        {"formerly", clause, at_line_start, "Ids that the rule had before; they still name it."},
        {"fires on", clause, no, "An example in which the rule must find a fault."},
        {"quiet on", clause, no, "An example in which the rule must find none."},
        {"unchecked on", clause, no, "An example in which the rule must be unable to decide, for a reason."},
        {"applies", part, at_line_start, "Begins `applies to`."},
        {"fires", part, at_line_start, "Begins `fires on`."},
        {"quiet", part, at_line_start, "Begins `quiet on`."},
        {"unchecked", part, at_line_start, "Begins `unchecked on`."},

        {"because", part, always, "The reason why a rule is left out or, after an example, why it is unchecked."},
        {"any", part, no, "At least one of them; in a judgement."},
        {"finding", part, no, "One fault found in a plan."},
        {"findings", part, no, "The faults found in a plan."},
        {"unchecked rule", part, no, "A rule that could not be decided."},
        {"unchecked rules", part, no, "Rules that could not be decided."},
        {"question", part, no, "What a person is asked."},
        {"questions", part, no, "What a person is asked."},
        {"with basis", part, no, "Counts those that rest on it: law, case-law ..."},
        {"with category", part, no, "Counts those of the category."},
        {"of rule", part, no, "Counts those of the rule."},
        {"of rules", part, no, "Counts those of the rules."},
        {"in section", part, no, "Counts those that stand in the section."},
        {"in sections", part, no, "Counts those that stand in the sections."},
        {"by", part, always, "The choice that a parameter has a value for each of; also in `by reference`."},
        {"of", part, always, "What something belongs to: `age of child`, `lexicon teams of role`."},
        {"now", part, always, "The term that has replaced this one."},
        {"from", part, always, "The first day."},
        {"until", part, always, "The last day."},
        {"with", part, always, "What is shown to the person asked."},
        {"otherwise", part, always, "The reason given when a `provided` does not hold."},
        {"be", part, always, "What a `let` stands for."},
        {"as", part, always, "Another name for the item; also what a `define` means."},
        {"as at", part, no, "The audit date of an example."},
        {"todo", part, always, "A known gap: the example is run and reported, but is no failure."},
        {"document", part, no, "An example given as the text of a whole document."},
        {"where", part, always, "Narrows down which items are meant."},
        {"in", part, always, "Where the items or the words are."},
        {"section", part, no, "A section of the plan by its letter."},
        {"sections", part, no, "Sections of the plan by their letters."},
        {"plan", part, no, "The whole plan."},
        {"for", part, always, "Which value of a parameter: `advice_life for advice.role`."},
        {"each", part, no, "Ends `for each`."},
        {"up to", part, no, "In a pattern, a gap of so many words or fewer."},
        {"words", part, no, "Ends `up to 3 words`."},

        {"critical", choice, no, "Unlawful on its face, misleading, or a breach of privacy."},
        {"major", choice, no, "A quality officer would send the plan back."},
        {"minor", choice, no, "Weakens the plan; put right at the next amendment."},
        {"advice", choice, no, "Style or good practice."},
        {"fail", choice, no, "A missing value is a failure."},
        {"skip", choice, no, "The rule is not applicable where the value is missing."},

        {"and", condition, always, "Both hold."},
        {"or", condition, always, "At least one holds."},
        {"not", condition, always, "Does not hold."},
        {"is", condition, always, "Compares; in a pattern, opens one way of wording it."},
        {"are", condition, always, "The same as `is`, where it reads better."},
        {"one of", condition, no, "Equal to one of the values listed."},
        {"before", condition, always, "Earlier than that day."},
        {"after", condition, always, "Later than that day."},
        {"on or before", condition, no, "That day or earlier."},
        {"on or after", condition, no, "That day or later."},
        {"near", condition, no, "At most ten words away, in the same paragraph."},
        {"in the same sentence as", condition, no, "Both stand in one sentence."},
        {"in the same paragraph as", condition, no, "Both stand in one paragraph."},
        {"words of", condition, no, "Ends `within 5 words of`: so many words between the two or fewer."},
        {"word of", condition, no, "The same as `words of`, for one."},
        {"within", condition, always, "No further from that day than the length of time given, both ends included."},
        {"between", condition, always, "From one to the other, both included."},
        {"at least", condition, no, "That many or more."},
        {"at most", condition, no, "That many or fewer."},
        {"more than", condition, no, "Over that many."},
        {"less than", condition, no, "Under that many."},
        {"mentions", condition, always, "The text has a phrase of the lexicon or pattern."},
        {"starts with", condition, no, "The text begins with a phrase of the lexicon or pattern."},
        {"start with", condition, no, "The same as `starts with`, where it reads better."},
        {"does not start with", condition, no, "The text begins with something else."},
        {"do not start with", condition, no, "The same as `does not start with`, where it reads better."},
        {"ends with", condition, no, "The text ends with a phrase of the lexicon or pattern."},
        {"end with", condition, no, "The same as `ends with`, where it reads better."},
        {"does not end with", condition, no, "The text ends with something else."},
        {"do not end with", condition, no, "The same as `does not end with`, where it reads better."},
        {"matches", condition, no, "The whole text is a phrase of the lexicon or pattern."},
        {"match", condition, no, "The same as `matches`, where it reads better."},
        {"does not match", condition, no, "The text is more than a phrase of the lexicon or pattern, or another."},
        {"do not match", condition, no, "The same as `does not match`, where it reads better."},
        {"contains", condition, no, "The text has the words of the other one in a row."},
        {"contain", condition, no, "The same as `contains`, where it reads better."},
        {"does not contain", condition, no, "The text does not have the words of the other one in a row."},
        {"do not contain", condition, no, "The same as `does not contain`, where it reads better."},
        {"shares a word with", condition, no, "One word of two letters or more stands in both texts."},
        {"share a word with", condition, no, "The same as `shares a word with`, where it reads better."},
        {"shares no word with", condition, no, "No word of two letters or more stands in both texts."},
        {"share no word with", condition, no, "The same as `shares no word with`, where it reads better."},
        {"misspells a word of", condition, no, "A word of four letters or more is one of the other text's with one letter wrong, and not the word itself."},
        {"misspell a word of", condition, no, "The same as `misspells a word of`, where it reads better."},
        {"misspells no word of", condition, no, "No word of the text is one of the other's with one letter wrong."},
        {"misspell no word of", condition, no, "The same as `misspells no word of`, where it reads better."},
        {"other than", condition, no, "Words that do not count as shared, or as misspelt."},
        {"mention", condition, no, "One hit of a lexicon or pattern."},
        {"does not mention", condition, no, "The text has no phrase of the lexicon or pattern."},
        {"do not mention", condition, no, "The same as `does not mention`, where it reads better."},
        {"does", condition, always, "Begins `does not mention`."},
        {"has", condition, always, "The same as `mentions`: the text has frequency."},
        {"have", condition, no, "The same as `has`, where it reads better."},
        {"has no", condition, no, "The same as `does not mention`."},
        {"have no", condition, no, "The same as `has no`, where it reads better."},
        {"meets", condition, always, "The provision is linked to the need."},
        {"meet", condition, no, "The same as `meets`, where it reads better."},
        {"supports", condition, always, "The provision is linked to the outcome."},
        {"support", condition, no, "The same as `supports`, where it reads better."},
        {"answers", condition, always, "The outcome is linked to the need or aspiration."},
        {"answer", condition, no, "The same as `answers`, where it reads better."},
        {"by reference", condition, no, "Only by links that the document states."},
        {"some", condition, always, "At least one of them."},
        {"every", condition, always, "All of them."},
        {"no", condition, always, "None of them; also the answer no."},
        {"only", condition, no, "There are some, and all of them."},
        {"fewer than", condition, no, "Under that many."},
        {"exactly", condition, always, "That many, neither more nor fewer."},
        {"such that", condition, no, "The condition that the items counted meet."},
        {"such", condition, always, "Begins `such that`."},

        {"stated", state, no, "The plan gives a value."},
        {"missing", state, no, "The plan has no such entry."},
        {"blank", state, no, "The entry is there but empty."},
        {"a placeholder", state, no, "The entry still holds the form's own filler, such as TBC."},
        {"unreadable", state, no, "The document could not be read there."},
        {"a nil statement", state, no, "The text says that there is none, such as no needs identified."},
        {"a valid pupil number", state, no, "A unique pupil number whose check letter is right."},
        {"a valid NHS number", state, no, "An NHS number whose check digit is right."},
        {"negated", state, no, "The mention stands in a negative."},
        {"quoted", state, no, "The mention stands in quotation marks."},
        {"in a quotation", state, no, "The same as `quoted`."},

        {"yes", value, always, "The answer yes."},
        {"audit date", value, no, "The day as at which the audit is made."},
        {"text of section", value, no, "Everything under the heading of the section."},
        {"text of sections", value, no, "Everything under the headings of the sections."},
        {"age of", value, no, "How old a person or a document was on a day."},
        {"on", value, always, "The day meant."},
        {"school year of", value, no, "National Curriculum year on a day; Reception is 0."},
        {"academic year of", value, no, "The days from 1 September to 31 August that the date lies in."},
        {"term of", value, no, "The days of the school term that the date lies in."},
        {"year", unit, no, "Twelve calendar months; also `year 7 of child`, the days in that National Curriculum year."},
        {"school leaving date of", value, no, "The last Friday in June of the school year in which the person turns 16."},
        {"start of", value, no, "The first day that a date may mean."},
        {"end of", value, no, "The last day that a date may mean."},
        {"latest of", value, no, "The latest of those that are stated."},
        {"earliest of", value, no, "The earliest of those that are stated."},
        {"greatest of", value, no, "The greatest of those that are stated."},
        {"smallest of", value, no, "The smallest of those that are stated."},
        {"first stated of", value, no, "The first of them, in this order, that the plan states."},
        {"total of", value, no, "All of them added up."},
        {"over", value, always, "The items that the value before it is taken from, one by one."},
        {"latest", value, no, "The one whose date, named after `by`, is the latest."},
        {"earliest", value, no, "The one whose date, named after `by`, is the earliest."},
        {"count of", value, no, "How many there are."},
        {"different", value, no, "Counts mentions of the same entry once."},
        {"words in", value, no, "How many words the text has."},
        {"sentences in", value, no, "How many sentences the text has."},
        {"reading age of", value, no, "The age at which the text can be read, by its words and sentences (Flesch-Kincaid)."},
        {"share of", value, no, "How much of a text, in percent of its words."},
        {"likeness of", value, no, "How many of their words two texts share, in percent."},
        {"repeated share of", value, no, "How much of a text stands in it twice, in percent of its words."},
        {"minutes a week in", value, no, "What the lengths and frequencies in a text add up to in a week of term."},
        {"in common with", value, no, "Ends `share of A in common with B`: counts words in runs of four that B has too."},
        {"difference between", value, no, "The greater less the smaller."},
        {"years between", value, no, "Whole years from one day to another."},
        {"months between", value, no, "Whole months from one day to another."},
        {"weeks between", value, no, "Whole weeks from one day to another."},
        {"days between", value, no, "Days from one day to another."},
        {"working days between", value, no, "Working days after one day up to another."},
        {"mention of", value, no, "The places where a text has a phrase of the lexicon or pattern."},

        {"day", unit, no, "A day."},
        {"days", unit, no, "Calendar days."},
        {"working days", unit, no, "Monday to Friday without England's bank holidays."},
        {"working day", unit, no, "One such day."},
        {"week", unit, no, "Seven days."},
        {"weeks", unit, no, "Weeks of seven days."},
        {"month", unit, no, "A calendar month."},
        {"months", unit, no, "Calendar months."},
        {"years", unit, no, "Calendar years."},
    });
}();

[[nodiscard]] std::span<const Keyword> keywords() noexcept;

// The single words of all phrases are numbered from 1, so that the grammar compares numbers; 0 is any other word.
using WordNumber = std::uint8_t;
[[nodiscard]] Reserved reserved(WordNumber word) noexcept;

inline constexpr std::size_t longest_phrase = 5; // words: "in the same sentence as"

struct PhraseWords {
    std::array<WordNumber, longest_phrase> words{};
    std::size_t count = 0;
};

namespace detail {

struct WordList {
    std::array<std::string_view, 255> words{};
    std::size_t count = 0;
};

// Calls `use(word)` for each word of a phrase.
constexpr void each_word(std::string_view phrase, auto use) {
    while (!phrase.empty()) {
        const std::size_t space = phrase.find(' ');
        use(phrase.substr(0, space));
        phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(space + 1);
    }
}

inline constexpr WordList word_list = [] {
    std::array<std::string_view, 2 * keyword_table.size()> all{};
    std::size_t count = 0;
    for (const Keyword& keyword : keyword_table)
        each_word(keyword.phrase, [&](std::string_view word) { all[count++] = word; });
    std::sort(all.begin(), all.begin() + count);
    WordList list;
    for (std::size_t i = 0; i < count; ++i)
        if (i == 0 || all[i] != all[i - 1])
            list.words[list.count++] = all[i];
    return list;
}();

} // namespace detail

[[nodiscard]] constexpr WordNumber number_of(std::string_view word) noexcept {
    std::size_t low = 0, high = detail::word_list.count;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (detail::word_list.words[middle] < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < detail::word_list.count && detail::word_list.words[low] == word ? static_cast<WordNumber>(low + 1) : WordNumber{0};
}

[[nodiscard]] constexpr PhraseWords words_of(std::string_view phrase) {
    PhraseWords result;
    detail::each_word(phrase, [&](std::string_view word) { result.words[result.count++] = number_of(word); });
    return result;
}

// For the grammar: a phrase that is not in the table does not compile.
[[nodiscard]] consteval std::string_view known_phrase(std::string_view phrase) {
    for (const Keyword& keyword : keyword_table)
        if (keyword.phrase == phrase)
            return keyword.phrase;
    throw "this phrase is not in the keyword table";
}

} // namespace ehc::dsl

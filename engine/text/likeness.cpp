#include "text/likeness.hpp"

#include "text/known_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ehc::text {

namespace {

template <std::size_t N> bool among(const std::string_view (&sorted)[N], std::string_view word) {
    return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

// Words that say nothing of what a text is about: the language's own. Folded, sorted.
constexpr std::string_view function_words[] = {
    "a", "able", "about", "above", "across", "after", "again", "against", "all", "almost", "along", "already", "also",
    "although", "always", "am", "among", "an", "and", "another", "any", "are", "aren", "around", "as", "at", "away",
    "be", "became", "because", "become", "becomes", "been", "before", "being", "below", "between", "both", "but",
    "by", "can", "cannot", "could", "couldn", "did", "didn", "do", "does", "doesn", "doing", "don", "done", "down",
    "due", "during", "each", "eg", "either", "else", "enough", "etc", "even", "ever", "every", "everyone",
    "everything", "few", "for", "from", "further", "get", "gets", "getting", "give", "given", "gives", "giving", "go",
    "goes", "going", "got", "had", "hadn", "has", "hasn", "have", "haven", "having", "he", "her", "here", "hers",
    "herself", "him", "himself", "his", "how", "however", "ie", "if", "in", "include", "includes", "including",
    "into", "is", "isn", "it", "its", "itself", "just", "keep", "kept", "least", "less", "let", "like", "likely",
    "made", "mainly", "make", "makes", "making", "many", "may", "me", "might", "more", "most", "much", "must", "my",
    "near", "never", "no", "nor", "not", "nothing", "now", "of", "off", "often", "on", "once", "one", "only", "onto",
    "or", "other", "others", "our", "out", "over", "own", "per", "perhaps", "put", "rather", "really", "same", "see",
    "she", "should", "shouldn", "since", "so", "some", "someone", "something", "sometimes", "soon", "still", "such",
    "take", "taken", "takes", "taking", "than", "that", "the", "their", "them", "themselves", "then", "there",
    "these", "they", "thing", "things", "this", "those", "through", "throughout", "to", "together", "too", "towards",
    "under", "until", "up", "upon", "us", "use", "used", "uses", "using", "usually", "very", "via", "want", "wants",
    "was", "wasn", "way", "ways", "we", "well", "were", "weren", "what", "when", "where", "whether", "which", "while",
    "who", "whole", "whose", "why", "will", "with", "within", "without", "won", "would", "wouldn", "yes", "yet",
    "you", "your"};
static_assert(std::is_sorted(std::begin(function_words), std::end(function_words)));

// Words that every plan is full of, whatever the need. Compared by their stems, so one form each is enough.
constexpr std::string_view field_words[] = {
    "ability", "access", "achieve", "activity", "additional", "adult", "advice", "afternoon", "age", "aim", "annual",
    "approach", "appropriate", "area", "arrangement", "assess", "assessment", "assist", "assistant", "autumn",
    "basis", "benefit", "care", "carer", "child", "class", "classroom", "college", "complete", "continue", "current",
    "currently", "curriculum", "daily", "day", "deliver", "delivery", "demonstrate", "depend", "develop",
    "development", "difficult", "difficulty", "education", "educational", "effective", "ehc", "ehcp", "enable",
    "encourage", "end", "ensure", "evidence", "example", "expect", "experience", "find", "follow", "form",
    "fortnight", "full", "fully", "general", "good", "group", "half", "health", "help", "high", "hour", "hr", "hrs",
    "identify", "impact", "implement", "important", "improve", "increase", "individual", "individually",
    "intervention", "involve", "key", "know", "lead", "learn", "learner", "lesson", "level", "local", "long", "main",
    "maintain", "man", "manage", "meet", "method", "min", "mins", "minute", "monitor", "month", "monthly", "morning",
    "name", "need", "new", "offer", "opportunity", "option", "order", "outcome", "parent", "part",
    "particular", "particularly", "people", "period", "person", "place", "plan", "point", "positive", "possible",
    "practice", "present", "profile", "programme", "progress", "provide", "provision", "pupil", "quality", "range",
    "receive", "recommend", "regular", "regularly", "relevant", "report", "require", "requirement", "resource",
    "respond", "response", "result", "review", "role", "school", "section", "sen", "senco", "send", "sendco",
    "service", "session", "set", "setting", "short", "show", "significant", "significantly", "skill", "small",
    "special", "specialist", "specific", "specifically", "spring", "staff", "stage", "start", "statement", "step",
    "strategy", "strength", "student", "suitable", "summer", "support", "supportive", "sure", "target", "task",
    "teach", "teacher", "team", "term", "termly", "time", "train", "try", "type", "understand", "week", "weekly",
    "woman", "work", "worker", "year", "yearly", "young", "yr"};

// Words that look like forms of others and are not, and forms that no rule finds. What each is a form of; sorted by word.
struct Irregular {
    std::string_view word, stem;
};
constexpr Irregular irregular[] = {
    {"aches", "ache"}, {"analyses", "analysis"}, {"anything", "anything"}, {"ate", "eat"}, {"athletics", "athletics"},
    {"behavior", "behaviour"}, {"behaviors", "behaviour"}, {"bring", "bring"}, {"brought", "bring"},
    {"building", "building"}, {"ceiling", "ceiling"}, {"changed", "change"}, {"changing", "change"},
    {"children", "child"}, {"clothing", "clothing"}, {"color", "colour"}, {"colors", "colour"}, {"crises", "crisis"},
    {"diabetes", "diabetes"}, {"drawn", "draw"}, {"drew", "draw"}, {"during", "during"}, {"eaten", "eat"},
    {"embed", "embed"}, {"evening", "evening"}, {"evenings", "evening"}, {"everything", "everything"},
    {"fallen", "fall"}, {"feet", "foot"}, {"fell", "fall"}, {"felt", "feel"}, {"glasses", "glasses"}, {"gone", "go"},
    {"grew", "grow"}, {"grown", "grow"}, {"heard", "hear"}, {"held", "hold"},
    {"hundred", "hundred"}, {"knew", "know"}, {"known", "know"}, {"learnt", "learn"}, {"left", "left"},
    {"lens", "lens"}, {"lenses", "lens"}, {"mathematics", "mathematics"}, {"maths", "mathematics"},
    {"means", "means"}, {"men", "man"}, {"met", "meet"}, {"mice", "mouse"}, {"morning", "morning"},
    {"mornings", "morning"}, {"naked", "naked"}, {"news", "news"}, {"nothing", "nothing"}, {"ongoing", "ongoing"},
    {"organize", "organise"}, {"paid", "pay"}, {"presently", "presently"}, {"program", "programme"},
    {"programs", "programme"}, {"ran", "run"}, {"rewritten", "rewrite"}, {"rewrote", "rewrite"}, {"sacred", "sacred"},
    {"series", "series"}, {"sibling", "sibling"}, {"siblings", "sibling"}, {"slept", "sleep"},
    {"something", "something"}, {"species", "species"}, {"spelt", "spell"}, {"spoke", "speak"}, {"spoken", "speak"},
    {"sterling", "sterling"}, {"swam", "swim"}, {"swum", "swim"}, {"taught", "teach"}, {"teeth", "tooth"},
    {"thought", "think"}, {"thoughts", "think"}, {"understood", "understand"}, {"wellbeing", "wellbeing"},
    {"went", "go"}, {"wicked", "wicked"}, {"women", "woman"}, {"written", "write"}, {"wrote", "write"}};

static_assert(std::is_sorted(std::begin(irregular), std::end(irregular), [](const Irregular& a, const Irregular& b) { return a.word < b.word; }));

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool is_vowel(std::string_view word, std::size_t at) { return is_vowel(word[at]) || (word[at] == 'y' && at > 0 && !is_vowel(word[at - 1])); }

bool has_vowel(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i)
        if (is_vowel(word, i))
            return true;
    return false;
}

// Runs of vowels that consonants follow: 1 for "read", 2 for "visit".
int beats(std::string_view word) {
    int count = 0;
    for (std::size_t i = 1; i < word.size(); ++i)
        count += is_vowel(word, i - 1) && !is_vowel(word, i);
    return count;
}

// Consonant, vowel, consonant at the end, as in "hop" and "writ": a silent e may have stood there.
bool ends_short(std::string_view word) {
    const std::size_t size = word.size();
    if (size < 3)
        return false;
    const char last = word[size - 1];
    return !is_vowel(word, size - 1) && is_vowel(word, size - 2) && !is_vowel(word, size - 3) && last != 'w' && last != 'x' && last != 'y';
}

// "needs", "therapies", "boxes": one is one of many.
std::string singular(std::string_view word) {
    const std::size_t size = word.size();
    if (size < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.ends_with("ics"))
        return std::string(word);
    if (word.ends_with("ies"))
        return size > 4 ? std::string(word.substr(0, size - 3)) + "y" : std::string(word.substr(0, size - 1)); // "ties" is "tie"
    for (const std::string_view ending : {"sses", "shes", "ches", "xes"})
        if (word.ends_with(ending))
            return std::string(word.substr(0, size - 2));
    return std::string(word.substr(0, size - 1));
}

// True where an English verb ends in a silent e: "danc", "struggl", "nurs", "hop".
bool misses_e(std::string_view word) {
    const std::size_t size = word.size();
    const char last = word[size - 1], before = word[size - 2];
    constexpr std::string_view before_le = "bcdfgkptz";
    if (last == 'v' || last == 'c' || (last == 'g' && before == 'd'))
        return true;
    if (last == 'l' && before_le.find(before) != std::string_view::npos)
        return true;
    if (last == 's' && before != 's' && (!is_vowel(before) || (size > 2 && is_vowel(word[size - 3]))))
        return true;
    if (word.ends_with("at") && beats(word) > 1)
        return true;
    return beats(word) == 1 && ends_short(word);
}

// What is left of "running" without "ing": its double letter undone, its silent e put back.
std::string verb(std::string_view rest) {
    std::string word(rest);
    const char last = word.back();
    if (word.size() > 2 && last == word[word.size() - 2] && !is_vowel(last)) {
        const bool kept = last == 's' || last == 'z' || last == 'f' || (last == 'l' && beats(word) == 1); // "spelling" is "spell", "travelling" is "travel"
        if (!kept)
            word.pop_back();
        return word;
    }
    return misses_e(word) ? word + "e" : word;
}

} // namespace

std::string stem(std::string_view folded_word) {
    std::string_view word = folded_word;
    if (word.ends_with("'s"))
        word.remove_suffix(2);
    const auto* known = std::lower_bound(std::begin(irregular), std::end(irregular), word, [](const Irregular& row, std::string_view wanted) { return row.word < wanted; });
    if (known != std::end(irregular) && known->word == word)
        return std::string(known->stem);
    constexpr std::size_t longest = 40; // longer rows of letters are no words
    if (word.size() < 4 || word.size() > longest || !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::string(word);

    std::string found = singular(word);
    const std::string_view one = found;
    const auto without = [&](std::size_t letters) { return one.substr(0, one.size() - letters); };
    if (one.ends_with("ing") && one.size() > 5 && has_vowel(without(3)))
        found = verb(without(3));
    else if (one.ends_with("ied") && one.size() > 4)
        found = std::string(without(3)) + "y";
    else if (one.ends_with("ed") && !one.ends_with("eed") && one.size() > 4 && has_vowel(without(2)))
        found = verb(without(2));
    else if (one.ends_with("ation") && beats(without(3)) > 2)
        found = std::string(without(3)) + "e"; // "communication" is "communicate"
    else if (one.ends_with("ally") && beats(without(2)) > 1)
        found = std::string(without(2)); // "emotionally"
    else if (one.ends_with("ly") && beats(without(2)) > 2 && !one.ends_with("ily"))
        found = std::string(without(2)); // "independently"
    // "improve" and "improving" meet without their e.
    if (found.ends_with('e') && !found.ends_with("ee") && beats(std::string_view(found).substr(0, found.size() - 1)) > 1)
        found.pop_back();
    return found;
}

std::vector<std::string> content_stems(const Analysis& analysis) {
    return content_stems(analysis, 0, static_cast<std::uint32_t>(analysis.tokens().size()));
}

std::vector<std::string> content_stems(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    static const std::vector<std::string> fillers = [] {
        std::vector<std::string> stems;
        for (const std::string_view word : field_words)
            stems.push_back(stem(word));
        std::sort(stems.begin(), stems.end());
        return stems;
    }();
    std::vector<std::string> stems;
    for (std::uint32_t i = first; i < last; ++i) {
        const Token& token = analysis.tokens()[i];
        std::string_view word = analysis.word(i);
        word = word.substr(0, word.find('\'')); // "he'll", "child's", "doesn't" without their endings
        if (token.kind != TokenKind::word || word.size() < 3 || among(function_words, word) || find_known_word(word) != nullptr)
            continue;
        std::string found = stem(word);
        if (!std::binary_search(fillers.begin(), fillers.end(), found))
            stems.push_back(std::move(found));
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
}

std::vector<std::string_view> plain_words(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    std::vector<std::string_view> words;
    for (std::uint32_t i = first; i < last; ++i)
        if (analysis.tokens()[i].is_word())
            words.push_back(analysis.word(i));
    return words;
}

WordId WordIds::of(std::string_view word) {
    const auto [at, fresh] = ids_.try_emplace(word, static_cast<WordId>(words_.size()));
    if (fresh)
        words_.push_back(word);
    return at->second;
}

namespace {

// Of two sorted lists, how many items stand in both, each as often as both have it.
template <class T> std::size_t in_both(const std::vector<T>& a, const std::vector<T>& b) {
    std::size_t count = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left < *right)
            ++left;
        else if (*right < *left)
            ++right;
        else {
            ++count;
            ++left;
            ++right;
        }
    }
    return count;
}

// Whether two sorted lists have an item in common. Without branches to guess wrong: this is asked of every pair of paragraphs.
bool have_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t left = 0, right = 0;
    while (left < a.size() && right < b.size()) {
        const std::uint64_t x = a[left], y = b[right];
        if (x == y)
            return true;
        left += x < y;
        right += y < x;
    }
    return false;
}

template <std::size_t N> std::array<WordId, N> run_at(const std::vector<WordId>& words, std::size_t at) {
    std::array<WordId, N> run;
    std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(at), N, run.begin());
    return run;
}

// How many of `words` words are covered by the runs of `length` for which `found` holds, each word counted once.
template <class F> std::size_t covered(std::size_t words, std::size_t length, F&& found) {
    std::size_t count = 0, counted = 0; // words before `counted` are done with
    for (std::size_t at = 0; at + length <= words; ++at)
        if (found(at)) {
            count += at + length - std::max(counted, at);
            counted = at + length;
        }
    return count;
}

} // namespace

bool misspells(std::string_view word, std::string_view other) {
    const auto bare = [](std::string_view text) { return text.ends_with("'s") ? text.substr(0, text.size() - 2) : text; };
    std::string_view longer = bare(word), shorter = bare(other);
    if (longer.size() < shorter.size())
        std::swap(longer, shorter);
    constexpr std::size_t fewest_letters = 4;
    const auto letters = [](std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return 'a' <= c && c <= 'z'; }); };
    if (shorter.size() < fewest_letters || longer.size() - shorter.size() > 1 || longer.front() != shorter.front() || !letters(longer) || !letters(shorter))
        return false;
    const auto at = static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
    if (longer.size() > shorter.size())
        return longer.substr(at + 1) == shorter.substr(at) && !(at == shorter.size() && longer.back() == 's');
    if (at == shorter.size())
        return false;
    const bool swapped = at + 1 < shorter.size() && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at];
    const std::size_t rest = at + (swapped ? 2 : 1);
    return longer.substr(rest) == shorter.substr(rest);
}

double repetition(const std::vector<WordId>& words) {
    constexpr std::size_t length = 6;
    if (words.size() < length)
        return 0;
    std::vector<std::pair<std::array<WordId, length>, std::uint32_t>> runs; // and where each begins
    for (std::uint32_t at = 0; at + length <= words.size(); ++at)
        runs.push_back({run_at<length>(words, at), at});
    std::sort(runs.begin(), runs.end());
    std::vector<bool> again(runs.size());
    for (std::size_t i = 1; i < runs.size(); ++i)
        if (runs[i].first == runs[i - 1].first)
            again[runs[i].second] = again[runs[i - 1].second] = true;
    const std::size_t repeated = covered(words.size(), length, [&](std::size_t at) { return again[at]; });
    return 100.0 * static_cast<double>(repeated) / static_cast<double>(words.size());
}

WordList::WordList(const std::vector<WordId>& words, const WordIds& ids) : words_(words), counting_(words) {
    for (std::size_t at = 0; at + shortest_run <= words.size(); ++at)
        runs_.push_back(run_at<shortest_run>(words, at));
    std::sort(runs_.begin(), runs_.end());
    std::erase_if(counting_, [&](WordId id) { return !ids.word(id).empty() && ids.word(id)[0] >= '0' && ids.word(id)[0] <= '9'; });
    std::sort(counting_.begin(), counting_.end());
    for (const Run& run : runs_) {
        std::uint64_t hash = 0;
        for (const WordId word : run)
            hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
        hashes_.push_back(hash);
    }
    std::sort(hashes_.begin(), hashes_.end());
}

std::size_t WordList::copied_from(const WordList& other) const {
    if (words_.size() < shortest_run) {
        const bool stands = !words_.empty() && std::search(other.words_.begin(), other.words_.end(), words_.begin(), words_.end()) != other.words_.end();
        return stands ? words_.size() : 0;
    }
    if (!have_common(hashes_, other.hashes_))
        return 0;
    return covered(words_.size(), shortest_run, [&](std::size_t at) { return std::binary_search(other.runs_.begin(), other.runs_.end(), run_at<shortest_run>(words_, at)); });
}

double WordList::likeness(const WordList& other) const {
    if (counting_.empty() && other.counting_.empty())
        return 0;
    return 200.0 * static_cast<double>(in_both(counting_, other.counting_)) / static_cast<double>(counting_.size() + other.counting_.size());
}

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) { return in_both(a, b); }

} // namespace ehc::text

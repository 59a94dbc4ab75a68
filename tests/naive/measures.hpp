// How words stand to each other, by plain loops over every word: what a text contains, shares, copies and has near.
#pragma once

#include "naive/value.hpp"

#include <cmath>
#include <map>

namespace ehc::naive {

inline bool is_plain(const std::string& word) { return std::isalnum(static_cast<unsigned char>(word.front())) != 0; }

// Without signs.
inline std::vector<std::string> plain(const std::vector<std::string>& words) {
    std::vector<std::string> all;
    for (const std::string& word : words)
        if (is_plain(word))
            all.push_back(word);
    return all;
}

inline bool runs_in(const std::vector<std::string>& run, const std::vector<std::string>& words) {
    for (std::size_t at = 0; at + run.size() <= words.size(); ++at) {
        bool same = true;
        for (std::size_t i = 0; i < run.size(); ++i)
            same = same && words[at + i] == run[i];
        if (same)
            return true;
    }
    return false;
}

inline bool shares_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (const std::string& word : a)
        for (const std::string& other : b)
            if (word == other && word.size() > 1)
                return true;
    return false;
}

// One letter added, left out or changed, or two neighbours swapped, by the table of edits; see text/likeness.hpp for what is no slip.
inline bool one_slip(std::string a, std::string b) {
    for (std::string* word : {&a, &b})
        if (word->size() > 2 && word->substr(word->size() - 2) == "'s")
            word->resize(word->size() - 2);
    for (const std::string& word : {a, b})
        if (word.size() < 4 || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            return false;
    if (a.front() != b.front() || a == b + "s" || b == a + "s")
        return false;
    std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                edits[i][j] = i + j;
                continue;
            }
            edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
    return edits[a.size()][b.size()] == 1;
}

// Some word of `a` is none of `b`'s, and one of them with one slip.
inline bool misspells_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (const std::string& word : a)
        if (std::find(b.begin(), b.end(), word) == b.end() && std::any_of(b.begin(), b.end(), [&](const std::string& right) { return one_slip(word, right); }))
            return true;
    return false;
}

// Percent of the words of `a` that stand in a run of four that `b` has; a shorter text is one run.
inline double copied(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty())
        return 0;
    const std::size_t run = std::min<std::size_t>(4, a.size());
    std::vector<bool> hit(a.size());
    for (std::size_t at = 0; at + run <= a.size(); ++at)
        if (runs_in({a.begin() + static_cast<std::ptrdiff_t>(at), a.begin() + static_cast<std::ptrdiff_t>(at + run)}, b))
            for (std::size_t i = 0; i < run; ++i)
                hit[at + i] = true;
    std::size_t count = 0;
    for (const bool one : hit)
        count += one ? 1 : 0;
    return std::round(100.0 * static_cast<double>(count) / static_cast<double>(a.size()));
}

// Percent: twice the words that both have over the words of both. Generated texts have no numbers.
inline double alike(const std::vector<std::string>& a, std::vector<std::string> b) {
    const std::size_t both = a.size() + b.size();
    std::size_t shared = 0;
    for (const std::string& word : a)
        for (std::size_t i = 0; i < b.size(); ++i)
            if (b[i] == word) {
                ++shared;
                b.erase(b.begin() + static_cast<std::ptrdiff_t>(i));
                break;
            }
    return both == 0 ? 0 : std::round(200.0 * static_cast<double>(shared) / static_cast<double>(both));
}

// The first word of the sentence that a word stands in, and the end of it.
inline Found sentence_of(const std::vector<std::string>& words, std::size_t at) {
    Found sentence{at, at};
    while (sentence.first > 0 && words[sentence.first - 1] != ".")
        --sentence.first;
    while (sentence.last < words.size() && words[sentence.last] != ".")
        ++sentence.last;
    return sentence;
}

} // namespace ehc::naive

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

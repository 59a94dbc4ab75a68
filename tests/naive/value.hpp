// What the obvious evaluator computes with: answers, values that may be known only within bounds, and words found by plain
// loops.
#pragma once

#include "naive/calendar.hpp"
#include "plan/fields.hpp"

#include <cctype>
#include <string>
#include <vector>

namespace ehc::naive {

enum class Answer { no, yes, unknown };

inline Answer opposite(Answer answer) { return answer == Answer::unknown ? answer : answer == Answer::yes ? Answer::no : Answer::yes; }
inline Answer of(bool yes) { return yes ? Answer::yes : Answer::no; }
// One answer for all the cases that may be: certain when they agree.
inline Answer agreed(bool any_yes, bool any_no) { return any_yes && any_no ? Answer::unknown : of(any_yes); }

struct Found { // words [first, last) of a text
    std::size_t first = 0, last = 0;
};

struct Value {
    enum class Kind { unknown, text, number, date, length, answer, choice, record, mention };
    Kind kind = Kind::unknown;
    plan::State state = plan::State::missing; // of unknown
    std::vector<std::string> words;           // of text and mention
    double low = 0, high = 0;                 // of number
    int first = 0, last = 0;                  // of date, days by number
    Age shortest, longest;                    // of length
    double fewest_days = 0, most_days = 0;    // of a length counted between two dates
    bool counted = false;
    int working = 0; // and so many working days
    Answer answer = Answer::no;
    std::size_t choice = 0;
    const void* record = nullptr;
    const plan::RecordType* type = nullptr;
    std::vector<std::string> around; // of mention: the text it stands in
    Found place;                     // and where
};

inline Value unknown(plan::State state = plan::State::missing) {
    Value value;
    value.state = state;
    return value;
}
inline Value number(double low, double high) {
    Value value;
    value.kind = Value::Kind::number;
    value.low = low;
    value.high = high;
    return value;
}
inline Value date(int first, int last) {
    Value value;
    value.kind = Value::Kind::date;
    value.first = first;
    value.last = last;
    return value;
}
inline Value length(Age shortest, Age longest) {
    Value value;
    value.kind = Value::Kind::length;
    value.shortest = shortest;
    value.longest = longest;
    return value;
}
inline Value answered(Answer answer) {
    Value value;
    value.kind = Value::Kind::answer;
    value.answer = answer;
    return value;
}
inline Value record(const plan::RecordType* type, const void* at) {
    Value value;
    value.kind = Value::Kind::record;
    value.type = type;
    value.record = at;
    return value;
}

// Words in lower case, and every sign by itself.
inline std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter && inside)
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (letter)
            words.emplace_back(1, static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        else if (c != ' ' && c != '\n')
            words.emplace_back(1, c);
        inside = letter;
    }
    return words;
}

// At each place the longest of the phrases; the next is looked for behind it.
inline std::vector<Found> find(const std::vector<std::vector<std::string>>& phrases, const std::vector<std::string>& words) {
    std::vector<Found> all;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t longest = 0;
        for (const auto& phrase : phrases) {
            bool same = at + phrase.size() <= words.size();
            for (std::size_t i = 0; same && i < phrase.size(); ++i)
                same = words[at + i] == phrase[i];
            if (same)
                longest = std::max(longest, phrase.size());
        }
        if (longest != 0)
            all.push_back({at, at + longest});
        at += std::max<std::size_t>(longest, 1);
    }
    return all;
}

} // namespace ehc::naive

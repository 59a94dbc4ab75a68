// Well-typed rules and plans made at random from a seed: the same seed gives the same on every machine. Dates lie close
// together and on the edges of months, so that comparisons meet their limits.
#pragma once

#include "naive/evaluate.hpp"

#include <random>

namespace ehc::naive {

class Random {
  public:
    explicit Random(unsigned seed) : engine_(seed) {}
    unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }
    bool one_in(unsigned n) { return below(n) == 0; }
    template <class List> const auto& pick(const List& list) { return list[below(static_cast<unsigned>(std::size(list)))]; }

  private:
    std::mt19937 engine_; // whose numbers the standard fixes
};

// The lexicons that generated rules use, and their text in a rule file.
[[nodiscard]] const Lexicons& lexicons();
[[nodiscard]] std::string lexicon_text();

// A rule card; its clauses stand one on a line, so that a test can leave them out one by one.
[[nodiscard]] std::string rule(Random& random);
[[nodiscard]] plan::Plan plan(Random& random);
[[nodiscard]] Date audit_date(Random& random);

} // namespace ehc::naive

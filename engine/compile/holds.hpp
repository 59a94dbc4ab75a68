// What can be told of a condition without a plan: that it can never hold, or holds whatever the plan says.
//
// A condition is taken apart into values of the plan (by what they are, not by where they are written) and the sets in which
// they must lie: choices, states, numbers, dates. `and` cuts the sets of one value, `or` joins them, `not` turns them round. A set
// that comes out empty can never hold. What is too involved counts as possible, so that nothing good is refused.
#pragma once

#include "compile/compiled.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ehc::compile {

// Points of a line, each with room just before and after it: 2 is (2, 0), more than 2 begins at (2, 1).
using Point = std::pair<double, int>;
using Stretches = std::vector<std::pair<Point, Point>>; // apart, in order, ends included

[[nodiscard]] Stretches joined(Stretches a, const Stretches& b);
[[nodiscard]] Stretches common(const Stretches& a, const Stretches& b);

// Where the values that a condition is about must lie for it to hold; `never` where they cannot.
struct Demands {
    bool never = false;
    std::map<std::string, Stretches> of;
};

[[nodiscard]] Demands both(Demands a, const Demands& b);
// What must be so for the condition to hold, or for it not to.
[[nodiscard]] Demands demands(const CompiledRules& rules, const Expr& condition, bool holds);

// What is so of every plan that a rule comes to: by its `applies to`, its `in force` and the day it is judged at.
[[nodiscard]] Demands reach_of(const Rule& rule);

enum class Always : unsigned char { no, yes, never };
// Where `given` is so.
[[nodiscard]] Always always(const CompiledRules& rules, const Expr& condition, const Demands& given = {});

// Tells each smallest part of a condition that can never hold or always does, where `given` is so.
void each_idle_part(const CompiledRules& rules, const Expr& condition, const Demands& given, const std::function<void(const Expr&, Always)>& tell);

} // namespace ehc::compile

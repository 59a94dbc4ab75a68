// Equality of the nodes that hold nodes of their own kind, once here and not in every file that includes the tree.
#include "dsl/ast.hpp"

namespace ehc::dsl {

bool Each::operator==(const Each&) const = default;
bool Call::operator==(const Call&) const = default;
bool Gathered::operator==(const Gathered&) const = default;
bool And::operator==(const And&) const = default;
bool Or::operator==(const Or&) const = default;
bool Overlaps::operator==(const Overlaps&) const = default;
bool IsOneOf::operator==(const IsOneOf&) const = default;
bool Expr::operator==(const Expr&) const = default;

bool PatternOptional::operator==(const PatternOptional&) const = default;
bool PatternEither::operator==(const PatternEither&) const = default;
bool PatternPart::operator==(const PatternPart&) const = default;

} // namespace ehc::dsl

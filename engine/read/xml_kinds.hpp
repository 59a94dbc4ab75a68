// What an XML file is that holds no canonical plan: returns, schemas, clinical records, documents of other programs.
#pragma once

#include "plan/choices.hpp"

#include <pugixml.hpp>
#include <string>

namespace ehc::read {

struct XmlKind {
    std::string words; // "a SEN2 person-level return (reference date 2024-01-18)"
    plan::Kind kind = plan::Kind::other;
    std::string remedy; // what to do, for a text document that may well be a plan, in a format that is not read; else empty
};

[[nodiscard]] XmlKind describe_xml(const pugi::xml_node& root);

} // namespace ehc::read

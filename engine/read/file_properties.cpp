#include "read/file_properties.hpp"

#include "read/paragraph_text.hpp"
#include "read/part_xml.hpp"

#include <utility>

namespace ehc::read {

plan::Properties file_properties(pugi::xml_node parent, const PropertyNames& names) {
    plan::Properties properties;
    properties.origin.block = 1;
    const plan::Origin here = properties.origin;
    const auto words = [&](std::string_view name) {
        for (const pugi::xml_node node : children(parent))
            if (local_name(node.name()) == name)
                return folded(character_data(node));
        return std::string();
    };
    const auto blank = [&](auto& field) {
        field.state = plan::State::blank;
        field.origin = here;
    };
    for (const auto& [field, name] : {std::pair(&properties.title, names.title), {&properties.author, names.author}, {&properties.last_modified_by, names.last_modified_by}})
        if (std::string text = words(name); text.empty())
            blank(*field);
        else
            field->set({std::move(text), {}}, here);
    constexpr std::size_t day = 10; // 2025-01-06T09:00:00Z
    for (const auto& [field, name] : {std::pair(&properties.created, names.created), {&properties.modified, names.modified}}) {
        const std::string text = words(name);
        if (const auto date = PartialDate::from_iso(std::string_view(text).substr(0, day)))
            field->set(*date, here);
        else
            blank(*field);
    }
    return properties;
}

} // namespace ehc::read

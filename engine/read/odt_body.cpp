#include "read/odt_body.hpp"

#include <algorithm>
#include <utility>

namespace ehc::read::odt {

namespace {

std::string_view name_of(pugi::xml_node node) { return local_name(node.name()); }

pugi::xml_node first_child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : children(parent))
        if (name_of(node) == name)
            return node;
    return {};
}

std::uint32_t times(pugi::xml_node node, std::string_view name, std::int32_t most) {
    return static_cast<std::uint32_t>(std::clamp(number_attribute(node, name, 1), 1, most));
}

constexpr std::int32_t most_repeats = 1000; // of a row or cell; a plan has no more, a harmful file has millions

bool is_true(std::string_view value) { return value == "true" || value == "1"; }

} // namespace

bool BodyReader::too_deep(unsigned depth) {
    if (depth <= limits_.nesting)
        return false;
    failure_ = "has elements nested more than " + std::to_string(limits_.nesting) + " deep";
    return true;
}

void BodyReader::count(Tally& tally) {
    if (tally.count++ == 0) {
        tally.first.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
        tally.first.paragraph = place_ == plan::Place::body ? paragraph_number_ : 0;
    }
}

void BodyReader::read(pugi::xml_node story, plan::Place place) {
    place_ = place;
    for (const pugi::xml_node node : children(story)) {
        if (name_of(node) == "tracked-changes")
            collect_changes(node);
        else if (name_of(node) == "forms")
            collect_controls(node);
    }
    walk_blocks(story, 0);
}

void BodyReader::read_notes() {
    place_ = plan::Place::note;
    // Notes may refer to further ones.
    for (std::size_t i = 0; i < notes_.size() && failure().empty(); ++i)
        walk_blocks(pugi::xml_node(notes_[i]), 0);
    notes_.clear();
}

void BodyReader::collect_changes(pugi::xml_node node) {
    for (const pugi::xml_node region : children(node)) {
        if (name_of(region) != "changed-region")
            continue;
        count(tracked_changes);
    }
}

void BodyReader::collect_controls(pugi::xml_node node) {
    std::vector<pugi::xml_node> open{node};
    while (!open.empty()) {
        const pugi::xml_node next = open.back();
        open.pop_back();
        if (const std::string_view id = text_attribute(next, "id"); !id.empty())
            controls_.emplace(id, next);
        for (const pugi::xml_node each : children(next))
            open.push_back(each);
    }
}

void BodyReader::walk_blocks(pugi::xml_node parent, unsigned depth) {
    if (too_deep(depth))
        return;
    for (const pugi::xml_node node : children(parent)) {
        if (!failure().empty())
            return;
        const std::string_view name = name_of(node);
        if (name == "p" || name == "h") {
            paragraph(node, depth, name == "h");
        } else if (name == "list") {
            list(node, depth);
        } else if (name == "table") {
            table(node, depth);
        } else if (name == "section") {
            const bool out = text_attribute(node, "display") == "none" || styles_.hidden_section(text_attribute(node, "style-name"));
            hidden_parts_ += out ? 1 : 0;
            walk_blocks(node, depth + 1);
            hidden_parts_ -= out ? 1 : 0;
        } else if (name.ends_with("-index") || name == "table-of-content" || name == "bibliography") {
            ++contents_;
            walk_blocks(first_child(node, "index-body"), depth + 1);
            --contents_;
        } else if (name == "frame" || name == "custom-shape" || name == "rect" || name == "g" || name == "control") {
            inline_element(node, {}, depth + 1); // anchored to the page
            writer_.end({});
            for (const pugi::xml_node box : std::exchange(boxes_, {}))
                walk_blocks(box, depth + 1);
        } else if (name != "tracked-changes" && name != "forms" && name != "annotation" && !name.ends_with("-decls") && name != "note-citation") {
            walk_blocks(node, depth + 1); // numbered paragraphs, index titles, soft page breaks and the like
        }
    }
}

void BodyReader::paragraph(pugi::xml_node node, unsigned depth, bool heading) {
    if (place_ == plan::Place::body)
        ++paragraph_number_;
    struck_run_ = hidden_run_ = highlighted_run_ = false;
    const std::string_view style = text_attribute(node, "style-name");
    Block block;
    block.place = place_;
    block.contents_entry = contents_ > 0 || styles_.is_contents(style);
    if (heading)
        block.heading_level = static_cast<std::uint32_t>(std::clamp(number_attribute(node, "outline-level", 1), 1, 9));
    else
        block.heading_level = styles_.outline_level(style);
    std::string label;
    if (!lists_.empty() && !lists_.back().header) {
        List& list = lists_.back();
        const bool first = !std::exchange(list.item_begun, true);
        if (first) {
            std::int32_t& number = (*list.numbers)[list.level];
            const std::int32_t start = list.style != nullptr ? (*list.style)[list.level].start : 1;
            number = number == 0 ? start : number + 1;
            for (std::size_t below = list.level + 1; below < list.numbers->size(); ++below)
                (*list.numbers)[below] = 0;
            if (list.style != nullptr)
                label = folded(list_label(*list.style, list.level, *list.numbers));
        }
        block.list_item = first && block.heading_level == 0;
        block.list_label = label;
        block.list_level = static_cast<std::uint32_t>(std::min<std::size_t>(list.level, 8));
    } else if (heading) {
        // Numbers of the chapters, where the document has them.
        const std::size_t level = block.heading_level - 1;
        const ListLevel& numbering = styles_.outline()[level];
        if (numbering.format != 0 && !is_true(text_attribute(node, "is-list-header"))) {
            std::int32_t& number = outline_numbers_[level];
            number = number == 0 ? numbering.start : number + 1;
            for (std::size_t below = level + 1; below < outline_numbers_.size(); ++below)
                outline_numbers_[below] = 0;
            block.list_label = folded(list_label(styles_.outline(), level, outline_numbers_));
        }
    }
    walk_inline(node, {styles_.characters("paragraph", style), false}, depth + 1);
    block.form_field = std::exchange(form_field_, false);
    cell_unfilled_ = cell_unfilled_ || (block.form_field && !writer_.has_words());
    writer_.end(std::move(block));
    const std::vector<pugi::xml_node> boxes = std::exchange(boxes_, {});
    const auto outer_lists = std::exchange(lists_, {});
    const std::uint32_t number = paragraph_number_;
    for (const pugi::xml_node box : boxes)
        walk_blocks(box, depth + 1);
    lists_ = outer_lists;
    // As in Word, paragraphs of a text box have no number of their own.
    if (!boxes.empty())
        paragraph_number_ = number;
}

void BodyReader::walk_inline(pugi::xml_node parent, const Setting& setting, unsigned depth) {
    if (too_deep(depth))
        return;
    for (const pugi::xml_node node : children(parent)) {
        if (!failure().empty())
            return;
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            add(node.value(), setting);
        else if (node.type() == pugi::node_element)
            inline_element(node, setting, depth);
    }
}

void BodyReader::inline_element(pugi::xml_node node, const Setting& setting, unsigned depth) {
    const std::string_view name = name_of(node);
    if (name == "span") {
        Setting inside = setting;
        if (const std::string_view style = text_attribute(node, "style-name"); !style.empty()) {
            Characters own = styles_.characters("text", style);
            inside.characters.override_with(own);
        }
        walk_inline(node, inside, depth + 1);
    } else if (name == "s" || name == "tab" || name == "line-break") {
        writer_.add_space();
    } else if (name == "annotation") {
        count(comments);
    } else if (name == "note") {
        notes_.push_back(first_child(node, "note-body"));
    } else if (name == "frame" || name == "custom-shape" || name == "rect" || name == "g" || name == "polygon" || name == "line" || name == "path") {
        frame(node, depth);
    } else if (name == "control") {
        form_control(text_attribute(node, "control"), setting);
    } else if (name == "placeholder") {
        Setting prompt = setting;
        prompt.placeholder = true;
        walk_inline(node, prompt, depth + 1);
    } else if (name == "database-display") {
        // A merge field that shows its own name is still unfilled.
        const std::string shown = folded(character_data(node));
        Setting field = setting;
        field.placeholder = shown.empty() || (shown.starts_with("«") && shown.ends_with("»")) || (shown.starts_with("<") && shown.ends_with(">"));
        add(shown.empty() ? "«" + std::string(text_attribute(node, "column-name")) + "»" : shown, field);
    } else if (name == "content-control") {
        Setting inside = setting;
        if (is_true(text_attribute(node, "checkbox"))) {
            add(is_true(text_attribute(node, "checked")) ? "☒" : "☐", setting);
            return;
        }
        inside.placeholder = setting.placeholder || is_true(text_attribute(node, "showing-place-holder"));
        const std::size_t before = writer_.words().size();
        walk_inline(node, inside, depth + 1);
        form_field_ = form_field_ || writer_.words().size() == before;
    } else if (name == "drop-down") {
        // Its choices are elements, what is chosen is text.
        const std::string chosen = folded(character_data(node));
        add(chosen, setting);
        form_field_ = form_field_ || chosen.empty();
    } else if (name == "fieldmark" || name == "fieldmark-start") {
        fieldmark(node, setting);
    } else if (name == "hidden-text" || name == "hidden-paragraph") {
        if (!is_true(text_attribute(node, "is-hidden")))
            return walk_inline(node, setting, depth + 1);
        Setting inside = setting;
        inside.characters.hidden = true;
        add(name == "hidden-text" ? text_attribute(node, "string-value") : std::string_view(), inside);
    } else if (name == "ruby") {
        walk_inline(first_child(node, "ruby-base"), setting, depth + 1);
    } else if (name != "annotation-end" && name != "tracked-changes" && name != "script" && name != "meta-field-data") {
        walk_inline(node, setting, depth + 1); // links, bookmarks, dates and other fields: as they are shown
    }
}

void BodyReader::add(std::string_view text, const Setting& setting) {
    const bool visible = has_visible(text);
    const Characters& set = setting.characters;
    const bool out = hidden_parts_ > 0 || set.hidden.value_or(false);
    if (out || set.struck.value_or(false)) {
        if (!visible)
            return;
        bool& inside = out ? hidden_run_ : struck_run_;
        if (!inside)
            count(out ? hidden : struck_through);
        inside = true;
        return;
    }
    if (visible) {
        hidden_run_ = struck_run_ = false;
        if (set.highlighted.value_or(false) && !highlighted_run_)
            count(highlighted);
        highlighted_run_ = set.highlighted.value_or(false);
    }
    form_field_ = form_field_ || (setting.placeholder && visible);
    const Look look{.bold = set.bold.value_or(false),
                    .italic = set.italic.value_or(false),
                    .underline = set.underline.value_or(false),
                    .placeholder = setting.placeholder,
                    .size = set.size.value_or(0)};
    plan::Origin where;
    if (place_ == plan::Place::body)
        where.paragraph = paragraph_number_;
    writer_.add(may_hold_symbols(text) ? with_symbols(text, false) : std::string(text), look, where);
}

void BodyReader::frame(pugi::xml_node node, unsigned depth) {
    std::vector<pugi::xml_node> open{node};
    bool picture = false, box = false, object = false;
    while (!open.empty()) {
        const pugi::xml_node next = open.back();
        open.pop_back();
        const std::string_view name = name_of(next);
        if (name == "text-box" || (name == "p" && !box)) {
            boxes_.push_back(name == "p" ? next.parent() : next);
            box = true;
            continue;
        }
        picture = picture || name == "image";
        object = object || name == "object" || name == "object-ole";
        if (name == "control") {
            form_control(text_attribute(next, "control"), {});
            continue;
        }
        for (pugi::xml_node each = next.last_child(); each; each = each.previous_sibling())
            open.push_back(each);
    }
    static_cast<void>(depth);
    embedded += object ? 1 : 0;
    pictures += picture && !object && !box && place_ == plan::Place::body ? 1 : 0;
}

void BodyReader::form_control(std::string_view id, const Setting& setting) {
    const auto found = controls_.find(id);
    if (found == controls_.end())
        return;
    const pugi::xml_node control = found->second;
    const std::string_view kind = name_of(control);
    if (kind == "checkbox" || kind == "radio") {
        const std::string_view state = kind == "checkbox" ? text_attribute(control, "current-state") : text_attribute(control, "current-selected");
        add(state == "checked" || is_true(state) ? "☒" : "☐", setting);
    } else if (kind == "text" || kind == "textarea" || kind == "combobox" || kind == "formatted-text" || kind == "date" || kind == "number") {
        std::string_view value = text_attribute(control, "current-value");
        if (value.empty())
            value = text_attribute(control, "value");
        if (has_visible(value))
            add(value, setting);
        else
            form_field_ = true;
    }
}

void BodyReader::fieldmark(pugi::xml_node node, const Setting& setting) {
    const std::string_view type = text_attribute(node, "type");
    const auto parameter = [&](std::string_view wanted) -> std::string_view {
        for (const pugi::xml_node each : children(node))
            if (name_of(each) == "param" && text_attribute(each, "name") == wanted)
                return text_attribute(each, "value");
        return {};
    };
    if (type.ends_with("CHECKBOX"))
        add(is_true(parameter("Checkbox_Checked")) ? "☒" : "☐", setting);
    else if (type.ends_with("DROPDOWN") && name_of(node) == "fieldmark") {
        // The nth of its entries.
        const std::string_view chosen = parameter("Dropdown_Selected");
        std::size_t wanted = 0;
        for (const char c : chosen)
            wanted = c >= '0' && c <= '9' && wanted < 10'000 ? wanted * 10 + static_cast<std::size_t>(c - '0') : wanted;
        std::size_t number = 0;
        for (const pugi::xml_node each : children(node))
            if (name_of(each) == "param" && text_attribute(each, "name") == "Dropdown_ListEntry" && number++ == wanted && !chosen.empty())
                return add(text_attribute(each, "value"), setting);
        form_field_ = true;
    }
}

void BodyReader::list(pugi::xml_node node, unsigned depth) {
    if (too_deep(depth))
        return;
    List list;
    list.style_name = text_attribute(node, "style-name");
    if (lists_.empty()) {
        // A list goes on with the numbers of another where it says so.
        const std::string id(text_attribute(node, "id"));
        auto& numbers = numbers_by_list_[id.empty() ? "style " + list.style_name : id];
        const std::string_view goes_on = text_attribute(node, "continue-list");
        if (const auto before = numbers_by_list_.find(goes_on); !goes_on.empty() && before != numbers_by_list_.end())
            numbers = before->second;
        else if (is_true(text_attribute(node, "continue-numbering")))
            numbers = numbers_by_style_[list.style_name];
        else
            numbers = {};
        list.numbers = &numbers;
    } else {
        list.level = std::min<std::size_t>(lists_.back().level + 1, 9);
        list.numbers = lists_.back().numbers;
        if (list.style_name.empty())
            list.style_name = lists_.back().style_name;
    }
    list.style = styles_.list(list.style_name);
    const std::string style_name = list.style_name;
    auto* numbers = list.numbers;
    lists_.push_back(std::move(list));
    for (const pugi::xml_node item : children(node)) {
        if (!failure().empty())
            break;
        const std::string_view name = name_of(item);
        if (name != "list-item" && name != "list-header")
            continue;
        lists_.back().item_begun = false;
        lists_.back().header = name == "list-header";
        if (const std::int32_t start = number_attribute(item, "start-value", -1); start >= 0)
            (*numbers)[lists_.back().level] = start - 1 == 0 ? 0 : start - 1;
        walk_blocks(item, depth + 1);
    }
    lists_.pop_back();
    if (lists_.empty())
        numbers_by_style_[style_name] = *numbers;
}

void BodyReader::table(pugi::xml_node node, unsigned depth) {
    if (too_deep(depth))
        return;
    const auto outer_lists = std::exchange(lists_, {});
    writer_.begin_table();
    rows(node, false, depth + 1);
    writer_.end_table();
    lists_ = outer_lists;
}

void BodyReader::rows(pugi::xml_node parent, bool header, unsigned depth) {
    if (too_deep(depth))
        return;
    for (const pugi::xml_node node : children(parent)) {
        if (!failure().empty())
            return;
        const std::string_view name = name_of(node);
        if (name == "table-row") {
            const std::uint32_t repeats = times(node, "number-rows-repeated", most_repeats);
            for (std::uint32_t i = 0; i < repeats && failure().empty(); ++i)
                row(node, header, depth + 1);
        } else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") {
            rows(node, header || name == "table-header-rows", depth + 1);
        }
    }
}

void BodyReader::row(pugi::xml_node node, bool header, unsigned depth) {
    writer_.begin_row(header);
    for (const pugi::xml_node cell : children(node)) {
        if (!failure().empty())
            return;
        if (name_of(cell) != "table-cell") // covered cells belong to the one that spans them
            continue;
        const std::uint32_t repeats = times(cell, "number-columns-repeated", most_repeats);
        for (std::uint32_t i = 0; i < repeats && failure().empty(); ++i) {
            plan::Origin where;
            if (place_ == plan::Place::body)
                where.paragraph = paragraph_number_ + 1;
            const bool outer_unfilled = std::exchange(cell_unfilled_, false);
            writer_.begin_cell(times(cell, "number-columns-spanned", 1024), times(cell, "number-rows-spanned", 10'000), where);
            walk_blocks(cell, depth + 1);
            writer_.end_cell(cell_unfilled_);
            cell_unfilled_ = outer_unfilled;
        }
    }
}

} // namespace ehc::read::odt

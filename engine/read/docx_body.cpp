#include "read/docx_body.hpp"

#include <algorithm>

namespace ehc::read::docx {

namespace {

// Of the alternatives to one another, the one to read: newer shapes of Word's own, else what older programs are given.
pugi::xml_node branch(pugi::xml_node alternatives) {
    const pugi::xml_node fallback = child(alternatives, Tag::fallback);
    const pugi::xml_node choice = child(alternatives, Tag::choice);
    const std::string_view needs = text_attribute(choice, "Requires");
    const bool known = needs.starts_with("wp") || needs == "w14" || needs == "w15" || needs == "wne";
    return choice && (known || !fallback) ? choice : fallback;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(white_space);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

void add_once(std::vector<std::string>& list, std::string_view item) {
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
        list.emplace_back(item);
}

} // namespace

void BodyReader::read(pugi::xml_node story, plan::Place place) {
    const FieldScope own_fields(*this);
    place_ = place;
    untracked();
    walk_blocks(story);
    end_paragraph();
}

BodyReader::Level::Level(BodyReader& reader) : reader_(reader) {
    if (++reader_.depth_ > reader_.limits_.nesting && reader_.failure_.empty())
        reader_.failure_ = "has elements nested more than " + std::to_string(reader_.limits_.nesting) + " deep";
}

void BodyReader::walk_blocks(pugi::xml_node parent) {
    const Level level(*this);
    for (const pugi::xml_node node : children(parent)) {
        if (!failure_.empty())
            return;
        switch (tag_of(node)) {
        case Tag::p: paragraph(node); break;
        case Tag::tbl:
            end_paragraph();
            table(node);
            break;
        case Tag::sdt: content_control(node, false, [&](pugi::xml_node content) { walk_blocks(content); }); break;
        case Tag::ins:
        case Tag::move_to:
            tracked(node, "in");
            walk_blocks(node);
            break;
        case Tag::del:
        case Tag::move_from:
            tracked(node, "out");
            skip(node);
            break;
        case Tag::alternate_content: walk_blocks(branch(node)); break;
        case Tag::alt_chunk: ++embedded; break;
        case Tag::sect_pr: refer(node); break;
        case Tag::tc_pr:
        case Tag::p_pr:
        case Tag::r:
        case Tag::nothing: break;
        default: walk_blocks(node); break; // custom XML and the like, transparent
        }
    }
}

void BodyReader::paragraph(pugi::xml_node node) {
    if (place_ == plan::Place::body && in_text_box_ == 0)
        ++paragraph_number_;
    if (!open_) {
        open_ = true;
        struck_run_ = hidden_run_ = highlighted_run_ = false;
        text_paragraph_ = 0;
    }
    const ParagraphProperties own = paragraph_properties(child(node, Tag::p_pr));
    current_ = {};
    current_.style = styles_.default_paragraph();
    if (own.style != nullptr) {
        if (const Style* named = styles_.find(own.style))
            current_.style = named;
        else
            current_.outline = heading_level_of_name(own.style);
    }
    if (current_.style != nullptr) {
        current_.numbering = current_.style->numbering;
        if (!current_.outline)
            current_.outline = current_.style->outline;
        if (current_.numbering.list && !current_.numbering.level)
            current_.numbering.level = numbering_.level_of_style(*current_.numbering.list, current_.style->id);
    }
    if (own.numbering.list)
        current_.numbering = own.numbering;
    else if (own.numbering.level)
        current_.numbering.level = own.numbering.level;
    if (own.outline)
        current_.outline = own.outline;
    current_.plain = resolve({}, nullptr);

    walk_inline(node);

    if (own.section)
        refer(own.section);
    if (own.change)
        tracked(own.change, "set");
    bool joined = false, revised = false;
    for (const pugi::xml_node each : children(own.mark)) {
        const Tag tag = tag_of(each);
        if (tag != Tag::del && tag != Tag::move_from && tag != Tag::ins && tag != Tag::move_to)
            continue;
        const bool goes = tag == Tag::del || tag == Tag::move_from;
        tracked(each, goes ? "out" : "in");
        joined = joined || goes;
        revised = true;
    }
    if (!revised)
        untracked();
    if (!joined)
        end_paragraph();
}

void BodyReader::end_paragraph() {
    if (!open_)
        return;
    open_ = false;
    ++serial_;
    std::string label;
    if (current_.numbering.list.value_or(0) != 0)
        label = folded(numbering_.next_label(*current_.numbering.list, current_.numbering.level.value_or(0)));
    const bool unfilled = form_field_ || placeholders_ > 0;
    if (text_.size() > 0) {
        emit(unfilled, label);
        ++cell_blocks_;
    } else {
        cell_unfilled_ = cell_unfilled_ || unfilled;
    }
    text_.clear();
    own_sources_.clear();
    form_field_ = false;
    const std::vector<std::string> drawn = std::move(drawn_words_);
    drawn_words_.clear();
    for (const std::string& words : drawn) {
        current_ = {};
        add(words, {});
        emit(false, {});
        text_.clear();
        own_sources_.clear();
    }
    // Moved out first: a text box may hold paragraphs with text boxes of their own.
    const std::vector<pugi::xml_node> boxes = std::move(text_boxes_);
    text_boxes_.clear();
    for (const pugi::xml_node box : boxes) {
        const FieldScope own_fields(*this);
        ++in_text_box_;
        walk_blocks(box);
        end_paragraph();
        --in_text_box_;
    }
}

void BodyReader::emit(bool form_field, const std::string& label) {
    if (limits_.allowance != nullptr && limits_.allowance->spent_in_loop() && failure_.empty())
        failure_ = "takes too long to read";
    if (document_.blocks.size() >= limits_.blocks) {
        failure_ = "has more than " + std::to_string(limits_.blocks) + " paragraphs";
        return;
    }
    Block block;
    block.contents_entry = contents_ > 0 || (current_.style != nullptr && current_.style->contents);
    if (!block.contents_entry)
        block.heading_level = current_.outline.value_or(0);
    block.place = place_ != plan::Place::body    ? place_
                  : cell_                        ? plan::Place::cell
                  : block.heading_level > 0      ? plan::Place::heading
                                                 : plan::Place::body;
    if (current_.numbering.list && numbering_.has(*current_.numbering.list)) {
        block.list_item = block.heading_level == 0;
        block.list_label = label;
        block.list_level = static_cast<std::uint32_t>(std::clamp(current_.numbering.level.value_or(0), 0, 8));
    }
    block.cell = cell_;
    block.text.value = text_.take_value();
    block.runs = text_.take_runs();
    block.all_bold = text_.all_bold();
    block.font_size = text_.size_of_first();
    block.form_field = form_field;
    plan::Origin origin;
    origin.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
    if (place_ == plan::Place::body)
        origin.paragraph = text_paragraph_ != 0 ? text_paragraph_ : paragraph_number_;
    origin.span.begin = static_cast<std::uint32_t>(document_.extracted.size());
    origin.span.end = origin.span.begin + static_cast<std::uint32_t>(block.text.value.size());
    block.text.pieces.push_back({0, origin});
    if (sources != nullptr)
        for (TextSource source : own_sources_) {
            source.at += origin.span.begin;
            sources->push_back(source);
        }
    document_.extracted += block.text.value;
    document_.extracted += '\n';
    document_.blocks.push_back(std::move(block));
}

void BodyReader::walk_inline(pugi::xml_node parent) {
    const Level level(*this);
    for (const pugi::xml_node node : children(parent)) {
        if (!failure_.empty())
            return;
        switch (tag_of(node)) {
        case Tag::r: run(node); break;
        case Tag::ins:
        case Tag::move_to:
            tracked(node, "in");
            ++in_revision_;
            walk_inline(node);
            --in_revision_;
            break;
        case Tag::del:
        case Tag::move_from: tracked(node, "out"); break;
        case Tag::sdt: content_control(node, true, [&](pugi::xml_node content) { walk_inline(content); }); break;
        case Tag::fld_simple:
            begin_field({});
            fields_.back().code = text_attribute(node, "instr");
            begin_result();
            walk_inline(node);
            end_field(current_.plain);
            break;
        case Tag::alternate_content: walk_inline(branch(node)); break;
        case Tag::p_pr:
        case Tag::r_pr:
        case Tag::rt:
        case Tag::p:
        case Tag::nothing: break;
        default: walk_inline(node); break; // links, smart tags, mathematics: transparent
        }
    }
}

void BodyReader::run(pugi::xml_node node) {
    const pugi::xml_node properties = child(node, Tag::r_pr);
    const RunProperties own = run_properties(properties);
    if (own.change)
        tracked(own.change, "set");
    else if (in_revision_ == 0)
        untracked();
    if (properties)
        run_content(node, resolve(own.characters, own.style.empty() ? nullptr : styles_.find(own.style)));
    else
        run_content(node, current_.plain);
}

void BodyReader::run_content(pugi::xml_node parent, const Setting& setting) {
    for (const pugi::xml_node node : children(parent)) {
        switch (tag_of(node)) {
        case Tag::t: text_node(node, setting); break;
        case Tag::tab:
        case Tag::ptab:
        case Tag::br:
        case Tag::cr:
            if (codes_ == 0 && !box_)
                text_.add_space();
            break;
        case Tag::no_break_hyphen: add("-", setting); break;
        case Tag::sym: symbol_character(node, setting); break;
        case Tag::instr_text:
            if (codes_ > 0 && !fields_.back().in_result)
                fields_.back().code += character_data(node);
            break;
        case Tag::fld_char: field_character(node, setting); break;
        case Tag::drawing:
        case Tag::pict:
        case Tag::object:
            if (!setting.hidden)
                graphic(node);
            break;
        case Tag::footnote_reference: add_once(footnotes, text_attribute(node, "id")); break;
        case Tag::endnote_reference: add_once(endnotes, text_attribute(node, "id")); break;
        case Tag::alternate_content: {
            const Level level(*this);
            if (failure_.empty())
                run_content(branch(node), setting);
            break;
        }
        case Tag::r_pr:
        case Tag::soft_hyphen:
        case Tag::nothing: break;
        default: walk_inline(node); break; // ruby text and the like
        }
    }
}

void BodyReader::text_node(pugi::xml_node parent, const Setting& setting) {
    const pugi::xml_node only = parent.first_child();
    const bool whole = !only.next_sibling();
    std::string joined;
    std::string_view text = only.value();
    if (!whole) // comments or CDATA in between
        text = joined = character_data(parent);
    // Without xml:space="preserve" the spaces at either end belong to the file's layout, as Word takes it.
    if (text_attribute(parent, "space") != "preserve")
        text = trimmed(text);
    if (setting.symbol_font || may_hold_symbols(text)) {
        add(with_symbols(text, setting.symbol_font), setting);
        return;
    }
    const bool recorded = sources != nullptr && whole && !box_ && only.type() == pugi::node_pcdata &&
                          place_ == plan::Place::body && in_text_box_ == 0;
    if (!recorded) {
        add(text, setting);
        return;
    }
    text_.copied = &copied_;
    add(text, setting);
    text_.copied = nullptr;
    const auto node = static_cast<std::uint64_t>(only.offset_debug());
    const auto trimmed_off = static_cast<std::uint32_t>(text.data() - only.value());
    for (const Copied& each : copied_)
        own_sources_.push_back({each.at, each.size, node, trimmed_off + each.from});
    copied_.clear();
}

void BodyReader::add(std::string_view text, const Setting& setting) {
    if (codes_ > 0) {
        words_in_codes_ += has_visible(text) ? 1 : 0;
        return;
    }
    const bool visible = has_visible(text);
    if (box_ && visible) {
        text = *box_;
        box_ = std::string_view();
        if (text.empty())
            return;
    }
    if (setting.hidden || setting.struck) {
        if (!visible)
            return;
        bool& inside = setting.hidden ? hidden_run_ : struck_run_;
        if (!inside)
            count(setting.hidden ? hidden : struck_through);
        inside = true;
        ++left_out_;
        return;
    }
    if (visible) {
        struck_run_ = hidden_run_ = false;
        if (setting.highlighted && !highlighted_run_)
            count(highlighted);
        highlighted_run_ = setting.highlighted;
        if (text_paragraph_ == 0)
            text_paragraph_ = paragraph_number_;
    }
    Look look = setting.look;
    look.placeholder = look.placeholder || placeholders_ > 0;
    form_field_ = form_field_ || (look.placeholder && visible);
    text_.add(text, look);
}

void BodyReader::symbol_character(pugi::xml_node node, const Setting& setting) {
    std::uint32_t code = 0;
    const std::string_view digits = text_attribute(node, "char");
    for (const char c : digits.substr(0, 4)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                 : -1;
        if (digit < 0)
            return;
        code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    const std::string_view font = text_attribute(node, "font");
    const bool pictorial = font.starts_with("Wingdings") || font == "Symbol" || (code >= 0xF000 && code < 0xF100);
    add(pictorial ? std::string(symbol(font, code)) : utf8(code), setting);
}

void BodyReader::graphic(pugi::xml_node node) {
    bool picture = false, box = false;
    std::vector<pugi::xml_node> open{node};
    while (!open.empty()) {
        const pugi::xml_node next = open.back();
        open.pop_back();
        switch (tag_of(next)) {
        case Tag::txbx_content:
            text_boxes_.push_back(next);
            box = true;
            continue;
        case Tag::alternate_content: open.push_back(branch(next)); continue;
        case Tag::blip:
        case Tag::image_data:
        case Tag::chart:
        case Tag::rel_ids: picture = true; break;
        case Tag::text_path: // a watermark, when it lies behind the pages
            if (place_ == plan::Place::body)
                picture = true;
            else if (const std::string_view words = trimmed(text_attribute(next, "string")); !words.empty())
                drawn_words_.emplace_back(words);
            break;
        default: break;
        }
        for (pugi::xml_node each = next.last_child(); each; each = each.previous_sibling())
            open.push_back(each);
    }
    if (tag_of(node) == Tag::object)
        ++embedded;
    else if (picture && !box && place_ == plan::Place::body)
        ++pictures;
}

void BodyReader::content_control(pugi::xml_node node, bool is_inline, const std::function<void(pugi::xml_node)>& walk) {
    const pugi::xml_node properties = child(node, Tag::sdt_pr);
    bool showing = false, holds_text = true, of_contents = false;
    std::optional<std::string_view> box;
    for (const pugi::xml_node property : children(properties)) {
        switch (tag_of(property)) {
        case Tag::showing_placeholder: showing = is_on(property); break;
        case Tag::checkbox: box = is_on(child(property, Tag::checked)) ? "☒" : "☐"; break;
        case Tag::doc_part_obj:
        case Tag::doc_part_list:
            of_contents = text_attribute(child(property, Tag::doc_part_gallery), "val") == "Table of Contents";
            holds_text = false;
            break;
        case Tag::picture:
        case Tag::group:
        case Tag::equation: holds_text = false; break;
        default: break;
        }
    }
    const auto outer_box = box_;
    const std::size_t size = text_.size(), blocks = document_.blocks.size();
    const std::uint64_t left_out = left_out_;
    placeholders_ += showing && !box ? 1 : 0;
    contents_ += of_contents ? 1 : 0;
    if (box)
        box_ = box;
    walk(child(node, Tag::sdt_content));
    if (is_inline && box_ && !box_->empty())
        add(*box_, current_.plain);
    box_ = outer_box;
    contents_ -= of_contents ? 1 : 0;
    placeholders_ -= showing && !box ? 1 : 0;
    // A control without words is as unfilled as one with its prompt.
    if (!holds_text || box || codes_ > 0 || left_out != left_out_)
        return;
    if (is_inline && text_.size() == size)
        form_field_ = true;
    else if (!is_inline && document_.blocks.size() == blocks)
        cell_unfilled_ = true;
}

BodyReader::Setting BodyReader::resolve(const Characters& own, const Style* character_style) const {
    static const Characters none;
    const Characters& defaults = styles_.defaults();
    const Characters& paragraph = current_.style != nullptr ? current_.style->characters : none;
    const Characters& character = character_style != nullptr ? character_style->characters : none;
    const Characters& table = table_characters_;
    // A toggle property set by styles of several kinds is on when an odd number of them set it (17.7.3).
    const auto toggle = [&](std::optional<bool> Characters::*member) {
        if (own.*member)
            return *(own.*member);
        if ((defaults.*member).value_or(false))
            return true;
        return (table.*member).value_or(false) != ((paragraph.*member).value_or(false) != (character.*member).value_or(false));
    };
    const auto nearest = [&](auto member) {
        for (const Characters* each : {&own, &character, &paragraph, &table, &defaults})
            if (each->*member)
                return *(each->*member);
        return typename std::remove_cvref_t<decltype(own.*member)>::value_type{};
    };
    Setting setting;
    setting.look = {.bold = toggle(&Characters::bold),
                    .italic = toggle(&Characters::italic),
                    .underline = nearest(&Characters::underline),
                    .size = nearest(&Characters::size)};
    setting.struck = toggle(&Characters::strike) || nearest(&Characters::double_strike);
    setting.hidden = toggle(&Characters::vanish);
    setting.highlighted = nearest(&Characters::highlight);
    setting.symbol_font = nearest(&Characters::symbol_font);
    return setting;
}

void BodyReader::tracked(pugi::xml_node node, std::string_view kind) {
    // Stretches of one kind by one author that touch are one change, as Word counts them.
    std::string revision(kind);
    revision += ' ';
    revision += text_attribute(node, "author");
    if (revision != revision_)
        count(tracked_changes);
    revision_ = std::move(revision);
}

void BodyReader::count(Tally& tally) {
    if (tally.count++ == 0) {
        tally.first.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
        tally.first.paragraph = place_ == plan::Place::body ? paragraph_number_ : 0;
    }
}

// Passes over a deleted part of the body, whose paragraphs count though they are not read.
void BodyReader::skip(pugi::xml_node node) {
    std::vector<pugi::xml_node> open{node};
    while (!open.empty()) {
        const pugi::xml_node next = open.back();
        open.pop_back();
        const Tag tag = tag_of(next);
        if (tag == Tag::txbx_content)
            continue;
        if (tag == Tag::p && place_ == plan::Place::body && in_text_box_ == 0)
            ++paragraph_number_;
        for (const pugi::xml_node each : children(next))
            open.push_back(each);
    }
}

void BodyReader::refer(pugi::xml_node section_properties) {
    for (const pugi::xml_node node : children(section_properties)) {
        const Tag tag = tag_of(node);
        if (tag == Tag::header_reference)
            add_once(headers, text_attribute(node, "id"));
        else if (tag == Tag::footer_reference)
            add_once(footers, text_attribute(node, "id"));
    }
}

} // namespace ehc::read::docx

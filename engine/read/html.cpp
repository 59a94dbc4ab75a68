#include "read/html.hpp"

#include "read/block_writer.hpp"
#include "read/decode.hpp"
#include "read/html_elements.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ehc::read {

namespace {

// What an element hands down to those inside it.
struct Setting {
    Look look;
    plan::Place place = plan::Place::body;
    bool preformatted = false;
    bool contents = false;
    std::uint32_t list_level = 0;
};

class HtmlReader {
  public:
    HtmlReader(std::string_view text, Document& document, const Limits& limits) : text_(text), writer_(document, limits), document_(document), limits_(limits) {}

    void run(const GumboNode* root) {
        walk(*root, {}, 0);
        end_block({});
        note(struck_, "struck-through passage", ", left out");
        note(hidden_, "passage of hidden text", ", left out", "passages of hidden text");
        note(pictures_, "picture", ": words in pictures are not read");
        note(frames_, "frame", " from elsewhere, not read");
    }
    [[nodiscard]] std::string failure() const { return failure_.empty() ? writer_.failure() : failure_; }

  private:
    void note(std::uint32_t count, std::string_view what, std::string_view rest, std::string_view many = {}) {
        if (count > 0)
            document_.notes.push_back(std::to_string(count) + " " + (count > 1 && !many.empty() ? std::string(many) : std::string(what) + (count == 1 ? "" : "s")) + std::string(rest));
    }
    // Ends the block and begins another of the same kind, or of another.
    void end_block() { end_block(Block(block_)); }
    void end_block(Block next) {
        writer_.end(std::move(block_));
        block_ = std::move(next);
        breaks_ = 0;
    }
    // A block inside an element: a list item or heading that has no words yet goes on in it.
    void begin_block(const Setting& setting) {
        Block next;
        if (!writer_.has_words())
            next = block_;
        next.place = setting.place;
        next.contents_entry = setting.contents;
        end_block(std::move(next));
    }
    void begin_other_block(const Setting& setting) {
        Block next;
        next.place = setting.place;
        next.contents_entry = setting.contents;
        end_block(std::move(next));
    }
    [[nodiscard]] bool words_inside(const GumboElement& element, unsigned depth) const {
        for (unsigned i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type == GUMBO_NODE_TEXT ? has_visible(child->v.text.text)
                                               : child->type == GUMBO_NODE_ELEMENT && depth < limits_.nesting && words_inside(child->v.element, depth + 1))
                return true;
        }
        return false;
    }

    // The place of a byte of the text. Gumbo counts bytes and lines; columns are code points.
    plan::Origin place(std::size_t offset) {
        if (offset < counted_to_) {
            counted_to_ = 0;
            line_ = column_ = 1;
        }
        for (; counted_to_ < offset; ++counted_to_) {
            if (text_[counted_to_] == '\n') {
                ++line_;
                column_ = 1;
            } else {
                column_ += (static_cast<unsigned char>(text_[counted_to_]) & 0xC0U) != 0x80U ? 1 : 0;
            }
        }
        plan::Origin where;
        where.line = line_;
        where.column = column_;
        return where;
    }

    // One line of text as decoded, with the place of its source.
    void add_line(std::string_view words, std::size_t offset, const Setting& setting) {
        if (words.empty())
            return;
        if (has_visible(words)) {
            breaks_ = 0;
            writer_.add(words, setting.look, place(offset));
        } else {
            writer_.add_space();
        }
    }
    void add_lines(std::string_view words, std::size_t offset, const Setting& setting) {
        for (std::size_t from = 0; from <= words.size();) {
            const std::size_t end = std::min(words.find('\n', from), words.size());
            add_line(words.substr(from, end - from), offset + from, setting);
            if (end < words.size()) {
                if (setting.preformatted)
                    end_block();
                else
                    writer_.add_space();
            }
            from = end + 1;
        }
    }

    // Decoded text beside its source: equal but for references such as "&amp;", which stand between equal stretches.
    void words(const GumboText& text, const Setting& setting) {
        const std::string_view decoded(text.text), source(text.original_text.data, text.original_text.length);
        const bool inside = text.original_text.data >= text_.data() && text.original_text.data + source.size() <= text_.data() + text_.size();
        const std::size_t offset = inside ? static_cast<std::size_t>(text.original_text.data - text_.data()) : 0;
        if (!inside || decoded == source)
            return add_lines(decoded, offset, setting);
        std::size_t to = 0, from = 0;
        while (to < decoded.size() && from < source.size()) {
            std::size_t equal = 0;
            while (to + equal < decoded.size() && from + equal < source.size() && decoded[to + equal] == source[from + equal] && source[from + equal] != '&')
                ++equal;
            add_lines(decoded.substr(to, equal), offset + from, setting);
            to += equal;
            from += equal;
            if (to == decoded.size() || from == source.size())
                break;
            // The reference ends where the words after it go on.
            std::size_t end = from + 1;
            while (end < source.size() && source[end] != ';' && source[end] != '&' && source[end] != ' ' && source[end] != '\n')
                ++end;
            end += end < source.size() && source[end] == ';' ? 1 : 0;
            const std::size_t next_reference = std::min(source.find('&', end), source.size());
            const std::string_view after = source.substr(end, std::min<std::size_t>(next_reference - end, 16));
            std::size_t next = after.empty() ? to : decoded.find(after, to + (after.front() == decoded[to] ? 1 : 0));
            if (after.empty())
                next = end == source.size() ? decoded.size() : to + character_size(decoded, to);
            if (next == std::string_view::npos)
                next = decoded.size();
            add_lines(decoded.substr(to, next - to), offset + from, setting);
            to = next;
            from = end;
        }
        if (to < decoded.size())
            add_lines(decoded.substr(to), offset + from, setting);
    }
    static std::size_t character_size(std::string_view text, std::size_t at) {
        std::size_t size = 1;
        while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U)
            ++size;
        return size;
    }

    [[nodiscard]] std::size_t offset_of(const GumboNode& node) const {
        return std::min<std::size_t>(node.v.element.start_pos.offset, text_.size());
    }

    void field(const GumboNode& node, const Setting& setting) {
        const GumboElement& element = node.v.element;
        const std::string type = lower(attribute(element, "type"));
        if (type == "hidden" || type == "submit" || type == "button" || type == "image" || type == "reset" || type == "password" || type == "file")
            return;
        writer_.add_space();
        if (type == "checkbox" || type == "radio") {
            writer_.add(has_attribute(element, "checked") ? "☒" : "☐", setting.look, place(offset_of(node)));
        } else if (const std::string_view value = attribute(element, "value"); has_visible(value)) {
            writer_.add(value, setting.look, place(offset_of(node)));
        } else {
            block_.form_field = true;
            unfilled_ = true;
            Setting prompt = setting;
            prompt.look.placeholder = true;
            writer_.add(attribute(element, "placeholder"), prompt.look, place(offset_of(node)));
        }
        writer_.add_space();
    }
    void selection(const GumboElement& element, const Setting& setting, unsigned depth) {
        const GumboNode* chosen = nullptr;
        std::vector<const GumboNode*> open;
        for (unsigned i = element.children.length; i-- > 0;)
            open.push_back(static_cast<const GumboNode*>(element.children.data[i]));
        while (!open.empty()) {
            const GumboNode* node = open.back();
            open.pop_back();
            if (node->type != GUMBO_NODE_ELEMENT)
                continue;
            if (node->v.element.tag == GUMBO_TAG_OPTION) {
                if (chosen == nullptr || (has_attribute(node->v.element, "selected") && !has_attribute(chosen->v.element, "selected")))
                    chosen = node;
                continue;
            }
            for (unsigned i = node->v.element.children.length; i-- > 0;)
                open.push_back(static_cast<const GumboNode*>(node->v.element.children.data[i]));
        }
        writer_.add_space();
        if (chosen != nullptr) {
            // The first choice of a list without a value is its prompt: "Please choose".
            Setting inside = setting;
            inside.look.placeholder = setting.look.placeholder || (has_attribute(chosen->v.element, "value") && attribute(chosen->v.element, "value").empty());
            children(*chosen, inside, depth + 1);
        }
        writer_.add_space();
    }

    void list_item(const GumboNode& node, const Setting& setting) {
        const GumboNode* list = node.parent;
        block_.list_item = true;
        block_.list_level = setting.list_level > 0 ? std::min(setting.list_level - 1, 8U) : 0;
        if (list == nullptr || list->type != GUMBO_NODE_ELEMENT || list->v.element.tag != GUMBO_TAG_OL)
            return;
        if (numbered_.empty() || numbered_.back().list != list)
            numbered_.push_back({list, has_attribute(list->v.element, "start") ? span_attribute(list->v.element, "start") : 1U});
        Numbered& counter = numbered_.back();
        if (has_attribute(node.v.element, "value"))
            counter.next = span_attribute(node.v.element, "value");
        const std::string_view type = attribute(list->v.element, "type");
        const std::uint32_t number = counter.next++;
        if ((type == "a" || type == "A") && number >= 1 && number <= 26)
            block_.list_label = std::string(1, static_cast<char>(type[0] + static_cast<char>(number - 1))) + ".";
        else
            block_.list_label = std::to_string(number) + ".";
    }

    void table(const GumboNode& node, const Setting& setting, unsigned depth) {
        begin_other_block(setting);
        // Captions stand before the grid.
        const GumboElement& element = node.v.element;
        for (unsigned i = 0; i < element.children.length; ++i)
            if (const auto* child = static_cast<const GumboNode*>(element.children.data[i]); child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_CAPTION)
                walk(*child, setting, depth + 1);
        begin_other_block(setting);
        writer_.begin_table();
        rows(node, setting, depth, false);
        writer_.end_table();
        begin_other_block(setting);
    }
    void rows(const GumboNode& node, const Setting& setting, unsigned depth, bool in_head) {
        const GumboElement& element = node.v.element;
        for (unsigned i = 0; i < element.children.length && failure().empty(); ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT || left_out(child->v.element))
                continue;
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT)
                rows(*child, setting, depth + 1, tag == GUMBO_TAG_THEAD);
            else if (tag == GUMBO_TAG_TR)
                row(*child, setting, depth + 1, in_head);
        }
    }
    void row(const GumboNode& node, const Setting& setting, unsigned depth, bool in_head) {
        const GumboElement& element = node.v.element;
        writer_.begin_row(in_head);
        for (unsigned i = 0; i < element.children.length && failure().empty(); ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT || (child->v.element.tag != GUMBO_TAG_TD && child->v.element.tag != GUMBO_TAG_TH))
                continue;
            const GumboElement& cell = child->v.element;
            Setting inside = setting;
            inside.look.bold = inside.look.bold || cell.tag == GUMBO_TAG_TH;
            inside.list_level = 0;
            const bool outer_unfilled = std::exchange(unfilled_, false);
            writer_.begin_cell(span_attribute(cell, "colspan"), span_attribute(cell, "rowspan"), place(offset_of(*child)));
            if (!left_out(cell)) {
                styled(cell, inside);
                begin_other_block(inside);
                children(*child, inside, depth + 1);
            }
            begin_other_block(setting);
            writer_.end_cell(unfilled_);
            unfilled_ = outer_unfilled;
        }
    }

    // A list of terms is a table without ruled lines: a term and, beside it, what is said of it.
    void terms(const GumboNode& node, const Setting& setting, unsigned depth) {
        begin_other_block(setting);
        const bool outer_unfilled = std::exchange(unfilled_, false); // of a cell around it
        writer_.begin_table();
        const GumboNode* open = nullptr;
        term_rows(node, setting, depth, open);
        if (open != nullptr)
            end_term_cell(setting);
        writer_.end_table();
        unfilled_ = outer_unfilled;
        begin_other_block(setting);
    }
    void term_rows(const GumboNode& node, const Setting& setting, unsigned depth, const GumboNode*& open) {
        const GumboElement& element = node.v.element;
        for (unsigned i = 0; i < element.children.length && failure().empty(); ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT || left_out(child->v.element))
                continue;
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_DIV && depth < limits_.nesting) {
                term_rows(*child, setting, depth + 1, open);
                continue;
            }
            if (tag != GUMBO_TAG_DT && tag != GUMBO_TAG_DD)
                continue;
            // A second definition goes on in the cell of the first.
            if (open == nullptr || tag == GUMBO_TAG_DT || open->v.element.tag == GUMBO_TAG_DT) {
                if (open != nullptr)
                    end_term_cell(setting);
                if (open == nullptr || tag == GUMBO_TAG_DT)
                    writer_.begin_row(false);
                writer_.begin_cell(1, 1, place(offset_of(*child)));
            }
            open = child;
            Setting inside = setting;
            inside.list_level = 0;
            inside.look.bold = inside.look.bold || tag == GUMBO_TAG_DT;
            styled(child->v.element, inside);
            begin_other_block(inside);
            children(*child, inside, depth + 1);
        }
    }
    void end_term_cell(const Setting& setting) {
        begin_other_block(setting);
        writer_.end_cell(std::exchange(unfilled_, false));
    }

    // Whether the element is not shown or its words are struck out.
    bool left_out(const GumboElement& element) {
        if (is_silent(element.tag))
            return true;
        const std::string_view style = attribute(element, "style");
        const bool hidden = has_attribute(element, "hidden") || (!style.empty() && (style_property(style, "display") == "none" || style_property(style, "visibility") == "hidden"));
        const bool struck = element.tag == GUMBO_TAG_S || element.tag == GUMBO_TAG_STRIKE || element.tag == GUMBO_TAG_DEL ||
                            (!style.empty() && (style_property(style, "text-decoration").find("line-through") != std::string::npos ||
                                                style_property(style, "text-decoration-line").find("line-through") != std::string::npos));
        if ((hidden || struck) && words_inside(element, 0))
            ++(hidden ? hidden_ : struck_);
        return hidden || struck;
    }
    // What the element's tag and style attribute say of its words.
    void styled(const GumboElement& element, Setting& setting) {
        switch (element.tag) {
        case GUMBO_TAG_B:
        case GUMBO_TAG_STRONG: setting.look.bold = true; break;
        case GUMBO_TAG_I:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_CITE: setting.look.italic = true; break;
        case GUMBO_TAG_U:
        case GUMBO_TAG_INS: setting.look.underline = true; break;
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TEXTAREA: setting.preformatted = true; break;
        case GUMBO_TAG_OL:
        case GUMBO_TAG_UL: ++setting.list_level; break;
        case GUMBO_TAG_NAV: setting.contents = true; break;
        case GUMBO_TAG_FOOTER: setting.place = plan::Place::footer; break;
        default: break;
        }
        if (element.tag == GUMBO_TAG_DIV && has_attribute(element, "title")) {
            const std::string_view title = attribute(element, "title"); // as LibreOffice writes them
            if (title == "header" || title == "footer")
                setting.place = title == "header" ? plan::Place::header : plan::Place::footer;
        }
        if (element.tag == GUMBO_TAG_DIV && (attribute(element, "id").starts_with("Table of Contents") || attribute(element, "id").starts_with("toc")))
            setting.contents = true;
        const std::string_view style = attribute(element, "style");
        if (style.empty())
            return;
        if (const std::string weight = style_property(style, "font-weight"); !weight.empty())
            setting.look.bold = weight == "bold" || weight == "bolder" || weight == "600" || weight == "700" || weight == "800" || weight == "900";
        if (const std::string slant = style_property(style, "font-style"); !slant.empty())
            setting.look.italic = slant != "normal";
        if (const auto size = points(style_property(style, "font-size")))
            setting.look.size = *size;
        if (style_property(style, "text-decoration").find("underline") != std::string::npos)
            setting.look.underline = true;
        if (style_property(style, "white-space").starts_with("pre"))
            setting.preformatted = true;
    }

    void children(const GumboNode& node, const Setting& setting, unsigned depth) {
        const GumboVector& inside = node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
        for (unsigned i = 0; i < inside.length && failure().empty(); ++i)
            walk(*static_cast<const GumboNode*>(inside.data[i]), setting, depth + 1);
    }

    void walk(const GumboNode& node, Setting setting, unsigned depth) {
        if (depth > limits_.nesting) {
            failure_ = "it has elements nested more than " + std::to_string(limits_.nesting) + " deep";
            return;
        }
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA)
            return words(node.v.text, setting);
        if (node.type == GUMBO_NODE_WHITESPACE) {
            if (setting.preformatted)
                return words(node.v.text, setting);
            return writer_.add_space();
        }
        if (node.type != GUMBO_NODE_ELEMENT)
            return node.type == GUMBO_NODE_DOCUMENT ? children(node, setting, depth) : void();
        const GumboElement& element = node.v.element;
        const GumboTag tag = element.tag;
        if (left_out(element))
            return;
        switch (tag) {
        case GUMBO_TAG_BR:
            // Two in a row part paragraphs, one parts words.
            if (setting.preformatted || ++breaks_ >= 2)
                end_block();
            writer_.add_space();
            return;
        case GUMBO_TAG_INPUT: return field(node, setting);
        case GUMBO_TAG_SELECT: return selection(element, setting, depth);
        case GUMBO_TAG_TABLE: return table(node, setting, depth);
        case GUMBO_TAG_DL: return terms(node, setting, depth);
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_IMAGE: ++pictures_; return;
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_FRAME:
        case GUMBO_TAG_EMBED: ++frames_; return;
        default: break;
        }
        const Setting outer = setting;
        styled(element, setting);
        if (!is_block(tag))
            return children(node, setting, depth);
        begin_block(setting);
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
            block_.heading_level = static_cast<std::uint32_t>(tag - GUMBO_TAG_H1) + 1;
        if (tag == GUMBO_TAG_LI)
            list_item(node, setting);
        children(node, setting, depth);
        begin_other_block(outer);
        if (tag == GUMBO_TAG_OL && !numbered_.empty() && numbered_.back().list == &node)
            numbered_.pop_back();
    }

    struct Numbered {
        const GumboNode* list;
        std::uint32_t next;
    };

    std::string_view text_;
    BlockWriter writer_;
    Document& document_;
    const Limits& limits_;
    std::string failure_;
    Block block_; // what is known of the block whose words are coming
    std::vector<Numbered> numbered_;
    unsigned breaks_ = 0;
    bool unfilled_ = false; // a field of this cell is
    std::size_t counted_to_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
    std::uint32_t struck_ = 0, hidden_ = 0, pictures_ = 0, frames_ = 0;
};

} // namespace

Result<Document> read_html(std::string_view bytes, std::string_view path, const Limits& limits) {
    const Result<Decoded> decoded = decode(bytes, path, declared_encoding(bytes));
    if (!decoded)
        return decoded.error();
    Document document;
    document.path = path;
    document.format = "html";
    if (!decoded->encoding.empty())
        document.notes.push_back("read as " + decoded->encoding);
    constexpr std::uint32_t nodes_to_elements = 4; // gumbo's elements are as large as some of pugixml's
    const std::string_view again = "open it in Word and save it as .docx";
    if (static_cast<std::uint64_t>(std::ranges::count(decoded->text, '<')) > limits.xml_nodes / nodes_to_elements)
        return Error{std::string(path), "it holds more than " + std::to_string(limits.xml_nodes / nodes_to_elements) + " elements", std::string(again)};
    // Sloppy pages leave some elements open, which are no nesting that anybody meant.
    if (deepest(decoded->text) > 4 * limits.nesting)
        return Error{std::string(path), "it has elements nested more than " + std::to_string(limits.nesting) + " deep", std::string(again)};
    GumboOptions options = kGumboDefaultOptions;
    options.tab_stop = 1;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> page(gumbo_parse_with_options(&options, decoded->text.data(), decoded->text.size()), destroy);
    if (!page)
        return Error{std::string(path), "this web page cannot be taken apart", "open it in a browser and save it again"};
    document.title = title_of(page->root);
    HtmlReader reader(decoded->text, document, limits);
    reader.run(page->root);
    if (const std::string failure = reader.failure(); !failure.empty())
        return Error{std::string(path), failure, std::string(again)};
    return document;
}

} // namespace ehc::read

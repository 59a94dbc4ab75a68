// The text of an OpenDocument text: body, header, footer and notes to blocks, with what was left out counted. As in a Word
// document, it reads what stands there with tracked changes accepted (deleted text is kept apart from the body by the format).
//
// Errors: too many blocks or elements nested too deep; failure() says which.
// Source: OpenDocument 1.3 part 3: 5 (paragraphs, lists, changes), 7 (fields), 9 (tables), 10 (frames), 13 (forms).
#pragma once

#include "read/block_writer.hpp"
#include "read/odt_styles.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read::odt {

// How often something was met, and where first.
struct Tally {
    std::uint32_t count = 0;
    plan::Origin first;
};

class BodyReader {
  public:
    // All must outlive the reader.
    BodyReader(const Styles& styles, const Limits& limits, Document& document)
        : styles_(styles), limits_(limits), document_(document), writer_(document, limits) {}

    // Reads one story: the body, a header or a footer.
    void read(pugi::xml_node story, plan::Place place);
    // Reads the notes that the stories so far refer to.
    void read_notes();

    [[nodiscard]] std::string failure() const { return failure_.empty() ? writer_.failure() : failure_; }

    Tally tracked_changes, struck_through, hidden, highlighted, comments;
    std::uint32_t pictures = 0, embedded = 0;

  private:
    struct Setting {
        Characters characters;
        bool placeholder = false;
    };
    struct List {
        const ListStyle* style = nullptr;
        std::string style_name;
        std::size_t level = 0;
        bool item_begun = false; // the item's first paragraph carries the label
        bool header = false;
        std::array<std::int32_t, 10>* numbers = nullptr;
    };

    void walk_blocks(pugi::xml_node parent, unsigned depth);
    void paragraph(pugi::xml_node node, unsigned depth, bool heading);
    void walk_inline(pugi::xml_node parent, const Setting& setting, unsigned depth);
    void inline_element(pugi::xml_node node, const Setting& setting, unsigned depth);
    void add(std::string_view text, const Setting& setting);
    void frame(pugi::xml_node node, unsigned depth);
    void form_control(std::string_view id, const Setting& setting);
    void fieldmark(pugi::xml_node node, const Setting& setting);
    void list(pugi::xml_node node, unsigned depth);
    void table(pugi::xml_node node, unsigned depth);
    void rows(pugi::xml_node parent, bool header, unsigned depth);
    void row(pugi::xml_node node, bool header, unsigned depth);
    void collect_changes(pugi::xml_node node);
    void collect_controls(pugi::xml_node node);
    void count(Tally& tally);
    [[nodiscard]] bool too_deep(unsigned depth);

    const Styles& styles_;
    const Limits& limits_;
    Document& document_;
    BlockWriter writer_;
    std::string failure_;

    plan::Place place_ = plan::Place::body;
    std::uint32_t paragraph_number_ = 0; // of the body
    std::uint32_t contents_ = 0;         // tables of contents around what is read
    std::uint32_t hidden_parts_ = 0;
    std::vector<List> lists_;
    std::map<std::string, std::array<std::int32_t, 10>, std::less<>> numbers_by_list_, numbers_by_style_;
    std::array<std::int32_t, 10> outline_numbers_{};
    std::vector<pugi::xml_node> boxes_, notes_;
    std::map<std::string, pugi::xml_node, std::less<>> controls_;
    bool form_field_ = false, cell_unfilled_ = false;
    bool struck_run_ = false, hidden_run_ = false, highlighted_run_ = false; // inside such a passage
};

} // namespace ehc::read::odt

// The text of a Word document: body, header, footer or note to blocks, with what was left out counted.
//
// One object reads one document: body first, then the other stories. It reads what stands there with tracked changes
// accepted, and keeps the nth-paragraph count that docx.hpp promises.
// Errors: too many blocks or elements nested too deep; failure() says which, and the blocks so far are of no use.
// Source: ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables), 17.5.2 (content controls), 17.13.5 (revisions), 17.16 (fields).
#pragma once

#include "read/docx.hpp"
#include "read/docx_numbering.hpp"
#include "read/docx_styles.hpp"
#include "read/paragraph_text.hpp"
#include "read/docx_xml.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read::docx {

// How often something was met, and where first.
struct Tally {
    std::uint32_t count = 0;
    plan::Origin first;
};

class BodyReader {
  public:
    // All must outlive the reader; blocks and extracted text go into `document`.
    BodyReader(const Styles& styles, Numbering& numbering, const Limits& limits, Document& document)
        : styles_(styles), numbering_(numbering), limits_(limits), document_(document) {}

    // Reads one story: the body, a header, a footer or a note.
    void read(pugi::xml_node story, plan::Place place);

    // Why reading stopped; empty when it did not.
    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

    // What the body refers to, each once, in order.
    std::vector<std::string> headers, footers;     // relationship ids
    std::vector<std::string> footnotes, endnotes;  // note ids
    Tally tracked_changes, struck_through, hidden, highlighted; // passages
    std::uint32_t pictures = 0;                    // of the body
    std::uint32_t embedded = 0;                    // objects and documents of other programs
    bool unfinished_field = false;                 // words were lost in a field without an end
    std::vector<TextSource>* sources = nullptr;    // where to record where the body's text stands, text boxes aside

  private:
    // How the characters of a run are set, worked out through all levels.
    struct Setting {
        Look look;
        bool struck = false, hidden = false, highlighted = false, symbol_font = false;
    };
    // The paragraph that is being put together: several w:p where marks between them are deleted.
    struct Paragraph {
        const Style* style = nullptr;
        std::optional<std::uint32_t> outline;
        NumberingUse numbering;
        Setting plain; // of runs without properties of their own
    };
    struct Field {
        std::string code;
        bool in_result = false;
        bool contents = false;       // makes a table of contents
        std::size_t result_at = 0;   // size of the paragraph's text where the result begins
        std::uint64_t paragraph = 0; // serial number of the paragraph in which the result begins
        std::uint64_t left_out = 0;
        std::uint64_t words_in_codes = 0;
        pugi::xml_node form;
    };
    // One level of recursion, counted while it lives; too many are a failure.
    class Level {
      public:
        explicit Level(BodyReader& reader);
        ~Level() { --reader_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        BodyReader& reader_;
    };
    // Fields do not cross the edge of a cell, text box or story: those outside rest, those inside end with it.
    class FieldScope {
      public:
        explicit FieldScope(BodyReader& reader);
        ~FieldScope();
        FieldScope(const FieldScope&) = delete;
        FieldScope& operator=(const FieldScope&) = delete;

      private:
        BodyReader& reader_;
        std::vector<Field> fields_;
        std::uint32_t codes_;
    };
    struct PlannedCell;
    struct PlannedRow;

    void walk_blocks(pugi::xml_node parent);
    void paragraph(pugi::xml_node node);
    void end_paragraph();
    void emit(bool form_field, const std::string& label);
    void walk_inline(pugi::xml_node parent);
    void run(pugi::xml_node node);
    void run_content(pugi::xml_node node, const Setting& setting);
    void add(std::string_view text, const Setting& setting);
    void text_node(pugi::xml_node parent, const Setting& setting);
    void graphic(pugi::xml_node node);
    void symbol_character(pugi::xml_node node, const Setting& setting);
    void content_control(pugi::xml_node node, bool is_inline, const std::function<void(pugi::xml_node content)>& walk);

    void field_character(pugi::xml_node node, const Setting& setting);
    void begin_field(pugi::xml_node form);
    void begin_result();
    void end_field(const Setting& setting);
    void complete(const Field& field, const Setting& setting);

    void table(pugi::xml_node node);
    void plan_rows(pugi::xml_node parent, std::vector<PlannedRow>& rows);
    void plan_cells(pugi::xml_node parent, pugi::xml_node control, PlannedRow& row, std::uint32_t& column);
    void cell(const PlannedCell& planned, const Cell& place, const Characters& look);

    [[nodiscard]] Setting resolve(const Characters& own, const Style* character_style) const;
    void tracked(pugi::xml_node node, std::string_view kind);
    void untracked() { revision_.clear(); }
    void count(Tally& tally);
    void skip(pugi::xml_node node);
    void refer(pugi::xml_node section_properties);

    const Styles& styles_;
    Numbering& numbering_;
    const Limits& limits_;
    Document& document_;
    std::string failure_;
    std::uint32_t depth_ = 0;

    plan::Place place_ = plan::Place::body;
    std::uint32_t paragraph_number_ = 0; // of the body
    std::uint32_t in_text_box_ = 0;
    std::uint32_t tables_ = 0;

    ParagraphText text_;
    Paragraph current_;
    bool open_ = false;
    bool form_field_ = false;
    std::uint64_t serial_ = 0;            // of the paragraph being put together
    std::uint32_t text_paragraph_ = 0;    // number of the w:p that brought its first words
    std::uint64_t left_out_ = 0;          // pieces of struck or hidden text met so far
    bool struck_run_ = false, hidden_run_ = false, highlighted_run_ = false; // inside such a passage
    std::vector<TextSource> own_sources_;    // of the paragraph; `at` in its text
    std::vector<Copied> copied_;
    std::vector<pugi::xml_node> text_boxes_; // held by the paragraph, read after it
    std::vector<std::string> drawn_words_;   // watermarks held by the paragraph of a header or footer, told after it

    std::optional<Cell> cell_;
    std::uint32_t cell_blocks_ = 0;
    bool cell_unfilled_ = false;
    Characters table_characters_;

    std::uint32_t placeholders_ = 0; // content controls showing their prompt, around what is being read
    std::uint32_t contents_ = 0;     // content controls holding a table of contents
    std::optional<std::string_view> box_; // a check box to show in place of the control's own character; empty when shown

    std::vector<Field> fields_;
    std::uint32_t codes_ = 0;           // fields whose code is being read
    std::uint64_t words_in_codes_ = 0;  // pieces of text met where a field's code should be

    std::string revision_; // kind and author of the revision that the text before belongs to
    std::uint32_t in_revision_ = 0;
};

} // namespace ehc::read::docx

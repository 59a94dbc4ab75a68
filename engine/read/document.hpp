// What every reader makes of a file: its blocks of text in reading order, each with its place, and what the format keeps
// beside the text. A reader knows its format and nothing of plans; recognise.hpp turns a Document into a plan.
#pragma once

#include "base/allowance.hpp"
#include "base/result.hpp"
#include "plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ehc::read {

// How one stretch of text was set. Bytes of Block::text.value.
struct Run {
    Span span;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool struck = false; // by formats that keep such text; Word's reader leaves struck and hidden text out
    bool hidden = false;
    bool placeholder = false; // the prompt of an unfilled content control, form field or merge field
};

// Where a block stands when it is in a table. Rows and columns count from 0; spans are at least 1. A cell with several
// paragraphs is several blocks with the same table, row and column.
struct Cell {
    std::uint32_t table = 0; // nth table of the document, from 1; a nested table has its own number
    std::uint32_t row = 0;
    std::uint32_t column = 0;      // grid column, merged cells counted in full
    std::uint32_t column_span = 1;
    std::uint32_t row_span = 1;    // a cell merged downwards appears once, in its first row
    std::uint32_t columns = 0;     // grid columns of the whole table
    bool header_row = false;       // the format marks this row as a repeating heading
    bool operator==(const Cell&) const = default;
};

struct Block {
    plan::Place place = plan::Place::body;
    std::uint32_t heading_level = 0; // 1 to 9 by the format's own outline level or heading style; 0 when it has none
    bool list_item = false;
    std::string list_label;   // "1.", "a)" where the format numbers the item itself; bullets are empty
    std::uint32_t list_level = 0;
    std::string label;        // what the format itself calls the text: "child: date of birth", "F1"; no part of it
    std::optional<Cell> cell;
    plan::Text text;          // white space folded; empty cells are blocks with empty text
    std::vector<Run> runs;    // only those that differ from plain; in order
    bool all_bold = false;    // every visible letter is bold
    double font_size = 0;     // points, of the first visible run; 0 when the format does not say
    bool form_field = false;  // holds a content control or merge field that is still unfilled
    bool contents_entry = false; // a line of a table of contents, not the heading it names
};

struct Document {
    std::string path;   // as the user named it
    std::string format; // "docx", "xml"
    std::string sha256; // of the file's bytes, lower-case hex; set by read()
    std::vector<Block> blocks;  // body order, then headers, footers and notes
    std::string extracted;      // the blocks' texts, a newline after each; spans in Origins are offsets into this
    plan::Marks marks;
    plan::Properties properties;
    std::string title;          // that the format itself gives the document
    std::vector<std::string> notes; // what a person should know: "3 tracked changes, read as accepted"
    std::string unread_heads;       // why a header or watermark may say what could not be read, "page 1 bears a drawing behind its words"
    std::string unread;             // what of it could not be read, "page 3 is a picture"; fields that may stand there are unreadable
    std::optional<plan::Plan> plan; // already a plan (canonical XML): the recogniser keeps it
    std::string recognised_as;      // set by a reader that knows what the file is ("a children-in-need return"), else empty
    plan::Kind kind = plan::Kind::other; // meaningful when recognised_as is set
    std::optional<plan::Kind> told;      // what the format says it is, of a document whose plan is still to be recognised
    std::string told_by;                 // the sign of it in words: "it has a part Advice_Giver"
    std::vector<plan::Plan> people;      // of a return: one plan for each request, without names
    std::size_t persons = 0;             // how many people they belong to
};

// Bounds of one document. Passing one is an Error for that document alone.
struct Limits {
    std::uint64_t file_bytes = 64ULL << 20;      // the file as it stands on disk
    std::uint64_t unpacked_bytes = 256ULL << 20; // all parts of a container together
    std::uint64_t unpack_ratio = 200;            // unpacked to packed, once over a megabyte
    std::uint32_t container_entries = 10'000;
    std::uint32_t archive_entries = 100'000;     // of a zip archive of documents
    std::uint32_t archive_depth = 3;             // archives inside archives
    std::uint32_t nesting = 256;                 // elements inside elements
    std::uint64_t xml_nodes = 8'000'000;         // elements and attributes of one part
    std::uint64_t json_values = 1'000'000;       // names and brackets not counted
    std::uint32_t blocks = 20'000;            // ten times those of the longest plans: bounds the time of an audit
    std::uint32_t pages = 2'000;
    std::uint32_t recognised_pages = 200;        // of a PDF, by text recognition
    std::uint32_t seconds = 30;                  // of computing in a helper program, for one document, or one picture of a page
    std::uint32_t computing = 120;               // seconds of this program's own, for one document
    Allowance* allowance = nullptr;              // what is left of them while a document is worked on
};

} // namespace ehc::read

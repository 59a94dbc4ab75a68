// The raw text of an XML file: brought to UTF-8, and read again beside pugixml's tree, so that every text knows where each of
// its bytes stands in the file.
//
// Units: offsets are bytes of the UTF-8 text that xml_as_utf8 gives; lines and columns count from 1, columns in code points.
// For a UTF-16 or Windows-1252 file they are what an editor shows, since code points stay as they are.
// White space (the non-breaking space too) is folded: runs become one space, none at either end.
#pragma once

#include "base/result.hpp"
#include "base/source.hpp"
#include "plan/origin.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

// UTF-8 and UTF-16 with or without a byte-order mark, and Windows-1252 or Latin-1 where the file declares it. The answer is
// a view of `bytes` or, where they had to be converted, of `store`; no byte-order mark. Error: another encoding, bytes that
// are not of the encoding, or a control character that XML does not allow.
[[nodiscard]] Result<std::string_view> xml_as_utf8(std::string_view bytes, std::string_view path, std::string& store);

// Line and column of offsets, one walk over the text as long as they grow; an earlier offset starts the walk again.
class LineWalk {
  public:
    explicit LineWalk(std::string_view text) : text_(text) {}
    [[nodiscard]] Place at(std::uint32_t offset);

  private:
    std::string_view text_;
    std::uint32_t offset_ = 0;
    Place place_{1, 1};
};

// What is wrong at an offset: lower-case phrases, as in Error.
struct XmlFault {
    std::uint32_t offset = 0;
    std::string what;
    std::string remedy;
};

// The first fault found and how many there are: one document gives one error.
class XmlFaults {
  public:
    void add(std::uint32_t offset, std::string what, std::string remedy);
    [[nodiscard]] bool any() const noexcept { return count_ != 0; }
    [[nodiscard]] Error error(std::string_view path, std::string_view text) const;

  private:
    XmlFault first_;
    std::size_t count_ = 0;
};

// Makes one folded text of stretches of character data, CDATA sections and attribute values. Pieces carry line and column;
// block and span are for the caller to add.
class TextFolder {
  public:
    // At most `pieces_left` pieces are made, over all folders that share the count; more is a fault.
    TextFolder(std::string_view source, LineWalk& lines, XmlFaults& faults, std::uint32_t& pieces_left)
        : source_(source), lines_(lines), faults_(faults), pieces_left_(pieces_left) {}

    void character_data(std::uint32_t begin, std::uint32_t end); // references are decoded
    void literal_data(std::uint32_t begin, std::uint32_t end);   // of a CDATA section
    [[nodiscard]] bool empty() const noexcept { return text_.value.empty(); }
    [[nodiscard]] plan::Text take(); // and starts the next text

  private:
    struct Reference {
        std::uint32_t size = 1;
        std::uint32_t code_point = 0;
    };
    void add(std::uint32_t begin, std::uint32_t end, bool references);
    void add_white(std::uint32_t at, std::uint32_t size);
    void add_visible(std::uint32_t at, std::string_view bytes, bool in_step);
    [[nodiscard]] Reference reference(std::uint32_t at, std::uint32_t end);
    void start_piece(std::uint32_t at);

    static constexpr std::uint32_t nowhere = ~0U;
    std::string_view source_;
    LineWalk& lines_;
    XmlFaults& faults_;
    std::uint32_t& pieces_left_;
    plan::Text text_;
    std::uint32_t next_ = nowhere;  // offset at which source and value still run in step
    std::uint32_t white_ = nowhere; // white space seen and not yet written
    std::uint32_t white_size_ = 0;
};

// An attribute of a start tag as it stands in the source, quotes left out.
struct RawAttribute {
    std::string_view name;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
// Of the start tag whose name begins at `name_at`. The tag has already been parsed, so it is well formed.
[[nodiscard]] std::vector<RawAttribute> attributes_of(std::string_view source, std::uint32_t name_at);

} // namespace ehc::read

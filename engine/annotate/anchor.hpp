// Where in the XML of a Word document's main part a comment begins and ends, and the part with marks put there.
//
// Marks stand between runs; a run is split where words begin or end inside it, both halves set alike. Where a run must stay
// whole (fields, formulae, controls bound to data, alternatives for older programs), the marks stand around all of it.
// Errors: a part whose text is not where the reader found it, as in UTF-16, has no anchors.
// Source: ECMA-376 part 1, 17.13.4 (comments), 17.3.2 (runs), 17.5.2 (content controls), 17.16.2 (fields).
#pragma once

#include "annotate/xml_map.hpp"
#include "base/span.hpp"
#include "read/docx.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::annotate {

struct Anchor {
    std::size_t begin = 0, end = 0; // bytes of the part: where the words stand, or the elements that hold them
    bool exact = false;             // at the words asked for, not at something near
};

class Anchors {
  public:
    // All must outlive the anchors. `xml` is the main part.
    Anchors(const read::DocxSource& source, std::string_view xml);

    // Nothing where the document has no text to hold a comment.
    [[nodiscard]] std::optional<Anchor> at(std::uint32_t block, Span span) const;

    // Marks comment `id` there.
    void mark(const Anchor& anchor, std::uint32_t id);
    // The part with all marks in it.
    [[nodiscard]] std::string marked() const;

  private:
    struct Text { // a text node and what is around it
        std::uint32_t element = 0; // its w:t
        std::uint32_t outer = 0;   // what marks may stand beside
        bool divisible = false;    // `outer` is its run, which may be split
    };
    struct Marks {
        std::string ends, starts;
    };
    struct Stretch {
        std::size_t begin = 0, end = 0;
    };

    void find_fields();
    [[nodiscard]] const Stretch* field_around(std::size_t at) const;

    [[nodiscard]] std::optional<Text> text_at(std::size_t node) const;
    [[nodiscard]] std::optional<std::size_t> position(const read::TextSource& source, std::uint32_t at) const;
    [[nodiscard]] std::optional<Anchor> over(Span span) const;
    [[nodiscard]] Span span_of(std::uint32_t block) const;
    [[nodiscard]] bool is_atom(std::uint32_t element) const;
    [[nodiscard]] bool may_split(std::uint32_t text, std::uint32_t run) const;

    const read::DocxSource& source_;
    std::string_view xml_;
    XmlMap map_;
    std::string prefix_;  // "w:"
    std::string declared_; // a declaration of the prefix, where the part has none of its own
    std::vector<Stretch> fields_; // from the run that begins a field to the one that ends it, of one paragraph; outermost, in order
    std::map<std::size_t, Marks> marks_;
};

// The namespace of a part's main vocabulary: ISO/IEC 29500 strict or, as Word writes it, transitional.
[[nodiscard]] bool is_strict(std::string_view part);
[[nodiscard]] std::string_view main_namespace(bool strict);

} // namespace ehc::annotate

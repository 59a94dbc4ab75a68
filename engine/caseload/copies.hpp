// Copies of documents with their findings in them, one file each: a Word plan with comments at the words at fault, any other
// document as a page with its text and the findings beside it.
//
// A copy keeps its document's name, below the folder that all documents have in common; a page has ".html" behind it. The same
// documents and reports give the same bytes. Each copy is written whole or not at all, never over a document.
// Errors: of places that cannot be written to or would mix copies with documents; a document that changed while it was audited.
#pragma once

#include "base/result.hpp"
#include "finding/finding.hpp"
#include "read/document.hpp"
#include "read/programs.hpp"

#include <span>
#include <string>
#include <vector>

namespace ehc::caseload {

class Copies {
  public:
    // `place` is a folder, or for one document a file whose name ends in .docx or .html. `paths` are those that the user named,
    // `documents` what was found in them. Nothing is made before the first copy is written.
    [[nodiscard]] static Result<Copies> to(const std::string& place, std::span<const std::string> paths, std::vector<std::string> documents);

    // Writes the copy of one document; none of a document that could not be read. The result is where it was written.
    // `head` is the report that the document's belongs to.
    [[nodiscard]] Result<std::string> write(const finding::Report& head, const finding::DocumentReport& document, const read::Limits& limits,
                                            const read::Programs& programs = {}) const;

  private:
    Copies() = default;
    [[nodiscard]] std::string place_of(const std::string& document) const;

    std::string place_;
    bool is_file_ = false;
    std::vector<std::string> documents_;
    std::string common_; // folder that all documents are in, with a '/' behind it; may be empty
};

// The text of a document that was audited, for a page that shows it; none where it cannot be had any more.
[[nodiscard]] std::vector<finding::Passage> text_of(const finding::DocumentReport& document, const read::Limits& limits, const read::Programs& programs = {});

} // namespace ehc::caseload

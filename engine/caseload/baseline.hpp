// Findings that were there on a day from which only new ones count: a text file, a line a kind of finding, sorted so that a
// version control shows what came and went.
//
//     ehcaudit-baseline 1
//     EHC-F01 F 2 3f2a9c0d5e7b41c6a8d90e1f2b3c4d5e plans/amara.docx
//
// Rule, section ("-" for none), how many, fingerprint, document. Fingerprints hold no words of a plan (see decisions on
// fingerprints in engine/audit); with --redact the document is a pseudonym.
// Errors: the file with its line. A file that is missing or broken is never an empty one.
#pragma once

#include "base/result.hpp"
#include "finding/finding.hpp"

#include <map>
#include <string>
#include <tuple>

namespace ehc::caseload {

class Baseline {
  public:
    [[nodiscard]] static Result<Baseline> parse(const std::string& text, const std::string& name);
    [[nodiscard]] std::string text() const;

    // Takes the document's findings that are in the baseline out of them, as often as each is in it, and names those that are in
    // it and no longer found.
    void apply(finding::DocumentReport& document) const;
    // All findings of the document, known ones too, in place of what was here of it. Documents that could not be read keep
    // what they had.
    void take(const finding::DocumentReport& document);

    struct Change {
        std::size_t added = 0, gone = 0;
    };
    // From the other to this one.
    [[nodiscard]] Change since(const Baseline& other) const;
    // Documents that are in it.
    [[nodiscard]] std::size_t documents() const noexcept { return entries_.size(); }
    // Those of them that `seen` does not name.
    [[nodiscard]] std::size_t documents_beside(const std::vector<std::string>& seen) const;

  private:
    struct Key {
        std::string rule, section, fingerprint;
        auto operator<=>(const Key&) const = default;
    };
    using Counts = std::map<Key, std::size_t>;
    static Key key_of(const finding::Finding& finding);

    std::map<std::string, Counts> entries_; // by document
};

} // namespace ehc::caseload

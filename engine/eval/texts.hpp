// The texts of one plan, each analysed and scanned once, on first use, whatever the number of rules that ask.
#pragma once

#include "compile/compiled.hpp"
#include "text/analysis.hpp"
#include "text/likeness.hpp"
#include "text/pattern.hpp"
#include "text/readability.hpp"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ehc::eval {

// The words of a text with everything that was found in them; shared by texts that read alike (an item and the paragraph it
// was read from).
struct Scanned {
    Scanned(std::string_view words, const text::Matcher& matcher);
    text::Analysis analysis;
    std::vector<text::Match> matches; // sorted by pattern, then place
    std::vector<std::uint32_t> from;  // of each pattern and one more: where its matches begin
};

// A text of the plan, and where it stands.
struct Analysed {
    const plan::Text* text = nullptr;
    Scanned* scanned = nullptr;
    std::optional<plan::Letter> section;

    [[nodiscard]] const text::Analysis& analysis() const { return scanned->analysis; }
};

// Words of a text: tokens [first, last) of an analysed one.
struct TextView {
    Analysed* in = nullptr;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] Span span() const; // bytes of the text's value
    [[nodiscard]] std::string_view words() const;
    bool operator==(const TextView&) const = default;
};

// The texts of several sections, in the plan's order; owned by Texts.
struct TextViews {
    std::vector<TextView> views;
    // Of the sections that gave no text, the state that says most, and why one could not be read: what is not found in
    // the others may stand there.
    plan::State others = plan::State::missing;
    std::string because;

    [[nodiscard]] bool in_doubt() const noexcept { return others == plan::State::unreadable; }
};

// One place where a wording stands.
struct Mention {
    Analysed* in = nullptr;
    const text::Match* match = nullptr;

    [[nodiscard]] std::string_view words() const;
    [[nodiscard]] TextView sentence() const;
    [[nodiscard]] TextView paragraph() const;
    [[nodiscard]] std::optional<plan::Letter> section() const;
};

class Texts {
  public:
    Texts(const compile::CompiledRules& rules, const plan::Plan& plan);

    // The text must live as long as this object; `section` is where it stands. A text that is a stretch of whole lines of its
    // section is a view of that, so that the words of a section are read once and not again for each of its items.
    const TextView& view(const plan::Text& text, std::optional<plan::Letter> section);
    // A text that is kept here: a constant of a rule, a value in words.
    Analysed& own(std::string value);
    // Texts of the sections of a mask of letters; empty when none has any.
    const TextViews& of_sections(std::uint32_t letters);
    [[nodiscard]] TextView whole(Analysed& analysed) const;

    // Adds where any of the wordings stands in the view, in order, exceptions taken out and a hit inside another left out.
    void mentions(const std::vector<std::uint32_t>& wordings, const TextView& view, std::vector<Mention>& found) const;
    [[nodiscard]] bool mentions_any(const std::vector<std::uint32_t>& wordings, const TextView& view) const;
    // Of the content words in the view.
    const std::vector<std::string>& stems(const TextView& view);
    // The words in the view, without signs.
    const std::vector<text::WordId>& words(const TextView& view);
    // The same made ready for being compared.
    const text::WordList& word_list(const TextView& view);
    const text::ReadingLoad& reading_load(const TextView& view);
    const std::optional<double>& weekly_minutes(const TextView& view);
    text::WordIds& word_ids() { return word_ids_; }

  private:
    Analysed& add(const plan::Text& text, std::optional<plan::Letter> section);
    std::optional<TextView> inside_section(const plan::Text& text, plan::Letter letter);

    const compile::CompiledRules& rules_;
    const plan::Plan& plan_;
    std::deque<plan::Text> kept_;
    std::deque<Scanned> scanned_;
    std::deque<Analysed> all_;
    // Looked up, never walked: their order shows nowhere.
    std::unordered_map<std::string_view, Scanned*> by_words_;
    std::unordered_map<const plan::Text*, TextView> known_;
    // What was worked out of each view; looked up, never walked.
    struct HashOfView {
        std::size_t operator()(const TextView& view) const noexcept;
    };
    template <class T> using OfViews = std::unordered_map<TextView, T, HashOfView>;
    OfViews<std::vector<std::string>> stems_;
    OfViews<std::vector<text::WordId>> words_;
    OfViews<text::ReadingLoad> reading_loads_;
    OfViews<std::optional<double>> weekly_minutes_;
    OfViews<text::WordList> word_lists_;
    text::WordIds word_ids_;
    // Of each section, where the pieces of its text stand in the document, in that order.
    std::array<std::optional<std::vector<plan::Piece>>, plan::letter_count> pieces_;
    std::unordered_map<std::uint32_t, TextViews> sections_;
};

} // namespace ehc::eval

// The texts of one plan, each analysed and scanned once, on first use, whatever the number of rules that ask.
#pragma once

#include "compile/compiled.hpp"
#include "text/analysis.hpp"
#include "text/pattern.hpp"

#include <deque>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ehc::eval {

// A text with everything that was found in it.
struct Analysed {
    const plan::Text* text;
    text::Analysis analysis;
    std::vector<text::Match> matches; // sorted by pattern, then place
    // Sections by the byte at which they begin, for texts joined from several; one entry at 0 for the others.
    std::vector<std::pair<std::uint32_t, plan::Letter>> sections;
    std::vector<std::string> stems; // content words, filled on first use
    bool stemmed = false;

    [[nodiscard]] std::optional<plan::Letter> section_at(std::uint32_t byte) const;
};

// Words of a text: tokens [first, last) of an analysed one.
struct TextView {
    Analysed* in = nullptr;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] Span span() const; // bytes of the text's value
    [[nodiscard]] std::string_view words() const;
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

    // The text must live as long as this object; `section` is where it stands.
    Analysed& analysed(const plan::Text& text, std::optional<plan::Letter> section);
    // A text that is kept here: a constant of a rule, a value in words.
    Analysed& own(std::string value);
    // Texts of several sections, joined in the order of the plan's letters; null when none has any.
    Analysed* joined(std::uint32_t letters);
    [[nodiscard]] TextView whole(Analysed& analysed) const;

    // Where any of the wordings stands in the view, in order, exceptions taken out and a hit inside another left out.
    [[nodiscard]] std::vector<Mention> mentions(const std::vector<std::uint32_t>& wordings, const TextView& view) const;
    [[nodiscard]] bool mentions_any(const std::vector<std::uint32_t>& wordings, const TextView& view) const;
    [[nodiscard]] const std::vector<std::string>& stems(Analysed& analysed) const;

  private:
    Analysed& add(const plan::Text& text);

    const compile::CompiledRules& rules_;
    const plan::Plan& plan_;
    std::deque<plan::Text> kept_;
    std::deque<Analysed> all_;
    std::unordered_map<const plan::Text*, Analysed*> known_;    // looked up, never walked: its order shows nowhere
    std::unordered_map<std::uint32_t, Analysed*> joined_;
};

} // namespace ehc::eval

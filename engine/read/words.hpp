// The words of one block, for telling headings, labels and roles apart.
//
// Shapes: folded words and numbers in order, each with its bytes in the original; signs are dropped, but "&" is "and" and
// "/" parts words. Letters and digits are apart: "H1" is "h" and "1". A phrase is folded words with single spaces; one that
// ends in "*" also finds longer last words ("outcome*").
// Errors: none.
#pragma once

#include "base/span.hpp"
#include "plan/choices.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

// Words [first, last).
struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

class Words {
  public:
    Words() = default;
    // Keeps a view of `original`, which must outlive this.
    explicit Words(std::string_view original);

    [[nodiscard]] std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(spans_.size()); }
    [[nodiscard]] bool empty() const noexcept { return spans_.empty(); }
    [[nodiscard]] std::string_view word(std::uint32_t index) const noexcept; // empty beyond the end
    [[nodiscard]] Span span(std::uint32_t index) const noexcept { return spans_[index]; }
    [[nodiscard]] std::string_view original() const noexcept { return original_; }
    // What stands between word `index` - 1 and word `index` in the original, its ends included.
    [[nodiscard]] std::string_view gap_before(std::uint32_t index) const noexcept;
    // True when the word begins with a capital letter in the original.
    [[nodiscard]] bool capital(std::uint32_t index) const noexcept;
    // All words with single spaces.
    [[nodiscard]] const std::string& plain() const noexcept { return plain_; }

    [[nodiscard]] std::optional<WordRange> find(std::string_view phrase, std::uint32_t from = 0) const noexcept;
    [[nodiscard]] bool has(std::string_view phrase) const noexcept { return find(phrase).has_value(); }
    [[nodiscard]] bool has_any(std::span<const std::string_view> phrases) const noexcept;
    [[nodiscard]] bool begins(std::string_view phrase, std::uint32_t at = 0) const noexcept;
    [[nodiscard]] bool begins_any(std::span<const std::string_view> phrases, std::uint32_t at = 0) const noexcept;
    [[nodiscard]] bool is(std::string_view phrase) const noexcept { return plain_ == phrase; }
    [[nodiscard]] bool is_any(std::span<const std::string_view> phrases) const noexcept;

  private:
    std::string_view original_;
    std::string plain_;
    std::vector<std::uint32_t> offsets_; // in plain_
    std::vector<Span> spans_;            // in original_
};

// The choice whose wording stands in the text: the longest wording wins, of two alike the first. Values without words in
// the table are never found.
struct FoundChoice {
    std::uint8_t index = 0;
    WordRange at;
};
[[nodiscard]] std::optional<FoundChoice> find_choice(const plan::Domain& domain, const Words& words, std::uint32_t from = 0);

template <class E> [[nodiscard]] std::optional<E> choice_in(const Words& words, std::uint32_t from = 0) {
    const auto found = find_choice(plan::DomainOf<E>::get(), words, from);
    return found ? std::optional(static_cast<E>(found->index)) : std::nullopt;
}

} // namespace ehc::read

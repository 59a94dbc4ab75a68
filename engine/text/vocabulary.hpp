// The words that patterns are made of, each with a number. Built for one question, asked of every word of every text: which
// of our words is this, if any? Numbers begin at `first`; 0 is no word of ours.
#pragma once

#include "text/word_key.hpp"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ehc::text {

class Vocabulary {
  public:
    static constexpr std::uint32_t unknown = 0;
    static constexpr std::uint32_t first = 1;

    Vocabulary() : slots_(64) {}

    std::uint32_t intern(std::string_view text) {
        const std::string padded = std::string(text) + std::string(key_bytes, '\0');
        const std::string_view word(padded.data(), text.size());
        if (const std::uint32_t id = find(word); id != unknown)
            return id;
        if (4 * (words_.size() + 1) > slots_.size())
            grow();
        words_.emplace_back(word);
        const auto id = static_cast<std::uint32_t>(words_.size() - 1 + first);
        place({key_of(word), static_cast<std::uint32_t>(word.size()), id});
        return id;
    }

    // `word` points into a text with `key_bytes` readable from each word on, as Analysis keeps it.
    [[nodiscard]] std::uint32_t find(std::string_view word) const noexcept {
        const std::uint64_t key = key_of(word);
        const Slot& slot = slots_[slot_of(key, word.size())];
        // Nearly every word is decided here, without a jump that the processor could guess wrongly.
        const bool same = (slot.key == key) & (slot.size == word.size());
        const bool sure = (same & (word.size() <= key_bytes)) | (slot.id == unknown);
        if (sure)
            return same ? slot.id : unknown;
        return search(word, key);
    }

    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

  private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t size = 0;
        std::uint32_t id = unknown;
    };

    // A word of up to eight bytes is its own key; a longer one is told by both ends, then compared.
    static std::uint64_t key_of(std::string_view word) noexcept {
        const std::uint64_t key = word_key(word.data(), word.size());
        return word.size() <= key_bytes ? key : key ^ std::rotl(first_bytes(word.data() + word.size() - key_bytes), 29);
    }

    [[nodiscard]] std::size_t slot_of(std::uint64_t key, std::size_t size) const noexcept {
        const std::uint64_t mixed = (key ^ size) * 0x9E3779B97F4A7C15U;
        return (mixed >> 32) & (slots_.size() - 1);
    }

    [[nodiscard]] std::uint32_t search(std::string_view word, std::uint64_t key) const noexcept {
        for (std::size_t at = slot_of(key, word.size());; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.id == unknown)
                return unknown;
            if (slot.key == key && slot.size == word.size() && (slot.size <= key_bytes || words_[slot.id - first] == word))
                return slot.id;
        }
    }

    void place(const Slot& slot) {
        std::size_t at = slot_of(slot.key, slot.size);
        while (slots_[at].id != unknown)
            at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }

    void grow() {
        const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
        for (const Slot& slot : before)
            if (slot.id != unknown)
                place(slot);
    }

    std::vector<Slot> slots_; // INVARIANT: a power of two, at most a quarter full; an empty slot has no key
    std::vector<std::string> words_;
};

} // namespace ehc::text

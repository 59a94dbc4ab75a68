// The words that patterns are made of, each with a number. Built for one question, asked of every word of every text: which
// of our words is this, if any? Numbers begin at `first`; 0 is no word of ours.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
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

    std::uint32_t intern(std::string_view word) {
        if (const std::uint32_t id = find(word); id != unknown)
            return id;
        if (2 * (words_.size() + 1) > slots_.size())
            grow();
        words_.emplace_back(word);
        const auto id = static_cast<std::uint32_t>(words_.size() - 1 + first);
        place({key_of(word), static_cast<std::uint32_t>(word.size()), id});
        return id;
    }

    [[nodiscard]] std::uint32_t find(std::string_view word) const noexcept {
        const std::uint64_t key = key_of(word);
        for (std::size_t at = slot_of(key, word.size());; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.id == unknown)
                return unknown;
            if (slot.key == key && slot.size == word.size() && (slot.size <= 8 || words_[slot.id - first] == word))
                return slot.id;
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

  private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t size = 0;
        std::uint32_t id = unknown;
    };

    // A word of up to 8 bytes is its own key; a longer one is told by its ends, then compared.
    static std::uint64_t key_of(std::string_view word) noexcept {
        std::uint64_t key = 0;
        const std::size_t size = word.size();
        const char* data = word.data();
        if (size >= 8) {
            std::uint64_t tail = 0;
            std::memcpy(&key, data, 8);
            std::memcpy(&tail, data + size - 8, 8);
            return size == 8 ? key : key ^ std::rotl(tail, 29);
        }
        if (size >= 4) {
            std::uint32_t head = 0, tail = 0;
            std::memcpy(&head, data, 4);
            std::memcpy(&tail, data + size - 4, 4);
            return head | static_cast<std::uint64_t>(tail) << 32;
        }
        for (std::size_t i = 0; i < size; ++i)
            key |= static_cast<std::uint64_t>(static_cast<unsigned char>(data[i])) << (8 * i);
        return key;
    }

    [[nodiscard]] std::size_t slot_of(std::uint64_t key, std::size_t size) const noexcept {
        const std::uint64_t mixed = (key ^ size) * 0x9E3779B97F4A7C15U;
        return (mixed >> 32) & (slots_.size() - 1);
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

    std::vector<Slot> slots_; // INVARIANT: a power of two, at most half full
    std::vector<std::string> words_;
};

} // namespace ehc::text

// The first eight bytes of a folded word as one number: what words are told apart by before any byte is compared.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ehc::text {

// Bytes that must be readable from the begin of a word on, whatever its size; Analysis keeps that many behind its text.
inline constexpr std::size_t key_bytes = 8;

inline std::uint64_t first_bytes(const char* at) noexcept {
    std::uint64_t bytes = 0;
    if constexpr (std::endian::native == std::endian::little)
        std::memcpy(&bytes, at, key_bytes);
    else
        for (std::size_t i = key_bytes; i-- > 0;)
            bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
    return bytes;
}

// The first three of them, by which words are told that may begin with a prefix of as many letters.
inline std::uint32_t prefix_key(const char* word) noexcept { return static_cast<std::uint32_t>(first_bytes(word) & 0xFFFFFFU); }

inline std::uint64_t word_key(const char* word, std::size_t size) noexcept {
    const std::uint64_t bytes = first_bytes(word);
    return size >= key_bytes ? bytes : bytes & ((std::uint64_t{1} << (8 * size)) - 1);
}

} // namespace ehc::text

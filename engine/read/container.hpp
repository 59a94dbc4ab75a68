// A zip container held in memory (Word, OpenDocument), read part by part within Limits.
//
// Part names are compared without regard to ASCII case, with '/' between folders and no leading '/', as OPC asks
// (ISO/IEC 29500-2:2021, 6.2.2). What the directory of the zip says of sizes is believed only where it makes a part be
// refused; inflating stops at the limit whatever it says.
// Errors: not a zip, cut short, too many entries, two parts of one name, a part that is damaged, protected by a password,
// packed in a way that Word does not use, or larger than Limits allow. Each is for one document.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace ehc::read {

class Container {
  public:
    // `bytes` must outlive the container; `path` is for messages.
    [[nodiscard]] static Result<Container> open(std::string_view bytes, std::string_view path, const Limits& limits);

    // The names of all parts, sorted, in lower case.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] bool has(std::string_view name) const;
    // The unpacked bytes of a part; a part that is not there is an error.
    [[nodiscard]] Result<std::string> part(std::string_view name);

  private:
    struct Entry {
        std::string name;
        std::uint64_t index = 0;
    };
    struct Closer {
        void operator()(zip* archive) const noexcept;
    };

    Container(zip* archive, std::string_view path, const Limits& limits);
    [[nodiscard]] const Entry* find(std::string_view name) const;
    [[nodiscard]] Error fail(std::string what, std::string remedy) const;

    std::unique_ptr<zip, Closer> archive_;
    std::string path_;
    Limits limits_;
    std::uint64_t size_ = 0;     // of the container itself
    std::uint64_t unpacked_ = 0; // of all parts read so far
    std::vector<Entry> entries_; // sorted by name
};

// One entry of an open zip, unpacked within bounds; `left` is what may still be unpacked in all.
struct Unpacked {
    enum class How : unsigned char { whole, damaged, locked, unknown_method, beyond_ratio, too_large };
    std::string bytes;
    How how = How::whole;
};
[[nodiscard]] Unpacked unpack(zip* archive, std::uint64_t index, std::uint64_t left, std::uint64_t container_size, const Limits& limits);

// A part's name as messages show it: names come from the document, so control characters and length are bounded.
[[nodiscard]] std::string shown_part(std::string_view name);

} // namespace ehc::read

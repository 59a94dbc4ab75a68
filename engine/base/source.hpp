// A named piece of text (a rule file, an XML plan) and its line table. Lines and columns count from 1; columns count code
// points. Spans elsewhere are byte offsets into text().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc {

struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    bool operator==(const Place&) const = default;
};

class Source {
  public:
    Source(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] Place place(std::uint32_t offset) const noexcept;
    // Line `number` (from 1) without its line end.
    [[nodiscard]] std::string_view line(std::uint32_t number) const noexcept;

  private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> starts_; // offset of each line's first byte
};

} // namespace ehc

// Text recognition: pictures of pages to what Tesseract reads on them, through the helper ehcaudit-ocr. What a picture says is kept
// for a while, since some reports read a document more than once.
//
// Safe for use by several threads. Errors: Tesseract cannot be started, has no data for English, fails, or takes too long.
#pragma once

#include "base/result.hpp"
#include "read/helper_process.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace ehc::read {

struct Picture {
    std::uint32_t width = 0, height = 0, dpi = 0;
    std::string_view greys; // a byte a pixel, row by row from the top
};

class Ocr {
  public:
    // The helper and its arguments.
    explicit Ocr(std::vector<std::string> command) : helpers_(std::move(command)) {}

    // What stands on it as hOCR. `seconds` of computing are enough for it, or it is an error.
    [[nodiscard]] Result<std::string> read(const Picture& picture, std::uint32_t seconds);
    // Whether it can be used at all, tried on a picture of nothing.
    [[nodiscard]] Result<Done> ready();

  private:
    Helpers helpers_;
    std::mutex mutex_;
    std::map<std::string, std::string> known_; // by the hash of the picture
    std::size_t known_bytes_ = 0;
};

} // namespace ehc::read

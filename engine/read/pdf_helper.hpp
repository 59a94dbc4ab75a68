// The helper programs that read PDFs (ehcaudit-pdf): started when first needed, one for each thread that asks at a time, each
// for many documents. One that fails on a document is ended, and the next document gets a fresh one.
//
// Safe for use by several threads.
// Errors: the helper cannot be started; it failed on the document, or took longer than Limits allow.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read::pdf {

class Helpers {
  public:
    // `program` is the path of ehcaudit-pdf.
    explicit Helpers(std::string program);
    ~Helpers();
    Helpers(const Helpers&) = delete;
    Helpers& operator=(const Helpers&) = delete;

    // The helper's answer, word for word. `path` is for messages.
    [[nodiscard]] Result<std::string> ask(std::string_view bytes, std::string_view path, const Limits& limits);

  private:
    class Process;
    [[nodiscard]] std::unique_ptr<Process> take();

    std::string program_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Process>> idle_;
};

} // namespace ehc::read::pdf

// Helper programs that read or convert documents: started when first needed, one for each thread that asks at a time, each for
// many documents. One that fails on a document is ended, and the next document gets a fresh one. What they say is for the reader
// of the format to know.
//
// Safe for use by several threads.
// Errors: in the reply.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

// Of an answer that is "WORD BYTES\n" and so many bytes: these, once all are there.
[[nodiscard]] std::optional<std::string_view> counted_bytes(std::string_view answer, std::string_view word);
// Whether all of such an answer is there, or of one that is a line with another word.
[[nodiscard]] bool is_whole(std::string_view answer, std::string_view word);

class Helpers {
  public:
    // The program's path and its arguments. It has no environment.
    explicit Helpers(std::vector<std::string> command);
    ~Helpers();
    Helpers(const Helpers&) = delete;
    Helpers& operator=(const Helpers&) = delete;

    struct Reply {
        // `late`: no whole answer in time, or ended by its own limit of computing time; `failed`: it ended or said too much.
        enum class End { whole, not_started, late, failed };
        End end = End::failed;
        std::string words; // when whole, the answer word for word
    };
    // Sends a line and the bytes of a document, and waits until `whole` says that all of the answer is there.
    [[nodiscard]] Reply ask(std::string_view line, std::string_view bytes, bool (*whole)(std::string_view answer), std::chrono::seconds within);

  private:
    class Process;
    [[nodiscard]] std::unique_ptr<Process> take();

    std::vector<std::string> command_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Process>> idle_;
};

} // namespace ehc::read

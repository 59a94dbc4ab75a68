// A zip archive of documents, on disk or inside another: its files by name, each read when it is wanted. Nothing is ever written
// to disk, so a name can lead nowhere.
//
// Safe for use by several threads. An archive on disk is open from the first file read to the last.
// Errors: not a zip or damaged; more entries than Limits allow; files that together unpack to more than their ratio, as a zip bomb's
// do; of a file: damaged, protected by a password, packed in an unusual way, larger than Limits allow.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace ehc::read {

class Archive {
  public:
    struct Member {
        std::string name; // "autumn/plan.docx", UTF-8; folders are left out
        std::uint64_t index = 0;
    };

    // From a file. `path` is also for messages.
    [[nodiscard]] static Result<std::shared_ptr<Archive>> open(const std::string& path, const Limits& limits);
    // From bytes that are an archive themselves.
    [[nodiscard]] static Result<std::shared_ptr<Archive>> open(std::string bytes, const std::string& path, const Limits& limits);

    // In the order of the archive.
    [[nodiscard]] const std::vector<Member>& members() const noexcept { return members_; }
    // Whether it is a document that happens to be a zip: Word, OpenDocument and the like.
    [[nodiscard]] bool is_document() const noexcept { return is_document_; }
    [[nodiscard]] Result<std::string> read(std::uint64_t index, const Limits& limits) const;

    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive();

  private:
    struct Closer {
        void operator()(zip* archive) const noexcept;
    };
    using Handle = std::unique_ptr<zip, Closer>;

    Archive(std::string path, std::string bytes, bool in_memory) : path_(std::move(path)), bytes_(std::move(bytes)), in_memory_(in_memory) {}
    [[nodiscard]] Handle opened() const;
    [[nodiscard]] static Result<std::shared_ptr<Archive>> listed(std::shared_ptr<Archive> archive, const Limits& limits);

    std::string path_;
    std::string bytes_; // of an archive inside another
    bool in_memory_ = false;
    bool is_document_ = false;
    std::uint64_t size_ = 0;
    std::vector<Member> members_;
    mutable std::mutex mutex_;
    mutable Handle handle_;
    mutable std::size_t read_ = 0; // files read so far
};

} // namespace ehc::read

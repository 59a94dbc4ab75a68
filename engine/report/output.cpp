#include "report/output.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <ostream>
#include <streambuf>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace ehc::report {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_output = "standard output";

std::string reason(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT: return "no space is left on the disk";
    case EFBIG: return "the file would be larger than is allowed here";
    case EPIPE: return "the program that was reading it has stopped";
    case EACCES:
    case EPERM: return "you may not write there";
    case EROFS: return "the disk is read-only";
    case ENOENT:
    case ENOTDIR: return "its folder does not exist";
    case EISDIR: return "it is a folder";
    case ENAMETOOLONG: return "its name is too long";
    default: return "the system says: " + std::generic_category().message(error);
    }
}

Error cannot_write(std::string_view where, int error) {
    return {std::string(where), "the report cannot be written: " + reason(error), {}};
}

bool is_standard_output(const std::string& path) { return path == "-" || path == "/dev/stdout"; }

// Pipes and devices, also by the names that a shell gives to what it has opened.
bool is_written_directly(const std::string& path) {
    if (path.starts_with("/dev/") || path.starts_with("/proc/"))
        return true;
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

// Bytes to an open file descriptor, keeping the first error.
class DescriptorBuffer : public std::streambuf {
  public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(std::size_t{1} << 16) {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }
    [[nodiscard]] int error() const noexcept { return error_; }

  protected:
    int_type overflow(int_type c) override {
        if (sync() != 0)
            return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof()))
            sputc(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }
    int sync() override {
        const char* at = pbase();
        while (error_ == 0 && at < pptr()) {
            const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
            if (written >= 0)
                at += written;
            else if (errno != EINTR)
                error_ = errno;
        }
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return error_ == 0 ? 0 : -1;
    }

  private:
    int descriptor_;
    int error_ = 0;
    std::vector<char> buffer_;
};

class OpenFile {
  public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    // Some file systems say only now that the disk is full.
    [[nodiscard]] int close() noexcept { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

  private:
    int descriptor_;
};

// Deletes the temporary file unless it has taken its place.
class Temporary {
  public:
    explicit Temporary(std::string path) : path_(std::move(path)) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!path_.empty())
            ::unlink(path_.c_str());
    }
    [[nodiscard]] int move_to(const std::string& path) noexcept {
        if (::rename(path_.c_str(), path.c_str()) != 0)
            return errno;
        path_.clear();
        return 0;
    }

  private:
    std::string path_;
};

int write_to(int descriptor, const std::function<void(std::ostream&)>& write) {
    DescriptorBuffer buffer(descriptor);
    std::ostream out(&buffer);
    write(out);
    out.flush();
    return buffer.error();
}

Result<Done> write_directly(const std::string& path, const std::function<void(std::ostream&)>& write) {
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.descriptor() < 0)
        return cannot_write(path, errno);
    int error = write_to(file.descriptor(), write);
    if (const int closing = file.close(); error == 0)
        error = closing;
    if (error != 0)
        return cannot_write(path, error);
    return Done{};
}

Result<Done> replace(const std::string& path, const std::function<void(std::ostream&)>& write) {
    std::error_code missing;
    const fs::path canonical = fs::canonical(path, missing); // the file itself where the path is a link
    const fs::path target = missing ? fs::path(path) : canonical;
    std::string name = (target.parent_path() / ".ehcaudit-XXXXXX").string();
    OpenFile file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.descriptor() < 0)
        return cannot_write(path, errno);
    Temporary temporary(name);
    if (struct stat before {}; !missing && ::stat(target.c_str(), &before) == 0)
        ::fchmod(file.descriptor(), before.st_mode & 07777U);
    int error = write_to(file.descriptor(), write);
    if (const int closing = file.close(); error == 0)
        error = closing;
    if (error == 0)
        error = temporary.move_to(target.string());
    if (error != 0)
        return cannot_write(path, error);
    return Done{};
}

} // namespace

Result<Done> check_output(const std::string& path, std::span<const std::string> documents) {
    if (is_standard_output(path) || is_written_directly(path))
        return Done{};
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return Error{path, "this is a folder, not a file to write the report to", "add a file name"};
    if (fs::is_symlink(path, ignored) && !fs::exists(path, ignored))
        return Error{path, "this link leads nowhere", "mend or delete it, or name another file"};
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, ignored))
        return Error{path, "the folder `" + folder.string() + "` does not exist", "make it first, or name another file"};
    if (fs::exists(path, ignored))
        for (const std::string& document : documents)
            if (fs::equivalent(path, document, ignored))
                return Error{path, "this is a document to audit, and the report would replace it", "name another file"};
    return Done{};
}

Result<Done> write_output(const std::string& path, std::span<const std::string> documents,
                          const std::function<void(std::ostream&)>& write) {
    if (Result<Done> checked = check_output(path, documents); !checked)
        return checked;
    if (is_standard_output(path)) {
        if (const int error = write_to(STDOUT_FILENO, write); error != 0)
            return cannot_write(standard_output, error);
        return Done{};
    }
    return is_written_directly(path) ? write_directly(path, write) : replace(path, write);
}

} // namespace ehc::report

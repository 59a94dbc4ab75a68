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

} // namespace

class Output::Open {
  public:
    // `temporary` is the file that is to take the place of `target`; empty for what is written directly. Standard output is
    // left open.
    Open(std::string where, int descriptor, std::string temporary = {}, std::string target = {})
        : where_(std::move(where)), descriptor_(descriptor), temporary_(std::move(temporary)), target_(std::move(target)),
          buffer_(descriptor), stream_(&buffer_) {}
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    ~Open() {
        close();
        if (!temporary_.empty())
            ::unlink(temporary_.c_str());
    }

    std::ostream& stream() { return stream_; }
    Result<Done> finish() {
        stream_.flush();
        int error = buffer_.error();
        if (error == 0 && !stream_) // its writer gave up before anything came here
            error = ENOSPC;
        if (const int closing = close(); error == 0) // some file systems say only now that the disk is full
            error = closing;
        if (error == 0 && !temporary_.empty()) {
            if (::rename(temporary_.c_str(), target_.c_str()) == 0)
                temporary_.clear();
            else
                error = errno;
        }
        if (error != 0)
            return cannot_write(where_, error);
        return Done{};
    }

  private:
    int close() {
        const int descriptor = std::exchange(descriptor_, STDOUT_FILENO);
        return descriptor == STDOUT_FILENO || ::close(descriptor) == 0 ? 0 : errno;
    }

    std::string where_;
    int descriptor_;
    std::string temporary_, target_;
    DescriptorBuffer buffer_;
    std::ostream stream_;
};

Output::Output(std::unique_ptr<Open> open) : open_(std::move(open)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;
std::ostream& Output::stream() noexcept { return open_->stream(); }
Result<Done> Output::finish() { return open_->finish(); }

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

Result<Output> Output::open(const std::string& path, std::span<const std::string> documents) {
    if (Result<Done> checked = check_output(path, documents); !checked)
        return checked.error();
    if (is_standard_output(path))
        return Output(std::make_unique<Open>(std::string(standard_output), STDOUT_FILENO));
    if (is_written_directly(path)) {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0)
            return cannot_write(path, errno);
        return Output(std::make_unique<Open>(path, descriptor));
    }
    std::error_code missing;
    const fs::path canonical = fs::canonical(path, missing); // the file itself where the path is a link
    const fs::path target = missing ? fs::path(path) : canonical;
    std::string temporary = (target.parent_path() / ".ehcaudit-XXXXXX").string();
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return cannot_write(path, errno);
    auto open = std::make_unique<Open>(path, descriptor, std::move(temporary), target.string());
    if (struct stat before {}; !missing && ::stat(target.c_str(), &before) == 0)
        ::fchmod(descriptor, before.st_mode & 07777U);
    return Output(std::move(open));
}

Result<Done> write_output(const std::string& path, std::span<const std::string> documents,
                          const std::function<void(std::ostream&)>& write) {
    Result<Output> output = Output::open(path, documents);
    if (!output)
        return output.error();
    write(output->stream());
    return output->finish();
}

} // namespace ehc::report

#include "cli/secret_key.hpp"

#include "caseload/caseload.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ehc::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t least_bytes = 16, bytes_made = 32, most_bytes = 4096;

Error cannot_make(const std::string& path) {
    return {path, "the key for pseudonyms cannot be made there", "make the folder writable, or name a key with --fingerprint-key-file"};
}

} // namespace

Result<std::string> read_key(const std::string& path) {
    Result<std::string> key = caseload::read_file(path, most_bytes);
    if (!key)
        return Error{path, "the key cannot be read: " + key.error().what, key.error().remedy};
    while (!key->empty() && (key->back() == '\n' || key->back() == '\r'))
        key->pop_back();
    if (key->size() < least_bytes)
        return Error{path, "this key is shorter than 16 bytes, and could be guessed", "make one, for example with `openssl rand -hex 32`"};
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0 && S_ISREG(status.st_mode))
        return Error{path, "others can read this key", "run `chmod 600` on it"};
    return key;
}

Result<std::string> own_key() {
    const char* given = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    if ((given == nullptr || *given == '\0') && (home == nullptr || *home == '\0'))
        return Error{"--redact", "there is no home folder to keep a key in", "name a key with --fingerprint-key-file"};
    const fs::path folder = (given != nullptr && *given != '\0' ? fs::path(given) : fs::path(home) / ".config") / "ehcaudit";
    const std::string path = (folder / "key").string();
    std::error_code error;
    if (fs::exists(path, error))
        return read_key(path);
    fs::create_directories(folder, error);
    if (error)
        return cannot_make(path);
    ::chmod(folder.c_str(), S_IRWXU);
    std::array<unsigned char, bytes_made> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return cannot_make(path);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string key;
    for (const unsigned char byte : random) {
        key += digits[byte >> 4U];
        key += digits[byte & 0xFU];
    }
    // Exclusive: of two runs at once the second reads what the first has made.
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fs::exists(path, error) ? read_key(path) : Result<std::string>(cannot_make(path));
    const bool whole = ::write(file, key.data(), key.size()) == static_cast<ssize_t>(key.size());
    if (::close(file) != 0 || !whole) {
        ::unlink(path.c_str());
        return cannot_make(path);
    }
    return key;
}

} // namespace ehc::cli

#include "read/container.hpp"

#include <zip.h>

#include <algorithm>
#include <optional>

namespace ehc::read {

namespace {

constexpr std::string_view save_again = "open it in the program that made it and save it again";
// Below this a high ratio is no danger: a page of spaces packs a thousandfold.
constexpr std::uint64_t ratio_counts_from = 1ULL << 20;

std::string normal(std::string_view name) {
    while (!name.empty() && (name.front() == '/' || name.front() == '\\'))
        name.remove_prefix(1);
    std::string result(name);
    for (char& c : result) {
        if (c == '\\')
            c = '/';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// How many entries the directory claims, read from its last record before libzip allocates for them. Nothing when there is
// no such record. Layout: APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16.
std::optional<std::uint64_t> claimed_entries(std::string_view bytes) {
    constexpr std::size_t record = 22, locator = 20, record64 = 56, longest_comment = 65535;
    using namespace std::string_view_literals;
    if (bytes.size() < record)
        return {};
    const std::size_t tail = bytes.size() > record + longest_comment ? bytes.size() - record - longest_comment : 0;
    const std::size_t at = bytes.rfind("PK\5\6"sv, bytes.size() - record);
    if (at == std::string_view::npos || at < tail)
        return {};
    std::uint64_t entries = little_endian(bytes, at + 10, 2);
    if (at >= locator && bytes.substr(at - locator, 4) == "PK\6\7"sv) {
        const std::uint64_t at64 = little_endian(bytes, at - locator + 8, 8);
        if (bytes.size() >= record64 && at64 <= bytes.size() - record64 && bytes.substr(at64, 4) == "PK\6\6"sv)
            entries = std::max(entries, little_endian(bytes, at64 + 32, 8));
    }
    return entries;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20U) + " MB"; }

} // namespace

std::string shown_part(std::string_view name) {
    constexpr std::size_t longest = 80;
    std::string shown(name.substr(0, longest));
    for (char& c : shown)
        if (c < ' ' || c > '~' || c == '`')
            c = '?';
    if (name.size() > longest)
        shown += "...";
    return "`" + shown + "`";
}

void Container::Closer::operator()(zip* archive) const noexcept { zip_discard(archive); }

Container::Container(zip* archive, std::string_view path, const Limits& limits)
    : archive_(archive), path_(path), limits_(limits) {}

Error Container::fail(std::string what, std::string remedy) const {
    return {.where = path_, .what = std::move(what), .remedy = std::move(remedy)};
}

Result<Container> Container::open(std::string_view bytes, std::string_view path, const Limits& limits) {
    const auto refuse = [&](std::string what, std::string_view remedy) {
        return Error{.where = std::string(path), .what = std::move(what), .remedy = std::string(remedy)};
    };
    if (bytes.empty())
        return refuse("the file is empty", "ask for it again, it may not have been copied in full");
    if (bytes.size() > limits.file_bytes)
        return refuse("the file is larger than " + megabytes(limits.file_bytes), "split it, or take large pictures out");
    const auto entries = claimed_entries(bytes);
    if (!entries && !bytes.starts_with("PK"))
        return refuse("this is not a zip container", "check that the file is what its name says");
    if (!entries)
        return refuse("the zip container is cut short: its directory is missing",
                      "copy the file again, it may not have been copied in full");
    if (*entries > limits.container_entries)
        return refuse("the zip container has more than " + std::to_string(limits.container_entries) + " parts", save_again);

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (archive == nullptr) {
        if (source != nullptr)
            zip_source_free(source);
        zip_error_fini(&error);
        return refuse("the zip container is damaged", "copy the file again, it may not have been copied in full");
    }
    zip_error_fini(&error);

    Container container(archive, path, limits);
    container.size_ = bytes.size();
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
    if (count > limits.container_entries)
        return refuse("the zip container has more than " + std::to_string(limits.container_entries) + " parts", save_again);
    container.entries_.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(archive, i, ZIP_FL_ENC_RAW); name != nullptr)
            container.entries_.push_back({normal(name), i});
    std::stable_sort(container.entries_.begin(), container.entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.name < b.name; });
    // Two parts of one name are how a file shows one text to Word and another to a checker.
    const auto twice = std::adjacent_find(container.entries_.begin(), container.entries_.end(),
                                          [](const Entry& a, const Entry& b) { return a.name == b.name; });
    if (twice != container.entries_.end())
        return refuse("the zip container has two parts named " + shown_part(twice->name), save_again);
    return container;
}

std::vector<std::string> Container::names() const {
    std::vector<std::string> names;
    names.reserve(entries_.size());
    for (const Entry& entry : entries_)
        names.push_back(entry.name);
    return names;
}

const Container::Entry* Container::find(std::string_view name) const {
    const std::string wanted = normal(name);
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), wanted,
                                        [](const Entry& entry, const std::string& key) { return entry.name < key; });
    return found != entries_.end() && found->name == wanted ? &*found : nullptr;
}

bool Container::has(std::string_view name) const { return find(name) != nullptr; }

Result<std::string> Container::part(std::string_view name) {
    const std::string shown = shown_part(name);
    const Entry* entry = find(name);
    if (entry == nullptr)
        return fail("the part " + shown + " is missing", std::string(save_again));
    const std::uint64_t left = limits_.unpacked_bytes - unpacked_;
    Unpacked unpacked = unpack(archive_.get(), entry->index, left, size_, limits_);
    switch (unpacked.how) {
    case Unpacked::How::whole: break;
    case Unpacked::How::damaged: return fail("the part " + shown + " is damaged", std::string(save_again));
    case Unpacked::How::locked: return fail("the part " + shown + " is protected by a password", "save it without a password and try again");
    case Unpacked::How::unknown_method: return fail("the part " + shown + " is packed in a way that Word does not use", std::string(save_again));
    case Unpacked::How::beyond_ratio:
        return fail("the part " + shown + " unpacks to more than " + std::to_string(limits_.unpack_ratio) + " times its size, as a harmful file would",
                    std::string(save_again));
    case Unpacked::How::too_large: return fail("its parts unpack to more than " + megabytes(limits_.unpacked_bytes), "split it, or take large pictures out");
    }
    unpacked_ += unpacked.bytes.size();
    return std::move(unpacked.bytes);
}

Unpacked unpack(zip* archive, std::uint64_t index, std::uint64_t left, std::uint64_t container_size, const Limits& limits) {
    using How = Unpacked::How;
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr std::uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & wanted) != wanted)
        return {{}, How::damaged};
    if (stat.encryption_method != ZIP_EM_NONE)
        return {{}, How::locked};
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return {{}, How::unknown_method};

    const std::uint64_t packed = std::min(stat.comp_size, container_size);
    const std::uint64_t by_ratio = std::max(ratio_counts_from, packed * limits.unpack_ratio);
    const std::uint64_t allowed = std::min(left, by_ratio);
    const How over = allowed == by_ratio ? How::beyond_ratio : How::too_large;
    if (stat.size > allowed)
        return {{}, over};

    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive, index, 0), zip_fclose);
    if (!file)
        return {{}, How::damaged};
    // One byte more than claimed, so that the end of the part (and its checksum) is met without growing.
    std::string bytes;
    std::uint64_t length = 0;
    for (;;) {
        if (length == bytes.size())
            bytes.resize(length == 0 ? stat.size + 1 : std::min(allowed, 2 * length) + 1);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + length, bytes.size() - length);
        if (got < 0)
            return {{}, How::damaged};
        if (got == 0)
            break;
        length += static_cast<std::uint64_t>(got);
        if (length > allowed)
            return {{}, over};
    }
    if (length != stat.size) // its checksum holds, but one of its headers lies
        return {{}, How::damaged};
    bytes.resize(length);
    return {std::move(bytes), How::whole};
}

} // namespace ehc::read

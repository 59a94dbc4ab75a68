#include "caseload/info_file.hpp"

#include "base/nearest.hpp"

#include <boost/property_tree/info_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <sstream>

namespace ehc::caseload {

namespace {

namespace tree = boost::property_tree;

constexpr std::size_t most_bytes = 1U << 20U;
constexpr unsigned most_levels = 8;

// The tree keeps no lines. Its entries stand in the order of the file, so each is looked for after the one before.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}

    unsigned find(std::string_view key) {
        for (std::size_t at = text_.find(key, at_); at != std::string_view::npos; at = text_.find(key, at + 1)) {
            if (!stands_alone(at, at + key.size()))
                continue;
            line_ += count(at_, at);
            at_ = at + key.size();
            return line_;
        }
        return line_;
    }

  private:
    [[nodiscard]] bool stands_alone(std::size_t begin, std::size_t end) const {
        constexpr std::string_view around = " \t\r\n{}\";";
        const bool starts = begin == 0 || around.find(text_[begin - 1]) != std::string_view::npos;
        return starts && (end >= text_.size() || around.find(text_[end]) != std::string_view::npos) && !in_comment(begin);
    }
    [[nodiscard]] bool in_comment(std::size_t at) const {
        const std::size_t line = text_.rfind('\n', at) + 1;
        bool quoted = false;
        for (std::size_t i = line; i < at; ++i) {
            quoted ^= text_[i] == '"' && (i == line || text_[i - 1] != '\\');
            if (text_[i] == ';' && !quoted)
                return true;
        }
        return false;
    }
    [[nodiscard]] unsigned count(std::size_t begin, std::size_t end) const {
        return static_cast<unsigned>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    unsigned line_ = 1;
};

std::vector<InfoEntry> entries_of(const tree::ptree& from, Lines& lines) {
    std::vector<InfoEntry> entries;
    for (const auto& [key, below] : from) {
        const unsigned line = lines.find(key);
        entries.push_back({key, below.data(), line, entries_of(below, lines)});
    }
    return entries;
}

// Boost's words in ours.
std::string reason(const std::string& message) {
    if (message.find("unmatched {") != std::string::npos)
        return "a bracket `{` is not closed before the end of the file";
    if (message.find("unmatched }") != std::string::npos)
        return "a bracket `}` closes nothing";
    if (message.find("unexpected {") != std::string::npos)
        return "a bracket `{` stands where a key belongs";
    if (message.find("unexpected \"") != std::string::npos || message.find("key expected") != std::string::npos)
        return "a key is missing here";
    if (message.find("unexpected end of line") != std::string::npos || message.find("unterminated") != std::string::npos)
        return "a quotation mark is not closed on its line";
    if (message.find("escape") != std::string::npos)
        return "`\\` in quotes is followed by something unknown; write `\\\\` for the sign itself";
    return "this cannot be understood";
}

} // namespace

Result<std::vector<InfoEntry>> parse_info(const std::string& text, const std::string& name) {
    if (text.size() > most_bytes)
        return Error{name, "this settings file is larger than 1 MB", "check that it is the right file"};
    if (text.find('\0') != std::string::npos)
        return Error{name, "this is not a text file", "check that it is the right file"};
    unsigned line = 1, level = 0;
    bool quoted = false, comment = false, blank = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            ++line;
            quoted = comment = false;
            blank = true;
            continue;
        }
        if (c == '#' && blank)
            return Error{name + ":" + std::to_string(line), "a line begins with `#`", "put `;` before a comment; other files are not drawn in"};
        blank = blank && (c == ' ' || c == '\t' || c == '\r');
        if (comment)
            continue;
        if (c == '"' && (i == 0 || text[i - 1] != '\\'))
            quoted = !quoted;
        else if (c == ';' && !quoted)
            comment = true;
        else if (c == '{' && !quoted && ++level > most_levels)
            return Error{name + ":" + std::to_string(line), "brackets stand more than 8 deep", "no setting needs so many"};
        else if (c == '}' && !quoted && level > 0)
            --level;
    }
    tree::ptree parsed;
    std::istringstream in(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text);
    try {
        tree::read_info(in, parsed);
    } catch (const tree::info_parser_error& error) {
        return Error{name + (error.line() == 0 ? "" : ":" + std::to_string(error.line())), reason(error.message()), "each line is `key value` or `key \"some words\"`"};
    }
    Lines lines(text);
    return entries_of(parsed, lines);
}

std::string place(const std::string& name, const InfoEntry& entry) { return name + ":" + std::to_string(entry.line); }

Error unknown_key(const std::string& name, const InfoEntry& entry, std::span<const std::string> known) {
    Error error{place(name, entry), "`" + entry.key + "` is not a key here", {}};
    if (const auto near = nearest(entry.key, known)) {
        error.remedy = "did you mean `" + *near + "`?";
        return error;
    }
    for (const std::string& one : known)
        error.remedy += (error.remedy.empty() ? "the keys are " : ", ") + one;
    error.remedy += "; values of several words stand in quotes";
    return error;
}

} // namespace ehc::caseload

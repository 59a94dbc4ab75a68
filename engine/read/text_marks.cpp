#include "read/text_marks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace ehc::read {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }

constexpr std::size_t longest_link = 4000, longest_tag = 400; // a sign without its partner is searched for no further

struct Reference {
    std::string_view name, text;
};
constexpr std::array references{
    Reference{"&amp;", "&"},   Reference{"&lt;", "<"},    Reference{"&gt;", ">"},   Reference{"&quot;", "\""}, Reference{"&#39;", "'"},
    Reference{"&nbsp;", " "},  Reference{"&ndash;", "–"}, Reference{"&mdash;", "—"}, Reference{"&rsquo;", "’"}, Reference{"&lsquo;", "‘"},
    Reference{"&pound;", "£"}, Reference{"&shy;", ""},
};
// Tags that say how words are set; `<Known as>` is a merge field of some case systems and stays.
constexpr std::array<std::string_view, 16> tags{"b", "strong", "i", "em", "u", "span", "p", "div", "sub", "sup", "font", "small", "mark", "center", "a", "kbd"};

std::string lower_tag(std::string_view tag) {
    std::string name;
    for (const char c : tag) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!is_word(c))
            break;
        name += small;
    }
    return name;
}

class Marks {
  public:
    Marks(BlockWriter& writer, const std::vector<Stretch>& stretches, bool marked, Look look, MarksFound& found)
        : writer_(writer), marked_(marked), look_(look), found_(found) {
        for (const Stretch& stretch : stretches) {
            starts_.push_back({all_.size(), stretch.line, stretch.column});
            all_ += stretch.text;
            all_ += '\n';
        }
        column_ = starts_.front().column;
    }

    void run() {
        while (at_ < all_.size())
            if (!mark())
                ++at_;
        flush();
    }

  private:
    struct Start {
        std::size_t at;
        std::uint32_t line, column;
    };

    [[nodiscard]] std::string_view rest() const { return std::string_view(all_).substr(at_); }
    [[nodiscard]] char before() const { return at_ == 0 ? ' ' : all_[at_ - 1]; }
    [[nodiscard]] char after(std::size_t width) const { return at_ + width < all_.size() ? all_[at_ + width] : ' '; }

    // The place of an offset, which never goes back.
    plan::Origin place(std::size_t offset) {
        while (next_start_ + 1 < starts_.size() && starts_[next_start_ + 1].at <= offset) {
            ++next_start_;
            counted_to_ = starts_[next_start_].at;
            column_ = starts_[next_start_].column;
        }
        for (; counted_to_ < offset; ++counted_to_)
            column_ += (static_cast<unsigned char>(all_[counted_to_]) & 0xC0U) != 0x80U ? 1 : 0;
        plan::Origin where;
        where.line = starts_[next_start_].line;
        where.column = column_;
        return where;
    }
    // Hands the words since the last mark to the writer, line by line.
    void flush() {
        for (std::size_t from = from_; from < at_;) {
            const std::size_t end = std::min(all_.find('\n', from), at_);
            if (end > from)
                writer_.add(std::string_view(all_).substr(from, end - from), look_, place(from));
            if (end < at_)
                writer_.add_space();
            from = end + 1;
        }
        from_ = at_;
    }
    void pass(std::size_t width) {
        flush();
        at_ += width;
        from_ = at_;
    }
    void instead(std::size_t width, std::string_view text) {
        flush();
        writer_.add(text, look_, place(at_));
        at_ += width;
        from_ = at_;
    }
    // Where a sign comes next; once there is none there is none further on, and nothing is searched twice.
    std::size_t find(std::string_view sign, std::size_t from) {
        if (std::ranges::find(missing_, sign) != missing_.end())
            return std::string::npos;
        const std::size_t found = all_.find(sign, from);
        if (found == std::string::npos)
            missing_.push_back(sign);
        return found;
    }

    // A pair of signs round words, such as "**": whether one opens or closes here.
    bool pair(std::string_view sign, bool Look::*member, char inside) {
        if (!rest().starts_with(sign))
            return false;
        const bool closes = look_.*member && opened_by(member) == sign && !is_space(before()) && !(inside == '_' && is_word(after(sign.size())));
        if (closes) {
            pass(sign.size());
            look_.*member = false;
            return true;
        }
        if (look_.*member || is_space(after(sign.size())) || (inside == '_' && is_word(before())) || after(sign.size()) == inside)
            return false;
        // The next that can close; when none can, none of the signs after this one opens anything.
        std::size_t end = find(sign, at_ + sign.size() + 1);
        while (end != std::string::npos && is_space(all_[end - 1]))
            end = find(sign, end + 1);
        if (end == std::string::npos)
            return false;
        pass(sign.size());
        look_.*member = true;
        opened_by(member) = sign;
        return true;
    }
    std::string_view& opened_by(bool Look::*member) { return member == &Look::bold ? bold_by_ : italic_by_; }

    bool struck() {
        if (!rest().starts_with("~~"))
            return false;
        const std::size_t end = find("~~", at_ + 2);
        if (end == std::string::npos || is_space(after(2)))
            return false;
        ++found_.struck;
        pass(end + 2 - at_);
        return true;
    }

    bool code() {
        const std::size_t end = find("`", at_ + 1);
        if (end == std::string::npos)
            return false;
        pass(1);
        at_ = end;
        pass(1);
        return true;
    }

    bool link() {
        const bool picture = rest().starts_with("![");
        if (!picture && all_[at_] != '[')
            return false;
        const std::size_t open = at_ + (picture ? 1 : 0);
        const std::string_view near = std::string_view(all_).substr(0, open + longest_link);
        const std::size_t close = near.find(']', open);
        if (close == std::string::npos || close + 1 >= near.size() || near[close + 1] != '(')
            return false;
        const std::size_t end = near.find_first_of(")\n", close);
        if (end == std::string::npos || near[end] == '\n')
            return false;
        if (picture) {
            ++found_.pictures;
            pass(end + 1 - at_);
            return true;
        }
        pass(1);
        at_ = close;
        pass(end + 1 - close);
        return true;
    }

    bool tag() {
        const std::string_view text = rest();
        if (text.starts_with("<!--")) {
            const std::size_t end = find("-->", at_);
            if (end == std::string::npos)
                return false;
            ++found_.comments;
            pass(end + 3 - at_);
            return true;
        }
        const std::size_t end = text.substr(0, longest_tag).find('>');
        if (end == std::string_view::npos)
            return false;
        const bool closing = text.starts_with("</");
        const std::string name = lower_tag(text.substr(closing ? 2 : 1));
        if (name == "br") {
            pass(end + 1);
            writer_.add_space();
            return true;
        }
        const std::size_t name_end = (closing ? 2 : 1) + name.size();
        if (std::ranges::find(tags, name) == tags.end() || (text[name_end] != '>' && text[name_end] != ' ' && text[name_end] != '/'))
            return false;
        pass(end + 1);
        if (name == "b" || name == "strong")
            look_.bold = !closing;
        return true;
    }

    bool mark() {
        switch (all_[at_]) {
        case '*': return pair("**", &Look::bold, '*') || (marked_ && pair("*", &Look::italic, '*'));
        case '_': return marked_ && (pair("__", &Look::bold, '_') || pair("_", &Look::italic, '_'));
        case '~': return marked_ && struck();
        case '!':
        case '[': return marked_ && link();
        case '<': return marked_ && tag();
        case '`': return marked_ && code();
        case '\\':
            if (!marked_ || is_word(after(1)) || (after(1) == ' ' && at_ + 1 < all_.size()))
                return false;
            pass(1);
            if (at_ < all_.size() && all_[at_] != '\n')
                ++at_;
            return true;
        case '&':
            if (marked_)
                for (const Reference& reference : references)
                    if (rest().starts_with(reference.name)) {
                        instead(reference.name.size(), reference.text);
                        return true;
                    }
            return false;
        default: return false;
        }
    }

    BlockWriter& writer_;
    bool marked_;
    Look look_;
    MarksFound& found_;
    std::string all_; // the stretches, each ended by a newline
    std::vector<Start> starts_;
    std::size_t next_start_ = 0, counted_to_ = 0;
    std::uint32_t column_ = 0; // of counted_to_
    std::vector<std::string_view> missing_; // signs that come no more
    std::size_t at_ = 0, from_ = 0; // where reading is, and from where words wait
    std::string_view bold_by_, italic_by_;
};

} // namespace

void add_marked(BlockWriter& writer, const std::vector<Stretch>& stretches, bool marked, Look look, MarksFound& found) {
    if (!stretches.empty())
        Marks(writer, stretches, marked, look, found).run();
}

} // namespace ehc::read

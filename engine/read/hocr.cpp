#include "read/hocr.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <pugixml.hpp>

namespace ehc::read::pdf {

namespace {

using namespace std::string_view_literals;

constexpr double font_to_rows = 1.065;    // of a font's size to the height of its rows as Tesseract measures them
constexpr double one_row = 0.35;          // of the size, between base lines
constexpr double straight = 0.002;        // slopes below are none
constexpr double speck = 50;              // confidence below which a sign without letters is dirt
constexpr double near_rule = 4;           // points
constexpr double bullet_gap = 0.4;        // of the size, after a bullet

// The numbers behind a name in the title of an element: "bbox 239 129 441 161; x_wconf 92".
template <std::size_t count> std::optional<std::array<double, count>> numbers(std::string_view title, std::string_view name) {
    std::size_t at = title.find(name);
    while (at != std::string_view::npos && ((at != 0 && title[at - 1] != ' ') || title.substr(at + name.size(), 1) != " "))
        at = title.find(name, at + 1);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string_view rest = title.substr(at + name.size());
    std::array<double, count> values{};
    for (double& value : values) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc() || !std::isfinite(value))
            return std::nullopt;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    }
    return values;
}

// A straight line of words as Tesseract sees it.
struct Row {
    double base = 0, size = 0; // base: at the left edge of the page
    std::vector<Word> words;
};

bool has_letter_or_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

// A dot before an item is read as whatever small round sign is nearest.
bool reads_as_bullet(std::string_view text) {
    constexpr std::array signs{"e"sv, "¢"sv, "©"sv, "®"sv, "°"sv, "»"sv, "«"sv, "*"sv, "«."sv, "e."sv};
    return std::ranges::find(signs, text) != signs.end();
}

// What may follow the word I: nothing, or the sign of what is left out, or of an end.
bool stands_alone(std::string_view rest) { return rest.empty() || std::string_view("'.,:;)\"").find(rest.front()) != std::string_view::npos || rest.starts_with("\u2019"); }

// "Bi" and "Fl" at the head of a row are what B1 and F1 look like.
bool reads_as_number(std::string_view text) { return text.size() >= 2 && text.size() <= 3 && text[0] >= 'B' && text[0] <= 'K' && (text[1] == 'i' || text[1] == 'l') && (text.size() == 2 || text[2] == '.'); }

class HocrReader {
  public:
    explicit HocrReader(double dpi) : to_points_(72 / dpi) {}

    PictureRead read(const pugi::xml_node& root) {
        for (pugi::xml_node node = root; node; node = next(node, root))
            see(node);
        put_straight();
        tell_strokes();
        PictureRead read;
        read.rules = std::move(rules_);
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.base < b.base; });
        for (std::size_t first = 0; first < rows_.size();) {
            std::size_t last = first;
            std::vector<Word> words;
            while (last < rows_.size() && rows_[last].base - rows_[first].base <= one_row * rows_[first].size) {
                std::ranges::move(rows_[last].words, std::back_inserter(words));
                ++last;
            }
            std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
            if (words.size() > 1 && reads_as_bullet(words[0].text) && words[1].box.x0 - words[0].box.x1 > bullet_gap * words[1].size)
                words[0].text = "•";
            if (words.size() > 1 && reads_as_number(words[0].text))
                words[0].text[1] = '1';
            std::ranges::move(words, std::back_inserter(read.words));
            first = last;
        }
        read.confidence = letters_ == 0 ? 0 : sure_ / letters_;
        return read;
    }

  private:
    // The node after this one in the order of the text, without recursion.
    static pugi::xml_node next(pugi::xml_node node, const pugi::xml_node& root) {
        if (node.first_child())
            return node.first_child();
        while (node && node != root && !node.next_sibling())
            node = node.parent();
        return !node || node == root ? pugi::xml_node() : node.next_sibling();
    }

    [[nodiscard]] Box box(const std::array<double, 4>& pixels) const { return {pixels[0] * to_points_, pixels[1] * to_points_, pixels[2] * to_points_, pixels[3] * to_points_}; }

    void see(const pugi::xml_node& node) {
        const std::string_view kind = node.attribute("class").value(), title = node.attribute("title").value();
        if (kind == "ocrx_word")
            return word(node, title);
        const auto place = numbers<4>(title, "bbox");
        if (kind == "ocr_separator" && place) {
            rules_.push_back(box(*place));
        } else if (kind == "ocr_page" && place) {
            middle_ = {(*place)[2] * to_points_ / 2, (*place)[3] * to_points_ / 2};
        } else if (place && (kind == "ocr_line" || kind == "ocr_header" || kind == "ocr_caption" || kind == "ocr_textfloat")) {
            line_ = box(*place);
            const auto base = numbers<2>(title, "baseline");
            slope_ = base ? (*base)[0] : 0;
            base_ = line_.y1 + (base ? (*base)[1] * to_points_ : 0);
            const auto size = numbers<1>(title, "x_size");
            const auto turn = numbers<1>(title, "textangle");
            turned_ = turn && (*turn)[0] != 0;
            rows_.emplace_back();
            rows_.back().size = (size ? (*size)[0] * to_points_ : line_.height()) * font_to_rows;
            rows_.back().base = base_;
            if (!turned_ && line_.width() > 0)
                slopes_.emplace_back(slope_, line_.width());
        }
    }

    void word(const pugi::xml_node& node, std::string_view title) {
        const auto place = numbers<4>(title, "bbox");
        const auto sure = numbers<1>(title, "x_wconf");
        if (!place || rows_.empty())
            return;
        Word word;
        for (pugi::xml_node inside = node.first_child(); inside; inside = next(inside, node))
            word.text += inside.value(); // its letters may be set as bold or slanted
        for (char& c : word.text)
            c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        const double confidence = sure ? std::clamp((*sure)[0], 0.0, 100.0) : 0;
        if (word.text.find_first_not_of(' ') == std::string::npos || (!has_letter_or_digit(word.text) && word.text.find('|') == std::string::npos && confidence < speck))
            return;
        word.box = box(*place);
        word.size = rows_.back().size;
        word.base = base_ + slope_ * (word.box.middle_x() - line_.x0);
        word.turned = turned_;
        word.recognised = true;
        letters_ += static_cast<double>(word.text.size());
        sure_ += confidence * static_cast<double>(word.text.size());
        rows_.back().words.push_back(std::move(word));
    }

    // An upright stroke is the letter I ("Section I", "I'm"), unless it is a ruled line or as tall as one.
    void tell_strokes() {
        for (Row& row : rows_) {
            std::erase_if(row.words, [&](const Word& word) {
                const auto is_in = [&](const Box& rule) {
                    return rule.width() < rule.height() && std::abs(rule.middle_x() - word.box.middle_x()) < near_rule && rule.y0 <= word.box.middle_y() && rule.y1 >= word.box.middle_y();
                };
                return word.text == "|" && (word.box.height() > word.size || std::ranges::any_of(rules_, is_in));
            });
            for (Word& word : row.words)
                if (const std::size_t at = word.text.find_first_not_of("\"'(\u201C\u2018"); at != std::string::npos && word.text[at] == '|' && stands_alone(word.text.substr(at + 1)))
                    word.text[at] = 'I';
        }
        std::erase_if(rows_, [](const Row& row) { return row.words.empty(); });
    }

    // Turns everything back by the slope of the middle line.
    void put_straight() {
        std::ranges::sort(slopes_);
        double all = 0, so_far = 0, slope = 0;
        for (const auto& [each, width] : slopes_)
            all += width;
        for (const auto& [each, width] : slopes_) {
            slope = each;
            if ((so_far += width) >= all / 2)
                break;
        }
        if (std::abs(slope) < straight)
            slope = 0;
        const double turn = -std::atan(slope), cosine = std::cos(turn), sine = std::sin(turn);
        const auto turned = [&](double x, double y) {
            const double dx = x - middle_.first, dy = y - middle_.second;
            return std::pair(middle_.first + dx * cosine - dy * sine, middle_.second + dx * sine + dy * cosine);
        };
        for (Row& row : rows_)
            for (Word& word : row.words) {
                const auto [x, base] = turned(word.box.middle_x(), word.base);
                const double right = x - word.box.middle_x(), down = base - word.base;
                word.box = {word.box.x0 + right, word.box.y0 + down, word.box.x1 + right, word.box.y1 + down};
                word.base = base;
            }
        for (Row& row : rows_)
            if (!row.words.empty())
                row.base = row.words.front().base;
        std::erase_if(rows_, [](const Row& row) { return row.words.empty(); });
        if (slope == 0)
            return;
        for (Box& rule : rules_) {
            const bool level = rule.width() >= rule.height(), falls = slope > 0;
            const auto [x0, y0] = level ? turned(rule.x0, falls ? rule.y0 : rule.y1) : turned(falls ? rule.x1 : rule.x0, rule.y0);
            const auto [x1, y1] = level ? turned(rule.x1, falls ? rule.y1 : rule.y0) : turned(falls ? rule.x0 : rule.x1, rule.y1);
            rule = level ? Box{x0, (y0 + y1) / 2, x1, (y0 + y1) / 2} : Box{(x0 + x1) / 2, y0, (x0 + x1) / 2, y1};
        }
    }

    double to_points_;
    std::pair<double, double> middle_; // of the page
    Box line_;                         // the one being read
    double slope_ = 0, base_ = 0;
    bool turned_ = false;
    double letters_ = 0, sure_ = 0;
    std::vector<Row> rows_;
    std::vector<Box> rules_;
    std::vector<std::pair<double, double>> slopes_; // of lines, and their widths
};

} // namespace

Result<PictureRead> parse_hocr(std::string_view hocr, double dpi) {
    pugi::xml_document document;
    if (!document.load_buffer(hocr.data(), hocr.size(), pugi::parse_default, pugi::encoding_utf8) || !document.child("html"))
        return Error{"", "Tesseract did not answer as it should", "see that it is version 4 or later"};
    return HocrReader(dpi).read(document.child("html"));
}

} // namespace ehc::read::pdf

#include "read/pdf_page.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace ehc::read::pdf {

namespace {

// The fields of a line, one after another.
class Fields {
  public:
    explicit Fields(std::string_view line) : rest_(line) {}

    std::string_view next() {
        const std::size_t tab = std::min(rest_.find('\t'), rest_.size());
        const std::string_view field = rest_.substr(0, tab);
        rest_.remove_prefix(std::min(tab + 1, rest_.size()));
        return field;
    }
    double number() {
        const std::string_view field = next();
        double value = 0;
        const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
        ok_ = ok_ && error == std::errc() && end == field.data() + field.size() && std::isfinite(value);
        return value;
    }
    Box box() {
        Box box;
        box.x0 = number();
        box.y0 = number();
        box.x1 = number();
        box.y1 = number();
        return box;
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool ok() const { return ok_; }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

} // namespace

Result<Answer> parse_answer(std::string_view text) {
    Answer answer;
    bool ended = false;
    while (!text.empty() && !ended) {
        const std::size_t newline = text.find('\n');
        if (newline == std::string_view::npos)
            break;
        Fields fields(text.substr(0, newline));
        text.remove_prefix(newline + 1);
        const std::string_view what = fields.next();
        if (what == "end") {
            ended = true;
        } else if (what == "error") {
            answer.error = fields.next();
            ended = true;
        } else if (what == "title") {
            answer.title = fields.rest();
        } else if (what == "author") {
            answer.author = fields.rest();
        } else if (what == "page") {
            Page page;
            page.number = static_cast<std::uint32_t>(std::clamp(fields.number(), 0.0, 1e6));
            page.width = fields.number();
            page.height = fields.number();
            answer.pages.push_back(std::move(page));
        } else if (!answer.pages.empty() && what == "word") {
            Word word;
            word.box = fields.box();
            word.base = fields.number();
            word.size = fields.number();
            const std::string_view flags = fields.next();
            word.bold = flags.find('b') != std::string_view::npos;
            word.italic = flags.find('i') != std::string_view::npos;
            word.recognised = flags.find('h') != std::string_view::npos;
            word.turned = flags.find('r') != std::string_view::npos;
            word.text = fields.rest();
            if (!word.text.empty())
                answer.pages.back().words.push_back(std::move(word));
        } else if (!answer.pages.empty() && what == "rule") {
            answer.pages.back().rules.push_back(fields.box());
        } else if (!answer.pages.empty() && what == "image") {
            answer.pages.back().images.push_back(fields.box());
        } else if (!answer.pages.empty() && what == "drawing") {
            answer.pages.back().drawings.push_back(fields.box());
        } else {
            break;
        }
        if (!fields.ok())
            break;
    }
    if (!ended)
        return Error{"", "the helper that reads PDFs did not answer as it should", ""};
    return answer;
}

} // namespace ehc::read::pdf

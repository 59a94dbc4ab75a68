#include "read/pdf_pictures.hpp"

#include "read/hocr.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace ehc::read::pdf {

namespace {

constexpr double whole_page = 0.8;            // of its area: a picture of a page, not on a page
constexpr double margin = 0.12;               // of its height
constexpr std::size_t few_letters = 120;
constexpr std::size_t most_rules = 200;       // more are letters drawn as lines
constexpr double least_confidence = 50;       // below, the words are guesses
constexpr std::size_t most_late = 3;          // pages that take too long; then no more are tried
constexpr double same_size = 0.12;            // of it: sizes of a picture's lines are measured, not told

// The pixels behind "picture WIDTH HEIGHT DPI\n", once all are there.
std::optional<Picture> picture_of(std::string_view answer) {
    const std::size_t newline = answer.find('\n');
    if (!answer.starts_with("picture\t") || newline == std::string_view::npos)
        return std::nullopt;
    Picture picture;
    std::string_view rest = answer.substr(0, newline);
    for (std::uint32_t* number : {&picture.width, &picture.height, &picture.dpi}) {
        rest.remove_prefix(std::min(rest.find('\t'), rest.size() - 1) + 1);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), *number);
        if (error != std::errc() || *number == 0 || *number > 100'000)
            return std::nullopt;
    }
    picture.greys = answer.substr(newline + 1);
    return picture.greys.size() == static_cast<std::size_t>(picture.width) * picture.height ? std::optional(picture) : std::nullopt;
}

bool is_whole(std::string_view answer) { return answer.starts_with("picture\t") ? picture_of(answer).has_value() : answer.find('\n') != std::string_view::npos; }

// The words and lines of one page. Error: why there are none.
Result<PictureRead> read_picture(std::uint32_t number, std::string_view bytes, const Limits& limits, Helpers& helpers, Ocr& ocr) {
    const std::string request = "picture " + std::to_string(bytes.size()) + " " + std::to_string(number) + " " + std::to_string(limits.seconds) + "\n";
    const Helpers::Reply reply = helpers.ask(request, bytes, is_whole, std::chrono::seconds(2 * limits.seconds + 5));
    if (reply.end == Helpers::Reply::End::late)
        return Error{"", "drawing it takes longer than " + std::to_string(limits.seconds) + " seconds", ""};
    if (reply.words == "error\tlarge\n")
        return Error{"", "the page is too large to be drawn so that it can be read", ""};
    const auto picture = picture_of(reply.words);
    if (!picture)
        return Error{"", "it cannot be drawn", ""};
    const auto hocr = ocr.read(*picture, limits.seconds);
    if (!hocr)
        return hocr.error();
    auto read = parse_hocr(*hocr, picture->dpi);
    if (read && read->words.empty())
        return Error{"", "there are no words on it", ""};
    if (read && read->confidence < least_confidence)
        return Error{"", "its words are guesses (confidence " + std::to_string(std::lround(read->confidence)) + " of 100)", ""};
    return read;
}

// Lines that are nearly of one size are of one: of the text's, or of the largest heading's among them.
void settle_sizes(std::vector<Page>& pages) {
    std::vector<std::pair<double, std::size_t>> sizes; // with letters
    std::size_t all = 0, so_far = 0;
    for (const Page& page : pages)
        for (const Word& word : page.words)
            if (page.confidence > 0) {
                sizes.emplace_back(word.size, word.text.size());
                all += word.text.size();
            }
    std::ranges::sort(sizes);
    double body = 0;
    for (const auto& [size, letters] : sizes)
        if ((so_far += letters) * 2 >= all) {
            body = size;
            break;
        }
    std::set<double, std::greater<>> groups{body};
    for (auto size = sizes.rbegin(); size != sizes.rend(); ++size) {
        const auto at_least = groups.lower_bound(size->first); // the first that is not larger
        const bool in_body = std::abs(size->first - body) <= same_size * body;
        const bool near = at_least != groups.begin() && *std::prev(at_least) * (1 - same_size) <= size->first;
        if (!in_body && !near)
            groups.insert(size->first);
    }
    for (Page& page : pages)
        for (Word& word : page.words) {
            if (page.confidence == 0)
                continue;
            if (std::abs(word.size - body) <= same_size * body) {
                word.size = body;
                continue;
            }
            for (const double group : groups)
                if (word.size <= group && word.size >= group * (1 - same_size)) {
                    word.size = group;
                    break;
                }
        }
}

} // namespace

bool is_picture(const Page& page) {
    std::size_t letters = 0, unknown = 0;
    bool in_margins = true, recognised = false;
    for (const Word& word : page.words) {
        letters += word.text.size();
        for (std::size_t at = word.text.find("\xEF\xBF\xBD"); at != std::string::npos; at = word.text.find("\xEF\xBF\xBD", at + 3))
            unknown += 3;
        in_margins = in_margins && (word.box.y1 < margin * page.height || word.box.y0 > (1 - margin) * page.height);
        recognised = recognised || word.recognised;
    }
    if (letters == 0)
        return !page.images.empty() || page.rules.size() > most_rules;
    if (unknown * 2 > letters)
        return true;
    const bool covered = std::ranges::any_of(page.images, [&](const Box& image) { return image.width() * image.height() > whole_page * page.width * page.height; });
    return covered && in_margins && !recognised && letters < few_letters;
}

void recognise_pictures(Answer& answer, std::string_view bytes, const Limits& limits, Helpers& helpers, Ocr& ocr) {
    std::size_t tried = 0, late = 0;
    for (Page& page : answer.pages) {
        if (!is_picture(page))
            continue;
        if (tried++ >= limits.recognised_pages) {
            page.unread = "text recognition reads " + std::to_string(limits.recognised_pages) + " pages of a document";
            continue;
        }
        if (late >= most_late) {
            page.unread = "pages before it took too long";
            continue;
        }
        auto read = read_picture(page.number, bytes, limits, helpers, ocr);
        if (!read) {
            page.unread = read.error().what;
            late += page.unread.find("takes longer") != std::string::npos ? 1 : 0;
            continue;
        }
        page.words = std::move(read->words);
        page.rules = std::move(read->rules);
        page.images.clear();
        page.confidence = read->confidence;
    }
    settle_sizes(answer.pages);
}

} // namespace ehc::read::pdf

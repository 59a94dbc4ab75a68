// ehcaudit-pdf: words, ruled lines and pictures of PDFs with their places, for ehcaudit. A program of its own, since poppler is
// under the GPL and PDFs come from anywhere: it is linked with poppler and nothing of the engine, and shuts itself in before it
// reads a byte of a document.
//
// Protocol: requests on standard input, "words BYTES PAGES SECONDS\n" or "picture BYTES PAGE SECONDS\n" and then so many bytes of a PDF;
// many may follow one another. The answers, on standard output:
//
// To `words`, of a document with at most so many PAGES, lines of fields parted by tabs. Places are points from the top left corner of
// the page.
//
//     title TEXT, author TEXT       document properties
//     page NUMBER WIDTH HEIGHT      what follows is on it
//     word X0 Y0 X1 Y1 BASE SIZE FLAGS TEXT    in the order of the page's content. FLAGS: b bold, i italic, h invisible (as the
//                                   words that text recognition lays behind a scan), r turned, slanted, or so large and faint
//                                   that other words are read over it, - none
//     rule X0 Y0 X1 Y1              a straight line or thin box, upright or level
//     image X0 Y0 X1 Y1             a picture
//     drawing X0 Y0 X1 Y1           a large shape that is neither a box nor a line
//     error encrypted|damaged|pages|words          nothing more follows
//     end
//
// To `picture`, of one page as it is printed:
//
//     picture WIDTH HEIGHT DPI\n, parted by tabs, and then WIDTH times HEIGHT bytes, a grey a pixel, row by row from the top
//     error encrypted|damaged|large
//
// More SECONDS of computing than asked for end the process; whoever asked sees the pipe close.
#include "restrict/restrict.hpp"

#include <Error.h>
#include <ErrorCodes.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <UTF.h>
#include <splash/SplashBitmap.h>

#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

constexpr std::uint64_t memory_bytes = 2ULL << 30U;
constexpr std::size_t most_answer = 64U << 20U;
constexpr double finest_picture = 300, coarsest_picture = 100; // dots an inch: what is written by hand or printed small can be read
constexpr double most_pixels = 36e6;                             // two sheets of A3 at the finest
constexpr double slanted = 0.05;                              // of a right angle and more from level and upright
constexpr double watermark_size = 40, faint = 0.55, opaque = 0.7;
constexpr double least_drawing = 20;
constexpr std::size_t most_drawings = 200; // a page
constexpr double thickest_rule = 3.0, shortest_rule = 3.0; // points

void put_number(std::string& out, double value) {
    char text[32];
    if (!std::isfinite(value))
        value = 0;
    std::snprintf(text, sizeof text, "\t%.2f", std::clamp(value, -100000.0, 100000.0));
    out += text;
}

void put_box(std::string& out, std::string_view what, double x0, double y0, double x1, double y1) {
    out += what;
    put_number(out, std::min(x0, x1));
    put_number(out, std::min(y0, y1));
    put_number(out, std::max(x0, x1));
    put_number(out, std::max(y0, y1));
}

void put_utf8(std::string& out, Unicode code) {
    if (code < 0x20 || code == 0x7F || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF)
        code = code == '\t' || code == '\n' ? ' ' : 0xFFFD;
    const auto put = [&](Unicode byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

// Text as poppler gathers it, and beside it the lines and pictures of the page.
class PageReader final : public TextOutputDev {
  public:
    explicit PageReader(std::string& out) : TextOutputDev(nullptr, false, 0, true, false), out_(out) {}

    bool needNonText() override { return true; }
    void stroke(GfxState* state) override { path(state, true); }
    void fill(GfxState* state) override { path(state, false); }
    void eoFill(GfxState* state) override { path(state, false); }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY, CharCode c, int nBytes, const Unicode* u, int uLen) override {
        (state->getRender() == 3 ? invisible_ : visible_) += 1;
        if (state->getRender() != 3 && (is_slanted(state) || is_faint(state)))
            return set_aside(state, x, y, u, uLen);
        TextOutputDev::drawChar(state, x, y, dx, dy, originX, originY, c, nBytes, u, uLen);
    }

    void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) override { image(state); }
    void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override { image(state); }
    void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override { image(state); }
    void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*, bool) override { image(state); }

    // The words of the page that was shown, after its lines and pictures.
    void put_words() {
        const bool all_invisible = invisible_ > 0 && visible_ == 0;
        const std::unique_ptr<TextWordList> words = makeWordList();
        for (int i = 0; words && i < words->getLength() && out_.size() < most_answer; ++i) {
            const TextWord* word = words->get(i);
            if (word->getLength() == 0)
                continue;
            double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
            word->getBBox(&x0, &y0, &x1, &y1);
            put_box(out_, "word", x0, y0, x1, y1);
            put_number(out_, word->getBaseline());
            put_number(out_, word->getFontSize());
            out_ += '\t';
            const std::size_t flags = out_.size();
            const auto* font = word->getFontInfo(0);
            const std::string_view name = font->getFontName() != nullptr ? std::string_view(font->getFontName()->c_str()) : std::string_view();
            const auto named = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
            if (font->isBold() || named("Bold") || named("bold") || named("Black") || named("Heavy") || named("Demi"))
                out_ += 'b';
            if (font->isItalic() || named("Italic") || named("Oblique") || named("italic"))
                out_ += 'i';
            if (all_invisible)
                out_ += 'h';
            if (word->getRotation() != 0)
                out_ += 'r';
            if (out_.size() == flags)
                out_ += '-';
            out_ += '\t';
            for (int c = 0; c < word->getLength(); ++c)
                put_utf8(out_, *word->getChar(c));
            out_ += '\n';
        }
        end_aside();
        invisible_ = visible_ = drawings_ = 0;
    }

  private:
    static bool is_slanted(GfxState* state) {
        std::array<double, 4> m{};
        state->getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
        const double size = std::hypot(m[0], m[1]), off = std::min(std::abs(m[0]), std::abs(m[1]));
        return size > 0 && off / size > slanted;
    }
    static bool is_faint(GfxState* state) {
        if (state->getTransformedFontSize() < watermark_size)
            return false;
        GfxRGB colour{};
        state->getFillRGB(&colour);
        const double least = std::min({colToDbl(colour.r), colToDbl(colour.g), colToDbl(colour.b)});
        return state->getFillOpacity() < opaque || (least > faint && least < 1);
    }

    // Words that stand over or under the others: letter by letter, parted where one stands far from the last.
    void set_aside(GfxState* state, double x, double y, const Unicode* letters, int count) {
        double at_x = 0, at_y = 0;
        state->transform(x, y, &at_x, &at_y);
        const double size = state->getTransformedFontSize();
        const bool space = count == 1 && letters[0] == ' ';
        if (space || std::hypot(at_x - aside_x_, at_y - aside_y_) > 1.8 * size)
            end_aside();
        aside_x_ = at_x;
        aside_y_ = at_y;
        if (space || aside_.size() > most_aside)
            return;
        if (aside_.empty())
            aside_size_ = size, aside_from_x_ = at_x, aside_from_y_ = at_y;
        for (int i = 0; i < count; ++i)
            put_utf8(aside_, letters[i]);
    }
    void end_aside() {
        if (!aside_.empty() && out_.size() < most_answer) {
            put_box(out_, "word", aside_from_x_, aside_from_y_, aside_x_, aside_y_);
            put_number(out_, aside_y_);
            put_number(out_, aside_size_);
            out_ += "\tr\t" + aside_ + "\n";
        }
        aside_.clear();
    }

    void rule(double x0, double y0, double x1, double y1, double width) {
        const double w = std::abs(x1 - x0), h = std::abs(y1 - y0);
        const bool level = h <= thickest_rule && w >= shortest_rule, upright = w <= thickest_rule && h >= shortest_rule;
        if (width > thickest_rule || level == upright || out_.size() > most_answer)
            return;
        put_box(out_, "rule", x0, y0, x1, y1);
        out_ += '\n';
    }

    void path(GfxState* state, bool stroked) {
        const GfxPath* path = state->getPath();
        const double width = stroked ? state->getTransformedLineWidth() : 0;
        for (int s = 0; s < path->getNumSubpaths(); ++s) {
            const GfxSubpath* part = path->getSubpath(s);
            double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9, lastX = 0, lastY = 0;
            bool straight = true;
            for (int p = 0; p < part->getNumPoints(); ++p) {
                double x = 0, y = 0;
                state->transform(part->getX(p), part->getY(p), &x, &y);
                straight = straight && !part->getCurve(p);
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
                if (stroked && p > 0 && straight)
                    rule(lastX, lastY, x, y, width);
                lastX = x;
                lastY = y;
            }
            if (!stroked && straight && part->getNumPoints() >= 4)
                rule(left, top, right, bottom, 0);
            if ((!straight || part->getNumPoints() > 5) && (right - left > least_drawing || bottom - top > least_drawing) && drawings_++ < most_drawings && out_.size() < most_answer) {
                put_box(out_, "drawing", left, top, right, bottom);
                out_ += '\n';
            }
        }
    }

    void image(GfxState* state) {
        if (out_.size() > most_answer)
            return;
        const auto* m = state->getCTM();
        put_box(out_, "image", std::min({m[4], m[4] + m[0], m[4] + m[2]}), std::min({m[5], m[5] + m[1], m[5] + m[3]}),
                std::max({m[4], m[4] + m[0], m[4] + m[2]}), std::max({m[5], m[5] + m[1], m[5] + m[3]}));
        out_ += '\n';
    }

    std::string& out_;
    std::uint64_t invisible_ = 0, visible_ = 0, drawings_ = 0;
    static constexpr std::size_t most_aside = 200; // bytes of a word
    std::string aside_;
    double aside_x_ = 0, aside_y_ = 0, aside_size_ = 0, aside_from_x_ = 0, aside_from_y_ = 0;
};

// PDF's text strings are UTF-16 with a mark, or an encoding of their own that holds ASCII.
void put_property(std::string& out, const char* what, const GooString* text) {
    if (text == nullptr || text->getLength() == 0)
        return;
    out += what;
    out += '\t';
    Unicode* codes = nullptr;
    const int length = TextStringToUCS4(text->toStr(), &codes);
    for (int i = 0; i < std::min(length, 1000); ++i)
        put_utf8(out, codes[i]);
    gfree(codes);
    out += '\n';
}

// Why the document cannot be read; empty when it can.
std::string fault_of(PDFDoc& document) {
    if (!document.isOk())
        return document.getErrorCode() == errEncrypted ? "error\tencrypted\n" : "error\tdamaged\n";
    return document.getNumPages() < 1 ? "error\tdamaged\n" : "";
}

PDFDoc opened(const std::string& bytes) { return PDFDoc(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))); }

std::string words_of(const std::string& bytes, int most_pages) {
    std::string out;
    PDFDoc document = opened(bytes);
    if (const std::string fault = fault_of(document); !fault.empty())
        return fault;
    const int pages = document.getNumPages();
    if (pages > most_pages)
        return "error\tpages\n";
    put_property(out, "title", document.getDocInfoTitle().get());
    put_property(out, "author", document.getDocInfoAuthor().get());
    PageReader reader(out);
    for (int number = 1; number <= pages; ++number) {
        const double width = document.getPageCropWidth(number), height = document.getPageCropHeight(number);
        const bool turned = document.getPageRotate(number) % 180 != 0;
        out += "page\t" + std::to_string(number);
        put_number(out, turned ? height : width);
        put_number(out, turned ? width : height);
        out += '\n';
        document.displayPage(&reader, number, 72, 72, 0, false, true, false);
        reader.put_words();
        if (out.size() > most_answer)
            return "error\twords\n";
    }
    return out + "end\n";
}

std::string picture_of(const std::string& bytes, int number) {
    PDFDoc document = opened(bytes);
    if (const std::string fault = fault_of(document); !fault.empty() || number < 1 || number > document.getNumPages())
        return fault.empty() ? "error\tdamaged\n" : fault;
    const double inches = document.getPageCropWidth(number) / 72 * document.getPageCropHeight(number) / 72;
    const double dpi = std::floor(std::min(finest_picture, std::sqrt(most_pixels / std::max(inches, 1e-3))));
    if (!(dpi >= coarsest_picture))
        return "error\tlarge\n";
    SplashColor paper{255};
    SplashOutputDev drawing(splashModeMono8, 1, false, paper);
    drawing.startDoc(&document);
    document.displayPage(&drawing, number, dpi, dpi, 0, false, true, false);
    SplashBitmap* bitmap = drawing.getBitmap();
    if (bitmap == nullptr || bitmap->getWidth() < 1 || bitmap->getHeight() < 1 || static_cast<double>(bitmap->getWidth()) * bitmap->getHeight() > 1.1 * most_pixels)
        return "error\tlarge\n";
    std::string out = "picture\t" + std::to_string(bitmap->getWidth()) + "\t" + std::to_string(bitmap->getHeight()) + "\t" + std::to_string(std::lround(dpi)) + "\n";
    for (int y = 0; y < bitmap->getHeight(); ++y)
        out.append(reinterpret_cast<const char*>(bitmap->getDataPtr()) + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(), static_cast<std::size_t>(bitmap->getWidth()));
    return out;
}

void limit_computing(long seconds) {
    const itimerval timer{{0, 0}, {seconds, 0}};
    setitimer(ITIMER_PROF, &timer, nullptr); // SIGPROF ends the process
}

} // namespace

int main() {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback([](ErrorCategory, Goffset, const char*) {}); // answers say what matters; words of a plan go to no log
    ehc::restrict::shut_in(memory_bytes);
    std::array<char, 16> what{};
    long long size = 0;
    int number = 0;
    long seconds = 0;
    while (std::scanf("%15[a-z] %lld %d %ld", what.data(), &size, &number, &seconds) == 4) {
        if (std::getchar() != '\n' || size < 0 || size > (1LL << 30))
            return 2;
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (std::fread(bytes.data(), 1, bytes.size(), stdin) != bytes.size())
            return 2;
        limit_computing(seconds);
        const std::string out = std::string_view(what.data()) == "picture" ? picture_of(bytes, number) : words_of(bytes, number);
        limit_computing(0);
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0)
            return 1;
    }
    return 0;
}

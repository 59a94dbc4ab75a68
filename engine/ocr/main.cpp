// ehcaudit-ocr: the words of a picture of a page, read by Tesseract, for ehcaudit. A program of its own, which neither writes files
// nor reaches a network, nor may the Tesseract that it starts: pictures go in and words come out through pipes. Tesseract sees no
// byte of a document, only a picture that ehcaudit-pdf has drawn.
//
//     ehcaudit-ocr TESSERACT        TESSERACT is the program
//
// Protocol: requests on standard input, "WIDTH HEIGHT DPI SECONDS\n" and then WIDTH times HEIGHT bytes, a grey a pixel, row by row
// from the top; many may follow one another. The answer to each, on standard output:
//
//     hocr BYTES\n and so many bytes: words, lines and ruled lines with their places, as Tesseract writes them
//     error start|language|failed|late\n
//
// More SECONDS of computing than asked for, or twice as many of waiting, end the reading. When standard input closes so does
// everything.
#include "restrict/child.hpp"
#include "restrict/restrict.hpp"

#include <signal.h>

#include <cstdio>
#include <string>

namespace {

namespace restrict = ehc::restrict;

constexpr std::uint64_t most_pixels = 40ULL << 20U, memory = 2ULL << 30U, most_said = 16ULL << 20U;

std::string answer(const std::string& tesseract, const std::string& picture, long dpi, long seconds) {
    restrict::Child reader;
    reader.words = {tesseract, "stdin", "stdout", "-l", "eng", "--dpi", std::to_string(dpi), "-c", "tessedit_create_hocr=1", "-c", "hocr_font_info=0"};
    reader.environment = {"OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8"};
    reader.seconds = seconds;
    reader.memory = memory;
    reader.most_said = most_said;
    const restrict::Ran ran = restrict::run(reader, picture, restrict::abandoned);
    switch (ran.ended) {
    case restrict::Ended::well: break;
    case restrict::Ended::not_started: return "error start\n";
    case restrict::Ended::late: return "error late\n";
    case restrict::Ended::abandoned: return "error failed\n";
    case restrict::Ended::badly: return ran.complained.find("traineddata") != std::string::npos ? "error language\n" : "error failed\n";
    }
    return "hocr " + std::to_string(ran.said.size()) + "\n" + ran.said;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    restrict::refuse_writing();
    long long width = 0, height = 0;
    long dpi = 0, seconds = 0;
    while (std::scanf("%lld %lld %ld %ld", &width, &height, &dpi, &seconds) == 4) {
        if (std::getchar() != '\n' || width < 1 || height < 1 || width > static_cast<long long>(most_pixels) || height > static_cast<long long>(most_pixels) / width)
            return 2;
        std::string picture = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
        const std::size_t head = picture.size();
        picture.resize(head + static_cast<std::size_t>(width * height));
        if (std::fread(picture.data() + head, 1, picture.size() - head, stdin) != picture.size() - head)
            return 2;
        const std::string out = answer(argv[1], picture, dpi, seconds);
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0)
            return 1;
    }
    return 0;
}

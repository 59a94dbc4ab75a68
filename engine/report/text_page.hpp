// A page of text for a terminal or a file: paragraphs wrapped to its width, coloured or not, with nothing of a plan acting on
// the terminal; and what every text report begins and ends with.
// Errors: those of the stream.
#pragma once

#include "report/display.hpp"
#include "report/options.hpp"
#include "report/tally.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace ehc::report {

// SGR parameters, all legible on dark and on light ground.
namespace sgr {
inline constexpr std::string_view bold = "1", dim = "2", red = "31", bold_red = "1;31", yellow = "33", cyan = "36";
}
[[nodiscard]] std::string_view colour_of(finding::Severity severity) noexcept;
[[nodiscard]] std::string_view word_of(finding::Severity severity) noexcept; // "CRITICAL"

class TextPage {
  public:
    TextPage(std::ostream& out, const Options& options);

    [[nodiscard]] std::string painted(std::string_view colour, const std::string& text) const;
    [[nodiscard]] std::string safe(std::string_view text) const { return shown(text, options_.unicode); }
    void blank();
    // The line with its marked characters in colour.
    [[nodiscard]] std::string painted_marks(Line line, std::string_view colour) const;
    // `lead` in colour from column `indent`, then the text, which starts at column `hang` or after a longer lead; further
    // lines start at `hang`. Either part may be empty.
    void paragraph(unsigned indent, unsigned hang, std::string_view lead, std::string_view colour, std::string_view text = {});
    void paragraph(unsigned indent, unsigned hang, std::string_view text) { paragraph(indent, hang, {}, {}, text); }
    void heading(std::string_view text) { paragraph(0, 2, text, sgr::bold); }
    void rule(); // a line across

    // What the audit was made with.
    void header(const finding::Report& report, bool with_packs);
    // How many documents of each group would be sent back, the first `most` groups of each name.
    void groups(const finding::Report& report, const Tally& tally, std::size_t most);
    // How everything ended, last what the eye should find when the run is over.
    void counts(const finding::Report& report, const finding::Summary& summary);

  protected:
    std::ostream& out_;
    const Options& options_;
    unsigned width_;
};

} // namespace ehc::report

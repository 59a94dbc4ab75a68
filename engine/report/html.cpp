// The report as one HTML file that asks for nothing from outside: a page for one plan, another for many. A content security
// policy lets in only the style and script that are written here, by their hashes.

#include "report/html.hpp"
#include "report/html_parts.hpp"
#include "report/page_assets.hpp"
#include "report/registry.hpp"

#include "finding/hash.hpp"

#include <optional>
#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Report, finding::Summary;

// The base64 of a hash that is given in hexadecimal, as a policy names it.
std::string base64_of(const std::string& hexadecimal) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string text;
    // Three digits of hexadecimal are two of base64.
    for (std::size_t i = 0; i < hexadecimal.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t k = i; k < i + 3; ++k)
            bits = bits << 4U | (k < hexadecimal.size() ? digit(hexadecimal[k]) : 0U);
        text += letters[bits >> 6U];
        if (i + 1 < hexadecimal.size())
            text += letters[bits & 63U];
    }
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

std::string source_of(std::string_view text) { return "'sha256-" + base64_of(finding::sha256_hex(text)) + "'"; }

class HtmlReport : public Running {
  public:
    HtmlReport(std::ostream& out, const Report& head) : out_(out), head_(head), batch_(head) {}

    void document(const DocumentReport& document) override {
        if (head_.summary.documents == 1)
            only_ = document;
        else
            batch_.add(document);
    }
    void end(const Summary& summary) override {
        top();
        if (only_)
            write_html_plan(out_, *only_);
        else
            batch_.write(out_, summary);
        write_about(out_, head_, summary);
        out_ << "</main>\n</div>\n<script>" << page_js << "</script>\n</body>\n</html>\n";
    }

  private:
    void top() {
        const std::string date = xml_escaped(readable_date(head_.as_at));
        out_ << "<!DOCTYPE html>\n<html lang=\"en-GB\" class=\"govuk-template\">\n<head>\n<meta charset=\"utf-8\">\n"
             << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " << source_of(page_css) << "; script-src " << source_of(page_js)
             << "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             << "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<title>"
             << (only_ ? xml_escaped(only_->path) + " - " : std::string()) << "EHC plan audit as at " << date << "</title>\n<style>" << page_css
             << "</style>\n</head>\n<body class=\"govuk-template__body\">\n<a href=\"#main\" class=\"govuk-skip-link\">Skip to main content</a>\n"
             << "<header class=\"ehc-header\"><div class=\"govuk-width-container ehc-width ehc-header__line\"><span class=\"ehc-header__name\">EHC plan audit</span>"
             << "<span>as at " << date << "</span>";
        if (!head_.profile.empty())
            out_ << "<span>" << xml_escaped(head_.profile) << "</span>";
        out_ << "</div></header>\n<div class=\"govuk-width-container ehc-width\">\n<main class=\"govuk-main-wrapper\" id=\"main\">\n";
    }

    std::ostream& out_;
    const Report& head_;
    BatchPage batch_;
    std::optional<DocumentReport> only_;
};

} // namespace

std::unique_ptr<Running> open_html(std::ostream& out, const Report& head, const Options&) { return std::make_unique<HtmlReport>(out, head); }

} // namespace ehc::report

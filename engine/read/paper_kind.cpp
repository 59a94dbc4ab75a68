#include "read/paper_kind.hpp"

#include "read/title_lines.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

using plan::Kind;

constexpr std::string_view review_titles[] = {
    "annual review report", "annual review form", "annual review of", "annual review record", "annual review meeting", "record of annual review", "report of annual review", "review of ehc plan",
    "review of education health and care plan", "ehc plan review", "ehcp review", "ehc plan annual review", "ehcp annual review", "interim review", "early review", "early annual review",
    "person centred review", "person centred annual review", "review of the ehc plan", "review of an ehc plan", "review of the education health and care plan",
    "review of an education health and care plan", "education health and care plan annual review", "education health and care plan review", "annual review part", "annual review paperwork",
    "annual review pro forma", "annual review proforma", "transition review form", "annual review outcome", "report of the annual review", "report of annual review meeting", "minutes of annual review",
};
constexpr std::string_view request_titles[] = {
    "request for an education health and care needs assessment", "request for education health and care needs assessment", "request for an education health and care assessment",
    "request for an ehc needs assessment", "request for ehc needs assessment", "ehc needs assessment request", "ehcna request", "request for an ehcna", "request for statutory assessment",
    "request for an assessment of special educational needs", "education health and care needs assessment request", "parental request for an ehc*", "request for ehc*",
    "request for education health and care", "education health and care assessment application", "ehc assessment application", "ehc needs assessment application",
    "application for an education health and care", "application for an ehc*", "education health and care assessment request", "ehc assessment request",
};
constexpr std::string_view other_plan_titles[] = {
    "sen support plan", "send support plan", "school support plan", "individual education plan", "individual support plan", "individual learning plan", "provision map", "pupil passport",
    "one page profile", "personal education plan", "individual healthcare plan", "individual health care plan", "early help plan", "child in need plan", "pathway plan", "behaviour support plan",
    "pastoral support plan", "individual provision plan", "send provision plan", "assess plan do review",
};
constexpr std::string_view audit_titles[] = {"ehc plan checklist", "ehcp checklist", "checklist", "quality assurance", "qa tool", "qa form", "audit tool", "audit form", "quality audit", "audit of ehc*", "moderation form", "moderation tool"};

// The record of a review without a title: when it was held, and who was there or what is to change.
std::optional<KindFound> untitled_review_form(const Document& document) {
    constexpr std::size_t lines_of_front = 60;
    constexpr std::string_view held[] = {"date of this review", "date of this review meeting", "date of review meeting", "date of annual review meeting", "date of the review meeting", "date of this annual review"};
    constexpr std::string_view record[] = {
        "those present", "people invited", "invited to this review", "invited to the review", "report requested", "report received", "attended review", "attended the review",
        "significant changes proposed", "significant changes to", "proposed amendments to the", "advice submitted for review", "recommendations of the review", "recommendation of the review",
        "progress since last review", "progress since the last review",
    };
    bool when = false;
    std::size_t signs = 0, lines = 0;
    for (const Block& block : document.blocks) {
        if (block.place == plan::Place::header || block.place == plan::Place::footer || block.place == plan::Place::note || is_blank(block.text.value))
            continue;
        const Words words(block.text.value);
        if (lines++ < lines_of_front && words.count() <= 30)
            when = when || words.has_any(held);
        if (words.count() <= 40)
            signs += words.has_any(record) ? 1U : 0U;
    }
    if (!when || signs < 2)
        return std::nullopt;
    return KindFound{Kind::review_form, "an annual review form", "it has the date of the review, and who was there or what is to change"};
}

} // namespace

std::optional<KindFound> paper_about_a_plan(const Document& document, bool enough) {
    constexpr std::size_t lines_of_title = 8;
    const std::vector<TitleLine> lines = first_lines(document);
    bool tribunal = false, decision = false;
    for (std::size_t i = 0; i < std::min(lines.size(), lines_of_title); ++i) {
        const Words& words = lines[i].words;
        if (words.count() > longest_title || lines[i].block->cell || words.original().ends_with('.') || words.original().find(':') != std::string_view::npos)
            continue;
        if (i < lines_of_title / 2 && words.has_any(audit_titles))
            return KindFound{Kind::other, "a form for checking EHC plans, not a plan", "its title says so"};
        tribunal = tribunal || words.has("tribunal");
        decision = decision || words.is("decision") || words.has("final decision") || words.has("decision and reasons") || words.is("order");
    }
    if (tribunal && decision && !enough)
        return KindFound{Kind::other, "a decision of the SEND Tribunal, not a plan", "its first lines name the tribunal and a decision"};
    return std::nullopt;
}

std::optional<KindFound> other_paper(const Document& document) {
    constexpr std::size_t lines_of_title = 4;
    const std::vector<TitleLine> lines = first_lines(document);
    for (std::size_t i = 0; i < std::min(lines.size(), lines_of_title); ++i) {
        const TitleLine& line = lines[i];
        if (line.words.count() > longest_title || line.block->cell || line.words.original().ends_with('.'))
            continue;
        if (line.words.has_any(request_titles))
            return KindFound{Kind::other, "a request for an EHC needs assessment, not a plan", "its title names such a request"};
        if (line.words.has_any(other_plan_titles) && !line.words.has_any(ehc_words) && !line.words.has("section*"))
            return KindFound{Kind::other, "another plan for a child, not an EHC plan", "its title names it, and it has no sections of an EHC plan"};
    }
    return std::nullopt;
}

std::optional<KindFound> kind_by_title(const Document& document) {
    const std::vector<TitleLine> lines = first_lines(document);
    const auto in_title = [&](std::string_view phrase) {
        return std::ranges::any_of(lines, [&](const TitleLine& line) { return line.words.count() <= longest_title && line.words.has(phrase); }) || Words(document.title).has(phrase);
    };
    if (in_title("individual development plan") && (in_title("additional learning needs") || in_title("aln") || times(document, std::array{std::string_view("additional learning needs"), std::string_view("aln"), std::string_view("cdu")}) != 0))
        return KindFound{Kind::other, "an individual development plan (Wales), not an EHC plan", "the first lines name an individual development plan and additional learning needs"};
    if (in_title("co ordinated support plan") || in_title("coordinated support plan"))
        return KindFound{Kind::other, "a co-ordinated support plan (Scotland), not an EHC plan", "the first lines name a co-ordinated support plan"};
    // An Education, Health and Care Plan "in place of a Statement of Special Educational Needs" is one by "the education authority".
    const bool statement = (in_title("statement of special educational needs") || in_title("statement of sen")) && times(document, ehc_words) == 0;
    if (statement && (times(document, std::array{std::string_view("northern ireland"), std::string_view("education authority"), std::string_view("education northern ireland order 1996"), std::string_view("elb")}) != 0))
        return KindFound{Kind::other, "a statement of special educational needs (Northern Ireland), not an EHC plan", "the first lines name a statement, and the text the Education Authority"};
    if (statement)
        return KindFound{Kind::other, "a statement of special educational needs, not an EHC plan", "the first lines name a statement, and nothing names an EHC plan"};
    for (const TitleLine& line : lines) {
        const Words& words = line.words;
        if (words.count() > longest_title || words.has("date*") || words.has("due") || words.has("next") || words.has("final") || words.has("draft") || words.has("last") || words.has_any(sure_guide_titles))
            continue;
        const bool titled = line.block->heading_level != 0 || line.block->all_bold || line.block == lines.front().block || (!line.block->cell && words.original().find(':') == std::string_view::npos);
        if (titled && !words.original().ends_with('.') && words.has_any(review_titles))
            return KindFound{Kind::review_form, "an annual review form", "its title names an annual review"};
    }
    if (const auto form = untitled_review_form(document))
        return form;
    return std::nullopt;
}

} // namespace ehc::read

#include "annotate/comments.hpp"

#include "report/wording.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace ehc::annotate {

namespace {

using finding::DocumentReport, finding::Finding, finding::Place, finding::Question, finding::Severity, finding::Unchecked;
using report::counted, report::joined;

std::string quoted(const std::vector<std::string>& all) {
    std::vector<std::string> parts;
    for (const std::string& words : all)
        if (!words.empty() && std::find(parts.begin(), parts.end(), "\u201c" + words + "\u201d") == parts.end())
            parts.push_back("\u201c" + words + "\u201d");
    return joined(parts, ", ");
}

// Places of one block make one comment, from the first of its words to the last.
struct Stretch {
    std::uint32_t block = 0;
    Span span;
    std::vector<std::string> words;
};

std::vector<Stretch> stretches(const Finding& finding) {
    std::vector<Stretch> all;
    for (const Place& place : finding.places) {
        const Span span = place.words.empty() ? Span{} : place.origin.span;
        const auto home = std::find_if(all.begin(), all.end(), [&](const Stretch& each) { return each.block == place.origin.block; });
        if (home == all.end()) {
            all.push_back({place.origin.block, span, {place.words}});
            continue;
        }
        home->words.push_back(place.words);
        if (span.begin < span.end)
            home->span = home->span.begin < home->span.end ? Span{std::min(home->span.begin, span.begin), std::max(home->span.end, span.end)} : span;
    }
    return all;
}

void add_finding(std::vector<Comment>& comments, const Finding& finding) {
    const std::vector<Stretch> all = stretches(finding);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Comment comment{all[i].block, all[i].span, quoted(all[i].words), {}};
        const std::string severity = report::capitalised(std::string(name_of(finding.severity)));
        if (i == 0) {
            comment.remarks = {{severity + ": " + finding.title, ""}, {"", finding.message}};
            if (all[i].words.size() > 1)
                comment.remarks.push_back({"Words: ", comment.words});
            if (!finding.fix.empty())
                comment.remarks.push_back({"What to do: ", finding.fix});
            if (!finding.citations.empty())
                comment.remarks.push_back({report::capitalised(std::string(report::label_of(finding.basis))) + ": ", joined(finding.citations, "; ")});
            if (all.size() > 1)
                comment.remarks.push_back({"", "The same in " + counted(all.size() - 1, "more place", "more places") + ", each with a comment."});
        } else {
            comment.remarks = {{severity + ", again: " + finding.title, ""}, {"", "As in the first comment on " + finding.rule + ": " + comment.words + "."}};
        }
        comment.remarks.push_back({"", finding.rule + " " + finding.slug});
        comments.push_back(std::move(comment));
    }
}

void add_question(std::vector<Comment>& comments, const Question& question) {
    Comment comment{question.origin.block, question.origin.span, {}, {{"For a person to answer: ", question.question}}};
    for (const std::string& evidence : question.evidence)
        comment.remarks.push_back({"", "\u2013 " + evidence});
    comment.remarks.push_back({"", question.rule + " " + question.slug});
    comments.push_back(std::move(comment));
}

// One remark a reason, with the rules that it stopped.
void add_unchecked(Comment& summary, const std::vector<Unchecked>& unchecked, bool not_given, std::string_view label) {
    std::map<std::string, std::vector<std::string>> rules;
    std::size_t total = 0;
    for (const Unchecked& one : unchecked)
        if (one.not_given == not_given) {
            ++total;
            std::vector<std::string>& of = rules[one.because];
            if (std::find(of.begin(), of.end(), one.rule) == of.end())
                of.push_back(one.rule);
        }
    if (total == 0)
        return;
    summary.remarks.push_back({std::string(label) + " (" + std::to_string(total) + ")", ""});
    for (const auto& [because, of] : rules)
        summary.remarks.push_back({"", because + ": " + joined(of, ", ")});
}

Comment summary_of(const DocumentReport& document, std::string_view as_at) {
    Comment summary;
    const report::Counts counts = report::count(document.findings);
    const std::size_t total = report::sum(counts);
    summary.remarks.push_back({"EHC plan audit, as at " + report::readable_date(as_at), ""});
    if (document.kind == plan::Kind::other)
        summary.remarks.push_back({"", "No rule was run: this is " + (document.recognised_as.empty() ? "not a document that the rules are about" : document.recognised_as) + "."});
    else if (total == 0)
        summary.remarks.push_back({"", "No findings."});
    else
        summary.remarks.push_back({"", counted(total, "finding", "findings") + ": " + report::by_severity(counts) + ". Each has a comment at its place."});
    if (!document.recognised_as.empty() && document.kind != plan::Kind::other)
        summary.remarks.push_back({"Read as: ", document.recognised_as});
    summary.remarks.push_back({"Checks: ", std::to_string(document.passed) + " passed, " + std::to_string(document.not_applicable) + " do not apply to this document"});
    if (!document.questions.empty())
        summary.remarks.push_back({"For a person to answer: ", counted(document.questions.size(), "question", "questions") + ", each with a comment"});
    add_unchecked(summary, document.unchecked, false, "Not checked");
    add_unchecked(summary, document.unchecked, true, "Not checked: needs something that this run was not given");
    for (const std::string& note : document.notes)
        summary.remarks.push_back({"Note: ", note});
    return summary;
}

} // namespace

std::vector<Comment> comments_on(const DocumentReport& document, std::string_view as_at) {
    std::vector<Comment> comments{summary_of(document, as_at)};
    for (const Finding& finding : document.findings)
        add_finding(comments, finding);
    for (const Question& question : document.questions)
        add_question(comments, question);
    std::stable_sort(comments.begin() + 1, comments.end(), [](const Comment& a, const Comment& b) {
        return std::tie(a.block, a.span.begin) < std::tie(b.block, b.span.begin);
    });
    return comments;
}

} // namespace ehc::annotate

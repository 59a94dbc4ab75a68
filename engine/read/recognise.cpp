#include "read/recognise.hpp"

#include "read/advice_list.hpp"
#include "read/document_kind.hpp"
#include "read/entries.hpp"
#include "read/front_page.hpp"
#include "read/items.hpp"
#include "read/paper_kind.hpp"
#include "read/placement.hpp"
#include "read/review_form.hpp"
#include "read/sections.hpp"
#include "read/unread.hpp"
#include "read/views.hpp"

namespace ehc::read {

namespace {

using plan::Kind;
using plan::Origin;

// "an EHC plan (final)"
std::string with_status(std::string words, const plan::Plan& plan) {
    if (plan.status.stated())
        words += " (" + std::string(plan::words_of(plan.status.value)) + ")";
    return words;
}

std::string asked_for(Kind kind, const std::optional<plan::Status>& status) {
    if (status && kind == Kind::plan)
        return "a " + std::string(plan::words_of(*status)) + (*status == plan::Status::proposed_amended || *status == plan::Status::working_document ? "" : " plan");
    return std::string(plan::words_of(kind));
}

// The user's word on what the document is wins, and what it reads like is said beside it.
void overrule(Recognition& recognition, const RecogniseOptions& options) {
    if (!options.kind && !options.status)
        return;
    const Kind kind = options.kind.value_or(recognition.kind);
    recognition.recognised_as = "taken as " + asked_for(kind, options.status) + ", as asked; reads like " + recognition.recognised_as;
    recognition.kind = kind;
}

// A plan that the reader already knows, or a document that it names.
Recognition as_read(const Document& document, const RecogniseOptions& options) {
    Recognition recognition;
    if (document.plan) {
        recognition.plan = *document.plan;
        recognition.kind = recognition.plan.kind.stated() ? recognition.plan.kind.value : Kind::plan;
        recognition.recognised_as = recognition.kind == Kind::plan ? with_status("an EHC plan", recognition.plan) : std::string(plan::words_of(recognition.kind));
        recognition.why = "it is canonical plan XML";
        if (!document.recognised_as.empty())
            recognition.recognised_as = document.recognised_as;
        if (options.map) {
            recognition.map = section_map(recognition.plan);
            recognition.fields = field_map(recognition.plan);
        }
        if (options.status)
            recognition.plan.status.set(*options.status, recognition.plan.origin);
    } else {
        recognition.kind = document.kind;
        recognition.recognised_as = document.recognised_as;
        recognition.why = "its format says so";
        recognition.people = document.people;
        recognition.plan.marks = document.marks;
        recognition.plan.properties = document.properties;
    }
    overrule(recognition, options);
    recognition.plan.kind.set(recognition.kind, recognition.plan.origin);
    return recognition;
}

// Everything that the sections of an outline hold, and the front page.
plan::Plan fill(const Document& document, Outline& outline, const RecogniseOptions& options, std::vector<FieldSeen>& fields) {
    plan::Plan plan;
    const auto spent = [&] { return options.allowance != nullptr && options.allowance->spent(); };
    plan.origin = document.blocks.empty() ? Origin{} : document.blocks.front().text.origin();
    plan.marks = document.marks;
    plan.properties = document.properties;
    const std::vector<Labelled> labels = find_labels(outline, options.own.labels);
    fill_front_page(document, outline, labels, options.status, plan);
    if (spent())
        return plan;
    if (options.map)
        fields = field_map(document, labels, plan);
    const std::vector<std::string> names = names_of_child(plan);
    mark_placement_labels(outline);
    mark_advice_heads(outline);
    mark_wording(outline, names);
    if (spent())
        return plan;
    count_occurrences(outline);
    fill_sections(outline, plan);
    if (spent())
        return plan;
    fill_plain_headings(document, outline, plan);
    const Entries entries = read_entries(outline);
    if (spent())
        return plan;
    fill_views(outline, entries, names, plan);
    fill_items(outline, entries, plan);
    if (spent())
        return plan;
    fill_advice(outline, plan);
    if (spent())
        return plan;
    fill_placement(outline, plan);
    fill_budget(outline, plan);
    fill_paragraphs(outline, plan);
    return plan;
}

} // namespace

Recognition recognise(const Document& document, const RecogniseOptions& options) {
    if (document.plan || !document.recognised_as.empty())
        return as_read(document, options);
    Recognition recognition;
    Outline outline = read_outline(document, {false, options.own.headings});
    recognition.plan = fill(document, outline, options, recognition.fields);
    KindFound found;
    if (document.told)
        found = {*document.told, *document.told == Kind::advice ? "an advice report" : std::string(plan::words_of(*document.told)), document.told_by};
    else if (const auto titled = kind_by_title(document))
        found = *titled;
    else
        found = kind_of(document, outline, recognition.plan);
    recognition.kind = found.kind;
    recognition.recognised_as = found.kind == Kind::plan ? with_status(found.words, recognition.plan) : found.words;
    recognition.why = found.why;
    overrule(recognition, options);
    if (recognition.kind == Kind::advice) {
        // Advice has needs, outcomes and recommendations under titles of its own.
        outline = read_outline(document, {true, options.own.headings});
        recognition.plan = fill(document, outline, options, recognition.fields);
    }
    if (recognition.kind == Kind::review_form)
        fill_review_form(outline, recognition.plan);
    if (!document.unread_heads.empty()) {
        plan::Paragraph& head = recognition.plan.paragraphs.emplace_back();
        head.origin = recognition.plan.origin;
        head.place.set(plan::Place::header, head.origin);
        head.text.state = plan::State::unreadable;
        head.text.origin = head.origin;
        head.text.because = document.unread_heads;
    }
    if (!document.unread.empty())
        mark_unread(recognition.plan, document.unread);
    recognition.plan.kind.set(recognition.kind, recognition.plan.origin);
    if (recognition.kind == Kind::other)
        recognition.fields.clear();
    else if (options.map)
        recognition.map = section_map(outline, recognition.plan);
    return recognition;
}

} // namespace ehc::read

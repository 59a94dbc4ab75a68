#include "read/status.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Origin;
using plan::State;

// Status words, the longer first where one holds another.
struct StatusWords {
    std::string_view phrase;
    plan::Status status;
};
constexpr StatusWords status_words[] = {
    {"proposed amended", plan::Status::proposed_amended}, {"draft amended", plan::Status::proposed_amended}, {"amended draft", plan::Status::proposed_amended},
    {"draft amendment", plan::Status::proposed_amended}, {"draft proposed amend*", plan::Status::proposed_amended}, {"proposed amendments", plan::Status::proposed_amended},
    {"amendment notice", plan::Status::proposed_amended}, {"amended final", plan::Status::amended_final}, {"final amended", plan::Status::amended_final},
    {"final amend*", plan::Status::amended_final}, {"working document", plan::Status::working_document}, {"amended plan", plan::Status::amended_final},
    {"amended ehc plan", plan::Status::amended_final}, {"amended education health and care plan", plan::Status::amended_final},
    {"first draft", plan::Status::draft}, {"draft", plan::Status::draft}, {"proposed", plan::Status::draft}, {"final", plan::Status::final}, {"amended", plan::Status::amended_final},
};

struct StatusFound {
    plan::Status status;
    WordRange at;
};

std::vector<StatusFound> statuses_in(const Words& words) {
    std::vector<StatusFound> found;
    std::uint32_t from = 0;
    while (from < words.count()) {
        std::optional<StatusFound> best;
        for (const StatusWords& row : status_words)
            if (words.begins(row.phrase, from)) {
                best = StatusFound{row.status, *words.find(row.phrase, from)};
                break;
            }
        if (best) {
            found.push_back(*best);
            from = best->at.last;
        } else {
            ++from;
        }
    }
    return found;
}

bool ticked(std::string_view gap) {
    return gap.find("\xE2\x98\x92") != std::string_view::npos || gap.find("\xE2\x98\x91") != std::string_view::npos || gap.find("\xE2\x9C\x93") != std::string_view::npos ||
           gap.find("\xE2\x9C\x94") != std::string_view::npos || gap.find("[x]") != std::string_view::npos || gap.find("[X]") != std::string_view::npos;
}

bool has_boxes(std::string_view text) { return ticked(text) || text.find("\xE2\x98\x90") != std::string_view::npos || text.find("[ ]") != std::string_view::npos; }

// The status that a line says; nothing when it leaves the choice open.
std::optional<StatusFound> status_of(const Words& words) {
    const std::vector<StatusFound> found = statuses_in(words);
    if (found.empty())
        return std::nullopt;
    if (has_boxes(words.original())) {
        // The tick stands before its words, or behind them when no box opens the line.
        const bool boxes_before = has_boxes(words.gap_before(found.front().at.first));
        for (const StatusFound& each : found)
            if (boxes_before && ticked(words.gap_before(each.at.first)))
                return each;
        for (const StatusFound& each : found)
            if (!boxes_before) {
                std::uint32_t after = each.at.last;
                while (words.word(after) == "plan" || words.word(after) == "ehc" || words.word(after) == "ehcp" || words.word(after) == "eh" || words.word(after) == "and" ||
                       words.word(after) == "c" || words.word(after) == "notice")
                    ++after;
                if (ticked(words.gap_before(after)))
                    return each;
            }
        return std::nullopt;
    }
    // "Final plan as amended by order of the tribunal" is one status in two words.
    const auto is_final = [](const StatusFound& each) { return each.status == plan::Status::final || each.status == plan::Status::amended_final; };
    if (std::ranges::all_of(found, is_final))
        for (const StatusFound& each : found)
            if (each.status == plan::Status::amended_final)
                return each;
    for (const StatusFound& each : found)
        if (each.status != found.front().status)
            return std::nullopt;
    return found.front();
}

bool speaks_of_plan(const Words& words) {
    return words.has("plan") || words.has("ehcp") || words.has("ehc plan") || words.has("education health and care") || words.has("version") || words.has("status");
}

// "☐ | Draft EHC plan": a choice that was not made.
bool beside_open_box(const Outline& outline, std::uint32_t index) {
    const Line& line = outline.lines[index];
    for (const std::uint32_t beside : {index + 1, index == 0 ? 0 : index - 1}) {
        if (!line.block->cell || beside >= outline.lines.size())
            continue;
        const Line& box = outline.lines[beside];
        if (box.words.empty() && box.block->cell && box.block->cell->table == line.block->cell->table && box.block->cell->row == line.block->cell->row &&
            has_boxes(box.block->text.value))
            return true;
    }
    return false;
}

constexpr std::string_view not_a_status[] = {"date", "previous", "review", "decision", "comments", "parent*", "school", "finalise", "when", "if", "until", "after"};
constexpr std::uint32_t longest_status_line = 24;
constexpr std::uint32_t longest_front_page = 160; // lines

} // namespace

plan::Field<plan::Status> find_status(const Document& document, const Outline& outline, const std::vector<Labelled>& labels) {
    const auto set = [](plan::Status status, const Origin& origin) {
        plan::Field<plan::Status> field;
        field.set(status, origin);
        return field;
    };
    // "Version: amended final" says it as "Status" does.
    for (const Asks asks : {Asks::status, Asks::version})
        for (const Labelled& label : labels)
            if (label.asks == asks && label.state == State::stated)
                if (const auto found = status_of(Words(label.value.value)))
                    return set(found->status, label.value.origin());
    const std::uint32_t front = std::min(outline.first_section_line(), longest_front_page);
    // "☒" and its words in cells side by side: the box speaks for the words.
    for (std::uint32_t i = 0; i < front && i < outline.lines.size(); ++i) {
        const Line& box = outline.lines[i];
        if (!box.words.empty() || !box.block->cell || !ticked(box.block->text.value))
            continue;
        for (const std::uint32_t beside : {i + 1, i == 0 ? 0 : i - 1}) {
            if (beside >= outline.lines.size())
                continue;
            const Line& line = outline.lines[beside];
            if (line.block->cell && line.block->cell->table == box.block->cell->table && line.block->cell->row == box.block->cell->row && line.words.count() <= 8)
                if (const auto found = status_of(line.words))
                    return set(found->status, line.block->text.origin());
        }
    }
    // "Final plan issued on 6 November 2026, following a request received on ..."
    for (std::uint32_t i = 0; i < front && i < outline.lines.size(); ++i) {
        const Line& line = outline.lines[i];
        constexpr std::string_view openings[] = {"final plan issued", "final ehc plan issued", "final plan made", "amended final plan issued", "draft plan issued", "draft plan sent"};
        if (line.use == Use::content && line.words.begins_any(openings))
            if (const auto found = statuses_in(line.words); !found.empty())
                return set(found.front().status, line.block->text.origin(line.words.span(found.front().at.first).begin, line.words.span(found.front().at.last - 1).end));
    }
    std::optional<std::pair<plan::Status, Origin>> in_header;
    for (std::uint32_t i = 0; i < outline.lines.size(); ++i) {
        const Line& line = outline.lines[i];
        const bool running = line.use == Use::running;
        if ((i >= front && !running) || line.use == Use::empty || line.use == Use::contents || line.words.count() > longest_status_line)
            continue;
        const auto found = status_of(line.words);
        if (!found)
            continue;
        if (beside_open_box(outline, i))
            continue;
        // "Fellside Council • Final • 3 July 2026"
        const auto parts = [](std::string_view gap) {
            return std::ranges::any_of(std::initializer_list<std::string_view>{"\xE2\x80\xA2", "\xC2\xB7", "|", " - ", " \xE2\x80\x93 "}, [&](std::string_view sign) { return gap.find(sign) != std::string_view::npos; });
        };
        const bool apart = found->at.first > 0 && parts(line.words.gap_before(found->at.first)) && (found->at.last >= line.words.count() || parts(line.words.gap_before(found->at.last)));
        const bool alone = apart || line.words.count() <= found->at.last - found->at.first + 2;
        const bool box = has_boxes(line.words.original());
        if (!box && (line.words.has_any(not_a_status) || !(alone || speaks_of_plan(line.words))))
            continue;
        const Origin origin = line.block->text.origin(line.words.span(found->at.first).begin, line.words.span(found->at.last - 1).end);
        if (!running)
            return set(found->status, origin);
        if (!in_header)
            in_header = std::pair(found->status, origin);
    }
    if (in_header)
        return set(in_header->first, in_header->second);
    const Words title(document.title);
    if (const auto found = status_of(title); found && speaks_of_plan(title) && !title.has("template"))
        return set(found->status, Origin{});
    // The key of a tribunal's working document.
    for (const Line& line : outline.lines)
        if (line.words.count() <= 60 && ((line.words.has("key") && (line.words.has("parents' additions") || line.words.has("la additions") || line.words.has("parent's additions"))) ||
                                         (line.words.has("working document") && line.words.count() <= longest_status_line)))
            return set(plan::Status::working_document, line.block->text.origin());
    return {};
}

} // namespace ehc::read

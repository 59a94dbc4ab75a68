#include "read/sen2.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ehc::read {

namespace {

bool same(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// Elements may bear a namespace's prefix.
bool named(const pugi::xml_node& node, std::string_view name) {
    const std::string_view whole = node.name();
    const std::size_t colon = whole.find(':');
    return same(colon == std::string_view::npos ? whole : whole.substr(colon + 1), name);
}

pugi::xml_node below(const pugi::xml_node& node, std::string_view name) {
    return node.find_node([&](const pugi::xml_node& candidate) { return named(candidate, name); });
}

std::string words_of(const pugi::xml_node& node) {
    const std::string text = node.text().get();
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

class PeopleReader {
  public:
    PeopleReader(std::string_view text, Document& document) : text_(text), document_(document) {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            lines_.push_back(at + 1);
    }

    void person(const pugi::xml_node& person);
    [[nodiscard]] std::size_t ended() const noexcept { return ended_; }

  private:
    plan::Origin origin(const pugi::xml_node& node) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug() - 1, 0));
        const auto next = std::ranges::upper_bound(lines_, offset);
        const std::size_t begin = next == lines_.begin() ? 0 : *std::prev(next);
        plan::Origin at;
        at.line = static_cast<std::uint32_t>(next - lines_.begin()) + 1;
        at.column = 1 + static_cast<std::uint32_t>(std::ranges::count_if(text_.substr(begin, offset - begin), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        return at;
    }
    void date(const pugi::xml_node& node, plan::DateField& field) {
        if (!node)
            return;
        const std::string words = words_of(node);
        if (words.empty()) {
            field.state = plan::State::blank;
            field.origin = origin(node);
        } else if (const auto day = Date::from_iso(std::string_view(words).substr(0, 10))) {
            field.set(PartialDate(*day), origin(node));
        } else {
            field.state = plan::State::unreadable;
            field.origin = origin(node);
            field.because = "it is no date";
        }
    }
    void request(const pugi::xml_node& node, const plan::DateField& born);

    std::string_view text_;
    std::vector<std::size_t> lines_; // where lines begin, but for the first
    Document& document_;
    std::size_t ended_ = 0;
};

void PeopleReader::request(const pugi::xml_node& node, const plan::DateField& born) {
    const pugi::xml_node named_plan = below(node, "NamedPlan"), cease = below(node, "CeaseDate");
    if (cease && !words_of(cease).empty()) {
        ++ended_;
        return;
    }
    plan::Plan plan;
    plan.origin = origin(node);
    plan.kind.set(plan::Kind::return_, plan.origin);
    plan.child.date_of_birth = born;
    plan.child.origin = plan.origin;
    date(below(node, "ReceivedDate"), plan.request);
    if (const pugi::xml_node week20 = below(node, "Week20"); words_of(week20) == "1")
        plan.exception.set(plan::Text{"an exception to the 20 weeks", {}}, origin(week20));
    const std::string outcome = words_of(below(node, "RequestOutcome"));
    if (same(outcome, "Y") || same(outcome, "N"))
        date(below(node, "RequestOutcomeDate"), plan.decision_to_assess);
    if (same(words_of(below(node, "AssessmentOutcome")), "Y")) {
        date(below(node, "AssessmentOutcomeDate"), plan.final_issued);
        plan.first_final = plan.final_issued;
    }
    if (named_plan)
        date(below(named_plan, "StartDate"), plan.date);
    if (plan.date.state == plan::State::missing)
        plan.date = plan.final_issued;
    if (named_plan || plan.final_issued.stated())
        plan.status.set(plan::Status::final, plan.origin);
    date(below(node, "ReviewMeeting"), plan.review.meeting_date);
    date(below(node, "LastReview"), plan.review.decision_date);
    // Returns before 2025 do not tell when the proposed amendments went out.
    if (const pugi::xml_node sent = below(node, "ReviewDraft")) {
        date(sent, plan.amendment_notice);
    } else {
        plan.amendment_notice.state = plan::State::unreadable;
        plan.amendment_notice.because = "this return does not tell when proposed amendments were sent";
    }
    const std::string review = words_of(below(node, "ReviewOutcome"));
    const pugi::xml_node decided = below(node, "ReviewOutcome");
    if (same(review, "M") || same(review, "A") || same(review, "C"))
        plan.review.decision.set(same(review, "M") ? plan::Decision::maintain : same(review, "A") ? plan::Decision::amend : plan::Decision::cease, origin(decided));
    plan.review.origin = plan.origin;
    document_.people.push_back(std::move(plan));
}

void PeopleReader::person(const pugi::xml_node& person) {
    plan::DateField born;
    date(below(person, "PersonBirthDate"), born);
    ++document_.persons;
    for (const pugi::xml_node& node : person.children())
        if (named(node, "Requests")) {
            const std::size_t before = document_.people.size();
            request(node, born);
            if (document_.people.size() > before)
                document_.people.back().id.set(plan::Text{"person " + std::to_string(document_.persons), {}}, document_.people.back().origin);
        }
}

} // namespace

void read_people(const pugi::xml_node& root, std::string_view text, Document& document) {
    PeopleReader reader(text, document);
    for (const pugi::xml_node& persons : root.children())
        if (named(persons, "Persons"))
            for (const pugi::xml_node& person : persons.children())
                if (named(person, "Person"))
                    reader.person(person);
    document.notes.push_back(std::to_string(document.persons) + (document.persons == 1 ? " person" : " people") + ", " + std::to_string(document.people.size()) +
                             (document.people.size() == 1 ? " request" : " requests") + " judged by their dates; names and numbers of people are left out" +
                             (reader.ended() != 0 ? "; " + std::to_string(reader.ended()) + " whose plan has ended passed over" : ""));
}

} // namespace ehc::read

// One child or young person's EHC plan, as plain values. Every field says whether the document states it, and where.
//
// Shapes: a Plan owns everything; nothing points anywhere else. Links between needs, outcomes and provision are the ids
// that the document itself gives ("B1", "O2"), so they stay valid when items are copied.
// Source of the parts: Children and Families Act 2014 s.37; SEND Regulations 2014 reg 12. Where the document gives no id
// the reader numbers items by section ("B1", "B2" ...).
#pragma once

#include "base/date.hpp"
#include "plan/choices.hpp"
#include "plan/origin.hpp"

#include <array>
#include <string>
#include <vector>

namespace ehc::plan {

// How a document treats a field. Only `stated` has a value; `missing` has not even a label; `blank` and `placeholder`
// (a merge field, "DD/MM/YYYY") have a label, whose place is kept; `unreadable` says why.
enum class State : std::uint8_t { missing, blank, placeholder, unreadable, stated };

template <class T> struct Field {
    State state = State::missing;
    T value{};
    Origin origin;
    std::string because; // for unreadable: what could not be read, never the words themselves

    [[nodiscard]] bool stated() const noexcept { return state == State::stated; }
    void set(T what, Origin where) {
        state = State::stated;
        value = std::move(what);
        origin = where;
    }
    bool operator==(const Field&) const = default;
};

using TextField = Field<Text>;
using DateField = Field<PartialDate>;
using NumberField = Field<double>;
using YesNoField = Field<bool>;

struct Child {
    Origin origin;
    TextField name, known_as;
    DateField date_of_birth;
    TextField pronouns;
    NumberField age;        // printed in the plan, whole years
    NumberField year_group; // National Curriculum year printed in the plan, Reception 0
    TextField upn, nhs_number, first_language;
    YesNoField looked_after;
    bool operator==(const Child&) const = default;
};

struct Parent {
    Origin origin;
    TextField name, relationship;
    bool operator==(const Parent&) const = default;
};

struct Signatory {
    Origin origin;
    TextField name, role;
    DateField date;
    bool operator==(const Signatory&) const = default;
};

// The last annual review (Children and Families Act 2014 s.44; reg 20).
struct Review {
    Origin origin;
    DateField meeting_date;  // the meeting of reg 20(3)
    DateField report_sent;   // reg 20(9)
    DateField decision_date; // the decision notified under reg 20(10); ends the review
    Field<Decision> decision;
    bool operator==(const Review&) const = default;
};

// One statutory section as the document presents it. A plan always holds all twelve, present or not.
struct Section {
    Origin origin; // its heading; for a missing section, the heading before which it belongs
    Field<Letter> letter;
    TextField title;             // the heading as written
    YesNoField headed;           // has a heading, or a lettered column, of its own or shared
    YesNoField merged;           // shares one heading, and one body, with another section
    TextField merged_with;       // the other letters, "D" or "C, D"
    NumberField occurrences;     // separate blocks under this letter whose text differs
    Field<Letter> title_letter;  // the section that the words of the title name, whatever its letter
    TextField text;              // everything under the heading, guidance left out
    bool operator==(const Section&) const = default;
};

struct View {
    Origin origin;
    Field<Speaker> speaker;
    TextField text;
    bool operator==(const View&) const = default;
};

struct Need {
    Origin origin;
    TextField id;
    Field<Letter> section; // B, C or D
    Field<Area> area;
    TextField text;
    bool operator==(const Need&) const = default;
};

struct Outcome {
    Origin origin;
    TextField id;
    Field<Letter> section;
    Field<Area> area;
    TextField text;
    DateField target_date; // "by July 2026" is the interval July 2026; "by the end of Key Stage 2" is worked out
    YesNoField achieved;
    TextField needs; // ids of the needs it answers, "; " between them
    bool operator==(const Outcome&) const = default;
};

struct Provision {
    Origin origin;
    TextField id;
    Field<Letter> section; // F, G, H1 or H2
    Field<Area> area;
    TextField text; // the whole row or paragraph: what, who, how often, how long
    TextField what, who, frequency, duration, group_size;
    DateField start, end;
    TextField needs;    // ids of the needs it meets, "; " between them
    TextField outcomes; // ids of the outcomes it supports
    bool operator==(const Provision&) const = default;
};

struct Advice {
    Origin origin;
    TextField id;
    Field<Category> category;
    Field<Role> role;
    TextField title, author, organisation;
    DateField date;      // of the advice
    DateField requested; // when the authority asked for it: reg 8(1) counts from the day it was received
    DateField received;  // when the authority got it
    YesNoField appended;
    YesNoField awaited;          // listed, and said to be still to come
    TextField sufficiency_note;  // reg 6(4): author, authority and family agree that it is still sufficient
    TextField text;              // the whole row
    bool operator==(const Advice&) const = default;
};

// An advice report that was given beside the plan, to be compared with Section K. Its place is that of Section K.
struct Report {
    Origin origin;
    TextField file; // as the user named it
    Field<Role> role;
    TextField author, title;
    DateField date;
    bool operator==(const Report&) const = default;
};

// What such a report recommends. Its place is that of the section in which the plan would provide it.
struct Recommendation {
    Origin origin;
    TextField file;
    Field<Role> role;
    DateField date; // of the report
    TextField text;
    bool operator==(const Recommendation&) const = default;
};

struct Placement {
    Origin origin;
    TextField text; // everything in section I
    TextField name;
    Field<Setting> type;
    DateField start;
    YesNoField otherwise; // education otherwise than at school, CFA 2014 s.61
    bool operator==(const Placement&) const = default;
};

struct Budget {
    Origin origin;
    TextField text;
    YesNoField direct_payment;
    TextField amount;
    bool operator==(const Budget&) const = default;
};

// A paragraph, cell or heading of the document, in reading order.
struct Paragraph {
    Origin origin;
    Field<Letter> section; // not stated on the front page and between sections
    Field<Place> place;
    TextField text;
    YesNoField guidance; // an instruction of the form to its writer
    bool operator==(const Paragraph&) const = default;
};

// What a word processor keeps beside the text. Not stated where the format has no such thing.
struct Marks {
    Origin origin;
    NumberField tracked_changes;
    NumberField comments;
    NumberField hidden;         // runs of hidden text
    NumberField struck_through; // runs
    NumberField highlighted;    // runs
    NumberField plain_headings; // headings of sections by look only, where the format has heading styles
    bool operator==(const Marks&) const = default;
};

// What the file of a word processor says of itself. Not stated where the format has no such thing; blank where it has and
// nobody filled it in. The words stand nowhere in the text: their place is the beginning of the document.
struct Properties {
    Origin origin;
    TextField title, author;
    TextField last_modified_by; // who saved it last
    DateField created, modified;
    bool operator==(const Properties&) const = default;
};

struct Plan {
    Origin origin;
    Field<Kind> kind;
    Field<Status> status;
    TextField id, authority, version;
    DateField date; // printed on this version: final or amended-final date, else draft date, else date of plan
    // Milestones: reg 4 (request), 5 (decision), 13 (draft, final), 22 (amendment).
    DateField request, decision_to_assess, draft_sent, final_issued, first_final, amendment_notice, amended_final;
    DateField next_review;
    DateField comments_by; // last day for representations on the draft, reg 13(1)
    TextField exception;   // reason recorded for a time limit that was not kept, regs 5(4), 10(4), 13(3), 27(3)
    DateField transfer;    // when the child moves to the next phase of education, reg 18
    DateField moved_in;    // when the plan came from another authority, reg 15
    Review review;
    Signatory signatory;
    Child child;
    TextField setting; // the school or college the front page says the child goes to
    Placement placement;
    Budget budget;
    Marks marks;
    Properties properties;
    std::vector<Parent> parents;
    std::array<Section, letter_count> sections;
    std::vector<View> views;
    std::vector<Need> needs;
    std::vector<Outcome> outcomes;
    std::vector<Provision> provisions;
    std::vector<Advice> advice;
    std::vector<Paragraph> paragraphs;
    YesNoField reports_given; // yes where advice reports were given beside the plan; missing where none were
    std::vector<Report> reports;
    std::vector<Recommendation> recommendations;

    Plan();
    [[nodiscard]] Section& section(Letter letter) { return sections[static_cast<std::size_t>(letter)]; }
    [[nodiscard]] const Section& section(Letter letter) const { return sections[static_cast<std::size_t>(letter)]; }
    bool operator==(const Plan&) const = default;
};

} // namespace ehc::plan

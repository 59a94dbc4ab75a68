#include "text/dates.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

// Born 10 August 2016: in Year 3 when the plan was written on 12 May 2025; Year 6 ends on 31 August 2027.
const DeadlineContext context{Date::of(2016, 8, 10), Date::of(2025, 5, 12), Date::of(2026, 4, 30)};

std::string deadline(std::string_view text, const DeadlineContext& with = context) {
    const auto found = read_deadline(Analysis(text), with);
    return found ? found->date.iso() : "none";
}

std::string words(std::string_view text) {
    const auto found = read_deadline(Analysis(text), context);
    return found ? std::string(text.substr(found->span.begin, found->span.size())) : "none";
}

bool named(std::string_view text) { return names_deadline(Analysis(text)); }

} // namespace

TEST_CASE("deadlines are worked out") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"By July 2026 he will read.", "2026-07"},
        {"by the end of July 2026", "2026-07-31"},
        {"By end July 2026", "2026-07-31"},
        {"by early July 2026", "2026-07"},
        {"by mid-July 2026", "2026-07"},
        {"By 12 May 2026 she will", "2026-05-12"},
        {"by Monday 12 May 2026", "2026-05-12"},
        {"no later than 12/05/2026", "2026-05-12"},
        {"before 12/05/2026", "2026-05-12"},
        {"12 sessions per term until July 2026", "2026-07"},
        {"by the start of September 2026", "2026-09-01"},
        {"by the autumn term 2026", "2026-09-01/2026-12-31"},
        {"by the end of the autumn term 2026", "2026-12-31"},
        {"by the end of autumn term 2025/26", "2025-12-31"},
        {"by the end of Spring 2026", "2026-04-15"},
        {"by the end of the summer term", "2025-08-31"},
        {"by the end of the autumn term", "2025-12-31"},
        {"by the end of the spring term", "2026-04-15"},
        {"by the end of next summer term", "2026-08-31"},
        {"by the end of this term", "2025-08-31"},
        {"by the end of next term", "2025-12-31"},
        {"by summer", "2025-04-16/2025-08-31"},
        {"by September", "2025-09"},
        {"by the end of May", "2025-05-31"},
        {"by March", "2026-03"},
        {"By the end of Key Stage 2 he will", "2027-08-31"},
        {"by the end of KS2", "2027-08-31"},
        {"By end of Key Stage Two", "2027-08-31"},
        {"at the end of Key Stage 3", "2030-08-31"},
        {"By the end of Year 6", "2027-08-31"},
        {"by the end of Y6", "2027-08-31"},
        {"by the end of NCY 6", "2027-08-31"},
        {"by the end of Year 5/6", "2027-08-31"},
        {"by Year 6", "2026-09-01/2027-08-31"},
        {"by the start of Year 7", "2027-09-01"},
        {"by the end of Reception", "2021-08-31"},
        {"by the end of primary school", "2027-08-31"},
        {"by the time he leaves primary school", "2027-08-31"},
        {"by the time she moves to secondary school", "2027-09-01"},
        {"by transition to secondary school", "2027-09-01"},
        {"by the end of the academic year", "2025-08-31"},
        {"by the end of the school year", "2025-08-31"},
        {"by the end of the next academic year", "2026-08-31"},
        {"by the end of the 2025/26 academic year", "2026-08-31"},
        {"by the end of the academic year 2025-26", "2026-08-31"},
        {"by the end of 2025-2026", "2026-08-31"},
        {"by the end of 2026", "2026-12-31"},
        {"by 2027", "2027"},
        {"within 12 months", "2026-05-12"},
        {"within 12 months of this plan", "2026-05-12"},
        {"within twelve months", "2026-05-12"},
        {"within the next 12 months", "2026-05-12"},
        {"within 6-12 months", "2026-05-12"},
        {"within a 12-month period", "2026-05-12"},
        {"within 6 weeks", "2025-06-23"},
        {"in 18 months", "2026-11-12"},
        {"in a year's time", "2026-05-12"},
        {"in 12 months\u2019 time", "2026-05-12"},
        {"within a year", "2026-05-12"},
        {"within two years", "2027-05-12"},
        {"over the next year", "2026-05-12"},
        {"over the next two terms", "2026-04-15"},
        {"within two terms", "2026-04-15"},
        {"during the next half-term", "2025-06-30"},
        {"By her next annual review", "2026-04-30"},
        {"by the annual review", "2026-04-30"},
        {"by the next review meeting", "2026-04-30"},
        {"by the next annual review in July 2026", "2026-07"},
        {"by his next birthday", "2025-08-10"},
        {"by her 16th birthday", "2032-08-10"},
        {"by her sixteenth birthday", "2032-08-10"},
        {"when she is 16", "2032-08-10"},
        {"by the time Jamie is 16 years old", "2032-08-10"},
        {"by age 16", "2032-08-10"},
        {"by the age of 18", "2034-08-10"},
        {"when Jamie Example turns 18, he", "2034-08-10"},
        {"by the end of Year 6 (July 2027)", "2027-07"},
        {"by the end of Key Stage 2, July 2027", "2027-07"},
        // values of a table cell
        {"July 2026", "2026-07"},
        {"End of Key Stage 2", "2027-08-31"},
        {"12 months", "2026-05-12"},
        {"Next annual review", "2026-04-30"},
        {"Summer term 2026.", "2026-04-16/2026-08-31"},
    };
    for (const auto& [text, expected] : table) {
        CAPTURE(text);
        CHECK(deadline(text) == expected);
        CHECK(named(text));
    }
}

TEST_CASE("a deadline whose base is not known is named and has no date") {
    for (const auto* text : {"by the end of Key Stage 2", "by Year 6", "within 12 months", "by her next annual review", "by his next birthday", "when she is 16", "by the end of the academic year",
                             "over the next two terms", "by the end of the summer term", "by September", "by the end of primary school", "by the end of the term"}) {
        CAPTURE(text);
        CHECK(deadline(text, {}) == "none");
        CHECK(named(text));
    }
    for (const auto* text : {"within 6 weeks of starting at college", "by the end of the course", "by the interim review"}) {
        CAPTURE(text);
        CHECK(deadline(text) == "none");
        CHECK(named(text));
    }
    CHECK(deadline("by July 2026", {}) == "2026-07");
    CHECK(deadline("by the end of Year 6 (July 2027)", {}) == "2027-07");
}

TEST_CASE("no time is no deadline") {
    for (const auto* text : {"",
                             "He will read 20 words.",
                             "by a teaching assistant",
                             "supported by 2 adults",
                             "by Year 6 pupils",
                             "by the school",
                             "before school",
                             "by the end of the day",
                             "by the end of the lesson",
                             "from the end of Key Stage 1",
                             "three times in a week",
                             "five times within a week",
                             "in three weeks out of four",
                             "in a group of 4",
                             "in 2 lessons",
                             "in Year 5",
                             "over a six-week block",
                             "in 6 week blocks",
                             "for 12 weeks",
                             "in July 2024 he was seen",
                             "when it is 5 minutes to nine",
                             "when he is tired",
                             "when there are 20 children",
                             "within the classroom",
                             "by reading 20 words",
                             "stay within 2 metres",
                             "by next to no one",
                             "He may be late",
                             "By the way, in the end he read"}) {
        CAPTURE(text);
        CHECK(deadline(text) == "none");
        CHECK_FALSE(named(text));
    }
}

TEST_CASE("the last deadline of several counts, with its place") {
    CHECK(deadline("By July 2026 he will cope, and by the end of Key Stage 2 he will thrive.") == "2027-08-31");
    CHECK(deadline("By the end of Key Stage 2 ... By July 2026 he reads.") == "2026-07");
    CHECK(deadline("By July 2026, and by the end of Key Stage 2", {}) == "none"); // the earlier one is not his deadline
    CHECK(words("He will, by the end of Key Stage 2, read.") == "by the end of Key Stage 2");
    CHECK(words("Within 12 months he reads") == "Within 12 months");
    CHECK(words("At the end of Year 6 (July 2027) he") == "end of Year 6 (July 2027");
    CHECK(words("He reads no later than 12 May 2026.") == "than 12 May 2026");
}

TEST_CASE("birthdays of 29 February fall on 1 March in common years") {
    const DeadlineContext leap{Date::of(2012, 2, 29), Date::of(2025, 5, 12), {}};
    CHECK(deadline("by his 16th birthday", leap) == "2028-02-29");
    CHECK(deadline("by his 17th birthday", leap) == "2029-03-01");
    CHECK(deadline("by his next birthday", leap) == "2026-03-01");
}

TEST_CASE("terms without a year are the first that end after writing") {
    const auto on = [](int month, int day, std::string_view text) { return deadline(text, {{}, Date::of(2025, static_cast<unsigned>(month), static_cast<unsigned>(day)), {}}); };
    CHECK(on(8, 31, "by the end of the summer term") == "2025-08-31");
    CHECK(on(9, 1, "by the end of the summer term") == "2026-08-31");
    CHECK(on(4, 15, "by the end of the spring term") == "2025-04-15");
    CHECK(on(4, 16, "by the end of the spring term") == "2026-04-15");
    CHECK(on(1, 10, "over the next two terms") == "2025-12-31");
    CHECK(on(10, 10, "over the next two terms") == "2026-08-31");
    CHECK(on(10, 10, "by the end of the academic year") == "2026-08-31");
}

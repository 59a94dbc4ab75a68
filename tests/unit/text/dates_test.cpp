#include "text/dates.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

// The dates of a text as "words=value", "!" for one that does not exist.
std::string dates(std::string_view text) {
    const Analysis analysis(text);
    std::string all;
    for (const FoundDate& found : analysis.dates()) {
        const Span span = analysis.span(found.first, found.last);
        all += (all.empty() ? "" : " | ") + std::string(text.substr(span.begin, span.size())) + "=" + (found.valid ? found.date.iso() : "!");
    }
    return all;
}

std::string read(std::string_view value) {
    const auto found = read_date(value);
    return !found ? "none" : found->valid ? found->date.iso() : "!";
}

} // namespace

TEST_CASE("dates are read day first in every form that plans use") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"01/02/2015", "2015-02-01"},
        {"1/2/2015", "2015-02-01"},
        {"01-02-2015", "2015-02-01"},
        {"01 / 02 / 2015", "2015-02-01"},
        {"16.01.2023", "2023-01-16"},
        {"06.10.11", "2011-10-06"},
        {"01.02.24", "2024-02-01"},
        {"5.10.23", "2023-10-05"},
        {"12/05/25", "2025-05-12"},
        {"01-02-24", "2024-02-01"},
        {"28 August 2013", "2013-08-28"},
        {"28 AUGUST 2013", "2013-08-28"},
        {"1st January 2015", "2015-01-01"},
        {"1St January 2015", "2015-01-01"},
        {"25th October 2023", "2023-10-25"},
        {"22 nd March 2024", "2024-03-22"},
        {"the 3rd of May 2025", "2025-05-03"},
        {"12 May, 2025", "2025-05-12"},
        {"Monday 12th May, 2025", "2025-05-12"},
        {"20 Nov 2023", "2023-11-20"},
        {"20 Nov. 2023", "2023-11-20"},
        {"20-Nov-2023", "2023-11-20"},
        {"20/Nov/23", "2023-11-20"},
        {"20 Nov 23", "2023-11-20"},
        {"3 Sept 2024", "2024-09-03"},
        {"May 12, 2025", "2025-05-12"},
        {"12May2025", "2025-05-12"},
        {"June 2024", "2024-06"},
        {"june 2024", "2024-06"},
        {"July, 2016", "2016-07"},
        {"July 16", "2016-07"},
        {"July '16", "2016-07"},
        {"2024-06-20", "2024-06-20"},
        {"2024/06/20", "2024-06-20"},
        {"30/01/2024 16:12:29", "2024-01-30"},
        {"2024-06-20T10:11:12", "2024-06-20"},
        {"Spring 2025", "2025-01-01/2025-04-15"},
        {"spring term 2025", "2025-01-01/2025-04-15"},
        {"Autumn term 2023", "2023-09-01/2023-12-31"},
        {"Summer Term (2026)", "2026-04-16/2026-08-31"},
        {"Autumn 1 2024", "2024-09-01/2024-12-31"},
        {"Autumn term 2023/24", "2023-09-01/2023-12-31"},
        {"Spring term 2023-24", "2024-01-01/2024-04-15"},
        {"Summer term 2023/2024", "2024-04-16/2024-08-31"},
        {"Summer term 26", "2026-04-16/2026-08-31"},
        {"2016", "2016-01-01/2016-12-31"},
        {"Date of plan: 12 May 2025 (v4)", "2025-05-12"},
        {"TI (04.10.2011)", "2011-10-04"},
        {"v3 Feb 2017", "2017-02"},
        {"12\u00a0May\u00a02025", "2025-05-12"},
        {"12\u201305\u20132025", "2025-05-12"},
        {"29/02/2024", "2024-02-29"},
        {"31/04/2025", "!"},
        {"29/02/2023", "!"},
        {"31 April 2025", "!"},
        {"12/25/2024", "!"},
        {"31.04.2025", "!"},
        {"2025-02-30", "!"},
        {"00/05/2025", "!"},
    };
    for (const auto& [text, expected] : table) {
        CAPTURE(text);
        if (std::string_view(expected) == "2016-01-01/2016-12-31") {
            CHECK(read(text) == "2016");
            continue;
        }
        CHECK(read(text) == expected);
    }
}

TEST_CASE("what only looks like a date is none") {
    for (const auto* text : {"",           "DD/MM/YYYY",     "CCYY-MM-DD",    "dd.mm.yy",       "N/A",          "TBC",           "9-11",          "2024-25",        "2022/23",       "2022-2023",
                             "Year 5-6",   "1:1",            "17.5 hours",    "30/60",          "9.69",         "1.2.3",         "1.2.3.4",        "01.02.03.04",   "192.168.10.24",
                             "may be",     "He may 20 times", "in March he",  "a march of 10",  "5-10-15 mins", "10/20/30",      "3 x 30",        "16:12:29",       "para 9.10.15",  "section 12.10.15",
                             "Year 2",     "Autumn Term Year 2", "Key Stage 2", "12 May",      "May 12:30",    "In July 16 pupils moved", "June 30 minutes", "01632 960 001", "12-05-2025-33", "20-45 minutes",
                             "summer 3 times", "1 2 2024",  "spring term",   "1/2/3",          "Level 3 2",    "an autumn of 30 walks", "0/0/0"}) {
        CAPTURE(text);
        CHECK(dates(text).empty());
        CHECK(read(text) == "none");
    }
    CHECK(read("2016 or 2017") == "none");
    // The number of a paragraph, unless a label asks for a day or the text ends with it.
    CHECK(dates("4.1.12").empty());
    CHECK(dates("4.1.22 Reading").empty());
    CHECK(dates("see 4.1.22 on reading").empty());
    CHECK(read("4.1.12") == "2012-01-04");
    CHECK(dates("K Lowe, teacher, 6.8.26") == "6.8.26=2026-08-06");
    CHECK(dates("seen 9.6.26 & 1.7.26, at nursery") == "9.6.26=2026-06-09 | 1.7.26=2026-07-01");
    CHECK(dates("6.8.26") == "6.8.26=2026-08-06");
    CHECK(read("v2 of 2016") == "none");
}

TEST_CASE("dates stand in running text") {
    CHECK(dates("Seen on 12 May 2025, then 03/06/2025; again in June 2026.") == "12 May 2025=2025-05-12 | 03/06/2025=2025-06-03 | June 2026=2026-06");
    CHECK(dates("He may 2 May 2025 come") == "2 May 2025=2025-05-02");
    CHECK(dates("from 12-14 May 2025") == "14 May 2025=2025-05-14");
    CHECK(dates("By July 26 he will read") == "July 26=2026-07");
    CHECK(dates("12 May\n2025").empty());
    CHECK(dates("45 May 2025") == "May 2025=2025-05");
    CHECK(dates("1/2/20241").empty());
    CHECK(dates("the report of 31/04/2025 and 30/04/2025") == "31/04/2025=! | 30/04/2025=2025-04-30");
}

TEST_CASE("dates of birth with two digits lie in the past") {
    const Date reference = *Date::of(2025, 5, 12);
    CHECK(read_birth_date("10/08/2016", reference) == Date::of(2016, 8, 10));
    CHECK(read_birth_date("10.08.16", reference) == Date::of(2016, 8, 10));
    CHECK(read_birth_date("10.08.99", reference) == Date::of(1999, 8, 10));
    CHECK(read_birth_date("13 May 25", reference) == Date::of(1925, 5, 13));
    CHECK(read_birth_date("12 May 25", reference) == Date::of(2025, 5, 12));
    CHECK(read_birth_date("DOB: 10 August 2016 (age 8)", reference) == Date::of(2016, 8, 10));
    CHECK(read_birth_date("10 August 2036", reference) == Date::of(2036, 8, 10)); // as written: a rule says that it is wrong
    CHECK_FALSE(read_birth_date("August 2016", reference));
    CHECK_FALSE(read_birth_date("31/04/2016", reference));
    CHECK_FALSE(read_birth_date("", reference));
    CHECK_FALSE(read_birth_date("2016", reference));
}

TEST_CASE("ages are whole years") {
    const std::vector<std::pair<const char*, int>> table{
        {"8 years 3 months", 8}, {"8 years and 3 months", 8}, {"aged 5", 5},        {"4 years old", 4}, {"Age: 8", 8},      {"8", 8},         {"8;3", 8},         {"7y 11m", 7},
        {"7 yrs", 7},            {"18 month old", 1},         {"18-month-old", 1},  {"6 months", 0},    {"five years", 5},  {"14 (Year 9)", -1}, {"aged 11 (Year 6)", 11}, {"8.5", 8},
        {"twenty-one years", 21}, {"9 year old", 9},
    };
    for (const auto& [text, years] : table) {
        CAPTURE(text);
        if (years >= 0)
            CHECK(read_age(text) == years);
        else
            CHECK_FALSE(read_age(text)); // two numbers, and nothing says which is the age
    }
    for (const auto* text : {"", "unknown", "5-6", "5 to 6 years", "2016", "99", "10/08/2016"})
        CHECK_FALSE(read_age(text));
}

TEST_CASE("year groups are National Curriculum years") {
    const std::vector<std::pair<const char*, int>> table{
        {"Year 5", 5}, {"year5", 5},      {"NCY 9", 9},  {"NCY9", 9},    {"Y10", 10},           {"Yr 3", 3},           {"Year Group: 7", 7}, {"Reception", 0},        {"Year R", 0},  {"R", 0},
        {"YR", -99},   {"Nursery", -1},   {"FS1", -1},   {"FS2", 0},     {"Foundation Stage 2", 0}, {"5", 5},           {"Year six", 6},      {"Year 12 (sixth form)", 12}, {"Year 9 2024-25", 9}, {"Reception class", 0},
    };
    for (const auto& [text, year] : table) {
        CAPTURE(text);
        if (year > -99)
            CHECK(read_year_group(text) == year);
        else
            CHECK_FALSE(read_year_group(text)); // "yr" is also short for "year"
    }
    for (const auto* text : {"", "Year 5-6", "Year 5/6", "Years 5 and 6", "Year 5 to 6", "NCY 8 and below", "Year 2016", "class 5B", "5-6", "99", "post-16", "KS2", "Year"}) {
        CAPTURE(text);
        CHECK_FALSE(read_year_group(text));
    }
}

TEST_CASE("terms are the intervals of most councils") {
    CHECK(term_of(Term::autumn, 2024).iso() == "2024-09-01/2024-12-31");
    CHECK(term_of(Term::spring, 2025).iso() == "2025-01-01/2025-04-15");
    CHECK(term_of(Term::summer, 2025).iso() == "2025-04-16/2025-08-31");
}

// Sections of plans: every way of heading them in plan-layouts of published templates, and what must not be read as one.
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;
using plan::Letter;

namespace {

// The letters that are headed, in order: "A B H1".
std::string headed(const plan::Plan& plan) {
    std::string letters;
    for (const plan::Section& section : plan.sections)
        if (section.headed.value)
            letters += (letters.empty() ? "" : " ") + std::string(plan::name_of(section.letter.value));
    return letters;
}

std::string text(const plan::Plan& plan, Letter letter) { return shown(plan.section(letter).text); }

} // namespace

TEST_CASE("the Act behind a colon belongs to the title", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# H1. Social care provision: Chronically Sick and Disabled Persons Act 1970\nA club on Saturdays for two hours.");
    CHECK(text(plan, Letter::H1) == "A club on Saturdays for two hours.");
}

TEST_CASE("the letter of a heading is read however it is written", "[recognise][sections]") {
    struct Row {
        std::string heading;
        std::string letters;
    };
    const Row rows[] = {
        {"# Section B: Special educational needs", "B"},
        {"# SECTIONB: Special educational needs", "B"},
        {"# SECTION B - SPECIAL EDUCATIONAL NEEDS", "B"},
        {"# Section B \xE2\x80\x93 Special educational needs", "B"},
        {"# Section B", "B"},
        {"# Part B: Special educational needs", "B"},
        {"# (B) Special educational needs", "B"},
        {"# B. Special educational needs", "B"},
        {"# B - Special educational needs", "B"},
        {"# B) Special educational needs", "B"},
        {"# Special educational needs (B)", "B"},
        {"# Special educational needs (Section B)", "B"},
        {"# My Special Educational Needs (SEN): Section B", ""},
        {"! Section B: Special educational needs", "B"},
        {"! (B) Special educational needs", "B"},
        {"SECTION B: SPECIAL EDUCATIONAL NEEDS", "B"},
        {"Section B: Special educational needs", "B"},
        {"A. Views, interests and aspirations", "A"},
        {"# A1 Summary of the child or young person's history", "A"},
        {"# A2 SUMMARY the views, interests and aspirations of the CHILD and their parent", "A"},
        {"# C1 a summary of my health needs resulting from my SEN", "C"},
        {"# D1 my social care needs as assessed under section 2 of the Chronically Sick and Disabled Persons Act 1970", "D"},
        {"# H i Social care provision", "H1"},
        {"# H(i) Social care provision", "H1"},
        {"# H(ii) Other social care provision", "H2"},
        {"# H1 Social Care Provision", "H1"},
        {"# Section H 2: Other social care provision", "H2"},
        {"# Other (H2) Social Care Provision", "H2"},
        {"# Section I: Placement", "I"},
        {"# I - Placement", "I"},
        {"# Section K - Advice and information", "K"},
        {"# 1.2 Section C: Health needs", "C"},
    };
    for (const Row& row : rows) {
        INFO(row.heading);
        CHECK(headed(plan_in(row.heading + "\nMaya finds this hard.")) == row.letters);
    }
}

TEST_CASE("what only looks like a section letter heads no section", "[recognise][sections]") {
    const std::string rows[] = {
        "# Section 1: Who I am",
        "# Part 1: Who am I and what's in my plan?",
        "# Part I: About this document",
        "Section F is set out below.",
        "Section B of the plan describes what Maya needs.",
        "Section F, as agreed with the family, will be reviewed.",
        "I - am not a heading.",
        "A. Maintain the plan",
        "- (a) to attend school every day",
        "B1 Maya finds it hard to read.",
        "F1 A teaching assistant reads with Maya daily.",
        "# E: Emotional literacy",
        "Maya likes trains. (A)",
        "# Sections A to K",
        "# 2. What we agreed",
    };
    for (const std::string& row : rows) {
        INFO(row);
        CHECK(headed(plan_in(row + "\nMaya finds this hard.")).empty());
    }
}

TEST_CASE("sections may stand in any order and each keeps its text", "[recognise][sections]") {
    const plan::Plan plan = plan_in(R"(
        # Section E: Outcomes
        By July 2026 Maya will read.
        # Section B: Special educational needs
        Maya finds it hard to read.
        # Section A: All about me, including my health
        I like trains.
        # Section F: Special educational provision
        A teacher reads with Maya for 20 minutes each day.)");
    CHECK(headed(plan) == "A B E F");
    CHECK(text(plan, Letter::E) == "By July 2026 Maya will read.");
    CHECK(text(plan, Letter::B) == "Maya finds it hard to read.");
    CHECK(text(plan, Letter::A) == "I like trains.");
    CHECK(shown(plan.section(Letter::A).title_letter) == "A");
    CHECK(shown(plan.section(Letter::A).title) == "Section A: All about me, including my health");
    SECTION("and a text is where its words are") {
        CHECK(plan.section(Letter::B).text.origin.block == 4);
        CHECK(plan.section(Letter::B).origin.block == 3);
    }
    SECTION("and a missing one stands at the heading before which it belongs") {
        CHECK_FALSE(plan.section(Letter::C).headed.value);
        CHECK(plan.section(Letter::C).origin.block == 1); // before E
        CHECK(plan.section(Letter::C).text.state == plan::State::missing);
        CHECK(plan.section(Letter::G).origin.block == 1); // before nothing: the first block
        CHECK(shown(plan.section(Letter::C).occurrences) == "0");
    }
}

TEST_CASE("a heading in a table cell heads what follows it", "[recognise][sections]") {
    SECTION("as a title row") {
        const plan::Plan plan = plan_in("| Section B: Special educational needs | < |\n| Maya finds it hard to read. | < |");
        CHECK(headed(plan) == "B");
        CHECK(text(plan, Letter::B) == "Maya finds it hard to read.");
    }
    SECTION("with the letter and the title side by side") {
        const plan::Plan plan = plan_in("| A1 | Summary of the child or young person's history |\n| | Maya was born in Leeds. |");
        CHECK(headed(plan) == "A");
        CHECK(text(plan, Letter::A) == "Maya was born in Leeds.");
        CHECK(shown(plan.section(Letter::A).title) == "A1 Summary of the child or young person's history");
    }
    SECTION("with title and text in one cell") {
        const plan::Plan plan = plan_in("| ! Section D: Social care needs // No social care needs identified. |");
        CHECK(headed(plan) == "D");
        CHECK(text(plan, Letter::D) == "No social care needs identified.");
    }
    SECTION("with the section to the left of its text") {
        const plan::Plan plan = plan_in("| Section C: Health needs | Maya has asthma. |\n| Section D: Social care needs | None. |");
        CHECK(headed(plan) == "C D");
        CHECK(text(plan, Letter::C) == "Maya has asthma.");
    }
}

TEST_CASE("words in the paragraph of the heading belong to the section", "[recognise][sections]") {
    CHECK(text(plan_in("! Section J: Personal budget: Not applicable"), Letter::J) == "Not applicable");
    CHECK(text(plan_in("Section I: Willowmere School"), Letter::I) == "Willowmere School");
    CHECK(text(plan_in("Section D - Social care needs. No social care needs identified."), Letter::D) == "No social care needs identified.");
    CHECK(text(plan_in("# Section B: Special educational needs\nMaya finds reading hard."), Letter::B) == "Maya finds reading hard.");
}

TEST_CASE("a heading over two sections with one body merges them", "[recognise][sections]") {
    SECTION("two letters") {
        const plan::Plan plan = plan_in("# Section C & D: Health and social care needs\nNo needs identified.");
        CHECK(headed(plan) == "C D");
        CHECK(plan.section(Letter::C).merged.value);
        CHECK(shown(plan.section(Letter::C).merged_with) == "D");
        CHECK(shown(plan.section(Letter::D).merged_with) == "C");
        CHECK(text(plan, Letter::D) == "No needs identified.");
        CHECK(shown(plan.section(Letter::C).title_letter) == "missing");
    }
    SECTION("other joints") {
        for (const std::string heading : {"# Sections C and D: needs", "# Section C/D: needs", "# (C) and (D) Health and social care needs", "# Section C and Section D: needs", "# Sections C, D: needs"}) {
            INFO(heading);
            const plan::Plan plan = plan_in(heading + "\nMaya has asthma.");
            CHECK(headed(plan) == "C D");
            CHECK(plan.section(Letter::C).merged.value);
        }
    }
    SECTION("a bare H is both its parts") {
        const plan::Plan plan = plan_in("# Section H: Social care provision\nA personal assistant for two hours each week.");
        CHECK(headed(plan) == "H1 H2");
        CHECK(plan.section(Letter::H1).merged.value);
        CHECK(shown(plan.section(Letter::H2).merged_with) == "H1");
    }
    SECTION("but not where each has a heading of its own") {
        const plan::Plan plan = plan_in("# Section H: Social care provision\n## H1\nNone required.\n## H2\nNone needed.");
        CHECK(headed(plan) == "H1 H2");
        CHECK_FALSE(plan.section(Letter::H1).merged.value);
        CHECK(text(plan, Letter::H1) == "None required.");
        CHECK(text(plan, Letter::H2) == "None needed.");
    }
    SECTION("nor where subheads tell the parts of H apart") {
        const plan::Plan plan = plan_in("# Section H\n! Social Care Provision (Legislation)\nNone required.\n! Social Care Provision (Other)\nA short break.");
        CHECK(headed(plan) == "H1 H2");
        CHECK_FALSE(plan.section(Letter::H1).merged.value);
        CHECK(text(plan, Letter::H2) == "A short break.");
    }
    SECTION("nor where lettered columns stand below") {
        const plan::Plan plan = plan_in("# Sections C (health care needs) and G (health care provision)\n"
                                        "| C - Health care needs | G - Health care provision | E - Outcomes |\n"
                                        "| Maya has asthma. | A nurse trains staff for one hour. | Maya will use her inhaler. |");
        CHECK(headed(plan) == "C E G");
        CHECK_FALSE(plan.section(Letter::C).merged.value);
        CHECK(text(plan, Letter::G) == "A nurse trains staff for one hour.");
    }
    SECTION("nor where the words of columns tell them apart") {
        const plan::Plan plan = plan_in("# Sections E and F: outcomes and special educational provision\n"
                                        "| Desired Outcomes | To help the child or young person to achieve the outcome, they will require the following provision: |\n"
                                        "| By July 2026 Maya will read. | A teacher reads with Maya each day. |");
        CHECK(headed(plan) == "E F");
        CHECK_FALSE(plan.section(Letter::E).merged.value);
        CHECK(text(plan, Letter::E) == "By July 2026 Maya will read.");
        CHECK(text(plan, Letter::F) == "A teacher reads with Maya each day.");
    }
}

TEST_CASE("a section is repeated when its blocks differ and are apart", "[recognise][sections]") {
    const auto times = [](const std::string& notation, Letter letter) { return shown(plan_in(notation).section(letter).occurrences); };
    SECTION("two texts") {
        CHECK(times("# Section B: Special educational needs\nMaya finds reading hard.\n# Section C: Health needs\nNone.\n"
                    "# Section B: Special educational needs\nMaya is in Reception.", Letter::B) == "2");
    }
    SECTION("the same text twice is one") {
        CHECK(times("# Section B: Special educational needs\nMaya finds reading hard.\n# Section C: Health needs\nNone.\n"
                    "# Section B: Special educational needs\nMaya finds reading hard.", Letter::B) == "1");
    }
    SECTION("continued") {
        CHECK(times("# Section B: Special educational needs\nMaya finds reading hard.\n# Section C: Health needs\nNone.\n"
                    "# Section B: Special educational needs (continued)\nMaya finds writing hard.", Letter::B) == "1");
    }
    SECTION("next to each other") {
        CHECK(times("# Section B: Special educational needs\nMaya finds reading hard.\n# Section B: Special educational needs\nMaya finds writing hard.", Letter::B) == "1");
    }
    SECTION("a block for each area") {
        CHECK(times("# Communication and interaction\n## Section B: Special educational needs\nMaya finds talk hard.\n## Section F: Special educational provision\nTherapy.\n"
                    "# Cognition and learning\n## Section B: Special educational needs\nMaya finds reading hard.\n## Section F: Special educational provision\nTeaching.", Letter::B) == "1");
    }
    SECTION("columns of each area") {
        const std::string grid = "| Cognition and learning | < | < |\n| B - Special Educational Needs | F - Special Educational Provision | E - Outcomes |\n"
                                 "| Maya finds reading hard. | Teaching. | Maya will read. |\n\n";
        CHECK(times(grid + "| Communication and interaction | < | < |\n| B - Special Educational Needs | F - Special Educational Provision | E - Outcomes |\n"
                           "| Maya finds talk hard. | Therapy. | Maya will talk. |", Letter::B) == "1");
    }
    SECTION("page headers") {
        CHECK(times("@header Section B: Special educational needs\n# Section B: Special educational needs\nMaya finds reading hard.\n# Section C: Health needs\nNone.", Letter::B) == "1");
    }
}

TEST_CASE("a list of the sections is not the sections", "[recognise][sections]") {
    const std::string body = "\n# Section A: Views\nI like trains.\n# Section B: Special educational needs\nMaya finds it hard to read long words.\n"
                             "# Section C: Health needs\nNo needs identified.\n# Section E: Outcomes\nBy July 2026 Maya will read a book.\n"
                             "# Section F: Special educational provision\nA teacher reads with Maya for 20 minutes each day.\n";
    SECTION("the format's own table of contents") {
        const plan::Plan plan = plan_in("@contents Section A: Views 2\n@contents Section D: Social care needs 3" + body);
        CHECK(headed(plan) == "A B C E F");
        CHECK(shown(plan.section(Letter::A).occurrences) == "1");
    }
    SECTION("lines typed by hand") {
        const plan::Plan plan = plan_in("! Contents\nSection A: Views 2\nSection B: Special educational needs 3\nSection C: Health needs 4\n"
                                        "Section D: Social care needs 4\nSection E: Outcomes 5\nSection F: Special educational provision 6" + body);
        CHECK(headed(plan) == "A B C E F");
        CHECK(text(plan, Letter::A) == "I like trains.");
    }
    SECTION("a legend in a table") {
        const plan::Plan plan = plan_in("# Understanding the Content of EHC Plans\n\n| A | Views, interests and aspirations |\n| B | Special educational needs |\n| C | Health care needs |\n"
                                        "| D | Social care needs |\n| E | Outcomes |\n| F | Special educational provision |\n| K | Advice and information |\n" + body);
        CHECK(headed(plan) == "A B C E F");
    }
    SECTION("a legend that explains each") {
        const plan::Plan plan = plan_in("# About the sections\nSection A: Views\nThis is where the child speaks.\nSection B: Special educational needs\nWhat is hard for the child.\n"
                                        "Section C: Health needs\nHealth needs that relate to learning.\nSection D: Social care needs\nCare needs.\n"
                                        "Section E: Outcomes\nWhat is hoped for.\nSection F: Special educational provision\nWhat will be done." + body);
        CHECK(headed(plan) == "A B C E F");
        CHECK(text(plan, Letter::E) == "By July 2026 Maya will read a book.");
        CHECK(shown(plan.section(Letter::E).occurrences) == "1");
    }
    SECTION("the letters of the body are never lost") { CHECK(headed(plan_in(body)) == "A B C E F"); }
}

TEST_CASE("a title names its own section unless its words are clearly another's", "[recognise][sections]") {
    struct Row {
        std::string heading;
        Letter letter;
        std::string names;
    };
    const Row rows[] = {
        {"# Section C: Special educational provision", Letter::C, "F"},
        {"# Section C: Health care needs relating to SEN", Letter::C, "C"},
        {"# Section D: My social care needs as assessed under section 2 of the Chronically Sick and Disabled Persons Act 1970", Letter::D, "D"},
        {"# Section D: Health care needs", Letter::D, "C"},
        {"# Section A: All about me, including my health", Letter::A, "A"},
        {"# Section A: The views, interests and aspirations of the child and his or her parents or the young person", Letter::A, "A"},
        {"# Section E: Outcomes, including Preparing for Adulthood outcomes for Yr9 onwards", Letter::E, "E"},
        {"# Section F: Outcomes and support plan", Letter::F, "F"},
        {"# Section F: Special Education Provision required to meet needs and achieve outcomes", Letter::F, "F"},
        {"# Section G: Any health provision reasonably required by the learning difficulties or disabilities which result in Maya having SEN", Letter::G, "G"},
        {"# Section G: Health care needs", Letter::G, "C"},
        {"# Section H1: Social care provision", Letter::H1, "H1"},
        {"# Section H2: Social care provision", Letter::H2, "H2"},
        {"# Section I: Name and type of Education Placement and arrangements for review", Letter::I, "I"},
        {"# Section K: Placement", Letter::K, "I"},
        {"# Section J: Advice and information", Letter::J, "K"},
        {"# Section B: Description of Strengths and Needs", Letter::B, "B"},
        {"# Section B", Letter::B, "missing"},
        {"# Section B: Jigsaw", Letter::B, "missing"},
    };
    for (const Row& row : rows) {
        INFO(row.heading);
        CHECK(shown(plan_in(row.heading + "\nNone.").section(row.letter).title_letter) == row.names);
    }
}

TEST_CASE("sections without letters are known by their titles, and not headed", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# Views Interests Strengths Aspirations\nI like trains.\n# Special Educational Needs\nMaya finds reading hard.\n"
                                    "# Health Care Needs\nNone.\n# Outcomes\nBy July 2026 Maya will read.\n# Special Educational Needs Provision\nA teacher reads with Maya daily.\n"
                                    "# Advice and information gathered\nSchool report, 1 October 2024");
    CHECK(headed(plan).empty());
    CHECK(text(plan, Letter::A) == "I like trains.");
    CHECK(text(plan, Letter::B) == "Maya finds reading hard.");
    CHECK(text(plan, Letter::F) == "A teacher reads with Maya daily.");
    CHECK(shown(plan.section(Letter::F).title) == "Special Educational Needs Provision");
    CHECK(plan.advice.size() == 1);
    SECTION("and words do not draw text from a section that has its letter") {
        const plan::Plan lettered = plan_in("# Section B: Special educational needs\nMaya finds reading hard.\n## Outcomes\nRead.\n# Section E: Outcomes\nBy July 2026 Maya will read.");
        CHECK(text(lettered, Letter::E) == "By July 2026 Maya will read.");
    }
}

TEST_CASE("blocks that are no statutory section end one", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# Section K: Advice and information\nSchool report, 1 October 2024\nSign-off\n\n| Local authority officer - name | R. Asante |\n| Date | 12 May 2025 |");
    CHECK(text(plan, Letter::K) == "School report, 1 October 2024");
    CHECK(plan.advice.size() == 1);
    CHECK(shown(plan.signatory.name) == "R. Asante");
    CHECK(shown(plan.signatory.date) == "2025-05-12");
    SECTION("even without a heading of their own") {
        const plan::Plan signed_below = plan_in("# Section J: Personal budget\nNot applicable.\n\n| Signed for the local authority | H. Lorrimer |\n| Date | 31 January 2025 |");
        CHECK(text(signed_below, Letter::J) == "Not applicable.");
    }
    SECTION("with the officer's name behind the label") {
        const plan::Plan signed_below = plan_in("# Section K: Advice and information\nSchool report, 1 October 2024\nSigned on behalf of the local authority: S. Winterbourne\nRole: SEND Officer\nDate: 28.02.2025");
        CHECK(shown(signed_below.signatory.name) == "S. Winterbourne");
        CHECK(shown(signed_below.signatory.role) == "SEND Officer");
        CHECK(shown(signed_below.signatory.date) == "2025-02-28");
        CHECK(signed_below.advice.size() == 1);
    }
    SECTION("with name, post and date in one line") {
        const plan::Plan signed_below = plan_in("# Section K: Advice and information\nSchool report, 1 October 2024\nSigned for the City of Aldwark: Bernard Quill, SEND Lead. Date: 17 March 2025");
        CHECK(shown(signed_below.signatory.name) == "Bernard Quill");
        CHECK(shown(signed_below.signatory.date) == "2025-03-17");
        CHECK(signed_below.advice.size() == 1);
    }
    SECTION("with the authority behind the post") {
        const plan::Plan signed_below = plan_in("# Section K: Advice and information\nSchool report, 1 October 2024\nSigned: Peter Garrow, SEND Officer, for Easterly County Council. Date: 10 June 2024");
        CHECK(shown(signed_below.signatory.name) == "Peter Garrow");
        CHECK(shown(signed_below.signatory.date) == "2024-06-10");
        CHECK(signed_below.advice.size() == 1);
    }
    SECTION("at the sections' own rank") {
        const plan::Plan funded = plan_in("# Section F: Special educational provision\nA teacher reads with Maya daily.\n# Funding\nTop-up of 5,000 pounds.\n# Section G: Health provision\nNone.");
        CHECK(text(funded, Letter::F) == "A teacher reads with Maya daily.");
    }
}

TEST_CASE("paragraphs keep the order, section and place of every block", "[recognise][sections]") {
    const plan::Plan plan = plan_in("@header Maya Smith\nName: Maya Smith\n# Section B: Special educational needs\nPlease describe the child's needs.\n! Cognition and learning\nMaya finds reading hard.");
    REQUIRE(plan.paragraphs.size() == 6);
    CHECK(shown(plan.paragraphs[0].section) == "missing");
    CHECK(shown(plan.paragraphs[1].place) == "heading");
    CHECK(shown(plan.paragraphs[2].guidance) == "yes");
    CHECK(shown(plan.paragraphs[3].place) == "heading");
    CHECK(shown(plan.paragraphs[4].section) == "B");
    CHECK(shown(plan.paragraphs[4].guidance) == "no");
    CHECK(shown(plan.paragraphs[5].place) == "header");
    CHECK(text(plan, Letter::B) == "Maya finds reading hard.");
}

TEST_CASE("an empty section is blank, one with prompts alone a placeholder", "[recognise][sections]") {
    CHECK(text(plan_in("# Section D: Social care needs\n# Section E: Outcomes\nRead."), Letter::D) == "blank");
    CHECK(text(plan_in("# Section D: Social care needs\n\xC2\xABSocial_Care_Needs\xC2\xBB\n# Section E: Outcomes\nRead."), Letter::D) == "placeholder");
    CHECK(text(plan_in("# Section D: Social care needs\n{?Click or tap here to enter text.?}"), Letter::D) == "placeholder");
    CHECK(text(plan_in("# Section H1: Social care provision\nAny social care provision which must be made for a child or young person under 18 resulting from section 2 of the "
                       "Chronically Sick and Disabled Persons Act 1970"), Letter::H1) == "blank");
    CHECK(text(plan_in("# Section B: Special educational needs\n## Communication and interaction\n## Cognition and learning"), Letter::B) == "blank");
}

TEST_CASE("headings of sections by look only are counted where the format has heading styles", "[recognise][sections]") {
    const std::string two = "! Section A: Views\nMaya likes art.\n# Section B: Special educational needs\nMaya finds reading hard.\n! Section C: Health needs\nNone.";
    const auto plain = plan_in(two).marks.plain_headings;
    REQUIRE(plain.stated());
    CHECK(plain.value == 2);
    CHECK(plan_in("# Section A: Views\nMaya likes art.").marks.plain_headings.value == 0);
    // A lettered column needs no style.
    CHECK(plan_in("| B - Special educational needs | F - Special educational provision |\n| Maya finds reading hard. | A teacher reads with her. |").marks.plain_headings.value == 0);
    read::Document text = Blocks(two).take();
    text.format = "text";
    CHECK_FALSE(read::recognise(text, {}).plan.marks.plain_headings.stated());
}

TEST_CASE("H1 and H2 may open their lines under one heading", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# Section G: Health provision\nNone.\n# Section H: Social care provision\nH1: None\nH2: Family signing classes, ten weekly sessions of 2 hours.\n# Section I: Placement\nFernbank School");
    CHECK(shown(plan.sections[static_cast<std::size_t>(plan::Letter::H1)].text) == "None");
    CHECK(shown(plan.sections[static_cast<std::size_t>(plan::Letter::H2)].text).starts_with("Family signing classes"));
    CHECK(plan.sections[static_cast<std::size_t>(plan::Letter::H1)].merged.value == false);
    SECTION("and one letter alone tells nothing apart") {
        CHECK(plan_in("# Section H: Social care provision\nH1: None\n# Section I: Placement\nFernbank School").sections[static_cast<std::size_t>(plan::Letter::H2)].merged.value);
    }
}

TEST_CASE("questions, outcomes told again and words about a table are no provision", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# Section E: Outcomes\nBy July 2027 Ada will speak in sentences.\n# Section F: Special educational provision\nShort term outcomes (from Section E), by the end of Key Stage 2:\n"
                                    "Ada will speak in sentences.\nWhat help do I need to make this happen and how will it be delivered?\nThe following table sets out the provision required.\nA therapist sees Ada for 45 minutes twice a week.");
    REQUIRE(plan.provisions.size() == 1);
    CHECK(shown(plan.provisions[0].text) == "A therapist sees Ada for 45 minutes twice a week.");
}

TEST_CASE("a table that lists the letters before a blank form's sections is a list", "[recognise][sections]") {
    std::string form = "! Education, Health and Care Plan\n\n| Section A: | The views of the child or young person and of parents Section B: | What the child or young person needs (SEN) |\n"
                       "| Section C: | What the child or young person needs for health |\n| Section E: | What is to be reached, including preparing for adulthood from Year 9 |\n"
                       "| Section F: | What helps at school to meet needs and reach outcomes |\n| Section G: | What the health service gives to meet needs and reach outcomes |\n"
                       "| Section H: | What social care gives to meet needs and reach outcomes (sections H1 and H2) |\n\n";
    for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "E: Outcomes", "F: Special educational provision", "G: Health provision", "H1: Social care provision", "H2: Other social care provision"})
        form += "# Section " + letter + "\n[Name]\n";
    const plan::Plan plan = plan_in(form);
    CHECK(!plan.sections[static_cast<std::size_t>(plan::Letter::H1)].merged.value);
    CHECK(shown(plan.sections[static_cast<std::size_t>(plan::Letter::E)].title) == "Section E: Outcomes");
    SECTION("and rows that are the sections stay so") {
        const plan::Plan rows = plan_in("| Section B: Special educational needs | Ada finds reading hard. |\n| Section E: Outcomes | By July 2027 Ada will read. |\n| Section F: Special educational provision | A teacher reads with Ada. |\n"
                                        "| Section G: Health provision | None. |\n");
        CHECK(shown(rows.sections[static_cast<std::size_t>(plan::Letter::B)].text).find("reading") != std::string::npos);
    }
}

TEST_CASE("letters of the appendices head no sections", "[recognise][sections]") {
    const plan::Plan plan = plan_in("# Section C: Health needs\nAda has asthma.\n# Section K: Advice and information\nB: Educational advice\nC: Medical advice\nD: Psychological report\n");
    CHECK(shown(plan.sections[static_cast<std::size_t>(plan::Letter::C)].text) == "Ada has asthma.");
}

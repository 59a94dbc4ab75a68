// Needs, outcomes and provision: paragraphs, lists, grids and tables of provision, their ids, areas, dates and links.
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;
using plan::Letter;

namespace {

const std::string b = "# Section B: Special educational needs\n";
const std::string e = "# Section E: Outcomes\n";
const std::string f = "# Section F: Special educational provision\n";

std::vector<std::string> needs(const plan::Plan& plan) {
    std::vector<std::string> texts;
    for (const plan::Need& need : plan.needs)
        texts.push_back(shown(need.id) + ": " + shown(need.text));
    return texts;
}
std::vector<std::string> outcomes(const plan::Plan& plan) {
    std::vector<std::string> texts;
    for (const plan::Outcome& outcome : plan.outcomes)
        texts.push_back(shown(outcome.id) + ": " + shown(outcome.text));
    return texts;
}
std::vector<std::string> provisions(const plan::Plan& plan) {
    std::vector<std::string> texts;
    for (const plan::Provision& provision : plan.provisions)
        texts.push_back(shown(provision.id) + ": " + shown(provision.text));
    return texts;
}
using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("paragraphs and bullets are items", "[recognise][items]") {
    CHECK(needs(plan_in(b + "Maya finds it hard to read.\n- Maya struggles with number.\n- She cannot yet tell the time.")) ==
          Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles with number.", "B3: She cannot yet tell the time."});
    CHECK(provisions(plan_in("# Section G: Health provision\nA nurse visits each term.\n# Section H1: Social care provision\nA short break of two hours each week.")) ==
          Texts{"G1: A nurse visits each term.", "H1.1: A short break of two hours each week."});
    SECTION("where a bullet was typed") {
        CHECK(needs(plan_in(b + "\xE2\x80\xA2 Maya finds it hard to read.")) == Texts{"B1: Maya finds it hard to read."});
    }
    SECTION("and their place is that of their words") {
        const plan::Plan plan = plan_in(b + "Maya finds it hard to read.");
        CHECK(plan.needs[0].text.origin.block == 2);
        const Span span = plan.needs[0].text.origin.span;
        CHECK(blocks(b + "Maya finds it hard to read.").extracted.substr(span.begin, span.size()) == "Maya finds it hard to read.");
    }
}

TEST_CASE("sentences about a section, its agreement or another part are no items", "[recognise][items]") {
    const std::string grid = "\n| Provision | By whom | How often |\n| Reading practice | Teacher | Daily for 10 minutes |\n| Number games | Teacher | Weekly for 20 minutes |";
    CHECK(provisions(plan_in(f + "The provision in this section is made in term time, unless another period is given." + grid)).size() == 2);
    CHECK(provisions(plan_in(f + "It would be wrong for the provision below to be made in a school, so the Council arranges it under section 61." + grid)).size() == 2);
    CHECK(provisions(plan_in(f + "A teaching assistant is with Maya in every lesson." + grid)).size() == 3);
    CHECK(provisions(plan_in(f + "Education otherwise than at school under section 61: 15 hours a week with a tutor." + grid)).size() == 3);
    CHECK(provisions(plan_in("# Section G: Health provision\nA nurse visits each term for 30 minutes.\nThe integrated care board agreed this provision on 18 June 2026.")) ==
          Texts{"G1: A nurse visits each term for 30 minutes."});
    CHECK(provisions(plan_in("# Section G: Health provision\nThe nurse visits each term, as agreed with the integrated care board on 18 June 2026, and sees all of the class.")).size() == 1);
    const std::string cells = "| Section E: Outcomes | Section F: Provision |\n| E1. By July 2026 Maya will join two clubs. | See section H2. |\n| E1 above. | A teacher reads with Maya daily. |";
    CHECK(provisions(plan_in(cells)) == Texts{"F1: A teacher reads with Maya daily."});
    CHECK(outcomes(plan_in(cells)) == Texts{"E1: By July 2026 Maya will join two clubs."});
}

TEST_CASE("a reference may be a stretch of numbers, with or without dots", "[recognise][items]") {
    const std::string three = b + "B.1 Maya finds it hard to read.\nB.2 Maya struggles with number.\nB.3 Maya cannot tell the time.\n" + f;
    CHECK(shown(plan_in(three + "F.1 (needs B.1 to B.3) Daily practice with a teacher.\nF.2 Games (B.2).").provisions[0].needs) == "B1; B2; B3");
    CHECK(shown(plan_in(three + "F.1 (B1-B2) Daily practice with a teacher.\nF.2 Games (B.2).").provisions[0].needs) == "B1; B2");
}

TEST_CASE("how targets are set is no outcome", "[recognise][items]") {
    CHECK(outcomes(plan_in(e + "The school sets targets each term with Maya and reviews them in March.\n- By July 2026 Maya will read.\n- By July 2026 Maya will count.")).size() == 2);
    CHECK(outcomes(plan_in(e + "By July 2026 Maya will read.\nBy July 2026 Maya will set herself a target each term.")).size() == 2);
}

TEST_CASE("a reference to an item that is not there is kept", "[recognise][items]") {
    const std::string plan_text = b + "B1. Maya finds it hard to read.\nB2. Maya struggles with number.\n" + f;
    CHECK(shown(plan_in(plan_text + "F1. A teacher reads with Maya daily (need B12).\nF2. Number games daily (B2).").provisions[0].needs) == "B12");
    CHECK(shown(plan_in(plan_text + "F1. A teacher gives Maya vitamin B12 advice daily.\nF2. Number games daily (B2).").provisions[0].needs) == "missing");
    CHECK(shown(plan_in(plan_text + "\n| Provision | By whom | Need |\n| Reading practice each day | Teacher | B1, B7 |").provisions[0].needs) == "B1; B7");
}

TEST_CASE("a tag of strengths may stand in its paragraph", "[recognise][items]") {
    CHECK(needs(plan_in(b + "Strengths. Maya wants to do well, and she needs no reminders.\nMaya finds it hard to read.")) == Texts{"B1: Maya finds it hard to read."});
    CHECK(needs(plan_in(b + "Strengths: Maya is kind. Maya finds it hard to read.")).size() == 1);
    CHECK(needs(plan_in(b + "Strengths are hard for Maya to name.")).size() == 1);
}

TEST_CASE("numbers of a list that go on through the areas are ids", "[recognise][items]") {
    const std::string areas = b + "## Communication and interaction\n+ 1. Maya finds it hard to follow talk.\n+ 2. Maya struggles with jokes.\n## Cognition and learning\n";
    const plan::Plan plan = plan_in(areas + "+ 3. Maya cannot read yet.\n" + f + "\n| Provision | By whom | Need |\n| Reading practice each day | Teacher | B3 |");
    CHECK(needs(plan).back() == "B3: Maya cannot read yet.");
    REQUIRE(plan.provisions.size() == 1);
    CHECK(shown(plan.provisions[0].needs) == "B3");
    CHECK(needs(plan_in(areas + "+ 1. Maya cannot read yet.")).back() == "B3: Maya cannot read yet.");
}

TEST_CASE("ids that the plan prints are kept and taken out of the text", "[recognise][items]") {
    CHECK(needs(plan_in(b + "B1. Maya finds it hard to read.\nB2 Maya struggles with number.")) == Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles with number."});
    CHECK(outcomes(plan_in(e + "O2. By July 2026 Maya will read.\nOutcome 3: Maya will count.")) == Texts{"O2: By July 2026 Maya will read.", "O3: Maya will count."});
    CHECK(provisions(plan_in(f + "F3: A teacher reads with Maya daily.\n(F4) A teacher counts with Maya daily.")) == Texts{"F3: A teacher reads with Maya daily.", "F4: A teacher counts with Maya daily."});
    CHECK(needs(plan_in(b + "B.1 Maya finds it hard to read.\nB.2 Maya struggles with number.")) == Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles with number."});
    SECTION("from the format's own numbering") { CHECK(needs(plan_in(b + "+ B4. Maya finds it hard to read.")) == Texts{"B4: Maya finds it hard to read."}); }
    SECTION("but codes of other things are none") {
        CHECK(needs(plan_in(b + "Y5 work is hard for Maya.\nKS2 tests are hard for Maya.")) == Texts{"B1: Y5 work is hard for Maya.", "B2: KS2 tests are hard for Maya."});
    }
    SECTION("numbers that begin again in each area are not ids of the plan") {
        const plan::Plan plan = plan_in(b + "! Cognition and learning\nNeed 1: Maya finds it hard to read.\n! Communication and interaction\nNeed 1: Maya finds it hard to talk.");
        CHECK(needs(plan) == Texts{"B1: Maya finds it hard to read.", "B2: Maya finds it hard to talk."});
    }
    SECTION("prose round numbered items is no item") {
        CHECK(outcomes(plan_in(e + "The school sets steps each term.\nO1. Maya will read.\nO2. Maya will count.")) == Texts{"O1: Maya will read.", "O2: Maya will count."});
    }
}

TEST_CASE("words that introduce a list stand in front of each of its items", "[recognise][items]") {
    const plan::Plan plan = plan_in(f + "A teaching assistant will:\n- read with Maya for 20 minutes each day\n- count with her:\n-- in tens\n-- in hundreds\nA nurse visits each term.");
    CHECK(provisions(plan) == Texts{"F1: A teaching assistant will: read with Maya for 20 minutes each day", "F2: A teaching assistant will: count with her: in tens",
                                    "F3: A teaching assistant will: count with her: in hundreds", "F4: A nurse visits each term."});
    SECTION("and both keep their places") {
        REQUIRE(plan.provisions[0].text.value.pieces.size() == 2);
        CHECK(plan.provisions[0].text.value.pieces[0].origin.block == 2);
        CHECK(plan.provisions[0].text.value.pieces[1].origin.block == 3);
    }
    SECTION("a bare label introduces nothing") { CHECK(provisions(plan_in(f + "Provision:\n- A teacher reads with Maya daily.")) == Texts{"F1: A teacher reads with Maya daily."}); }
}

TEST_CASE("labelled paragraphs after an item belong to it", "[recognise][items]") {
    const plan::Plan plan = plan_in(f + "Reading practice\nWho: a teaching assistant\nHow often: daily\nHow long: 20 minutes\nGroup size: one to one");
    REQUIRE(plan.provisions.size() == 1);
    CHECK(shown(plan.provisions[0].text) == "Reading practice\nWho: a teaching assistant\nHow often: daily\nHow long: 20 minutes\nGroup size: one to one");
    CHECK(shown(plan.provisions[0].what) == "Reading practice");
    CHECK(shown(plan.provisions[0].who) == "a teaching assistant");
    CHECK(shown(plan.provisions[0].frequency) == "daily");
    CHECK(shown(plan.provisions[0].duration) == "20 minutes");
    CHECK(shown(plan.provisions[0].group_size) == "one to one");
    SECTION("in a cell of a grid too") {
        const plan::Plan grid = plan_in("| F - Special educational provision | E - Outcomes |\n| Reading practice // Who: TA // How often: daily | Maya will read. |");
        REQUIRE(grid.provisions.size() == 1);
        CHECK(shown(grid.provisions[0].who) == "TA");
    }
}

TEST_CASE("strengths, subheads, guidance, nil statements and empty cells are no items", "[recognise][items]") {
    const plan::Plan plan = plan_in(b + "## Cognition and learning\nStrengths\nMaya draws well.\nNeeds\nMaya finds it hard to read.\nPlease describe the need in full.\n"
                                    "## Communication and interaction\nNo special educational needs identified in this area.\n## Sensory and/or physical\nMaya has no identified special educational needs in this area.");
    CHECK(needs(plan) == Texts{"B1: Maya finds it hard to read."});
    SECTION("nil statements stay in the section's text") {
        CHECK(shown(plan.section(Letter::B).text).find("No special educational needs identified in this area.") != std::string::npos);
        CHECK(shown(plan.section(Letter::B).text).find("Maya draws well.") != std::string::npos);
        CHECK(shown(plan.section(Letter::B).text).find("Please describe") == std::string::npos);
        CHECK(shown(plan.section(Letter::B).text).find("Strengths") == std::string::npos);
    }
    SECTION("what a child can do is no need") {
        CHECK(needs(plan_in(b + "Maya swims for her club, plays the guitar and is a reliable friend.\nMaya finds it hard to read.")) == Texts{"B1: Maya finds it hard to read."});
        CHECK(needs(plan_in(b + "Maya has no support at home and finds reading hard.")).size() == 1);
    }
    SECTION("whatever says that there is none") {
        for (const std::string nil : {"N/A", "None", "None identified.", "No needs identified", "Not applicable", "None reported", "No provision identified", "Not known to social care",
                                      "Maya has no health care needs that relate to her special educational needs (school nurse, 22 October 2024).",
                                      "No social care needs identified (social care advice, 4 March 2025)."}) {
            INFO(nil);
            CHECK(needs(plan_in("# Section D: Social care needs\n" + nil)).empty());
        }
    }
}

TEST_CASE("areas of need are set by subheads of any wording", "[recognise][items]") {
    struct Row {
        std::string head;
        std::string area;
    };
    const Row rows[] = {
        {"## Communication and interaction", "communication_and_interaction"},
        {"! Speech, language and communication needs", "communication_and_interaction"},
        {"! Cognition and Learning:", "cognition_and_learning"},
        {"## 2. Cognition and learning (strengths, needs and current functioning)", "cognition_and_learning"},
        {"! Social, emotional and mental health difficulties", "social_emotional_and_mental_health"},
        {"! SEMH", "social_emotional_and_mental_health"},
        {"! Social, Emotional and Wellbeing", "social_emotional_and_mental_health"},
        {"## Sensory and/or physical needs", "sensory_and_physical"},
        {"! Physical or sensory", "sensory_and_physical"},
        {"! Sensory, Physical and Health", "sensory_and_physical"},
        {"! Self-care and independence (including preparation for adulthood)", "independence"},
        {"! Self-help and Independence Skills and Keeping Safe", "independence"},
        {"! Preparing for Adulthood", "preparation_for_adulthood"},
        {"Communication and interaction", "communication_and_interaction"},
        {"# Section B: Special educational needs - Cognition and learning", "cognition_and_learning"},
    };
    for (const Row& row : rows) {
        INFO(row.head);
        const plan::Plan plan = plan_in(b + row.head + "\nMaya finds this hard.");
        REQUIRE(plan.needs.size() == 1);
        CHECK(shown(plan.needs[0].area) == row.area);
    }
    SECTION("a sentence about an area is a need") {
        const plan::Plan plan = plan_in(b + "Cognition and learning is hard for Maya when she is tired.");
        REQUIRE(plan.needs.size() == 1);
        CHECK(shown(plan.needs[0].area) == "missing");
    }
    SECTION("sections C and D are areas of their own") {
        CHECK(shown(plan_in("# Section C: Health needs\nMaya has asthma.").needs[0].area) == "health");
        CHECK(shown(plan_in("# Section D: Social care needs\nMaya needs a break from home.").needs[0].area) == "social_care");
    }
}

TEST_CASE("a row of a grid is one thread", "[recognise][items]") {
    const std::string grid = "| Special Educational Needs and Provision (B-F-E) // Cognition and learning Support for learning difficulties may be required. "
                             "More information is provided at paragraphs 6.30-6.31 of the SEND Code of Practice. | < | < |\n| Strengths | < | < |\n| Maya draws well. | < | < |\n"
                             "| B - Special Educational Needs | F - Special Educational Provision | E - Outcomes |\n"
                             "| Maya finds it hard to read. | A teacher reads with Maya daily. // The teacher keeps a record. | By July 2026 Maya will read. |\n"
                             "| | - Number games daily // - A number line | By July 2026 Maya will count. |\n"
                             "| Maya struggles to write. | As above | |\n";
    const plan::Plan plan = plan_in(grid);
    CHECK(needs(plan) == Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles to write."});
    CHECK(outcomes(plan) == Texts{"O1: By July 2026 Maya will read.", "O2: By July 2026 Maya will count."});
    CHECK(provisions(plan) == Texts{"F1: A teacher reads with Maya daily.\nThe teacher keeps a record.", "F2: Number games daily", "F3: A number line"});
    SECTION("whose parts are linked") {
        CHECK(shown(plan.outcomes[0].needs) == "B1");
        CHECK(shown(plan.provisions[0].needs) == "B1");
        CHECK(shown(plan.provisions[0].outcomes) == "O1");
        CHECK(shown(plan.provisions[2].outcomes) == "O2");
    }
    SECTION("and an empty cell goes on with the need above") { CHECK(shown(plan.provisions[1].needs) == "B1"); }
    SECTION("in the area of the title row") {
        CHECK(shown(plan.needs[0].area) == "cognition_and_learning");
        CHECK(shown(plan.provisions[0].area) == "cognition_and_learning");
    }
    SECTION("strengths above the columns are in section B and are no need") { CHECK(shown(plan.section(Letter::B).text).find("Maya draws well.") == 0); }
    SECTION("threads of two tables are apart") {
        const plan::Plan two = plan_in("| B - Special Educational Needs | F - Special Educational Provision |\n| Maya finds it hard to read. | Reading. |\n\n"
                                       "| B - Special Educational Needs | F - Special Educational Provision |\n| Maya finds it hard to talk. | Therapy. |");
        CHECK(shown(two.provisions[1].needs) == "B2");
    }
    SECTION("the same outcome in two rows is one") {
        const plan::Plan same = plan_in("| F - Special educational provision | E - Outcomes |\n| Reading. | Maya will read. |\n| Phonics. | Maya will read. |");
        CHECK(same.outcomes.size() == 1);
        CHECK(shown(same.provisions[1].outcomes) == "O1");
    }
}

TEST_CASE("care grids have their letters in their columns", "[recognise][items]") {
    const plan::Plan plan = plan_in("# Sections D (Social care needs which relate to the SEN) and H1 and H2 (Social care provision)\n\n"
                                    "| D - Social care needs | H1 - Any social care provision which must be made for a child or young person under 18 | H2 - Other social care provision | E - Outcomes |\n"
                                    "| Maya needs a guide. | A buddy for three hours each Saturday. | None required. | Maya will choose an activity. |");
    CHECK(needs(plan) == Texts{"D1: Maya needs a guide."});
    CHECK(provisions(plan) == Texts{"H1.1: A buddy for three hours each Saturday."});
    CHECK(shown(plan.outcomes[0].area) == "social_care");
    CHECK(shown(plan.provisions[0].needs) == "D1");
    CHECK(shown(plan.section(Letter::H2).text) == "None required.");
}

TEST_CASE("a table of provision fills its fields and joins its text", "[recognise][items]") {
    const plan::Plan plan = plan_in(b + "B1. Maya finds it hard to read.\nB2. Maya finds it hard to count.\n" + f +
                                    "\n|= Special Educational Provision | By Whom | Frequency | Which Need Does This Provision Meet |\n"
                                    "| Reading practice | A teaching assistant | Daily for 20 minutes | B1 |\n| Number games | | Weekly | B1, B2 |\n| | | | |");
    REQUIRE(plan.provisions.size() == 2);
    CHECK(shown(plan.provisions[0].text) == "Reading practice\nA teaching assistant\nDaily for 20 minutes");
    CHECK(plan.provisions[0].text.value.pieces.size() == 3);
    CHECK(shown(plan.provisions[0].what) == "Reading practice");
    CHECK(shown(plan.provisions[0].who) == "A teaching assistant");
    CHECK(shown(plan.provisions[0].frequency) == "Daily for 20 minutes");
    CHECK(shown(plan.provisions[0].needs) == "B1");
    CHECK(shown(plan.provisions[1].who) == "missing");
    CHECK(shown(plan.provisions[1].needs) == "B1; B2");
    SECTION("with numbers, ratio and dates") {
        const plan::Plan more = plan_in(f + "\n| # | Support Required | Provider Qualification/Expertise | Staff : Student Ratio | How Often | How Long For | Start date | End date |\n"
                                        "| 1 | Reading | Qualified teacher | 1:1 | Daily | 20 minutes | 1 September 2025 | July 2026 |");
        REQUIRE(more.provisions.size() == 1);
        CHECK(shown(more.provisions[0].id) == "F1");
        CHECK(shown(more.provisions[0].who) == "Qualified teacher");
        CHECK(shown(more.provisions[0].group_size) == "1:1");
        CHECK(shown(more.provisions[0].duration) == "20 minutes");
        CHECK(shown(more.provisions[0].start) == "2025-09-01");
        CHECK(shown(more.provisions[0].end) == "2026-07");
    }
    SECTION("with the need in words") {
        const plan::Plan worded = plan_in(b + "Maya finds it hard to read.\n" + f + "\n| Need | Provision | Who |\n| Maya finds it hard to read | Reading practice | Teacher |");
        REQUIRE(worded.provisions.size() == 1);
        CHECK(shown(worded.provisions[0].text) == "Reading practice\nTeacher");
        CHECK(shown(worded.provisions[0].needs) == "B1");
        CHECK(worded.needs.size() == 1);
    }
    SECTION("standing upright") {
        const plan::Plan upright = plan_in(f + "\n| Provision | Reading practice |\n| Who | A teaching assistant |\n| How often | Daily |\n| Provision | Number games |\n| Who | A teacher |\n| How often | Weekly |");
        REQUIRE(upright.provisions.size() == 2);
        CHECK(shown(upright.provisions[0].text) == "Reading practice\nA teaching assistant\nDaily");
        CHECK(shown(upright.provisions[1].who) == "A teacher");
    }
    SECTION("without heads a row is one item") {
        CHECK(provisions(plan_in(f + "\n| Reading practice | A teaching assistant | Daily for 20 minutes |\n| Number games | A teacher | Weekly |")) ==
              Texts{"F1: Reading practice\nA teaching assistant\nDaily for 20 minutes", "F2: Number games\nA teacher\nWeekly"});
    }
}

TEST_CASE("tables that lay out text are read as text", "[recognise][items]") {
    SECTION("one box with the whole section") {
        CHECK(needs(plan_in("| Section B: Special educational needs |\n| Maya finds it hard to read. // Maya struggles with number. |")) ==
              Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles with number."});
    }
    SECTION("an area beside its needs") {
        const plan::Plan plan = plan_in(b + "\n| Cognition and learning | Maya finds it hard to read. // Maya struggles with number. |\n| Communication | Maya finds it hard to talk. |");
        CHECK(plan.needs.size() == 3);
        CHECK(shown(plan.needs[0].area) == "cognition_and_learning");
        CHECK(shown(plan.needs[2].area) == "communication_and_interaction");
    }
    SECTION("an id beside its need") {
        CHECK(needs(plan_in(b + "\n| Need | What it means for Maya |\n| B1 | Maya finds it hard to read. |\n| B2 | Maya struggles with number. |")) ==
              Texts{"B1: Maya finds it hard to read.", "B2: Maya struggles with number."});
        CHECK(needs(plan_in(b + "\n| B3 | Maya finds it hard to read. |")) == Texts{"B3: Maya finds it hard to read."});
    }
}

TEST_CASE("strengths beside needs are no needs", "[recognise][items]") {
    const plan::Plan plan = plan_in(b + "\n| What is working (Strengths / Resources) | What is not working so well (Needs / Concerns) |\n| Maya draws well. | Maya finds it hard to read. |");
    CHECK(needs(plan) == Texts{"B1: Maya finds it hard to read."});
    CHECK(shown(plan.section(Letter::B).text).find("Maya draws well.") != std::string::npos);
}

TEST_CASE("outcomes and provision side by side", "[recognise][items]") {
    const plan::Plan plan = plan_in("# Sections E and F\n\n| Desired Outcomes | To help the child or young person to achieve the outcome, they will require the following provision: |\n"
                                    "| Literacy | < |\n| By the end of Key Stage 2 Maya will read a newspaper. | - A teacher reads with Maya daily // - A reading partner each week |\n"
                                    "| Gross motor/Mobility | < |\n| Maya will ride a bicycle. | - Cycling lessons weekly |");
    CHECK(outcomes(plan).size() == 2);
    CHECK(provisions(plan) == Texts{"F1: A teacher reads with Maya daily", "F2: A reading partner each week", "F3: Cycling lessons weekly"});
    CHECK(shown(plan.provisions[1].outcomes) == "O1");
    CHECK(shown(plan.provisions[2].outcomes) == "O2");
}

TEST_CASE("outcomes have the date by which they are to be reached", "[recognise][items]") {
    const std::string child = "| Date of birth | 3 April 2015 |\n| Date of final plan | 12 May 2025 |\n| Next review date | 11 May 2026 |\n\n";
    const auto target = [&](const std::string& outcome) {
        const plan::Plan plan = plan_in(child + e + outcome);
        return plan.outcomes.empty() ? std::string("none") : shown(plan.outcomes[0].target_date);
    };
    CHECK(target("By July 2026 Maya will read.") == "2026-07");
    CHECK(target("By the end of Key Stage 2 Maya will read.") == "2026-08-31");
    CHECK(target("Within 12 months Maya will read.") != "missing");
    CHECK(target("Maya will read.") == "missing");
    CHECK(target("By the end of Key Stage 2, Maya will:\n- read a newspaper") == "2026-08-31");
    CHECK(target("\n| Outcome | By when |\n| Maya will read. | July 2026 |") == "2026-07");
    CHECK(target("\n| Outcome | By when |\n| Maya will read. | End of Key Stage 2 |") == "2026-08-31");
    CHECK(target("! Outcomes for July 2026\nMaya will read.\nBy when: 31 July 2026") == "2026-07-31");
}

TEST_CASE("aims and steps are not outcomes", "[recognise][items]") {
    CHECK(outcomes(plan_in(e + "! Long Term Aim(s)\nMaya wants to be a vet.\n! Short Term Outcome (1 Year)\nMaya will read.")) == Texts{"O1: Maya will read."});
    CHECK(outcomes(plan_in(e + "\n| Aspiration | Outcome | Steps towards the outcome |\n| To be a vet | Maya will read. | She reads a page. |")) == Texts{"O1: Maya will read."});
    SECTION("unless the section has nothing else") { CHECK(outcomes(plan_in(e + "! Long term aims\nMaya will read.")).size() == 1); }
}

TEST_CASE("ids named in a text are links", "[recognise][items]") {
    const plan::Plan plan = plan_in(b + "B1. Maya finds it hard to read.\nB2. Maya struggles with number.\n" + e + "O1. Maya will read (B1).\nO2. Maya will count. Meets need B2.\n" + f +
                                    "F1. Daily reading. Supports O1, meets B1.\nF2. Number games (B2, O2).\nF3. Swimming in lane B3.");
    CHECK(shown(plan.outcomes[0].needs) == "B1");
    CHECK(shown(plan.outcomes[1].needs) == "B2");
    CHECK(shown(plan.provisions[0].needs) == "B1");
    CHECK(shown(plan.provisions[0].outcomes) == "O1");
    CHECK(shown(plan.provisions[1].needs) == "B2");
    CHECK(shown(plan.provisions[1].outcomes) == "O2");
    CHECK(shown(plan.provisions[2].needs) == "missing");
}

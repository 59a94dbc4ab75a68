// What a document is, and how far a plan has come.
#include "support/blocks.hpp"
#include "support/catch.hpp"

#include "read/text.hpp"

using namespace ehc;
using namespace ehc::test;
using plan::Kind;

namespace {

const std::string front = "! Final Education, Health and Care Plan\n\n| Name | Maya Smith |\n| Date of birth | 3 April 2013 |\n\n";
const std::string sections = "# Section A: Views\nI like trains and I want to drive one.\n# Section B: Special educational needs\nMaya finds it hard to read words of more than one syllable.\n"
                             "# Section C: Health needs\nNo health needs identified.\n# Section D: Social care needs\nNo social care needs identified.\n"
                             "# Section E: Outcomes\nBy July 2026 Maya will read 90 words a minute.\n# Section F: Special educational provision\nA teacher reads with Maya for 20 minutes each day.\n"
                             "# Section G: Health provision\nNone required.\n# Section H1: Social care provision\nNone required.\n# Section H2: Other social care provision\nNone required.\n"
                             "# Section I: Placement\nFernbank School, maintained mainstream school\n# Section J: Personal budget\nNot applicable.\n"
                             "# Section K: Advice and information\nSchool report, 1 October 2024\n";

std::string kind_of(const std::string& notation) { return std::string(plan::name_of(recognised(notation).kind)); }
std::string status_of(const std::string& notation) { return shown(plan_in(notation + "\n" + sections).status); }

} // namespace

TEST_CASE("a plan is told by its headed sections and what is filled in", "[recognise][kind]") {
    const read::Recognition found = recognised(front + sections);
    CHECK(found.kind == Kind::plan);
    CHECK(found.recognised_as == "an EHC plan (final)");
    CHECK(found.why.find("sections A to K are headed") != std::string::npos);
    CHECK(found.why.find("a date of birth is filled in") != std::string::npos);
    CHECK(shown(found.plan.kind) == "plan");
    SECTION("also without some of its sections") { CHECK(kind_of(front + sections.substr(0, sections.find("# Section G"))) == "plan"); }
    SECTION("also when its fields were never merged, where a child is described") {
        CHECK(kind_of("| Name | \xC2\xAB" "Forename\xC2\xBB |\n| Date of birth | \xC2\xAB" "DOB\xC2\xBB |\n\n" + sections) == "plan");
    }
    SECTION("also with the name taken out") { CHECK(kind_of("| Name | XXXXX |\n\n" + sections) == "plan"); }
    SECTION("also without letters") {
        const read::Recognition bare = recognised("| Name | Maya Smith |\n\n# Views Interests Strengths Aspirations\nI like trains.\n# Special Educational Needs\nMaya finds reading hard.\n"
                                                  "# Health Care Needs\nNone.\n# Social Care Needs\nNone.\n# Outcomes\nBy July 2026 Maya will read.\n"
                                                  "# Special Educational Needs Provision\nA teacher reads with Maya daily.\n# Health Care Provision\nNone.\n# Placement\nFernbank School");
        CHECK(bare.kind == Kind::plan);
        CHECK(bare.why.find("none has a letter") != std::string::npos);
    }
}

TEST_CASE("requests for an assessment and plans of other kinds are no parts of an EHC plan", "[recognise][kind]") {
    const std::string rest = "\n\n| Name | Maya Smith |\n| Date of birth | 3 April 2013 |\n\n# Special educational needs\nMaya finds handwriting hard.\n# Outcomes\nMaya will write five sentences.\n";
    CHECK(recognised("# Request for an Education, Health and Care needs assessment" + rest).recognised_as == "a request for an EHC needs assessment, not a plan");
    CHECK(recognised("# SEN Support Plan: Maya Smith" + rest).kind == Kind::other);
    CHECK(recognised("# One page profile\n\n" + front + sections).kind == Kind::plan);
}

TEST_CASE("a template has the sections and no child", "[recognise][kind]") {
    std::string form = "# EHC plan template\n\n| Name: | {{ name }} |\n| Date of birth: | {{ date_of_birth }} |\n\n";
    for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision"})
        form += "# Section " + letter + "\n{{ section }}\n";
    CHECK(recognised(form).kind == Kind::template_);
    CHECK(recognised(form).why.find("no child is named") != std::string::npos);
    SECTION("with blanks and instructions instead of merge fields") {
        std::string blank = "| Name | |\n| Date of birth | DD/MM/YYYY |\n\n";
        for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision"})
            blank += "# Section " + letter + "\nPlease describe the child's needs here.\n";
        CHECK(kind_of(blank) == "template");
    }
    SECTION("but a guide with nothing to fill in is none") {
        std::string guide = "# A guide to EHC plans\n";
        for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision"})
            guide += "# Section " + letter + "\nThis section should describe what the child or young person needs in plain words that any school can use.\n";
        CHECK(kind_of(guide) == "other");
    }
}

TEST_CASE("a fragment has a few sections", "[recognise][kind]") {
    const read::Recognition found = recognised("| Name | Maya Smith |\n\n# Section A: My views\nI like trains.");
    CHECK(found.kind == Kind::fragment);
    CHECK(found.recognised_as == "part of an EHC plan (section A)");
    CHECK(kind_of("# Section E: Outcomes\nBy July 2026 Maya will read.\n# Section F: Special educational provision\nDaily reading.") == "fragment");
}

TEST_CASE("advice has a role or author, an assessment or recommendations, and no sections", "[recognise][kind]") {
    const std::string report = "# Educational Psychologist's Advice\nName: Jamie Thompson\nReport author: Dr N. Castellan\n# Background information\nJamie is in Year 3.\n"
                               "# Assessment\nJamie was seen twice.\n# Recommendations\nWeekly occupational therapy.\nA teacher reads with Jamie daily.";
    const read::Recognition found = recognised(report);
    CHECK(found.kind == Kind::advice);
    CHECK(found.recognised_as == "an advice report");
    CHECK(found.why.find("educational psychologist") != std::string::npos);
    SECTION("and its recommendations are provision") {
        REQUIRE(found.plan.provisions.size() == 2);
        CHECK(shown(found.plan.provisions[0].text) == "Weekly occupational therapy.");
    }
    SECTION("as is a child's assessment") {
        CHECK(kind_of("# Child Assessment Report\n## Child Information\n- Name: Jamie Thompson\n- Assessment Date: 20/06/2024\n## Reason for Assessment\nConcerns.\n"
                      "## Assessment Methods Used\n- Cognitive assessment\n## Recommendations\n- Weekly occupational therapy") == "advice");
    }
}

TEST_CASE("review forms are told by their titles", "[recognise][kind]") {
    for (const std::string title : {"# Annual Review Report", "# EHC Plan Annual Review", "! Record of Annual Review Meeting", "# Review of the EHC Plan", "# Person-centred review"}) {
        INFO(title);
        CHECK(kind_of(title + "\n\n| Name | Maya Smith |\n| Date of this review | 4 May 2025 |\n\n" + sections) == "review_form");
    }
    SECTION("a plan that tells of a review is a plan") {
        CHECK(kind_of("! Education, Health and Care Plan\n\n| Name | Maya Smith |\n| Date of annual review | 4 May 2025 |\n\n" + sections) == "plan");
        CHECK(kind_of("! Amended Final EHC Plan following annual review\n\n| Name | Maya Smith |\n\n" + sections) == "plan");
    }
}

TEST_CASE("what is no EHC plan is named", "[recognise][kind]") {
    const auto other = [](const std::string& notation) {
        const read::Recognition found = recognised(notation);
        CHECK(found.kind == Kind::other);
        return found.recognised_as;
    };
    CHECK(other("# Individual Development Plan\nAdditional Learning Needs and Education Tribunal (Wales) Act 2018\nMaya needs help.").find("Wales") != std::string::npos);
    CHECK(other("# Co-ordinated Support Plan\nEducation (Additional Support for Learning) (Scotland) Act 2004").find("Scotland") != std::string::npos);
    CHECK(other("# Statement of Special Educational Needs\nEducation Authority, Belfast").find("Northern Ireland") != std::string::npos);
    CHECK(other("# Education, health and care plans\n2022 Reporting year\nThe number of active EHC plans in January.\nEHC plans made within 20 weeks.") == "a text about EHC plans, not a plan");
    CHECK(other("# Minutes of the parish council\nThe hedge was discussed.") == "not an EHC plan");
    CHECK(other("") == "a document without text");
}

TEST_CASE("a text about plans is no plan, however it is laid out", "[recognise][kind]") {
    const auto guidance = [](const std::string& notation) {
        const read::Recognition found = recognised(notation);
        INFO(found.why);
        CHECK(found.kind == Kind::other);
        CHECK(found.recognised_as == "guidance about EHC plans, not a plan");
    };
    SECTION("advice to families, section by section") {
        guidance("# Section A: Views\nThis is where your child's hopes go. Ravi is nine and wants to be a vet.\n# Section B: Special educational needs\nEvery need of your child should be named here.\n"
                 "# Section C: Health needs\nCheck that each health need is in it.\n# Section E: Outcomes\nYou can ask for them to be changed.\n"
                 "# Section F: Special educational provision\nWatch for words such as 'access to'. It must be specific.\n# Section I: Placement\nThis is left blank in the draft plan.");
    }
    SECTION("a list of the sections with a sentence before and after it") {
        guidance("The sections of an EHC plan\nEvery plan has these.\nSection A\nThe views of the child and their parents.\nSection B\nThe child or young person's special educational needs.\n"
                 "Section E\nThe outcomes sought for the child or young person.\nSection F\nThe special educational provision required by the child or the young person.\n"
                 "Section J\nWhere there is a personal budget, how it will be used.\nThe local authority must set each out on its own.");
    }
    SECTION("what a program is to write under each heading") {
        guidance("# Drafting helper\n# Section A: Views\n- All views gathered\n# Section B: Special educational needs\n- Needs from all assessments, by area\n# Section C: Health needs\n- Medical conditions\n"
                 "# Section E: Outcomes\n- Outcomes that can be measured\n# Section F: Special educational provision\n- Staffing and specific interventions\n# Section K: Advice\n- List of all reports considered");
    }
    SECTION("notes on a form, by number") { guidance("Education, Health and Care Plan\nGuidance for settings\nFill in all parts in full.\nSection B: all special educational needs\nSection E: outcomes should be few\nSection F: provision"); }
    SECTION("a handbook that names two sections") {
        guidance("# A short guide to the law\nDisregard older versions.\n# Section F: Special educational provision\nIt must be specific.\n# Section I: Placement\nThe local authority must name a school.");
    }
    SECTION("but a plan whose child is not named speaks of the child") {
        CHECK(kind_of("# Section A: Views\nHe likes trains and wants to drive one. His mother hopes that he will make friends.\n# Section B: Special educational needs\nHe finds it hard to read long words.\n"
                      "# Section C: Health needs\nNone.\n# Section D: Social care needs\nNone.\n# Section E: Outcomes\nBy July 2026 he will read 90 words a minute.\n"
                      "# Section F: Special educational provision\nA teacher reads with him for 20 minutes each day. The plan will be reviewed.") == "plan");
    }
    SECTION("also by a letter and no pronoun, or by \"they\"") {
        for (const std::string needs : {"X finds it hard to read long words.", "Reading long words is hard, and they tire soon."})
            CHECK(kind_of("# Section A: Views\nTrains, and driving one.\n# Section B: Special educational needs\n" + needs + "\n# Section C: Health needs\nNone.\n# Section D: Social care needs\nNone.\n"
                          "# Section E: Outcomes\nReading 90 words a minute by July 2026.\n# Section F: Special educational provision\nReading with a teacher for 20 minutes each day.") == "plan");
    }
    SECTION("and a sentence that goes on after a letter in brackets heads nothing") {
        CHECK(kind_of("What might be in an EHCP\nIf those are the needs, then the outcomes\n(section E) might look something like this:\nThe student will make friends.") == "other");
    }
}

TEST_CASE("advice is told by its title, also where it has letters of sections", "[recognise][kind]") {
    const read::Recognition care = recognised("! EHC needs assessment\n# Social Care Advice\n\n| Name | Maya Smith |\n| Date of birth | 3 April 2013 |\n\n# Section D: Social care needs\nMaya is not known to the team.\n"
                                              "# H1 Social care provision\nNone.\n# H2 Other social care provision\nNone.");
    CHECK(care.kind == Kind::advice);
    CHECK(care.why == "its title names social care advice");
    CHECK(recognised("# Occupational Therapy Advice\n\nName: Maya Smith\n\n# Recommendations\n- A pencil grip in every lesson.").why == "its title names occupational therapy advice");
    CHECK(kind_of("Name: Maya Smith\nParent Carer Advice:\nMaya is kind.\nEducational Psychologist's Advice:\nMaya finds it hard to start work.") == "advice");
    CHECK(recognised("# Health Advice\n\n| Name | |\n| Date of birth | |\n\n# Health needs\n# Health provision").recognised_as == "a blank form for advice");
    SECTION("a plan with its list of advice stays one") { CHECK(kind_of(front + "# Medical advice and others: see section K\n" + sections) == "plan"); }
    SECTION("a leaflet on such advice is none") {
        CHECK(kind_of("# Understanding psychological advice\nInformation for families\nThis guide tells you what it is.\nThis section describes what the child or young person needs.\nYou can ask questions about it.") == "other");
    }
    SECTION("nor is an application") { CHECK(kind_of("Education, Health and Care assessment application\nReason for referral: delay\nBackground information\nSummary of needs") == "other"); }
}

TEST_CASE("what only bears the title of advice is none", "[recognise][kind]") {
    CHECK(kind_of("Educational psychology report - EHCP\n75 replies\nWe paid for a report and the council wants to change two things in it.\nWhat happens if we disagree?") == "other");
    CHECK(kind_of("Educational psychology report\nName: Maya Smith\nThis report is based on a visit to her school.\nMaya finds it hard to start work.\nSigned: Dr N. Castellan, HCPC") == "advice");
}

TEST_CASE("forms that check a plan and decisions on one are none", "[recognise][kind]") {
    const read::Recognition checked = recognised("EHC plan quality assurance tool\nName of child:\nDate of birth:\n\n" + sections);
    CHECK(checked.kind == Kind::other);
    CHECK(checked.recognised_as == "a form for checking EHC plans, not a plan");
    CHECK(kind_of(front + "Quality assurance: signed off on 3 May 2025\n\n" + sections) == "plan");
    CHECK(recognised("FIRST-TIER TRIBUNAL\nAppeal EH1/24/1\nDECISION\nMrs Rowe appeals.\nSection B\nThe needs are agreed.\nSection F\nAda needs 45 minutes of therapy each week.").recognised_as == "a decision of the SEND Tribunal, not a plan");
    CHECK(kind_of("First-tier Tribunal: working document\nDecision awaited\n\n" + front + sections) == "plan");
}

TEST_CASE("a rule to write on is no name", "[recognise][kind]") {
    CHECK(recognised("Education, Health and Care Plan\nChild's name: __________ Date received: ______\n\n" + sections).plan.child.name.state == plan::State::blank);
}

TEST_CASE("a letter's close ends the section that it quotes", "[recognise][kind]") {
    CHECK(recognised("Section F: Special educational provision\nA teacher reads with Ada for 20 minutes each day.\n\nLet me know what you think by Friday.").plan.provisions.size() == 1);
}

TEST_CASE("a form whose sentence names nobody is a template", "[recognise][kind]") {
    std::string form = "The following plan is made on Date by Farley Council in respect of Name whose particulars are set out below.\n";
    for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision", "H1: Social care provision"})
        form += "# Section " + letter + "\nThis section is all about the child and what matters here.\n";
    CHECK(kind_of(form) == "template");
    CHECK(shown(recognised("The following plan is made on 3 May 2025 by Farley Council in respect of Ada Rowe whose particulars are set out below.\n" + sections).plan.child.name) == "Ada Rowe");
}

TEST_CASE("numbered titles of plain text head what stands below them", "[recognise][kind]") {
    const auto from_text = [](std::string_view bytes) { return read::recognise(*read::read_text(bytes, "report.txt", {}), {}); };
    const auto report = from_text("PSYCHOLOGICAL ADVICE\nName of child: Ada Rowe\n\n5. Outcomes\nAda will read a text of Year 3.\n\n6. Recommended provision\nAda reads with a teacher for 20 minutes each day.\n\n7. Signature\n");
    REQUIRE(report.plan.provisions.size() == 1);
    const auto list = from_text("PSYCHOLOGICAL ADVICE\nName of child: Ada Rowe\n\nIn this report:\n5. Outcomes\n6. Recommended provision\n7. Signature\n");
    CHECK(list.plan.provisions.empty());
}

TEST_CASE("the record of a review without a title is told by what it asks", "[recognise][kind]") {
    const std::string record = "Name of pupil:\nDate of this review meeting:\nThose present\n\n" + sections;
    CHECK(kind_of(record + "Significant changes proposed to the description of need\n") == "review_form");
    CHECK(kind_of(front + "Next review meeting: 3 May 2026\n\n" + sections) == "plan");
    CHECK(kind_of("# EHC plan review guidance\nThe school must arrange a review of the EHC plan each year.") == "other");
}

TEST_CASE("a plan made in place of a statement is a plan", "[recognise][kind]") {
    CHECK(kind_of("! Education, Health and Care Plan\nIn place of a Statement of Special Educational Needs\nMade by Farley Council ('the education authority').\n\n" + front + sections) == "plan");
}

TEST_CASE("parts of a plan without letters are a fragment", "[recognise][kind]") {
    CHECK(kind_of("# Child Young Person History\nMaya lives with her aunt.\n# Views Interests Strengths Aspirations\nMaya likes drawing.\n# Special Educational Needs\nMaya finds reading hard.\n"
                  "# Special Educational Needs Provision\nMaya reads with a teacher each day.\n# Social Care Needs\nNone.") == "fragment");
}

TEST_CASE("what stands beside a label may be the next label, and a prompt may be a sentence", "[recognise][kind]") {
    std::string form = "# Education, Health and Care Plan\n\n| Forenames | Surname |\n| Date of birth | Enter your date of birth |\n\n";
    for (const std::string letter : {"A: Views", "B: Special educational needs", "C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision"})
        form += "# Section " + letter + "\nEnter text\n";
    CHECK(kind_of(form) == "template");
    CHECK(kind_of("# Education, Health and Care Plan for <known as> <surname\n\n| Name | <known as> <surname |\n| Date of birth | < < |\n\n" + form.substr(form.find("# Section"))) == "template");
    CHECK(recognised("| Forenames | Maya |\n| Surname | Name |\n\n" + sections).plan.child.name.state == plan::State::stated);
    SECTION("cells that another program set in a line") {
        const std::string line = "Education, Health and Care Plan\nName of child / Click here to enter text\nDate of Birth / Click here to enter a date\n\n";
        CHECK(kind_of(line + form.substr(form.find("# Section"))) == "template");
        CHECK(shown(recognised("Education, Health and Care Plan\nDate of birth / 3 April 2013\n\n" + sections).plan.child.date_of_birth) == "2013-04-03");
    }
}

TEST_CASE("the user's word on kind and status wins, and is said", "[recognise][kind]") {
    read::RecogniseOptions options;
    options.kind = Kind::plan;
    options.status = plan::Status::draft;
    const read::Recognition found = recognised("# Minutes of the parish council\nThe hedge was discussed.", options);
    CHECK(found.kind == Kind::plan);
    CHECK(found.recognised_as == "taken as a draft plan, as asked; reads like not an EHC plan");
    CHECK(shown(found.plan.status) == "draft");
    options.status.reset();
    options.kind = Kind::template_;
    CHECK(recognised(front + sections, options).recognised_as == "taken as a blank plan template, as asked; reads like an EHC plan (final)");
}

TEST_CASE("what a reader knows is kept", "[recognise][kind]") {
    read::Document document;
    document.recognised_as = "a children-in-need census return";
    document.kind = Kind::other;
    CHECK(read::recognise(document, {}).recognised_as == "a children-in-need census return");
    document = {};
    document.plan.emplace();
    document.plan->kind.set(Kind::plan, {});
    document.plan->status.set(plan::Status::final, {});
    const read::Recognition found = read::recognise(document, {});
    CHECK(found.kind == Kind::plan);
    CHECK(found.recognised_as == "an EHC plan (final)");
    read::RecogniseOptions options;
    options.status = plan::Status::draft;
    CHECK(shown(read::recognise(document, options).plan.status) == "draft");
}

TEST_CASE("status is read from words on the front page", "[recognise][status]") {
    CHECK(status_of("! Final Education, Health and Care Plan") == "final");
    CHECK(status_of("! AMENDED FINAL EHC PLAN, version 4, issued 12 May 2025") == "amended_final");
    CHECK(status_of("! Final amended EHC plan") == "amended_final");
    CHECK(status_of("! Proposed Amended EHC Plan") == "proposed_amended");
    CHECK(status_of("! Draft amended EHC plan") == "proposed_amended");
    CHECK(status_of("! Draft EHC Plan") == "draft");
    CHECK(status_of("DRAFT") == "draft");
    CHECK(status_of("! EHC plan: tribunal working document, version 3") == "working_document");
    CHECK(status_of("@header DRAFT EHC PLAN") == "draft");
    CHECK(status_of("@title Final EHC Plan") == "final");
    CHECK(status_of("| Status: | Amended Final |\n| Previous Status: | Draft |") == "amended_final");
    CHECK(status_of("| Previous Status: | Draft |\n| Status: | Final |") == "final");
    CHECK(status_of("| Final or Draft Plan? | Final |") == "final");
}

TEST_CASE("status is read from ticked boxes", "[recognise][status]") {
    CHECK(status_of("\xE2\x98\x90 Draft EH & C Plan \xE2\x98\x92 Final EH & C Plan \xE2\x98\x90 Amendment Notice") == "final");
    CHECK(status_of("| \xE2\x98\x92 Draft EHC Plan | \xE2\x98\x90 Final EHC Plan |") == "draft");
    CHECK(status_of("Draft plan \xE2\x98\x90 Final plan \xE2\x98\x92") == "final");
    CHECK(status_of("| \xE2\x98\x90 | Draft EHC plan |\n| \xE2\x98\x92 | Final EHC plan |") == "final");
}

TEST_CASE("a choice of status left open says nothing", "[recognise][status]") {
    CHECK(status_of("! Education, Health and Care Plan (Final/Amended/Draft)") == "missing");
    CHECK(status_of("! Education, Health and Care Plan (Draft / Final)") == "missing");
    CHECK(status_of("\xE2\x98\x90 Draft EHC Plan \xE2\x98\x90 Final EHC Plan") == "missing");
    CHECK(status_of("! Education, Health and Care Plan") == "missing");
    CHECK(status_of("| Date of final EHC plan | |\n| Date of draft EHC plan | |") == "missing");
    SECTION("and words inside a section say nothing of the plan") { CHECK(status_of("# Section A: Views\nShe read her draft plan.") == "missing"); }
}

TEST_CASE("a date of issue that is filled in tells the status where no word does", "[recognise][status]") {
    CHECK(status_of("| Date of final EHC plan: | 12 May 2025 |") == "final");
    CHECK(status_of("| Date of draft EHC plan: | 12 May 2025 |\n| Date of final EHC plan: | |") == "draft");
    CHECK(status_of("| Date of amended final plan | 12 May 2025 |\n| Date of final plan | 3 June 2020 |") == "amended_final");
}

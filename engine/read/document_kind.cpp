#include "read/document_kind.hpp"

#include "read/advice_kind.hpp"
#include "read/paper_kind.hpp"
#include "read/title_lines.hpp"
#include "read/wording.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Kind;
using plan::Letter;

constexpr std::size_t fewest_sections_of_a_plan = 4;
constexpr std::size_t few_words_a_section = 25;  // of a form in which nothing is filled in
constexpr std::size_t fewest_words_a_section = 5; // of a plan in which something is
constexpr std::size_t most_words_of_a_form = 60;  // a section, with its instructions
constexpr std::size_t many_merge_fields = 5;

// Words by which a title says that the paper is about plans: a guide, a checklist, a letter to copy.
constexpr std::string_view guide_titles[] = {
    "policy", "procedure", "protocol", "guidance", "guide", "guides", "guidelines", "guidance notes", "notes for", "information for", "information sheet", "factsheet", "fact sheet", "leaflet", "handbook", "toolkit", "checklist",
    "examples of good practice", "good practice", "a resource for", "how to", "what is", "what are", "what to", "what should", "frequently asked", "faq", "faqs", "understanding", "confused about",
    "explained", "tips", "training", "top tips", "writing advice", "writer guidance", "prompt", "instructions",
};
// What such a paper says: to its reader, of plans in general and of what they have to hold.
constexpr std::string_view guide_words[] = {
    "your child", "your child's", "your young person", "your son", "your daughter", "you should", "you can", "you could", "you must", "you need", "you may", "you might", "you want", "you have", "you are",
    "if you", "your plan", "your local authority", "your advice", "ehc plan", "ehc plans", "ehcp", "ehcps", "ehc needs assessment", "education health and care plan", "education health and care plans",
    "a plan", "the plan", "draft plan", "every plan", "code of practice", "regulations", "local authorities", "local authority must", "local authority should", "local authority has to", "must include",
    "should include", "must be", "should be", "must specify", "should specify", "must describe", "should describe", "should set out", "must set out", "should say", "should contain", "must contain",
    "the child or young person", "a child or young person", "children and young people", "child or young person's", "child young person's", "section a", "section b", "section c", "section d",
    "section e", "section f", "section g", "section h", "section h 1", "section h 2", "section i", "section j", "section k", "each section", "this section", "check that", "check whether", "check for",
    "legally binding", "legal requirement", "enforceable", "for example", "does the", "is the provision", "are the", "are there", "do not", "avoid", "example",
};
// Words that speak of one child, whether named or not.
constexpr std::string_view child_words[] = {"he", "she", "him", "his", "her", "hers", "himself", "herself", "i", "me", "my", "mine", "myself", "they", "them", "their", "themselves", "themself"};
// "Ada finds", "X struggles": of somebody by name, or by what stands for it.
constexpr std::string_view child_verbs[] = {"finds", "struggles", "enjoys", "likes", "loves", "requires"};

std::string letters_in_words(const std::vector<Letter>& letters) {
    std::string list;
    for (std::size_t i = 0; i < letters.size(); ++i)
        list += (i == 0 ? "" : i + 1 == letters.size() ? " and " : ", ") + std::string(plan::name_of(letters[i]));
    return list;
}

std::vector<Letter> headed_letters(const Outline& outline) {
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        if (outline.sections[i].headed)
            letters.push_back(static_cast<Letter>(i));
    return letters;
}

std::string sections_in_words(const Outline& outline) {
    const std::vector<Letter> letters = headed_letters(outline);
    if (letters.size() == plan::letter_count)
        return "sections A to K are headed";
    if (letters.empty())
        return {};
    return (letters.size() == 1 ? "section " : "sections ") + letters_in_words(letters) + (letters.size() == 1 ? " is headed" : " are headed");
}

void add(std::string& why, const std::string& sign) {
    if (!sign.empty())
        why += (why.empty() ? "" : "; ") + sign;
}

// What is filled in, and what is not.
struct Filling {
    std::size_t words = 0;         // of content in sections
    std::size_t filled = 0;        // sections with content
    std::size_t found = 0;         // sections there
    std::size_t placeholders = 0;
    std::size_t guidance_words = 0;
    std::size_t empty_cells = 0;
    std::size_t all_words = 0;
};

// "[Name] likes", "<name>'s needs", "[his/her]": a form speaks of whoever it will be filled in for.
bool has_bracket_field(std::string_view text) {
    constexpr std::string_view fields[] = {"name", "name's", "first name", "first name's", "forename", "child", "child's", "child's name", "cyp", "cyp name", "cyp's", "young person", "young person's", "pupil", "pupil's",
                                           "pupil name", "surname", "known as", "insert", "his her", "he she", "him her", "dob", "date", "insert name", "name of child", "school", "setting", "yp", "yp's"};
    for (const auto& [open, close] : {std::pair{'[', ']'}, std::pair{'<', '>'}})
        for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
            const std::size_t end = text.find(close, at);
            if (end != std::string_view::npos && Words(text.substr(at, end - at)).is_any(fields))
                return true;
        }
    return false;
}

Filling filling_of(const Outline& outline, const plan::Plan& plan) {
    Filling filling;
    for (const Line& line : outline.lines) {
        filling.all_words += line.words.count();
        if (line.use == Use::placeholder || (line.use != Use::running && line.use != Use::contents && (has_merge_field(line.block->text.value) || has_bracket_field(line.block->text.value))))
            ++filling.placeholders;
        else if (line.use == Use::guidance)
            filling.guidance_words += line.words.count();
        else if (line.use == Use::empty && line.block->cell)
            ++filling.empty_cells;
        else if (line.use == Use::content && !line.sections.empty() && !line.in(Letter::K))
            filling.words += line.words.count();
    }
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        filling.found += outline.sections[i].found() ? 1U : 0U;
        filling.filled += plan.sections[i].text.stated() && static_cast<Letter>(i) != Letter::K ? 1U : 0U;
    }
    return filling;
}

bool answered(plan::State state) { return state == plan::State::stated || state == plan::State::unreadable; }

// A form to be filled in: nobody's name and birth date, prompts or blanks where a child's content would be.
bool is_template(const Filling& filling, const plan::Plan& plan, bool says_template) {
    // Words that are no date beside the label are an answer only where a child is named.
    if (plan.child.date_of_birth.stated() || (answered(plan.child.date_of_birth.state) && plan.child.name.stated()))
        return false;
    // "Name: Forename, middle names, SURNAME": what a template with guidance asks for is no name.
    if (plan.child.name.stated() && !(says_template && filling.placeholders >= many_merge_fields))
        return false;
    const bool thin = filling.words <= few_words_a_section * filling.found;
    const bool prompts = filling.placeholders >= many_merge_fields;
    const bool hollow = filling.filled * 3 <= filling.found;
    const bool asks = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing;
    if (says_template && (thin || prompts || plan.child.name.stated()))
        return true;
    const bool bare = filling.words <= fewest_words_a_section * filling.found;
    // Nobody is named, and nothing is to be achieved or provided.
    const bool nothing_set = plan.outcomes.empty() && plan.provisions.empty() && filling.words <= most_words_of_a_form * filling.found;
    if (asks && (bare || nothing_set))
        return true;
    if (hollow)
        return prompts || asks || filling.empty_cells > 0 || filling.guidance_words > 0 || filling.words == 0;
    return thin && prompts && filling.placeholders * 2 >= filling.found;
}

// How much of a text speaks of plans in general, and how much of a child.
struct Speech {
    std::size_t lines = 0;
    std::size_t of_plans = 0;
    bool of_a_child = false;
    bool titled = false; // the first lines say that it may be a guide
    bool surely = false; // ... and that it is one
};

Speech speech_of(const Document& document, const Outline& outline) {
    Speech speech;
    speech.titled = Words(document.title).has_any(guide_titles);
    for (const TitleLine& line : first_lines(document)) {
        // "Education, Health and Care Plan Guidance as of 3 May. Check all sections before ..."
        for (const std::string_view title : plan_titles)
            if (const auto plan = line.words.find(title); plan && plan->first == 0 && line.words.begins_any(sure_guide_titles, plan->last))
                speech.titled = speech.surely = true;
        if (line.words.count() > longest_title || line.block->cell || line.words.original().ends_with('.'))
            continue;
        speech.titled = speech.titled || line.words.has_any(guide_titles);
        speech.surely = speech.surely || line.words.has_any(sure_guide_titles);
    }
    constexpr std::string_view either[] = {"his or her", "his her", "he or she", "he she", "him or her", "him her"};
    for (const Line& line : outline.lines) {
        if (line.use == Use::running || line.use == Use::contents || line.use == Use::empty || line.use == Use::placeholder || line.words.count() < 3)
            continue;
        if (line.use == Use::heading && line.content_from >= line.words.original().size())
            continue;
        ++speech.lines;
        const bool general = line.use == Use::guidance || line.words.has_any(guide_words);
        speech.of_plans += general ? 1U : 0U;
        const bool named = line.words.capital(0) && std::ranges::find(child_verbs, line.words.word(1)) != std::end(child_verbs);
        speech.of_a_child = speech.of_a_child || (!general && (named || line.words.has_any(child_words)) && !line.words.has_any(either));
    }
    return speech;
}

// A text about plans: nobody is named in it nor asked for, and it speaks of plans rather than of a child.
bool is_guide(const Speech& speech, const Filling& filling, const plan::Plan& plan, bool whole) {
    if (plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || speech.lines == 0)
        return false;
    if ((speech.titled && speech.of_plans * 4 >= speech.lines) || (speech.surely && speech.of_plans != 0 && (!whole || speech.of_plans * 8 >= speech.lines)))
        return true;
    if (filling.empty_cells != 0 || filling.placeholders >= many_merge_fields)
        return false;
    return speech.of_plans * 2 >= speech.lines || (whole && !speech.of_a_child && filling.words != 0);
}

constexpr std::string_view guide_found = "guidance about EHC plans, not a plan";

} // namespace

KindFound kind_of(const Document& document, const Outline& outline, const plan::Plan& plan) {
    const bool empty = std::ranges::none_of(outline.lines, [](const Line& line) { return line.words.count() != 0; });
    if (empty)
        return {Kind::other, "a document without text", "no words could be read in it"};
    const std::size_t headed = outline.headed(), by_words = outline.by_words();
    const Filling filling = filling_of(outline, plan);
    bool titled_plan = Words(document.title).has_any(plan_titles);
    bool says_template = Words(document.title).has("template");
    for (const TitleLine& line : first_lines(document)) {
        // "The following Education, Health and Care Plan, issued in place of the Statement, is made on ..."
        titled_plan = titled_plan || line.words.has("following education health and care plan") || line.words.has("statutory education health and care plan");
        if (line.words.count() > longest_title)
            continue;
        titled_plan = titled_plan || line.words.has_any(plan_titles);
        says_template = says_template || line.words.has("template");
    }
    std::string why;
    add(why, sections_in_words(outline));
    if (by_words != 0 && headed == 0)
        add(why, std::to_string(by_words) + " sections are known by the words of their headings; none has a letter");
    else if (by_words != 0)
        add(why, std::to_string(by_words) + (by_words == 1 ? " section is" : " sections are") + " known by words alone");
    if (outline.legend)
        add(why, "a list of the sections was passed over");
    const bool enough = headed >= fewest_sections_of_a_plan || (headed + by_words >= fewest_sections_of_a_plan && (headed >= 2 || titled_plan)) || by_words >= 7;
    const auto filled_in = [&] {
        if (plan.child.name.stated())
            add(why, "a child's name is filled in");
        if (plan.child.date_of_birth.stated())
            add(why, "a date of birth is filled in");
        if (plan.status.stated())
            add(why, "it says that it is " + std::string(plan::words_of(plan.status.value)));
    };
    const Speech speech = speech_of(document, outline);
    const auto guide = [&] {
        return KindFound{Kind::other, std::string(guide_found), why + (why.empty() ? "" : "; ") + std::to_string(speech.of_plans) + " of " + std::to_string(speech.lines) + " paragraphs speak of plans, and no child is named or asked for"};
    };
    if (const auto about = paper_about_a_plan(document, enough))
        return *about;
    if ((enough || headed + by_words != 0) && !says_template && is_guide(speech, filling, plan, enough))
        return guide();
    if (const auto paper = other_paper(document); paper && paper->words.starts_with("a request") && headed <= 1)
        return *paper;
    if (const auto advice = titled_advice(document, outline, plan, filling.all_words)) {
        if (speech.titled && is_guide(speech, filling, plan, false))
            return {Kind::other, "guidance about advice for EHC plans, not advice", "its title says so, and no child is named or asked for"};
        return *advice;
    }
    if (enough) {
        if (is_template(filling, plan, says_template)) {
            // A guide describes the sections and has no form to fill in.
            const bool form = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || filling.placeholders != 0 ||
                              filling.empty_cells != 0 || says_template;
            if (!form && filling.guidance_words > 40)
                return {Kind::other, std::string(guide_found), why + "; they hold instructions, and there is nothing to fill in"};
            add(why, filling.placeholders != 0 ? "no child is named, and prompts stand where a child's content would be"
                                               : "no child is named, and the sections are not filled in");
            return {Kind::template_, "a blank plan template", why};
        }
        filled_in();
        add(why, std::to_string(filling.filled) + " sections hold content");
        return {Kind::plan, "an EHC plan", why};
    }
    if (const auto paper = other_paper(document); paper && headed <= 1)
        return *paper;
    if (const auto advice = advice_kind(document, outline); advice && headed <= 1)
        return *advice;
    if (headed >= 1) {
        filled_in();
        const std::vector<Letter> letters = headed_letters(outline);
        return {Kind::fragment, "part of an EHC plan (section" + std::string(letters.size() == 1 ? " " : "s ") + letters_in_words(letters) + ")", why};
    }
    // Parts that a program or a colleague wrote, under the plan's own titles without letters.
    constexpr std::size_t many_by_words = 3;
    const bool needs_and_help = (outline.section(Letter::B).found() && outline.section(Letter::F).found()) || by_words > many_by_words;
    if ((by_words >= 1 && titled_plan && plan.child.name.stated()) || (by_words >= many_by_words && needs_and_help && filling.filled >= many_by_words - 1)) {
        filled_in();
        return {Kind::fragment, "part of an EHC plan", why};
    }
    const std::size_t mentions = times(document, ehc_words);
    if (mentions != 0)
        return {Kind::other, "a text about EHC plans, not a plan", std::to_string(mentions) + (mentions == 1 ? " paragraph names" : " paragraphs name") + " EHC plans, and no section of one is headed"};
    return {Kind::other, "not an EHC plan", "no section of a plan is headed, and nothing names an EHC plan"};
}

} // namespace ehc::read

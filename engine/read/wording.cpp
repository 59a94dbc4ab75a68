#include "read/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ehc::read {

namespace {

using Phrases = std::span<const std::string_view>;

// Prompts that are a whole field, folded.
constexpr std::string_view prompts[] = {
    "click or tap here to enter text", "click here to enter text", "click or tap to enter text", "tap here to enter text",
    "click or tap to enter a date", "click here to enter a date", "click or tap here to enter a date", "enter a date",
    "choose an item", "choose a building block", "select an item", "please select", "select", "enter date", "enter text",
    "enter text here", "enter name", "type here", "type text here", "insert", "insert name", "insert text", "insert date", "insert text here",
    "insert here", "insert details", "yes no", "yes no delete", "yes no delete as appropriate", "y n", "yes no not known",
    "yes no n a", "dd mm yyyy", "dd mm yy", "dd mm ccyy", "ccyy mm dd", "yyyy mm dd", "day month year", "tbc", "tba",
    "to be confirmed", "to be advised", "to be added", "firstname", "name here", "text here",
    "delete as appropriate", "date month year", "lorem ipsum", "information not available", "information not available in source documents", "information not available in the source documents",
    "not available in source documents", "not stated in source documents", "not specified in source documents", "not stated in the source documents", "not specified in the source documents",
};

// And openings of such: "Enter your preferred name".
constexpr std::string_view prompt_openings[] = {
    "enter your", "enter the", "enter a", "enter child's", "enter child", "enter pupil", "enter parent", "enter name", "enter role", "enter date", "enter details", "enter address", "enter school",
    "enter setting", "click here to enter", "click or tap", "click to enter", "type your", "insert your", "insert child's", "insert school", "insert pupil", "insert setting", "insert photo", "insert logo",
};
constexpr std::uint32_t longest_prompt = 10;

// Openings of instructions, folded.
constexpr std::string_view guidance_openings[] = {
    "guidance", "guidance note", "guidance notes", "note to writer", "note for writer", "notes for writer", "note to plan writer",
    "notes for completion", "writer guidance", "nb", "examples of", "refer to", "please refer", "please delete", "please complete",
    "please include", "please use", "please attach", "please ensure", "please describe", "please provide", "please list", "please state",
    "please give", "please insert", "please add", "please specify", "please record", "please summarise", "please outline", "please indicate",
    "please tick", "please note any", "delete as appropriate", "delete this", "delete if", "for digital systems", "this section should",
    "this section must", "this section sets out", "this section describes", "this section will", "this section is for",
    "this section is to", "this section is all about", "this section is about", "this section covers", "this section contains", "this section shows", "this section records", "this section provides", "this section gives", "this section tells", "this section needs to", "this section identifies", "this section includes", "this section details",
    "this section specifies", "in this section", "use this section", "use this space", "use this box", "this box should", "this part should",
    "leave blank", "leave this", "complete this section", "to be completed by", "writers should", "plan writers should", "the plan writer should", "the writer should",
    "insert details", "insert the", "insert text", "insert a", "insert name", "insert here", "include details", "include information", "include here",
    "include any", "include a", "include the", "provide details", "provide a", "describe the", "describe how", "describe any", "describe what",
    "outline the", "outline any", "summarise the", "list the", "list all", "list any", "give details", "state the", "state if", "state whether",
    "see guidance", "see the guidance", "see code of practice", "outcomes should", "outcomes must", "provision should be", "provision must be",
    "each outcome should", "each need should", "all provision must", "needs should", "consider the", "consider whether", "think about", "remember to",
    "a description of the child's", "add rows", "add more rows", "add further", "copy and paste", "what do you", "what would you", "do not",
    "ensure that", "ensure the", "make sure that", "where appropriate include", "where relevant include", "if applicable include", "if not applicable",
    "maximum", "no more than", "up to", "tick all", "tick the", "tick as appropriate", "cross out",
};
// Instructions that begin with these are so only where they say what is to be written.
constexpr std::string_view doubtful_openings[] = {
    "maximum", "no more than", "up to", "do not", "ensure that", "ensure the", "make sure that", "think about", "consider the", "consider whether",
    "remember to", "refer to", "guidance", "include a", "include the", "include any", "provide a", "describe the", "describe how", "describe any",
    "describe what", "examples of", "list the", "list all", "list any", "give details", "state the", "state if", "state whether", "outline the",
    "outline any", "provide details", "what do you", "what would you", "provision must be", "provision should be", "all provision must",
    "a description of the child's", "summarise the", "add further", "in this section", "this section describes", "this section will",
    "this section includes", "this section details", "outcomes should", "outcomes must", "needs should", "insert a", "insert the",
    "to be completed by", "copy and paste", "cross out", "include details", "include information", "include here",
};
// Words by which a form speaks of the plan and of any child.
constexpr std::string_view form_words[] = {
    "the child or young person", "the child young person", "child young person", "the child's", "child's or young person's", "cyp", "young person's",
    "section", "sections", "characters", "words", "code of practice", "paragraph", "paragraphs", "the plan", "the ehc plan", "this plan",
    "ehcp", "bullet points", "bullet point", "specific and quantified", "the writer", "the author", "should be written", "should be specific",
    "must be specific", "quantified", "smart", "template", "delete", "appropriate", "here", "box", "form", "advice",
};
// Words that make an instruction wherever they stand.
constexpr std::string_view guidance_words[] = {
    "more information is provided at paragraph", "more information is provided at paragraphs", "further information can be found at paragraph",
    "000 characters", "characters max", "words max", "max 500 words", "maximum 500 words", "maximum of 500 words",
    "please complete all sections", "state n a if not applicable", "include drawings videos or sound recordings",
    "delete as appropriate", "should be no more than 5 minutes", "please delete", "this text should be deleted", "delete this guidance",
    "delete guidance", "guidance for writers", "should be smart", "must be specific and quantified", "should be specific and quantified",
    "specific and normally be quantified", "detailed and specific and should normally be quantified",
};
// What forms print under a heading, from the regulation.
constexpr std::string_view form_openings[] = {
    "any social care provision which must be made", "any other social care provision reasonably required", "any health provision reasonably required",
    "any health care provision reasonably required", "social care provision which must be made", "health provision reasonably required",
    "health care provision reasonably required", "the special educational provision required by the child",
    "the special educational provision required by the young person", "the outcomes sought for", "the long and short term outcomes", "required by the child", "required by the young person", "outcomes sought for the child",
    "the child or young person's special educational needs", "the child's special educational needs sen", "the child or young person's health needs",
    "the child or young person's health care needs", "the child or young person's social care needs", "the child's health care needs which",
    "the child's social care needs which", "the name and type of the school", "the name and or type of the school",
    "the views interests and aspirations of the child", "views interests and aspirations of the child", "the advice and information gathered",
    "the advice and information obtained", "where any special educational provision is to be secured by a direct payment",
    "details of any personal budget", "the name of the school maintained nursery school", "chronically sick and disabled persons act",
};
// Sentences of this kind may be long and still are only the form's.
constexpr std::uint32_t longest_form_wording = 80;

// Nil statements that are the whole of a text, or open a short one.
constexpr std::string_view nil_openings[] = {
    "none", "n a", "na", "nil", "not applicable", "no needs identified", "no need identified", "no needs have been identified", "nothing to report",
    "no concerns", "no provision identified", "no provision required", "no provision is required", "no provision needed", "not known to social care",
    "not known to children's social care", "no outcomes identified", "no current involvement", "no involvement", "not required", "not required at this time",
    "none identified", "none required", "none reported", "none at this time", "none at present", "nothing identified", "nothing required",
    "there are no identified", "there are no", "there is no", "does not apply", "no known", "no identified", "no additional", "no specific",
};
constexpr std::string_view nil_subjects[] = {
    "need", "needs", "provision", "outcome", "outcomes", "concerns", "involvement", "social care", "health", "support", "services", "direct payment",
    "direct payments", "personal budget", "input", "difficulties",
};
// What somebody may be said not to have; "has no support at home" says that there is a need.
constexpr std::string_view nil_possessions[] = {
    "need", "needs", "provision", "outcome", "outcomes", "concerns", "involvement", "social care", "social worker", "direct payment",
    "direct payments", "personal budget", "health condition", "health conditions", "medical conditions", "medical condition",
};
// What may follow in the same statement: "has no health care needs that relate to ...".
constexpr std::string_view nil_tails[] = {
    "that", "which", "related", "relating", "in this area", "at this time", "at present", "at the moment", "associated", "resulting", "arising",
    "currently", "beyond", "other than", "as", "linked", "under",
};
constexpr std::string_view nil_verbs[] = {
    "identified", "required", "noted", "recorded", "reported", "needed", "known", "applicable", "requested", "made", "at this time", "at present",
    "currently", "agreed", "specified", "in this area",
};

constexpr std::pair<std::string_view, std::string_view> brackets[] = {
    {"\xC2\xAB", "\xC2\xBB"}, // « »
    {"{{", "}}"}, {"{", "}"}, {"<<", ">>"}, {"<", ">"}, {"[", "]"},
};
constexpr std::size_t longest_bracket = 160;

bool letters_in(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

// The text without what stands in brackets of merge systems and forms.
std::string without_brackets(std::string_view text) {
    std::string rest;
    for (std::size_t at = 0; at < text.size();) {
        const auto* found = std::ranges::find_if(brackets, [&](const auto& pair) { return text.substr(at).starts_with(pair.first); });
        if (found != std::end(brackets)) {
            const std::size_t from = at + found->first.size();
            const std::size_t end = text.find(found->second, from);
            if (end != std::string_view::npos && end - from <= longest_bracket) {
                rest += ' ';
                at = end + found->second.size();
                continue;
            }
            // "<first name> <surname": a field that was never closed ends with its word.
            if (end == std::string_view::npos && found->first != "[" && from < text.size() && letters_in(text.substr(from, 1))) {
                at = std::min(text.find_first_of(" /", from), text.size());
                rest += ' ';
                continue;
            }
        }
        rest += text[at++];
    }
    return rest;
}

// Runs marked as prompts, taken out of the text.
std::string without_prompts(const Block& block) {
    std::string text = block.text.value;
    for (const Run& run : block.runs)
        if (run.placeholder)
            for (std::size_t i = run.span.begin; i < std::min<std::size_t>(run.span.end, text.size()); ++i)
                text[i] = ' ';
    return text;
}

} // namespace

bool is_blank(std::string_view text) {
    // Letters and digits in any script; a check mark or box is an answer too, so only known fillers are blank.
    constexpr std::string_view fillers = " \t\n\r_.-:;,/|()*";
    for (std::size_t i = 0; i < text.size();) {
        if (fillers.find(text[i]) != std::string_view::npos) {
            ++i;
        } else if (text.substr(i).starts_with("\xC2\xA0")) { // no-break space
            i += 2;
        } else if (text.substr(i).starts_with("\xE2\x80")) { // general punctuation: dashes, ellipsis, bullets, quotes
            i += 3;
        } else {
            return false;
        }
    }
    return true;
}

bool is_placeholder(std::string_view text) {
    if (is_blank(text))
        return false;
    const std::string rest = without_brackets(text);
    if (is_blank(rest))
        return letters_in(text);
    const Words words(rest);
    if (words.empty()) {
        // "XXXXX", "XX/XX/XXXX", "???"
        return std::ranges::all_of(rest, [](char c) { return std::string_view("xX?/.-_ *:<>").find(c) != std::string_view::npos; });
    }
    if (words.is_any(prompts) || (words.count() <= longest_prompt && words.capital(0) && words.begins_any(prompt_openings)))
        return true;
    // The lone "xx" of "xx/xx/xxxx", and boxes with nothing ticked.
    bool unticked = false;
    for (std::uint32_t i = 0; i < words.count(); ++i)
        if (words.word(i) != "xx" && words.word(i) != "x" && words.word(i) != "yes" && words.word(i) != "no" && words.word(i) != "n" && words.word(i) != "y")
            return false;
    unticked = text.find("\xE2\x98\x90") != std::string_view::npos && text.find("\xE2\x98\x92") == std::string_view::npos &&
               text.find("\xE2\x98\x91") == std::string_view::npos;
    return unticked || words.word(0) == "xx";
}

bool is_placeholder(const Block& block, const Words& words) {
    if (words.empty() && is_blank(block.text.value))
        return false;
    if (std::ranges::any_of(block.runs, [](const Run& run) { return run.placeholder; })) {
        const std::string rest = without_prompts(block);
        return is_blank(rest) || is_placeholder(std::string_view(rest));
    }
    return is_placeholder(std::string_view(block.text.value));
}

bool has_merge_field(std::string_view text) {
    if (text.find("\xC2\xAB") != std::string_view::npos || text.find("{{") != std::string_view::npos)
        return true;
    // "{PreferredName}"
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open == std::string_view::npos ? text.size() : open);
    return close != std::string_view::npos && close - open <= longest_bracket && letters_in(text.substr(open, close - open));
}

bool is_guidance(const Words& words, std::span<const std::string> names) {
    if (words.empty())
        return false;
    const std::string_view text = words.original();
    if (words.has_any(guidance_words))
        return true;
    // A whole text in brackets that is more than a field's name.
    const std::size_t first = text.find_first_not_of(' ');
    const std::size_t last = text.find_last_not_of(" .");
    if (words.count() > 4 && ((text[first] == '[' && text[last] == ']') || (text[first] == '<' && text[last] == '>')) &&
        text.find(text[last]) == last)
        return true;
    if (std::ranges::any_of(names, [&](const std::string& name) { return words.has(name); }))
        return false;
    if (words.begins("nb") || words.begins("n b"))
        return true;
    if ((words.begins("note") || words.begins("notes") || words.begins("guidance") || words.begins("example") || words.begins("examples")) && words.count() > 1 &&
        words.gap_before(1).starts_with(':'))
        return true;
    // "Please give him time": to whoever meets the child.
    if (words.begins("please give him") || words.begins("please give her") || words.begins("please give me") || words.begins("please give them"))
        return false;
    if (!words.begins_any(guidance_openings))
        return false;
    return !words.begins_any(doubtful_openings) || words.has_any(form_words);
}

bool is_form_wording(const Words& words) {
    constexpr std::string_view whole[] = {"any social care provision", "any health provision", "any health care provision", "any other social care provision"};
    return words.is_any(whole) || (words.count() <= longest_form_wording && words.begins_any(form_openings));
}

bool is_nil(const Words& words) {
    if (words.empty() || words.count() > 40)
        return false;
    if (words.is("no") || words.is_any(nil_openings))
        return true;
    // The statement itself is the first clause; who says so and when may follow.
    constexpr std::uint32_t clause = 16;
    const auto early = [&](Phrases phrases, std::uint32_t from) {
        return std::ranges::any_of(phrases, [&](std::string_view phrase) {
            const auto at = words.find(phrase, from);
            return at && at->first < clause;
        });
    };
    for (const std::string_view opening : {"none", "not applicable", "n a", "nil", "no concerns", "nothing to report", "no current involvement"})
        if (words.begins(opening))
            return words.count() <= clause;
    if (words.begins("no") || words.begins("there are no") || words.begins("there is no") || words.begins("not known to") ||
        words.begins("not currently known") || words.begins("not open to") || words.begins("not currently open"))
        return early(nil_subjects, 1) && (early(nil_verbs, 1) || words.count() <= 6 || words.begins("not"));
    // "[Name] has no identified special educational needs in this area", "Maya does not have any social care needs"
    for (const std::string_view denial : {"has no", "have no", "does not have any", "does not currently have", "does not have", "is not known to",
                                          "is not currently known to", "is not open to", "are no", "is no", "has not been identified"}) {
        const auto at = words.find(denial);
        if (!at || at->first > 8 || words.has("but") || words.has("however"))
            continue;
        for (const std::string_view possession : nil_possessions) {
            const auto what = words.find(possession, at->last);
            if (what && what->first < at->last + 5 &&
                (words.count() - what->last <= 2 || words.begins_any(nil_tails, what->last) || early(nil_verbs, what->last)))
                return true;
        }
    }
    return false;
}

bool is_as_above(const Words& words) {
    constexpr std::string_view same[] = {"as above", "see above", "same as above", "as before", "as previous", "ditto"};
    return words.is_any(same);
}

} // namespace ehc::read

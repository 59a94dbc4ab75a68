#include "dsl/codes.hpp"

#include <algorithm>
#include <array>

namespace ehc::dsl {

namespace {

using enum CodeRow::Of;

// 1xx the text of the file, 2xx names, 3xx types, 4xx what a rule must have, 5xx wording, 6xx packs, 7xx settings.
constexpr auto table = std::to_array<CodeRow>({
    {"E101", "Something else should stand here",
     "The line was understood up to the caret. The message says what may follow there; often a word is missing, misspelt, or belongs to "
     "another line.",
     rule, "require plan.next_review stated", "require plan.next_review is stated"},
    {"E102", "Nothing in a rule file begins this way",
     "At the left of a file stand only pack, parameter, lexicon, pattern, define and rule. Check the spelling of the first word.", pack,
     "lexcon loose \"Loose words\"\n  \"as required\"\nend", "lexicon loose \"Loose words\"\n  \"as required\"\nend"},
    {"E103", "There is no such line here",
     "A rule, lexicon, pattern or pack has a fixed set of lines, and this word begins none of them. The nearest one is suggested.", rule,
     "requires plan.next_review is stated", "require plan.next_review is stated"},
    {"E104", "`end` is missing, or there is one too many", "A rule, a lexicon and a pattern each close with one `end` on a line of its own.", pack,
     "lexicon loose \"Loose words\"\n  \"as required\"\n\nlexicon other \"Others\"\n  \"as appropriate\"\nend",
     "lexicon loose \"Loose words\"\n  \"as required\"\nend\n\nlexicon other \"Others\"\n  \"as appropriate\"\nend"},
    {"E105", "Words in quotes are not closed",
     "Text stands between two plain double quotes on one line. Inside it, write \\\" for a quote and \\\\ for a backslash.", rule,
     "says \"This plan has no review date.", "says \"This plan has no review date.\""},
    {"E106", "There is no such day", "The calendar has no such date: the month is too short, or the year is no leap year.", rule,
     "require plan.date is after 31 June 2024", "require plan.date is after 30 June 2024"},
    {"E107", "A date must be written in full, and not in American order",
     "Dates are written 1 September 2014 or 2014-09-01. With 05/12/2025 nobody can tell May from December.", rule,
     "require plan.date is after 09/01/2014", "require plan.date is after 1 September 2014"},
    {"E108", "This can be read in two ways", "Where `and` and `or` stand together, brackets must say which belong together.", rule,
     "require plan.date is stated and plan.id is stated or plan.version is stated",
     "require plan.date is stated and (plan.id is stated or plan.version is stated)"},
    {"E109", "A sign of another language", "Rules are written in words: `is`, `is not`, `and`, `or`, `at least`. Comments begin with #.", rule,
     "require child.year_group >= 9", "require child.year_group is at least 9"},
    {"E110", "Quotes or dashes of a word processor",
     "Word processors turn plain quotes and hyphens into curly quotes and dashes. Type them anew in a plain text editor.", rule,
     "says \xE2\x80\x9CThis plan has no review date.\xE2\x80\x9D", "says \"This plan has no review date.\""},
    {"E111", "A character that cannot stand here",
     "Names are made of the letters a to z, digits, _ and -. Letters of other alphabets may look the same and are not; hidden characters come "
     "with text that was pasted.",
     rule, "require pl\xD0\xB0n.date is stated", "require plan.date is stated"},
    {"E112", "The file is not UTF-8 text", "Save the file with the encoding UTF-8. Plain English text is UTF-8 as it is.", rule, "", ""},
    {"E113", "Nested too deep", "Brackets, quantifiers and the like may stand 200 deep inside each other. Name parts with `define` or `let`.", rule, "", ""},
    {"E114", "The file is too large", "A rule file has at most 10 MB. Split it into several of the same pack.", file, "", ""},
    {"E116", "The line stands in the wrong place", "Clauses such as `require` stand between `rule` and `end`; `version`, `about` and `use` stand below `pack`.", pack,
     "severity major", "parameter longest: duration = 24 months"},
    {"E117", "This is not a number that can be used", "Numbers are digits, with a point for parts; a space stands between a number and its unit.", rule,
     "require plan.date is within 24months before audit date", "require plan.date is within 24 months before audit date"},
    {"E118", "Given twice", "This line may stand once only. Keep one of the two.", pack,
     "lexicon loose \"Loose words\"\n  \"as required\"\n  source \"A\"\n  source \"B\"\nend", "lexicon loose \"Loose words\"\n  \"as required\"\n  source \"A, B\"\nend"},

    {"E201", "There is nothing of that name here",
     "A name by itself is a record such as `plan`, what a `for each` goes over, a `let`, a parameter or a value of a list. Words to be compared "
     "stand in quotes.",
     rule, "require pln.date is stated", "require plan.date is stated"},
    {"E202", "No such value in the list", "Severities, bases, roles, sections and the like are closed lists. `ehcaudit help fields` has them.", rule,
     "for each advice in section K\nrequire advice.role is educational_psycologist", "for each advice in section K\nrequire advice.role is educational_psychologist"},
    {"E203", "There is no such field", "Each record of a plan has a fixed set of fields, and those that a `define` adds. `ehcaudit help fields` has them.", rule,
     "for each advice in section K\nrequire advice.dat is stated", "for each advice in section K\nrequire advice.date is stated"},
    {"E204", "These words have no meaning of their own", "Only the entries of a lexicon `of` a list, such as `lexicon teams of role`, mean one of its values.", pack,
     "lexicon loose \"Loose words\"\n  \"CAMHS\"\nend\ndefine plan.team as some mention of loose in text of section K where mention.means is camhs",
     "lexicon loose \"Loose words\" of role\n  camhs: \"CAMHS\"\nend\ndefine plan.team as some mention of loose in text of section K where mention.means is camhs"},
    {"E205", "There is no such section", "The sections of a plan are A to G, H1, H2, I, J and K. Health care is G; social care is H1 and H2.", rule,
     "for each provision in section H\nrequire provision.text is stated", "for each provision in sections H1, H2\nrequire provision.text is stated"},
    {"E206", "There is no lexicon or pattern of that name", "Words to look for are a lexicon or a pattern of this pack, or of one that it uses, or a phrase in quotes.", rule,
     "for each need in section B\nforbid need.text mentions loose", "for each need in section B\nforbid need.text mentions \"as required\""},
    {"E207", "There is no list of values of that name", "The lists are those of the plan model: role, area, category, status and so on. `ehcaudit help fields` has them.", pack,
     "parameter longest: duration by rle = 24 months", "parameter longest: duration by role = 24 months"},
    {"E208", "There is nothing of that kind to go through",
     "`for each`, `some`, `every` and `count of` go over the lists of a plan: need, outcome, provision, advice, section, view, parent, paragraph; "
     "over mentions of words; or over stretches of a text, such as sentences.",
     rule, "for each goal in section E\nrequire plan.date is stated", "for each outcome in section E\nrequire plan.date is stated"},
    {"E209", "Words for a nil statement are not there", "`is a nil statement` looks for the words of a lexicon called nil_statements. Say `use lexicons` in the pack, or declare one.", rule,
     "for each need in section C\nforbid need.text is a nil statement", "for each need in section C\nforbid need.text mentions \"no needs\""},
    {"E210", "No parameter that is set by something", "`NAME for VALUE` takes a parameter that has a value for each of a list, declared with `by`.", rule,
     "for each advice in section K\nrequire advice.date is within longest for advice.role before plan.date", "for each advice in section K\nrequire advice.date is within 24 months before plan.date"},
    {"E211", "Two of one name", "Rules, parameters, lexicons and patterns have names of their own, in all packs together. Rename one; the id of a rule is never given twice.", pack,
     "parameter longest: duration = 24 months\nparameter longest: duration = 12 months", "parameter longest: duration = 24 months\nparameter shortest: duration = 12 months"},
    {"E212", "There is no such record", "The records of a plan are plan, child, review, need, advice and so on. `ehcaudit help fields` has them.", pack,
     "define provison.vague as yes", "define provision.vague as yes"},
    {"E213", "The record already has that field", "`define` adds a field under a name that is free.", pack, "define plan.date as yes", "define plan.is_dated as plan.date is stated"},
    {"E214", "A parameter cannot be of that type", "A parameter is a number, duration, date, text, yes_no, or a value of a list such as role.", pack,
     "parameter longest: months = 24", "parameter longest: duration = 24 months"},
    {"E215", "A value for a choice that the parameter does not have", "Several values need a parameter that is declared `by` a list.", pack,
     "parameter longest: duration = 24 months, medical: 12 months", "parameter longest: duration by role = 24 months, medical: 12 months"},
    {"E216", "The value is outside its own range", "The range after `between` holds for the value that is given here, too.", pack,
     "parameter longest: duration = 24 months between 1 month and 12 months", "parameter longest: duration = 24 months between 1 month and 60 months"},

    {"E301", "This needs a value of another kind", "Words are looked for in texts, differences are taken of numbers, the latest is found by a date. The message says what stands there and what is needed.", rule,
     "require difference between plan.date and 3 is at most 1", "require difference between child.year_group and 3 is at most 1"},
    {"E302", "This is a value, not a condition", "After `require`, `when`, `where`, `unless`, `and`, `or` and `not` stands something that is so or not so. Say what is to be true of the value.", rule,
     "require plan.date", "require plan.date is stated"},
    {"E303", "This has no fields", "After the full stop stands a field of a record. Dates, numbers and texts have none; `start of`, `age of` and `words in` work on them.", rule,
     "require plan.date.year is 2025", "require plan.date is between 1 January 2025 and 31 December 2025"},
    {"E304", "Defined by itself", "A `define` cannot lead back to itself: rules have no recursion, so that every one of them ends.", pack,
     "define plan.good as plan.good", "define plan.good as plan.date is stated"},
    {"E305", "Which of its values?", "This parameter has a value for each of a list: say which with `for`.", pack,
     "parameter longest: duration by role = 24 months\ndefine plan.limit as longest", "parameter longest: duration by role = 24 months\ndefine advice.limit as longest for advice.role"},
    {"E306", "This cannot be compared so", "`is`, `is before`, `is at least` and the like need values that fit: two dates, two numbers, two lengths of time, or a value and its own list.", rule,
     "for each advice in section K\nrequire advice.role is before plan.date", "for each advice in section K\nrequire advice.date is before plan.date"},
    {"E307", "An age is counted from a date", "`age of`, `school year of` and `school leaving date of` take a date, or a record that has one, such as `child`.", rule,
     "require age of plan.setting on plan.date is at least 18 years", "require age of child on plan.date is at least 18 years"},
    {"E308", "Not in that section", "Needs stand in sections B, C and D, outcomes in E, provision in F, G, H1 and H2, advice in K, parents on the front page.", rule,
     "for each advice in section F\nrequire advice.date is stated", "for each advice in section K\nrequire advice.date is stated"},
    {"E309", "Only mentions can be counted as different", "`count of different` counts the entries of a lexicon that were met, each once. For other things leave `different` out.", rule,
     "require count of different needs in section B is at least 2", "require count of needs in section B is at least 2"},
    {"E310", "These cannot be added", "Numbers go with numbers, lengths of time with lengths of time and with dates; a date cannot be added to a date.", rule,
     "require plan.date + plan.next_review is after audit date", "require plan.date + 12 months is after audit date"},
    {"E311", "These are not linked so", "Provision meets a need or supports an outcome; an outcome answers a need or an aspiration.", rule,
     "for each need in section B\nrequire some outcome in section E meets need", "for each need in section B\nrequire some outcome in section E answers need"},
    {"E312", "A parameter's value must be written out", "The value of a parameter is a plain figure, date, text or choice, so that a council can see and change it.", pack,
     "parameter longest: duration = 12 months + 12 months", "parameter longest: duration = 24 months"},
    {"E313", "What is to be so of them?", "The line says which ones are meant and not what is true of them.", rule,
     "require every need in section B", "require every need in section B such that need.text is stated"},
    {"E314", "Only shared words can be left out", "`other than` says which words do not count as shared: it belongs to `shares a word with`.", rule,
     "require plan.setting contains plan.id other than \"school\"", "require plan.setting shares a word with plan.id other than \"school\""},

    {"E401", "A brace is not closed", "In a message, {value} is replaced by the plan's own value: each { has its }.", rule,
     "require plan.date is stated\nsays \"Dated {plan.date.\"", "require plan.date is stated\nsays \"Dated {plan.date}.\""},
    {"E402", "There is no value in the braces", "Between the braces stands a value, written as in a condition.", rule,
     "require plan.date is stated\nsays \"Dated {the date}.\"", "require plan.date is stated\nsays \"Dated {plan.date}.\""},
    {"E403", "An example has one text only", "The text in quotes is that of the rule's innermost subject. Write a second example, or name the record: need { text: \"...\" }.", rule,
     "for each need in section B\nrequire need.text is stated\nfires on \"One.\" \"Two.\"", "for each need in section B\nrequire need.text is stated\nfires on need { text: \"One.\" } need { text: \"Two.\" }"},
    {"E404", "The value does not fit the field", "An example sets a field to a value of its own kind, or to missing, blank, placeholder or unreadable. A partial date stands in quotes: \"March 2024\".", rule,
     "require plan.date is stated\nfires on plan { date: \"some day\" }", "require plan.date is stated\nfires on plan { date: \"March 2024\" }"},
    {"E405", "The rule ends before it begins", "`in force from A until B` needs B after A.", rule,
     "in force from 1 September 2024 until 1 September 2014\nrequire plan.date is stated", "in force from 1 September 2014 until 1 September 2024\nrequire plan.date is stated"},
    {"E406", "What is not stated can fail, be asked or be skipped", "A missing value never passes: without the clause the rule is unchecked there, and says so.", rule, "", ""},
    {"E407", "The rule lacks a clause", "A rule has a severity, a basis, a category, a citation, those whom it applies to, a verdict, a message, and an example of each kind.", pack,
     "rule LOCAL-A01 no-date \"The plan is dated\"\n  severity minor\n  basis local\n  category dates\n  cites \"Our standard\"\n  applies to plan\n  require plan.date is stated\n  says \"No date.\"\n  fires on plan { date: missing }\nend",
     "rule LOCAL-A01 no-date \"The plan is dated\"\n  severity minor\n  basis local\n  category dates\n  cites \"Our standard\"\n  applies to plan\n  require plan.date is stated\n  says \"No date.\"\n  fires on plan { date: missing }\n  quiet on plan { date: 2025-01-15 }\nend"},
    {"E408", "A rule has one verdict", "One `require`, `forbid` or `ask` a rule: so that each finding is about one thing. Write a second rule, or join conditions with `and`.", rule,
     "require plan.date is stated\nrequire plan.id is stated", "require plan.date is stated and plan.id is stated"},
    {"E409", "The clause stands twice", "Only `when` after a severity or basis, `for each`, `let`, `unless` and examples may stand several times.", rule,
     "require plan.date is stated\nfix \"Date it.\"\nfix \"Date the plan.\"", "require plan.date is stated\nfix \"Date the plan.\""},
    {"E410", "This is no rule id", "An id is an owner in capitals, a hyphen, a letter for the group and a number: EHC-K03, LOCAL-A01. It is never given twice, even when the rule goes.", pack,
     "rule mine no-date \"The plan is dated\"\n  severity minor\n  basis local\n  category dates\n  cites \"Our standard\"\n  applies to plan\n  require plan.date is stated\n  says \"No date.\"\n  fires on plan { date: missing }\n  quiet on plan { date: 2025-01-15 }\nend",
     "rule LOCAL-A01 no-date \"The plan is dated\"\n  severity minor\n  basis local\n  category dates\n  cites \"Our standard\"\n  applies to plan\n  require plan.date is stated\n  says \"No date.\"\n  fires on plan { date: missing }\n  quiet on plan { date: 2025-01-15 }\nend"},
    {"E411", "The transition leaves nothing to the rule", "Without a date and a condition it is about every plan at all times.", rule,
     "transition \"the older law governs it\"\nrequire plan.date is stated", "transition until 1 April 2018 \"the older law governs it\"\nrequire plan.date is stated"},

    {"E501", "The phrase is not one that can be found", "In a phrase, (and when) may be there or not, therap(y|ist) is either, struggl* has any ending, and ... is up to four words. Brackets must close, and some words must be left.", pack,
     "lexicon loose \"Loose words\"\n  \"as (and when required\"\nend", "lexicon loose \"Loose words\"\n  \"as (and when) required\"\nend"},
    {"E502", "Made of itself", "A lexicon that includes itself, or a pattern that stands in itself, would never end.", pack,
     "lexicon loose \"Loose words\"\n  \"as required\"\n  include loose\nend", "lexicon loose \"Loose words\"\n  \"as required\"\nend"},
    {"E503", "Too many meanings", "A lexicon without `of` a list gives its entries meanings of its own, 255 of them at most.", pack, "", ""},
    {"E504", "The entry must say what it means", "In a lexicon `of` a list each line begins with the value that its phrases mean.", pack,
     "lexicon teams of role\n  \"CAMHS\"\nend", "lexicon teams of role\n  camhs: \"CAMHS\"\nend"},

    {"E601", "A file belongs to one pack", "Begin a second pack in a file of its own.", file,
     "pack one \"One\"\n  version 1\n\npack two \"Two\"\n  version 1", "pack one \"One\"\n  version 1"},
    {"E602", "The pack has no version", "The version says in every report which rules were applied.", file, "pack local \"Ours\"", "pack local \"Ours\"\n  version 2026.11"},
    {"E603", "The file does not say which pack it is", "A rule file begins with `pack NAME \"title\"`.", file, "parameter longest: duration = 24 months",
     "pack local \"Ours\"\n  version 2026.11\n\nparameter longest: duration = 24 months"},
    {"E604", "Two versions of one pack", "All files of a pack have the same version. An older copy may lie in the same folder.", file, "", ""},
    {"E605", "The pack that it uses is not loaded", "`use` names another pack that must be loaded with this one: built in, or given by --rules.", file,
     "pack local \"Ours\"\n  version 1\n  use lexikons", "pack local \"Ours\"\n  version 1"},
    {"E606", "The pack needs a newer program", "The pack says `needs engine` with a later version than this program's. Install that, or take an earlier pack.", file,
     "pack local \"Ours\"\n  version 1\n  needs engine 99.0", "pack local \"Ours\"\n  version 1\n  needs engine 0.1"},

    {"E701", "The setting does not fit", "--set NAME=VALUE, and the same in a profile, gives a parameter a value of its own type, within its range.", rule, "", ""},
});

} // namespace

std::span<const CodeRow> codes() noexcept { return table; }

const CodeRow* find_code(std::string_view code) noexcept {
    if (code.size() != 4 || (code[0] != 'E' && code[0] != 'e'))
        return nullptr;
    const auto found = std::find_if(table.begin(), table.end(), [&](const CodeRow& row) { return row.code.substr(1) == code.substr(1); });
    return found == table.end() ? nullptr : &*found;
}

} // namespace ehc::dsl

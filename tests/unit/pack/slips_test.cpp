// The slips that people make, each in a good file: there is one fault, and its suggestion followed to the letter mends it.
#include "pack/load.hpp"
#include "support/golden.hpp"
#include "support/paths.hpp"
#include "support/rule_text.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <regex>

using namespace ehc;

namespace {

const std::string good = R"(pack local "Our own standard"
  version 2026.11

rule LOCAL-A01 advice-old "Advice is of this year"
  severity minor
  basis    local
  category advice
  cites    "Our quality standard, 2026"
  in force from 1 September 2014
  applies  to plan
  for each advice in section K
    where  advice.date is on or before plan.date
  require  advice.date is within 12 months before plan.date
  says     "This advice is old."
  fires on plan { date: 2025-05-12 } advice { date: 2024-05-11 }
  quiet on plan { date: 2025-05-12 } advice { date: 2024-05-12 }
end

parameter longest: duration = 24 months
)";

dsl::Faults faults_of(const std::string& text) { return pack::load({{"local.rules", text}}, "0.1.0").faults; }

// The first thing in backticks.
std::string quoted(const std::string& text) {
    const std::size_t from = text.find('`');
    return from == std::string::npos ? "" : text.substr(from + 1, text.find('`', from + 1) - from - 1);
}

// Does what the fault says, as somebody would who knows nothing else.
std::string followed(std::string text, const dsl::Fault& fault) {
    const std::string& suggestion = fault.suggestion;
    if (suggestion.starts_with("did you mean `")) {
        // The words in question: the first that the message names, at or behind the caret.
        const std::string words = quoted(fault.what);
        const std::size_t at = text.find(words, fault.span.begin);
        REQUIRE(at < fault.span.end);
        return text.replace(at, words.size(), quoted(suggestion));
    }
    if (suggestion.starts_with("write ")) {
        const std::string date = suggestion.substr(6, suggestion.find(" or ") - 6);
        return text.replace(fault.span.begin, fault.span.end - fault.span.begin, date);
    }
    if (suggestion.starts_with("say from which day, such as `"))
        return text.replace(fault.span.begin, fault.span.end - fault.span.begin, quoted(suggestion));
    if (fault.what.find("put `\"` where they end") != std::string::npos)
        return text.insert(fault.span.end, "\"");
    if (fault.what.starts_with("`end` is missing"))
        return text.insert(fault.span.end, "\nend");
    FAIL("there is no suggestion to follow: " << dsl::show(fault));
    return text;
}

struct Slip {
    const char* name;
    const char* was;
    const char* is;
};

constexpr Slip slips[] = {
    {"a misspelt field", "require  advice.date", "require  advice.dat"},
    {"a date in American order", "from 1 September 2014", "from September 1, 2014"},
    {"a date in signs, month first", "from 1 September 2014", "from 09/31/2014"},
    {"a missing quote", "says     \"This advice is old.\"", "says     \"This advice is old."},
    {"a value of the wrong type", "where  advice.date is on or before", "where  advice.role is on or before"},
    {"a length of time from no day", "is within 12 months before plan.date", "is at most 12 months"},
    {"a missing end", "end\n\nparameter", "\nparameter"},
    {"a misspelt keyword", "require  advice", "requier  advice"},
    {"a misspelt name of a list", "for each advice", "for each advise"},
    {"a misspelt word of the pack", "version 2026.11", "versoin 2026.11"},
    {"a letter of another alphabet", "plan.date\n  require", "pl\xD0\xB0n.date\n  require"},
};

std::string with(const Slip& slip) {
    std::string text = good;
    const std::size_t at = text.find(slip.was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, std::string(slip.was).size(), slip.is);
}

} // namespace

TEST_CASE("a suggestion followed to the letter mends the file") {
    REQUIRE(test::shown(faults_of(good)) == "");
    for (const Slip& slip : slips) {
        INFO(slip.name);
        const std::string text = with(slip);
        const dsl::Faults faults = faults_of(text);
        INFO(test::shown(faults));
        REQUIRE(faults.size() == 1);
        const bool impossible = std::string(slip.is).find("09/31") != std::string::npos; // nobody can say which day was meant
        if (!impossible)
            CHECK(test::shown(faults_of(followed(text, faults.front()))) == "");
    }
}

TEST_CASE("several slips in one file are all told") {
    std::string text = good;
    for (const auto& [was, is] : {std::pair("minor", "miner"), {"from 1 September 2014", "from September 1, 2014"}, {"= 24 months", "= 24months"}}) {
        const std::size_t at = text.find(was);
        text.replace(at, std::string(was).size(), is);
    }
    const std::string told = test::shown(faults_of(text));
    INFO(told);
    for (const char* part : {"did you mean `minor`?", "September 1, 2014", "put a space between"})
        CHECK(told.find(part) != std::string::npos);
}

TEST_CASE("what cannot be read does not hide what is wrong elsewhere, nor make up faults") {
    // In one rule a clause that cannot be read, a name and a type that are wrong, and all that rests on the lost clauses.
    const std::string text = R"(pack local "Our own standard"
  version 2026.11

define advice.fresh as advice.date is witin 12 months before plan.date

lexcon open_words "Open words"
  "as required"
end

rule LOCAL-A01 advice-old "Advice is of this year"
  severity minor
  basis    local
  category advice
  cites    "Our quality standard, 2026"
  applies  to plan
  for each advice on section K
    where  advice.fresh
  let limit be 12 moths
  require  advice.date is within limit before plan.dat and advice.role is before plan.date
  says     "This advice of {advice.date} is older than {limit}."
  fires on plan { date: 2025-05-12 } advice { date: 2024-05-11 }
end

rule LOCAL-A02 open "Words say how much"
  severity miner
  basis    local
  category words
  cites    "Our quality standard, 2026"
  applies  to plan
  for each provision in section F
  forbid   mention of open_words in provision.text
    unless mention is quoted
  says     "\"{mention}\" is open, and so is {provision.txt}."
  fires on "As required." at "As required"
  quiet on "Daily."
end
)";
    const std::string told = test::shown(faults_of(text));
    test::check_golden("dsl/mixed-faults.fault", told);
}

TEST_CASE("a word that is left out or misspelt anywhere makes no faults on other lines") {
    const std::string text = R"(pack local "Our own standard"
  version 2026.11

parameter longest: duration = 24 months

lexicon open_words "Open words"
  "as required", "regular"
  except "regular verbs"
end

define advice.fresh as advice.date is within longest before plan.date
define advice.named(words: wording) as advice.title mentions words

rule LOCAL-A01 advice-old "Advice is of this year"
  severity minor
  critical when plan.status is final
  basis    local
  category advice
  cites    "Our quality standard, 2026"
  applies  to plan
  when     plan.date is stated
  for each advice in section K
    where  not advice.fresh
  let      latest_day be plan.date + 1 month
  forbid   mention of open_words in advice.text
    unless mention is quoted or advice.named("letter")
  if not stated skip
  says     "\"{mention}\" of {advice.date}, after {latest_day}."
  fix      "Ask again."
  fires on advice { date: 2021-03-02, text: "As required." } at "As required"
  quiet on "Daily."
end
)";
    REQUIRE(test::shown(faults_of(text)) == "");
    unsigned told = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        quoted = quoted != (text[at] == '"' && text[at - 1] != '\\');
        const auto letter = [&](std::size_t i) { return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '_' || text[i] == '-'); };
        if (quoted || !letter(at) || letter(at - 1))
            continue;
        std::size_t end = at;
        while (letter(end))
            ++end;
        for (const bool left_out : {true, false}) {
            std::string slip = text;
            slip.replace(at, end - at, left_out ? "" : text.substr(at, 1) + "q" + text.substr(at + 1, end - at - 1));
            const dsl::Faults faults = faults_of(slip);
            if (std::none_of(faults.begin(), faults.end(), [](const dsl::Fault& fault) { return fault.code.starts_with("E1"); }))
                continue; // a name that is wrong is wrong wherever it is used
            ++told;
            INFO(slip << test::shown(faults));
            const auto line = static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            const bool closing = text.substr(at, end - at) == "end"; // missed where the next item begins, or at the end of the file
            for (const dsl::Fault& fault : faults)
                CHECK((fault.place.line == line || closing));
        }
    }
    CHECK(told > 60);
}

TEST_CASE("no message speaks of the program's inside") {
    // Words of C++ and of grammars, as whole words.
    const std::regex inside(R"(\b(token|tokens|parse|parser|parsing|grammar|syntax|identifier|literal|expression|operator|operand|lexer|AST|node|null|nullptr|std|int|bool|string|char|enum|struct|variant|attribute|terminal|production|non-terminal|unexpected end of|EOF|exception|assert)\b|boost)");
    unsigned goldens = 0, messages = 0;
    for (const char* folder : {"dsl/rejects", "compile/rejects"})
        for (const auto& entry : std::filesystem::directory_iterator(test::tests_dir() / folder)) {
            if (entry.path().extension() != ".fault")
                continue;
            ++goldens;
            std::ifstream in(entry.path(), std::ios::binary);
            for (std::string line; std::getline(in, line);) {
                const std::size_t code = line.find(": E");
                if (line.starts_with(" ") || code == std::string::npos)
                    continue;
                ++messages;
                std::string words; // what the author wrote may be anything
                bool quotes = false;
                for (const char c : line.substr(code + 6)) {
                    quotes = quotes != (c == '`');
                    words += quotes ? ' ' : c;
                }
                INFO(entry.path().filename().string() << ": " << line);
                CHECK_FALSE(std::regex_search(words, inside));
                CHECK_FALSE(line.ends_with('.'));
                CHECK(line.size() < 400);
            }
        }
    CHECK(goldens >= 60);
    CHECK(messages >= 200);
}

TEST_CASE("hostile rule files end soon, with a few clear faults") {
    const auto told = [](const std::string& text) {
        const auto begin = std::chrono::steady_clock::now();
        const dsl::Faults faults = faults_of(text);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60)); // slow machines and sanitizers included
        CHECK(faults.size() <= 100);
        return faults;
    };
    std::string deep = good, brackets, binary = good, endless = good;
    for (int i = 0; i < 100000; ++i)
        brackets += "(";
    deep.replace(deep.find("advice.date is within"), 0, brackets);
    CHECK_FALSE(told(deep).empty());
    for (int i = 0; i < 256; ++i)
        binary.insert(static_cast<std::size_t>(i * 3), 1, static_cast<char>(i));
    CHECK_FALSE(told(binary).empty());
    for (int i = 0; i < 20000; ++i)
        endless += "not ";
    CHECK_FALSE(told(endless).empty());
    CHECK_FALSE(told(std::string(100000, '"')).empty());
    CHECK_FALSE(told(std::string(1000, '\0')).empty());
    std::string many = good;
    for (int i = 0; i < 3000; ++i)
        many += "rule LOCAL-B" + std::to_string(i) + " a \"b\"\nend\n";
    const dsl::Faults all = faults_of(many);
    CHECK_FALSE(all.empty());
}

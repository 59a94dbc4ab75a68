// The reference of the rules, as Markdown and as a page: golden files of a small set of rules, and links that lead somewhere
// in that of all packs.
#include "pack/load.hpp"
#include "pack/reference.hpp"
#include "support/golden.hpp"
#include "support/rule_text.hpp"

#include <regex>
#include <set>

using namespace ehc;

namespace {

std::vector<const compile::Rule*> all_of(const compile::CompiledRules& rules) {
    std::vector<const compile::Rule*> all;
    for (const compile::Rule& rule : rules.rules)
        all.push_back(&rule);
    return all;
}

compile::CompiledRules packs_of(const std::vector<pack::RuleFile>& files) {
    compile::Compiled compiled = pack::load(files, "0.1.0");
    REQUIRE(test::shown(compiled.faults) == "");
    return std::move(compiled.rules);
}

const std::vector<pack::RuleFile> small = {
    {"b.rules", R"(pack second "The <second> & last"
  version 2

parameter longest: duration by role = 24 months, medical: 12 months, audiology: 12 months
  "How old advice may be."
define plan.pupil as age of child on plan.date is less than 16 years

# Why it is asked:
# advice that is "old" misleads *everyone*.
rule TWO-A01 advice-old "Advice is recent"
  severity minor
  critical when advice.role   is one of medical,
           audiology   # twice as grave
  basis local
  basis practice when plan.status is final
  category test
  cites "A", "B_1"
  in force from 1 September 2014 until 31 August 2030
  applies to final, fragment
  when plan.pupil
  for each advice in section K
    where advice.date is stated
  provided plan.date is stated otherwise "no date"
  require advice.date is within longest for advice.role before plan.date
    unless advice.sufficiency_note is stated
  if not stated skip
  says "The {advice.role}'s advice is old."
  fix "Ask for *new* advice."
  family "Ask."
  quiet on advice { role: medical, date: 2024-11-02 }
  unchecked on plan { date: missing } because "no date"
  fires on advice { role: medical, date: 2020-11-02, text: "`x`" }
end
)"},
    {"a.rules", R"(pack first "First"
  version 1
  about "Comes first."
rule ONE-A02 person-asked "A person looks at the views"
  severity advice
  basis practice
  category test
  cites "C"
  applies to plan
  ask "Are these the child's words?" with text of section A
  says "Look."
  fires on "x"
  quiet on plan { status: missing }
    todo "ask rules always ask"
end
)"}};

} // namespace

TEST_CASE("the reference says what, why, when, law and figures, by pack") {
    const compile::CompiledRules rules = packs_of(small);
    test::check_golden("pack/reference.md", pack::reference_markdown(rules, all_of(rules)));
    test::check_golden("pack/reference.html", pack::reference_html(rules, all_of(rules)));
}

TEST_CASE("the reference of rules that were chosen has no others") {
    const compile::CompiledRules rules = packs_of(small);
    const std::string text = pack::reference_markdown(rules, {rules.find("ONE-A02")});
    CHECK(text.find("ONE-A02") != std::string::npos);
    CHECK(text.find("TWO-A01") == std::string::npos);
    CHECK(text.find("last") == std::string::npos);
}

TEST_CASE("every rule has one place in the page, and every link of the contents leads to one") {
    const auto files = pack::read_rules((test::source_dir() / "rules").string());
    REQUIRE(files.ok());
    const compile::CompiledRules rules = packs_of(*files);
    const std::string page = pack::reference_html(rules, all_of(rules));
    const auto found = [&](const char* pattern) {
        std::multiset<std::string> names;
        const std::regex wanted(pattern);
        for (std::sregex_iterator at(page.begin(), page.end(), wanted), end; at != end; ++at)
            names.insert((*at)[1]);
        return names;
    };
    const auto places = found(" id=\"([^\"]*)\""), links = found("href=\"#([^\"]*)\"");
    CHECK(places == links);
    CHECK(std::set(places.begin(), places.end()).size() == places.size());
    for (const compile::Rule& rule : rules.rules)
        CHECK(places.count(rule.id) == 1);
    // Nothing is fetched: addresses are only led to.
    const auto addresses = found("(.{6}https?://)"), led_to = found("(href=\"https://)");
    CHECK(addresses.size() == led_to.size());
    CHECK(led_to.size() > 100);
}

TEST_CASE("the packs that come with the program have no warning, and all that they cite is listed") {
    const auto files = pack::read_rules((test::source_dir() / "rules").string());
    REQUIRE(files.ok());
    const compile::Compiled compiled = pack::load(*files, "0.1.0", true);
    CHECK(test::shown(compiled.faults) == "");
    CHECK(test::shown(compiled.warnings) == "");
    for (const compile::Rule& rule : compiled.rules.rules)
        for (const compile::Citation& one : rule.cited) {
            INFO(rule.id << " cites " << one.text);
            CHECK((one.instrument || rule.basis == finding::Basis::local));
        }
}

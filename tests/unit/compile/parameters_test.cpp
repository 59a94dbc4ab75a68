// Parameters: by role, within their range, and set from outside.
#include "support/rule_text.hpp"

#include <algorithm>
#include <tuple>

using namespace ehc;
using compile::set_parameter;
using test::rules_of;
using test::shown;

namespace {

const char* const declarations = "parameter advice_warn: duration by role = 24 months, medical: 12 months   between 1 month and 120 months \"How old\"\n"
                                 "parameter least_words: number = 8   between 1 and 100\n"
                                 "parameter reform: date = 1 September 2029   between 2020-01-01 and 2040-01-01\n"
                                 "parameter strict: yes_no = no\n"
                                 "parameter who: role = medical\n"
                                 "parameter words: text = \"so\"\n";

const compile::Parameter& parameter(const compile::CompiledRules& rules, std::string_view name) {
    const auto found = std::find_if(rules.parameters.begin(), rules.parameters.end(), [&](const compile::Parameter& one) { return one.name == name; });
    REQUIRE(found != rules.parameters.end());
    return *found;
}

compile::Constant value(const compile::CompiledRules& rules, std::string_view name, std::optional<plan::Role> of = std::nullopt) {
    const compile::Parameter& one = parameter(rules, name);
    if (!of)
        return one.value;
    const auto& own = one.values.at(static_cast<std::size_t>(*of));
    return own ? *own : one.value;
}

} // namespace

TEST_CASE("a parameter has its type, its range, its help and where its value comes from") {
    const auto rules = rules_of(declarations);
    const compile::Parameter& warn = parameter(rules, "advice_warn");
    CHECK(warn.type.base == compile::Base::duration);
    CHECK(warn.by == &plan::roles);
    CHECK(warn.help == "How old");
    CHECK(warn.origin == "pack test");
    CHECK(warn.least == compile::Constant(Duration{1, 0}));
    CHECK(warn.most == compile::Constant(Duration{120, 0}));
    CHECK(value(rules, "advice_warn") == compile::Constant(Duration{24, 0}));
    CHECK(value(rules, "advice_warn", plan::Role::medical) == compile::Constant(Duration{12, 0}));
    CHECK(value(rules, "advice_warn", plan::Role::camhs) == compile::Constant(Duration{24, 0}));
    CHECK(value(rules, "least_words") == compile::Constant(8.0));
    CHECK(value(rules, "reform") == compile::Constant(PartialDate(*Date::of(2029, 9, 1))));
    CHECK(value(rules, "strict") == compile::Constant(false));
    CHECK(value(rules, "who") == compile::Constant(static_cast<plan::ChoiceIndex>(plan::Role::medical)));
    CHECK(value(rules, "words") == compile::Constant(std::string("so")));
}

TEST_CASE("parameters of every type can be set from outside") {
    auto rules = rules_of(declarations);
    for (const char* assignment : {"advice_warn=18 months", "least_words=12", "reform=2030-09-01", "strict=yes", "who=camhs", "words=\"thus\""}) {
        INFO(assignment);
        CHECK(shown(set_parameter(rules, assignment, "--set")) == "");
    }
    CHECK(value(rules, "advice_warn") == compile::Constant(Duration{18, 0}));
    CHECK(value(rules, "least_words") == compile::Constant(12.0));
    CHECK(value(rules, "reform") == compile::Constant(PartialDate(*Date::of(2030, 9, 1))));
    CHECK(value(rules, "strict") == compile::Constant(true));
    CHECK(value(rules, "who") == compile::Constant(static_cast<plan::ChoiceIndex>(plan::Role::camhs)));
    CHECK(value(rules, "words") == compile::Constant(std::string("thus")));
    CHECK(parameter(rules, "who").origin == "--set");
    CHECK(shown(set_parameter(rules, "reform=1 September 2031", "--set")) == "");
    CHECK(value(rules, "reform") == compile::Constant(PartialDate(*Date::of(2031, 9, 1))));
}

TEST_CASE("one role can be set, and setting the whole sets every role") {
    auto rules = rules_of(declarations);
    CHECK(shown(set_parameter(rules, "advice_warn.camhs=6 months", "--set")) == "");
    CHECK(value(rules, "advice_warn", plan::Role::camhs) == compile::Constant(Duration{6, 0}));
    CHECK(value(rules, "advice_warn", plan::Role::medical) == compile::Constant(Duration{12, 0}));
    CHECK(value(rules, "advice_warn", plan::Role::parent) == compile::Constant(Duration{24, 0}));
    CHECK(shown(set_parameter(rules, "advice_warn=36 months", "--set")) == "");
    for (const plan::Role role : {plan::Role::camhs, plan::Role::medical, plan::Role::parent})
        CHECK(value(rules, "advice_warn", role) == compile::Constant(Duration{36, 0}));
}

TEST_CASE("the bounds of a range belong to it") {
    auto rules = rules_of(declarations);
    for (const auto& [assignment, good] : std::vector<std::pair<const char*, bool>>{{"least_words=1", true},
                                                                                   {"least_words=100", true},
                                                                                   {"least_words=0", false},
                                                                                   {"least_words=101", false},
                                                                                   {"advice_warn=1 month", true},
                                                                                   {"advice_warn=10 years", true},
                                                                                   {"advice_warn=121 months", false},
                                                                                   {"advice_warn.medical=121 months", false},
                                                                                   {"reform=2020-01-01", true},
                                                                                   {"reform=2040-01-01", true},
                                                                                   {"reform=2019-12-31", false},
                                                                                   {"reform=2040-01-02", false}}) {
        INFO(assignment);
        CHECK(set_parameter(rules, assignment, "--set").empty() == good);
    }
}

TEST_CASE("a setting that cannot be is told with its place, and changes nothing") {
    const auto rules = rules_of(declarations);
    const std::vector<std::pair<const char*, const char*>> table{
        {"advice_warn", "--set:1:1: E701 this sets nothing; write NAME=VALUE, such as `advice_warn=18 months`\n"
                        "    1 | advice_warn\n"
                        "      | ^^^^^^^^^^^\n"},
        {"advice_wran=18 months", "--set:1:1: E701 there is no parameter `advice_wran`; did you mean `advice_warn`?\n"
                                  "    1 | advice_wran=18 months\n"
                                  "      | ^^^^^^^^^^^\n"},
        {"nothing_like_it=1", "--set:1:1: E701 there is no parameter `nothing_like_it`; `ehcaudit rules list --parameters` shows them all\n"
                              "    1 | nothing_like_it=1\n"
                              "      | ^^^^^^^^^^^^^^^\n"},
        {"advice_warn.medicl=18 months", "--set:1:1: E701 `medicl` is no role; did you mean `medical`?\n"
                                         "    1 | advice_warn.medicl=18 months\n"
                                         "      | ^^^^^^^^^^^^^^^^^^\n"},
        {"least_words.medical=3", "--set:1:1: E701 `least_words` has one value only\n"
                                  "    1 | least_words.medical=3\n"
                                  "      | ^^^^^^^^^^^^^^^^^^^\n"},
        {"advice_warn=18", "--set:1:13: E701 `advice_warn` is a length of time, and this is not; write a number and a unit, such as `18 months`\n"
                           "    1 | advice_warn=18\n"
                           "      |             ^^\n"},
        {"least_words=200", "--set:1:13: E701 the value of `least_words` is outside its range; it may be between 1 and 100\n"
                            "    1 | least_words=200\n"
                            "      |             ^^^\n"},
        {"strict=maybe", "--set:1:8: E701 `strict` is a yes or no, and this is not\n"
                         "    1 | strict=maybe\n"
                         "      |        ^^^^^\n"},
        {"who=nobody", "--set:1:5: E701 `who` is a role, and this is not\n"
                       "    1 | who=nobody\n"
                       "      |     ^^^^^^\n"},
        {"who=camhs.medical", "--set:1:5: E701 `who` is a role, and this is not\n"
                              "    1 | who=camhs.medical\n"
                              "      |     ^^^^^^^^^^^^^\n"},
    };
    for (const auto& [assignment, expected] : table) {
        INFO(assignment);
        auto changed = rules;
        CHECK(shown(set_parameter(changed, assignment, "--set")) == expected);
        for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
            CHECK(changed.parameters[i].value == rules.parameters[i].value);
            CHECK(changed.parameters[i].values == rules.parameters[i].values);
            CHECK(changed.parameters[i].origin == rules.parameters[i].origin);
        }
    }
}

TEST_CASE("a setting that cannot be read is a fault and no more") {
    auto rules = rules_of(declarations);
    for (const char* assignment : {"least_words=", "least_words=(", "=3", "", "=", "least_words=\"", "who=\xFF", ".=1", "advice_warn.=1 month"}) {
        INFO(assignment);
        CHECK_FALSE(set_parameter(rules, assignment, "--set").empty());
    }
}

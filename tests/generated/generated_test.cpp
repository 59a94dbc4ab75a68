// Files that are made from the program's own tables and checked in: the reference of the language, that of the rules, and the
// syntax files of editors. EHC_UPDATE_GOLDEN=1 writes them anew, and then fails.
#include "dsl/codes.hpp"
#include "dsl/keywords.hpp"
#include "pack/reference.hpp"
#include "plan/fields.hpp"
#include "support/golden.hpp"
#include "support/rules.hpp"

#include <algorithm>
#include <set>

using namespace ehc;

namespace {

// ---- rules/LANGUAGE.md

std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|' || c == '<' || c == '*')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string kind_of(const plan::FieldRow& row) {
    switch (row.type) {
    case plan::FieldType::text:
        return "text";
    case plan::FieldType::number:
        return "number";
    case plan::FieldType::date:
        return "date";
    case plan::FieldType::yes_no:
        return "yes or no";
    case plan::FieldType::choice:
        return "one of [" + std::string(row.domain->name) + "](#values-of-" + std::string(row.domain->name) + ")";
    case plan::FieldType::record:
    case plan::FieldType::list:
        break;
    }
    return "";
}

std::string language_reference() {
    using enum dsl::KeywordKind;
    constexpr std::pair<dsl::KeywordKind, std::string_view> kinds[] = {
        {item, "What a file is made of"},
        {line, "Lines of packs, lexicons and patterns"},
        {clause, "Clauses of a rule"},
        {part, "Words inside a clause, line or example"},
        {condition, "Words of conditions"},
        {state, "What may follow `is`"},
        {value, "Words that make a value"},
        {unit, "Units"},
        {choice, "Words of closed lists"},
    };
    std::string text = "# The language, word by word\n\nWritten from the program's own tables; a test holds it against them. How to write a rule stands in "
                       "[README.md](README.md).\n\n## Words\n";
    for (const auto& [kind, title] : kinds) {
        text += "\n### " + std::string(title) + "\n\n| words | meaning |\n| --- | --- |\n";
        for (const dsl::Keyword& keyword : dsl::keywords())
            if (keyword.kind == kind)
                text += "| `" + std::string(keyword.phrase) + "` | " + cell(keyword.doc) + " |\n";
    }
    text += "\n## What a plan has\n\n`advice.date` is the field `date` of the record `advice`. Every field may be stated, missing, blank, a placeholder or unreadable.\n";
    std::vector<const plan::Domain*> lists;
    for (const plan::RecordType* record : plan::record_types()) {
        text += "\n### " + std::string(record->name) + "\n\n" + cell(record->doc) + "\n\n| field | kind | meaning |\n| --- | --- | --- |\n";
        for (const plan::FieldRow& row : record->fields) {
            if (const std::string kind = kind_of(row); !kind.empty())
                text += "| `" + std::string(row.name) + "` | " + kind + " | " + cell(row.doc) + " |\n";
            if (row.domain != nullptr && std::find(lists.begin(), lists.end(), row.domain) == lists.end())
                lists.push_back(row.domain);
        }
    }
    text += "\n## Closed lists\n";
    for (const plan::Domain* list : lists) {
        text += "\n### values of " + std::string(list->name) + "\n\n" + cell(list->doc) + "\n\n| value | in words |\n| --- | --- |\n";
        for (const plan::ChoiceRow& row : list->rows)
            text += "| `" + std::string(row.name) + "` | " + cell(row.words) + " |\n";
    }
    text += "\n## Faults\n\n`ehcaudit help E203` shows an example of a fault, and its mend.\n\n| code | fault | meaning |\n| --- | --- | --- |\n";
    for (const dsl::CodeRow& row : dsl::codes()) {
        if (row.code == "W201")
            text += "\n## Warnings\n\n`ehcaudit rules test` tells them; no audit waits for them.\n\n| code | warning | meaning |\n| --- | --- | --- |\n";
        text += "| " + std::string(row.code) + " | " + cell(row.title) + " | " + cell(row.meaning) + " |\n";
    }
    return text;
}

// ---- editors

// The phrases of some kinds, longest first so that `applies to` wins over `applies`.
std::vector<std::string> phrases(std::initializer_list<dsl::KeywordKind> kinds) {
    std::set<std::string> all;
    for (const dsl::Keyword& keyword : dsl::keywords())
        if (std::find(kinds.begin(), kinds.end(), keyword.kind) != kinds.end())
            all.emplace(keyword.phrase);
    std::vector<std::string> sorted(all.begin(), all.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return sorted;
}

std::string joined(const std::vector<std::string>& words, const std::string& between, const std::string& space) {
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : between;
        for (const char c : word)
            text += c == ' ' ? space : std::string(1, c);
    }
    return text;
}

constexpr std::initializer_list<dsl::KeywordKind> openers{dsl::KeywordKind::item, dsl::KeywordKind::line, dsl::KeywordKind::clause};
constexpr std::initializer_list<dsl::KeywordKind> within{dsl::KeywordKind::part, dsl::KeywordKind::condition, dsl::KeywordKind::value};

std::string textmate() {
    const auto words = [](std::initializer_list<dsl::KeywordKind> kinds) {
        // Not behind a full stop, where any word is a field, nor as part of a name.
        return R"((?<![A-Za-z0-9_.-])(?:)" + joined(phrases(kinds), "|", R"(\\s+)") + R"()(?![A-Za-z0-9_:-]))";
    };
    const std::string escaped = R"((?<![A-Za-z0-9_.-]))";
    std::string text = "{\n  \"name\": \"EHC plan rules\",\n  \"scopeName\": \"source.ehc-rules\",\n  \"fileTypes\": [\"rules\"],\n  \"patterns\": [\n";
    const auto row = [&](const std::string& scope, const std::string& match, bool last = false) {
        text += "    {\"name\": \"" + scope + ".ehc-rules\", \"match\": \"" + match + "\"}" + (last ? "\n" : ",\n");
    };
    row("comment.line.number-sign", "#.*$");
    text += "    {\"name\": \"string.quoted.double.ehc-rules\", \"begin\": \"\\\"\", \"end\": \"\\\"|$\", \"patterns\": [\n"
            "      {\"name\": \"constant.character.escape.ehc-rules\", \"match\": \"\\\\\\\\[\\\"\\\\\\\\n]\"},\n"
            "      {\"name\": \"variable.other.template.ehc-rules\", \"match\": \"\\\\{[^}\\\"]*\\\\}\"}\n    ]},\n";
    row("entity.name.function", R"((?<![A-Za-z0-9_.-])[A-Z][A-Z0-9]*-[A-Z][0-9]+(?![A-Za-z0-9_-]))");
    row("constant.numeric.date", R"((?<![A-Za-z0-9_.-])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s+[0-9]{4})(?![A-Za-z0-9_-]))");
    row("constant.numeric", R"((?<![A-Za-z0-9_.-])[0-9]+(?:\\.[0-9]+)*%?(?![A-Za-z0-9_-]))");
    row("variable.other.member", R"((?<=[A-Za-z0-9_]\\.)[A-Za-z][A-Za-z0-9_-]*)");
    row("keyword.control", words(openers));
    row("keyword.operator.word", words(within));
    row("constant.language", words({dsl::KeywordKind::state, dsl::KeywordKind::choice}));
    row("support.type.unit", words({dsl::KeywordKind::unit}), true);
    return text + "  ]\n}\n";
}

std::string vim() {
    std::string text = "\" Rules for EHC plans. Written from the program's table of words; a test holds it against that.\n"
                       "if exists(\"b:current_syntax\")\n  finish\nendif\n\nsyntax case match\nsyntax iskeyword @,48-57,_,45\n\n";
    const auto group = [&](const std::string& name, std::initializer_list<dsl::KeywordKind> kinds) {
        for (const std::string& phrase : phrases(kinds))
            text += "syntax match " + name + " /\\%(\\k\\|\\.\\)\\@1<!" + joined({phrase}, "", "\\s\\+") + "\\%(\\k\\|:\\)\\@!/\n";
        text += "\n";
    };
    // Later ones win in Vim.
    group("ehcUnit", {dsl::KeywordKind::unit});
    group("ehcConstant", {dsl::KeywordKind::state, dsl::KeywordKind::choice});
    group("ehcWord", within);
    group("ehcClause", openers);
    return text + "syntax match ehcNumber /\\%(\\k\\|\\.\\)\\@1<!\\d\\+\\%(\\.\\d\\+\\)*%\\?\\k\\@!/\n"
                  "syntax match ehcDate /\\k\\@1<!\\d\\{4}-\\d\\d-\\d\\d\\k\\@!/\n"
                  "syntax match ehcId /\\k\\@1<!\\u[A-Z0-9]*-\\u\\d\\+\\k\\@!/\n"
                  "syntax match ehcField /\\k\\@1<=\\.\\a\\k*/\n"
                  "syntax match ehcValue /{[^}\"]*}/ contained\n"
                  "syntax region ehcString start=/\"/ skip=/\\\\./ end=/\"/ oneline contains=ehcValue\n"
                  "syntax match ehcComment /#.*$/ contains=@Spell\n\n"
                  "highlight default link ehcClause Statement\nhighlight default link ehcWord Operator\nhighlight default link ehcConstant Constant\n"
                  "highlight default link ehcUnit Type\nhighlight default link ehcNumber Number\nhighlight default link ehcDate Number\n"
                  "highlight default link ehcId Function\nhighlight default link ehcField Identifier\nhighlight default link ehcValue Special\n"
                  "highlight default link ehcString String\nhighlight default link ehcComment Comment\n\nlet b:current_syntax = \"ehcrules\"\n";
}

} // namespace

TEST_CASE("the reference of the language is that of the program's tables") { test::check_golden("../rules/LANGUAGE.md", language_reference()); }

TEST_CASE("the reference of the rules is that of the packs") {
    const compile::CompiledRules& rules = test::own_rules();
    std::vector<const compile::Rule*> all;
    for (const compile::Rule& rule : rules.rules)
        all.push_back(&rule);
    test::check_golden("../rules/REFERENCE.md", pack::reference_markdown(rules, all));
}

TEST_CASE("the syntax files of editors are those of the table of words") {
    test::check_golden("../rules/editors/ehc-rules.tmLanguage.json", textmate());
    test::check_golden("../rules/editors/ehcrules.vim", vim());
}

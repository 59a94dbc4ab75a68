// The formatter: what it puts right, what it keeps, and that it changes neither the meaning nor, run again, anything more.
#include "dsl/format.hpp"
#include "dsl/parse.hpp"
#include "support/catch.hpp"
#include "support/paths.hpp"
#include "unit/dsl/without_spans.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace fs = std::filesystem;
using namespace ehc;
using namespace ehc::dsl;

namespace {

std::string formatted(const std::string& text) {
    const Formatted result = format(Source("a.rules", text));
    INFO(text);
    for (const Fault& fault : result.faults)
        UNSCOPED_INFO(show(fault));
    REQUIRE(result.faults.empty());
    return result.text;
}

// The tree with the clauses of each rule in the one order.
File tree_of(const std::string& text) {
    const Source source("a.rules", text);
    Parsed parsed = parse(source);
    INFO(text);
    for (const Fault& fault : parsed.faults)
        UNSCOPED_INFO(show(fault));
    REQUIRE(parsed.faults.empty());
    for (Item& item : parsed.file.items)
        if (auto* rule = std::get_if<Rule>(&item.node))
            std::ranges::stable_sort(rule->clauses, {}, [](const Clause& clause) { return rank(clause); });
    return WithoutSpans::of(parsed.file);
}

std::vector<std::string> comments_of(const std::string& text) {
    std::vector<std::string> comments;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                at += text[at] == '\\' ? 1 : 0;
        } else if (text[at] == '#') {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string comment = text.substr(at, end - at);
            comment.erase(comment.find_last_not_of(" \t\r") + 1);
            comments.push_back(comment);
            at = end;
        }
    }
    std::ranges::sort(comments);
    return comments;
}

void check(const std::string& text) {
    const std::string once = formatted(text);
    INFO("formatted:\n" << once);
    CHECK(tree_of(once) == tree_of(text));
    CHECK(comments_of(once) == comments_of(text));
    CHECK(formatted(once) == once);
}

std::vector<std::string> rule_files() {
    std::vector<std::string> texts;
    for (const fs::path& folder : {test::source_dir() / "rules", test::source_dir() / "tests/dsl/accepts"})
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".rules") {
                std::ifstream in(entry.path(), std::ios::binary);
                texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
            }
    REQUIRE(texts.size() > 15);
    return texts;
}

// The same rules as a careless author would leave them: other indentation, comments and empty lines between lines, spaces
// inside lines, clauses in another order.
class Careless {
  public:
    explicit Careless(unsigned seed) : random_(seed) {}

    std::string rewrite(const std::string& text) {
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            line(text.substr(at, end - at), result);
            at = end + 1;
        }
        return result;
    }

  private:
    bool one_in(unsigned n) { return random_() % n == 0; }
    std::string blanks(unsigned most) {
        std::string text;
        for (auto n = random_() % (most + 1); n > 0; --n)
            text += one_in(5) ? '\t' : ' ';
        return text;
    }
    void line(const std::string& written, std::string& result) {
        if (one_in(9))
            result += blanks(6) + "# remark " + std::to_string(random_() % 1000) + blanks(3) + "\n";
        if (one_in(7))
            result += blanks(2) + "\n\n";
        const std::size_t first = written.find_first_not_of(' ');
        if (first == std::string::npos) {
            result += "\n";
            return;
        }
        // An unknown word at the margin would be taken for an item misspelt, but only after a fault: any indentation reads.
        result += blanks(8);
        bool quoted = false, comment = false;
        for (std::size_t i = first; i < written.size(); ++i) {
            const char c = written[i];
            result += c;
            comment = comment || (c == '#' && !quoted);
            if (c == '"' && (i == 0 || written[i - 1] != '\\'))
                quoted = !quoted;
            if (!quoted && !comment && (c == ' ' || c == ',' || c == '(') && one_in(4))
                result += blanks(3);
        }
        if (!comment && !quoted && one_in(8))
            result += blanks(4) + "# note " + std::to_string(random_() % 1000);
        result += one_in(10) ? "  \r\n" : "\n";
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("a rule is laid out in the one way", "[dsl][format]") {
    CHECK(formatted("  # about the rule\n"
                    "rule   EHC-F01 vague \"Title\"\n"
                    "quiet on \"30 minutes.\"\n"
                    "unchecked   on provision {text : missing}  because  \"no text\"\n"
                    "fires on   plan {date:2025-05-12 , next_review : missing} \"Often.\" # why it fires\n"
                    "   # what it says\n"
                    "says \"Vague.\"\n"
                    "unless at least 80% of  needs in plan are stated\n"
                    "forbid mention of open  in provision.text unless provision.text has frequency\n"
                    "critical when plan.status is one of ( draft,final )\n"
                    "severity major\n\n\n"
                    "let x be words in provision.text - 1   # counted\n"
                    "require\n"
                    "x is at least -3\n"
                    "for each provision in sections F,G where provision.text is stated\n"
                    "and provision.area is stated\n"
                    "  # the end\n"
                    "end\n"
                    "# after it\n") ==
          "# about the rule\n"
          "rule EHC-F01 vague \"Title\"\n"
          "  severity major\n"
          "  critical when plan.status is one of (draft, final)\n"
          "\n"
          "  let      x be words in provision.text - 1  # counted\n"
          "  for each provision in sections F, G\n"
          "    where  provision.text is stated\n"
          "           and provision.area is stated\n"
          "  forbid   mention of open in provision.text\n"
          "  require\n"
          "           x is at least -3\n"
          "    unless at least 80% of needs in plan are stated\n"
          "    unless provision.text has frequency\n"
          "  # what it says\n"
          "  says     \"Vague.\"\n"
          "  quiet on \"30 minutes.\"\n"
          "  unchecked on provision { text: missing } because \"no text\"\n"
          "  fires on plan { date: 2025-05-12, next_review: missing } \"Often.\"  # why it fires\n"
          "  # the end\n"
          "end\n"
          "\n"
          "# after it\n");
}

TEST_CASE("the packs that come with the program are laid out in the one way", "[dsl][format]") {
    for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() / "rules"))
        if (entry.path().extension() == ".rules") {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
            INFO("ehcaudit rules format " << fs::relative(entry.path(), test::source_dir()).generic_string());
            CHECK(formatted(text) == text);
        }
}

TEST_CASE("packs, parameters and lists of words are laid out too", "[dsl][format]") {
    CHECK(formatted("pack local \"Ours\"\nuse lexicons\nversion 2026.11\n"
                    "parameter age:duration by role=24 months , medical:12 months between 1 month and 9 years \"Help.\"\n"
                    "lexicon loose \"Loose\"\n\"a\" # one\n\"longer\",\n\"b\" # two\n\nexcept \"c\" end\n"
                    "pattern p\nis  ( \"one\"|\"1\" ) [\"to\"] number\nend\n"
                    "define provision.says (words:wording,most :number) as provision.text mentions  words and plan.most (most , 3).ends\n"
                    "define provision.vague   as provision.text mentions loose\n") ==
          "pack local \"Ours\"\n"
          "  version 2026.11\n"
          "  use     lexicons\n"
          "\n"
          "parameter age: duration by role = 24 months, medical: 12 months between 1 month and 9 years \"Help.\"\n"
          "\n"
          "lexicon loose \"Loose\"\n"
          "  \"a\"  # one\n"
          "  \"longer\",\n"
          "    \"b\"  # two\n"
          "\n"
          "  except \"c\"\n"
          "end\n"
          "\n"
          "pattern p\n"
          "  is (\"one\" | \"1\") [\"to\"] number\n"
          "end\n"
          "\n"
          "define provision.says(words: wording, most: number) as provision.text mentions words and plan.most(most, 3).ends\n"
          "\n"
          "define provision.vague as provision.text mentions loose\n");
}

TEST_CASE("a file with a fault is not formatted, and one without rules keeps its comments", "[dsl][format]") {
    const Formatted faulty = format(Source("a.rules", "rule X-A01 y \"z\"\n  sevrity major\nend\n"));
    CHECK(faulty.text.empty());
    CHECK_FALSE(faulty.faults.empty());
    CHECK(formatted("") == "");
    CHECK(formatted("\n\n# only this   \n\n\n# and this") == "# only this\n\n# and this\n");
}

TEST_CASE("formatting changes neither meaning nor comments, and is done once", "[dsl][format]") {
    for (const std::string& text : rule_files())
        check(text);
}

TEST_CASE("however carelessly it was typed", "[dsl][format]") {
    const auto texts = rule_files();
    for (unsigned seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        check(Careless(seed).rewrite(texts[seed % texts.size()]));
    }
}

#include "text/analysis.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

// Every token: words as they are, numbers after #, dashes as -, marks in <>, stops as [.].
std::string tokens(std::string_view text) {
    const Analysis analysis(text);
    std::string all;
    for (std::uint32_t i = 0; i < analysis.tokens().size(); ++i) {
        const std::string word(analysis.word(i));
        all += all.empty() ? "" : " ";
        switch (analysis.tokens()[i].kind) {
        case TokenKind::word:
            all += word;
            break;
        case TokenKind::number:
            all += "#" + word;
            break;
        case TokenKind::dash:
            all += word;
            break;
        case TokenKind::mark:
            all += "<" + word + ">";
            break;
        case TokenKind::stop:
            all += word == "\n" ? "[/]" : "[" + word + "]";
            break;
        }
    }
    return all;
}

std::string original(std::string_view text, Span span) { return std::string(text.substr(span.begin, span.size())); }

std::uint32_t at(const Analysis& analysis, std::string_view word) {
    for (std::uint32_t i = 0; i < analysis.tokens().size(); ++i)
        if (analysis.word(i) == word)
            return i;
    FAIL("no such word: " << word);
    return 0;
}

} // namespace

TEST_CASE("folding takes away what does not change the word") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"SENCo", "senco"},
        {"Caf\u00e9", "cafe"},
        {"cafe\u0301", "cafe"},
        {"\u00c5ngstr\u00f6m", "angstrom"},
        {"of\ufb01ce", "office"},
        {"\u0153uvre \u00e6on", "oeuvre aeon"},
        {"S\u00f8ren \u0141ucja", "soren lucja"},
        {"stra\u00dfe", "strasse"},
        {"child\u2019s \u02bcx", "child's 'x"},
        {"\u201cYes\u201d", "\"yes\""},
        {"part\u2010time\u2014now\u22125", "part-time-now-5"},
        {"a\u00a0b\u2009c\u3000d", "a b c d"},
        {"co\u00adoperate zero\u200bwidth \ufeffbom", "cooperate zerowidth bom"},
        {"3 \u00d7 30", "3 x 30"},
        {"\uff21\uff22 \uff11\uff12", "ab 12"},
        {"\u0662\u0663", "23"},
        {"1\u00bd and \u00be", "1.5 and 0.75"},
        {"\u0130stanbul", "istanbul"},
        {"a\r\n\r\nb", "a\nb"},
        {"  a \t b  ", "a b"},
        {"wait\u2026 then", "wait... then"},
        {"\u041c\u041e\u0421\u041a\u0412\u0410", "\u043c\u043e\u0441\u043a\u0432\u0430"},
        {"", ""},
    };
    for (const auto& [text, folded] : table) {
        CAPTURE(text);
        CHECK(fold(text) == folded);
        CHECK(Analysis(text).folded() == folded);
    }
}

TEST_CASE("folding what is folded changes nothing") {
    for (const auto* text : {"e\u0301t\u00e9 XXXX", "Signed _________", "6,000 and 2.5", "e.g. Dr. Smith", "a\u2014b ??? \u2026\u2026 end"})
        CHECK(fold(fold(text)) == fold(text));
}

TEST_CASE("letters and digits are always apart") {
    CHECK(tokens("30mins 3x30 Y10 H1 1st KS2") == "#30 mins #3 x #30 y #10 h #1 #1 st ks #2");
    CHECK(tokens("year5") == "year #5");
    CHECK(tokens("\u00e95") == "e #5");
}

TEST_CASE("numbers keep their inner point and thousands comma") {
    CHECK(tokens("2.5 and 6,000 and 1,250,000.75") == "#2.5 and #6,000 and #1,250,000.75");
    CHECK(tokens("1,2 and 1,23") == "#1 <,> #2 and #1 <,> #23");
    CHECK(tokens("12,3456") == "#12 <,> #3456");
    CHECK(tokens("06.10.11 or 1.2.3") == "#06 <.> #10 <.> #11 or #1 <.> #2 <.> #3");
    CHECK(tokens(".5 x 5.") == "<.> #5 x #5 [.]");
    CHECK(tokens("\u00a3\u0035\u0030") == "<\u00a3> #50");
    const Analysis analysis("2.5 6,000 9.69 0 half forty-five ninety nine twenty-five-minute twenty five-minute seventeen");
    std::vector<double> values;
    for (const Token& token : analysis.tokens())
        if (token.number != 0)
            values.push_back(token.number);
    CHECK(values == std::vector<double>{2.5, 6000, 9.69, 0.5, 45, 99, 25, 20, 5, 17});
    CHECK(analysis.number_length(at(analysis, "forty")) == 3);
    CHECK(analysis.number_length(at(analysis, "ninety")) == 2);
    CHECK(analysis.number_length(at(analysis, "half")) == 1);
    CHECK(analysis.number_length(at(analysis, "0")) == 1);
    CHECK(analysis.number_length(at(analysis, "minute")) == 0);
    CHECK(analysis.number_length(10000) == 0);
}

TEST_CASE("words keep inner apostrophes only") {
    CHECK(tokens("child's pupils' 'yes' o\u2019clock don't") == "child's pupils <'> <'> yes <'> o'clock don't");
}

TEST_CASE("runs of filling signs have one length") {
    CHECK(tokens("____ ____________") == "<____> <____>");
    CHECK(tokens("___") == "<_> <_> <_>");
    CHECK(tokens("...... ..............") == "<......> <......>");
    CHECK(tokens("xxx XXXXXXX xx") == "<xxx> <xxx> xx");
    CHECK(tokens("?? ????\?") == "<?\?> <?\?>");
    CHECK(tokens("--- \u2014\u2013-") == "- -");
}

TEST_CASE("sentences end at stops, and abbreviations end none") {
    CHECK(tokens("He reads. She writes.") == "he reads [.] she writes [.]");
    CHECK(tokens("Really? Yes! No") == "really [?] yes [!] no");
    CHECK(tokens("a\nb\n\n\nc\n") == "a [/] b [/] c [/]");
    CHECK(tokens("One.\nTwo") == "one [.] two");
    CHECK(tokens("pets, e.g. dogs, i.e. this, eg that") == "pets <,> eg dogs <,> ie this <,> eg that");
    CHECK(tokens("Dr. Smith and Mrs. Jones, St. Mary's, Mr. X") == "dr smith and mrs jones <,> st mary's <,> mr x");
    CHECK(tokens("seen by J. Abara and J.R. Okoro today.") == "seen by j abara and jr okoro today [.]");
    CHECK(tokens("No. 5 is red. No. He is not.") == "no #5 is red [.] no [.] he is not [.]");
    CHECK(tokens("approx. 5 times, etc. and so on, etc. The end") == "approx #5 times <,> etc and so on <,> etc [.] the end");
    CHECK(tokens("for 30 mins. daily, for 30 mins. He") == "for #30 mins daily <,> for #30 mins [.] he");
    CHECK(tokens("at 9 a.m. daily, at 9 a.m. The lesson") == "at #9 am daily <,> at #9 am [.] the lesson");
    CHECK(tokens("Section F. Provision") == "section f [.] provision");
    CHECK(tokens("1. He reads. 2. He writes") == "#1 <.> he reads [.] #2 <.> he writes");
    CHECK(tokens("a. He reads") == "a he reads");
    CHECK(tokens("what he needs.The school will") == "what he needs [.] the school will");
    CHECK(tokens("see www.example.org/find?x=1 now") == "see www <.> example <.> org </> find <?> x <=> #1 now");
    CHECK(tokens("(He reads.) She writes.") == "<(> he reads [.] <)> she writes [.]");
    CHECK(tokens("He left... Then he came... back") == "he left [.] then he came <...> back");
    CHECK(tokens("...") == "");
    CHECK(tokens(". ! \n ? a") == "a");
}

TEST_CASE("sentences and paragraphs have their place in the original") {
    const std::string text = "  He reads. (She \u201cwrites.\u201d)  Then\tthey rest.\r\n\r\n  New one ";
    const Analysis analysis(text);
    CHECK(analysis.sentence_count() == 4);
    CHECK(original(text, analysis.sentence(at(analysis, "reads"))) == "He reads.");
    CHECK(original(text, analysis.sentence(at(analysis, "she"))) == "(She \u201cwrites.\u201d)");
    CHECK(original(text, analysis.sentence(at(analysis, "rest"))) == "Then\tthey rest.");
    CHECK(original(text, analysis.sentence(at(analysis, "new"))) == "New one");
    CHECK(original(text, analysis.paragraph(at(analysis, "she"))) == "He reads. (She \u201cwrites.\u201d)  Then\tthey rest.");
    CHECK(original(text, analysis.paragraph(at(analysis, "one"))) == "New one");
    CHECK(original(text, analysis.span(at(analysis, "then"), at(analysis, "rest"))) == "Then\tthey");
    CHECK(analysis.word_count() == 9);
    CHECK(analysis.span(3, 3).empty());
    CHECK(analysis.span(1000, 2000).empty());
    CHECK(analysis.sentence(1000).empty());
    CHECK(analysis.paragraph(1000).empty());
    CHECK(analysis.word(1000).empty());
}

TEST_CASE("every token lies where its folded word does") {
    const std::string text = "Caf\u00e9s, \u201c3\u00d730\u201d e.g. 1\u00bd hrs\u2014co\u00adop\nDr. \xff\xfe Smith\u2019s e\u0301";
    const Analysis analysis(text);
    std::uint32_t reached = 0, folded = 0;
    for (const Token& token : analysis.tokens()) {
        CHECK(token.span.begin >= reached);
        CHECK(token.span.end > token.span.begin);
        CHECK(token.folded.begin >= folded);
        CHECK(token.folded.end > token.folded.begin);
        reached = token.span.end;
        folded = token.folded.end;
    }
    CHECK(reached <= text.size());
    CHECK(folded == analysis.folded().size());
    CHECK(original(text, analysis.tokens()[0].span) == "Caf\u00e9s");
    CHECK(original(text, analysis.tokens().back().span) == "e\u0301");
    CHECK(original(text, analysis.tokens()[at(analysis, "eg")].span) == "e.g.");
    CHECK(original(text, analysis.tokens()[at(analysis, "1.5")].span) == "1\u00bd");
    CHECK(original(text, analysis.tokens()[at(analysis, "coop")].span) == "co\u00adop");
}

TEST_CASE("space before a token is known") {
    const Analysis analysis("1:1 help, 2 - 3");
    std::string spaces;
    for (const Token& token : analysis.tokens())
        spaces += token.space_before ? 's' : '.';
    CHECK(spaces == "...s.sss");
}

TEST_CASE("a denial governs what follows it in its clause") {
    const auto negated = [](std::string_view text, std::string_view word) {
        const Analysis analysis(text);
        return analysis.negated(at(analysis, word));
    };
    CHECK(negated("He does not require regular breaks", "regular"));
    CHECK(negated("He doesn\u2019t need regular breaks", "regular"));
    CHECK(negated("He no longer has regular breaks", "regular"));
    CHECK(negated("without any regular breaks", "regular"));
    CHECK(negated("He cannot have regular breaks", "regular"));
    CHECK(negated("never regular", "regular"));
    CHECK_FALSE(negated("He has regular breaks", "regular"));
    CHECK_FALSE(negated("He is not late but has regular breaks", "regular"));
    CHECK_FALSE(negated("He is not late; he has regular breaks", "regular"));
    CHECK_FALSE(negated("He is not late. Regular breaks help", "regular"));
    CHECK_FALSE(negated("He is not late\nRegular breaks help", "regular"));
    CHECK_FALSE(negated("regular breaks are not given", "regular"));
    CHECK_FALSE(negated("not one two three four five six regular", "regular"));
    CHECK(negated("not one two three four five regular", "regular"));
    CHECK_FALSE(negated("not only regular breaks", "regular"));
    CHECK_FALSE(negated("a group of no more than 4 with regular breaks", "regular"));
    CHECK_FALSE(Analysis("regular").negated(7));
}

TEST_CASE("quotations lie between double quotation marks of one paragraph") {
    const auto quoted = [](std::string_view text, std::string_view word) {
        const Analysis analysis(text);
        return analysis.quoted(at(analysis, word));
    };
    CHECK(quoted("He said \u201cI like art\u201d to us", "like"));
    CHECK(quoted("He said \"I like art\" to us", "like"));
    CHECK_FALSE(quoted("He said \"I like art\" to us", "us"));
    CHECK_FALSE(quoted("He said \u201cI like art\u201d to us", "said"));
    CHECK(quoted("\"one\" two \"three\" four", "three"));
    CHECK_FALSE(quoted("\"one\" two \"three\" four", "two"));
    CHECK_FALSE(quoted("He said \"I like\nart and\" so", "like"));
    CHECK_FALSE(quoted("He said \"I like\nart and\" so", "art"));
    CHECK_FALSE(quoted("a 5\" ruler and a 6\" nail", "ruler"));
    CHECK_FALSE(quoted("an unclosed \u201cquotation goes on", "goes"));
    CHECK_FALSE(Analysis("\"a\"").quoted(70));
}

TEST_CASE("capitals are those of the original") {
    const Analysis analysis("Jamie \u00c9mile zola 5 \u00e9t\u00e9");
    CHECK(analysis.capital(0));
    CHECK(analysis.capital(1));
    CHECK_FALSE(analysis.capital(2));
    CHECK_FALSE(analysis.capital(3));
    CHECK_FALSE(analysis.capital(4));
    CHECK_FALSE(analysis.capital(5));
}

#include "cli/explanation.hpp"

#include "report/display.hpp"
#include "report/json_writer.hpp"

#include <algorithm>
#include <array>

namespace ehc::cli {

namespace {

using eval::Explanation;
using eval::Step;
using finding::Verdict;

enum class Answer : std::uint8_t { none, no, yes, unknown }; // none: a value, not a condition

Answer answer_of(const Step& step) {
    if (step.value == "yes")
        return Answer::yes;
    if (step.value == "no" || step.value == "left out")
        return Answer::no;
    return step.value.starts_with("cannot tell") ? Answer::unknown : Answer::none;
}

// Which parts of a condition decided it: those with its own answer, or, where none has it (under `not` or `no`), all
// conditions. Values are what a comparison was made of.
std::vector<bool> decisive(const Step& whole) {
    const Answer answer = answer_of(whole);
    const auto agrees = [&](const Step& part) { return answer_of(part) == answer; };
    const bool any = std::any_of(whole.parts.begin(), whole.parts.end(), agrees);
    std::vector<bool> marks;
    for (const Step& part : whole.parts)
        marks.push_back(answer_of(part) == Answer::none || !any || agrees(part));
    return marks;
}

std::string place_words(const plan::Origin& origin) {
    if (origin.line != 0)
        return "line " + std::to_string(origin.line) + ":" + std::to_string(origin.column);
    if (origin.paragraph != 0)
        return "paragraph " + std::to_string(origin.paragraph);
    if (origin.block != 0)
        return "block " + std::to_string(origin.block);
    return {};
}

std::string_view verdict_words(Verdict verdict) {
    switch (verdict) {
    case Verdict::failed:
        return "failed";
    case Verdict::passed:
        return "passed";
    case Verdict::not_applicable:
        return "not applicable";
    case Verdict::unchecked:
        return "unchecked";
    case Verdict::for_a_person:
        return "for a person";
    }
    return "";
}

// The clauses that a verdict rests on.
bool decides(const Explanation::Subject& subject, const Step& step) {
    const Answer answer = answer_of(step);
    const bool verdict = step.clause == "require" || step.clause == "forbid";
    switch (subject.verdict) {
    case Verdict::failed:
        return verdict;
    case Verdict::passed: {
        const bool excused = std::any_of(subject.steps.begin(), subject.steps.end(),
                                         [](const Step& other) { return other.clause == "unless" && answer_of(other) == Answer::yes; });
        return excused ? step.clause == "unless" && answer == Answer::yes : verdict;
    }
    case Verdict::unchecked:
        return answer == Answer::unknown || (step.clause == "provided" && answer == Answer::no);
    case Verdict::not_applicable:
        return step.clause == "where" ? answer != Answer::yes : answer == Answer::unknown;
    case Verdict::for_a_person:
        return answer == Answer::unknown;
    }
    return false;
}

// ---- text

std::string cut(std::string_view text, std::size_t longest) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.size() <= longest)
        return words;
    std::size_t end = words.rfind(' ', longest);
    if (end == std::string::npos || end < longest / 2)
        for (end = longest; end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U;)
            --end;
    return words.substr(0, end) + " ...";
}

class Writer {
  public:
    Writer(std::ostream& out, bool verbose, unsigned width) : out_(out), verbose_(verbose), width_(width) {}

    void subject(const Explanation::Subject& subject) {
        const bool short_form = !verbose_ && (subject.verdict == Verdict::passed || subject.verdict == Verdict::not_applicable);
        const std::string place = place_words(subject.origin);
        out_ << "\n" << cut(subject.what, 60) << (place.empty() ? "" : " (" + place + ")") << ": " << verdict_words(subject.verdict) << "\n";
        for (const Step& step : subject.steps) {
            const bool decided = decides(subject, step);
            if (step.clause == "let" ? verbose_ : decided || !short_form)
                clause(step, decided);
        }
        if (subject.verdict == Verdict::failed)
            text("says", subject.because);
        else if (!short_form && !subject.because.empty())
            text("because", subject.because);
    }

    void clause(const Step& step, bool decided) {
        line(step, decided, "  " + padded(step.clause));
        if (decided || verbose_)
            parts(step, decided, 2 + clause_width);
    }

  private:
    static constexpr unsigned clause_width = 9; // "provided "

    static std::string padded(std::string_view word) {
        std::string text(word);
        text.resize(std::max<std::size_t>(clause_width, text.size()), ' ');
        return text;
    }

    void text(std::string_view label, std::string_view words) {
        const auto glyphs = report::glyphs(words, true);
        std::string head = "  " + padded(label);
        for (const report::Line part : report::wrap(glyphs, width_ - 2 - clause_width, width_ - 2 - clause_width)) {
            out_ << head << report::shown(part) << "\n";
            head.assign(2 + clause_width, ' ');
        }
    }

    // "> require  advice.date is stated: no"; what decided has the mark.
    void line(const Step& step, bool decided, std::string head) {
        if (decided && answer_of(step) != Answer::none)
            head[0] = '>';
        const std::string place = place_words(step.origin);
        const std::string after = place.empty() ? "" : "  (" + place + ")";
        const std::size_t room = width_ > head.size() + after.size() + 30 ? width_ - head.size() - after.size() - 2 : 30;
        // The reason stands below the subject.
        const std::string value = answer_of(step) == Answer::unknown ? "cannot tell" : cut(step.value, std::max<std::size_t>(room / 2, 28));
        const std::size_t left = room > value.size() + 20 ? room - value.size() : 20;
        out_ << head << cut(step.part, left) << ": " << value << after << "\n";
    }

    void parts(const Step& whole, bool decided, std::size_t indent) {
        const std::vector<bool> marks = decisive(whole);
        // Where words were found, they matter, and not all the words they were looked for in.
        const bool found = std::any_of(whole.parts.begin(), whole.parts.end(), [](const Step& part) { return part.part == "found"; });
        std::size_t items = 0, more = 0;
        for (std::size_t i = 0; i < whole.parts.size(); ++i) {
            const Step& part = whole.parts[i];
            const bool searched = found && part.part != "found" && answer_of(part) == Answer::none;
            if (!verbose_ && (!marks[i] || searched))
                continue;
            constexpr std::size_t most_items = 6; // of a quantifier over the whole plan
            if (!verbose_ && ++items > most_items) {
                ++more;
                continue;
            }
            const bool mark = decided && marks[i];
            line(part, mark, std::string(indent, ' '));
            // Why a mention that was found is not excused is told in a line for each `unless`.
            // Of what a `where` leaves out the reader need not know by which part.
            const bool brief = (whole.part == "found" && answer_of(part) != Answer::yes) || part.value == "left out";
            if (verbose_ || !brief)
                parts(part, mark, indent + 2);
        }
        if (more != 0)
            out_ << std::string(indent, ' ') << "and " << more << " more\n";
    }

    std::ostream& out_;
    bool verbose_;
    unsigned width_;
};

// ---- JSON

void write(report::JsonWriter& json, const std::vector<Step>& steps, const std::vector<bool>& marks, bool outermost) {
    json.array([&] {
        for (std::size_t i = 0; i < steps.size(); ++i)
            json.object([&] {
                const Step& step = steps[i];
                if (outermost)
                    json.key("clause").string(step.clause);
                json.key("part").string(step.part);
                json.key("value").string(step.value);
                json.key("decides").boolean(marks[i]);
                json.key("line").number_or_null(step.origin.line);
                json.key("column").number_or_null(step.origin.column);
                json.key("paragraph").number_or_null(step.origin.paragraph);
                json.key("block").number_or_null(step.origin.block);
                json.key("parts");
                std::vector<bool> inner = decisive(step);
                for (std::size_t part = 0; part < inner.size(); ++part)
                    inner[part] = inner[part] && marks[i];
                write(json, step.parts, inner, false);
            });
    });
}

} // namespace

std::string summary(const Explanation& explanation) {
    std::array<std::vector<std::string>, 5> named;
    for (const Explanation::Subject& subject : explanation.subjects)
        named[static_cast<std::size_t>(subject.verdict)].push_back(subject.what);
    const auto of = [&](Verdict verdict) -> const std::vector<std::string>& { return named[static_cast<std::size_t>(verdict)]; };
    const auto names = [](const std::vector<std::string>& all) {
        constexpr std::size_t most = 4;
        std::string words;
        for (std::size_t i = 0; i < std::min(all.size(), most); ++i)
            words += (i == 0 ? "" : ", ") + cut(all[i], 40);
        return all.size() > most ? words + " and " + std::to_string(all.size() - most) + " more" : words;
    };
    std::string rest;
    const auto others = [&](Verdict verdict, std::string_view one, std::string_view several) {
        if (const std::size_t count = of(verdict).size(); count != 0)
            rest += (rest.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(count == 1 ? one : several);
    };
    const auto tail = [&] { return rest.empty() ? std::string(".") : "; " + rest + "."; };
    const bool whole_plan = explanation.subjects.size() == 1 && explanation.subjects.front().what == "the plan";
    if (explanation.subjects.empty() && !explanation.steps.empty() && explanation.applicability.starts_with("`when "))
        return "The rule says nothing: its `when` does not hold.";
    if (explanation.subjects.empty())
        return explanation.applicability == "the rule applies to this plan" ? "The rule says nothing: the plan has nothing that it looks at."
                                                                            : "The rule says nothing: " + explanation.applicability + ".";
    if (!of(Verdict::failed).empty()) {
        if (whole_plan)
            return "The rule fires.";
        others(Verdict::passed, "passes", "pass");
        others(Verdict::unchecked, "is unchecked", "are unchecked");
        others(Verdict::not_applicable, "is left out", "are left out");
        return "The rule fires on " + names(of(Verdict::failed)) + tail();
    }
    if (!of(Verdict::for_a_person).empty())
        return "The rule asks a person about " + names(of(Verdict::for_a_person)) + ".";
    if (!of(Verdict::unchecked).empty()) {
        const auto first = std::find_if(explanation.subjects.begin(), explanation.subjects.end(), [](const auto& subject) { return subject.verdict == Verdict::unchecked; });
        others(Verdict::passed, "passes", "pass");
        return "The rule cannot decide on " + names(of(Verdict::unchecked)) + ": " + first->because + tail();
    }
    if (of(Verdict::passed).empty())
        return "The rule says nothing: it is not about " + names(of(Verdict::not_applicable)) + ".";
    if (whole_plan)
        return "The rule does not fire: the plan passes.";
    others(Verdict::passed, "passes", "pass");
    others(Verdict::not_applicable, "is left out", "are left out");
    return "The rule does not fire: " + rest + ".";
}

void write_text(std::ostream& out, const Explained& explained, bool verbose, unsigned width) {
    const Explanation& explanation = explained.explanation;
    const auto verdict = report::glyphs(summary(explanation), true);
    for (const report::Line line : report::wrap(verdict, width, width))
        out << report::shown(line) << "\n";
    out << "\n";
    out << explained.rule->id << " " << explained.rule->slug << ": " << explained.rule->title << "\n";
    out << explained.path << ": " << explained.recognised_as << ", as at " << explained.as_at.text() << "\n";
    Writer writer(out, verbose, width);
    const bool stopped = explanation.subjects.empty();
    if (!explanation.steps.empty() && (stopped || verbose)) {
        out << "\n";
        for (const Step& step : explanation.steps)
            writer.clause(step, stopped);
    }
    // What the reader came for first.
    const bool fires = std::any_of(explanation.subjects.begin(), explanation.subjects.end(), [](const auto& subject) { return subject.verdict == Verdict::failed; });
    std::size_t quiet = 0, shown = 0;
    constexpr std::size_t most_quiet = 5;
    for (const bool failed : {true, false})
        for (const Explanation::Subject& subject : explanation.subjects) {
            if ((subject.verdict == Verdict::failed) != failed)
                continue;
            const bool plain = subject.verdict == Verdict::passed || subject.verdict == Verdict::not_applicable;
            if (plain && !verbose && (fires || shown >= most_quiet)) {
                ++quiet;
                continue;
            }
            ++shown;
            writer.subject(subject);
        }
    if (quiet != 0)
        out << "\n" << quiet << (quiet == 1 ? " other passes or is" : " others pass or are") << " left out: --verbose shows them.\n";
}

void write_json(std::ostream& out, const Explained& explained) {
    const Explanation& explanation = explained.explanation;
    report::JsonWriter json(out);
    json.object([&] {
        json.key("schema").string("ehcaudit-explanation/1");
        json.key("rule").string(explained.rule->id);
        json.key("slug").string(explained.rule->slug);
        json.key("title").string(explained.rule->title);
        json.key("path").string(explained.path);
        json.key("recognised_as").string(explained.recognised_as);
        json.key("as_at").string(explained.as_at.iso());
        json.key("summary").string(summary(explanation));
        json.key("applicability").string(explanation.applicability);
        json.key("when");
        write(json, explanation.steps, std::vector<bool>(explanation.steps.size(), explanation.subjects.empty()), true);
        json.key("subjects").array([&] {
            for (const Explanation::Subject& subject : explanation.subjects)
                json.object([&] {
                    json.key("subject").string(subject.what);
                    json.key("verdict").string(verdict_words(subject.verdict));
                    json.key("because").string_or_null(subject.because);
                    json.key("line").number_or_null(subject.origin.line);
                    json.key("paragraph").number_or_null(subject.origin.paragraph);
                    json.key("block").number_or_null(subject.origin.block);
                    std::vector<bool> marks;
                    for (const Step& step : subject.steps)
                        marks.push_back(decides(subject, step));
                    json.key("steps");
                    write(json, subject.steps, marks, true);
                });
        });
    });
    out << "\n";
}

} // namespace ehc::cli

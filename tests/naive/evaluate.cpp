#include "naive/evaluate.hpp"

#include "naive/expressions.hpp"

namespace ehc::naive {

namespace {

using compile::Expr;
using compile::Op;

// One rule on one plan.
class Walk : private Expressions {
  public:
    using Expressions::Expressions;

    Verdicts run(const compile::Rule& rule) {
        frame_.assign(rule.slots, unknown());
        frame_[0] = record(&plan::plan_type, &plan_);
        const plan::Kind kind = plan_.kind.stated() ? plan_.kind.value : plan::Kind::plan;
        if ((rule.kinds >> static_cast<unsigned>(kind) & 1U) == 0) {
            ++verdicts_.not_applicable;
            return verdicts_;
        }
        if (kind == plan::Kind::plan && !rule.any_status) {
            if (!plan_.status.stated()) {
                verdicts_.unchecked = true;
                return verdicts_;
            }
            if ((rule.statuses >> static_cast<unsigned>(plan_.status.value) & 1U) == 0) {
                ++verdicts_.not_applicable;
                return verdicts_;
            }
        }
        if ((rule.from && as_at_ < *rule.from) || (rule.until && *rule.until < as_at_)) {
            ++verdicts_.not_applicable;
            return verdicts_;
        }
        if (rule.when) {
            const Answer when = decide(*rule.when);
            if (when == Answer::no || (when == Answer::unknown && rule.if_not_stated == compile::IfNotStated::skip)) {
                ++verdicts_.not_applicable;
                return verdicts_;
            }
            if (when == Answer::unknown) {
                verdicts_.unchecked = true;
                return verdicts_;
            }
        }
        go_through(rule, 0);
        if (!had_subject_)
            ++verdicts_.not_applicable;
        return verdicts_;
    }

  private:
    void go_through(const compile::Rule& rule, std::size_t depth) {
        if (depth == rule.subjects.size()) {
            had_subject_ = true;
            return judge(rule);
        }
        const compile::Each& each = rule.subjects[depth];
        for (const Value& item : items(each)) {
            frame_[each.slot] = item;
            const Answer where = each.where.empty() ? Answer::yes : decide(each.where.front());
            if (where == Answer::yes) {
                go_through(rule, depth + 1);
            } else if (where == Answer::unknown) {
                had_subject_ = true;
                if (rule.if_not_stated == compile::IfNotStated::skip)
                    ++verdicts_.not_applicable;
                else
                    verdicts_.unchecked = true;
            }
        }
    }

    void judge(const compile::Rule& rule) {
        met_unreadable_ = false;
        for (const auto& [slot, let] : rule.lets)
            frame_[slot] = value(let);
        if (rule.provided && decide(*rule.provided) != Answer::yes) {
            verdicts_.unchecked = true;
            return;
        }
        if (rule.form == compile::Form::ask) {
            ++(excused(rule) == Answer::yes ? verdicts_.passed : verdicts_.asked);
            return;
        }
        if (rule.form == compile::Form::forbid && rule.condition.op == Op::mention_of)
            return forbid_words(rule);
        Answer holds = decide(rule.condition);
        if (rule.form == compile::Form::forbid)
            holds = opposite(holds);
        if (holds == Answer::yes) {
            ++verdicts_.passed;
        } else if (holds == Answer::unknown) {
            not_told(rule);
        } else {
            switch (excused(rule)) {
            case Answer::yes:
                ++verdicts_.passed;
                break;
            case Answer::no:
                fail(rule, "");
                break;
            case Answer::unknown:
                verdicts_.unchecked = true;
            }
        }
    }

    void not_told(const compile::Rule& rule) {
        switch (rule.if_not_stated) {
        case compile::IfNotStated::unchecked:
            verdicts_.unchecked = true;
            break;
        case compile::IfNotStated::skip:
            ++verdicts_.not_applicable;
            break;
        case compile::IfNotStated::ask:
            ++verdicts_.asked;
            break;
        case compile::IfNotStated::fail: {
            const bool unreadable = met_unreadable_;
            if (excused(rule) == Answer::yes)
                ++verdicts_.passed;
            else if (unreadable)
                verdicts_.unchecked = true;
            else
                fail(rule, rule.condition.op == Op::mention_of ? Verdicts::any_words : "");
        }
        }
    }

    // Each mention by itself; what is not excused makes one finding.
    void forbid_words(const compile::Rule& rule) {
        const Value text = value(rule.condition.kids.front());
        if (text.kind == Value::Kind::unknown)
            return not_told(rule);
        std::string left;
        bool doubt = false;
        for (const Found& found : mentions(rule.condition.wordings, text.words)) {
            const Value mention = mention_at(text, found);
            frame_[rule.condition.slot] = mention;
            const Answer excuse = excused(rule);
            doubt = doubt || excuse == Answer::unknown;
            if (excuse != Answer::no)
                continue;
            left += left.empty() ? "" : ",";
            for (const std::string& word : mention.words)
                left += " " + word;
        }
        if (!left.empty())
            fail(rule, left);
        else if (doubt)
            verdicts_.unchecked = true;
        else
            ++verdicts_.passed;
    }

    Answer excused(const compile::Rule& rule) {
        bool doubt = false;
        for (const Expr& unless : rule.unless) {
            const Answer answer = decide(unless);
            if (answer == Answer::yes)
                return answer;
            doubt = doubt || answer == Answer::unknown;
        }
        return doubt ? Answer::unknown : Answer::no;
    }

    void fail(const compile::Rule& rule, const std::string& words) {
        finding::Severity severity = rule.severity;
        for (const auto& [level, when] : rule.severity_when)
            if (decide(when) == Answer::yes)
                severity = level;
        verdicts_.findings.push_back(std::string(finding::name_of(severity)) + words);
    }

    bool had_subject_ = false;
    Verdicts verdicts_;
};

} // namespace

std::string Verdicts::text() const {
    std::string words = "findings:";
    for (const std::string& finding : findings)
        words += " [" + finding + "]";
    return words + ", passed " + std::to_string(passed) + ", not applicable " + std::to_string(not_applicable) + ", asked " + std::to_string(asked) +
           (unchecked ? ", unchecked" : "");
}

Verdicts evaluate(const compile::CompiledRules& rules, const compile::Rule& rule, const Lexicons& lexicons, const plan::Plan& plan, Date as_at) {
    return Walk(rules, lexicons, plan, as_at).run(rule);
}

} // namespace ehc::naive

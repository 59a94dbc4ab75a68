// From rules to verdicts: which subjects a rule looks at, and what becomes of each.

#include "base/overloaded.hpp"
#include "compile/walk.hpp"
#include "eval/evaluator.hpp"

#include <algorithm>
#include <utility>

namespace ehc::eval {

using builtin::Truth;
using finding::Verdict;

namespace {

// Longest stretch of plan text that a finding shows where the whole item is at fault.
constexpr std::uint32_t longest_excerpt = 160;

// The words a record is known by: its text, or the heading of a section; null when it has none.
const plan::Text* text_of(const Record& record) {
    const plan::FieldRow* row = record.type->find(record.type == &plan::section_type ? "title" : "text");
    if (row == nullptr || row->type != plan::FieldType::text)
        return nullptr;
    const plan::FieldView view = row->view(record.at);
    if (view.state != plan::State::stated)
        return nullptr;
    const plan::Text* text = std::get<const plan::Text*>(view.value);
    return text->empty() ? nullptr : text;
}

std::uint32_t bit(plan::Kind kind) { return 1U << static_cast<unsigned>(kind); }

} // namespace

std::optional<plan::Letter> Evaluator::Impl::section_of(const Value& value) const {
    if (const Mention* mention = value.as<Mention>())
        return mention->section();
    if (const Record* record = value.as<Record>()) {
        if (const plan::FieldRow* row = record->type->section())
            if (const plan::FieldView view = row->view(record->at); view.state == plan::State::stated)
                return static_cast<plan::Letter>(std::get<plan::ChoiceIndex>(view.value));
        if (record->type == &plan::advice_type || record->type == &plan::report_type)
            return plan::Letter::K;
        if (record->type == &plan::recommendation_type) // where the plan would provide it
            return plan::Letter::F;
        if (record->type == &plan::view_type)
            return plan::Letter::A;
        if (record->type == &plan::placement_type)
            return plan::Letter::I;
        if (record->type == &plan::budget_type)
            return plan::Letter::J;
    }
    return value.section;
}

finding::Place Evaluator::Impl::place_of(const Mention& mention) const {
    const std::string& all = mention.in->text->value;
    const Span words = mention.match->span;
    const Span sentence = mention.in->analysis().sentence(mention.match->first);
    finding::Place place;
    place.origin = mention.in->text->origin(words.begin, words.end);
    if (!place.origin.known()) { // words of the file's properties stand nowhere in the text
        place.origin = plan_.origin;
        place.origin.span.end = place.origin.span.begin;
    }
    place.words = all.substr(words.begin, words.size());
    place.context = all.substr(sentence.begin, sentence.size());
    place.at = {words.begin - std::min(sentence.begin, words.begin), words.end - std::min(sentence.begin, words.begin)};
    return place;
}

finding::Place Evaluator::Impl::place_of(const Value& value) {
    if (const Mention* mention = value.as<Mention>())
        return place_of(*mention);
    finding::Place place;
    place.origin = value.origin;
    const auto show = [&](const plan::Text& text, Span bytes) {
        bytes.end = std::min(bytes.end, static_cast<std::uint32_t>(text.value.size()));
        if (bytes.size() > longest_excerpt) {
            bytes.end = bytes.begin + longest_excerpt;
            while (bytes.end > bytes.begin && text.value[bytes.end - 1] != ' ')
                --bytes.end;
            if (bytes.end == bytes.begin) { // one long word: cut between code points
                bytes.end = bytes.begin + longest_excerpt;
                while ((static_cast<unsigned char>(text.value[bytes.end]) & 0xC0U) == 0x80U)
                    --bytes.end;
            } else {
                --bytes.end;
            }
        }
        if (const auto line_end = text.value.find('\n', bytes.begin); line_end < bytes.end)
            bytes.end = static_cast<std::uint32_t>(line_end);
        place.origin = text.origin(bytes.begin, bytes.end);
        place.words = text.value.substr(bytes.begin, bytes.size());
        place.context = place.words;
        place.at = {0, bytes.size()};
    };
    if (const TextView* view = value.as<TextView>(); view != nullptr && !view->in->text->pieces.empty())
        show(*view->in->text, view->span());
    else if (const Record* record = value.as<Record>())
        if (const plan::Text* text = text_of(*record))
            show(*text, {0, static_cast<std::uint32_t>(text->value.size())});
    if (!place.origin.known()) // a plan as a whole
        place.origin = plan_.origin;
    return place;
}

const Value& Evaluator::Impl::subject(const compile::Rule& rule, const Frame& frame) const {
    return rule.subjects.empty() ? frame[0] : frame[rule.subjects.back().slot];
}

std::string Evaluator::Impl::fill(const compile::Template& text, Frame& frame) {
    std::string words;
    for (const auto& part : text.parts)
        std::visit(overloaded{[&](const std::string& fixed) { words += fixed; },
                              [&](const compile::Expr& expr) {
                                  const Value held = value(expr, frame);
                                  std::string shown = words_of(held);
                                  const bool own = held.as<TextView>() != nullptr || held.as<const TextViews*>() != nullptr ||
                                                   held.as<Mention>() != nullptr || held.as<PartialDate>() != nullptr;
                                  if (own && context_.veil)
                                      shown = context_.veil(shown);
                                  std::replace(shown.begin(), shown.end(), '\n', ' ');
                                  words += shown;
                              }},
                   part);
    return words;
}

std::vector<Step> Evaluator::Impl::take_steps(std::size_t from) {
    if (steps_ == nullptr)
        return {};
    const auto first = steps_->begin() + static_cast<std::ptrdiff_t>(from);
    std::vector<Step> taken(std::make_move_iterator(first), std::make_move_iterator(steps_->end()));
    steps_->erase(first, steps_->end());
    return taken;
}

void Evaluator::Impl::name_steps(std::size_t from, std::string_view clause) {
    if (steps_ != nullptr)
        for (std::size_t i = from; i < steps_->size(); ++i)
            (*steps_)[i].clause = clause;
}

void Evaluator::Impl::note_subject(const compile::Rule& rule, const Frame& frame, Verdict verdict, std::string_view because) {
    if (explanation_ == nullptr)
        return;
    Explanation::Subject noted;
    const Value& what = subject(rule, frame);
    if (const Record* record = what.as<Record>())
        noted.what = name_of(*record);
    else
        noted.what = "\"" + words_of(what) + "\"";
    noted.origin = what.origin;
    noted.verdict = verdict;
    noted.because = because;
    if (steps_ != nullptr)
        noted.steps = std::move(*steps_);
    explanation_->subjects.push_back(std::move(noted));
    if (steps_ != nullptr)
        steps_->clear();
}

void Evaluator::Impl::leave_unchecked(const compile::Rule& rule, Frame& frame, const std::string& because, RuleOutcome& outcome) {
    const Value& what = subject(rule, frame);
    finding::Unchecked unchecked{rule.id, rule.slug, because, section_of(what), what.origin.known() ? what.origin : plan_.origin, false};
    // One cause is told once: a missing date of birth leaves every outcome unchecked for the same reason.
    const bool known = std::any_of(outcome.unchecked.begin(), outcome.unchecked.end(), [&](const finding::Unchecked& other) { return other.because == because; });
    if (!known)
        outcome.unchecked.push_back(std::move(unchecked));
    note_subject(rule, frame, Verdict::unchecked, because);
}

void Evaluator::Impl::ask(const compile::Rule& rule, Frame& frame, const std::string& question, RuleOutcome& outcome) {
    const Value& what = subject(rule, frame);
    finding::Question asked{rule.id, rule.slug, question, {}, section_of(what), what.origin.known() ? what.origin : plan_.origin};
    for (const compile::Expr& shown : rule.evidence)
        if (const Value evidence = value(shown, frame); evidence.unknown() == nullptr)
            asked.evidence.push_back(words_of(evidence));
    if (rule.every)
        each_item(
            *rule.every, frame,
            [&](const Value& item) {
                asked.evidence.push_back(words_of(item));
                return true;
            },
            [](const Truth&) {});
    if (const Record* record = what.as<Record>(); record != nullptr && rule.evidence.empty() && !rule.every)
        if (const plan::Text* text = text_of(*record))
            asked.evidence.push_back(text->value);
    outcome.questions.push_back(std::move(asked));
    note_subject(rule, frame, Verdict::for_a_person, question);
}

void Evaluator::Impl::fail(const compile::Rule& rule, Frame& frame, const std::vector<Mention>& mentions, RuleOutcome& outcome) {
    const bool inferred = inferred_;
    finding::Finding finding;
    finding.rule = rule.id;
    finding.slug = rule.slug;
    finding.category = rule.category;
    finding.title = rule.title;
    finding.citations = rule.citations;
    finding.severity = rule.severity;
    finding.basis = rule.basis;
    // The explanation is of the condition; what is worked out for the message does not belong to it.
    std::vector<Step>* const steps = std::exchange(steps_, nullptr);
    const Value& what = subject(rule, frame);
    for (const Mention& mention : mentions)
        finding.places.push_back(place_of(mention));
    if (!mentions.empty())
        frame[rule.condition.slot] = {mentions.front(), finding.places.front().origin, mentions.front().section()};
    for (const auto& [level, when] : rule.severity_when)
        if (truth(when, frame).yes())
            finding.severity = level; // the last that holds, in the author's order
    for (const auto& [basis, when] : rule.basis_when)
        if (truth(when, frame).yes())
            finding.basis = basis;
    if (inferred && finding.severity != finding::Severity::advice)
        finding.severity = static_cast<finding::Severity>(static_cast<unsigned>(finding.severity) + 1);
    if (!mentions.empty())
        finding.section = mentions.front().section();
    if (rule.at) {
        const Value at = value(*rule.at, frame);
        if (finding.places.empty())
            finding.places.push_back(place_of(at));
        if (!finding.section)
            finding.section = section_of(at);
    }
    if (finding.places.empty())
        finding.places.push_back(place_of(what));
    if (!finding.section)
        finding.section = section_of(what);
    finding.message = fill(rule.says, frame);
    finding.fix = fill(rule.fix, frame);
    finding.family = fill(rule.family, frame);
    steps_ = steps;
    note_subject(rule, frame, Verdict::failed, finding.message);
    outcome.findings.push_back(std::move(finding));
}

void Evaluator::Impl::judge(const compile::Rule& rule, Frame& frame, RuleOutcome& outcome) {
    inferred_ = met_unreadable_ = false;
    const auto named = [&](std::string_view clause, auto&& evaluate) {
        const std::size_t from = step_count();
        auto result = evaluate();
        name_steps(from, clause);
        return result;
    };
    for (const auto& [slot, let] : rule.lets)
        frame[slot] = named("let", [&] { return value(let, frame); });
    if (rule.provided) {
        const Truth provided = named("provided", [&] { return truth(*rule.provided, frame); });
        if (!provided.yes()) {
            leave_unchecked(rule, frame, provided.is_unknown() ? provided.because : rule.provided_because, outcome);
            return;
        }
    }
    const auto excused = [&] {
        Truth any = Truth::of(false);
        for (const compile::Expr& unless : rule.unless)
            any = builtin::either(std::move(any), named("unless", [&] { return truth(unless, frame); }));
        return any;
    };
    const auto pass = [&](std::string_view because) {
        ++outcome.passed;
        note_subject(rule, frame, Verdict::passed, because);
    };
    const auto undecided = [&](const std::string& because) {
        switch (rule.if_not_stated) {
        case compile::IfNotStated::unchecked:
            leave_unchecked(rule, frame, because, outcome);
            return;
        case compile::IfNotStated::skip:
            ++outcome.not_applicable;
            note_subject(rule, frame, Verdict::not_applicable, because);
            return;
        case compile::IfNotStated::ask:
            ask(rule, frame, rule.title + "?", outcome);
            return;
        case compile::IfNotStated::fail: {
            const bool unreadable = met_unreadable_; // by the condition, whatever its excuses ask for
            const Truth excuse = excused();
            if (excuse.yes())
                pass("excused by an `unless`");
            else if (unreadable) // it may be there
                leave_unchecked(rule, frame, because, outcome);
            else
                fail(rule, frame, {}, outcome);
            return;
        }
        }
    };
    if (rule.form == compile::Form::ask) {
        const Truth excuse = excused();
        if (excuse.yes())
            pass("excused by an `unless`");
        else
            ask(rule, frame, rule.question, outcome);
        return;
    }
    // `forbid mention of ...`: each mention is judged by itself, and those left over are the places of one finding.
    if (rule.form == compile::Form::forbid && rule.condition.op == compile::Op::mention_of && !rule.condition.negated) {
        const std::size_t from = step_count();
        const Value text = named("forbid", [&] { return value(rule.condition.kids.front(), frame); });
        if (const Unknown* unknown = text.unknown()) {
            undecided(unknown->why());
            return;
        }
        std::vector<Step> found = take_steps(from);
        std::vector<Mention> left;
        std::string doubt = doubt_of(text);
        bool any = false;
        for (const Mention& mention : mentions(rule.condition.wordings, text)) {
            any = true;
            frame[rule.condition.slot] = {mention, mention.in->text->origin(mention.match->span.begin, mention.match->span.end), mention.section()};
            const Truth excuse = excused();
            if (excuse.no())
                left.push_back(mention);
            else if (excuse.is_unknown())
                doubt = excuse.because;
            if (steps_ != nullptr)
                found.push_back({"found", "\"" + std::string(mention.words()) + "\"" + (excuse.yes() ? ", excused" : excuse.no() ? "" : ", perhaps excused"), frame[rule.condition.slot].origin,
                                 take_steps(from)});
        }
        if (steps_ != nullptr)
            steps_->push_back({rules_.written(rule.condition), any ? "yes" : "no", {}, std::move(found), "forbid"});
        if (context_.decisions != nullptr)
            context_.decisions->decided(rule.condition, Truth::of(any));
        if (!left.empty())
            fail(rule, frame, left, outcome);
        else if (!doubt.empty())
            leave_unchecked(rule, frame, doubt, outcome);
        else
            pass("none of the words is there, or each is excused");
        return;
    }
    Truth holds = named(rule.form == compile::Form::forbid ? "forbid" : "require", [&] { return truth(rule.condition, frame); });
    if (rule.form == compile::Form::forbid)
        holds = !std::move(holds);
    if (holds.is_unknown()) {
        undecided(holds.because);
        return;
    }
    if (holds.yes()) {
        pass("the condition holds");
        return;
    }
    const Truth excuse = excused();
    if (excuse.yes())
        pass("excused by an `unless`");
    else if (excuse.is_unknown())
        leave_unchecked(rule, frame, excuse.because, outcome);
    else
        fail(rule, frame, {}, outcome);
}

void Evaluator::Impl::subjects(const compile::Rule& rule, std::size_t depth, Frame& frame, RuleOutcome& outcome) {
    if (depth == rule.subjects.size()) {
        outcome.had_subject = true;
        judge(rule, frame, outcome);
        return;
    }
    const compile::Each& each = rule.subjects[depth];
    if (!each.text.empty())
        if (const Value text = value(each.text.front(), frame); text.unknown() != nullptr) {
            frame[each.slot] = text;
            outcome.had_subject = true;
            if (rule.if_not_stated == compile::IfNotStated::skip)
                ++outcome.not_applicable;
            else
                leave_unchecked(rule, frame, text.unknown()->why(), outcome);
            return;
        }
    each_item(
        each, frame,
        [&](const Value&) {
            subjects(rule, depth + 1, frame, outcome);
            return true;
        },
        [&](const Truth& doubt) {
            // Whether the rule is about this item cannot be told; inner subjects have no value yet.
            outcome.had_subject = true;
            if (rule.if_not_stated == compile::IfNotStated::skip) {
                ++outcome.not_applicable;
                return;
            }
            for (std::size_t inner = depth + 1; inner < rule.subjects.size(); ++inner)
                frame[rule.subjects[inner].slot] = frame[each.slot];
            leave_unchecked(rule, frame, doubt.because, outcome);
        },
        [&] {
            if (steps_ == nullptr)
                return;
            for (std::size_t inner = depth + 1; inner < rule.subjects.size(); ++inner)
                frame[rule.subjects[inner].slot] = frame[each.slot];
            note_subject(rule, frame, Verdict::not_applicable, "its `where` leaves it out");
        });
}

std::optional<Truth> Evaluator::Impl::out_of_force(const compile::Rule& rule, Frame& frame) {
    PartialDate day(context_.as_at);
    if (rule.judged_at && (rule.from || rule.until || !rule.transitions.empty())) {
        const Value judged = value(*rule.judged_at, frame);
        if (const Unknown* unknown = judged.unknown())
            return Truth::unknown(unknown->why());
        day = *judged.as<PartialDate>();
    }
    const auto within = [&](const std::optional<Date>& from, const std::optional<Date>& until) {
        Truth inside = Truth::of(true);
        if (from)
            inside = builtin::both(std::move(inside), builtin::on_or_before(*from, day));
        return until ? builtin::both(std::move(inside), builtin::on_or_before(day, *until)) : inside;
    };
    const Truth in_force = within(rule.from, rule.until);
    if (in_force.is_unknown())
        return in_force;
    if (in_force.no())
        return Truth{Truth::Answer::yes, "the rule is not in force on " + day.text()};
    for (const compile::Transition& transition : rule.transitions) {
        Truth holds = within(transition.from, transition.until);
        if (transition.when && !holds.no())
            holds = builtin::both(std::move(holds), truth(*transition.when, frame));
        if (holds.is_unknown())
            return holds;
        if (holds.yes())
            return Truth{Truth::Answer::yes, transition.why};
    }
    return std::nullopt;
}

RuleOutcome Evaluator::Impl::run(const compile::Rule& rule, Explanation* explanation) {
    RuleOutcome outcome;
    explanation_ = explanation;
    std::vector<Step> steps;
    steps_ = explanation != nullptr ? &steps : nullptr;
    Frame frame(rule.slots);
    frame[0] = {Record{&plan::plan_type, &plan_, 0}, plan_.origin, std::nullopt};
    const auto not_applicable = [&](const auto&... why) { // in parts, joined where somebody reads them
        ++outcome.not_applicable;
        if (explanation_ != nullptr) {
            explanation_->applicability.clear();
            (explanation_->applicability.append(why), ...);
        }
    };
    const auto about_whole_plan = [&](const std::string& because, bool not_given = false) {
        outcome.had_subject = true;
        outcome.unchecked.push_back({rule.id, rule.slug, because, std::nullopt, plan_.origin, not_given});
        if (explanation_ != nullptr)
            explanation_->applicability = because;
    };
    const plan::Kind kind = plan_.kind.stated() ? plan_.kind.value : plan::Kind::plan;
    if ((rule.kinds & bit(kind)) == 0) {
        not_applicable("the rule is not about ", plan::words_of(kind));
        return outcome;
    }
    if (kind == plan::Kind::plan && !rule.any_status) {
        if (!plan_.status.stated()) {
            about_whole_plan("the status of the plan (draft, final ...) is not stated");
            return outcome;
        }
        if ((rule.statuses >> static_cast<unsigned>(plan_.status.value) & 1U) == 0) {
            not_applicable("the rule is not about a plan that is ", plan::words_of(plan_.status.value));
            return outcome;
        }
    }
    // A person of a return who has no plan yet: what is asked of a plan that is final is not asked.
    if (kind == plan::Kind::return_ && !rule.any_status && !plan_.status.stated()) {
        not_applicable("no plan has been issued");
        return outcome;
    }
    if (const auto out = out_of_force(rule, frame)) {
        if (!out->is_unknown())
            not_applicable(out->because);
        else if (rule.if_not_stated == compile::IfNotStated::skip)
            not_applicable(out->because);
        else
            about_whole_plan(out->because);
        return outcome;
    }
    if (rule.when) {
        const Truth when = truth(*rule.when, frame);
        name_steps(0, "when");
        if (explanation_ != nullptr)
            explanation_->steps = take_steps(0);
        if (when.no()) {
            not_applicable(explanation_ != nullptr ? "`when " + rules_.written(*rule.when) + "` does not hold" : std::string());
            return outcome;
        }
        if (when.is_unknown()) {
            bool not_given = false; // what stands beside the document was left out of this run
            compile::each_expr(*rule.when, [&](const compile::Expr& part) {
                not_given = not_given || (part.field != nullptr && part.field->beside && part.field->view != nullptr && part.field->view(&plan_).state == plan::State::missing);
            });
            if (rule.if_not_stated == compile::IfNotStated::skip)
                not_applicable(when.because);
            else
                about_whole_plan(not_given ? "no advice reports were given beside the plan (--with-advice)" : when.because, not_given);
            return outcome;
        }
    }
    if (explanation_ != nullptr)
        explanation_->applicability = "the rule applies to this plan";
    subjects(rule, 0, frame, outcome);
    if (!outcome.had_subject)
        not_applicable("the plan has nothing that the rule looks at");
    return outcome;
}

Evaluator::Evaluator(const compile::CompiledRules& rules, const plan::Plan& plan, const Context& context)
    : impl_(std::make_unique<Impl>(rules, plan, context)) {}
Evaluator::~Evaluator() = default;

RuleOutcome Evaluator::run(const compile::Rule& rule, Explanation* explanation) {
    try {
        return impl_->run(rule, explanation);
    } catch (const Impl::Spent&) {
        return {};
    }
}

} // namespace ehc::eval

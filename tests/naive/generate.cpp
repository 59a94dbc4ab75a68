#include "naive/generate.hpp"

#include <array>

namespace ehc::naive {

namespace {

constexpr std::array plain_words{"help", "with", "reading", "each", "day", "regular", "as", "required", "verbs", "when", "support", "access", "to", "a"};

std::vector<std::string> split(const std::string& words) {
    std::vector<std::string> list(1);
    for (const char c : words)
        if (c == ' ')
            list.emplace_back();
        else
            list.back() += c;
    return list;
}

// ---- rules

class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    std::string rule() {
        std::string text = "rule TEST-A01 made-up \"A rule made up\"\n";
        line(text, "severity " + pick("minor", "major"));
        if (random_.one_in(3))
            line(text, "critical when " + condition(1));
        line(text, "basis practice\ncategory test\ncites \"Test\"");
        line(text, "applies to " + pick("plan", "final", "final, amended_final", "plan, fragment", "draft, final"));
        if (random_.one_in(6))
            line(text, "in force from " + literal());
        if (random_.one_in(4))
            line(text, "when " + condition(1));
        if (!random_.one_in(4)) {
            subject(text);
            if (random_.one_in(4))
                subject(text);
        }
        if (random_.one_in(4)) {
            line(text, "let chosen be " + date(1));
            dates_.emplace_back("chosen");
        }
        if (random_.one_in(8)) {
            line(text, "let newest be " + pick("latest", "earliest") + " advice in section K by " + pick("date", "received") + (random_.one_in(2) ? " where advice.role is camhs" : ""));
            dates_.emplace_back("newest.date");
            dates_.emplace_back("newest.received");
        }
        if (random_.one_in(6))
            line(text, "provided " + condition(1) + " otherwise \"it was not provided\"");
        const bool words = random_.one_in(4);
        if (words)
            line(text, "forbid mention of " + wordings() + " in " + this->text());
        else if (random_.one_in(10))
            line(text, "ask \"Is it so?\"");
        else
            line(text, pick("require ", "forbid ") + condition(2));
        for (unsigned i = random_.below(3); i > 0; --i)
            line(text, "unless " + condition(1));
        if (random_.one_in(2))
            line(text, "if not stated " + pick("fail", "ask", "skip"));
        return text + "says \"Found.\"\nfires on \"a\"\nquiet on \"b\"\nend\n";
    }

  private:
    struct Noun {
        const char* name;
        std::array<const char*, 3> sections;
        std::vector<const char*> dates, texts, others; // fields
    };
    static const std::vector<Noun>& nouns() {
        static const std::vector<Noun> all{
            {"advice", {"section K", "section K", "section K"}, {"date", "received"}, {"title", "text"}, {"appended", "awaited"}},
            {"need", {"section B", "section C", "sections B, C, D"}, {}, {"text"}, {}},
            {"outcome", {"section E", "section E", "section E"}, {"target_date"}, {"text"}, {"achieved"}},
            {"provision", {"section F", "section G", "sections F, G, H1, H2"}, {"start", "end"}, {"text", "frequency"}, {}},
        };
        return all;
    }

    static void line(std::string& text, const std::string& clause) { text += clause + "\n"; }
    template <class... Words> std::string pick(Words... words) {
        const std::array<std::string, sizeof...(words)> list{words...};
        return random_.pick(list);
    }

    void subject(std::string& text) {
        const Noun* noun = fresh();
        if (noun == nullptr)
            return;
        line(text, "for each " + std::string(noun->name) + " in " + random_.pick(noun->sections));
        enter(*noun);
        if (random_.one_in(2))
            line(text, "where " + condition(1));
    }
    // A noun that is not in scope yet.
    const Noun* fresh() {
        const Noun& noun = random_.pick(nouns());
        for (const Noun* other : scope_)
            if (other == &noun)
                return nullptr;
        return &noun;
    }
    void enter(const Noun& noun) { scope_.push_back(&noun); }

    std::string literal() { return pick("29 February 2024", "31 January 2025", "2024-12-31", "1 September 2024", "28 February 2025", "1 March 2025", "2024-08-31", "30 June 2025", "20 December 2024", "3 September 2024"); }
    std::string length() { return pick("1 day", "2 weeks", "1 month", "3 months", "6 months", "12 months", "24 months", "18 months", "1 year", "30 days", "0 days"); }
    std::string age() { return pick("5 years", "16 years", "18 years", "11 years", "60 months", "25 years"); }

    std::string plain_date() {
        std::vector<std::string> all{"plan.date", "plan.next_review", "child.date_of_birth", "review.decision_date", "audit date", literal()};
        for (const Noun* noun : scope_)
            for (const char* field : noun->dates)
                for (int i = 0; i < 3; ++i) // what the rule is about comes up more often
                    all.push_back(std::string(noun->name) + "." + field);
        for (const std::string& let : dates_)
            all.push_back(let);
        return random_.pick(all);
    }
    // Not that of a birth: the bank holidays of old years are not in the obvious calendar.
    std::string near_date() {
        for (;;)
            if (std::string date = plain_date(); date != "child.date_of_birth" && date != "chosen")
                return date;
    }
    // One side of a comparison.
    std::string date(unsigned depth) {
        if (depth > 0 && random_.one_in(4))
            return plain_date() + pick(" + ", " - ") + length();
        if (depth > 0 && random_.one_in(8))
            return pick("start of ", "end of ") + plain_date();
        if (depth > 0 && random_.one_in(10))
            return pick("start of ", "end of ") + pick("term of ", "academic year of ") + plain_date();
        if (depth > 0 && random_.one_in(10))
            return "(" + pick("latest of ", "earliest of ") + pick("item.date", "item.received") + " over advice in section K as item" + (random_.one_in(2) ? " where item.role is camhs)" : ")");
        if (depth > 0 && random_.one_in(12))
            return "(first stated of " + plain_date() + ", " + plain_date() + ")";
        if (depth > 0 && random_.one_in(8))
            return "(" + pick("latest of ", "earliest of ") + plain_date() + ", " + plain_date() + ")";
        return plain_date();
    }
    std::string text() {
        std::vector<std::string> all{"plan.setting"};
        for (const Noun* noun : scope_)
            for (const char* field : noun->texts)
                for (int i = 0; i < 3; ++i)
                    all.push_back(std::string(noun->name) + "." + field);
        return random_.pick(all);
    }
    std::string wordings() { return pick("loose", "reach", "timely", "loose, reach", "reach, timely", "timely, loose, reach"); }
    std::string bound() { return pick("at least ", "at most ", "more than ", "less than "); }

    std::string condition(unsigned depth) {
        if (depth > 0 && random_.one_in(3)) {
            const std::string joint = pick(" and ", " or ");
            std::string all = "(" + condition(depth - 1) + ")";
            for (unsigned i = 1 + random_.below(2); i > 0; --i)
                all += joint + "(" + condition(depth - 1) + ")";
            return all;
        }
        if (depth > 0 && random_.one_in(8))
            return "not (" + condition(depth - 1) + ")";
        if (depth > 0 && random_.one_in(4))
            if (const std::string some = quantified(); !some.empty())
                return some;
        return comparison();
    }

    std::string comparison() {
        const std::string is = random_.one_in(5) ? " is not " : " is ";
        switch (random_.below(18)) {
        case 0:
            return date(1) + is + pick("before ", "after ", "on or before ", "on or after ") + date(1);
        case 1:
            return date(1) + is + "within " + length() + pick(" before ", " after ", " of ") + date(0);
        case 2:
            return date(1) + is + bound() + length() + pick(" before ", " after ") + date(0);
        case 3:
            return date(0) + is + "between " + literal() + " and " + date(0);
        case 4:
            return "age of child on " + plain_date() + is + bound() + age();
        case 5:
            return pick("years", "months", "weeks", "days") + " between " + plain_date() + " and " + plain_date() + is + bound() + pick("0", "1", "12", "30", "-1");
        case 6:
            return "school year of child on " + plain_date() + is + bound() + pick("0", "6", "9", "11");
        case 7: {
            const std::string state = pick("stated", "missing", "blank", "a placeholder", "unreadable");
            return (random_.one_in(2) ? text() : fields()) + is + state;
        }
        case 8:
            return choice(is);
        case 9:
            return random_.one_in(2) ? "words in " + text() + is + bound() + pick("1", "3", "6") : "child.year_group" + is + bound() + pick("0", "5", "9");
        case 11:
            return near_date() + is + "within " + pick("1", "5", "10", "0") + pick(" working day", " working days") + pick(" before ", " after ", " of ") + near_date();
        case 12:
            return "working days between " + near_date() + " and " + near_date() + is + bound() + pick("0", "5", "60", "-1");
        case 13:
            return text() + (random_.one_in(2) ? pick(" contains ", " does not contain ") + text() + ", " + text()
                                              : pick(" shares a word with ", " shares no word with ", " misspells a word of ", " misspells no word of ") + text() + ", " + text() + (random_.one_in(2) ? " other than " + wordings() : ""));
        case 14:
            return (random_.one_in(2) ? "share of " + text() + " in common with " : "likeness of " + text() + " and ") + text() + is + bound() + pick("1%", "50%", "100%", "34%");
        case 15:
            return pick("some ", "every ") + "mention of " + wordings() + " in " + text() + pick(" is ", " is not ") + pick("near ", "within 1 word of ", "within 3 words of ", "in the same sentence as ", "in the same paragraph as ") + wordings();
        case 16:
            return random_.one_in(2) ? "plan.soon(" + date(1) + ", " + length() + ")" : "plan.says(" + pick("loose", "reach", "timely") + ", " + text() + ", " + pick("1", "2") + ")";
        case 17:
            return pick("total of ", "greatest of ", "smallest of ") + "child.year_group, " + pick("3", "9") + is + bound() + pick("3", "9", "12");
        case 10:
            return text() + pick(" mentions ", " does not mention ", " has no ") + wordings();
        default:
            return linked();
        }
    }
    // A field of any kind that can be asked for its state.
    std::string fields() {
        std::vector<std::string> all{"plan.date", "plan.next_review", "child.year_group", "plan.status"};
        for (const Noun* noun : scope_) {
            for (const char* field : noun->dates)
                all.push_back(std::string(noun->name) + "." + field);
            for (const char* field : noun->others)
                all.push_back(std::string(noun->name) + "." + field);
        }
        return random_.pick(all);
    }
    std::string choice(const std::string& is) {
        std::vector<std::string> all{"plan.status" + is + pick("final", "draft", "one of final, amended_final"), "child.looked_after"};
        for (const Noun* noun : scope_) {
            const std::string name = noun->name;
            if (name == "advice")
                all.push_back(name + ".role" + is + pick("camhs", "medical", "one of camhs, parent"));
            else
                all.push_back(name + ".area" + is + pick("health", "one of health, independence"));
            for (const char* field : noun->others)
                all.push_back(name + "." + field);
        }
        return random_.pick(all);
    }
    bool in_scope(std::string_view name) {
        for (const Noun* noun : scope_)
            if (noun->name == name)
                return true;
        return false;
    }
    std::string linked() {
        if (in_scope("provision") && in_scope("need"))
            return "provision meets need by reference";
        if (in_scope("provision") && in_scope("outcome"))
            return "provision supports outcome by reference";
        if (in_scope("outcome") && in_scope("need"))
            return "outcome answers need by reference";
        return "plan.date" + std::string(random_.one_in(2) ? " is " : " is not ") + "stated";
    }
    // In brackets where something follows: never here.
    std::string quantified() {
        const Noun* noun = fresh();
        if (noun == nullptr)
            return "";
        const std::string in = std::string(" in ") + random_.pick(noun->sections);
        if (random_.one_in(4)) {
            enter(*noun);
            const std::string where = random_.one_in(2) ? " where " + comparison() : "";
            scope_.pop_back();
            return "(count of " + std::string(noun->name) + in + where + ") is " + bound() + pick("0", "1", "2");
        }
        std::string all = pick("some ", "every ", "no ", "at least 2 ", "at most 1 ", "exactly 1 ", "at least 1 ", "only ", "more than 1 ", "fewer than 2 ");
        const bool every = all == "every " || all == "only ";
        all += noun->name + in;
        enter(*noun);
        if (random_.one_in(2))
            all += " where (" + comparison() + ")";
        if (every || random_.one_in(2))
            all += " such that " + comparison();
        scope_.pop_back();
        return all;
    }

    Random& random_;
    std::vector<const Noun*> scope_;
    std::vector<std::string> dates_;
};

// ---- plans

class Planner {
  public:
    explicit Planner(Random& random) : random_(random) {}

    plan::Plan plan() {
        plan::Plan plan;
        plan.origin = at();
        plan.kind.set(random_.one_in(8) ? plan::Kind::fragment : plan::Kind::plan, at());
        choice(plan.status, {plan::Status::draft, plan::Status::final, plan::Status::final, plan::Status::final, plan::Status::amended_final});
        date(plan.date);
        date(plan.next_review);
        text(plan.setting);
        date(plan.review.decision_date);
        birth(plan.child.date_of_birth);
        if (stated(plan.child.year_group))
            plan.child.year_group.set(random_.below(14), at());
        if (stated(plan.child.looked_after))
            plan.child.looked_after.set(random_.one_in(2), at());
        for (unsigned i = random_.below(3); i > 0; --i) {
            plan::Need& need = plan.needs.emplace_back();
            need.origin = at();
            name(need.id, "B" + std::to_string(plan.needs.size()));
            choice(need.section, {plan::Letter::B, plan::Letter::B, plan::Letter::C});
            choice(need.area, {plan::Area::health, plan::Area::independence, plan::Area::social_care});
            text(need.text);
        }
        for (unsigned i = random_.below(3); i > 0; --i) {
            plan::Outcome& outcome = plan.outcomes.emplace_back();
            outcome.origin = at();
            name(outcome.id, "O" + std::to_string(plan.outcomes.size()));
            choice(outcome.section, {plan::Letter::E});
            choice(outcome.area, {plan::Area::health, plan::Area::independence});
            text(outcome.text);
            date(outcome.target_date);
            if (stated(outcome.achieved))
                outcome.achieved.set(random_.one_in(2), at());
            references(outcome.needs, "B");
        }
        for (unsigned i = random_.below(4); i > 0; --i) {
            plan::Provision& provision = plan.provisions.emplace_back();
            provision.origin = at();
            name(provision.id, "F" + std::to_string(plan.provisions.size()));
            choice(provision.section, {plan::Letter::F, plan::Letter::F, plan::Letter::G, plan::Letter::H2});
            choice(provision.area, {plan::Area::health, plan::Area::independence});
            text(provision.text);
            text(provision.frequency);
            date(provision.start);
            date(provision.end);
            references(provision.needs, "B");
            references(provision.outcomes, "O");
        }
        for (unsigned i = random_.below(4); i > 0; --i) {
            plan::Advice& advice = plan.advice.emplace_back();
            advice.origin = at();
            name(advice.id, "K" + std::to_string(plan.advice.size()));
            choice(advice.role, {plan::Role::camhs, plan::Role::medical, plan::Role::parent});
            text(advice.title);
            text(advice.text);
            date(advice.date);
            date(advice.received);
            if (stated(advice.appended))
                advice.appended.set(random_.one_in(2), at());
            if (stated(advice.awaited))
                advice.awaited.set(random_.one_in(2), at());
        }
        return plan;
    }

  private:
    plan::Origin at() {
        plan::Origin origin;
        origin.block = ++block_;
        return origin;
    }
    // Mostly; else one of the other states.
    template <class Field> bool stated(Field& field) {
        if (!random_.one_in(5))
            return true;
        constexpr std::array states{plan::State::missing, plan::State::missing, plan::State::blank, plan::State::placeholder, plan::State::unreadable};
        field.state = random_.pick(states);
        field.origin = at();
        return false;
    }
    template <class Choice> void choice(plan::Field<Choice>& field, std::initializer_list<Choice> values) {
        if (stated(field))
            field.set(values.begin()[random_.below(static_cast<unsigned>(values.size()))], at());
    }
    void name(plan::TextField& field, const std::string& id) {
        const plan::Origin origin = at();
        field.set({id, {{0, origin}}}, origin);
    }
    void text(plan::TextField& field) {
        if (!stated(field))
            return;
        std::string words;
        if (random_.one_in(4)) // copied from one plan to another
            words = pick_stock();
        for (unsigned i = 1 + random_.below(random_.one_in(4) ? 20 : 9); i > 0; --i)
            words += (words.empty() ? "" : random_.one_in(9) ? ". " : " ") + std::string(random_.pick(plain_words));
        name(field, words);
    }
    std::string pick_stock() {
        static const std::vector<std::string> stock{"support with reading each day", "help when required. a regular verbs day", "access to a reading", "reading each day with support", "help with reading each day when"};
        return random_.pick(stock);
    }
    void references(plan::TextField& field, const std::string& letter) {
        if (random_.one_in(2))
            return;
        std::string ids = letter + std::to_string(1 + random_.below(2));
        if (random_.one_in(3))
            ids += "; " + letter + std::to_string(1 + random_.below(3));
        name(field, ids);
    }
    PartialDate near(const std::vector<Date>& days) {
        Date day = random_.pick(days);
        if (random_.one_in(2))
            day = day.plus_months(static_cast<int>(random_.pick(std::array{-24, -12, -6, -3, -1, 1, 3, 6, 12, 24})));
        day = day.plus_days(static_cast<int>(random_.below(3)) - 1);
        if (!random_.one_in(4))
            return day;
        if (random_.one_in(6)) // a term
            return {*Date::of(2024, 9, 1), *Date::of(2024, 12, 31), Precision::term};
        if (random_.one_in(2)) { // a month
            const Date first = *Date::of(day.year(), day.month(), 1);
            return {first, first.plus_months(1).plus_days(-1), Precision::month};
        }
        return {day, day.plus_days(static_cast<int>(random_.pick(std::array{1, 6, 20}))), Precision::term};
    }
    void date(plan::DateField& field) {
        static const std::vector<Date> days{*Date::of(2024, 2, 29), *Date::of(2025, 1, 31), *Date::of(2024, 12, 31), *Date::of(2025, 3, 1), *Date::of(2024, 8, 31), *Date::of(2025, 6, 1), *Date::of(2024, 12, 20)};
        if (stated(field))
            field.set(near(days), at());
    }
    void birth(plan::DateField& field) {
        static const std::vector<Date> days{*Date::of(2008, 2, 29), *Date::of(2013, 8, 31), *Date::of(2013, 9, 1), *Date::of(2019, 3, 1), *Date::of(2007, 1, 31), *Date::of(2008, 6, 1)};
        if (stated(field))
            field.set(near(days), at());
    }

    Random& random_;
    std::uint32_t block_ = 0;
};

} // namespace

const Lexicons& lexicons() {
    static const Lexicons all{
        {"loose", {{{"regular"}, split("as required"), split("as when required")}, {split("regular verbs")}}},
        {"reach", {{split("access to"), split("access to a"), split("help with")}, {}}},
        {"timely", {{split("each day"), split("regular help"), {"when"}}, {split("each day when")}}},
    };
    return all;
}

std::string lexicon_text() {
    std::string text;
    const auto list = [](const std::vector<std::vector<std::string>>& phrases) {
        std::string words;
        for (const auto& phrase : phrases) {
            words += words.empty() ? "\"" : ", \"";
            for (std::size_t i = 0; i < phrase.size(); ++i)
                words += (i == 0 ? "" : " ") + phrase[i];
            words += "\"";
        }
        return words;
    };
    for (const auto& [name, phrases] : lexicons()) {
        text += "lexicon " + name + " \"Made up\"\n  " + list(phrases.hits) + "\n";
        if (!phrases.exceptions.empty())
            text += "  except " + list(phrases.exceptions) + "\n";
        text += "end\n\n";
    }
    text += "school term autumn 2024 from 3 September 2024 until 20 December 2024\n"
            "define plan.soon(day: date, most: duration) as day is within most before plan.next_review\n"
            "define plan.says(words: wording, body: text, least: number) as (count of mention of words in body) is at least least\n\n";
    return text;
}

std::string rule(Random& random) { return Writer(random).rule(); }
plan::Plan plan(Random& random) { return Planner(random).plan(); }
Date audit_date(Random& random) { return Date::of(2025, 6, 1)->plus_days(static_cast<int>(random.below(60)) - 30); }

} // namespace ehc::naive

#include "read/items.hpp"

#include "read/item_id.hpp"
#include "read/item_words.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ehc::read {

namespace {

using plan::Letter;
using plan::Origin;
using plan::Text;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

const Text* property(const Entry& entry, Role role) {
    for (const auto& [kind, text] : entry.properties)
        if (kind == role)
            return &text;
    return nullptr;
}

void set_field(plan::TextField& field, const Text* text) {
    if (text != nullptr && !text->empty())
        field.set(*text, text->origin());
}

void set_date(plan::DateField& field, const Text* text) {
    if (text == nullptr)
        return;
    if (const auto date = text::read_date(text->value); date && date->valid)
        field.set(date->date, text->origin());
}

// One need, outcome or provision while ids and links are worked out.
struct Item {
    enum class Kind : std::uint8_t { need, outcome, provision };
    Kind kind = Kind::need;
    const Entry* entry = nullptr;
    Text text;
    std::string id;
    bool printed = false;  // the id stands in the document
    bool numbered = false; // a number stands before it, though perhaps one of another item too
    Text id_text;
    std::vector<std::string> needs, outcomes;
};

class ItemFiller {
  public:
    ItemFiller(const Outline& outline, const Entries& entries, plan::Plan& plan) : outline_(outline), entries_(entries), plan_(plan) {}

    void run();

  private:
    void collect();
    [[nodiscard]] std::map<std::string, bool> counted_through() const;
    void read_ids();
    void drop_prose();
    void number();
    void link_threads();
    void link_references();
    void put();
    void put_outcome(const Item& item);
    void put_provision(const Item& item);
    [[nodiscard]] bool left_out(const Entry& entry) const;
    [[nodiscard]] std::optional<plan::Area> area_of(const Entry& entry) const;
    [[nodiscard]] bool leads_nowhere(const Words& words, std::uint32_t digits, const std::string& before, Item::Kind kind, bool column) const;
    std::vector<std::string> ids_in(const Text& text, Item::Kind kind, bool numbers_alone) const;
    [[nodiscard]] std::string joined(const std::vector<std::string>& ids) const;

    const Outline& outline_;
    const Entries& entries_;
    plan::Plan& plan_;
    std::vector<Item> items_;
    std::map<std::uint32_t, std::vector<std::size_t>> by_thread_;
};

std::string_view prefix_of(const Entry& entry) { return entry.section == Letter::E ? "O" : plan::name_of(entry.section); }

// Strengths, aims, steps, and what only tells of another section.
bool ItemFiller::left_out(const Entry& entry) const {
    const bool need = entry.section <= Letter::D, outcome = entry.section == Letter::E;
    switch (entry.under) {
    case Role::strengths: return true;
    case Role::aim:
    case Role::steps:
        // Where a section holds nothing else its aims are its outcomes.
        return !outcome || std::ranges::any_of(entries_.list, [](const Entry& other) {
                   return other.section == Letter::E && other.under != Role::aim && other.under != Role::steps && other.under != Role::strengths;
               });
    case Role::need: return !need;
    case Role::outcome: return !outcome;
    case Role::provision: return need || (outcome && outline_.section(Letter::F).found());
    default: return false;
    }
}

std::optional<plan::Area> ItemFiller::area_of(const Entry& entry) const {
    if (entry.area)
        return entry.area;
    switch (entry.section) {
    case Letter::C:
    case Letter::G: return plan::Area::health;
    case Letter::D:
    case Letter::H1:
    case Letter::H2: return plan::Area::social_care;
    default: break;
    }
    // The outcomes of a row are in the area of its needs.
    if (entry.thread != 0)
        for (const Entry& other : entries_.list)
            if (other.thread == entry.thread && other.section != entry.section) {
                if (other.section == Letter::C || other.section == Letter::G)
                    return plan::Area::health;
                if (other.section == Letter::D || other.section == Letter::H1 || other.section == Letter::H2)
                    return plan::Area::social_care;
            }
    return std::nullopt;
}

void ItemFiller::collect() {
    std::map<std::pair<Letter, std::string>, std::size_t> grid_texts;
    for (const Entry& entry : entries_.list) {
        if (entry.section < Letter::B || entry.section > Letter::H2 || left_out(entry) || only_refers(Words(entry.text.value)))
            continue;
        Item item;
        item.kind = entry.section <= Letter::D ? Item::Kind::need : entry.section == Letter::E ? Item::Kind::outcome : Item::Kind::provision;
        item.entry = &entry;
        item.text = entry.text;
        // The same need or outcome in several rows of a grid is one.
        if (entry.thread != 0 && item.kind != Item::Kind::provision) {
            const auto [known, fresh] = grid_texts.emplace(std::pair(entry.section, Words(item.text.value).plain()), items_.size());
            if (!fresh) {
                by_thread_[entry.thread].push_back(known->second);
                continue;
            }
        }
        if (entry.thread != 0) {
            by_thread_[entry.thread].push_back(items_.size());
        }
        items_.push_back(std::move(item));
    }
}

// "8." of a list whose numbers go on through the areas of its section: the eighth need is B8.
std::map<std::string, bool> ItemFiller::counted_through() const {
    std::map<std::string, std::set<std::string>> seen;
    std::map<std::string, bool> through; // by kind of section
    for (const Item& item : items_) {
        const std::string prefix(prefix_of(*item.entry));
        const std::string& label = item.entry->label;
        const auto [known, fresh] = through.emplace(prefix, true);
        known->second = known->second && (list_number(label).empty() ? !item.entry->list_item : seen[prefix].insert(label).second);
    }
    return through;
}

void ItemFiller::read_ids() {
    std::set<std::pair<std::string, std::string>> taken; // by kind of section, id
    const std::map<std::string, bool> through = counted_through();
    for (Item& item : items_) {
        const std::string prefix(prefix_of(*item.entry));
        std::optional<ItemId> id = id_at_start(item.text.value, item.entry->section);
        Text id_text;
        if (const Text* column = property(*item.entry, Role::id)) {
            const std::string_view value = column->value;
            if (const auto in_column = id_at_start(value, item.entry->section))
                id = ItemId{in_column->value, 0, 0, 0};
            else if (!value.empty() && value.size() <= 3 && std::ranges::all_of(value, [](char c) { return is_digit(c) || c == '.'; }))
                id = ItemId{prefix + std::string(value.substr(0, value.find('.'))), 0, 0, 0};
            id_text = *column;
        } else if (id) {
            id_text = item.text.part(id->begin, id->begin + id->size);
        } else if (const auto in_label = id_at_start(item.entry->label, item.entry->section)) {
            id = ItemId{in_label->value, 0, 0, 0};
            id_text.value = in_label->value;
        } else if (const std::string number = list_number(item.entry->label); !number.empty() && through.at(prefix)) {
            const std::string made = prefix.size() > 1 ? prefix + "." + number : prefix + number; // "H1.2"
            if (taken.emplace(prefix, made).second)
                item.id = item.id_text.value = made;
            continue;
        }
        if (!id)
            continue;
        item.numbered = true;
        if (id->end != 0 && id->end < item.text.value.size())
            item.text = item.text.part(id->end, static_cast<std::uint32_t>(item.text.value.size()));
        else if (id->end != 0)
            continue;
        // Numbers that begin again in each area are not ids of the plan.
        if (!taken.emplace(prefix, id->value).second)
            continue;
        item.id = id->value;
        item.printed = true;
        id_text.value = id->value;
        if (id_text.pieces.size() > 1)
            id_text.pieces.resize(1);
        item.id_text = std::move(id_text);
    }
}

// Prose round numbered items or a grid, and what a child can do, are words of the section but no items.
void ItemFiller::drop_prose() {
    std::map<Letter, std::pair<std::size_t, std::size_t>> made; // numbered, in grids
    std::map<Letter, std::size_t> listed, several;
    for (const Item& item : items_) {
        listed[item.entry->section] += item.entry->list_item || !item.entry->properties.empty() ? 1U : 0U;
        ++several[item.entry->section];
        made[item.entry->section].first += item.numbered ? 1U : 0U;
        made[item.entry->section].second += item.entry->thread != 0 ? 1U : 0U;
    }
    // A paragraph of strengths, where its area has needs in others; one that goes on to a need is that need.
    std::vector<bool> tagged;
    for (const Item& item : items_)
        tagged.push_back(item.kind == Item::Kind::need && item.entry->thread == 0 && opens_with_strengths(Words(item.text.value)));
    std::set<std::pair<Letter, std::optional<plan::Area>>> with_needs;
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (items_[i].kind == Item::Kind::need && !tagged[i])
            with_needs.emplace(items_[i].entry->section, area_of(*items_[i].entry));
    std::vector<Item> kept;
    std::map<std::size_t, std::size_t> moved; // old position to new
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const Item& item = items_[i];
        const auto [numbered, in_grids] = made[item.entry->section];
        const bool plain = !item.numbered && item.entry->thread == 0 && !item.entry->list_item && item.entry->properties.empty();
        const Words words(item.text.value);
        // Beside a grid of provision a sentence may give more of it; one about the section or its agreement does not.
        const bool beside = numbered >= 2 || in_grids >= 1 || listed[item.entry->section] >= 2;
        const bool of_itself = item.kind != Item::Kind::need && plain && beside && (tells_of_section(words) || tells_of_agreement(words) || (item.kind == Item::Kind::outcome && tells_of_targets(words)));
        const bool prose = plain && (numbered >= 2 || (in_grids >= 2 && item.kind != Item::Kind::provision));
        if (of_itself || (tagged[i] && with_needs.contains({item.entry->section, area_of(*item.entry)})) || (plain && item.kind == Item::Kind::provision && item.entry->section >= Letter::G && tells_of_agreement(words) && several[item.entry->section] > 1) || prose || (plain && item.kind == Item::Kind::need && only_strengths(words)))
            continue;
        moved[i] = kept.size();
        kept.push_back(std::move(items_[i]));
    }
    items_ = std::move(kept);
    for (auto& [thread, positions] : by_thread_)
        for (std::size_t& position : positions)
            position = moved.at(position); // items of grids are all kept
}

void ItemFiller::number() {
    std::map<std::string, std::set<std::string>> taken;
    for (const Item& item : items_)
        if (!item.id.empty())
            taken[std::string(prefix_of(*item.entry))].insert(item.id);
    struct Numbers {
        int position = 0;
        int given = 0;
    };
    std::map<std::string, Numbers> numbers;
    for (Item& item : items_) {
        const std::string prefix(prefix_of(*item.entry));
        Numbers& number = numbers[prefix];
        ++number.position;
        if (!item.id.empty())
            continue;
        number.given = std::max(number.position, number.given + 1);
        // Parts of H1 and H2 read "H1.1".
        const std::string stem = prefix.size() > 1 ? prefix + "." : prefix;
        while (taken[prefix].contains(stem + std::to_string(number.given)))
            ++number.given;
        item.id = stem + std::to_string(number.given);
        item.id_text.value = item.id;
    }
}

void add_id(std::vector<std::string>& ids, const std::string& id) {
    if (std::ranges::find(ids, id) == ids.end())
        ids.push_back(id);
}

void ItemFiller::link_threads() {
    std::vector<std::string> needs, outcomes; // of the row, or carried from the one above
    std::uint32_t table = 0;
    for (std::uint32_t thread = 1; thread <= entries_.threads.size(); ++thread) {
        const Thread& about = entries_.threads[thread - 1];
        if (about.table != table) {
            needs.clear();
            outcomes.clear();
            table = about.table;
        }
        const std::vector<std::size_t>& here = by_thread_[thread];
        const auto ids_of = [&](Item::Kind kind) {
            std::vector<std::string> ids;
            for (const std::size_t i : here)
                if (items_[i].kind == kind)
                    add_id(ids, items_[i].id);
            return ids;
        };
        // An empty cell, or "as above", goes on with what stands above it.
        if (!about.need_empty || !about.need_column)
            needs = ids_of(Item::Kind::need);
        if (!about.outcome_empty || !about.outcome_column)
            outcomes = ids_of(Item::Kind::outcome);
        for (const std::size_t i : here) {
            Item& item = items_[i];
            if (item.kind != Item::Kind::need)
                for (const std::string& id : needs)
                    add_id(item.needs, id);
            if (item.kind == Item::Kind::provision)
                for (const std::string& id : outcomes)
                    add_id(item.outcomes, id);
        }
    }
}

// "B12", in a column of references, after "need" or in brackets, where the plan numbers its needs B1, B2 ...
bool ItemFiller::leads_nowhere(const Words& words, std::uint32_t digits, const std::string& before, Item::Kind kind, bool column) const {
    constexpr std::size_t fewest_printed = 2;
    if (before.empty() || digits < 1)
        return false;
    const auto printed = std::ranges::count_if(items_, [&](const Item& item) {
        return item.kind == kind && item.printed && item.id.starts_with(before) && item.id.size() > before.size() && is_digit(item.id[before.size()]);
    });
    if (static_cast<std::size_t>(printed) < fewest_printed)
        return false;
    const std::string_view word = digits >= 2 ? words.word(digits - 2) : std::string_view();
    const bool named = word == "need" || word == "needs" || word == "outcome" || word == "outcomes";
    return column || named || words.gap_before(digits - 1).find('(') != std::string_view::npos;
}

// Whether a number, in figures, lies between two others.
bool between(std::string_view first, std::string_view number, std::string_view last) {
    const auto value = [](std::string_view digits) {
        int all = digits.empty() || digits.size() > 2 ? -1 : 0;
        for (const char c : digits)
            all = all < 0 || !is_digit(c) ? -1 : all * 10 + (c - '0');
        return all;
    };
    return value(first) >= 0 && value(first) <= value(number) && value(number) <= value(last);
}

// Ids of needs or outcomes that the text names. In a column of references bare numbers count too, and words of the need.
std::vector<std::string> ItemFiller::ids_in(const Text& text, Item::Kind kind, bool column) const {
    std::vector<std::string> ids;
    const Words words(text.value);
    std::optional<std::uint32_t> spelled_at; // the last number of "needs 1, 2 and 3"
    for (std::uint32_t i = 0; i < words.count(); ++i) {
        const std::string_view word = words.word(i);
        const bool number = !word.empty() && is_digit(word[0]);
        if (!number)
            continue;
        std::string before;
        bool spelled = false;
        if (i > 0) {
            const std::string_view previous = words.word(i - 1);
            const std::string_view gap = words.gap_before(i);
            if ((gap.empty() || (gap == "." && previous.size() == 1)) && previous.size() <= 2 && words.capital(i - 1)) {
                for (const char c : previous)
                    before += static_cast<char>(c - 'a' + 'A');
            } else if (previous == (kind == Item::Kind::need ? "need" : "outcome") || previous == (kind == Item::Kind::need ? "needs" : "outcomes")) {
                spelled = true;
            } else if (spelled_at && ((*spelled_at + 1 == i && gap == ", ") || (*spelled_at + 2 == i && previous == "and" && gap == " "))) {
                spelled = true;
            }
        }
        if (spelled)
            spelled_at = i;
        std::string written = before + std::string(word);
        // "H1.2" is a letter, a number, and a number.
        if (!before.empty() && i + 1 < words.count() && words.gap_before(i + 1) == "." && is_digit(words.word(i + 1)[0]))
            written += "." + std::string(words.word(i + 1));
        // "B1 to B4", "B1-B4": those between as well.
        if (!before.empty() && i >= 3 && (words.word(i - 2) == "to" || words.gap_before(i - 1).find('-') != std::string_view::npos || words.gap_before(i - 1).find("\xE2\x80\x93") != std::string_view::npos)) {
            const std::uint32_t from = words.word(i - 2) == "to" ? i - 3 : i - 2;
            for (const Item& item : items_)
                if (item.kind == kind && item.id.starts_with(before) && from >= 1 && words.word(from - 1) == words.word(i - 1) && between(words.word(from), item.id.substr(before.size()), word))
                    add_id(ids, item.id);
        }
        const bool alone = before.empty() && (column || spelled) && !(i > 0 && words.gap_before(i).empty());
        const std::size_t known = ids.size();
        bool met = false;
        for (const Item& item : items_) {
            if (item.kind != kind)
                continue;
            std::string digits = item.id;
            digits.erase(0, digits.find_first_of("0123456789"));
            if ((!before.empty() && item.printed && item.id == written) || (!before.empty() && column && item.id == written) ||
                (alone && digits == word && (kind == Item::Kind::outcome || item.entry->section == Letter::B))) {
                add_id(ids, item.id);
                met = true;
            }
        }
        // A number that no item has, among others that items have, leads nowhere: kept for the rule on references.
        if (!met && ids.size() == known && leads_nowhere(words, i, before, kind, column))
            add_id(ids, written);
    }
    if (column && ids.empty() && words.count() >= 3)
        for (const Item& item : items_) {
            if (item.kind != kind)
                continue;
            const std::string plain = Words(item.text.value).plain();
            if (plain.find(words.plain()) != std::string::npos || (plain.size() >= 12 && words.plain().find(plain) != std::string::npos))
                add_id(ids, item.id);
        }
    return ids;
}

void ItemFiller::link_references() {
    for (Item& item : items_) {
        if (item.kind == Item::Kind::need)
            continue;
        const auto take = [&](const Text& text, bool column, bool need, bool outcome) {
            if (need)
                for (const std::string& id : ids_in(text, Item::Kind::need, column))
                    add_id(item.needs, id);
            if (outcome && item.kind == Item::Kind::provision)
                for (const std::string& id : ids_in(text, Item::Kind::outcome, column))
                    add_id(item.outcomes, id);
        };
        take(item.text, false, true, true);
        for (const auto& [role, text] : item.entry->properties) {
            if (role == Role::need_reference)
                take(text, true, true, false);
            else if (role == Role::outcome_reference)
                take(text, true, false, true);
        }
        // "Provision to meet need B1" as a subhead over several items.
        if (item.entry->subhead != 0)
            take(outline_.lines[item.entry->subhead - 1].block->text, false, true, true);
    }
}

std::string ItemFiller::joined(const std::vector<std::string>& ids) const {
    std::string list;
    for (const std::string& id : ids)
        list += (list.empty() ? "" : "; ") + id;
    return list;
}

void ItemFiller::put_outcome(const Item& item) {
    plan::Outcome& outcome = plan_.outcomes.emplace_back();
    const Origin origin = item.text.origin();
    outcome.origin = origin;
    outcome.id.set(item.id_text, item.printed ? item.id_text.origin() : origin);
    outcome.section.set(item.entry->section, origin);
    if (const auto area = area_of(*item.entry))
        outcome.area.set(*area, origin);
    outcome.text.set(item.text, origin);
    if (!item.needs.empty())
        outcome.needs.set(Text{joined(item.needs), {}}, origin);
    const text::DeadlineContext context{plan_.child.date_of_birth.stated() ? std::optional(plan_.child.date_of_birth.value.first) : std::nullopt,
                                        plan_.date.stated() ? std::optional(plan_.date.value.first) : std::nullopt,
                                        plan_.next_review.stated() ? std::optional(plan_.next_review.value.first) : std::nullopt};
    const auto from = [&](const Text& text, bool column) {
        if (outcome.target_date.stated())
            return;
        for (const std::string_view opening : {"", "by ", "within "}) {
            if (!opening.empty() && !column)
                break;
            const std::string value = std::string(opening) + text.value;
            const text::Analysis analysis(value);
            if (const auto deadline = text::read_deadline(analysis, context)) {
                outcome.target_date.set(deadline->date, opening.empty() ? text.origin(deadline->span.begin, deadline->span.end) : text.origin());
                return;
            }
        }
        if (column)
            if (const auto date = text::read_date(text.value); date && date->valid)
                outcome.target_date.set(date->date, text.origin());
    };
    for (const Role role : {Role::deadline, Role::when, Role::end})
        if (const Text* text = property(*item.entry, role))
            from(*text, true);
    from(item.text, false);
    if (item.entry->subhead != 0)
        from(outline_.lines[item.entry->subhead - 1].block->text, false);
    if (const Text* achieved = property(*item.entry, Role::achieved)) {
        const Words words(achieved->value);
        if (words.begins("yes") || words.is("y") || words.is("achieved") || words.is("fully achieved"))
            outcome.achieved.set(true, achieved->origin());
        else if (words.begins("no") || words.is("n") || words.begins("partially") || words.begins("not"))
            outcome.achieved.set(false, achieved->origin());
    }
}

void ItemFiller::put_provision(const Item& item) {
    plan::Provision& provision = plan_.provisions.emplace_back();
    const Origin origin = item.text.origin();
    provision.origin = origin;
    provision.id.set(item.id_text, item.printed ? item.id_text.origin() : origin);
    provision.section.set(item.entry->section, origin);
    if (const auto area = area_of(*item.entry))
        provision.area.set(*area, origin);
    provision.text.set(item.text, origin);
    const bool parted = std::ranges::any_of(item.entry->properties, [](const auto& each) { return is_property(each.first); });
    if (parted) {
        // The first piece of the text is the main cell or paragraph.
        const std::size_t end = item.text.value.find('\n');
        const Text what = item.text.part(0, static_cast<std::uint32_t>(std::min(end, item.text.value.size())));
        provision.what.set(what, what.origin());
    }
    set_field(provision.who, property(*item.entry, Role::who));
    set_field(provision.frequency, property(*item.entry, Role::frequency));
    if (!provision.frequency.stated())
        set_field(provision.frequency, property(*item.entry, Role::when));
    set_field(provision.duration, property(*item.entry, Role::duration));
    set_field(provision.group_size, property(*item.entry, Role::group_size));
    set_date(provision.start, property(*item.entry, Role::start));
    set_date(provision.end, property(*item.entry, Role::end));
    if (!item.needs.empty())
        provision.needs.set(Text{joined(item.needs), {}}, origin);
    if (!item.outcomes.empty())
        provision.outcomes.set(Text{joined(item.outcomes), {}}, origin);
}

void ItemFiller::put() {
    for (const Item& item : items_) {
        if (item.kind == Item::Kind::outcome) {
            put_outcome(item);
        } else if (item.kind == Item::Kind::provision) {
            put_provision(item);
        } else {
            plan::Need& need = plan_.needs.emplace_back();
            const Origin origin = item.text.origin();
            need.origin = origin;
            need.id.set(item.id_text, item.printed ? item.id_text.origin() : origin);
            need.section.set(item.entry->section, origin);
            if (const auto area = area_of(*item.entry))
                need.area.set(*area, origin);
            need.text.set(item.text, origin);
        }
    }
}

void ItemFiller::run() {
    collect();
    read_ids();
    drop_prose();
    number();
    link_threads();
    link_references();
    put();
}

} // namespace

void fill_items(const Outline& outline, const Entries& entries, plan::Plan& plan) { ItemFiller(outline, entries, plan).run(); }

} // namespace ehc::read

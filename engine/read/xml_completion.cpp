#include "read/xml_completion.hpp"

#include "read/headings.hpp"
#include "read/section_titles.hpp"
#include "read/xml_shape.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace ehc::read {

namespace {

using plan::FieldRow;
using plan::FieldType;
using plan::Letter;
using plan::Origin;
using plan::RecordType;
using plan::State;
using plan::Text;

// Items without an id are numbered within their section: B1, B2; outcomes O1, O2.
void number_items(plan::Plan& plan) {
    for (const SectionItem& item : section_items()) {
        const RecordType& type = *item.row->record;
        const FieldRow* id = type.find("id");
        const FieldRow* section = type.find("section");
        if (id == nullptr)
            continue;
        std::set<std::string> taken;
        const std::size_t count = item.row->count(&plan);
        for (std::size_t i = 0; i < count; ++i) {
            const plan::FieldView view = id->view(item.row->item(&plan, i));
            if (const auto* const* text = std::get_if<const Text*>(&view.value))
                taken.insert((*text)->value);
        }
        struct Numbers {
            int position = 0; // of the item within its section
            int given = 0;    // the last number given to one
        };
        std::map<std::string, Numbers> numbers;
        for (std::size_t i = 0; i < count; ++i) {
            void* record = item.row->item(&plan, i);
            std::string prefix = "K";
            if (section != nullptr)
                prefix = plan::letters.rows[std::get<plan::ChoiceIndex>(section->view(record).value)].name;
            if (prefix == "E")
                prefix = "O";
            Numbers& number = numbers[prefix];
            ++number.position;
            if (id->view(record).state != State::missing)
                continue;
            number.given = std::max(number.position, number.given + 1);
            while (taken.contains(prefix + std::to_string(number.given)))
                ++number.given;
            id->set(record, Text{prefix + std::to_string(number.given), {}}, type.origin(record));
        }
    }
}

// A section that another says it is merged with, and that has no element of its own, shares that one's heading and text.
void share_merged_sections(plan::Plan& plan) {
    const std::array<plan::Section, plan::letter_count> as_read = plan.sections;
    for (const plan::Section& from : as_read) {
        if (!from.merged.value)
            continue;
        std::vector<std::string> group{std::string(plan::name_of(from.letter.value))};
        const std::vector<std::string> partners = letters_in(from.merged_with.value.value);
        group.insert(group.end(), partners.begin(), partners.end());
        for (const std::string& name : group) {
            const auto index = plan::letters.find(name);
            if (!index || plan.sections[*index].headed.value)
                continue;
            std::string others;
            for (const std::string& other : group)
                if (other != name)
                    others += (others.empty() ? "" : ", ") + other;
            plan::Section& to = plan.sections[*index];
            to = from;
            to.letter.set(static_cast<Letter>(*index), from.origin);
            to.merged_with.set(Text{others, {}}, from.merged_with.origin);
        }
    }
}

// A missing section is placed at the heading before which it belongs, else at the first block.
void place_missing_sections(plan::Plan& plan, const std::vector<Block>& blocks) {
    Origin next;
    if (!blocks.empty()) {
        next = blocks.front().text.origin(0, 0);
        next.block = 1;
    }
    const Origin first = next;
    for (std::size_t i = plan::letter_count; i-- > 0;) {
        plan::Section& section = plan.sections[i];
        // An empty section at the end of the file stands at the last block.
        section.origin.block = std::min(section.origin.block, static_cast<std::uint32_t>(blocks.size()));
        if (section.headed.value) {
            next = section.origin;
            next.span.end = next.span.begin;
            continue;
        }
        const Origin at = next.known() ? next : first;
        section.origin = at;
        section.letter.set(static_cast<Letter>(i), at);
        section.headed.set(false, at);
        section.merged.set(false, at);
        section.occurrences.set(0, at);
    }
}

// Sections I and J are one record each, whose text is the whole section.
void fill_whole_sections(plan::Plan& plan) {
    for (const SectionItem& item : section_items()) {
        if (item.row->type != FieldType::record)
            continue;
        const auto index = static_cast<std::size_t>(std::ranges::find(item.sections, true) - item.sections.begin());
        const plan::Section& section = plan.sections[index];
        void* record = item.row->sub(&plan);
        const FieldRow& text = *item.row->record->find("text");
        if (section.text.stated())
            text.set(record, section.text.value, section.text.origin);
        else if (section.headed.value && text.view(record).state == State::missing)
            text.mark(record, State::blank, section.origin);
        auto& origin = const_cast<Origin&>(item.row->record->origin(record)); // the record is ours to fill
        if (!origin.known())
            origin = section.text.stated() ? section.text.origin : section.origin;
    }
}

// Which section the words of a title name, whatever its letter, unless the file says so itself.
void name_titles(plan::Plan& plan) {
    for (plan::Section& section : plan.sections) {
        if (!section.title.stated() || section.title_letter.state != State::missing)
            continue;
        const Words words(section.title.value.value);
        const auto heading = read_heading(words);
        const WordRange title = heading ? heading->title : WordRange{0, words.count()};
        if (const auto letter = title_letter(words, title, section.letter.value))
            section.title_letter.set(*letter, section.title.origin);
    }
}

} // namespace

void complete_plan(Document& document) {
    plan::Plan& plan = *document.plan;
    name_titles(plan);
    share_merged_sections(plan);
    place_missing_sections(plan, document.blocks);
    fill_whole_sections(plan);
    number_items(plan);
}

} // namespace ehc::read

#include "read/json.hpp"

#include "read/block_writer.hpp"
#include "read/columns.hpp"
#include "read/decode.hpp"
#include "read/headings.hpp"
#include "read/html.hpp"
#include "read/json_case.hpp"
#include "read/json_source.hpp"
#include "read/section_titles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ehc::read {

namespace {

constexpr std::size_t longest_value = 100;        // bytes of a value that stands beside its label, not below it
constexpr std::uint32_t fewest_titles = 3;        // titles without a letter that make a plan
constexpr std::uint32_t deepest_titles = 4;       // parts in parts in which they are looked for

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// "date_of_birth" and "dateOfBirth" as "Date of birth", "section_h_1" as "Section H1", "EHCPlan" as "EHC Plan".
std::string in_words(std::string_view name) {
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == '_' || c == '-' || c == ' ' || c == '.') {
            if (!words.empty() && words.back() != ' ')
                words += ' ';
            continue;
        }
        const bool begins = i > 0 && is_upper(c) && (is_lower(name[i - 1]) || (is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1])));
        if (begins && !words.empty() && words.back() != ' ')
            words += ' ';
        words += c;
    }
    while (words.ends_with(' '))
        words.pop_back();
    if (words.empty())
        return words;
    words.front() = upper(words.front());
    // The letter of a section is a capital, and the numbers of H stand at it.
    constexpr std::string_view section = "Section ";
    if (words.starts_with(section) && words.size() > section.size() && (words.size() == section.size() + 1 || !is_lower(words[section.size() + 1]))) {
        words[section.size()] = upper(words[section.size()]);
        const std::size_t space = section.size() + 1;
        if (words.substr(space - 1).starts_with("H ") && words.size() > space + 1 && is_digit(words[space + 1]))
            words.erase(space, 1);
    }
    return words;
}

// Names too short to be known as titles of sections in a document, where anything may be called so; of an export they are parts.
struct ShortTitle {
    std::string_view name, title;
};
constexpr std::array short_titles{
    ShortTitle{"views", "Views, interests and aspirations"},      ShortTitle{"needs", "Special educational needs"},
    ShortTitle{"provision", "Special educational provision"},     ShortTitle{"advice", "Advice and information"},
    ShortTitle{"appendices", "Advice and information"},           ShortTitle{"reports", "Advice and information"},
    ShortTitle{"child views", "Views, interests and aspirations"}, ShortTitle{"pupil views", "Views, interests and aspirations"},
};
std::string title_in_words(std::string_view name) {
    std::string text = in_words(name);
    const Words words(text);
    const auto known = std::ranges::find_if(short_titles, [&](const ShortTitle& title) { return words.is(title.name); });
    return known == short_titles.end() ? text : std::string(known->title);
}

// The section that a part is, by its name alone.
struct Named {
    bool lettered = false;
    std::optional<plan::Letter> letter;
};
Named section_named(std::string_view name) {
    const std::string text = in_words(name);
    const Words words(text);
    if (const auto heading = read_heading(words); heading && heading->form == Heading::Form::section_word && heading->letters.size() == 1)
        return {true, heading->letters.front()};
    const std::string title = title_in_words(name);
    return {false, letter_by_words(Words(title))};
}

// "A", "h1": what a part is called inside "sections".
std::optional<plan::Letter> letter_of(std::string_view name) {
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        const auto letter = static_cast<plan::Letter>(i);
        const std::string_view known = plan::name_of(letter);
        if (std::ranges::equal(known, name, {}, {}, upper))
            return letter;
    }
    return std::nullopt;
}

const JsonMember* member_named(const JsonValue& value, std::span<const std::string_view> names) {
    for (const JsonMember& member : value.members) {
        const std::string name = in_words(member.name);
        if (Words(name).is_any(names))
            return &member;
    }
    return nullptr;
}

constexpr std::array<std::string_view, 6> letter_names{"letter", "section", "section letter", "code", "id", "key"};
constexpr std::array<std::string_view, 4> title_names{"title", "heading", "name", "label"};
constexpr std::array<std::string_view, 3> advice_names{"advice giver", "advice author", "report author"};
constexpr std::array<std::string_view, 3> list_names{"sections", "parts", "plan sections"};
// Names that tell nothing of what they name: a list of records with one of these is a list of texts.
constexpr std::array<std::string_view, 7> bare_names{"text", "content", "description", "value", "statement", "details", "detail"};

bool is_bare(std::string_view name) { return Words(in_words(name)).is_any(bare_names); }

Role role_named(std::string_view name) {
    const std::string text = in_words(name);
    return role_of(Words(text)).role;
}

bool is_flat(const JsonValue& value) { return value.is_scalar() || (value.is_array() && std::ranges::all_of(value.items, &JsonValue::is_scalar)); }
// What fits into a cell.
bool is_small(const JsonValue& value) {
    return is_flat(value) || (value.is_object() && std::ranges::all_of(value.members, [](const JsonMember& member) { return is_flat(member.value); }));
}
bool is_record(const JsonValue& value) {
    return value.is_object() && !value.members.empty() && std::ranges::all_of(value.members, [](const JsonMember& member) { return is_small(member.value); });
}

// JSON that holds something else, by its own signs.
std::string_view foreign(const JsonValue& root) {
    const auto has = [&](std::string_view name) { return root.member(name) != nullptr; };
    const auto says = [&](std::string_view name, std::string_view start) {
        const JsonValue* value = root.member(name);
        return value != nullptr && value->text.starts_with(start);
    };
    if (has("resourceType"))
        return "a health record's resource (FHIR, JSON), not an EHC plan";
    if (says("schema", "ehcaudit-"))
        return "a report of ehcaudit (JSON), not a plan";
    if (has("$schema") && (has("properties") || has("definitions") || has("$defs")))
        return "a JSON schema, not a plan";
    if (has("properties") && says("type", "object"))
        return "a JSON schema, not a plan";
    if (has("openapi") || has("swagger"))
        return "a description of a program's interface (OpenAPI), not a plan";
    if (says("type", "FeatureCollection"))
        return "a map (GeoJSON), not a plan";
    if (has("components") && (has("display") || has("formId")))
        return "the definition of a form (JSON), not a plan";
    return {};
}

void collect_sections(const JsonValue& value, std::uint32_t depth, bool listed, std::set<plan::Letter>& lettered, std::set<plan::Letter>& titled) {
    if (depth > deepest_titles)
        return;
    for (const JsonMember& member : value.members) {
        const Named named = section_named(member.name);
        const auto letter = listed ? letter_of(member.name) : std::nullopt;
        if (letter || (named.lettered && named.letter))
            lettered.insert(letter ? *letter : *named.letter);
        else if (named.letter && member.value.kind != JsonValue::Kind::boolean)
            titled.insert(*named.letter);
        collect_sections(member.value, depth + 1, Words(in_words(member.name)).is_any(list_names), lettered, titled);
    }
    for (const JsonValue& item : value.items)
        if (listed)
            if (const JsonMember* name = member_named(item, letter_names))
                if (const auto letter = letter_of(name->value.text))
                    lettered.insert(*letter);
}

class JsonReader {
  public:
    // `titled`: its parts are sections by their titles.
    JsonReader(Document& document, const Limits& limits, bool titled) : document_(document), limits_(limits), writer_(document, limits), titled_(titled) {}

    void run(const JsonValue& root) {
        const JsonValue* plan = &root;
        bool listed = false;
        while (plan->members.size() == 1 && plan->members.front().value.is_object() && !section_named(plan->members.front().name).letter) {
            listed = Words(in_words(plan->members.front().name)).is_any(list_names);
            plan = &plan->members.front().value;
        }
        object(*plan, 1, {}, listed);
        if (pages_ > 0)
            document_.notes.push_back(std::to_string(pages_) + (pages_ == 1 ? " text is marked up as a web page" : " texts are marked up as web pages") + ", and read as such");
    }
    [[nodiscard]] const std::string& failure() const noexcept { return writer_.failure(); }

  private:
    // What a name says, at its place.
    void name(std::string_view words, const plan::Origin& where, Block as) {
        writer_.add(words, {}, where);
        writer_.end(std::move(as));
    }
    void heading(std::string_view words, const plan::Origin& where, std::uint32_t level) {
        Block as;
        as.heading_level = std::min(level, 9U);
        name(words, where, std::move(as));
    }

    // Bytes [begin, end) of a string with their places.
    void words(const JsonValue& value, std::size_t begin, std::size_t end) {
        for (std::size_t i = 0; i < value.parts.size(); ++i) {
            const std::size_t from = std::max<std::size_t>(begin, value.parts[i].at), to = std::min(end, i + 1 < value.parts.size() ? value.parts[i + 1].at : value.text.size());
            if (from >= to)
                continue;
            plan::Origin where = value.where();
            where.column = value.parts[i].column;
            for (std::size_t at = value.parts[i].at; at < from; ++at)
                where.column += (static_cast<unsigned char>(value.text[at]) & 0xC0U) != 0x80U ? 1 : 0;
            writer_.add(std::string_view(value.text).substr(from, to - from), {}, where);
        }
    }
    static bool is_page(std::string_view text) {
        return text.starts_with('<') && text.ends_with('>') && (text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos);
    }
    void scalar(const JsonValue& value, const Block& as) {
        if (value.kind == JsonValue::Kind::null)
            return;
        if (value.kind == JsonValue::Kind::boolean) {
            writer_.add(value.text == "true" ? "Yes" : "No", {}, value.where());
            return writer_.end(as);
        }
        if (value.kind == JsonValue::Kind::number) {
            writer_.add(value.text, {}, value.where());
            return writer_.end(as);
        }
        if (is_page(value.text))
            return page(value, as);
        // A time of day behind a date is the case system's.
        const std::string_view text = value.text;
        const bool stamp = text.size() > 10 && text[10] == 'T' && Date::from_iso(text.substr(0, 10)).has_value();
        const std::size_t size = stamp ? 10 : text.size();
        for (std::size_t from = 0; from <= size;) {
            const std::size_t end = std::min(text.find('\n', from), size);
            words(value, from, end);
            writer_.end(as);
            from = end + 1;
        }
    }
    void page(const JsonValue& value, const Block& as) {
        auto inner = read_html(value.text, "text", limits_);
        if (!inner) {
            words(value, 0, value.text.size());
            return writer_.end(as);
        }
        ++pages_;
        for (Block& block : inner->blocks) {
            Block outer = as;
            outer.list_item = outer.list_item || block.list_item;
            outer.list_label = block.list_label;
            writer_.add(block.text.value, {}, value.where());
            writer_.end(std::move(outer));
        }
    }

    void list(const JsonValue& value) {
        Block as;
        as.list_item = true;
        for (const JsonValue& item : value.items)
            scalar(item, as);
    }

    void cell(const JsonValue& value) {
        if (value.is_scalar())
            return scalar(value, {});
        for (const JsonValue& item : value.items)
            scalar(item, {});
        for (const JsonMember& member : value.members) {
            writer_.add(in_words(member.name) + ": ", {}, member.where());
            if (member.value.is_scalar()) {
                scalar(member.value, {});
            } else {
                writer_.end({});
                cell(member.value);
            }
            writer_.end({});
        }
    }
    void begin_cell(const plan::Origin& where) { writer_.begin_cell(1, 1, where); }
    void end_cell() {
        writer_.end({});
        writer_.end_cell();
    }

    // Labels beside their values. `whose` stands before labels that say too little by themselves.
    void labels(std::span<const JsonMember* const> members, std::string_view whose) {
        writer_.begin_table();
        for (const JsonMember* member : members) {
            std::string label = in_words(member->name);
            if (!whose.empty() && Words(label).count() == 1)
                label = std::string(whose) + " " + label;
            writer_.begin_row(false);
            begin_cell(member->where());
            writer_.add(label, {}, member->where());
            end_cell();
            begin_cell(member->value.where());
            cell(member->value);
            end_cell();
        }
        writer_.end_table();
    }

    void begin_table(std::span<const JsonMember* const> columns) {
        writer_.begin_table();
        writer_.begin_row(true);
        for (const JsonMember* column : columns) {
            begin_cell(column->where());
            writer_.add(in_words(column->name), {}, column->where());
            end_cell();
        }
    }

    void records(std::span<const JsonValue* const> rows) {
        std::vector<const JsonMember*> columns; // the first of each name
        for (const JsonValue* row : rows)
            for (const JsonMember& member : row->members)
                if (std::ranges::find(columns, member.name, [](const JsonMember* column) { return std::string_view(column->name); }) == columns.end())
                    columns.push_back(&member);
        begin_table(columns);
        for (const JsonValue* row : rows) {
            writer_.begin_row(false);
            for (const JsonMember* column : columns) {
                const JsonValue* value = row->member(column->name);
                begin_cell(value != nullptr ? value->where() : row->where());
                if (value != nullptr)
                    cell(*value);
                end_cell();
            }
        }
        writer_.end_table();
    }

    // Arrays that run side by side: index i of each is one row.
    void side_by_side(std::span<const JsonMember* const> columns) {
        begin_table(columns);
        for (std::size_t i = 0; i < columns.front()->value.items.size(); ++i) {
            writer_.begin_row(false);
            for (const JsonMember* column : columns) {
                begin_cell(column->value.items[i].where());
                cell(column->value.items[i]);
                end_cell();
            }
        }
        writer_.end_table();
    }
    static std::vector<const JsonMember*> arrays_side_by_side(const JsonValue& value) {
        std::vector<const JsonMember*> columns;
        for (const JsonMember& member : value.members) {
            const Role role = role_named(member.name);
            if (!member.value.is_array() || member.value.items.empty() || !is_flat(member.value) || role == Role::none || role == Role::need || role == Role::strengths)
                continue;
            if (columns.empty() || columns.front()->value.items.size() == member.value.items.size())
                columns.push_back(&member);
        }
        return columns.size() < 2 ? std::vector<const JsonMember*>{} : columns;
    }

    void array(const JsonValue& value, std::uint32_t level, bool listed) {
        if (is_flat(value))
            return list(value);
        if (!listed && std::ranges::all_of(value.items, is_record)) {
            const bool texts = std::ranges::all_of(value.items, [](const JsonValue& item) { return item.members.size() == 1 && is_bare(item.members.front().name); });
            std::vector<const JsonValue*> rows;
            for (const JsonValue& item : value.items) {
                rows.push_back(&item);
                if (texts)
                    entry(item.members.front().value, level);
            }
            return texts ? void() : records(rows);
        }
        for (const JsonValue& item : value.items) {
            const JsonMember* letter = listed ? member_named(item, letter_names) : nullptr;
            if (letter != nullptr && letter_of(letter->value.text)) {
                lettered(item, *letter, level);
            } else if (item.is_object()) {
                object(item, level, {}, false);
            } else if (item.is_array()) {
                array(item, level, false);
            } else {
                Block as;
                as.list_item = true;
                scalar(item, as);
            }
        }
    }
    // {"letter": "E", "title": "Outcomes", "content": ...}
    void lettered(const JsonValue& item, const JsonMember& letter, std::uint32_t level) {
        const JsonMember* title = member_named(item, title_names);
        writer_.add("Section " + std::string(plan::name_of(*letter_of(letter.value.text))), {}, letter.value.where());
        if (title != nullptr && title->value.is_scalar() && !title->value.text.empty()) {
            writer_.add(": ", {}, letter.value.where());
            words(title->value, 0, title->value.text.size());
        }
        Block as;
        as.heading_level = std::min(level, 9U);
        writer_.end(std::move(as));
        for (const JsonMember& member : item.members)
            if (&member != &letter && &member != title) {
                if (is_bare(member.name))
                    entry(member.value, level + 1);
                else
                    part(member, level + 1, false);
            }
    }
    // A value without a name.
    void entry(const JsonValue& value, std::uint32_t level) {
        if (value.is_object())
            object(value, level, {}, false);
        else if (value.is_array())
            array(value, level, false);
        else
            scalar(value, {});
    }
    void part(const JsonMember& member, std::uint32_t level, bool listed) {
        const auto letter = listed ? letter_of(member.name) : std::nullopt;
        heading(letter ? "Section " + std::string(plan::name_of(*letter)) : titled_ ? title_in_words(member.name) : in_words(member.name), member.where(), level);
        const bool lists = Words(in_words(member.name)).is_any(list_names);
        if (member.value.is_object())
            object(member.value, level + 1, member.name, lists);
        else if (member.value.is_array())
            array(member.value, level + 1, lists);
        else
            scalar(member.value, {});
    }

    static bool below_its_name(const JsonMember& member) {
        const JsonValue& value = member.value;
        return !value.is_scalar() || value.text.size() > longest_value || value.text.find('\n') != std::string::npos || is_page(value.text) || section_named(member.name).letter;
    }
    // A need, outcome or item of provision with what belongs to it.
    static bool is_item(const JsonValue& value) {
        std::size_t things = 0, properties = 0;
        for (const JsonMember& member : value.members) {
            const Role role = role_named(member.name);
            things += role == Role::need || role == Role::outcome || role == Role::provision ? 1 : 0;
            properties += is_property(role) ? 1 : 0;
        }
        return is_record(value) && things >= 1 && things + properties >= 2 && std::ranges::all_of(value.members, [](const JsonMember& member) { return member.value.is_scalar(); });
    }

    void object(const JsonValue& value, std::uint32_t level, std::string_view called, bool listed) {
        if (level > 2 && is_item(value)) {
            const JsonValue* const row = &value;
            return records(std::span(&row, 1));
        }
        const std::vector<const JsonMember*> columns = arrays_side_by_side(value);
        // "Name" of `Advice_Giver` is the advice giver's; of `Child_Details` and `Personal_Details` it is the child's.
        std::string whose = in_words(called);
        if (!Words(whose).is_any(advice_names))
            whose.clear();
        std::vector<const JsonMember*> beside;
        const auto flush = [&] {
            if (!beside.empty())
                labels(beside, whose);
            beside.clear();
        };
        for (const JsonMember& member : value.members) {
            if (!writer_.failure().empty())
                return;
            if (std::ranges::find(columns, &member) != columns.end()) {
                if (&member == columns.front()) {
                    flush();
                    side_by_side(columns);
                }
            } else if (below_its_name(member) || listed) {
                flush();
                if (is_bare(member.name) && level > 1)
                    entry(member.value, level);
                else
                    part(member, level, listed);
            } else {
                beside.push_back(&member);
            }
        }
        flush();
    }

    Document& document_;
    const Limits& limits_;
    BlockWriter writer_;
    bool titled_;
    std::uint32_t pages_ = 0;
};

} // namespace

Result<Document> read_json(std::string_view bytes, std::string_view path, const Limits& limits) {
    const Result<Decoded> decoded = decode(bytes, path);
    if (!decoded)
        return decoded.error();
    const Result<JsonValue> root = parse_json(decoded->text, path, limits);
    if (!root)
        return root.error();
    Document document;
    document.path = path;
    document.format = "json";
    if (!decoded->encoding.empty())
        document.notes.push_back("read as " + decoded->encoding);
    if (const std::string_view what = foreign(*root); !what.empty()) {
        document.recognised_as = what;
        return document;
    }
    if (read_cases(*root, document))
        return document;
    std::set<plan::Letter> lettered, titled;
    if (root->is_array()) {
        std::size_t plans = 0;
        for (const JsonValue& item : root->items) {
            lettered.clear();
            titled.clear();
            collect_sections(item, 0, false, lettered, titled);
            plans += lettered.empty() && titled.size() < fewest_titles ? 0 : 1;
        }
        document.recognised_as = plans > 0 ? "a JSON list of " + std::to_string(root->items.size()) + " plans: give each in a file of its own" : "a JSON list, not a plan";
        return document;
    }
    collect_sections(*root, 0, false, lettered, titled);
    const JsonMember* giver = member_named(*root, advice_names);
    if (lettered.empty() && titled.size() < fewest_titles && giver == nullptr) {
        document.recognised_as = "JSON of a shape that is not known: it has no parts that are sections of a plan, and no giver of advice";
        return document;
    }
    if (giver != nullptr && lettered.empty()) {
        document.told = plan::Kind::advice;
        document.told_by = "it says who gives the advice (" + giver->name + ")";
    }
    JsonReader reader(document, limits, lettered.empty() && giver == nullptr);
    reader.run(*root);
    if (!reader.failure().empty())
        return Error{std::string(path), reader.failure(), "split it"};
    return document;
}

} // namespace ehc::read

// Fields of a Word document: what each shows, and whether it is still to be filled in. Form fields keep their state in
// w:ffData; all others show the result that Word last stored.
#include "read/docx_body.hpp"

#include <utility>

namespace ehc::read::docx {

namespace {

constexpr std::string_view left_quote = "«", right_quote = "»";

// The words of a field's code; a quoted stretch is one word, and its quotes are dropped.
std::vector<std::string> words_of(std::string_view code) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, any = false;
    for (const char c : code) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (space && !quoted) {
            if (any)
                words.push_back(std::exchange(word, {}));
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any)
        words.push_back(std::move(word));
    return words;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// The entry that a drop-down form field shows: the chosen one, else its default, else the first.
std::string_view chosen_entry(pugi::xml_node list) {
    std::int32_t index = number_attribute(child(list, Tag::default_), "val", 0);
    index = number_attribute(child(list, Tag::result), "val", index);
    for (const pugi::xml_node node : children(list))
        if (tag_of(node) == Tag::list_entry && index-- == 0)
            return text_attribute(node, "val");
    return {};
}

bool is_checked(pugi::xml_node box) {
    const pugi::xml_node checked = child(box, Tag::checked);
    return is_on(checked ? checked : child(box, Tag::default_));
}

} // namespace

BodyReader::FieldScope::FieldScope(BodyReader& reader)
    : reader_(reader), fields_(std::exchange(reader.fields_, {})), codes_(std::exchange(reader.codes_, 0)) {}

BodyReader::FieldScope::~FieldScope() {
    for (const Field& field : reader_.fields_) {
        reader_.contents_ -= field.contents ? 1 : 0;
        if (!field.in_result && reader_.words_in_codes_ > field.words_in_codes)
            reader_.unfinished_field = true;
    }
    reader_.fields_ = std::move(fields_);
    reader_.codes_ = codes_;
}

void BodyReader::field_character(pugi::xml_node node, const Setting& setting) {
    const std::string_view type = text_attribute(node, "fldCharType");
    if (type == "begin")
        begin_field(child(node, Tag::ff_data));
    else if (type == "separate")
        begin_result();
    else if (type == "end")
        end_field(setting);
}

void BodyReader::begin_field(pugi::xml_node form) {
    Field field;
    field.form = form;
    field.words_in_codes = words_in_codes_;
    fields_.push_back(std::move(field));
    ++codes_;
}

void BodyReader::begin_result() {
    if (fields_.empty() || fields_.back().in_result)
        return;
    Field& field = fields_.back();
    field.in_result = true;
    field.result_at = text_.size();
    field.paragraph = serial_;
    field.left_out = left_out_;
    --codes_;
    const auto words = words_of(field.code);
    field.contents = !words.empty() && upper(words.front()) == "TOC";
    contents_ += field.contents ? 1 : 0;
}

void BodyReader::end_field(const Setting& setting) {
    if (fields_.empty())
        return;
    if (!fields_.back().in_result)
        begin_result();
    const Field field = std::move(fields_.back());
    fields_.pop_back();
    contents_ -= field.contents ? 1 : 0;
    if (codes_ == 0)
        complete(field, setting);
}

void BodyReader::complete(const Field& field, const Setting& setting) {
    const std::vector<std::string> words = words_of(field.code);
    if (words.empty())
        return;
    const std::string name = upper(words.front());
    // A result that was struck out or hidden is not an empty one.
    const bool in_this_paragraph = field.paragraph == serial_ && field.left_out == left_out_;
    const bool empty = in_this_paragraph && text_.size() == field.result_at;
    const std::string result = in_this_paragraph ? folded(std::string_view(text_.value()).substr(field.result_at)) : "";
    Setting prompt = setting;
    prompt.look.placeholder = true;
    const auto unfilled = [&] {
        text_.mark_placeholder(field.result_at);
        form_field_ = true;
    };

    if (name == "MERGEFIELD") {
        if (empty && words.size() > 1)
            add(std::string(left_quote) + words[1] + std::string(right_quote), prompt);
        else if (result.starts_with(left_quote) && result.ends_with(right_quote))
            unfilled();
    } else if (name == "FORMTEXT") {
        const pugi::xml_node input = child(field.form, Tag::text_input);
        const std::string prefilled = folded(text_attribute(child(input, Tag::default_), "val"));
        if (empty || (!prefilled.empty() && result == prefilled))
            unfilled();
    } else if (name == "FORMCHECKBOX") {
        add(is_checked(child(field.form, Tag::check_box_field)) ? "☒" : "☐", setting);
    } else if (name == "FORMDROPDOWN") {
        const std::string_view entry = chosen_entry(child(field.form, Tag::dd_list));
        add(entry, setting);
        form_field_ = form_field_ || !has_visible(entry);
    } else if (name == "MACROBUTTON" && empty) {
        // "MACROBUTTON NoMacro Click here and type": the rest of the code is what the page shows.
        std::string shown;
        for (std::size_t i = 2; i < words.size(); ++i)
            shown += (shown.empty() ? "" : " ") + words[i];
        add(shown, prompt);
    }
}

} // namespace ehc::read::docx

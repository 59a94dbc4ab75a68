#include "read/docx.hpp"

#include "read/container.hpp"
#include "read/docx_body.hpp"
#include "read/docx_numbering.hpp"
#include "read/docx_styles.hpp"
#include "read/docx_xml.hpp"
#include "read/file_properties.hpp"
#include "read/sniff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace ehc::read {

namespace {

using namespace docx;

constexpr std::string_view save_as_docx = "open it in Word and save it as .docx";

// What the main part of a package is, by its content type (ISO/IEC 29500-1, 15.2, and Microsoft's for macros).
struct ContentType {
    std::string_view contains;
    std::string_view what;
    std::string_view remedy;
};
constexpr auto other_packages = std::to_array<ContentType>({
    {"ms-word.", "this Word document may hold macros (.docm)", "save it as .docx, which has none"},
    {"spreadsheetml", "this is an Excel workbook, not a Word document", "give the plan itself as .docx"},
    {"ms-excel", "this is an Excel workbook, not a Word document", "give the plan itself as .docx"},
    {"presentationml", "this is a PowerPoint presentation, not a Word document", "give the plan itself as .docx"},
    {"ms-powerpoint", "this is a PowerPoint presentation, not a Word document", "give the plan itself as .docx"},
    {"visio", "this is a Visio drawing, not a Word document", "give the plan itself as .docx"},
    {"opendocument.text", "this is an OpenDocument text (.odt), not a Word document", save_as_docx},
    {"opendocument", "this is an OpenDocument file, not a Word document", "give the plan itself as .docx"},
    {"epub", "this is an e-book, not a Word document", "give the plan itself as .docx"},
});
constexpr std::string_view word_main = "wordprocessingml.document.main+xml", word_template = "wordprocessingml.template.main+xml";

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// A relationship's target as a part name: against the folder of its source, "." and ".." taken out (RFC 3986, 5.2.4).
std::string resolved(std::string_view source, std::string_view target) {
    std::string path;
    if (!target.starts_with('/'))
        path = source.substr(0, source.rfind('/') == std::string_view::npos ? 0 : source.rfind('/') + 1);
    path += target;
    std::vector<std::string_view> steps;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view step = rest.substr(0, slash);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    std::string name;
    for (const std::string_view step : steps) {
        name += name.empty() ? "" : "/";
        name += step;
    }
    return name;
}

struct Relationship {
    std::string type; // the last word of its type, the same in transitional and strict files
    std::string part;
};
// By id. Those to places outside the package are left out: nothing is ever fetched.
using Relationships = std::map<std::string, Relationship, std::less<>>;

// Everything of one package, part by part. Each step either works or leaves its Error.
class Package {
  public:
    Package(Container container, std::string_view path, const Limits& limits)
        : container_(std::move(container)), path_(path), limits_(limits) {}

    // Records where the text stands when `source` is given; its document stays empty.
    [[nodiscard]] Result<Document> document(DocxSource* source);

  private:
    [[nodiscard]] Error fail(std::string_view what, std::string_view remedy) const {
        return {.where = path_, .what = std::string(what), .remedy = std::string(remedy)};
    }
    [[nodiscard]] std::optional<Error> find_main();
    [[nodiscard]] Result<Relationships> relationships(std::string_view of);
    [[nodiscard]] std::optional<std::string> related(const Relationships& all, std::string_view type) const;
    [[nodiscard]] std::optional<Error> parse(std::string_view part, XmlPart& into) {
        const auto parsed = parse_part(container_, part, path_, limits_, into);
        return parsed ? std::nullopt : std::optional(parsed.error());
    }
    [[nodiscard]] std::optional<Error> read_properties(const Relationships& package);
    [[nodiscard]] std::optional<Error> read_stories(BodyReader& reader);
    [[nodiscard]] std::optional<Error> read_notes(BodyReader& reader, std::string_view type, Tag tag,
                                                  const std::vector<std::string>& ids);
    [[nodiscard]] std::optional<Error> failure_of(const BodyReader& reader, std::string_view part) const;
    void state_marks(const BodyReader& reader, std::uint32_t comments);

    Container container_;
    std::string path_;
    const Limits& limits_;
    Document made_;
    std::string main_;
    Relationships main_relationships_;
};

Result<Relationships> Package::relationships(std::string_view of) {
    const std::size_t slash = of.rfind('/');
    const std::string folder(of.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
    const std::string part = folder + "_rels/" + std::string(of.substr(folder.size())) + ".rels";
    Relationships all;
    if (!container_.has(part))
        return all;
    XmlPart xml;
    if (const auto error = parse(part, xml))
        return *error;
    for (const pugi::xml_node node : children(xml.root())) {
        if (text_attribute(node, "TargetMode") == "External")
            continue;
        const std::string_view type = text_attribute(node, "Type");
        all.emplace(std::string(text_attribute(node, "Id")),
                    Relationship{std::string(type.substr(type.rfind('/') + 1)), resolved(of, text_attribute(node, "Target"))});
    }
    return all;
}

std::optional<std::string> Package::related(const Relationships& all, std::string_view type) const {
    for (const auto& [id, relationship] : all)
        if (relationship.type == type && container_.has(relationship.part))
            return relationship.part;
    return {};
}

std::optional<Error> Package::find_main() {
    if (!container_.has("[Content_Types].xml")) {
        std::string type;
        if (container_.has("mimetype"))
            if (const auto bytes = container_.part("mimetype"))
                type = lower(*bytes);
        for (const ContentType& other : other_packages)
            if (type.find(other.contains) != std::string::npos)
                return fail(other.what, other.remedy);
        return fail("this is a zip archive of other files, not a Word document", "unpack it and give the documents in it");
    }
    XmlPart types;
    if (const auto error = parse("[Content_Types].xml", types))
        return error;
    const auto package = relationships("");
    if (!package)
        return package.error();
    const auto main = related(*package, "officeDocument");
    main_ = main ? *main : "word/document.xml";
    std::string type, by_ending;
    const std::string wanted = "/" + lower(main_);
    for (const pugi::xml_node node : children(types.root())) {
        const std::string_view of = text_attribute(node, "ContentType");
        if (lower(text_attribute(node, "PartName")) == wanted)
            type = lower(of);
        const std::string_view ending = text_attribute(node, "Extension");
        if (!ending.empty() && wanted.ends_with("." + lower(ending)))
            by_ending = lower(of);
    }
    if (type.empty())
        type = by_ending;
    for (const ContentType& other : other_packages)
        if (type.find(other.contains) != std::string::npos)
            return fail(other.what, other.remedy);
    if (!container_.has(main_))
        return fail("this is not a Word document: the zip holds no word/document.xml", save_as_docx);
    if (type.find(word_main) == std::string::npos && type.find(word_template) == std::string::npos)
        return fail("this is not a Word document: its main part is of another kind", save_as_docx);
    if (const auto error = read_properties(*package))
        return error;
    auto own = relationships(main_);
    if (!own)
        return own.error();
    main_relationships_ = std::move(own).value();
    return {};
}

std::optional<Error> Package::read_properties(const Relationships& package) {
    XmlPart xml;
    if (const auto part = related(package, "core-properties"))
        if (const auto error = parse(*part, xml))
            return error;
    made_.properties = file_properties(xml.root(), {"title", "creator", "lastModifiedBy", "created", "modified"});
    made_.title = made_.properties.title.value.value;
    return {};
}

std::optional<Error> Package::failure_of(const BodyReader& reader, std::string_view part) const {
    if (reader.failure().empty())
        return {};
    return fail("the part " + shown_part(part) + " " + reader.failure(), "open it in Word and save it again as .docx");
}

std::optional<Error> Package::read_notes(BodyReader& reader, std::string_view type, Tag tag,
                                         const std::vector<std::string>& ids) {
    const auto part = ids.empty() ? std::nullopt : related(main_relationships_, type);
    if (!part)
        return {};
    XmlPart xml;
    if (const auto error = parse(*part, xml))
        return error;
    std::map<std::string_view, pugi::xml_node> by_id; // keys are owned by `xml`
    for (const pugi::xml_node node : children(xml.root()))
        if (tag_of(node) == tag)
            by_id.emplace(text_attribute(node, "id"), node);
    for (const std::string& id : ids)
        if (const auto note = by_id.find(id); note != by_id.end())
            reader.read(note->second, plan::Place::note);
    return failure_of(reader, *part);
}

std::optional<Error> Package::read_stories(BodyReader& reader) {
    XmlPart xml;
    if (const auto error = parse(main_, xml))
        return error;
    const pugi::xml_node body = child(xml.root(), Tag::body);
    if (!body)
        return fail("this is not a Word document: " + shown_part(main_) + " has no body", save_as_docx);
    reader.read(body, plan::Place::body);
    if (const auto error = failure_of(reader, main_))
        return error;

    std::set<std::string> read;
    const auto read_all = [&](const std::vector<std::string>& ids, plan::Place place) -> std::optional<Error> {
        for (const std::string& id : ids) {
            const auto found = main_relationships_.find(id);
            if (found == main_relationships_.end() || !container_.has(found->second.part) ||
                !read.insert(lower(found->second.part)).second)
                continue;
            XmlPart story;
            if (const auto error = parse(found->second.part, story))
                return error;
            reader.read(story.root(), place);
            if (const auto error = failure_of(reader, found->second.part))
                return error;
        }
        return {};
    };
    if (const auto error = read_all(reader.headers, plan::Place::header))
        return error;
    if (const auto error = read_all(reader.footers, plan::Place::footer))
        return error;
    if (const auto error = read_notes(reader, "footnotes", Tag::footnote, reader.footnotes))
        return error;
    return read_notes(reader, "endnotes", Tag::endnote, reader.endnotes);
}

void Package::state_marks(const BodyReader& reader, std::uint32_t comments) {
    const auto last = static_cast<std::uint32_t>(std::max<std::size_t>(made_.blocks.size(), 1));
    const auto state = [&](plan::NumberField& field, const Tally& tally) {
        plan::Origin at = tally.first;
        at.block = std::clamp(at.block, 1U, last);
        field.set(tally.count, at);
    };
    state(made_.marks.tracked_changes, reader.tracked_changes);
    state(made_.marks.struck_through, reader.struck_through);
    state(made_.marks.hidden, reader.hidden);
    state(made_.marks.highlighted, reader.highlighted);
    state(made_.marks.comments, Tally{comments, {}});
    made_.marks.origin.block = 1;

    const auto note = [&](std::uint32_t count, std::string_view one, std::string_view many, std::string_view rest) {
        if (count > 0)
            made_.notes.push_back(std::to_string(count) + " " + std::string(count == 1 ? one : many) + std::string(rest));
    };
    note(reader.tracked_changes.count, "tracked change", "tracked changes", ", read as if accepted");
    note(reader.struck_through.count, "struck-through passage", "struck-through passages", ", left out");
    note(reader.hidden.count, "passage of hidden text", "passages of hidden text", ", left out");
    note(comments, "comment", "comments", ", left out");
    note(reader.pictures, "picture or chart", "pictures or charts", ": words in pictures are not read");
    note(reader.embedded, "embedded object or document", "embedded objects or documents", ", not read");
    if (reader.unfinished_field)
        made_.notes.emplace_back("some words stand in a field that has no end, and were not read");
}

Result<Document> Package::document(DocxSource* source) {
    if (const auto error = find_main())
        return *error;
    Styles styles;
    Numbering numbering;
    if (const auto part = related(main_relationships_, "styles")) {
        XmlPart xml;
        if (const auto error = parse(*part, xml))
            return *error;
        styles = Styles(xml.root());
    }
    if (const auto part = related(main_relationships_, "numbering")) {
        XmlPart xml;
        if (const auto error = parse(*part, xml))
            return *error;
        numbering = Numbering(xml.root());
    }
    std::uint32_t comments = 0;
    if (const auto part = related(main_relationships_, "comments")) {
        if (source != nullptr)
            source->comments_part = *part;
        XmlPart xml;
        if (const auto error = parse(*part, xml))
            return *error;
        for (const pugi::xml_node node : children(xml.root()))
            comments += local_name(node.name()) == "comment" ? 1 : 0;
    }
    BodyReader reader(styles, numbering, limits_, made_);
    if (source != nullptr) {
        source->main_part = main_;
        reader.sources = &source->sources;
    }
    if (const auto error = read_stories(reader))
        return *error;
    state_marks(reader, comments);
    return std::move(made_);
}

Result<Document> read_package(std::string_view bytes, std::string_view path, const Limits& limits, DocxSource* source) {
    if (const Sniffed sniffed = sniff(bytes, {}); sniffed.content != Content::zip && sniffed.content != Content::empty) {
        const std::string_view words = sniffed.content == Content::xml ? "bare XML" : sniffed.words;
        return Error{.where = std::string(path),
                     .what = "this is not a Word document (.docx) but " + std::string(words),
                     .remedy = std::string(sniffed.remedy.empty() ? save_as_docx : sniffed.remedy)};
    }
    auto container = Container::open(bytes, path, limits);
    if (!container)
        return container.error();
    Package package(std::move(container).value(), path, limits);
    auto document = package.document(source);
    if (!document)
        return document;
    document->path = path;
    document->format = "docx";
    return document;
}

} // namespace

Result<Document> read_docx(std::string_view bytes, std::string_view path, const Limits& limits) {
    return read_package(bytes, path, limits, nullptr);
}

Result<DocxSource> read_docx_source(std::string_view bytes, std::string_view path, const Limits& limits) {
    DocxSource source;
    auto document = read_package(bytes, path, limits, &source);
    if (!document)
        return document.error();
    source.document = std::move(document).value();
    return source;
}

} // namespace ehc::read

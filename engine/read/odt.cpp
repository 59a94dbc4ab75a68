#include "read/odt.hpp"

#include "read/file_properties.hpp"
#include "read/odt_body.hpp"
#include "read/odt_styles.hpp"
#include "read/part_xml.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace ehc::read {

namespace {

using odt::BodyReader;
using odt::Styles;
using odt::Tally;

constexpr std::string_view save_again = open_document.save_again;

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : children(parent))
        if (local_name(node.name()) == name)
            return node;
    return {};
}

class Package {
  public:
    Package(Container container, std::string_view path, const Limits& limits) : container_(std::move(container)), path_(path), limits_(limits) {}

    [[nodiscard]] Result<Document> document() {
        if (auto error = check_manifest())
            return *error;
        XmlPart content, styles;
        if (auto error = parse("content.xml", content))
            return *error;
        if (container_.has("styles.xml"))
            if (auto error = parse("styles.xml", styles))
                return *error;
        if (auto error = read_properties())
            return *error;
        const pugi::xml_node content_body = child_named(content.root(), "body");
        const pugi::xml_node body = child_named(content_body, "text");
        if (!body && child_named(content_body, "spreadsheet")) {
            made_.recognised_as = "a spreadsheet (OpenDocument): a list, not a plan";
            return std::move(made_);
        }
        if (!body)
            return fail("this OpenDocument file is not a text: it holds no words of its own", "give the plan itself as .odt or .docx");
        // Styles of the document, then those that only the body has. Headers and footers have their own under the same names.
        Styles named;
        named.add(child_named(styles.root(), "styles"));
        Styles running = named, of_body = named;
        running.add(child_named(styles.root(), "automatic-styles"));
        of_body.add(child_named(content.root(), "automatic-styles"));
        BodyReader reader(of_body, limits_, made_);
        reader.read(body, plan::Place::body);
        if (auto error = failure_of(reader, "content.xml"))
            return *error;
        reader.read_notes();
        if (auto error = failure_of(reader, "content.xml"))
            return *error;
        BodyReader margins(running, limits_, made_);
        if (auto error = read_running(styles.root(), margins))
            return *error;
        state_marks(reader);
        return std::move(made_);
    }

  private:
    [[nodiscard]] Error fail(std::string_view what, std::string_view remedy) const {
        return {.where = path_, .what = std::string(what), .remedy = std::string(remedy)};
    }
    [[nodiscard]] std::optional<Error> parse(std::string_view part, XmlPart& into) {
        const auto parsed = parse_part(container_, part, path_, limits_, into, open_document);
        return parsed ? std::nullopt : std::optional(parsed.error());
    }
    [[nodiscard]] std::optional<Error> failure_of(const BodyReader& reader, std::string_view part) const {
        if (reader.failure().empty())
            return {};
        return fail("the part " + shown_part(part) + " " + reader.failure(), save_again);
    }

    // A password is told by the manifest; the parts themselves then look damaged.
    [[nodiscard]] std::optional<Error> check_manifest() {
        if (!container_.has("META-INF/manifest.xml"))
            return {};
        XmlPart manifest;
        if (auto error = parse("META-INF/manifest.xml", manifest))
            return error;
        for (const pugi::xml_node entry : children(manifest.root()))
            if (child_named(entry, "encryption-data"))
                return fail("this document is protected by a password", "open it, remove the password and save it again");
        return {};
    }

    [[nodiscard]] std::optional<Error> read_properties() {
        XmlPart xml;
        if (container_.has("meta.xml"))
            if (auto error = parse("meta.xml", xml))
                return error;
        made_.properties = file_properties(child_named(xml.root(), "meta"), {"title", "initial-creator", "creator", "creation-date", "date"});
        made_.title = made_.properties.title.value.value;
        return {};
    }

    // Headers, then footers; those that several pages share are read once.
    [[nodiscard]] std::optional<Error> read_running(pugi::xml_node styles, BodyReader& reader) {
        for (const plan::Place place : {plan::Place::header, plan::Place::footer}) {
            std::set<std::string> seen;
            const std::string_view kind = place == plan::Place::header ? "header" : "footer";
            for (const pugi::xml_node page : children(child_named(styles, "master-styles")))
                for (const pugi::xml_node story : children(page)) {
                    if (!local_name(story.name()).starts_with(kind) || text_attribute(story, "display") == "false")
                        continue;
                    const std::size_t blocks = made_.blocks.size(), extracted = made_.extracted.size();
                    reader.read(story, place);
                    if (auto error = failure_of(reader, "styles.xml"))
                        return error;
                    if (!seen.insert(made_.extracted.substr(extracted)).second) {
                        made_.blocks.resize(blocks);
                        made_.extracted.resize(extracted);
                    }
                }
        }
        return {};
    }

    void state_marks(const BodyReader& reader) {
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
        state(made_.marks.comments, reader.comments);
        made_.marks.origin.block = 1;
        const auto note = [&](std::uint32_t count, std::string_view one, std::string_view many, std::string_view rest) {
            if (count > 0)
                made_.notes.push_back(std::to_string(count) + " " + std::string(count == 1 ? one : many) + std::string(rest));
        };
        note(reader.tracked_changes.count, "tracked change", "tracked changes", ", read as if accepted");
        note(reader.struck_through.count, "struck-through passage", "struck-through passages", ", left out");
        note(reader.hidden.count, "passage of hidden text", "passages of hidden text", ", left out");
        note(reader.comments.count, "comment", "comments", ", left out");
        note(reader.pictures, "picture or chart", "pictures or charts", ": words in pictures are not read");
        note(reader.embedded, "embedded object or document", "embedded objects or documents", ", not read");
    }

    Container container_;
    std::string path_;
    const Limits& limits_;
    Document made_;
};

} // namespace

Result<Document> read_odt(std::string_view bytes, std::string_view path, const Limits& limits) {
    auto container = Container::open(bytes, path, limits);
    if (!container)
        return container.error();
    Package package(std::move(container).value(), path, limits);
    auto document = package.document();
    if (!document)
        return document;
    document->path = path;
    document->format = "odt";
    return document;
}

} // namespace ehc::read

#include "annotate/docx.hpp"

#include "annotate/anchor.hpp"
#include "annotate/comments.hpp"
#include "annotate/package.hpp"
#include "read/container.hpp"
#include "report/escape.hpp"

#include <algorithm>
#include <set>

namespace ehc::annotate {

namespace {

constexpr std::string_view author = "EHC plan audit", initials = "EHC";
constexpr std::string_view content_types = "[Content_Types].xml";

struct Placed {
    Anchor anchor;
    Comment comment;
    std::uint32_t id = 0;
};

std::string folder_of(std::string_view part) { return std::string(part.substr(0, part.rfind('/') + 1)); }

// Ids of comments that are there, and of marks without one.
std::set<std::uint32_t> ids_in(std::string_view part) {
    std::set<std::uint32_t> ids;
    const XmlMap map(part);
    for (const Element& element : map.elements())
        if (element.local() == "comment" || element.local().starts_with("commentR"))
            if (const auto id = map.attribute(element, "id"); id && !id->empty() && id->size() < 10 && id->find_first_not_of("0123456789") == std::string_view::npos)
                ids.insert(static_cast<std::uint32_t>(std::stoul(std::string(*id))));
    return ids;
}

std::string written(const Placed& placed, std::string_view as_at, std::string_view prefix, const std::string& declared) {
    const std::string w(prefix);
    const auto run = [&](std::string_view text, bool bold) {
        return text.empty() ? "" : "<" + w + "r>" + (bold ? "<" + w + "rPr><" + w + "b/></" + w + "rPr>" : "") + "<" + w + "t xml:space=\"preserve\">" +
                                       report::xml_escaped_piece(text) + "</" + w + "t></" + w + "r>";
    };
    std::string xml = "<" + w + "comment" + declared + " " + w + "id=\"" + std::to_string(placed.id) + "\" " + w + "author=\"" + std::string(author) + "\" " + w +
                      "date=\"" + std::string(as_at) + "T00:00:00Z\" " + w + "initials=\"" + std::string(initials) + "\">";
    std::vector<Remark> remarks = placed.comment.remarks;
    if (!placed.anchor.exact && !placed.comment.words.empty())
        remarks.insert(remarks.begin() + 1, {"At the words: ", placed.comment.words});
    for (std::size_t i = 0; i < remarks.size(); ++i)
        xml += "<" + w + "p>" + (i == 0 ? "<" + w + "r><" + w + "annotationRef/></" + w + "r>" : "") + run(remarks[i].label, true) + run(remarks[i].text, false) + "</" + w + "p>";
    return xml + "</" + w + "comment>";
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// The part with elements added as the last of its root, each made by `more` from the prefix of the root's own name. Nothing for
// a part that is no UTF-8.
template <class F> std::optional<std::string> with_children(std::string_view part, F&& more) {
    const XmlMap map(part);
    if (map.elements().empty())
        return {};
    const Element& root = map[0];
    const std::string added = more(std::string(root.prefix()));
    if (root.has_end_tag())
        return with_insertions(part, {{root.close, added}});
    std::string opened(part.substr(0, root.content - 2)); // "<Relationships .../>"
    opened += ">" + added + "</" + std::string(root.name) + ">";
    opened += part.substr(root.content);
    return opened;
}

// Writes one copy: the parts of the package that change.
class Copy {
  public:
    Copy(read::Container& container, const read::DocxSource& source, std::string_view main, std::string_view as_at)
        : container_(container), source_(source), as_at_(as_at), strict_(is_strict(main)) {
        parts_[source.main_part] = main;
    }

    [[nodiscard]] bool make(std::vector<Comment> comments) {
        std::string& main = parts_[source_.main_part];
        Anchors anchors(source_, main);
        for (Comment& comment : comments) {
            const auto anchor = anchors.at(comment.block, comment.span);
            if (!anchor)
                return false;
            placed_.push_back({*anchor, std::move(comment)});
        }
        std::stable_sort(placed_.begin() + 1, placed_.end(), [](const Placed& a, const Placed& b) { return a.anchor.begin < b.anchor.begin; });
        const bool has_comments = !source_.comments_part.empty();
        if (has_comments && !load(source_.comments_part))
            return false;
        std::set<std::uint32_t> taken = ids_in(main);
        if (has_comments)
            taken.merge(ids_in(parts_[source_.comments_part]));
        std::uint32_t next = 0;
        for (Placed& each : placed_) {
            while (taken.contains(next))
                ++next;
            each.id = next++;
            anchors.mark(each.anchor, each.id);
        }
        main = anchors.marked();
        return has_comments ? add_comments(source_.comments_part) : add_comments_part();
    }
    [[nodiscard]] const std::map<std::string, std::string>& parts() const noexcept { return parts_; }

  private:
    [[nodiscard]] bool load(const std::string& name) {
        auto part = container_.part(name);
        if (part)
            parts_[name] = std::move(part).value();
        return part.ok();
    }
    template <class F> [[nodiscard]] bool add_to(const std::string& name, F&& more) {
        auto added = with_children(parts_[name], more);
        if (added)
            parts_[name] = std::move(*added);
        return added.has_value();
    }
    [[nodiscard]] bool add_comments(const std::string& name) {
        return add_to(name, [&](const std::string& prefix) {
            const std::string declared = prefix.empty() ? " xmlns:w=\"" + std::string(main_namespace(strict_)) + "\"" : "";
            std::string all;
            for (const Placed& each : placed_)
                all += written(each, as_at_, prefix.empty() ? "w:" : prefix, declared);
            return all;
        });
    }
    // A first comment needs its part, and two others that name it.
    [[nodiscard]] bool add_comments_part() {
        const std::string folder = folder_of(source_.main_part);
        std::string name = "comments.xml";
        for (unsigned n = 2; container_.has(folder + name); ++n)
            name = "comments" + std::to_string(n) + ".xml";
        parts_[folder + name] = std::string(declaration) + "<w:comments xmlns:w=\"" + std::string(main_namespace(strict_)) + "\"></w:comments>";

        const std::string relations = folder + "_rels/" + source_.main_part.substr(folder.size()) + ".rels";
        parts_[relations] = std::string(declaration) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        if (container_.has(relations) && !load(relations))
            return false;
        std::string id = "rIdEhcAudit";
        for (unsigned n = 2; parts_[relations].find("\"" + id + "\"") != std::string::npos; ++n)
            id = "rIdEhcAudit" + std::to_string(n);
        const std::string types(content_types);
        return add_comments(folder + name) && load(types) && add_to(relations, [&](const std::string& prefix) {
                   const std::string_view family = strict_ ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006";
                   return "<" + prefix + "Relationship Id=\"" + id + "\" Type=\"" + std::string(family) + "/relationships/comments\" Target=\"" + name + "\"/>";
               }) &&
               add_to(types, [&](const std::string& prefix) {
                   return "<" + prefix + "Override PartName=\"/" + folder + name +
                          "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>";
               });
    }

    read::Container& container_;
    const read::DocxSource& source_;
    std::string_view as_at_;
    bool strict_;
    std::vector<Placed> placed_;
    std::map<std::string, std::string> parts_;
};

} // namespace

Result<std::string> annotated_docx(std::string_view bytes, const finding::DocumentReport& document, std::string_view as_at, const read::Limits& limits) {
    const auto source = read::read_docx_source(bytes, document.path, limits);
    if (!source)
        return source.error();
    auto container = read::Container::open(bytes, document.path, limits);
    if (!container)
        return container.error();
    const auto main = container->part(source->main_part);
    if (!main)
        return main.error();
    Copy copy(*container, *source, *main, as_at);
    if (!copy.make(comments_on(document, as_at)))
        return Error{document.path, "no comment can be placed in this Word document", "open it in Word and save it again as .docx"};
    return with_parts(bytes, document.path, copy.parts());
}

} // namespace ehc::annotate

#include "read/plan_xml.hpp"

#include "read/plan_from_xml.hpp"
#include "read/sen2.hpp"
#include "read/xml_kinds.hpp"
#include "read/xml_shape.hpp"
#include "read/xml_source.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string>

namespace ehc::read {

namespace {

// pugixml's verdict as an officer would say it.
std::string_view in_plain_words(pugi::xml_parse_status status) {
    switch (status) {
    case pugi::status_unrecognized_tag: return "a `<` that begins no tag; write `&lt;` for the sign itself";
    case pugi::status_bad_pi: return "an instruction that begins with `<?` and is not closed by `?>`";
    case pugi::status_bad_comment: return "a comment that begins with `<!--` and is not closed by `-->`";
    case pugi::status_bad_cdata: return "a stretch that begins with `<![CDATA[` and is not closed by `]]>`";
    case pugi::status_bad_doctype: return "a document type declaration that is not closed";
    case pugi::status_bad_pcdata: return "text that is not closed by any tag";
    case pugi::status_bad_start_element: return "a start tag that is not closed by `>`";
    case pugi::status_bad_attribute: return "an attribute that is not written as name=\"value\"";
    case pugi::status_bad_end_element: return "an end tag that is not closed by `>`";
    case pugi::status_end_element_mismatch: return "an end tag that closes another element than the open one, or an element left open";
    case pugi::status_no_document_element: return "there is no element in it";
    case pugi::status_out_of_memory: return "there is not enough memory to read it";
    default: return "it is not well-formed XML";
    }
}

// How many elements there are, and the first one that stands deeper than the limit.
struct Extent : pugi::xml_tree_walker {
    explicit Extent(std::uint32_t most) : limit(most) {}
    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element)
            return true;
        ++elements;
        if (static_cast<std::uint32_t>(depth()) + 1 > limit)
            too_deep = node;
        return !too_deep;
    }
    std::uint32_t limit;
    std::uint64_t elements = 0;
    pugi::xml_node too_deep;
};

Error broken(std::string_view path, std::string_view text, std::ptrdiff_t offset, std::string_view what, std::string_view remedy) {
    XmlFaults faults;
    faults.add(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(offset, 0)), std::string(what), std::string(remedy));
    return faults.error(path, text);
}

} // namespace

Result<Document> read_xml(std::string_view bytes, std::string_view path, const Limits& limits) {
    std::string store;
    const Result<std::string_view> decoded = xml_as_utf8(bytes, path, store);
    if (!decoded)
        return decoded.error();
    const std::string_view text = *decoded;

    // Each tag costs memory in the tree; far above what blocks a document may have, since returns have many small elements.
    const std::uint64_t most_tags = 20ULL * limits.blocks;
    if (text.size() > most_tags && static_cast<std::uint64_t>(std::ranges::count(text, '<')) > most_tags)
        return Error{std::string(path), "it holds more than " + std::to_string(most_tags) + " tags", "split the file"};

    pugi::xml_document tree;
    // White space between inline parts is kept, so that words on either side of a comment do not run together; document type
    // declarations are kept to be refused. Texts are decoded from the source, where their places are.
    const unsigned options = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_escapes;
    const pugi::xml_parse_result parsed = tree.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
    if (!parsed)
        return broken(path, text, parsed.offset, "this is not well-formed XML: " + std::string(in_plain_words(parsed.status)),
                      "mend it there, or export the plan again");

    const pugi::xml_node root = tree.document_element();
    const bool is_plan = std::string_view(root.name()) == root_element;
    const XmlKind kind = is_plan ? XmlKind{} : describe_xml(root);
    if (!kind.remedy.empty())
        return Error{std::string(path), kind.words + " is not read by this version", kind.remedy};
    for (const pugi::xml_node& node : tree.children())
        if (node.type() == pugi::node_doctype)
            return broken(path, text, node.offset_debug(), "a document type declaration is refused: it may name other files or define entities",
                          "remove the line that begins with `<!DOCTYPE`");
    for (const pugi::xml_node& node : tree.children())
        if (node.type() == pugi::node_element && node != root)
            return broken(path, text, node.offset_debug() - 1, "there is a second root element", "keep one document in one file");
    Extent extent(limits.nesting);
    tree.traverse(extent);
    if (extent.too_deep)
        return broken(path, text, extent.too_deep.offset_debug() - 1,
                      "elements stand inside each other more than " + std::to_string(limits.nesting) + " deep", "export the plan again");

    if (is_plan) {
        // Every block, item and paragraph comes from an element below the root.
        if (extent.elements > std::uint64_t{limits.blocks} + 1)
            return Error{std::string(path), "it holds more than " + std::to_string(limits.blocks) + " elements", "split the file"};
        return plan_from_xml(root, text, path, limits);
    }
    Document document;
    document.path = path;
    document.format = "xml";
    document.recognised_as = kind.words;
    document.kind = kind.kind;
    if (kind.kind == plan::Kind::return_)
        read_people(root, text, document);
    return document;
}

} // namespace ehc::read

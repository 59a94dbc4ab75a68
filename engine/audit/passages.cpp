#include "audit/passages.hpp"

#include "finding/hash.hpp"
#include "read/readers.hpp"

namespace ehc::audit {

std::vector<finding::Passage> passages(const read::Document& document) {
    std::vector<finding::Passage> all;
    all.reserve(document.blocks.size());
    for (const read::Block& block : document.blocks) {
        finding::Passage passage;
        passage.text = block.text.value;
        passage.origin = block.text.origin();
        passage.place = block.place;
        passage.heading_level = block.heading_level;
        passage.bold = block.all_bold && block.heading_level == 0;
        passage.list_item = block.list_item;
        passage.list_label = block.list_label;
        passage.label = block.label;
        if (block.cell) {
            passage.table = block.cell->table;
            passage.row = block.cell->row;
            passage.column = block.cell->column;
            passage.column_span = block.cell->column_span;
            passage.row_span = block.cell->row_span;
            passage.header_row = block.cell->header_row;
        }
        all.push_back(std::move(passage));
    }
    return all;
}

Result<std::vector<finding::Passage>> passages(std::string_view bytes, const finding::DocumentReport& report, const read::Limits& limits,
                                                   const read::Programs& programs) {
    if (finding::sha256_hex(bytes) != report.sha256)
        return Error{report.path, "this document has changed since it was audited", "run the audit again when nobody is working on it"};
    const auto document = read::read(bytes, report.path, limits, programs);
    if (!document)
        return document.error();
    return passages(*document);
}

} // namespace ehc::audit

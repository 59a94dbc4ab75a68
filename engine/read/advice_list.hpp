// Section K as items of advice: tables of any of the layouts that councils use, and lists of free text.
//
// Layouts: advice requested, date received, who from, appended; name, title, how contributed, report attached; numbered
// categories with "Name of document and author" and "Date written"; lettered appendices; a line for each report.
// Errors: none. A row printed by the form and left empty is no advice.
#pragma once

#include "read/advice_entry.hpp"
#include "read/outline.hpp"

namespace ehc::read {

// What a column of the list holds, by its head; none for other words.
[[nodiscard]] AdvicePart advice_column(const Words& words);
// Marks the header rows of the list, which are no content of the section.
void mark_advice_heads(Outline& outline);
void fill_advice(const Outline& outline, plan::Plan& plan);

} // namespace ehc::read

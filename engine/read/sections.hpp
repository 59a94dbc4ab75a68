// The outline into the plan's twelve sections, each with its heading and text, and into its paragraphs.
// Errors: none. A section that is not there has the place of the heading before which it belongs.
#pragma once

#include "read/outline.hpp"

namespace ehc::read {

void fill_sections(const Outline& outline, plan::Plan& plan);
// How many headings of sections are headings by look only, where the format could have said so.
void fill_plain_headings(const Document& document, const Outline& outline, plan::Plan& plan);
void fill_paragraphs(const Outline& outline, plan::Plan& plan);

} // namespace ehc::read

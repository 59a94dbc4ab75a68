// Programs besides this one that some formats need. Where they are is for the front door to find.
#pragma once

#include "read/helper_process.hpp"
#include "read/ocr.hpp"

#include <memory>

namespace ehc::read {

struct Programs {
    std::shared_ptr<Helpers> pdf;    // ehcaudit-pdf; none: PDFs are named as not read
    std::shared_ptr<Helpers> office; // ehcaudit-office and LibreOffice; none: RTF and old Word documents are named as not read
    std::shared_ptr<Ocr> ocr;        // ehcaudit-ocr and Tesseract, where the user asks for them; none: pages that are pictures are named as not read
};

} // namespace ehc::read

// Programs besides this one that some formats need. Where they are is for the front door to find.
#pragma once

#include "read/pdf_helper.hpp"

#include <memory>
#include <string>

namespace ehc::read {

struct Programs {
    std::shared_ptr<pdf::Helpers> pdf; // none: PDFs are named as not read
};

} // namespace ehc::read

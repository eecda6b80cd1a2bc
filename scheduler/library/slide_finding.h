// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a check found on a slide of the library, and how it is kept.
#pragma once

#include "base/result.h"
#include "content/review/finding.h"

#include <string>
#include <vector>

namespace jtv::library {

struct SlideFinding {
    std::string slide;       // its title
    std::string sha256;      // of its document
    review::Finding finding; // its place: the document's name and line
};

// Whether one of them forbids publishing.
bool haveErrors(const std::vector<SlideFinding>& findings);

// Adds those of `more` that do not say the same again.
void addNew(std::vector<SlideFinding>& findings, std::vector<SlideFinding> more);

// Errors first, then by slide and line.
void sort(std::vector<SlideFinding>& findings);

// Without the document's name, for rows that are kept under its digest. Errors: kInvalid.
std::string toStored(const std::vector<review::Finding>& findings);
Result<std::vector<review::Finding>> fromStored(const std::string& text);

} // namespace jtv::library

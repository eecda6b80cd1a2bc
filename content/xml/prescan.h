// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is looked at in the raw bytes before the XML parser sees them.
#pragma once

#include "base/result.h"
#include "content/xml/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml {

// What is repaired beyond it is not told.
inline constexpr std::size_t kMostRemarks = 100;

// Size, encoding (UTF-8, UTF-16, ISO-8859-*, Windows-125*, US-ASCII) and a rough bound on the
// number of attributes in one tag, because libxml2 compares each with each before it tells us.
Status prescan(std::string_view bytes, const std::string& file, const ReadOptions& options);

struct Repaired {
    std::string text;
    std::vector<model::Remark> remarks; // one for each "<" that became "&lt;", at most kMostRemarks
};
Repaired repairLessThan(std::string_view bytes, const std::string& file);

} // namespace jtv::xml

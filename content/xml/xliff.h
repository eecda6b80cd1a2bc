// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Translation hand-off ⇄ XLIFF, the format every translation office can open.
#pragma once

#include "base/result.h"
#include "content/model/translation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace jtv::xml {

inline constexpr std::size_t kMaxXliffBytes = std::size_t{8} << 20U;

enum class XliffVersion { k12, k21 };

// XLIFF 2.0, 2.1 or 1.2, as its root says. A document of 2.x that breaks the specification, core or
// module, is refused, whether or not what is broken matters to us. Segments of one unit are joined,
// candidates and glossaries are left aside. Errors: kInvalid, "FILE:LINE: …".
Result<model::Translation>
readXliff(std::string_view bytes, std::string_view file = "translation.xlf");

// Addresses and numbers are written as codes the translator cannot change by accident.
std::string
writeXliff(const model::Translation& translation, XliffVersion version = XliffVersion::k21);

} // namespace jtv::xml

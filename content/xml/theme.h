// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Theme ⇄ XML (theme.rng, namespace urn:jobcenter-tv:theme:1). Any one thread.
#pragma once

#include "base/result.h"
#include "content/model/theme.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace jtv::xml {

inline constexpr std::string_view kThemeNamespace = "urn:jobcenter-tv:theme:1";
inline constexpr std::size_t kMaxThemeBytes = std::size_t{64} << 10U;

// `file` is the name used in messages. Errors: kInvalid, "FILE:LINE: what is wrong; the fix", also
// for a colour that cannot be read on its ground.
Result<model::Theme> readTheme(std::string_view bytes, std::string_view file = "theme.xml");

// The same theme always gives the same bytes, and readTheme() gives the same theme back.
std::string writeTheme(const model::Theme& theme);

} // namespace jtv::xml

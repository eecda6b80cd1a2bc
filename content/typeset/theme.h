// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The themes that are always there.
#pragma once

#include "content/model/theme.h"

#include <string_view>

namespace jtv::typeset {

using model::Colour;
using model::contrast;
using model::Ground;
using model::Theme;

// nullptr: there is no built-in theme of that name.
const Theme* themeNamed(std::string_view name);
const Theme& defaultTheme();

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text files from Windows and Linux as UTF-8, and the nearest known word for a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jtv::settings {

// Without the byte order mark; bytes that are not UTF-8 are taken for Windows-1252.
std::string toUtf8(std::string_view bytes);

// The known word with at most two letters wrong, or empty.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

} // namespace jtv::settings

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The small change of attribute values and texts: lists, decimals, lengths, white space.
#pragma once

#include "content/model/layout.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml {

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names);

// Without XML's white space at both ends.
std::string_view trim(std::string_view text);

// White space runs become one space; none at the ends.
std::string collapsed(std::string_view text);

// The parts between separators, trimmed; at least one, some may be empty.
std::vector<std::string_view> split(std::string_view text, char separator);

// As model::decimalFrom(), at most 20 letters.
std::optional<double> parseDecimal(std::string_view text);
bool isWhole(std::string_view text); // digits only, at least one

// "50%", "12px", "12"; nullopt when it is none of these or beyond ±100,000.
std::optional<model::Length> parseLength(std::string text);

} // namespace jtv::xml

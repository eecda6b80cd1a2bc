// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Decimal numbers as XML's attributes and XPath write them.
#pragma once

#include <optional>
#include <string_view>

namespace jtv::model {

// Digits with at most one point: "3", "3.5", ".5". Not "1e3", "inf", "+1", "-1".
std::optional<double> decimalFrom(std::string_view text);

} // namespace jtv::model

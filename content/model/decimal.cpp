// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The library's readers take exponents, signs and words that are no numbers here.
#include "content/model/decimal.h"

namespace jtv::model {

std::optional<double> decimalFrom(std::string_view text)
{
    double value = 0;
    double weight = 0;
    bool digits = false;
    for (const char c : text) {
        if (c == '.' && weight == 0) {
            weight = 1;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            value = value * 10 + (c - '0');
            weight *= 10;
        } else {
            return std::nullopt;
        }
    }
    if (!digits) {
        return std::nullopt;
    }
    return weight > 0 ? value / weight : value;
}

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// An address becomes the dark and light modules of a QR code [ISO/IEC 18004].
#pragma once

#include "base/result.h"
#include "content/typeset/typeset.h"

#include <string>
#include <vector>

namespace jtv::typeset {

constexpr int kQuietZone = 4; // light modules on each side

struct QrModules {
    int width = 0;          // modules, without the quiet zone
    std::vector<bool> dark; // width * width, row by row

    int fullWidth() const { return width + 2 * kQuietZone; }
};

// Error correction M, and Q or H where they cost no larger symbol. Errors: kInvalid when the
// address is empty or too long for any code.
Result<QrModules> encodeQr(const std::string& address);

// px a module for a square of at most `side` px: what the distance needs, and more where `wanted`
// px of edge ask for it. Errors: kInvalid naming the largest distance that works.
Result<int> moduleSize(
    const QrModules& modules,
    double side,
    double wanted,
    const std::string& address,
    const Target& target);

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether two machines set the same slide to the same pixels. *thread-safe*
#pragma once

#include "base/pixels.h"

#include <string>

namespace jtv::typeset {

// What the pixels depend on besides the slide: the libraries, the machine's kind, and a digest of
// the names and versions of all fonts. Equal texts make equal pictures likely, digestOf() proves
// it. Asks fontconfig at the first call (some 50 ms), the same text ever after.
const std::string& stackVersion();

// SHA-256 (64 digits) of width, height and pixels, these in a shorter form without loss. Some 3 ms
// for a slide of 1920 x 1080.
std::string digestOf(const Pixels& pixels);

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What stands in a PNG or WebP besides its picture, found by name.
#pragma once

#include <string_view>

namespace jtv::picture {

// The body of the first chunk of this name; empty = none. No checksum is looked at.
std::string_view pngChunk(std::string_view png, std::string_view name);
std::string_view riffChunk(std::string_view riff, std::string_view name);

} // namespace jtv::picture

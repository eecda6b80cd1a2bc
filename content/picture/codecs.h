// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The three formats behind picture.h, one file each.
#pragma once

#include "content/picture/picture.h"

#include <string_view>

namespace jtv::picture {

// How the stored picture must be turned and mirrored to stand upright; EXIF's numbers 1 … 8.
// 1 when the JPEG says nothing, or something unreadable.
int exifOrientation(std::string_view jpeg);
Pixels upright(Pixels pixels, int orientation);

Status checkSize(std::uint64_t width, std::uint64_t height, const Limits& limits);

Result<Size> pngSize(std::string_view bytes);
Result<Pixels> decodePng(std::string_view bytes, const Limits& limits);
Result<Size> jpegSize(std::string_view bytes);
Result<Pixels> decodeJpeg(std::string_view bytes, const Limits& limits);
Result<Size> webpSize(std::string_view bytes);
Result<Pixels> decodeWebp(std::string_view bytes, const Limits& limits);

// Colour times alpha, in place.
void premultiply(Pixels& pixels);

} // namespace jtv::picture

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The three formats behind picture.h, one file each.
#pragma once

#include "content/picture/picture.h"

#include <string_view>

namespace jtv::picture {

// How the stored picture must be turned and mirrored to stand upright; EXIF's numbers 1 … 8, read
// from its TIFF structure. 1 when that says nothing, or something unreadable.
int exifOrientation(std::string_view tiff);
Pixels upright(Pixels pixels, int orientation);
Size uprightSize(Size stored, int orientation);

// `bytes`: what decoding needs of memory for each pixel.
Status
checkSize(std::uint64_t width, std::uint64_t height, std::uint64_t bytes, const Limits& limits);
Error tooLarge(std::uint64_t width, std::uint64_t height);

// The size of what the decoder below it gives.
Result<Size> pngSize(std::string_view bytes, const Limits& limits);
Result<Pixels> decodePng(std::string_view bytes, const Limits& limits);
Result<Size> jpegSize(std::string_view bytes, const Limits& limits);
Result<Pixels> decodeJpeg(std::string_view bytes, const Limits& limits);
Result<Size> webpSize(std::string_view bytes, const Limits& limits);
Result<Pixels> decodeWebp(std::string_view bytes, const Limits& limits);

// Whether there are more pictures behind the first.
bool pngMoves(std::string_view bytes);
bool webpMoves(std::string_view bytes);

} // namespace jtv::picture

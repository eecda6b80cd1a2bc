// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Image bytes to a picture in memory and back; the only user of libpng, turbojpeg, libwebp and
// Little CMS.
// Input is trusted as far as it has passed jtv-ingest, but limits hold here too.
#pragma once

#include "base/pixels.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace jtv::picture {

struct Limits {
    std::uint64_t pixels = 64'000'000; // width * height
    std::uint64_t fileBytes = std::uint64_t{64} << 20U;
    std::uint64_t memory = std::uint64_t{160} << 20U; // bytes, while it is decoded
};

// Thread-safe. PNG, JPEG or WebP, told apart by the bytes, not by a name; of a moving one the first
// picture. Upright as EXIF says, in sRGB whatever profile or inks it has. A JPEG that needs more
// memory comes half as wide, or a quarter, an eighth. Errors: kUnsupported (another format),
// kInvalid (damaged, cut off, or larger than the limits).
Result<Pixels> decode(std::string_view bytes, const Limits& limits = {});

// As decode(), with the file's name in the error.
Result<Pixels> readPicture(const std::filesystem::path& path, const Limits& limits = {});

// Whether the first bytes (12 are enough) are those of one of these formats.
bool isPicture(std::string_view bytes);

// Whether it is one that moves; no other check is made.
bool moves(std::string_view bytes);

// Thread-safe. The size that decode() gives, without decoding. Errors as decode().
struct Size {
    int width = 0;  // px
    int height = 0; // px
};
Result<Size> sizeOf(std::string_view bytes, const Limits& limits = {});

// Thread-safe. `quality` 1 … 100. JPEG has no alpha: the picture is written as it lies on black.
Result<std::string> encodePng(const Pixels& pixels);
Result<std::string> encodeJpeg(const Pixels& pixels, int quality = 80);

// encodePng() to a file that is replaced, never rewritten.
Status writePng(const Pixels& pixels, const std::filesystem::path& path);

// Colour times alpha, in place.
void premultiply(Pixels& pixels);

} // namespace jtv::picture

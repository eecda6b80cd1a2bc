// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures in formats that only the ingest process opens: SVG, PDF, AVIF, HEIC and GIF.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/ingest/limits.h"
#include "content/ingest/sniff.h"

#include <string_view>

namespace jtv::ingest {

// Whether decodeForeign() is for it.
bool isForeignPicture(Format format);

// What stands for the file: of GIF the first picture, of PDF the first page, drawings as large as a
// screen. Upright, in sRGB. Errors: kInvalid (damaged, too large), kUnsupported.
Result<Pixels> decodeForeign(Format format, std::string_view bytes, const Limits& limits);

// Whether there are more pictures behind the one that stands for the file: an animation. No other
// check is made. Of a PDF never.
bool pictureMoves(Format format, std::string_view bytes);
bool gifMoves(std::string_view bytes);
bool heifMoves(std::string_view bytes);

// One decoder each; see decodeForeign().
Result<Pixels> decodeSvg(std::string_view bytes, const Limits& limits);
Result<Pixels> decodePdf(std::string_view bytes, const Limits& limits);
Result<Pixels> decodeHeif(std::string_view bytes, const Limits& limits);
Result<Pixels> decodeGif(std::string_view bytes, const Limits& limits);

} // namespace jtv::ingest

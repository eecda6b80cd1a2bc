// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which decoder takes which format.
#include "content/ingest/foreign_picture.h"

#include "content/picture/picture.h"

namespace jtv::ingest {

bool isForeignPicture(Format format)
{
    return format == Format::kSvg || format == Format::kPdf || format == Format::kHeif ||
           format == Format::kGif;
}

bool pictureMoves(Format format, std::string_view bytes)
{
    switch (format) {
    case Format::kGif:
        return gifMoves(bytes);
    case Format::kHeif:
        return heifMoves(bytes);
    default:
        return picture::moves(bytes);
    }
}

Result<Pixels> decodeForeign(Format format, std::string_view bytes, const Limits& limits)
{
    switch (format) {
    case Format::kSvg:
        return decodeSvg(bytes, limits);
    case Format::kPdf:
        return decodePdf(bytes, limits);
    case Format::kHeif:
        return decodeHeif(bytes, limits);
    case Format::kGif:
        return decodeGif(bytes, limits);
    default:
        return Error{ErrorKind::kUnsupported, "this is no picture that is known here"};
    }
}

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SMIL 3.0 ⇄ playlist. Real-world files are read as they are; what was repaired, skipped or will
// not play stands in Playlist::remarks with its line, never silently.
#pragma once

#include "base/result.h"
#include "content/model/playlist.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace jtv::xml {

// The media type by which a <ref> names a slide of ours.
inline constexpr std::string_view kSlideType = "application/x-jtv-slide+xml";

// Read is all that docs/smil.md lists. An element that cannot be played is left out of the tree
// with an error remark; an attribute without effect is named by a warning. Errors: kInvalid,
// "FILE:LINE: …", when the text is not XML or its root is not <smil>; those of readFile(). Any one
// thread.
Result<model::Playlist> parseSmil(std::string_view bytes, std::string file);
Result<model::Playlist> readSmil(const std::filesystem::path& path);

// The same playlist as SMIL 3.0 text with its name space declared; parseSmil() of it gives an equal
// playlist (but for lines and remarks).
std::string writeSmil(const model::Playlist& playlist);

} // namespace jtv::xml

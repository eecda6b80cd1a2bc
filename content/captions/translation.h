// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions as a hand-off to translators: each caption a unit (each speaker's line of one where
// several talk), its markup a protected code, its time kept. Pure; any one thread.
#pragma once

#include "base/result.h"
#include "content/model/captions.h"
#include "content/model/playlist.h"
#include "content/model/translation.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

// `before`: an earlier hand-off, null when there is none. What was translated there and still has
// the same source keeps text and state; where the source has changed the old text goes along as
// outdated. Units are numbered by the captions' order; a note tells when each is shown, and a unit
// may be as long as is read in that time.
model::Translation exportCaptions(
    const model::CaptionTrack& source,
    std::string_view original,
    std::string_view language,
    const model::Translation* before);

struct ImportedCaptions {
    model::CaptionTrack track;          // with times and places of the source
    std::vector<model::Remark> remarks; // what is missing, outdated, or too long to be read
};

// A caption without translation is left out, one whose source has changed meanwhile is taken.
// Errors: kInvalid, FILE:LINE: another source language, no target language, or a code was lost.
Result<ImportedCaptions>
importCaptions(const model::CaptionTrack& source, const model::Translation& translation);

// "film.de.vtt" and ar give "film.ar.vtt", "film.srt" gives "film.ar.vtt".
std::filesystem::path
translatedName(const std::filesystem::path& source, std::string_view language);

} // namespace jtv::captions

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The caption files that belong to a video: named in the playlist, or lying beside it.
#pragma once

#include "content/model/captions.h"
#include "content/model/playlist.h"
#include "player/show/show.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace jtv::show {

struct Sidecar {
    std::filesystem::path file;
    std::string language; // BCP 47; empty = not told
};

// "film.de.vtt", "film.vtt", "film.en.srt" … beside "film.mp4", by name.
std::vector<Sidecar> captionsBeside(const std::filesystem::path& video);

// <param name="captions" value="…"/> or name="captions-de" in the medium; sources as the medium's.
// What cannot be found is told in the log.
std::vector<Sidecar> captionsNamed(const model::Media& media, const Resolve& resolve);

struct CaptionFile {
    std::shared_ptr<const model::CaptionTrack> track;
    std::string name; // of the file, for the statistics
};

// The one that suits the languages best; null when there is none, or it cannot be read, which is
// told in the log. Reads the disk.
CaptionFile
readSidecar(const std::vector<Sidecar>& files, const std::vector<std::string>& languages);

} // namespace jtv::show

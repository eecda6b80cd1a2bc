// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files named on the command line become a playlist, and its sources files and slides.
#pragma once

#include "base/result.h"
#include "content/model/playlist.h"
#include "player/show/show.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {

// One SMIL file, or videos, pictures and slides in sequence. Errors: those of reading the files;
// kUnsupported (addresses of the web, a SMIL file among others).
Result<std::shared_ptr<const model::Playlist>> playlistOf(const std::vector<std::string>& files);

// Told by its first bytes and its name.
bool isPlaylist(const std::filesystem::path& file);

// Sources relative to `folder`; slides are read. For any thread.
show::Resolve resolveIn(std::filesystem::path folder);

// The folder that sources of these files start from.
std::filesystem::path folderOf(const std::vector<std::string>& files);

} // namespace jtv::app

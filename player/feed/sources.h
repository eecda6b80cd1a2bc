// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The files a playlist needs.
#pragma once

#include "content/model/playlist.h"

#include <string>
#include <vector>

namespace jtv::feed {

// Sources as written, each once, in document order. Any one thread.
std::vector<std::string> sourcesOf(const model::Playlist& playlist);

} // namespace jtv::feed

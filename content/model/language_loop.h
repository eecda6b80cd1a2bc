// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The items of a playlist as their languages follow each other, in the order they are written.
// Pure.
#pragma once

#include "base/result.h"
#include "content/model/language_policy.h"
#include "content/model/playlist.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jtv::model {

struct LoopSources {
    std::function<Result<std::shared_ptr<const Slide>>(const Media&)> slide;
    std::function<Milliseconds(const Media&)>
        length; // of anything else that has no time of its own
};

// Errors: those of `slide`.
Result<std::vector<LoopItem>> loopOf(
    const Playlist& playlist,
    LanguageOrder order,
    const std::vector<std::string>& languages,
    const LoopSources& sources);

} // namespace jtv::model

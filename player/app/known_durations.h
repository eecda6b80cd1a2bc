// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How long media are, for a timeline nobody watches: from a file, or by looking at the media.
#pragma once

#include "base/result.h"
#include "content/model/language_policy.h"
#include "content/model/playlist.h"
#include "player/timeline/timeline.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace jtv::app {

// Main-thread only; probing blocks.
class KnownDurations {
public:
    // Sources are relative to `folder`; `languages` are those of the screen, best first.
    KnownDurations(
        std::filesystem::path folder,
        std::vector<std::string> languages,
        model::LanguageOrder order)
        : folder_(std::move(folder)), languages_(std::move(languages)), order_(order)
    {}

    // From now on video and sound are as long as the file says, and are not looked at. The file is
    // one JSON object: the source as written → milliseconds. Errors: those of readFile(), kInvalid.
    Status load(const std::filesystem::path& file);

    timeline::Intrinsic of(const model::Media& media);

    // True when it was looked at in vain; the reason was logged.
    bool failed(const model::Media& media) const { return failed_.count(&media) > 0; }
    bool anyFailed() const { return !failed_.empty(); }

private:
    timeline::Intrinsic ofSlide(const model::Media& media);
    timeline::Intrinsic byProbing(const model::Media& media);
    timeline::Intrinsic fail(const model::Media& media, const std::string& reason);

    std::filesystem::path folder_;
    std::vector<std::string> languages_;
    model::LanguageOrder order_;
    std::optional<std::map<std::string, Milliseconds>> listed_;
    std::set<const model::Media*> failed_;
    bool started_ = false;
};

} // namespace jtv::app

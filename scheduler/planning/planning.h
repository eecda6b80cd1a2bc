// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists, rules and files → one plan a screen, with only what that screen needs. Pure.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/decoders.h"
#include "content/model/plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jtv::planning {

struct Playlist {
    std::string id;
    std::string name;
    std::string smilSha256;
    std::vector<std::string> assets; // SHA-256 of every file its SMIL document names
};

struct TargetedRule {
    model::Rule rule;
    std::vector<std::string> screens; // ids; empty = all screens
};

// All that is in the library at the moment of publishing.
struct Programme {
    std::vector<Playlist> playlists;
    std::string defaultPlaylist;
    std::vector<TargetedRule> rules;
    std::map<std::string, model::Asset> assets; // by SHA-256; the SMIL documents too
};

struct Screen {
    std::string id;
    model::ScreenSettings settings;
    model::Display display;
    // Of what it shows; empty: it sets the type itself, unchecked.
    std::vector<model::ApprovedPicture> pictures;
    std::vector<model::Asset> images;         // that `pictures` name
    model::Board board = model::Board::kNone; // of which it is told; kNone: of no known one

    friend bool operator==(const Screen&, const Screen&) = default;
};

struct Publication {
    std::uint64_t revision = 0;
    WallTime created{};
    std::optional<std::uint64_t> rollsBack;
};

// One plan for each screen, in their order; each has passed model::checkPlan() and its rules
// timetable::Timetable::make(). Errors: kInvalid or kUnsupported with the playlist or rule at
// fault.
Result<std::vector<model::Plan>> makePlans(
    const Programme& programme, const std::vector<Screen>& screens, const Publication& publication);

} // namespace jtv::planning

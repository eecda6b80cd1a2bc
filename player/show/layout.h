// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A playlist's layout on a screen of another size.
#pragma once

#include "content/model/playlist.h"
#include "player/screen/screen.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jtv::show {

// Where a playlist's media are shown. The last region is the whole root layout, for media that name
// no region or one that does not exist.
struct StageLayout {
    std::vector<screen::Region> regions;
    std::vector<std::string> names; // region ids, empty for the last
    std::vector<screen::Fit> fits;  // as the regions say
    std::vector<std::optional<model::Alignment>> alignments;
    double scale = 1;             // px of the screen for one of the root layout
    std::uint32_t background = 0; // 0xrrggbb behind everything
    std::size_t regionOf(const model::Media& media) const;
    screen::Fit fitOf(const model::Media& media) const;
    std::optional<screen::Anchor> anchorOf(const model::Media& media) const;
};

// "#rrggbb" as 0xrrggbb; nullopt for anything else.
std::optional<std::uint32_t> colourOf(const std::string& text);

// The root layout is scaled to the screen without changing its shape, and centred; one without a
// size of its own is the screen.
StageLayout layOut(const model::Layout& layout, int screenWidth, int screenHeight);

} // namespace jtv::show

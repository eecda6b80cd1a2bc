// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Videos and captions before they are published.
#pragma once

#include "content/model/captions.h"
#include "content/model/media_facts.h"
#include "content/review/finding.h"

#include <string>
#include <vector>

namespace jtv::review {

struct MediaReview {
    // Boards of the screens that will show it: "pi3", "pi4", "pi5", "vaapi"; others are passed
    // over.
    std::vector<std::string> boards;
    bool captionsBeside = false; // a caption file goes with the video, or its picture holds them
};

// Findings stand at line 1 of `file`.
std::vector<Finding>
reviewMedia(const model::MediaFacts& facts, const std::string& file, const MediaReview& options);

// Captions shown too short for their characters or for the eye, or over each other.
std::vector<Finding> reviewCaptions(const model::CaptionTrack& track, const std::string& file);

} // namespace jtv::review

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a video may become: every happening has its line, and after the end nothing happens any
// more; pure.
#pragma once

#include "player/media/video.h"

#include <algorithm>
#include <array>
#include <optional>

namespace jtv::media {

enum class Stage { kPrerolling, kRunning, kEnded };
enum class Happening { kFrame, kEndOfStream, kError, kSilence };

struct Transition {
    Stage from = Stage::kPrerolling;
    Happening happening = Happening::kFrame;
    Stage to = Stage::kPrerolling;
    std::optional<End> end;
};

inline constexpr std::array<Transition, 8> kTransitions{{
    {Stage::kPrerolling, Happening::kFrame, Stage::kRunning, std::nullopt},
    {Stage::kPrerolling, Happening::kEndOfStream, Stage::kEnded, End::kFailed},
    {Stage::kPrerolling, Happening::kError, Stage::kEnded, End::kFailed},
    {Stage::kPrerolling, Happening::kSilence, Stage::kEnded, End::kTimedOut},
    {Stage::kRunning, Happening::kFrame, Stage::kRunning, std::nullopt},
    {Stage::kRunning, Happening::kEndOfStream, Stage::kEnded, End::kFinished},
    {Stage::kRunning, Happening::kError, Stage::kEnded, End::kFailed},
    {Stage::kRunning, Happening::kSilence, Stage::kEnded, End::kTimedOut},
}};

// The line for this, or null.
inline const Transition* transitionAt(Stage stage, Happening what)
{
    const auto* found =
        std::find_if(kTransitions.begin(), kTransitions.end(), [&](const auto& line) {
            return line.from == stage && line.happening == what;
        });
    return found == kTransitions.end() ? nullptr : found;
}

} // namespace jtv::media

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where moving pictures are shown without being painted: planes of a display controller.
#pragma once

#include "player/frame/frame.h"
#include "player/screen/painter.h"
#include "player/screen/still.h"

#include <cstddef>
#include <optional>

namespace jtv::screen {

// Main-thread only. A layer is told apart by its position in the composition.
class VideoPlanes {
public:
    VideoPlanes() = default;
    VideoPlanes(const VideoPlanes&) = delete;
    VideoPlanes& operator=(const VideoPlanes&) = delete;
    virtual ~VideoPlanes() = default;

    // Shows the picture on a plane from the next update on: `source` in px of the picture, `target`
    // in px of the display. nullopt: it has to be painted.
    virtual std::optional<frame::Way> take(
        std::size_t layer, const frame::Frame& picture, const Rect& source, const Rect& target) = 0;

    // From the next update on the layer has no plane; nothing happens when it has none.
    virtual void release(std::size_t layer) = 0;

    // Memory with alpha, as large as the display, above all planes that take() gives; without data
    // where there is none beside a plane for a video. Keeps what was painted into it.
    virtual Canvas top() = 0;
    // From the next update on the top memory is shown as it is now, or not at all.
    virtual void showTop(bool shown) = 0;
};

} // namespace jtv::screen

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures above all regions.
#include "player/screen/overlay.h"

#include <algorithm>
#include <cstring>

namespace jtv::screen {

void Overlays::show(int level, std::shared_ptr<const Still> still)
{
    Entry& entry = entries_[level];
    entry.fresh = entry.fresh || entry.still != still;
    entry.still = std::move(still);
}

bool Overlays::changed() const
{
    return std::any_of(
        entries_.begin(), entries_.end(), [](const auto& entry) { return entry.second.fresh; });
}

void Overlays::paintAlone(const Canvas& canvas)
{
    std::vector<Rect> exposed;
    expose({0, 0, canvas.width, canvas.height}, exposed); // takes note of what is new
    for (int y = 0; y < canvas.height; ++y) {
        std::memset(canvas.at(0, y), 0, static_cast<std::size_t>(canvas.width) * 4);
    }
    for (const auto& [level, entry] : entries_) {
        copyStill(canvas, *entry.still, 0, 0);
    }
}

bool Overlays::over(const Rect& rect) const
{
    return std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) {
        return entry.second.still && overlap(entry.second.still->target, rect);
    });
}

void Overlays::expose(const Rect& whole, std::vector<Rect>& exposed)
{
    for (auto& [level, entry] : entries_) {
        if (!entry.fresh) {
            continue;
        }
        const Rect before = entry.covered;
        entry.covered = entry.still ? within(entry.still->target, whole) : Rect{};
        entry.fresh = false;
        for (const Rect& rect : {before, entry.covered}) {
            if (!rect.empty() && std::find(exposed.begin(), exposed.end(), rect) == exposed.end()) {
                exposed.push_back(rect);
            }
        }
    }
    std::erase_if(entries_, [](const auto& entry) { return entry.second.still == nullptr; });
}

bool Overlays::spread(
    const std::vector<Rect>& painted, const Rect& whole, std::vector<Rect>& exposed)
{
    bool grew = false;
    for (auto& [level, entry] : entries_) {
        entry.covered = within(entry.still->target, whole);
        const Rect& covered = entry.covered;
        const auto touches = [&](const Rect& rect) { return overlap(rect, covered); };
        const auto covers = [&](const Rect& rect) { return within(covered, rect) == covered; };
        if (std::any_of(painted.begin(), painted.end(), touches) &&
            std::none_of(painted.begin(), painted.end(), covers)) {
            exposed.push_back(covered);
            grew = true;
        }
    }
    return grew;
}

void Overlays::paint(const Canvas& canvas, const std::vector<Rect>& painted)
{
    for (const auto& [level, entry] : entries_) {
        const Rect& covered = entry.covered;
        const bool touched = std::any_of(painted.begin(), painted.end(), [&](const Rect& rect) {
            return overlap(rect, covered);
        });
        if (touched) {
            paintStill(canvas, *entry.still, 0, 0);
        }
    }
}

} // namespace jtv::screen

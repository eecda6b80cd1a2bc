// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which plane of a display controller shows what; pure.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace jtv::screen {

enum class PlaneType { kOverlay, kPrimary, kCursor };

// How pixels lie in memory: DRM_FORMAT_* and DRM_FORMAT_MOD_*.
struct PlaneFormat {
    std::uint32_t fourcc = 0;
    std::uint64_t modifier = 0; // 0 = row by row

    bool operator==(const PlaneFormat&) const = default;
};

// One plane as the kernel describes it.
struct PlaneFacts {
    std::uint32_t id = 0;
    PlaneType type = PlaneType::kOverlay;
    bool reachesOutput = false; // can be shown on the output in use
    bool busy = false;          // shows something that is not ours
    std::uint64_t zpos = 0;     // the higher one lies on top
    std::vector<PlaneFormat> formats;
};

// The planes above the primary one that could show this format, lowest first.
std::vector<std::uint32_t> planesFor(const std::vector<PlaneFacts>& planes, PlaneFormat format);

// What is already in use by ourselves.
using TakenPlanes = std::set<std::uint32_t>;

// The lowest free plane: moving pictures lie directly above the interface, so that what has alpha
// finds one above them.
std::optional<std::uint32_t>
lowestFree(const std::vector<PlaneFacts>& planes, PlaneFormat format, const TakenPlanes& taken);

// The highest free plane that lies above all taken ones.
std::optional<std::uint32_t>
highestFree(const std::vector<PlaneFacts>& planes, PlaneFormat format, const TakenPlanes& taken);

} // namespace jtv::screen

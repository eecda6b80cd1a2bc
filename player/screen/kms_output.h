// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One display at a display controller (Linux DRM/KMS): its mode, its planes, and commits that take
// effect all at once.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "player/screen/plane_choice.h"
#include "player/screen/still.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::screen {

// What a plane shows from a commit on.
struct PlaneState {
    std::uint32_t plane = 0;
    std::uint32_t framebuffer = 0; // 0 = nothing
    Rect source;                   // px of the framebuffer
    Rect target;                   // px of the display
    bool bt709 = true;             // of Y'CbCr formats; false: BT.601
    bool fullRange = false;
};

// Where a plane shows its memory now.
struct PlaneGeometry {
    std::uint32_t framebuffer = 0;
    Rect target; // px of the display
};

// Main-thread only.
class KmsOutput {
public:
    // The first connected display. `fd` is borrowed from SDL, which must have opened the device and
    // be its master. Errors: kUnavailable, with the reason.
    static Result<std::unique_ptr<KmsOutput>> open(int fd);
    KmsOutput(const KmsOutput&) = delete;
    KmsOutput& operator=(const KmsOutput&) = delete;
    ~KmsOutput();

    int fd() const { return fd_; }
    int width() const { return width_; }   // px
    int height() const { return height_; } // px
    Nanoseconds refresh() const { return refresh_; }
    std::uint32_t primary() const { return primary_; }
    const std::vector<PlaneFacts>& planes() const { return planes_; }

    // What the controller says it shows, the lowest plane first.
    std::vector<PlaneGeometry> shownPlanes() const;

    // Would the controller show this, beside what it shows? Nothing changes.
    bool possible(const std::vector<PlaneState>& states) const;

    // Puts it on the display at the next refresh; planes that are not named stay as they are.
    // Returns at once; until flipped() says so, no other commit is possible. The first one sets the
    // mode and waits. Errors: errno's name and meaning; kUnavailable for EBUSY (try again later),
    // kFull when the controller's bandwidth or memory does not suffice, kInternal otherwise.
    Status commit(const std::vector<PlaneState>& states);

    bool waiting() const { return waiting_; }
    // Reads the controller's events; when the commit that was waited for was seen on the display.
    std::optional<SteadyTime> flipped();

private:
    explicit KmsOutput(int fd) : fd_(fd) {}
    bool findOutput();
    bool findPlanes();
    PlaneFacts describe(std::uint32_t plane);
    std::map<std::string, std::uint64_t> readProperties(std::uint32_t object, std::uint32_t type);
    std::uint32_t property(std::uint32_t object, const std::string& name) const;
    int send(
        const std::vector<PlaneState>& states,
        std::uint32_t flags,
        std::optional<SteadyTime>* at) const;

    using Properties = std::map<std::string, std::uint32_t>; // name → id
    int fd_;
    int width_ = 0;
    int height_ = 0;
    Nanoseconds refresh_{0};
    std::uint32_t connector_ = 0;
    std::uint32_t crtc_ = 0;
    unsigned crtcIndex_ = 0;
    std::uint32_t mode_ = 0; // blob
    std::uint32_t primary_ = 0;
    std::vector<PlaneFacts> planes_;
    std::map<std::uint32_t, Properties> properties_; // by object
    bool modeSet_ = false;
    bool waiting_ = false;
    std::optional<SteadyTime> flippedAt_; // written by libdrm's callback within flipped()
};

} // namespace jtv::screen

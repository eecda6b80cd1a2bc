// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One display at a display controller (Linux DRM/KMS): its mode, its planes, and commits that take
// effect all at once. The display may be missing, and come and go.
#pragma once

#include "base/c_handle.h"
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
    // Of openController(). `width`, `height`: px to reckon with until a display is attached.
    KmsOutput(UniqueFd fd, int width, int height);
    KmsOutput(const KmsOutput&) = delete;
    KmsOutput& operator=(const KmsOutput&) = delete;
    ~KmsOutput();

    // Looks which display is attached, and takes the first one in the mode it prefers. Asks the
    // display itself, which takes some 50 ms. False: nothing differs from what was known. Otherwise
    // the display is dark until the next commit, which sets the mode.
    bool look();

    int fd() const { return fd_.get(); }
    bool connected() const { return shown_.has_value(); }
    // Of the display attached last.
    int width() const { return width_; }   // px
    int height() const { return height_; } // px
    Nanoseconds refresh() const { return refresh_; }
    std::uint32_t primary() const { return primary_; } // 0 where none is connected
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

    // Takes the signal from the display, which goes to sleep for want of one, and all planes from
    // their memory; the next commit wakes it. Waits for the commit under way.
    void darken();

    bool waiting() const { return waiting_; }
    // Reads the controller's events; when the commit that was waited for was seen on the display.
    std::optional<SteadyTime> flipped();

private:
    // A display, and by which of the controller's parts it is shown.
    struct Attached {
        std::uint32_t connector = 0;
        std::uint32_t crtc = 0;
        unsigned crtcIndex = 0;
        std::vector<std::uint8_t> mode; // a drmModeModeInfo
        bool operator==(const Attached&) const = default;
    };
    std::optional<Attached> findDisplay() const;
    std::optional<Attached> attachedTo(std::uint32_t connector) const;
    bool take(const Attached& display);
    bool linkLost();
    bool findPlanes();
    PlaneFacts describe(std::uint32_t plane);
    std::map<std::string, std::uint64_t> readProperties(std::uint32_t object, std::uint32_t type);
    std::uint32_t property(std::uint32_t object, const std::string& name) const;
    struct Request; // a commit being put together
    void add(Request& request, std::uint32_t object, const char* name, std::uint64_t value) const;
    void addPlane(Request& request, const PlaneState& state) const;
    void clearOthers(Request& request, const std::vector<PlaneState>& kept) const;
    int send(
        const std::vector<PlaneState>& states,
        std::uint32_t flags,
        std::optional<SteadyTime>* at) const;

    using Properties = std::map<std::string, std::uint32_t>; // name → id
    UniqueFd fd_;
    int width_;
    int height_;
    Nanoseconds refresh_ = Nanoseconds(std::chrono::seconds(1)) / 60;
    std::optional<Attached> shown_; // nullopt: no display
    std::uint32_t mode_ = 0;        // blob
    std::uint32_t primary_ = 0;
    std::vector<PlaneFacts> planes_;
    std::map<std::uint32_t, Properties> properties_; // by object
    bool modeSet_ = false;
    bool waiting_ = false;
    std::optional<SteadyTime> flippedAt_; // written by libdrm's callback within flipped()
};

} // namespace jtv::screen

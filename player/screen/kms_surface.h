// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A display controller as a surface: what is painted goes to the primary plane, moving pictures to
// planes of their own, and both change at the same refresh. While there is no display to show it,
// everything is painted into memory.
#pragma once

#include "player/screen/hotplug.h"
#include "player/screen/kms_buffer.h"
#include "player/screen/kms_output.h"
#include "player/screen/surface.h"
#include "player/screen/video_planes.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace jtv::screen {

// Main-thread only.
class KmsSurface final : public Surface, public VideoPlanes {
public:
    explicit KmsSurface(std::unique_ptr<KmsOutput> output);

    Canvas canvas() override;
    bool update(const std::vector<Rect>& damage) override;
    bool renew() override;
    bool ready() override;
    bool later() const override { return lit(); }
    bool changed() override;
    bool connected() const override { return output_->connected(); }
    void light(bool on) override;
    std::optional<SteadyTime> flipped() override;
    std::optional<Result<Pixels>> screenshot() const override;
    VideoPlanes* videoPlanes() override { return lit() ? this : nullptr; }
    int eventFd() const override { return events_.get(); }
    PlaneOffer planeOffer() const override;
    std::optional<Nanoseconds> refresh() const override { return output_->refresh(); }

    std::optional<frame::Way>
    take(std::size_t layer, const frame::Frame& picture, const Rect& source, const Rect& target)
        override;
    void release(std::size_t layer) override;
    Canvas top() override;
    void showTop(bool shown) override;

private:
    using Buffer = std::shared_ptr<KmsBuffer>;
    // A picture on its plane, or on its way there.
    struct OnDisplay {
        PlaneState state;
        Buffer buffer; // null = the plane goes dark
    };
    // What the controller said yes to.
    struct Tested {
        PlaneFormat format;
        Rect source;
        Rect target;
        bool operator==(const Tested&) const = default;
    };
    struct Layer {
        std::optional<OnDisplay> wanted; // at the next commit
        Buffer shown;                    // seen on the display
        Buffer flying;                   // committed
        std::uint32_t plane = 0;
        PlaneFormat format;
        std::optional<Tested> tested;
        bool scales = true;       // false once the controller refused to
        bool refused = false;     // nothing of this layer goes to a plane until it is released
        std::vector<Buffer> pool; // of the copied path
    };

    // What lies above all videos.
    struct Top {
        std::uint32_t plane = 0; // 0 = not in use
        Pixels memory;
        std::array<std::unique_ptr<KmsBuffer>, 2> buffers; // in turn
        std::size_t back = 0;
        bool changed = false; // `memory` is to be shown
        bool hide = false;
    };

    bool lit() const { return awake_ && output_->connected(); }
    bool makeScreens();
    void forget();
    std::optional<OnDisplay>
    imported(const frame::DmaBuf& picture, const Rect& source, const Rect& target);
    std::optional<OnDisplay>
    copied(Layer& layer, const frame::CpuPicture& picture, const Rect& source, const Rect& target);
    Buffer fromPool(Layer& layer, int width, int height);
    bool place(Layer& layer, PlaneFormat format, OnDisplay& picture);
    bool accept(Layer& layer, PlaneFormat format, std::optional<OnDisplay> picture);
    TakenPlanes taken() const;
    static void darken(Layer& layer);
    void refuseAll(const Error& error);
    bool send();
    std::vector<PlaneState> wantedStates();
    void addTop(std::vector<PlaneState>& states);

    std::unique_ptr<KmsOutput> output_; // last to go
    Hotplug hotplug_;
    UniqueFd events_; // those of both
    bool awake_ = true;
    Pixels memory_;
    std::array<std::unique_ptr<KmsBuffer>, 2> screens_; // of the primary plane, in turn
    std::array<std::vector<Rect>, 2> stale_;            // what differs from memory_
    std::size_t back_ = 0;                              // the one not shown
    bool painted_ = false;                              // the back one has something new
    bool unsent_ = false;                               // a commit has to be tried again
    std::map<std::size_t, Layer> layers_;
    Top top_;
};

} // namespace jtv::screen

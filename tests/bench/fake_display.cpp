// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A display controller that shows nothing, for counting what the player itself does for a picture:
// its planes take every moving picture without a copy, and its refreshes are a timer's. Linked
// before player/screen, it stands in for the one of the machine.
#include "base/c_handle.h"
#include "player/screen/surface.h"
#include "player/screen/video_planes.h"

#include <map>
#include <sys/timerfd.h>
#include <unistd.h>
#include <utility>

namespace jtv::screen {
namespace {

constexpr Nanoseconds kRefresh{16'666'667};

class FakeDisplay final : public Surface, public VideoPlanes {
public:
    FakeDisplay(int width, int height) : memory_(width, height) {}

    Canvas canvas() override
    {
        return {memory_.row(0), memory_.stride(), memory_.width, memory_.height};
    }
    bool update(const std::vector<Rect>& /*damage*/) override
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        const auto next = (now / kRefresh + 1) * kRefresh;
        const auto seconds = std::chrono::floor<std::chrono::seconds>(next);
        itimerspec at{};
        at.it_value.tv_sec = seconds.count();
        at.it_value.tv_nsec = static_cast<long>((next - seconds).count());
        ::timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &at, nullptr);
        flips_ = SteadyTime(next);
        flying_ = std::exchange(wanted_, {});
        return true;
    }
    bool renew() override { return true; }
    bool ready() override { return !flips_; }
    bool later() const override { return true; }
    std::optional<SteadyTime> flipped() override
    {
        std::uint64_t count = 0;
        if (::read(timer_.get(), &count, sizeof count) <= 0) {
            return std::nullopt;
        }
        for (auto& [layer, picture] : std::exchange(flying_, {})) {
            shown_[layer] = std::move(picture);
        }
        return std::exchange(flips_, std::nullopt);
    }
    PlaneOffer planeOffer() const override { return {true, 2, {"NV12", "YU12"}}; }
    VideoPlanes* videoPlanes() override { return this; }
    int eventFd() const override { return timer_.get(); }
    std::optional<Nanoseconds> refresh() const override { return kRefresh; }

    std::optional<frame::Way>
    take(std::size_t layer, const frame::Frame& picture, const Rect& /*source*/, const Rect& /*to*/)
        override
    {
        wanted_[layer] = picture;
        return frame::Way{frame::Path::kPlane, true, 1};
    }
    void release(std::size_t layer) override { shown_.erase(layer); }
    Canvas top() override { return {}; }
    void showTop(bool /*shown*/) override {}

private:
    using Pictures = std::map<std::size_t, frame::Frame>; // by layer

    Pixels memory_;
    UniqueFd timer_{::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)};
    std::optional<SteadyTime> flips_; // nullopt: nothing is on its way
    Pictures wanted_;
    Pictures flying_;
    Pictures shown_;
};

} // namespace

std::unique_ptr<Surface> makeKmsSurface(int width, int height)
{
    return std::make_unique<FakeDisplay>(width, height);
}

} // namespace jtv::screen

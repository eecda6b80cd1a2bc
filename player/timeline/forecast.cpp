// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A copy of what runs is stepped until each region that shows something has its successor.
#include "player/timeline/forecast.h"

#include <algorithm>

namespace jtv::timeline {
namespace {

constexpr int kMostInstants = 16;

bool sameRegion(const model::Media& a, const model::Media& b)
{
    const bool soundA = a.kind == model::MediaKind::kAudio;
    const bool soundB = b.kind == model::MediaKind::kAudio;
    return soundA == soundB && (soundA || a.region == b.region);
}

class Forecast {
public:
    Forecast(
        const Running& running,
        Intrinsics& intrinsics,
        const Surroundings& surroundings,
        const MediaSet& broken,
        Milliseconds now,
        std::size_t& visited)
        : present_(running), intrinsics_(intrinsics), surroundings_(surroundings), broken_(broken),
          now_(now), visited_(visited)
    {}

    std::vector<Cue> run()
    {
        for (const auto& showing : present_.showing) {
            if (showing.endsWithMedia && !has(*showing.cue.media)) {
                explore(&showing);
            }
        }
        if (present_.showing.empty() || !isComplete()) {
            explore(nullptr);
        }
        return std::move(found_);
    }

private:
    bool has(const model::Media& media) const
    {
        return std::any_of(found_.begin(), found_.end(), [&](const Cue& cue) {
            return sameRegion(*cue.media, media);
        });
    }

    bool isComplete() const
    {
        return std::all_of(
            present_.showing.begin(), present_.showing.end(), [this](const auto& showing) {
                return has(*showing.cue.media);
            });
    }

    // `first`: the open cue whose end is looked at; nullptr: only the clock.
    void explore(const Running::Showing* first)
    {
        Running future = present_;
        auto now = now_;
        bool open = first != nullptr;
        if (open) {
            step(future, now, first->ticket);
        }
        for (int i = 0; i < kMostInstants && !blocked_ && future.root; ++i) {
            if (open ? has(*first->cue.media) : isComplete() && !found_.empty()) {
                break;
            }
            if (const auto due = nextEvent(*future.outline, *future.root, visited_)) {
                now = *due;
                step(future, now, 0);
            } else if (const auto ticket = openCue(future); open && ticket != 0) {
                step(future, now, ticket);
            } else {
                break;
            }
        }
        blocked_ = false;
    }

    static std::uint64_t openCue(const Running& future)
    {
        const auto found =
            std::find_if(future.showing.begin(), future.showing.end(), [](const auto& showing) {
                return showing.endsWithMedia;
            });
        return found == future.showing.end() ? 0 : found->ticket;
    }

    void step(Running& future, Milliseconds now, std::uint64_t ended)
    {
        Stepper stepper(future, intrinsics_, surroundings_, now);
        stepper.askOnlyFor([this](const model::Media& media) { return !has(media); });
        if (ended != 0) {
            stepper.end(ended, MediaEnd::kFinished, true);
        } else {
            stepper.settle();
        }
        take(stepper);
        for (int i = 0; i < kMostInstants && !blocked_; ++i) {
            const auto ticket = brokenCue(future);
            if (ticket == 0) {
                break;
            }
            Stepper skipper(future, intrinsics_, surroundings_, now);
            skipper.askOnlyFor([this](const model::Media& media) { return !has(media); });
            skipper.end(ticket, MediaEnd::kFailed, true);
            take(skipper);
        }
    }

    void take(Stepper& stepper)
    {
        visited_ += stepper.visited;
        blocked_ = blocked_ || stepper.blocked();
        for (auto& cue : stepper.begins) {
            if (!has(*cue.media) && !broken_.contains(cue.media)) {
                cue.id = 0;
                found_.push_back(std::move(cue));
            }
        }
    }

    // One that began in the future and will fail; 0 = none. What shows now is left alone.
    std::uint64_t brokenCue(const Running& future) const
    {
        const auto found =
            std::find_if(future.showing.begin(), future.showing.end(), [this](const auto& showing) {
                return showing.ticket > present_.tickets && broken_.contains(showing.cue.media);
            });
        return found == future.showing.end() ? 0 : found->ticket;
    }

    const Running& present_;
    Intrinsics& intrinsics_;
    const Surroundings& surroundings_;
    const MediaSet& broken_;
    Milliseconds now_;
    std::size_t& visited_;
    std::vector<Cue> found_;
    bool blocked_ = false;
};

} // namespace

std::vector<Cue> forecast(
    const Running& running,
    Intrinsics& intrinsics,
    const Surroundings& surroundings,
    const MediaSet& broken,
    Milliseconds now,
    std::size_t& visited)
{
    return Forecast(running, intrinsics, surroundings, broken, now, visited).run();
}

} // namespace jtv::timeline

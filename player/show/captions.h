// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions over the videos of one programme: set in type before they are due, and changed with the
// very frame they belong to.
#pragma once

#include "base/result.h"
#include "content/model/captions.h"
#include "content/typeset/typeset.h"
#include "player/screen/screen.h"
#include "player/show/caption_times.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::show {

// What the prepare thread sets in type. `item` and `showing` come back with the answer.
struct CaptionOrder {
    std::uint64_t item = 0;
    CaptionTimes::Showing showing;
    std::vector<model::Caption> captions;
    std::vector<model::CaptionRegion> regions;
    std::string language;
    typeset::Target target;
    screen::Rect place;                          // px of the screen, of the video's region
    std::shared_ptr<std::atomic<bool>> unwanted; // set when nobody waits for the answer any more
};
struct CaptionPicture {
    std::uint64_t item = 0;
    CaptionTimes::Showing showing;
    std::shared_ptr<const screen::Still> still; // null: nothing can be shown
};

// On the prepare thread; what cannot be set is told in the log.
CaptionPicture setCaptions(const CaptionOrder& order);

// Main-thread only.
class Captions {
public:
    using Send = std::function<void(CaptionOrder)>; // to the prepare thread
    Captions(screen::Screen& screen, Send send);
    Captions(const Captions&) = delete;
    Captions& operator=(const Captions&) = delete;
    ~Captions(); // takes its pictures from the screen

    // A video of a region has been prepared, with the track of its own file or none. The first
    // captions are ordered at once.
    struct Video {
        std::uint64_t item = 0;
        std::size_t region = 0;
        screen::Rect place;     // px of the screen
        typeset::Target target; // of the region
        std::string language;   // of the captions
    };
    void open(Video video, const model::CaptionTrack* track);
    // Captions that the stream brought, by frame time.
    void add(std::uint64_t item, std::vector<model::Caption> captions);
    void take(const CaptionPicture& picture);

    // This picture goes to the screen with the next present(); `time` is the frame's.
    void handed(std::size_t region, std::uint64_t item, Nanoseconds time);
    // Nothing is shown in the region any more.
    void clear(std::size_t region);
    void close(std::uint64_t item);

private:
    using Still = std::shared_ptr<const screen::Still>;
    struct Track {
        Video video;
        CaptionTimes times;
        std::vector<model::CaptionRegion> regions;
        std::map<CaptionTimes::Showing, std::optional<Still>> pictures; // nullopt: ordered
        std::shared_ptr<std::atomic<bool>> unwanted = std::make_shared<std::atomic<bool>>(false);
    };
    void order(Track& track, const CaptionTimes::Showing& showing);
    void lookAhead(Track& track, Milliseconds time);
    void show(std::size_t region, const Still& still);

    screen::Screen& screen_;
    Send send_;
    std::map<std::uint64_t, Track> tracks_;
    struct Shown {
        std::uint64_t item = 0;
        CaptionTimes::Showing wanted;
        std::optional<Still> still; // on the screen; nullopt: not known yet
    };
    std::map<std::size_t, Shown> shown_; // by region
};

} // namespace jtv::show

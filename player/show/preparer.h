// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The prepare thread: everything that reads a disk, decodes a still, sets type or builds a
// pipeline.
#pragma once

#include "base/mailbox.h"
#include "base/result.h"
#include "player/media/video.h"
#include "player/screen/screen.h"
#include "player/screen/still.h"
#include "player/show/call_layer.h"
#include "player/show/captions.h"
#include "player/show/show.h"
#include "player/show/sidecar.h"
#include "player/timeline/timeline.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <variant>

namespace jtv::show {

// A programme whose slides have been read; never changed after. Shared with the prepare thread.
struct Loaded {
    Programme programme;
    // Slides by source: each is read once. An error is the item's reason when its turn comes.
    std::map<std::string, Result<Source>> slides;
};

// What one item needs. `item` comes back with the answer.
struct Order {
    std::uint64_t item = 0;
    const model::Media* media = nullptr; // of loaded->programme.playlist
    std::shared_ptr<const Loaded> loaded;
    std::string language;
    std::size_t round = 0; // of a slide
    Milliseconds from{0};  // of a video, after its clipBegin
    int width = 0;         // px of the region
    int height = 0;        // px
    screen::Fit fit = screen::Fit::kMeet;
    std::optional<screen::Anchor> anchor;
    int rotation = 0;           // of the screen, degrees
    double diagonalInches = 43; // of the region
    screen::PlaneOffer planes;
    std::shared_ptr<std::atomic<bool>> unwanted; // set when nobody waits for the answer any more
};

using Content = std::variant<std::unique_ptr<media::Video>, std::shared_ptr<const screen::Still>>;
struct Prepared {
    std::uint64_t item = 0;
    Result<Content> content;
    CaptionFile captions; // of a video
};
struct LoadedProgramme {
    std::uint64_t serial = 0;
    std::shared_ptr<const Loaded> loaded;
    Result<timeline::Timeline> timeline;
};
struct FrameWaits {};
using Answer = std::variant<FrameWaits, Prepared, LoadedProgramme, CaptionPicture, CallPicture>;

// Main-thread only; its thread answers through the mailbox, which must outlive it.
class Preparer {
public:
    Preparer(Mailbox<Answer>& answers, media::Reaper& reaper);

    // `options`: what the playlist's timing has to know of screen and clock.
    void load(std::uint64_t serial, Programme programme, timeline::Options options);
    void prepare(Order order);
    void set(CaptionOrder order);
    void draw(CallOrder order);

private:
    struct Loading {
        std::uint64_t serial = 0;
        Programme programme;
        timeline::Options options;
    };
    using Job = std::variant<std::monostate, Loading, Order, CaptionOrder, CallOrder>;

    void work(const std::stop_token& stop);
    void carryOut(Job job);
    LoadedProgramme loadNow(Loading loading);
    Result<Content> prepareNow(const Order& order, const CaptionFile& captions);
    static CaptionFile captionsOf(const Order& order);
    Result<Content> fromSource(const Order& order, const CaptionFile& captions);
    Result<Content>
    openVideo(const Order& order, const std::filesystem::path& file, const CaptionFile& captions);
    static Result<Content> fromText(const Order& order);

    Mailbox<Answer>& answers_;
    media::Reaper& reaper_;
    std::optional<media::DeviceMemory> memory_; // prepare thread
    Mailbox<Job> jobs_;
    std::jthread thread_; // last: uses all above

public:
    ~Preparer();
    Preparer(const Preparer&) = delete;
    Preparer& operator=(const Preparer&) = delete;
};

} // namespace jtv::show

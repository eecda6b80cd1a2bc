// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One item on its way from being ordered to its one end.
#pragma once

#include "player/show/ledger.h"
#include "player/show/preparer.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace jtv::show {

// kOrdered → kReady → kShowing; from each of them, once, to kEnded (by the item's owner dropping
// it).
enum class SlotStage {
    kOrdered, // the prepare thread has it, or its decoder has no first picture yet
    kReady,   // a first picture waits
    kShowing, // its picture is on the screen
    kBroken,  // it cannot (go on to) be shown; `fault` says why
};

// Main-thread only. Withdraws its order and closes its video when it dies.
class Slot {
public:
    Slot(std::uint64_t item, const timeline::Cue& cue, std::size_t region);
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot();

    std::uint64_t item() const { return item_; }
    const model::Media& media() const { return *media_; }
    const std::string& language() const { return language_; }
    std::size_t round() const { return round_; }
    std::size_t region() const { return region_; }
    const std::shared_ptr<std::atomic<bool>>& unwanted() const { return unwanted_; }
    bool isFor(const timeline::Cue& cue) const;

    void take(Result<Content> content);
    // Asks the video for news; breaks the slot when it cannot go on.
    void update(SteadyTime now);

    SlotStage stage() const { return stage_; }
    const media::Ended& fault() const { return fault_; }
    bool moving() const { return video() != nullptr; }

    // Its cue begins; `due` is the time its first picture belongs to.
    void begin(const timeline::Cue& cue, SteadyTime due, std::uint64_t predecessor);
    bool begun() const { return cue_.has_value(); }
    const std::optional<timeline::Cue>& cue() const { return cue_; }
    SteadyTime due() const { return due_; }
    void setDue(SteadyTime due) { due_ = due; }
    std::uint64_t predecessor() const { return predecessor_; }

    struct Picture {
        std::variant<std::shared_ptr<const screen::Still>, frame::TimedFrame> content;
        PictureTime time;
        std::uint64_t skipped = 0; // frames older than this one that were due as well
    };
    // The newest picture due at `now` that has not been handed out; nullopt when there is none.
    std::optional<Picture> next(SteadyTime now, Nanoseconds refresh);

    // Since when a video's next frame has been due and not there; nullopt: it is there, not due, or
    // none will come.
    std::optional<SteadyTime> starvesSince(SteadyTime now);
    // Its time stands still since then; resume() goes on at `now`. `starving`: it is this one that
    // the others wait for.
    void hold(SteadyTime since, bool starving);
    void resume(SteadyTime now);
    bool held() const { return heldSince_.has_value(); }
    // Its last picture stays, and it is silent; frames due after `at` are not wanted any more.
    void freeze(SteadyTime at);

    // What a video that is ready asks of the machine; nullopt: it is none, or not ready.
    std::optional<model::Playing> load() const;
    // It cannot be shown beside others.
    void refuse(std::string reason) { breakUp(media::End::kFailed, std::move(reason)); }

    // When the next picture is due; nullopt when none is known.
    std::optional<SteadyTime> nextPictureDue();
    // Something is to come that may fail to come without a word: a first picture, or the next
    // frame.
    bool awaitsNews();
    // When a video that has given its last frame is over.
    std::optional<SteadyTime> over() const;
    // Frames due before `end` that were never handed out.
    std::uint64_t unseenBefore(SteadyTime end);

    // Captions that the video brought since the last call.
    std::vector<model::Caption> takeCaptions(const std::vector<std::string>& languages);

    media::Decoding decoding() const; // of a still: "picture" or "typeset"

    std::string captions; // the track that is shown, for the statistics; empty = none
    // A still that another one covered is to be seen again.
    void reveal();

    bool opened = false;                    // it has its record
    bool endReported = false;               // to the timeline
    bool left = false;                      // its transOut has begun
    bool mayStart = true;                   // those it has to begin with are ready
    bool firstOfProgramme = false;          // due when it is there
    std::optional<PictureTime> pictureTime; // of the picture given to the screen last

private:
    media::Video* video() const;
    std::optional<Picture> nextFrame(media::Video& playing, SteadyTime now, Nanoseconds refresh);
    void breakUp(media::End how, std::string reason);

    std::uint64_t item_;
    const model::Media* media_;
    std::string language_;
    std::size_t round_;
    Milliseconds from_;
    std::size_t region_;
    std::shared_ptr<std::atomic<bool>> unwanted_;
    SlotStage stage_ = SlotStage::kOrdered;
    std::optional<Content> content_;
    media::Ended fault_;
    std::optional<timeline::Cue> cue_;
    SteadyTime due_{};
    std::optional<SteadyTime> began_; // frame time 0
    std::optional<SteadyTime> heldSince_;
    std::optional<SteadyTime> frozenAt_;
    std::uint64_t predecessor_ = 0;
};

} // namespace jtv::show

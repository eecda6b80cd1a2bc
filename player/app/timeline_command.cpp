// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Steps a timeline from event to event and prints its cues.
#include "player/app/timeline_command.h"

#include "content/xml/smil.h"
#include "content/xml/smil_clock.h"
#include "player/app/exit_code.h"
#include "player/app/known_durations.h"
#include "player/app/log.h"
#include "player/app/screen_zone.h"
#include "player/app/time_span.h"
#include "player/timeline/timeline.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

constexpr Milliseconds kLongestLook = std::chrono::hours(24);
constexpr std::size_t kMostCues = 100'000;

struct Wish {
    std::string file;
    std::string at;
    std::string duration;
    std::vector<std::string> languages;
    std::uint64_t seed = 0;
    std::string durations;
};

// The instant of --at, now without it, and the zone of the wall clock: this machine's, unless --at
// is written with another distance to UTC than this machine has then.
Status setClock(const std::string& at, timeline::Options& options)
{
    options.zone = machineZone();
    options.start = SystemClock().wall();
    if (at.empty()) {
        return Done{};
    }
    const auto moment = xml::parseWallclock(at);
    if (!moment || !moment->date || !moment->offset || moment->weekday != 0 ||
        moment->period != model::Period()) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("--at {} is not a time; write for example 2026-03-29T01:00:00+01:00", at)};
    }
    const auto local = timeline::LocalTime(*moment->date) + moment->time;
    options.start = WallTime(local.time_since_epoch()) - *moment->offset;
    if (options.zone.localOf(options.start) != local) {
        options.zone = fixedZone(*moment->offset);
    }
    return Done{};
}

// Prints cues in the order of their begin as soon as the end of each is known.
class Printer {
public:
    Printer(timeline::Timeline timeline, KnownDurations& known, Milliseconds until)
        : timeline_(std::move(timeline)), known_(known), until_(until)
    {}

    // Tells whether there was anything to print.
    bool run()
    {
        auto step = timeline_.advance(now_);
        take(step);
        while (!step.finished && !isDone()) {
            if (const auto failed = nextFailed()) {
                step = timeline_.mediaEnded(*failed, timeline::MediaEnd::kFailed, now_);
            } else if (step.next) {
                now_ = *step.next;
                step = timeline_.advance(now_);
            } else {
                break;
            }
            take(step);
        }
        flush(true);
        if (told_ >= kMostCues) {
            kTimelineLog.warning("stopped after {} cues; ask for less with --for", kMostCues);
        }
        return told_ > 0;
    }

    std::vector<timeline::Reason> whyNothing() const { return timeline_.whyNothing(); }

private:
    struct Line {
        timeline::Cue cue;
        bool left = false; // out: it could not be read
        bool ended = false;
    };

    bool isDone() const
    {
        return told_ >= kMostCues || now_ >= until_ + kLongestLook ||
               (now_ >= until_ && lines_.empty());
    }

    void take(const timeline::Step& step)
    {
        for (const auto& cue : step.begins) {
            const bool failed = known_.failed(*cue.media);
            if (failed) {
                failed_.push_back(cue.id);
            }
            if (cue.begin < until_) {
                lines_.push_back({cue, failed, false});
            }
        }
        for (const auto id : step.freezes) { // the active duration is what is told
            end(id);
        }
        for (const auto id : step.ends) {
            end(id);
        }
        flush(false);
    }

    // Only now it is certain: an excl may have cut it short.
    void end(timeline::CueId id)
    {
        const auto line = std::find_if(
            lines_.begin(), lines_.end(), [&](const Line& entry) { return entry.cue.id == id; });
        if (line != lines_.end() && !line->ended) {
            line->cue.end = now_;
            line->ended = true;
        }
    }

    std::optional<timeline::CueId> nextFailed()
    {
        if (failed_.empty()) {
            return std::nullopt;
        }
        const auto id = failed_.back();
        failed_.pop_back();
        return id;
    }

    void flush(bool all)
    {
        while (!lines_.empty() && (all || lines_.front().ended || lines_.front().left)) {
            const auto& [cue, left, ended] = lines_.front();
            if (!left) {
                fmt::print(
                    "{}\t{}\t{}\t{}\t{}\n",
                    cue.begin.count(),
                    cue.end ? std::to_string(cue.end->count()) : "indefinite",
                    cue.media->region,
                    model::wordOf(cue.media->kind),
                    cue.media->written.empty() ? cue.media->source : cue.media->written);
                ++told_;
            }
            lines_.pop_front();
        }
    }

    timeline::Timeline timeline_;
    KnownDurations& known_;
    Milliseconds until_;
    Milliseconds now_{0};
    std::deque<Line> lines_;
    std::vector<timeline::CueId> failed_;
    std::size_t told_ = 0;
};

void tellWhy(const std::string& file, const std::vector<timeline::Reason>& reasons)
{
    constexpr std::size_t kMostReasons = 20;
    fmt::print(stderr, "jtv-player: {}: nothing is shown in this time\n", file);
    for (std::size_t i = 0; i < std::min(reasons.size(), kMostReasons); ++i) {
        const auto& [place, text] = reasons[i];
        fmt::print(stderr, "{}:{}: {}\n", place.file, place.line, text);
    }
    if (reasons.size() > kMostReasons) {
        fmt::print(stderr, "and {} more\n", reasons.size() - kMostReasons);
    }
}

int printTimeline(const Wish& wish)
{
    const auto until =
        wish.duration.empty() ? Result<Milliseconds>(kLongestLook) : parseSpan(wish.duration);
    if (!until) {
        return complain(fmt::format("--for: {}", until.error().message), kUnusable);
    }
    timeline::Options options;
    if (const auto set = setClock(wish.at, options); !set) {
        return complain(set.error().message, kUnusable);
    }
    auto playlist = xml::readSmil(wish.file);
    if (!playlist) {
        return complain(playlist.error().message, kUnusable);
    }
    for (const auto& remark : playlist->remarks) {
        if (remark.severity == model::Remark::Severity::kError) {
            kTimelineLog.warning("{}:{}: {}", remark.place.file, remark.place.line, remark.text);
        }
    }
    KnownDurations known(
        std::filesystem::path(wish.file).parent_path(),
        wish.languages,
        model::LanguageOrder::kAutomatic);
    if (!wish.durations.empty()) {
        if (const auto loaded = known.load(wish.durations); !loaded) {
            return complain(loaded.error().message, kUnusable);
        }
    }
    options.languages = wish.languages;
    options.seed = wish.seed;
    options.intrinsic = [&known](const model::Media& media) { return known.of(media); };
    auto timeline = timeline::Timeline::make(
        std::make_shared<const model::Playlist>(*std::move(playlist)), std::move(options));
    if (!timeline) {
        return complain(timeline.error().message, kUnusable);
    }
    Printer printer(*std::move(timeline), known, *until);
    if (!printer.run() && !known.anyFailed()) {
        tellWhy(wish.file, printer.whyNothing());
    }
    return known.anyFailed() ? kItemFailed : kAllWell;
}

} // namespace

void addTimelineCommand(const command::Command& program)
{
    const auto command = program.add(
        "timeline",
        "Print what would be shown when: begin_ms, end_ms|indefinite, region, kind, source (TAB "
        "separated)");
    command.footer(
        "When nothing is shown, what holds each element back is told on standard error. "
        "Exit code 0: printed, 1: a medium could not be read and is left out, 2: wrong usage or "
        "unreadable input.");
    auto wish = std::make_shared<Wish>();
    command.option("FILE", wish->file, "a SMIL playlist").required();
    command.option(
        "--at",
        wish->at,
        "the time at which it starts, e.g. 2026-03-29T01:00:00+01:00, else now; times are told "
        "from "
        "there");
    command.option(
        "--for", wish->duration, "how far to look, e.g. 60s; else to its end, at most 24h");
    command.option(
        "--language", wish->languages, "a language of the screen, best first; may be repeated");
    command.option(
        "--seed",
        wish->seed,
        "draws the order of shuffled sequences; the same number draws the same order");
    command.option(
        "--durations",
        wish->durations,
        "a JSON object, source → milliseconds; without it media are probed");
    command.action([wish] { return printTimeline(*wish); });
}

} // namespace jtv::app

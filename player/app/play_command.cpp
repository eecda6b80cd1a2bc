// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player play FILE...`.
#include "player/app/play_command.h"

#include "base/file.h"
#include "base/log.h"
#include "player/app/exit_code.h"
#include "player/app/input.h"
#include "player/app/main_loop.h"
#include "player/app/notify_input.h"
#include "player/app/process_start.h"
#include "player/app/screen_zone.h"
#include "player/app/screenshots.h"
#include "player/app/termination.h"
#include "player/app/time_span.h"
#include "player/app/web_input.h"
#include "player/media/video.h"
#include "player/screen/screen.h"
#include "player/show/show.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace jtv::app {
namespace {

struct PlayOptions {
    std::vector<std::string> files;
    bool window = false;
    bool kiosk = false;
    bool offscreen = false;
    std::string size;
    int rotation = 0;
    std::string transition;
    std::string limit;
    std::string stats;
    std::vector<std::string> screenshots;
    std::vector<std::string> languages;
    std::string languageOrder;
    bool noCaptions = false;
    bool keys = false;
    std::string notify;
    std::string cache;
};

// "1920x1080"; each 16 … 16384.
struct PixelSize {
    int width = 0;
    int height = 0;
};
std::optional<PixelSize> parseSize(std::string_view text)
{
    constexpr int kLeast = 16;
    constexpr int kMost = 16384;
    PixelSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') {
        return std::nullopt;
    }
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    const auto allowed = [](int length) { return length >= kLeast && length <= kMost; };
    if (height.ec != std::errc() || height.ptr != end || !allowed(size.width) ||
        !allowed(size.height)) {
        return std::nullopt;
    }
    return size;
}

// The options with their meaning.
struct PlayWishes {
    screen::Options screen;
    std::optional<Milliseconds> limit;
    std::vector<ScreenshotOrder> screenshots;
    show::Effect transition;
    model::LanguageOrder languageOrder = model::LanguageOrder::kAutomatic;
    std::optional<settings::ListenAddress> notify;
    WebInput input;
    std::shared_ptr<const model::Playlist> playlist; // null: the web address is followed
};

Result<screen::Options> screenWanted(const PlayOptions& options)
{
    screen::Options wanted;
    wanted.mode = options.kiosk       ? screen::Mode::kKiosk
                  : options.offscreen ? screen::Mode::kOffscreen
                                      : screen::Mode::kWindow;
    if (options.rotation % 90 != 0 || options.rotation < 0 || options.rotation > 270) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("{} is no rotation; write --rotate 0, 90, 180 or 270", options.rotation)};
    }
    wanted.rotation = options.rotation;
    wanted.keys = options.keys;
    if (!options.size.empty()) {
        const auto size = parseSize(options.size);
        if (!size) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("\"{}\" is no size; write e.g. --size 1920x1080", options.size)};
        }
        wanted.width = size->width;
        wanted.height = size->height;
    }
    return wanted;
}

// Parts of the day with languages of their own are settings of a screen.
Result<model::LanguageOrder> parseOrder(const std::string& text)
{
    auto policy = model::parseLanguagePolicy(text);
    if (!policy) {
        return std::move(policy).error();
    }
    if (!policy->periods.empty()) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "parts of the day do not count here; write --language-order {} and with "
                "--language the languages for now, or set them for the screen on the scheduler",
                model::writeLanguagePolicy({policy->order, {}}))};
    }
    return policy->order;
}

// An option that is not given keeps what stands there.
template <typename Parse, typename Value>
Status readIfGiven(const std::string& text, Parse parse, Value& value)
{
    if (text.empty()) {
        return Done{};
    }
    auto read = parse(text);
    if (!read) {
        return std::move(read).error();
    }
    value = *std::move(read);
    return Done{};
}

Result<PlayWishes> understand(const PlayOptions& options)
{
    PlayWishes wishes;
    auto screen = screenWanted(options);
    if (!screen) {
        return std::move(screen).error();
    }
    wishes.screen = *std::move(screen);
    if (auto read = readIfGiven(options.limit, parseSpan, wishes.limit); !read) {
        return std::move(read).error();
    }
    for (const auto& text : options.screenshots) {
        auto order = parseScreenshot(text);
        if (!order) {
            return std::move(order).error();
        }
        wishes.screenshots.push_back(*std::move(order));
    }
    if (auto read = readIfGiven(options.transition, show::parseEffect, wishes.transition); !read) {
        return std::move(read).error();
    }
    if (auto read = readIfGiven(options.languageOrder, parseOrder, wishes.languageOrder); !read) {
        return std::move(read).error();
    }
    if (auto read = readIfGiven(options.notify, settings::parseListenAddress, wishes.notify);
        !read) {
        return std::move(read).error();
    }
    auto input = fetchInput(options.files, options.cache);
    if (!input) {
        return std::move(input).error();
    }
    wishes.input = *std::move(input);
    if (!wishes.input.index) {
        auto playlist = playlistOf(wishes.input.files);
        if (!playlist) {
            return std::move(playlist).error();
        }
        wishes.playlist = *std::move(playlist);
    }
    return wishes;
}

// What remains to be written when the show is over; 1 when it cannot be.
int writeResults(
    const PlayOptions& options, const show::Show& show, Screenshots& screenshots, int exitCode)
{
    if (!options.stats.empty()) {
        if (auto written = replaceFile(options.stats, show::toJson(show.statistics()) + "\n");
            !written) {
            exitCode = complain(written.error().message, kItemFailed);
        }
    }
    if (auto written = screenshots.finish(); !written) {
        exitCode = complain(written.error().message, kItemFailed);
    }
    return exitCode;
}

bool refusedIn(const std::vector<show::Event>& events)
{
    return std::any_of(events.begin(), events.end(), [](const show::Event& event) {
        return event.kind == show::Event::Kind::kProgrammeRefused;
    });
}

// Puts the files on the show, or begins to follow the web address; null when there is none.
Result<std::unique_ptr<FollowedProgramme>>
begin(const PlayOptions& options, const PlayWishes& wishes, show::Show& show)
{
    show::Programme programme;
    programme.zone = machineZone();
    programme.name = options.files.front();
    programme.languages = options.languages;
    programme.languageOrder = wishes.languageOrder;
    programme.captions = !options.noCaptions;
    programme.transition = wishes.transition;
    if (wishes.input.index) {
        return FollowedProgramme::begin(
            *wishes.input.index, options.cache, std::move(programme), show);
    }
    programme.playlist = wishes.playlist;
    programme.resolve = resolveIn(folderOf(wishes.input.files));
    show.play(std::move(programme), show::When::kAtOnce);
    return std::unique_ptr<FollowedProgramme>();
}

// Writes what was wished for; gives the exit code. Leaves the process where a decoder hangs:
// nothing more can be taken down in order.
int finish(const PlayOptions& options, show::Show& show, Screenshots& screenshots, bool broken)
{
    const bool failed = broken || show.statistics().itemsFailed > 0;
    const int exitCode = writeResults(options, show, screenshots, failed ? kItemFailed : kAllWell);
    if (!show.drain()) {
        ::_exit(kItemFailed);
    }
    return exitCode;
}

// nullptr: no events from outside were wished for.
Result<std::unique_ptr<status::StatusListener>>
listenIfWished(const PlayWishes& wishes, Mailbox<std::string>& events)
{
    if (!wishes.notify) {
        return std::unique_ptr<status::StatusListener>();
    }
    auto listener = listenForEvents(*wishes.notify, "", events);
    if (listener) {
        fmt::print(
            stderr,
            "jtv-player: events are taken at http://{}:{}/v2/task/notify\n",
            wishes.notify->host,
            (*listener)->port());
    }
    return listener;
}

SteadyTime endOf(const PlayWishes& wishes, SteadyTime from)
{
    return wishes.limit ? from + *wishes.limit : SteadyTime::max();
}

// kUnusable when the web address never gave anything to show.
int exitCodeOf(const FollowedProgramme* followed, int exitCode)
{
    const bool nothingCame = followed != nullptr && !followed->began();
    return nothingCame ? complain(followed->lastFault().message, kUnusable) : exitCode;
}

int playNow(const PlayOptions& options, PlayWishes wishes)
{
    const SystemClock clock;
    const Termination termination;
    const SteadyTime started = processStart(clock);
    const std::jthread early(media::startForVideos); // the display takes its time, too
    screen::Screen screen(wishes.screen, clock);
    show::Show show(screen, clock, started);
    MainLoop loop(screen, show, termination);
    Screenshots screenshots(std::move(wishes.screenshots));
    bool refused = false;
    Mailbox<std::string> events;
    const auto notify = listenIfWished(wishes, events);
    if (!notify) {
        return complain(notify.error().message, kUnusable);
    }
    loop.watch(events.fd(), [&] { passEvents(events, show); });

    auto followed = begin(options, wishes, show);
    if (!followed) {
        return complain(followed.error().message, kUnusable);
    }
    if (*followed) {
        loop.watch((*followed)->fd(), [&followed] { (*followed)->take(); });
    }

    const SteadyTime began = clock.steady();
    const auto end = loop.run(clock, [&]() -> std::optional<SteadyTime> {
        const SteadyTime now = clock.steady();
        refused = refusedIn(show.takeEvents()) || refused;
        const auto first = show.firstPresentation();
        const auto next = screenshots.take(screen, first, now).value_or(SteadyTime::max());
        // Where nothing may ever come, the time counts from the start.
        const auto from = first.value_or(*followed ? began : now);
        const auto until = endOf(wishes, from);
        const bool over = *followed ? (*followed)->over() : show.finished();
        return over || until <= now ? std::nullopt : std::optional(std::min(next, until));
    });

    screenshots.takeRest(screen);
    show.stop();
    if (end == MainLoop::End::kRestart) {
        refused = true;
        show.setRestarts(1);
    }
    return exitCodeOf(followed->get(), finish(options, show, screenshots, refused));
}

int play(const PlayOptions& options)
{
    auto wishes = understand(options);
    if (!wishes) {
        return complain(wishes.error().message, kUnusable);
    }
    try {
        return playNow(options, *std::move(wishes));
    } catch (const screen::NoDisplay& none) {
        return complain(none.what(), kNoDisplay);
    }
}

} // namespace

void addPlayCommand(const command::Command& program)
{
    auto options = std::make_shared<PlayOptions>();
    const auto command = program.add(
        "play", "Shows a playlist, videos, pictures or slides once, one after the other.");
    command
        .option(
            "FILE",
            options->files,
            "SMIL, video, picture or slide, or its web address; several in sequence")
        .required();
    const auto window = command.flag("--window", options->window, "in a window (the default)");
    const auto kiosk = command.flag("--kiosk", options->kiosk, "on the whole screen");
    const auto offscreen = command.flag("--offscreen", options->offscreen, "in memory only");
    window.excludes(kiosk).excludes(offscreen);
    kiosk.excludes(offscreen);
    command.option("--size", options->size, "WIDTHxHEIGHT in pixels");
    command.option(
        "--rotate",
        options->rotation,
        "turn the picture clockwise by 90, 180 or 270 degrees, for a screen mounted upright");
    command.option(
        "--transition",
        options->transition,
        "between items that have none of their own: crossfade, fade, push-left:800 …");
    command.option("--for", options->limit, "end after this time, e.g. 20s");
    command.option("--stats", options->stats, "write what was really shown to FILE.json");
    command.option(
        "--screenshot",
        options->screenshots,
        "T=FILE.png, T seconds after the first frame; repeatable");
    command.option("--language", options->languages, "of slides and captions, best first");
    command.option(
        "--language-order",
        options->languageOrder,
        "how slides share them: automatic, in-turn, side-by-side, main-and-two");
    command.flag("--no-captions", options->noCaptions, "shows videos without their captions");
    command.flag("--keys", options->keys, "lets the keyboard start what waits for accessKey(k)");
    command.option(
        "--notify",
        options->notify,
        "HOST:PORT of this machine where POST /v2/task/notify starts what waits for notify(name)");
    command.option(
        "--cache",
        options->cache,
        "folder for what web addresses give (without: the user's cache)");
    command.quiet();
    command.action([options] { return play(*options); });
}

} // namespace jtv::app

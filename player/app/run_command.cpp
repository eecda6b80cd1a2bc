// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reads the settings and wires the parts of the kiosk.
#include "player/app/run_command.h"

#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/service.h"
#include "content/picture/picture.h"
#include "content/typeset/stack.h"
#include "player/app/call_input.h"
#include "player/app/exit_code.h"
#include "player/app/kiosk.h"
#include "player/app/log.h"
#include "player/app/main_loop.h"
#include "player/app/notify_input.h"
#include "player/app/process_start.h"
#include "player/app/screen_zone.h"
#include "player/app/screenshots.h"
#include "player/app/termination.h"
#include "player/app/time_span.h"
#include "provisioning/enrolment/enrolled.h"
#include "provisioning/identity/identity.h"
#include "provisioning/settings/settings.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace jtv::app {
namespace {

struct RunOptions {
    std::string settingsFile;
    std::string stats;
    std::string limit;
    std::vector<std::string> screenshots;
};

// The options with their meaning.
struct RunWishes {
    settings::Reading reading;
    std::optional<Nanoseconds> limit;
    std::vector<ScreenshotOrder> screenshots;
};

// The file named on the command line must be there; without one the usual file counts, and a screen
// whose file is gone plays on with what is usual.
Result<settings::Reading> readSettings(const std::string& file)
{
    auto reading =
        settings::readSettings(file.empty() ? std::string(settings::kDefaultFile) : file);
    if (reading || !file.empty()) {
        return reading;
    }
    settings::Reading usual;
    usual.findings.push_back(
        {settings::Finding::Severity::kWrong, 0, std::move(reading).error().message});
    return usual;
}

screen::Options screenOptions(const settings::Settings& settings)
{
    screen::Options options;
    switch (settings.window) {
    case settings::Window::kWindow:
        options.mode = screen::Mode::kWindow;
        break;
    case settings::Window::kKiosk:
        options.mode = screen::Mode::kKiosk;
        break;
    case settings::Window::kOffscreen:
        options.mode = screen::Mode::kOffscreen;
        break;
    }
    if (settings.size) {
        options.width = settings.size->width;
        options.height = settings.size->height;
    }
    options.rotation = settings.rotation;
    options.keys = settings.triggerKeys;
    return options;
}

// The plan on the disk, or nullptr with the reason in the log.
sync::ActivePlanPtr planOnDisk(const settings::Settings& settings)
{
    auto key = settings.planKey.empty() ? std::string() : crypto::toBase64(settings.planKey);
    if (key.empty()) {
        const auto enrolled = enrolment::loadEnrolled(settings.state);
        key = enrolled && *enrolled ? (*enrolled)->planKey : "";
    }
    if (!settings.planDirectory.empty() && key.empty()) {
        kRunLog.warning(
            "the plan in {} is played without checking who made it; set plan_key to have it "
            "checked",
            settings.planDirectory.string());
    }
    auto plan = settings.planDirectory.empty() ? sync::loadActive(settings.state, key)
                                               : sync::loadDirectory(settings.planDirectory, key);
    if (plan) {
        return *std::move(plan);
    }
    const bool first = settings.planDirectory.empty() && plan.error().kind == ErrorKind::kNotFound;
    if (!first) {
        kRunLog.error("{}", plan.error().message);
    }
    return nullptr;
}

sync::Options syncOptions(const settings::Settings& settings)
{
    sync::Options options;
    options.server.server = *settings.server;
    options.server.caFile = settings.caFile;
    options.state = settings.state;
    options.name = settings.name;
    options.planKey = settings.planKey;
    options.encode = [](const Pixels& pixels) { return picture::encodeJpeg(pixels); };
    return options;
}

// nullptr: the screen plays what it has, without network; the reason is in the log.
std::unique_ptr<sync::Sync> startSync(
    const settings::Settings& settings,
    const Result<crypto::KeyPair>& key,
    const sync::ActivePlanPtr& plan,
    Mailbox<sync::News>& news)
{
    if (!settings.server || !settings.planDirectory.empty()) {
        return nullptr;
    }
    if (!key) {
        kRunLog.error("{}", key.error().message);
        return nullptr;
    }
    auto sync = sync::Sync::start(syncOptions(settings), *key, plan, news);
    if (!sync) {
        kRunLog.error("{}", sync.error().message);
        return nullptr;
    }
    return *std::move(sync);
}

std::unique_ptr<status::StatusListener>
startMetrics(const settings::Settings& settings, Mailbox<model::Call>& calls)
{
    if (!settings.statusListen) {
        return nullptr;
    }
    status::Listening listening;
    listening.host = settings.statusListen->host;
    listening.port = settings.statusListen->port;
    if (!settings.callsToken.empty()) {
        listening.inputs.push_back(takeCallsInto(calls, settings.callsToken));
    }
    auto listener = status::StatusListener::start(std::move(listening));
    if (!listener) {
        kRunLog.warning("{}", listener.error().message);
        return nullptr;
    }
    kRunLog.info(
        "metrics at http://{}:{}/metrics", settings.statusListen->host, (*listener)->port());
    return *std::move(listener);
}

std::unique_ptr<status::StatusListener>
startNotify(const settings::Settings& settings, Mailbox<std::string>& events)
{
    if (!settings.notifyListen) {
        return nullptr;
    }
    auto listener = listenForEvents(*settings.notifyListen, settings.notifyToken, events);
    if (!listener) {
        kRunLog.warning("{}", listener.error().message);
        return nullptr;
    }
    kRunLog.info("events are taken at port {}", (*listener)->port());
    return *std::move(listener);
}

void showCalls(Mailbox<model::Call>& calls, show::Show& show)
{
    for (auto& call : calls.take()) {
        if (const auto shown = show.call(std::move(call)); !shown) {
            kRunLog.warning("a call is not shown: {}", shown.error().message);
        }
    }
}

std::vector<std::string> tellFindings(const settings::Reading& reading, const std::string& file)
{
    std::vector<std::string> warnings;
    for (const auto& finding : reading.findings) {
        warnings.push_back(
            finding.line == 0 ? finding.text
                              : fmt::format("{}:{}: {}", file, finding.line, finding.text));
        kRunLog.warning("{}", warnings.back());
    }
    return warnings;
}

// A wrong word is told and never stops the programme.
show::Effect transitionOf(const settings::Settings& settings, std::vector<std::string>& warnings)
{
    if (settings.transition.empty()) {
        return {};
    }
    const auto effect = show::parseEffect(settings.transition);
    if (!effect) {
        warnings.push_back(effect.error().message);
        kRunLog.warning("{}", warnings.back());
        return {};
    }
    return *effect;
}

// A zone that is not known is told, and the display is always on.
DisplayTimes displayTimesOf(const settings::Settings& settings, std::vector<std::string>& warnings)
{
    auto times = DisplayTimes::make(settings.displayHours, machineZoneName());
    if (times) {
        return *std::move(times);
    }
    warnings.push_back("display_hours do not count: " + times.error().message);
    kRunLog.warning("{}", warnings.back());
    return {};
}

Result<RunWishes> understand(const RunOptions& options)
{
    RunWishes wishes;
    if (!options.limit.empty()) {
        const auto limit = parseSpan(options.limit);
        if (!limit) {
            return limit.error();
        }
        wishes.limit = *limit;
    }
    for (const auto& text : options.screenshots) {
        auto order = parseScreenshot(text);
        if (!order) {
            return std::move(order).error();
        }
        wishes.screenshots.push_back(*std::move(order));
    }
    auto reading = readSettings(options.settingsFile);
    if (!reading) {
        return std::move(reading).error();
    }
    wishes.reading = *std::move(reading);
    return wishes;
}

// Everything is written whatever happened; a decoder that hangs is not waited for.
int finish(show::Show& show, Screenshots& screenshots, const std::string& stats, bool startAgain)
{
    int code = startAgain ? kStartAgain : kAllWell;
    if (!stats.empty()) {
        if (const auto written = replaceFile(stats, show::toJson(show.statistics()) + "\n");
            !written) {
            code = complain(written.error().message, kStartAgain);
        }
    }
    if (const auto written = screenshots.finish(); !written) {
        code = complain(written.error().message, kStartAgain);
    }
    if (!show.drain()) {
        ::_exit(code);
    }
    return code;
}

// What is open when a decoder hangs counts as in a crash.
void close(CrashBook& crashes, show::Show& show, MainLoop::End end)
{
    if (end != MainLoop::End::kRestart) {
        crashes.close();
        return;
    }
    crashes.restarting();
    show.setRestarts(crashes.restarts());
}

int run(const RunOptions& options, RunWishes wishes)
{
    const SystemClock clock;
    Termination termination; // before the first thread
    const SteadyTime started = processStart(clock);
    const auto& settings = wishes.reading.settings;
    auto warnings = tellFindings(wishes.reading, options.settingsFile);

    const auto transition = transitionOf(settings, warnings);
    const auto key = identity::loadOrMake(settings.state);
    const auto plan = planOnDisk(settings);
    CrashBook crashes(settings.state, CrashBook::thisBoot()); // outlives the show, which asks it
    screen::Screen screen(screenOptions(settings), clock);
    show::Show show(screen, clock, started);
    show.setRestarts(crashes.restarts());
    MainLoop loop(screen, show, termination);
    Screenshots screenshots(std::move(wishes.screenshots));
    Panel panel(screen, settings.name, key ? identity::fingerprint(key->publicKey) : "");
    Mailbox<sync::News> news;
    Mailbox<model::Call> calls;
    Mailbox<std::string> events;
    const auto metrics = startMetrics(settings, calls);
    const auto notify = startNotify(settings, events);
    const auto sync = startSync(settings, key, plan, news);
    Kiosk kiosk(
        {screen,
         show,
         panel,
         crashes,
         news,
         clock,
         sync.get(),
         metrics.get(),
         displayTimesOf(settings, warnings),
         settings.displayCec,
         started,
         std::move(warnings),
         transition,
         typeset::stackVersion()});
    if (plan) {
        kiosk.begin(plan);
    }
    loop.watch(news.fd(), [&kiosk] { kiosk.takeNews(); });
    loop.watch(calls.fd(), [&] { showCalls(calls, show); });
    loop.watch(events.fd(), [&] { passEvents(events, show); });

    const auto end = loop.run(clock, [&]() -> std::optional<SteadyTime> {
        const SteadyTime next = kiosk.step();
        const SteadyTime now = clock.steady();
        const auto first = show.firstPresentation();
        const auto shot = screenshots.take(screen, first, now).value_or(next);
        const auto until =
            wishes.limit ? first.value_or(started) + *wishes.limit : SteadyTime::max();
        return now >= until ? std::nullopt : std::optional(std::min({next, shot, until}));
    });

    notifyService("STOPPING=1");
    screenshots.takeRest(screen);
    show.stop();
    close(crashes, show, end);
    return finish(show, screenshots, options.stats, end == MainLoop::End::kRestart);
}

int runCommand(const RunOptions& options)
{
    if (!crypto::start()) {
        return complain("the system has no source of random numbers", kStartAgain);
    }
    auto wishes = understand(options);
    if (!wishes) {
        return complain(wishes.error().message, kUnusable);
    }
    try {
        return run(options, *std::move(wishes));
    } catch (const screen::NoDisplay& none) {
        return complain(none.what(), kNoDisplay);
    }
}

} // namespace

void addRunCommand(const command::Command& app)
{
    const auto command = app.add(
        "run", "The kiosk: enrols this screen, keeps in step with the scheduler, plays for ever.");
    auto options = std::make_shared<RunOptions>();
    command.option(
        "--settings",
        options->settingsFile,
        fmt::format("the settings file (without: {})", settings::kDefaultFile));
    command.option("--for", options->limit, "end so long after the first picture, e.g. 30s");
    command.option("--stats", options->stats, "write what was shown as JSON when ending");
    command.option(
        "--screenshot",
        options->screenshots,
        "T=FILE.png: write a picture of the screen T seconds after the first frame; repeatable");
    command.action([options] { return runCommand(*options); });
}

} // namespace jtv::app

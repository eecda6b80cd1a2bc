// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reads the settings and wires the parts of the kiosk.
#include "player/app/run_command.h"

#include "base/file.h"
#include "base/log.h"
#include "base/service.h"
#include "content/picture/picture.h"
#include "player/app/kiosk.h"
#include "player/app/time_span.h"
#include "player/media/video.h"
#include "provisioning/enrolment/enrolled.h"
#include "provisioning/identity/identity.h"
#include "provisioning/settings/settings.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace jtv::app {
namespace {

constexpr Log kLog{"run"};
constexpr int kOk = 0;
constexpr int kUsage = 2;
constexpr int kNoDisplay = 3;
constexpr int kStartAgain = 1;

struct RunOptions {
    std::string settingsFile;
    std::string stats;
    std::string howLong;
};

int complain(const std::string& text, int code)
{
    fmt::print(stderr, "{}\n", text);
    return code;
}

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
        kLog.warning(
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
        kLog.error("{}", plan.error().message);
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
        kLog.error("{}", key.error().message);
        return nullptr;
    }
    auto sync = sync::Sync::start(syncOptions(settings), *key, plan, news);
    if (!sync) {
        kLog.error("{}", sync.error().message);
        return nullptr;
    }
    return *std::move(sync);
}

std::unique_ptr<status::StatusListener> startMetrics(const settings::Settings& settings)
{
    if (!settings.statusListen) {
        return nullptr;
    }
    auto listener =
        status::StatusListener::start(settings.statusListen->host, settings.statusListen->port);
    if (!listener) {
        kLog.warning("{}", listener.error().message);
        return nullptr;
    }
    kLog.info("metrics at http://{}:{}/metrics", settings.statusListen->host, (*listener)->port());
    return *std::move(listener);
}

std::vector<std::string> tellFindings(const settings::Reading& reading, const std::string& file)
{
    std::vector<std::string> warnings;
    for (const auto& finding : reading.findings) {
        warnings.push_back(
            finding.line == 0 ? finding.text
                              : fmt::format("{}:{}: {}", file, finding.line, finding.text));
        kLog.warning("{}", warnings.back());
    }
    return warnings;
}

// Ends the items, writes the figures; the process must not wait for a decoder that hangs.
int finish(show::Show& show, const std::string& stats, bool startAgain)
{
    notifyService("STOPPING=1");
    show.stop();
    int code = startAgain ? kStartAgain : kOk;
    if (!stats.empty()) {
        if (const auto written = replaceFile(stats, show::toJson(show.statistics()) + "\n");
            !written) {
            code = complain(written.error().message, kUsage);
        }
    }
    if (startAgain || !show.drain()) {
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}

int run(const RunOptions& options)
{
    const SystemClock clock;
    const auto started = clock.steady();
    std::optional<Milliseconds> howLong;
    if (!options.howLong.empty()) {
        const auto span = parseSpan(options.howLong);
        if (!span) {
            return complain(span.error().message, kUsage);
        }
        howLong = *span;
    }
    auto reading = readSettings(options.settingsFile);
    if (!reading) {
        return complain(reading.error().message, kUsage);
    }
    const auto& settings = reading->settings;
    auto warnings = tellFindings(*reading, options.settingsFile);

    Termination termination; // before the first thread
    media::start();
    const auto key = identity::loadOrMake(settings.state);
    const auto plan = planOnDisk(settings);
    screen::Screen screen(screenOptions(settings), clock);
    show::Show show(screen, clock, started);
    Panel panel(screen, settings.name, key ? identity::fingerprint(key->publicKey) : "");
    Mailbox<sync::News> news;
    const auto metrics = startMetrics(settings);
    const auto sync = startSync(settings, key, plan, news);
    Kiosk kiosk(
        {screen,
         show,
         panel,
         termination,
         news,
         clock,
         sync.get(),
         metrics.get(),
         started,
         std::move(warnings)});
    if (plan) {
        kiosk.begin(plan);
    }
    const auto until = howLong ? std::optional<SteadyTime>(started + *howLong) : std::nullopt;
    const bool startAgain = kiosk.run(until);
    return finish(show, options.stats, startAgain);
}

} // namespace

void addRunCommand(CLI::App& app, int& exitCode)
{
    auto* command = app.add_subcommand(
        "run", "The kiosk: enrols this screen, keeps in step with the scheduler, plays for ever.");
    auto options = std::make_shared<RunOptions>();
    command->add_option(
        "--settings",
        options->settingsFile,
        fmt::format("the settings file (without: {})", settings::kDefaultFile));
    command->add_option("--for", options->howLong, "end after this time, e.g. 30s or 5m");
    command->add_option("--stats", options->stats, "write what was shown as JSON when ending");
    command->callback([options, &exitCode] {
        try {
            exitCode = run(*options);
        } catch (const screen::NoDisplay& none) {
            exitCode = complain(none.what(), kNoDisplay);
        }
    });
}

} // namespace jtv::app

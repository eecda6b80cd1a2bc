// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision selftest`: collects the findings and prints them.
#include "provisioning/app/selftest_command.h"

#include "base/file.h"
#include "provisioning/app/exit_code.h"
#include "provisioning/app/selftest.h"
#include "provisioning/app/selftest_films.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>

namespace jtv::app {
namespace {

struct SelftestOptions {
    std::string settingsFile{settings::kDefaultFile};
    std::string json;
    int minutes = 0;
    bool play = false;
    FilmWishes films;
};

void add(std::vector<Finding>& all, std::vector<Finding> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

int selftest(const SelftestOptions& options)
{
    std::vector<Finding> all;
    settings::Settings settings;
    if (auto reading = settings::readSettings(options.settingsFile)) {
        add(all, testSettings(*reading, options.settingsFile));
        settings = reading->settings;
    } else {
        all.push_back({Finding::State::kFault, "settings", reading.error().message});
    }
    add(all, testState(settings));
    add(all, testServer(settings));
    add(all, testDisplays());
    add(all, testDecoders());
    if (options.play || !options.films.files.empty()) {
        auto wishes = options.films;
        wishes.offscreen = settings.window == settings::Window::kOffscreen;
        add(all, testFilms(wishes));
    }
    if (options.minutes > 0) {
        add(all, testPlayback(options.settingsFile, options.minutes));
    }
    fmt::print("{}", toText(all));
    if (!options.json.empty()) {
        if (const auto written = replaceFile(options.json, json::writePretty(toJson(all)) + "\n");
            !written) {
            return complain(written.error().message, kFault);
        }
    }
    return std::any_of(all.begin(), all.end(), [](const Finding& one) {
        return one.state == Finding::State::kFault;
    });
}

} // namespace

void addSelftestCommand(const command::Command& program)
{
    const auto command = program.add(
        "selftest", "Says what of this screen works: settings, disk, server, display, decoders.");
    auto options = std::make_shared<SelftestOptions>();
    command.option(
        "--settings",
        options->settingsFile,
        fmt::format("the settings file (without: {})", settings::kDefaultFile));
    command
        .option(
            "--minutes",
            options->minutes,
            "also play the programme so long and count what is presented")
        .within(0, 1440);
    command.flag(
        "--play",
        options->play,
        "also make films and play them: rates, copies, loops, changes of the codec; takes minutes");
    command.option("--film", options->films.files, "play this film instead; repeatable")
        .oneValueEach();
    command.option("--loops", options->films.loops, "how often the first film is played on end")
        .within(1, 10'000)
        .showDefault();
    command.option("--json", options->json, "write the findings to this file as well");
    command.action([options] { return selftest(*options); });
}

} // namespace jtv::app

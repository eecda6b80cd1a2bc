// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-player: plays what the plan says. A table of contents; each command has its file.
#include "base/log.h"
#include "player/app/decoders_command.h"
#include "player/app/play_command.h"
#include "player/app/run_command.h"
#include "player/app/timeline_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <string>

namespace {

constexpr int kWrongUsage = 2;

void addLogLevel(CLI::App& program)
{
    program
        .add_option_function<std::string>(
            "--log-level",
            [](const std::string& word) {
                const auto level = jtv::parseLogLevel(word);
                if (!level) {
                    throw CLI::ValidationError("--log-level", level.error().message);
                }
                jtv::setLogLevel(*level);
            },
            "error, warning, info or debug")
        ->trigger_on_parse();
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App program("Plays playlists, videos, pictures and slides on a screen.", "jtv-player");
    program.set_version_flag("--version", "jtv-player " JTV_VERSION);
    program.require_subcommand(1);
    addLogLevel(program);

    int exitCode = 0;
    jtv::app::addPlayCommand(program, exitCode);
    jtv::app::addRunCommand(program, exitCode);
    jtv::app::addTimelineCommand(program, exitCode);
    jtv::app::addDecodersCommand(program, exitCode);

    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "jtv-player: {}; see jtv-player --help\n", error.what());
        return kWrongUsage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "jtv-player: {}\n", error.what());
        return 1;
    }
    return exitCode;
}

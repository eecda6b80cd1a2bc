// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-content: checks, renders and inspects content. A table of contents; each command has its
// file.
#include "base/log.h"
#include "content/app/check_command.h"
#include "content/app/inspect_command.h"
#include "content/app/rrule_command.h"
#include "content/app/qr_command.h"
#include "content/app/render_command.h"

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
    CLI::App program("Checks, renders and inspects content for Jobcenter-TV.", "jtv-content");
    program.set_version_flag("--version", "jtv-content " JTV_VERSION);
    program.require_subcommand(1);
    addLogLevel(program);

    int exitCode = 0;
    jtv::app::addCheckCommand(program, exitCode);
    jtv::app::addInspectCommand(program, exitCode);
    jtv::app::addRruleCommand(program, exitCode);
    jtv::app::addRenderCommand(program, exitCode);
    jtv::app::addQrCommand(program, exitCode);

    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "jtv-content: {}; see jtv-content --help\n", error.what());
        return kWrongUsage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "jtv-content: {}\n", error.what());
        return 1;
    }
    return exitCode;
}

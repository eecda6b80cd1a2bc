// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-provision: sets a screen up and says what state it is in. A table of contents; each command
// has its file.
#include "base/crypto/crypto.h"
#include "base/log.h"
#include "provisioning/app/enrol_command.h"
#include "provisioning/app/selftest_command.h"
#include "provisioning/app/settings_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <string>

namespace {

constexpr int kFault = 1;
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
    CLI::App program("Sets up a screen: enrolment, settings, self-test.", "jtv-provision");
    program.set_version_flag("--version", "jtv-provision " JTV_VERSION);
    program.require_subcommand(1);
    addLogLevel(program);

    int exitCode = 0;
    jtv::app::addEnrolCommand(program, exitCode);
    jtv::app::addSettingsCommand(program, exitCode);
    jtv::app::addSelftestCommand(program, exitCode);

    try {
        if (!jtv::crypto::start()) {
            fmt::print(stderr, "jtv-provision: the system has no source of random numbers\n");
            return kFault;
        }
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "jtv-provision: {}; see jtv-provision --help\n", error.what());
        return kWrongUsage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "jtv-provision: {}\n", error.what());
        return kFault;
    }
    return exitCode;
}

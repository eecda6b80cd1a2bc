// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-scheduler: a table of contents.
#include "base/crypto/crypto.h"
#include "base/log.h"
#include "scheduler/app/plan_command.h"
#include "scheduler/app/serve_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fmt/core.h>
#include <string>

int main(int argc, char** argv)
{
    CLI::App app{"The server of Jobcenter-TV: what is shown where and when.", "jtv-scheduler"};
    int exitCode = 0;
    std::string level = "info";
    app.set_version_flag("--version", "jtv-scheduler " JTV_VERSION);
    app.add_option("--log-level", level, "error, warning, info or debug")->capture_default_str();
    app.require_subcommand(1);
    app.fallthrough();
    app.parse_complete_callback([&level] {
        const auto parsed = jtv::parseLogLevel(level);
        if (!parsed) {
            throw CLI::ValidationError("--log-level", parsed.error().message);
        }
        jtv::setLogLevel(*parsed);
    });
    try {
        if (!jtv::crypto::start()) {
            fmt::print(
                stderr, "jtv-scheduler: the system gives no random numbers; start it anew\n");
            return 1;
        }
        jtv::station::addServeCommand(app, exitCode);
        jtv::station::addPlanCommand(app, exitCode);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        if (wrong.get_exit_code() == 0) {
            return app.exit(wrong);
        }
        fmt::print(stderr, "jtv-scheduler: {}; see jtv-scheduler --help\n", wrong.what());
        return 2;
    } catch (const std::exception& broken) {
        fmt::print(stderr, "jtv-scheduler: {}\n", broken.what());
        return 1;
    }
    return exitCode;
}

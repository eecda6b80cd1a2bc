// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-scheduler: a table of contents.
#include "base/command/command.h"
#include "base/crypto/crypto.h"
#include "scheduler/app/plan_command.h"
#include "scheduler/app/serve_command.h"

#include <cstdio>
#include <fmt/format.h>

int main(int argc, char** argv)
{
    if (!jtv::crypto::start()) {
        fmt::print(stderr, "jtv-scheduler: the system gives no random numbers; start it anew\n");
        return 1;
    }
    const jtv::command::Program program(
        "jtv-scheduler", "The server of Jobcenter-TV: what is shown where and when.");
    jtv::station::addServeCommand(program);
    jtv::station::addPlanCommand(program);
    return program.run(argc, argv);
}

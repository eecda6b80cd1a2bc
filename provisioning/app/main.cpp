// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-provision: sets a screen up and says what state it is in. A table of contents; each command
#include "base/command/command.h"
#include "base/crypto/crypto.h"
#include "provisioning/app/enrol_command.h"
#include "provisioning/app/selftest_command.h"
#include "provisioning/app/settings_command.h"

#include <cstdio>
#include <fmt/format.h>

int main(int argc, char** argv)
{
    if (!jtv::crypto::start()) {
        fmt::print(stderr, "jtv-provision: the system has no source of random numbers\n");
        return 1;
    }
    const jtv::command::Program program(
        "jtv-provision", "Sets up a screen: enrolment, settings, self-test.");
    jtv::app::addEnrolCommand(program);
    jtv::app::addSettingsCommand(program);
    jtv::app::addSelftestCommand(program);
    return program.run(argc, argv);
}

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision enrol`: the same enrolment as on the screen, in a terminal.
#include "provisioning/app/enrol_command.h"

#include "provisioning/connection/client.h"
#include "provisioning/enrolment/enrolment.h"
#include "provisioning/identity/identity.h"
#include "provisioning/settings/settings.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <thread>

namespace jtv::app {
namespace {

enum ExitCode { kEnrolled = 0, kFailed = 1, kUnreadable = 2 };

int complain(const Error& error, int code)
{
    fmt::print(stderr, "jtv-provision: {}\n", error.message);
    return code;
}

enrolment::Enrolment::Hooks hooks(const std::string& fingerprint)
{
    return {
        [fingerprint](const std::optional<enrolment::Code>& code) {
            if (code) {
                fmt::print(
                    "code:    {}\naddress: {}\nkey:     {}\n",
                    code->userCode,
                    code->address,
                    fingerprint);
                std::fflush(stdout);
            }
        },
        [](const std::string& text) { fmt::print(stderr, "jtv-provision: {}\n", text); },
        [](Milliseconds span) {
            std::this_thread::sleep_for(span);
            return true;
        }};
}

int enrol(const settings::Settings& settings)
{
    if (!settings.server) {
        return complain(
            {ErrorKind::kInvalid, "the settings name no server; write server = https://…"},
            kUnreadable);
    }
    const auto known = enrolment::loadEnrolled(settings.state);
    if (!known) {
        return complain(known.error(), kFailed);
    }
    if (*known) {
        fmt::print("enrolled already as the screen {}\n", (*known)->screen);
        return kEnrolled;
    }
    auto key = identity::loadOrMake(settings.state);
    if (!key) {
        return complain(key.error(), kFailed);
    }
    connection::Options options;
    options.server = *settings.server;
    options.caFile = settings.caFile;
    const auto client = connection::Client::make(options);
    if (!client) {
        return complain(client.error(), kFailed);
    }
    const enrolment::Wanted wanted{*key, settings.name, settings.planKey, settings.state};
    const SystemClock clock;
    const auto enrolled =
        enrolment::Enrolment(*client, wanted, clock, hooks(identity::fingerprint(key->publicKey)))
            .run({});
    if (!enrolled) {
        return complain(enrolled.error(), kFailed);
    }
    fmt::print("enrolled as the screen {}\n", enrolled->screen);
    return kEnrolled;
}

} // namespace

void addEnrolCommand(const command::Command& program)
{
    const auto command = program.add(
        "enrol", "Asks the scheduler to let this screen in, and waits until somebody approves it.");
    auto file = std::make_shared<std::string>(settings::kDefaultFile);
    command.option(
        "--settings",
        *file,
        fmt::format("the settings file (without: {})", settings::kDefaultFile));
    command.action([file] {
        const auto reading = settings::readSettings(*file);
        return reading ? enrol(reading->settings) : complain(reading.error(), kUnreadable);
    });
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision enrol`: the same enrolment as on the screen, in a terminal.
#include "provisioning/app/enrol_command.h"

#include "provisioning/app/exit_code.h"
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
        return complain("the settings name no server; write server = https://…", kUnusable);
    }
    const auto known = enrolment::loadEnrolled(settings.state);
    if (!known) {
        return complain(known.error().message, kFault);
    }
    if (*known) {
        fmt::print("enrolled already as the screen {}\n", (*known)->screen);
        return kAllWell;
    }
    auto key = identity::loadOrMake(settings.state);
    if (!key) {
        return complain(key.error().message, kFault);
    }
    connection::Options options;
    options.server = *settings.server;
    options.caFile = settings.caFile;
    const auto client = connection::Client::make(options);
    if (!client) {
        return complain(client.error().message, kFault);
    }
    const enrolment::Wanted wanted{*key, settings.name, settings.planKey, settings.state};
    const SystemClock clock;
    const auto enrolled =
        enrolment::Enrolment(*client, wanted, clock, hooks(identity::fingerprint(key->publicKey)))
            .run({});
    if (!enrolled) {
        return complain(enrolled.error().message, kFault);
    }
    fmt::print("enrolled as the screen {}\n", enrolled->screen);
    return kAllWell;
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
        return reading ? enrol(reading->settings) : complain(reading.error().message, kUnusable);
    });
}

} // namespace jtv::app

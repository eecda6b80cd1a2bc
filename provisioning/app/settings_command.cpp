// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-provision settings check FILE`.
#include "provisioning/app/settings_command.h"

#include "provisioning/app/exit_code.h"
#include "provisioning/settings/settings.h"

#include <fmt/format.h>
#include <memory>
#include <string>

namespace jtv::app {
namespace {

int check(const std::string& file)
{
    const auto reading = settings::readSettings(file);
    if (!reading) {
        return complain(reading.error().message, kUnusable);
    }
    int code = kAllWell;
    for (const auto& finding : reading->findings) {
        const bool wrong = finding.severity == settings::Finding::Severity::kWrong;
        code = wrong ? kFault : code;
        const auto place = finding.line == 0 ? file : fmt::format("{}:{}", file, finding.line);
        fmt::print("{}: {}: {}\n", place, wrong ? "error" : "warning", finding.text);
    }
    return code;
}

} // namespace

void addSettingsCommand(const command::Command& program)
{
    const auto settings = program.add("settings", "The settings file of a screen.");
    const auto command =
        settings.add("check", "Explains what is wrong in a settings file; nothing is changed.");
    auto file = std::make_shared<std::string>();
    command.option("FILE", *file, "the settings file, e.g. jobcenter-tv.conf").required();
    command.action([file] { return check(*file); });
}

} // namespace jtv::app

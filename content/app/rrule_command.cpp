// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The rule is expanded by the code that decides on the screen.
#include "content/app/rrule_command.h"

#include "content/app/exit_code.h"
#include "content/model/rule_text.h"
#include "content/timetable/recurrence.h"

#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

struct RruleOptions {
    std::string dtstart;
    std::size_t limit = 100;
    model::Recurrence recurrence;
};

// RFC 3339
std::string line(const timetable::Occurrence& occurrence)
{
    const auto local = std::chrono::floor<std::chrono::seconds>(
        occurrence.begin.time_since_epoch() + occurrence.offset);
    const auto text = model::writeLocalTime(model::LocalTime{local});
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(occurrence.offset).count();
    const auto size = minutes < 0 ? -minutes : minutes;
    return fmt::format(
        "{}-{}-{}:{}:{}{}{:02}:{:02}",
        text.substr(0, 4),
        text.substr(4, 2),
        text.substr(6, 5),
        text.substr(11, 2),
        text.substr(13, 2),
        minutes < 0 ? '-' : '+',
        size / 60,
        size % 60);
}

Status expand(RruleOptions options)
{
    const auto start = model::parseLocalTime(options.dtstart);
    if (!start) {
        return start.error();
    }
    options.recurrence.start = *start;
    options.recurrence.duration = std::chrono::seconds{1};
    const auto recurrence = timetable::Recurrence::make(options.recurrence);
    if (!recurrence) {
        return recurrence.error();
    }
    // No time can be written that lies before.
    const WallTime begin{std::chrono::sys_days{std::chrono::year{1899} / 12 / 31}};
    for (const auto& occurrence : recurrence->occurrences(begin, options.limit)) {
        fmt::print("{}\n", line(occurrence));
    }
    return Done{};
}

} // namespace

void addRruleCommand(const command::Command& program)
{
    const auto command = program.add(
        "rrule",
        "Expand a recurrence rule (RFC 5545); a line an occurrence: 2026-03-29T03:30:00+02:00");
    command.footer("Exit code 0: expanded, 1: the rule is refused, 2: wrong usage.");
    auto options = std::make_shared<RruleOptions>();
    auto& recurrence = options->recurrence;
    command.option("--dtstart", options->dtstart, "first start in local time: 20260329T023000")
        .required();
    command.option("--timezone", recurrence.timezone, "zone of all times: Europe/Berlin")
        .required();
    command.option("--rule", recurrence.rrule, "FREQ=WEEKLY;BYDAY=MO,FR; without it: once");
    command
        .option(
            "--exdate",
            recurrence.exdates,
            "a start, or a whole day, to leave out; may be repeated")
        .oneValueEach();
    command.option("--rdate", recurrence.rdates, "a start to add; may be repeated").oneValueEach();
    command.option("--limit", options->limit, "most lines").within(1, 1'000'000).showDefault();
    command.action([options] {
        const auto expanded = expand(*options);
        return expanded ? 0 : complain(expanded.error(), kFault);
    });
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// TAB lines: begin, end, playlist, rule, priority.
#include "scheduler/app/plan_command.h"

#include "base/result.h"
#include "content/model/rule_text.h"
#include "content/timetable/timetable.h"
#include "content/xml/plan.h"
#include "scheduler/app/exit_code.h"
#include "scheduler/storage/database.h"
#include "scheduler/storage/key.h"

#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <string>
#include <utility>

namespace jtv::station {
namespace {

struct PlanOptions {
    std::string data;
    std::string screen;
    std::string from;
    std::string to;
};

Result<model::Plan> publishedPlan(const PlanOptions& options)
{
    const auto file = std::filesystem::path(options.data) / "scheduler.db";
    if (!std::filesystem::exists(file)) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format("{} is no data folder of a scheduler; check --data", options.data)};
    }
    auto database =
        storage::Database::open(file, storage::Durability::kFull, storage::schedulerMigrations());
    if (!database) {
        return std::move(database).error();
    }
    auto rows = (*database)->read(
        "SELECT xml FROM plans WHERE screen = ? ORDER BY revision DESC LIMIT 1", {options.screen});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format(
                "nothing is published for a screen \"{}\"; check the id, or publish first",
                options.screen)};
    }
    return xml::readPlan(rows->front().text(0));
}

int plan(const PlanOptions& options)
{
    const auto from = storage::parseIsoTime(options.from);
    const auto to = storage::parseIsoTime(options.to);
    if (!from || !to || *from >= *to) {
        return complain(
            {ErrorKind::kInvalid,
             "--from and --to are times like 2026-11-23T08:00:00+01:00, the second one later"});
    }
    auto document = publishedPlan(options);
    if (!document) {
        return complain(document.error());
    }
    auto timetable = timetable::Timetable::make(*document);
    if (!timetable) {
        return complain(timetable.error());
    }
    for (const auto& slot : timetable->between(*from, *to)) {
        const auto* playlist = model::findPlaylist(*document, slot.decision.playlist);
        fmt::print(
            "{}\t{}\t{}\t{}\t{}\n",
            storage::isoTime(slot.begin),
            storage::isoTime(slot.end),
            playlist != nullptr ? playlist->name : slot.decision.playlist,
            slot.decision.rule.value_or("default"),
            slot.decision.priority);
    }
    return 0;
}

} // namespace

void addPlanCommand(const command::Command& app)
{
    auto options = std::make_shared<PlanOptions>();
    const auto command =
        app.add("plan", "print what a screen shows: begin, end, playlist, rule, priority");
    command.option("--data", options->data, "folder given to serve").required();
    command.option("--screen", options->screen, "id of the screen").required();
    command.option("--from", options->from, "RFC 3339 time").required();
    command.option("--to", options->to, "RFC 3339 time").required();
    command.action([options] { return plan(*options); });
}

} // namespace jtv::station

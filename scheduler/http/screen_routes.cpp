// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Screens: the list, their settings, their status and their live picture.
#include "scheduler/devices/screens.h"
#include "scheduler/devices/screenshots.h"
#include "scheduler/devices/status_reports.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/http/screen_fields.h"
#include "scheduler/library/publisher.h"
#include "scheduler/library/slide_pictures.h"
#include "scheduler/push/push_hub.h"
#include "scheduler/storage/key.h"

#include <array>
#include <utility>

namespace jtv::http {
namespace {

constexpr std::chrono::seconds kSilentAfter{90}; // a screen reports at least every 30 s

const push::Event kScreensChanged{"screens", "{}"};

// Members of the device's report that are handed on as they are.
constexpr std::array kReported{"revision_active", "now_playing", "warnings", "size"};

json::Value
screenValue(const devices::Screen& screen, const devices::StatusReport* report, const Parts& parts)
{
    json::Value value{
        {"id", screen.id},
        {"name", screen.name},
        {"state", screen.approved ? "approved" : "revoked"},
        {"online", false},
        {"last_seen", nullptr},
        {"revision_active", nullptr},
        {"revision_wanted", nullptr},
        {"now_playing", nullptr},
        {"warnings", json::Value::array()},
        {"size", nullptr},
        {"languages", screen.settings.languages},
        {"diagonal_inches", screen.settings.diagonalInches},
        {"distance_m", screen.settings.distanceMetres},
        {"timezone", screen.settings.timezone},
        {"language_policy", model::writeLanguagePolicy(screen.settings.languagePolicy)}};
    if (screen.revisionWanted) {
        value["revision_wanted"] = *screen.revisionWanted;
    }
    bool fresh = false;
    if (report != nullptr) {
        value["last_seen"] = storage::isoTime(report->received);
        fresh = parts.clock.wall() - report->received < kSilentAfter;
        if (const auto told = json::parse(report->report); told && told->is_object()) {
            for (const auto* member : kReported) {
                if (told->contains(member)) {
                    value[member] = told->at(member);
                }
            }
        }
    }
    value["online"] = screen.approved && (fresh || parts.hub.isOnline(screen.id));
    return value;
}

void listScreens(Exchange& exchange, Parts& parts)
{
    auto screens = parts.screens.list();
    auto reports = parts.reports.all();
    if (!screens || !reports) {
        return exchange.problem(screens ? reports.error() : screens.error());
    }
    auto values = json::Value::array();
    for (const auto& screen : *screens) {
        const auto report = reports->find(screen.id);
        values.push_back(
            screenValue(screen, report == reports->end() ? nullptr : &report->second, parts));
    }
    exchange.answer(200, {{"screens", std::move(values)}});
}

void change(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto wanted = readScreenChange(*body);
    if (!wanted) {
        return exchange.problem(wanted.error());
    }
    const auto& id = exchange.parameter("id");
    if (auto done = parts.screens.change(id, *wanted, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    if (auto planned = parts.publisher.planFor(id, exchange.author()); !planned) {
        return exchange.problem(planned.error());
    }
    parts.hub.send(push::ToPages{}, kScreensChanged);
    exchange.answer(204);
}

void revoke(Exchange& exchange, Parts& parts)
{
    const auto& id = exchange.parameter("id");
    if (auto done = parts.screens.revoke(id, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    parts.hub.dropScreen(id);
    parts.screenshots.forget(id);
    parts.hub.send(push::ToPages{}, kScreensChanged);
    exchange.answer(204);
}

// A screen speaks only for itself.
bool isOwn(Exchange& exchange)
{
    if (exchange.caller().screen == exchange.parameter("id")) {
        return true;
    }
    exchange.problem(Problem{403, "forbidden", "a screen may only report for itself"});
    return false;
}

void readStatus(Exchange& exchange, Parts& parts)
{
    const auto& id = exchange.parameter("id");
    if (auto screen = parts.screens.find(id); !screen) {
        return exchange.problem(screen.error());
    }
    auto report = parts.reports.latest(id);
    if (!report) {
        return exchange.problem(report.error());
    }
    if (!*report) {
        return exchange.problem(
            Problem{404, "not_found", "this screen has not reported yet; wait until it is online"});
    }
    auto told = json::parse((*report)->report);
    exchange.answer(
        200,
        {{"received", storage::isoTime((*report)->received)},
         {"report", told ? *std::move(told) : json::Value::object()}});
}

// Its pictures are drawn anew when it turns out to be another screen than the plan was made for.
Status noteDisplay(const Exchange& exchange, const json::Value& report, Parts& parts)
{
    const auto& id = exchange.parameter("id");
    const auto told = readDisplay(report);
    const auto before = parts.screens.display(id);
    if (!told || !before || *before == *told) {
        return before ? Status(Done{}) : before.error();
    }
    auto done = parts.screens.keepDisplay(id, *told);
    if (done && library::wantsOtherPictures(*before, *told)) {
        done = parts.publisher.planFor(id, exchange.author());
    }
    return done;
}

void writeStatus(Exchange& exchange, Parts& parts)
{
    if (!isOwn(exchange)) {
        return;
    }
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    if (auto kept = parts.reports.keep(exchange.parameter("id"), json::write(*body)); !kept) {
        return exchange.problem(kept.error());
    }
    if (auto noted = noteDisplay(exchange, *body, parts); !noted) {
        return exchange.problem(noted.error());
    }
    parts.hub.send(push::ToPages{}, kScreensChanged);
    exchange.answer(204);
}

void readScreenshot(Exchange& exchange, Parts& parts)
{
    const auto& id = exchange.parameter("id");
    if (auto screen = parts.screens.find(id); !screen) {
        return exchange.problem(screen.error());
    }
    const auto picture = parts.screenshots.look(id, parts.clock.steady());
    parts.hub.send(push::ToScreen{id}, {"screenshot", "{}"});
    if (!picture) {
        return exchange.answer(204);
    }
    exchange.answer(200, picture->type, picture->bytes);
}

void writeScreenshot(Exchange& exchange, Parts& parts)
{
    if (!isOwn(exchange)) {
        return;
    }
    const auto type = exchange.mediaType();
    auto bytes = exchange.body();
    if (!bytes) {
        return exchange.problem(bytes.error());
    }
    const bool jpeg = type == "image/jpeg" && bytes->starts_with("\xff\xd8\xff");
    const bool png = type == "image/png" && bytes->starts_with("\x89PNG\r\n\x1a\n");
    if (!jpeg && !png) {
        return exchange.problem(Problem{415, "unknown_type", "send the picture as JPEG or PNG"});
    }
    parts.screenshots.keep(
        exchange.parameter("id"), {type, *std::move(bytes), parts.clock.steady()});
    exchange.answer(204);
}

constexpr std::string_view kScreenPath = "/api/v1/screens/{id}";
constexpr std::string_view kStatus = "/api/v1/screens/{id}/status";
constexpr std::string_view kPicture = "/api/v1/screens/{id}/screenshot";
constexpr auto kPictureLimit = devices::Screenshots::kMostBytes;

constexpr auto kScreenRoutes = std::to_array<Route>({
    {"GET",
     "/api/v1/screens",
     Access::kView,
     0,
     listScreens,
     "All screens",
     "",
     "",
     200,
     kJson,
     "Screens"},
    {"PATCH",
     kScreenPath,
     Access::kScreens,
     kJsonLimit,
     change,
     "Change a screen's settings",
     kJson,
     "ScreenChange",
     204,
     "",
     ""},
    {"DELETE", kScreenPath, Access::kScreens, 0, revoke, "Revoke a screen", "", "", 204, "", ""},
    {"GET",
     kStatus,
     Access::kView,
     0,
     readStatus,
     "What a screen reported last",
     "",
     "",
     200,
     kJson,
     "Status"},
    {"POST",
     kStatus,
     Access::kScreen,
     kJsonLimit,
     writeStatus,
     "Report of a screen",
     kJson,
     "Report",
     204,
     "",
     ""},
    {"GET",
     kPicture,
     Access::kView,
     0,
     readScreenshot,
     "The live picture of a screen; 204 while there is none",
     "",
     "",
     200,
     "image/*",
     ""},
    {"PUT",
     kPicture,
     Access::kScreen,
     kPictureLimit,
     writeScreenshot,
     "Live picture of a screen",
     "image/*",
     "",
     204,
     "",
     ""},
});

} // namespace

std::vector<Route> screenRoutes()
{
    return {kScreenRoutes.begin(), kScreenRoutes.end()};
}

} // namespace jtv::http

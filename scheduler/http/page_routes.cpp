// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The web page, the OpenAPI document, health and metrics.
#include "scheduler/devices/screens.h"
#include "scheduler/devices/status_reports.h"
#include "scheduler/http/file_answer.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/library/publisher.h"
#include "scheduler/push/push_hub.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utility>

namespace jtv::http {
namespace {

void health(Exchange& exchange, Parts& parts)
{
    if (auto alive = parts.publisher.currentRevision(); !alive) {
        return exchange.problem(alive.error());
    }
    exchange.answer(200, {{"status", "ok"}});
}

void openApi(Exchange& exchange, Parts& parts)
{
    exchange.answer(200, std::string(kJson), parts.openApi);
}

// Prometheus text format 0.0.4.
void metrics(Exchange& exchange, Parts& parts)
{
    auto screens = parts.screens.list();
    auto revision = parts.publisher.currentRevision();
    if (!screens || !revision) {
        return exchange.problem(screens ? revision.error() : screens.error());
    }
    std::size_t approved = 0;
    std::size_t online = 0;
    for (const auto& screen : *screens) {
        approved += screen.approved ? 1 : 0;
        online += parts.hub.isOnline(screen.id) ? 1 : 0;
    }
    exchange.answer(
        200,
        "text/plain; version=0.0.4",
        fmt::format(
            "# TYPE jtv_screens gauge\njtv_screens {}\n"
            "# TYPE jtv_screens_connected gauge\njtv_screens_connected {}\n"
            "# TYPE jtv_event_listeners gauge\njtv_event_listeners {}\n"
            "# TYPE jtv_revision gauge\njtv_revision {}\n",
            approved,
            online,
            parts.hub.listeners(),
            *revision));
}

// The file a path of the page means; empty when there is none. The page finds its way by the part
// behind '#', so an unknown path is an error and not the page.
std::filesystem::path pageFile(const std::filesystem::path& web, std::string_view path)
{
    if (path == "/") {
        return web / "index.html";
    }
    // Names as a bundler writes them; everything else (.., %, //, hidden files) is no file of the
    // page.
    char before = '/';
    for (const char c : path.substr(1)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_';
        const bool between = (c == '.' || c == '/') && before != '/' && before != '.';
        if (!plain && !between) {
            return {};
        }
        before = c;
    }
    return web / path.substr(1);
}

void page(Exchange& exchange, Parts& parts)
{
    if (parts.web.empty()) {
        return exchange.answer(
            404,
            "text/plain; charset=utf-8",
            "The web page is not installed. Start the server with --web FOLDER.\n");
    }
    const auto file = pageFile(parts.web, exchange.path());
    struct stat found {};
    if (file.empty() || ::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
        return exchange.problem(Problem{404, "not_found", "there is nothing at this address"});
    }
    // Vite puts a hash into the names below assets/.
    const bool hashed = exchange.path().starts_with("/assets/");
    answerFile(
        exchange,
        {file,
         mediaTypeOf(file),
         fmt::format("\"{:x}-{:x}\"", found.st_mtim.tv_sec, found.st_size),
         hashed ? "public, max-age=31536000, immutable" : "no-cache"});
}

constexpr auto kPageRoutes = std::to_array<Route>({
    {"GET",
     "/healthz",
     Access::kOpen,
     0,
     health,
     "Whether the server works",
     "",
     "",
     200,
     kJson,
     "Health"},
    {"GET",
     "/metrics",
     Access::kMetrics,
     0,
     metrics,
     "Figures for Prometheus",
     "",
     "",
     200,
     "text/plain",
     ""},
    {"GET",
     "/api/v1/openapi.json",
     Access::kOpen,
     0,
     openApi,
     "This document",
     "",
     "",
     200,
     kJson,
     ""},
    {"GET", "/{path...}", Access::kOpen, 0, page, "The web page", "", "", 200, "text/html", ""},
});

} // namespace

std::vector<Route> pageRoutes()
{
    return {kPageRoutes.begin(), kPageRoutes.end()};
}

} // namespace jtv::http

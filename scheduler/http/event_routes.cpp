// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The stream of events, for screens and for the page.
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/library/publisher.h"
#include "scheduler/push/push_hub.h"
#include "scheduler/storage/key.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

void events(Exchange& exchange, Parts& parts)
{
    const auto& caller = exchange.caller();
    const bool page = caller.screen.empty();
    auto revision =
        page ? parts.publisher.currentRevision() : parts.publisher.revisionOf(caller.screen);
    if (!revision) {
        return exchange.problem(revision.error());
    }
    push::Listener listener{
        caller.screen, page ? storage::tokenHash(caller.sessionToken) : std::string()};
    const push::Event first{"revision", fmt::format("{{\"revision\": {}}}", *revision)};
    parts.hub.add(exchange.detach(), std::move(listener), first);
    if (!page) {
        parts.hub.send(push::ToPages{}, {"screens", "{}"});
    }
}

constexpr auto kEventRoutes = std::to_array<Route>({
    {"GET",
     "/api/v1/events",
     Access::kScreenOrView,
     0,
     events,
     "Server-sent events: revision, screens (to the page), screenshot (to a screen)",
     "",
     "",
     200,
     "text/event-stream",
     ""},
});

} // namespace

std::vector<Route> eventRoutes()
{
    return {kEventRoutes.begin(), kEventRoutes.end()};
}

} // namespace jtv::http

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is posted as an event, and on to the show.
#include "player/app/notify_input.h"

#include "base/json/json.h"
#include "player/timeline/triggers.h"

#include <utility>

namespace jtv::app {

Result<std::string> parseNotify(std::string_view text)
{
    const auto value = json::parse(text);
    const bool one = value && value->is_object() && value->size() == 1 &&
                     value->contains("smilEvent") && value->at("smilEvent").is_string();
    auto name = one ? value->at("smilEvent").get<std::string>() : "";
    if (name.empty()) {
        return Error{
            ErrorKind::kInvalid,
            R"--(the event is not understood; send {"smilEvent": "name"} for begin="notify(name)")--"};
    }
    return name;
}

Result<std::unique_ptr<status::StatusListener>> listenForEvents(
    const settings::ListenAddress& address, const std::string& token, Mailbox<std::string>& events)
{
    const auto take = [&events](std::string_view body) -> Status {
        auto name = parseNotify(body);
        if (!name) {
            return std::move(name).error();
        }
        events.post(*std::move(name));
        return Done{};
    };
    return status::StatusListener::start(
        {address.host,
         address.port,
         "notify_listen",
         false,
         {{"/v2/task/notify", token, "{}", take}}});
}

void passEvents(Mailbox<std::string>& events, show::Show& show)
{
    for (const auto& name : events.take()) {
        show.happened(timeline::notifyEvent(name));
    }
}

} // namespace jtv::app

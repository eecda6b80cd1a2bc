// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a calling system may send.
#include "player/app/call_input.h"

#include "base/json/json.h"

#include <utility>

namespace jtv::app {
namespace {

Error notUnderstood()
{
    return {
        ErrorKind::kInvalid,
        R"(the call is not understood; send {"number": "A 123", "counter": "5"})"};
}

} // namespace

Result<model::Call> parseCall(std::string_view text)
{
    const auto value = json::parse(text);
    if (!value || !value->is_object()) {
        return notUnderstood();
    }
    model::Call call;
    for (const auto& [name, field] : value->items()) {
        const bool known = name == "number" || name == "counter";
        if (!known || !(field.is_string() || field.is_number_unsigned())) {
            return notUnderstood();
        }
        (name == "number" ? call.number : call.counter) =
            field.is_string() ? field.get<std::string>() : field.dump();
    }
    if (const auto checked = model::checkCall(call); !checked) {
        return checked.error();
    }
    return call;
}

status::PostedInput takeCallsInto(Mailbox<model::Call>& calls, std::string token)
{
    return {"/call", std::move(token), "called", [&calls](std::string_view body) -> Status {
                auto call = parseCall(body);
                if (!call) {
                    return std::move(call).error();
                }
                calls.post(*std::move(call));
                return Done{};
            }};
}

} // namespace jtv::app

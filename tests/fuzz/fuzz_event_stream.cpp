// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as an event stream: the events do not depend on how it is cut.
#include "provisioning/connection/event_stream.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    connection::EventStream whole;
    const auto events = whole.feed(text);
    connection::EventStream pieces;
    std::vector<connection::ServerEvent> collected;
    const std::size_t piece = size == 0 ? 1 : 1 + bytes[0] % 7U;
    for (std::size_t at = 0; at < size; at += piece) {
        for (auto& event : pieces.feed(text.substr(at, piece))) {
            collected.push_back(std::move(event));
        }
    }
    if (collected != events || pieces.retry() != whole.retry()) {
        std::abort();
    }
    return 0;
}

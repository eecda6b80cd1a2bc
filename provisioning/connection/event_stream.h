// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Server-sent events: bytes in, events out. HTML Living Standard, 9.2.6 (event stream
// interpretation).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::connection {

struct ServerEvent {
    std::string type; // "message" when the stream names none
    std::string data; // lines joined with \n
    std::string id;   // the last one named in the stream

    friend bool operator==(const ServerEvent&, const ServerEvent&) = default;
};

// Pure and incremental: the result does not depend on how the stream is cut. Any one thread.
class EventStream {
public:
    // The events completed by these bytes. An event or line over 64 KiB is left out whole.
    std::vector<ServerEvent> feed(std::string_view bytes);

    // The server's wish for the pause before a new connection ("retry:"), at most one hour.
    std::optional<std::chrono::milliseconds> retry() const { return retry_; }

private:
    bool partOfMark(char c);
    void take(char c, std::vector<ServerEvent>& out);
    void line(std::string_view text, std::vector<ServerEvent>& out);
    void field(std::string_view name, std::string_view value);
    void dispatch(std::vector<ServerEvent>& out);

    std::string line_; // so far
    std::string type_;
    std::string data_;
    std::string id_;
    std::optional<std::chrono::milliseconds> retry_;
    std::size_t marked_ = 0; // bytes of the byte order mark seen at the start; 3 = done with it
    bool hasData_ = false;
    bool afterReturn_ = false; // the last byte was \r, a following \n belongs to it
    bool lineTooLong_ = false;
    bool eventTooLong_ = false;
};

} // namespace jtv::connection

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The scheduler's address as an administrator types it.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace jtv::settings {

struct ServerAddress {
    bool tls = true;
    std::string host;       // a name or an IP address, IPv6 without brackets
    std::uint16_t port = 0; // 1 … 65535
    std::string basePath;   // empty or "/path" without a slash at its end

    std::string
    text() const;          // "https://host:port/path", the port left out when it is the usual one
    bool loopback() const; // the connection never leaves this machine
};

// "https://HOST[:PORT][/PATH]" or "http://…". Errors: kInvalid, with what to write instead.
Result<ServerAddress> parseServerAddress(std::string_view text);

struct ListenAddress {
    std::string host;
    std::uint16_t port = 0; // 0 = the system chooses
};

// "HOST:PORT", "[::1]:PORT" or ":PORT" (= 127.0.0.1). Errors: kInvalid.
Result<ListenAddress> parseListenAddress(std::string_view text);

bool isLoopback(std::string_view host);

} // namespace jtv::settings

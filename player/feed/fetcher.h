// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One file from a web server into the cache: only when it changed, going on where it broke off.
#pragma once

#include "base/result.h"
#include "player/feed/cache.h"
#include "provisioning/connection/client.h"
#include "provisioning/connection/web_address.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace jtv::feed {

// A file larger than this is refused.
inline constexpr std::uint64_t kMaxFile = std::uint64_t{16} << 30U;

// Any one thread. Borrows the cache.
class Fetcher {
public:
    // `name`: of this screen, for the server's list of players.
    Fetcher(Cache& cache, const std::string& name);

    // `before`: what is known of it; given back when the server says that it did not change. At
    // most five redirections are followed. Errors: kNotFound (the server does not have it, or does
    // not give it to us), kUnavailable (try again later), kDenied (certificate), kFull, kInvalid.
    Result<Known>
    fetch(const connection::WebAddress& address, const Known* before, const std::stop_token& stop);

private:
    Result<const connection::Client*> clientFor(const settings::ServerAddress& server);
    Result<connection::Response>
    ask(const connection::WebAddress& address,
        const std::filesystem::path& partial,
        const Known* before,
        const std::stop_token& stop);
    Result<Known> keep(const std::filesystem::path& partial, const connection::Response& answer);

    Cache& cache_;
    std::string userAgent_;
    std::map<std::string, connection::Client> clients_; // by server
};

} // namespace jtv::feed

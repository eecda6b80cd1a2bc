// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The player as a client of any SMIL server: asks for its index again and again, fetches the media,
// and hands over the new programme when it is whole. What was there before plays on until then.
#pragma once

#include "base/clock.h"
#include "base/mailbox.h"
#include "base/result.h"
#include "content/model/playlist.h"
#include "provisioning/connection/web_address.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <variant>

namespace jtv::feed {

// Where nothing else is said by <meta http-equiv="Refresh" content="SECONDS"/>.
inline constexpr Milliseconds kUsualRefresh{300'000};
inline constexpr Milliseconds kShortestRefresh{1'000};
inline constexpr Milliseconds kLongestRefresh{24 * 3600 * 1000};

struct Programme {
    std::shared_ptr<const model::Playlist> playlist;
    std::map<std::string, std::filesystem::path> files; // by source as written
};
struct Fault {
    Error error;
    bool hopeless = false; // asking again gives the same: a wrong address, no SMIL
};
using News = std::variant<std::shared_ptr<const Programme>, Fault>;

struct Options {
    connection::WebAddress index;
    std::filesystem::path directory; // the cache; one process at a time
    std::string name;                // of this screen
};

// Runs a thread of its own until it is destroyed. The stored programme, if there is one, comes
// first; a Fault comes when it differs from the one before.
class Feed {
public:
    Feed(Options options, Mailbox<News>& news);
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    ~Feed();

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
    std::jthread thread_; // last: uses the worker
};

} // namespace jtv::feed

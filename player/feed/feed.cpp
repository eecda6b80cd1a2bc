// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Index, media, activation, in this order; each step leaves the old programme whole.
#include "player/feed/feed.h"

#include "base/file.h"
#include "content/xml/smil.h"
#include "player/feed/cache.h"
#include "player/feed/fetcher.h"
#include "player/feed/log.h"
#include "player/feed/sources.h"

#include <algorithm>
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>
#include <set>
#include <utility>

namespace jtv::feed {
namespace {

constexpr std::size_t kMaxIndex = std::size_t{8} << 20U;
constexpr Milliseconds kFirstRetry{1'000};
constexpr Milliseconds kLongestRetry{60'000};

} // namespace

class Feed::Worker {
public:
    Worker(Options options, Mailbox<News>& news) : options_(std::move(options)), news_(news) {}

    void run(const std::stop_token& stop)
    {
        auto cache = Cache::open(options_.directory);
        if (!cache) {
            news_.post(Fault{std::move(cache).error(), true});
            return;
        }
        Fetcher fetcher(*cache, options_.name);
        begin(*cache);
        while (!stop.stop_requested()) {
            const auto updated = update(*cache, fetcher, stop);
            if (!updated && !stop.stop_requested()) {
                tell(updated.error());
            }
            wait(updated ? refresh_ : retry_, stop);
            retry_ = updated ? kFirstRetry : std::min(retry_ * 2, kLongestRetry);
        }
    }

private:
    void begin(Cache& cache)
    {
        active_ = cache.active(options_.index.text());
        const auto programme =
            active_ ? read(cache, *active_) : Error{ErrorKind::kNotFound, "nothing is stored yet"};
        if (programme) {
            news_.post(*programme);
        } else {
            active_.reset();
        }
    }

    // True: something new has been activated.
    Result<bool> update(Cache& cache, Fetcher& fetcher, const std::stop_token& stop)
    {
        Edition edition{options_.index.text(), {}, {}};
        auto index = fetcher.fetch(options_.index, active_ ? &active_->index : nullptr, stop);
        if (!index) {
            return std::move(index).error();
        }
        edition.index = *std::move(index);
        const auto playlist = playlistOf(cache, edition);
        if (!playlist) {
            return playlist.error();
        }
        if (auto fetched = fetchMedia(**playlist, edition, fetcher, stop); !fetched) {
            return std::move(fetched).error();
        }
        if (active_ == edition) {
            said_.clear();
            return false;
        }
        auto programme = read(cache, edition);
        if (!programme) {
            return std::move(programme).error();
        }
        if (auto done = cache.activate(edition); !done) {
            return std::move(done).error();
        }
        kLog.info(
            "{}: {} files are here, the new programme begins",
            edition.address,
            edition.media.size());
        cache.sweep(edition, active_, SystemClock().wall());
        active_ = std::move(edition);
        said_.clear();
        news_.post(*std::move(programme));
        return true;
    }

    // A file that the server does not have is left out: its item fails, the others play.
    Status fetchMedia(
        const model::Playlist& playlist,
        Edition& edition,
        Fetcher& fetcher,
        const std::stop_token& stop)
    {
        for (const auto& source : sourcesOf(playlist)) {
            const auto address = connection::resolve(options_.index, source);
            if (!address || edition.media.contains(address->text())) {
                continue;
            }
            auto known = fetcher.fetch(*address, knownBefore(address->text()), stop);
            if (known) {
                edition.media.emplace(address->text(), *std::move(known));
            } else if (known.error().kind != ErrorKind::kNotFound) {
                return std::move(known).error();
            } else if (missing_.insert(address->text()).second) {
                kLog.warning("{}", known.error().message);
            }
        }
        return Done{};
    }

    const Known* knownBefore(const std::string& address) const
    {
        if (!active_) {
            return nullptr;
        }
        const auto known = active_->media.find(address);
        return known == active_->media.end() ? nullptr : &known->second;
    }

    Result<std::shared_ptr<const model::Playlist>> playlistOf(Cache& cache, const Edition& edition)
    {
        const auto bytes = readFile(cache.blobs().pathOf(edition.index.sha256), kMaxIndex);
        auto playlist = bytes ? xml::parseSmil(*bytes, edition.address) : bytes.error();
        if (!playlist) {
            return std::move(playlist).error();
        }
        refresh_ = std::clamp(
            playlist->refresh.value_or(kUsualRefresh), kShortestRefresh, kLongestRefresh);
        return std::make_shared<const model::Playlist>(*std::move(playlist));
    }

    Result<std::shared_ptr<const Programme>> read(Cache& cache, const Edition& edition)
    {
        auto playlist = playlistOf(cache, edition);
        if (!playlist) {
            return std::move(playlist).error();
        }
        auto programme = std::make_shared<Programme>();
        for (const auto& source : sourcesOf(**playlist)) {
            const auto address = connection::resolve(options_.index, source);
            const auto known = address ? edition.media.find(address->text()) : edition.media.end();
            if (known != edition.media.end()) {
                programme->files.emplace(source, cache.blobs().pathOf(known->second.sha256));
            }
        }
        programme->playlist = *std::move(playlist);
        return std::shared_ptr<const Programme>(std::move(programme));
    }

    void tell(const Error& error)
    {
        if (error.message != said_) {
            said_ = error.message;
            const bool hopeless =
                error.kind == ErrorKind::kNotFound || error.kind == ErrorKind::kInvalid;
            news_.post(Fault{error, hopeless});
        }
    }

    void wait(Milliseconds time, const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, time, [] { return false; });
    }

    Options options_;
    Mailbox<News>& news_;
    std::optional<Edition> active_;
    Milliseconds refresh_{kUsualRefresh};
    Milliseconds retry_{kFirstRetry};
    std::string said_;              // the fault told last
    std::set<std::string> missing_; // addresses whose absence has been told
    std::mutex mutex_;
    std::condition_variable_any wake_;
};

Feed::Feed(Options options, Mailbox<News>& news)
    : worker_(std::make_unique<Worker>(std::move(options), news)),
      thread_([worker = worker_.get()](const std::stop_token& stop) { worker->run(stop); })
{}

Feed::~Feed() = default;

} // namespace jtv::feed

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each address has a cache folder of its own, so that two players do not disturb each other.
#include "player/app/web_input.h"

#include "base/crypto/crypto.h"
#include "base/log.h"
#include "player/app/input.h"
#include "player/feed/cache.h"
#include "player/feed/fetcher.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace jtv::app {
namespace {

constexpr Log kFeedLog{"feed"};

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "player";
}

Result<std::filesystem::path>
folderFor(const connection::WebAddress& address, const std::filesystem::path& cache)
{
    auto root = cache;
    if (root.empty()) {
        const char* own = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-mt-unsafe): at start
        const char* home = std::getenv("HOME");          // NOLINT(concurrency-mt-unsafe): at start
        if (own != nullptr && *own == '/') {
            root = std::filesystem::path(own) / "jobcenter-tv";
        } else if (home != nullptr && *home == '/') {
            root = std::filesystem::path(home) / ".cache/jobcenter-tv";
        } else {
            return Error{
                ErrorKind::kInvalid,
                "there is no home folder to keep fetched files in; name one with --cache"};
        }
    }
    return root / "feed" / crypto::sha256Hex(address.text()).substr(0, 16);
}

// Where the file of this address lies, fetched anew when it changed.
Result<std::filesystem::path>
fetchFile(const connection::WebAddress& address, const std::filesystem::path& cache)
{
    const auto folder = folderFor(address, cache);
    auto opened = folder ? feed::Cache::open(*folder) : folder.error();
    if (!opened) {
        return std::move(opened).error();
    }
    const auto before = opened->active(address.text());
    feed::Fetcher fetcher(*opened, hostName());
    auto known = fetcher.fetch(address, before ? &before->index : nullptr, {});
    if (!known && known.error().kind == ErrorKind::kUnavailable && before) {
        kFeedLog.warning("{}; playing what was fetched before", known.error().message);
        known = before->index;
    }
    if (!known) {
        return std::move(known).error();
    }
    auto file = opened->blobs().pathOf(known->sha256);
    // A playlist is noted by those who follow it, when its media are there as well.
    if (!isPlaylist(file) && (!before || before->index != *known)) {
        if (auto noted = opened->activate({address.text(), *known, {}}); !noted) {
            return std::move(noted).error();
        }
    }
    return file;
}

} // namespace

Result<WebInput>
fetchInput(const std::vector<std::string>& files, const std::filesystem::path& cache)
{
    WebInput input{files, std::nullopt};
    for (auto& file : input.files) {
        if (!connection::isWebAddress(file)) {
            continue;
        }
        auto address = connection::parseWebAddress(file);
        if (!address) {
            return std::move(address).error();
        }
        auto fetched = fetchFile(*address, cache);
        const bool alone = files.size() == 1;
        if (!fetched && alone && fetched.error().kind == ErrorKind::kUnavailable) {
            kFeedLog.warning("{}; asking again until it answers", fetched.error().message);
            input.index = *std::move(address);
            return input;
        }
        if (!fetched) {
            return std::move(fetched).error();
        }
        if (alone && isPlaylist(*fetched)) {
            input.index = *std::move(address);
        }
        file = fetched->string();
    }
    return input;
}

Result<std::unique_ptr<FollowedProgramme>> FollowedProgramme::begin(
    const connection::WebAddress& index,
    const std::filesystem::path& cache,
    show::Programme wish,
    show::Show& show)
{
    auto folder = folderFor(index, cache);
    if (!folder) {
        return std::move(folder).error();
    }
    return std::unique_ptr<FollowedProgramme>(
        new FollowedProgramme(index, *std::move(folder), std::move(wish), show));
}

FollowedProgramme::FollowedProgramme(
    const connection::WebAddress& index,
    std::filesystem::path cache,
    show::Programme wish,
    show::Show& show)
    : wish_(std::move(wish)), show_(show),
      lastFault_{ErrorKind::kUnavailable, fmt::format("{}: nothing came yet", index.text())},
      feed_({index, std::move(cache), hostName()}, news_)
{}

void FollowedProgramme::take()
{
    for (const auto& news : news_.take()) {
        if (const auto* fault = std::get_if<feed::Fault>(&news)) {
            kFeedLog.warning("{}", fault->error.message);
            lastFault_ = fault->error;
            hopeless_ = fault->hopeless && !began_;
        } else {
            play(*std::get<std::shared_ptr<const feed::Programme>>(news));
        }
    }
}

void FollowedProgramme::play(const feed::Programme& programme)
{
    for (const auto& remark : programme.playlist->remarks) {
        kFeedLog.warning("{}:{}: {}", remark.place.file, remark.place.line, remark.text);
    }
    auto next = wish_;
    next.playlist = programme.playlist;
    next.resolve = [files = programme.files,
                    inFolder = resolveIn({})](const model::Media& media) -> Result<show::Source> {
        const auto file = files.find(media.source);
        if (file == files.end()) {
            return Error{
                ErrorKind::kNotFound,
                fmt::format(
                    "{}: the server does not have this file; mend the playlist there",
                    media.source)};
        }
        auto stored = media;
        stored.source = file->second.string();
        return inFolder(stored);
    };
    show_.play(std::move(next), began_ ? show::When::kAtBoundary : show::When::kAtOnce);
    began_ = true;
    hopeless_ = false;
}

} // namespace jtv::app

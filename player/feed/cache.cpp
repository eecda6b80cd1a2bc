// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A damaged record is as good as none: everything is fetched again.
#include "player/feed/cache.h"

#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/json/json.h"
#include "player/feed/log.h"

#include <fmt/format.h>
#include <set>
#include <utility>

namespace jtv::feed {
namespace {

constexpr std::size_t kMaxRecord = std::size_t{16} << 20U;
constexpr std::chrono::hours kGrace{24};

json::Value valueOf(const Known& known)
{
    return {{"sha256", known.sha256}, {"etag", known.etag}, {"last_modified", known.lastModified}};
}

Result<Known> knownOf(const json::Value& value)
{
    auto sha256 = json::text(value, "sha256");
    auto etag = json::text(value, "etag");
    auto lastModified = json::text(value, "last_modified");
    for (const auto* part : {&sha256, &etag, &lastModified}) {
        if (!*part) {
            return part->error();
        }
    }
    return Known{*std::move(sha256), *std::move(etag), *std::move(lastModified)};
}

Result<Edition> editionOf(const json::Value& value)
{
    auto address = json::text(value, "address");
    if (!address) {
        return std::move(address).error();
    }
    if (!value.contains("index") || !value.contains("media") || !value["media"].is_object()) {
        return Error{ErrorKind::kInvalid, "the record lacks its index or its media"};
    }
    auto index = knownOf(value["index"]);
    if (!index) {
        return std::move(index).error();
    }
    Edition edition{*std::move(address), *std::move(index), {}};
    for (const auto& [source, entry] : value["media"].items()) {
        auto known = knownOf(entry);
        if (!known) {
            return std::move(known).error();
        }
        edition.media.emplace(source, *std::move(known));
    }
    return edition;
}

// RFC 9562, version 4
std::string newPlayerId()
{
    auto bytes = crypto::randomBytes(16);
    bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0fU) | 0x40U);
    bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3fU) | 0x80U);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += fmt::format(
            "{}{:02x}",
            i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
            static_cast<unsigned char>(bytes[i]));
    }
    return text;
}

Result<std::string> playerIdIn(const std::filesystem::path& directory)
{
    constexpr std::size_t kLength = 36;
    const auto file = directory / "player-id";
    if (auto known = readFile(file, kLength + 1); known && known->size() >= kLength) {
        return known->substr(0, kLength);
    }
    auto made = newPlayerId();
    auto written = replaceFile(file, made + "\n");
    return written ? Result<std::string>(std::move(made)) : std::move(written).error();
}

} // namespace

Cache::Cache(std::filesystem::path directory, store::BlobStore blobs, std::string playerId)
    : directory_(std::move(directory)),
      blobs_(std::make_shared<store::BlobStore>(std::move(blobs))), playerId_(std::move(playerId))
{}

Result<Cache> Cache::open(const std::filesystem::path& directory)
{
    if (auto made = makeDirectory(directory / "partial"); !made) {
        return std::move(made).error();
    }
    auto blobs = store::BlobStore::open(directory);
    if (!blobs) {
        return std::move(blobs).error();
    }
    auto playerId = playerIdIn(directory);
    if (!playerId) {
        return std::move(playerId).error();
    }
    return Cache(directory, *std::move(blobs), *std::move(playerId));
}

std::optional<Edition> Cache::active(std::string_view address) const
{
    const auto bytes = readFile(directory_ / "edition.json", kMaxRecord);
    if (!bytes) {
        return std::nullopt;
    }
    const auto value = json::parse(*bytes, kMaxRecord);
    auto edition = value ? editionOf(*value) : Result<Edition>(value.error());
    if (!edition) {
        kLog.warning(
            "what is stored cannot be read ({}); it is fetched again", edition.error().message);
        return std::nullopt;
    }
    if (edition->address != address || !blobs_->has(edition->index.sha256)) {
        return std::nullopt;
    }
    return *std::move(edition);
}

Status Cache::activate(const Edition& edition)
{
    json::Value media = json::Value::object();
    for (const auto& [address, known] : edition.media) {
        media[address] = valueOf(known);
    }
    const json::Value value{
        {"address", edition.address}, {"index", valueOf(edition.index)}, {"media", media}};
    return replaceFile(directory_ / "edition.json", json::writePretty(value) + "\n");
}

void Cache::sweep(const Edition& now, const std::optional<Edition>& before, WallTime time)
{
    std::set<std::string> keep;
    const auto keepFilesOf = [&keep](const Edition& edition) {
        keep.insert(edition.index.sha256);
        for (const auto& [address, known] : edition.media) {
            keep.insert(known.sha256);
        }
    };
    keepFilesOf(now);
    if (before) {
        keepFilesOf(*before);
    }
    if (const auto swept = blobs_->sweep(keep, kGrace, time); !swept) {
        kLog.warning("{}", swept.error().message);
    }
}

std::filesystem::path Cache::partialOf(std::string_view address) const
{
    return directory_ / "partial" / crypto::sha256Hex(address);
}

} // namespace jtv::feed

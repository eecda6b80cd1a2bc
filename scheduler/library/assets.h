// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The videos and pictures of the house: resumable upload, check by another program, ready or
// refused.
//   uploading ──last byte──► checking ──jtv-ingest──► ready
//                                └──────────────────► refused (with the reason)
// The bytes of an upload lie in DATA/uploads/<id>.part; how long that file is, is how far it got.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace jtv::library {

inline constexpr std::int64_t kLargestUpload = std::int64_t{8} << 30; // bytes

struct Asset {
    std::string id;
    std::string name;   // as the editor's file was called
    std::string type;   // media type; of the upload as told, of a ready one as found
    std::string kind;   // "video" or "image"; empty until checked
    std::string state;  // "uploading", "checking", "ready", "refused"
    std::string reason; // why it was refused
    std::optional<std::string> sha256;
    std::int64_t size = 0; // bytes
    std::optional<std::int64_t> width, height, durationMs;
    std::int64_t created = 0; // ms since 1970
    // Languages whose captions are part of a video's picture: it needs no others of them.
    std::vector<std::string> captionsInPicture = {};
};

// What the check found.
struct CheckedFile {
    std::string sha256;
    std::int64_t size = 0;
    std::string type;
    std::string kind;
    std::optional<std::int64_t> width, height, durationMs;
    std::string facts = {}; // all of it, as jtv-ingest says it (content/ingest/read_facts.h)
};

// Fills the block with the next bytes and says how many; 0 = no more come.
using ByteSource = std::function<std::size_t(std::string& block)>;

// *thread-safe*. Errors besides those of storage are named at each call; kNotFound: no such asset.
class Assets {
public:
    // Makes DATA/uploads. Throws std::runtime_error when it cannot.
    Assets(storage::Database& database, const std::filesystem::path& data, const Clock& clock);

    // Errors: kInvalid (length, name), kFull (the disk has no room for it).
    Result<Asset> create(
        const std::string& name,
        const std::string& type,
        std::int64_t length,
        const storage::Author& author);
    Result<std::vector<Asset>> list() const;
    Result<Asset> find(const std::string& id) const;
    // Bytes that are here for good.
    Result<std::int64_t> offset(const Asset& asset) const;
    // Appends at `offset` and syncs; gives the new offset. When the last byte is there the asset is
    // "checking". Errors: kExists (the offset is another, or somebody else uploads), kFull,
    // kInvalid.
    Result<std::int64_t>
    append(const std::string& id, std::int64_t offset, const ByteSource& source);
    // Errors: kExists (a playlist uses it, named in the message).
    Status remove(const std::string& id, const storage::Author& author);

    // Errors: kInvalid (it is no video, or this is no language).
    Status setCaptionsInPicture(
        const std::string& id,
        const std::vector<std::string>& languages,
        const storage::Author& author);

    // For the check: ids to be checked, the file, and the outcome.
    Result<std::vector<std::string>> toCheck() const;
    std::filesystem::path uploadOf(const std::string& id) const;
    Status accept(const std::string& id, const CheckedFile& file);
    Status refuse(const std::string& id, const std::string& reason);

private:
    class Busy;
    Result<std::int64_t> write(const Asset& asset, std::int64_t offset, const ByteSource& source);

    storage::Database& database_;
    std::filesystem::path uploads_;
    const Clock& clock_;
    std::mutex mutex_;           // protects busy_
    std::set<std::string> busy_; // ids somebody is appending to
};

} // namespace jtv::library

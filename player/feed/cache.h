// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a feed keeps on disk: the files by content, and which of them are its programme now.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/store/blob_store.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::feed {

// A file as a server gave it. The validators are the server's own words, for asking again
// (RFC 9110, 8.8).
struct Known {
    std::string sha256;
    std::string etag;         // empty: none
    std::string lastModified; // empty: none

    friend bool operator==(const Known&, const Known&) = default;
};

// One state of the server: the index and the media that it names.
struct Edition {
    std::string address; // of the index
    Known index;
    std::map<std::string, Known> media; // by address; what the server does not have is missing

    friend bool operator==(const Edition&, const Edition&) = default;
};

// DIR/blobs, DIR/edition.json (replaced by one rename), DIR/player-id. Any one thread.
class Cache {
public:
    // Makes the directory. Errors: kFull, kDenied, kInternal.
    static Result<Cache> open(const std::filesystem::path& directory);

    // What was activated last for this address; nullopt when there is nothing whole.
    std::optional<Edition> active(std::string_view address) const;
    // Errors: kFull, kDenied, kInternal; then the old one stays.
    Status activate(const Edition& edition);
    // Removes files that neither of the two needs and that are older than a day.
    void sweep(const Edition& now, const std::optional<Edition>& before, WallTime time);

    store::BlobStore& blobs() { return *blobs_; }
    // A file that is not whole yet, by the address it comes from.
    std::filesystem::path partialOf(std::string_view address) const;
    // Names this player to the server: made by chance once, 8-4-4-4-12 hex digits.
    const std::string& playerId() const { return playerId_; }

private:
    Cache(std::filesystem::path directory, store::BlobStore blobs, std::string playerId);

    std::filesystem::path directory_;
    std::shared_ptr<store::BlobStore> blobs_;
    std::string playerId_;
};

} // namespace jtv::feed

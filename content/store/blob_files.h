// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where the files of a store lie and how much room there is; shared by BlobStore and Partial.
#pragma once

#include "base/result.h"
#include "content/store/blob_store.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace jtv::store {

// What tells that a file is still the one that was read: changed files have another stamp.
struct Stamp {
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t changed = 0; // ns since the epoch, st_ctim

    friend bool operator==(const Stamp&, const Stamp&) = default;
};
Stamp stampOf(const struct stat& status);

// Thread-safe.
struct BlobStore::State {
    std::filesystem::path blobs; // DIR/blobs
    Limits limits;

    std::mutex mutex;                      // protects verified and used
    std::map<std::string, Stamp> verified; // files whose bytes this process has checked
    std::optional<std::uint64_t> used;     // bytes in all files, as far as this process knows

    std::filesystem::path pathOf(std::string_view sha256) const;
    std::filesystem::path partialOf(std::string_view sha256) const;

    // Errors: kFull when `bytes` more do not fit into the quota or would eat the reserve.
    Status makeRoom(std::uint64_t bytes);
    // Bytes in all files, counted once and then kept. Locks.
    Result<std::uint64_t> lockedUsed();

    // Moves a finished, synced file to its place; `hash` is what its bytes were found to have.
    Status admit(const std::filesystem::path& file, const std::string& hash);
    // Whether the file has these bytes; reads it when its stamp is not known. Removes a damaged
    // one.
    Status check(const std::string& sha256);
    void forget(const std::string& sha256);
};

// write(2) until all is written. Errors: those of fileError().
Status writeAll(int fd, std::string_view bytes, const std::filesystem::path& file);

} // namespace jtv::store

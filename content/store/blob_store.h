// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Asset files by what is in them: DIR/blobs/sha256/ab/cd/<sha256>. A file that is there is whole.
#pragma once

#include "base/c_handle.h"
#include "base/clock.h"
#include "base/crypto/crypto.h"
#include "base/result.h"
#include "content/model/asset.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace jtv::store {

struct Limits {
    std::uint64_t quota = 0;                          // bytes in all files together; 0 = no limit
    std::uint64_t reserve = std::uint64_t{64} << 20U; // bytes that stay free on the file system
};

enum class Depth {
    kQuick, // there, and of the right size
    kFull,  // its bytes have the hash; read once while the file stays as it is
};

struct Sweep {
    std::size_t removed = 0; // files
    std::uint64_t freed = 0; // bytes
};

class Partial;

// Thread-safe; several processes may share the directory. Errors of all functions: kFull (disk or
// quota), kDenied, kInternal; others where said.
class BlobStore {
public:
    // Makes the directories.
    static Result<BlobStore> open(const std::filesystem::path& directory, Limits limits = {});

    BlobStore(BlobStore&&) noexcept;
    BlobStore& operator=(BlobStore&&) noexcept;
    BlobStore(const BlobStore&) = delete;
    BlobStore& operator=(const BlobStore&) = delete;
    ~BlobStore();

    // Where the file lies or would lie. `sha256` is 64 lower-case digits.
    std::filesystem::path pathOf(std::string_view sha256) const;
    bool has(std::string_view sha256) const;
    // The path of a file that is there. Errors: kNotFound, also for text that is no hash.
    Result<std::filesystem::path> find(std::string_view sha256) const;

    // Stores the bytes and gives their hash; nothing happens when they are there already.
    Result<std::string> put(std::string_view bytes);
    // Copies a file in. `expected`: the hash it must have (empty: any). Errors: kInvalid when it
    // has another.
    Result<std::string> putFile(const std::filesystem::path& file, std::string_view expected = {});

    // Goes on with a download where it stopped, also after a restart. One Partial of a hash at a
    // time.
    Result<Partial> resume(const model::Asset& asset);

    // Errors: kNotFound (missing), kInvalid (damaged; with kFull the file is removed, to be fetched
    // anew).
    Status verify(const model::Asset& asset, Depth depth) const;

    // Removes files that are not in `keep` and were last changed more than `grace` before `now`,
    // and unfinished downloads of that age.
    Result<Sweep>
    sweep(const std::set<std::string>& keep, std::chrono::seconds grace, WallTime now);

    // Bytes in all files together.
    Result<std::uint64_t> used() const;

private:
    friend class Partial;
    struct State;
    explicit BlobStore(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

// A file on its way into the store. One thread at a time. What was written stays when it is
// destroyed.
class Partial {
public:
    std::uint64_t offset() const { return offset_; } // bytes there; where the next append() goes

    // Errors: kFull, and kInvalid when it becomes longer than the asset.
    Status append(std::string_view bytes);
    // Forgets what is there, e.g. when the server cannot go on in the middle.
    Status restart();
    // Checks size and hash, then moves the file to its place. Errors: kInvalid; then the next
    // resume() begins at 0.
    Status finish();

private:
    friend class BlobStore;
    Partial(std::shared_ptr<BlobStore::State> store, model::Asset asset, UniqueFd fd);

    std::shared_ptr<BlobStore::State> store_;
    model::Asset asset_;
    UniqueFd fd_;
    std::uint64_t offset_ = 0;
    crypto::Sha256 hash_;
};

} // namespace jtv::store

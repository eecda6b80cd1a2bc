// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists: items in their order as the page makes them, or a SMIL document as other tools write
// it.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

struct Item {
    std::string kind; // "video", "image" or "slide"
    std::string id;   // of the asset or slide
    std::optional<std::int64_t>
        durationMs; // nullopt: its own length, reading time, 10 s for a picture
};

// What a playlist shows stays until it is taken out there. `what`: "file" or "slide". Errors:
// kExists, naming one playlist.
Status checkUnused(storage::Tx& tx, const char* what, const std::string& id);

struct Playlist {
    std::string id;
    std::string name;
    std::vector<Item> items;         // empty when smil is there
    std::optional<std::string> smil; // as it was put in
    std::int64_t updated = 0;        // ms since 1970
};

// A playlist as a SMIL document, and every file it names.
struct Composed {
    std::string smil;
    std::vector<std::string> files; // SHA-256, each once, in order of first use
};

// *thread-safe*. Errors besides those of storage are named at each call; kNotFound: no such
// playlist.
class Playlists {
public:
    Playlists(storage::Database& database, store::BlobStore& blobs, const Clock& clock)
        : database_(database), blobs_(blobs), clock_(clock)
    {}

    // Errors: kInvalid (name, an item that is not there or not ready, SMIL that will not play).
    Result<std::string> create(const Playlist& playlist, const storage::Author& author);
    Status replace(const Playlist& playlist, const storage::Author& author);
    Result<std::vector<Playlist>> list() const;
    Result<Playlist> find(const std::string& id) const;
    // Errors: kExists (it is the default, or a rule uses it).
    Status remove(const std::string& id, const storage::Author& author);

    Result<std::optional<std::string>> defaultPlaylist() const;
    Status setDefault(const std::string& id, const storage::Author& author);

    // Errors: kInvalid (an item is not ready).
    Result<Composed> compose(storage::Tx& tx, const Playlist& playlist) const;
    Result<std::string> smil(const std::string& id) const;

private:
    Status store(storage::Tx& tx, const Playlist& playlist) const;
    Status storeItem(
        storage::Tx& tx, const std::string& playlist, std::size_t position, const Item& item) const;
    Status checkSmil(const std::string& smil) const;

    storage::Database& database_;
    store::BlobStore& blobs_;
    const Clock& clock_;
};

// Of one playlist, in a transaction or outside.
Result<std::vector<Item>> readItems(storage::Tx& tx, const std::string& playlist);

} // namespace jtv::library

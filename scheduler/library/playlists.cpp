// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists in the database.
#include "scheduler/library/playlists.h"

#include "content/model/asset.h"
#include "scheduler/library/compose.h"
#include "scheduler/storage/key.h"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace jtv::library {
namespace {

constexpr std::size_t kMostItems = 1'000;
constexpr std::int64_t kLongestItem = std::int64_t{24} * 60 * 60 * 1000; // ms

constexpr std::string_view kItemColumns =
    "SELECT i.playlist, a.kind, i.asset, i.slide, i.duration_ms FROM playlist_items i "
    "LEFT JOIN assets a ON a.id = i.asset ";

Item itemFrom(const storage::Row& row)
{
    const bool slide = row.isNull(2);
    return {slide ? "slide" : row.text(1), row.text(slide ? 3 : 2), row.optionalInteger(4)};
}

Error noSuchPlaylist()
{
    return {ErrorKind::kNotFound, "there is no such playlist; reload the list"};
}

Status checkShape(const Playlist& playlist)
{
    if (playlist.name.empty() || playlist.name.size() > 200) {
        return Error{ErrorKind::kInvalid, "a playlist needs a name of at most 200 characters"};
    }
    if (playlist.items.size() > kMostItems) {
        return Error{
            ErrorKind::kInvalid, fmt::format("a playlist has at most {} items", kMostItems)};
    }
    for (const auto& item : playlist.items) {
        if (item.durationMs && (*item.durationMs < 1'000 || *item.durationMs > kLongestItem)) {
            return Error{ErrorKind::kInvalid, "an item is shown for 1 second to 24 hours"};
        }
    }
    return Done{};
}

} // namespace

Result<std::vector<Item>> readItems(storage::Tx& tx, const std::string& playlist)
{
    auto rows = tx.query(
        std::string(kItemColumns) + "WHERE i.playlist = ? ORDER BY i.position", {playlist});
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<Item> items;
    for (const auto& row : *rows) {
        items.push_back(itemFrom(row));
    }
    return items;
}

Status checkUnused(storage::Tx& tx, const char* what, const std::string& id)
{
    auto used = tx.query(
        "SELECT p.name FROM playlist_items i JOIN playlists p ON p.id = i.playlist "
        "WHERE i.asset = ? OR i.slide = ? LIMIT 1",
        {id, id});
    if (!used) {
        return std::move(used).error();
    }
    if (used->empty()) {
        return Done{};
    }
    return Error{
        ErrorKind::kExists,
        fmt::format(
            "the playlist \"{}\" uses this {}; take it out there first",
            used->front().text(0),
            what)};
}

Status Playlists::storeItem(
    storage::Tx& tx, const std::string& playlist, std::size_t position, const Item& item) const
{
    const bool slide = item.kind == "slide";
    if (!slide && item.kind != "video" && item.kind != "image") {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("\"{}\" is no kind of item; write video, image or slide", item.kind)};
    }
    auto found = slide ? tx.query("SELECT 1 FROM slides WHERE id = ?", {item.id})
                       : tx.query(
                             "SELECT 1 FROM assets WHERE id = ? AND kind = ? AND state = 'ready'",
                             {item.id, item.kind});
    if (!found) {
        return std::move(found).error();
    }
    if (found->empty()) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "item {} of the playlist is not in the library or not ready yet; wait for its "
                "check, "
                "or take it out",
                position + 1)};
    }
    auto made = tx.execute(
        "INSERT INTO playlist_items VALUES (?, ?, ?, ?, ?)",
        {playlist,
         static_cast<std::int64_t>(position),
         slide ? storage::Value(nullptr) : storage::Value(item.id),
         slide ? storage::Value(item.id) : storage::Value(nullptr),
         item.durationMs});
    return made ? Status(Done{}) : Status(std::move(made).error());
}

Status Playlists::store(storage::Tx& tx, const Playlist& playlist) const
{
    auto done = tx.execute(
        "INSERT INTO playlists VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "name = excluded.name, smil = excluded.smil, updated = excluded.updated",
        {playlist.id, playlist.name, playlist.smil, storage::toStored(clock_.wall())});
    if (done) {
        done = tx.execute("DELETE FROM playlist_items WHERE playlist = ?", {playlist.id});
    }
    if (!done) {
        return std::move(done).error();
    }
    for (std::size_t position = 0; position < playlist.items.size(); ++position) {
        if (auto stored = storeItem(tx, playlist.id, position, playlist.items[position]); !stored) {
            return stored;
        }
    }
    return Done{};
}

Status Playlists::checkSmil(const std::string& smil) const
{
    auto files = filesOfSmil(smil, blobs_);
    return files ? Status(Done{}) : Status(std::move(files).error());
}

Result<std::string> Playlists::create(const Playlist& playlist, const storage::Author& author)
{
    if (auto good = checkShape(playlist); !good) {
        return std::move(good).error();
    }
    if (playlist.smil) {
        if (auto good = checkSmil(*playlist.smil); !good) {
            return std::move(good).error();
        }
    }
    auto made = playlist;
    made.id = storage::newKey();
    return database_.write([&](storage::Tx& tx) -> Result<std::string> {
        if (auto stored = store(tx, made); !stored) {
            return std::move(stored).error();
        }
        if (auto noted = storage::record(tx, author, "playlist.create", made.id, clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return made.id;
    });
}

Status Playlists::replace(const Playlist& playlist, const storage::Author& author)
{
    if (auto good = checkShape(playlist); !good) {
        return good;
    }
    if (playlist.smil) {
        if (auto good = checkSmil(*playlist.smil); !good) {
            return good;
        }
    }
    return database_.write([&](storage::Tx& tx) -> Status {
        auto found = tx.query("SELECT 1 FROM playlists WHERE id = ?", {playlist.id});
        if (!found) {
            return std::move(found).error();
        }
        if (found->empty()) {
            return noSuchPlaylist();
        }
        if (auto stored = store(tx, playlist); !stored) {
            return stored;
        }
        return storage::record(tx, author, "playlist.change", playlist.id, clock_.wall());
    });
}

Result<std::vector<Playlist>> Playlists::list() const
{
    auto rows = database_.read("SELECT id, name, smil, updated FROM playlists ORDER BY name, id");
    auto items = database_.read(std::string(kItemColumns) + "ORDER BY i.playlist, i.position");
    if (!rows || !items) {
        return (rows ? items : rows).error();
    }
    std::map<std::string, std::vector<Item>> byPlaylist;
    for (const auto& row : *items) {
        byPlaylist[row.text(0)].push_back(itemFrom(row));
    }
    std::vector<Playlist> playlists;
    for (const auto& row : *rows) {
        playlists.push_back(
            {row.text(0),
             row.text(1),
             std::move(byPlaylist[row.text(0)]),
             row.optionalText(2),
             row.integer(3)});
    }
    return playlists;
}

Result<Playlist> Playlists::find(const std::string& id) const
{
    auto playlists = list();
    if (!playlists) {
        return std::move(playlists).error();
    }
    for (auto& playlist : *playlists) {
        if (playlist.id == id) {
            return std::move(playlist);
        }
    }
    return noSuchPlaylist();
}

Status Playlists::remove(const std::string& id, const storage::Author& author)
{
    return database_.write([&](storage::Tx& tx) -> Status {
        auto used = tx.query(
            "SELECT 1 FROM default_playlist WHERE playlist = ? "
            "UNION ALL SELECT 2 FROM rules WHERE playlist = ? LIMIT 1",
            {id, id});
        if (!used) {
            return std::move(used).error();
        }
        if (!used->empty()) {
            return Error{
                ErrorKind::kExists,
                used->front().integer(0) == 1
                    ? "this is the default playlist; make another one the default first"
                    : "a rule shows this playlist; delete the rule first"};
        }
        auto gone = tx.execute("DELETE FROM playlists WHERE id = ?", {id});
        if (!gone) {
            return std::move(gone).error();
        }
        if (*gone == 0) {
            return noSuchPlaylist();
        }
        return storage::record(tx, author, "playlist.delete", id, clock_.wall());
    });
}

Result<std::optional<std::string>> Playlists::defaultPlaylist() const
{
    auto rows = database_.read("SELECT playlist FROM default_playlist");
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->empty() ? std::optional<std::string>() : std::optional(rows->front().text(0));
}

Status Playlists::setDefault(const std::string& id, const storage::Author& author)
{
    return database_.write([&](storage::Tx& tx) -> Status {
        auto found = tx.query("SELECT 1 FROM playlists WHERE id = ?", {id});
        if (!found) {
            return std::move(found).error();
        }
        if (found->empty()) {
            return noSuchPlaylist();
        }
        auto done = tx.execute(
            "INSERT INTO default_playlist VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET "
            "playlist = excluded.playlist",
            {id});
        if (!done) {
            return std::move(done).error();
        }
        return storage::record(tx, author, "playlist.default", id, clock_.wall());
    });
}

Result<Composed> Playlists::compose(storage::Tx& tx, const Playlist& playlist) const
{
    if (playlist.smil) {
        auto files = filesOfSmil(*playlist.smil, blobs_);
        if (!files) {
            return std::move(files).error();
        }
        return Composed{*playlist.smil, *std::move(files)};
    }
    return composeItems(tx, playlist, blobs_);
}

Result<std::string> Playlists::smil(const std::string& id) const
{
    auto playlist = find(id);
    if (!playlist) {
        return std::move(playlist).error();
    }
    if (playlist->smil) {
        return *playlist->smil;
    }
    return database_.write([&](storage::Tx& tx) -> Result<std::string> {
        auto composed = compose(tx, *playlist);
        return composed ? Result<std::string>(std::move(composed->smil))
                        : Result<std::string>(std::move(composed).error());
    });
}

} // namespace jtv::library

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists, as items or as SMIL, and which one is the default.
#include "content/model/asset.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/library/playlists.h"
#include "scheduler/storage/key.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

constexpr std::size_t kPlaylistLimit = std::size_t{1} << 20U; // bytes

json::Value playlistValue(const library::Playlist& playlist)
{
    auto items = json::Value::array();
    for (const auto& item : playlist.items) {
        json::Value value{{"kind", item.kind}, {"id", item.id}};
        if (item.durationMs) {
            value["duration_ms"] = *item.durationMs;
        }
        items.push_back(std::move(value));
    }
    return {
        {"id", playlist.id},
        {"name", playlist.name},
        {"items", std::move(items)},
        {"smil", playlist.smil.has_value()},
        {"updated", storage::isoTime(playlist.updated)}};
}

Result<library::Item> readItem(const json::Value& value)
{
    auto kind = json::text(value, "kind");
    auto id = json::text(value, "id");
    auto duration = json::optionalInteger(value, "duration_ms");
    if (!kind || !id) {
        return (kind ? id : kind).error();
    }
    if (!duration) {
        return std::move(duration).error();
    }
    return library::Item{*std::move(kind), *std::move(id), *duration};
}

Result<library::Playlist> readJson(Exchange& exchange)
{
    auto body = exchange.json();
    if (!body) {
        return std::move(body).error();
    }
    auto name = json::text(*body, "name");
    if (!name) {
        return std::move(name).error();
    }
    library::Playlist playlist;
    playlist.name = *std::move(name);
    const auto items = body->find("items");
    if (items == body->end() || !items->is_array()) {
        return Error{ErrorKind::kInvalid, "the member \"items\" is missing or is not a list"};
    }
    for (const auto& value : *items) {
        auto item = readItem(value);
        if (!item) {
            return std::move(item).error();
        }
        playlist.items.push_back(*std::move(item));
    }
    return playlist;
}

bool isSmil(const Exchange& exchange)
{
    return exchange.mediaType() == model::kSmilType || exchange.mediaType() == "application/smil";
}

Result<library::Playlist> readPlaylist(Exchange& exchange, const std::string& name)
{
    if (!isSmil(exchange)) {
        return readJson(exchange);
    }
    auto smil = exchange.body();
    if (!smil) {
        return std::move(smil).error();
    }
    library::Playlist playlist;
    playlist.name = name;
    playlist.smil = *std::move(smil);
    return playlist;
}

void listPlaylists(Exchange& exchange, Parts& parts)
{
    auto playlists = parts.playlists.list();
    if (!playlists) {
        return exchange.problem(playlists.error());
    }
    auto values = json::Value::array();
    for (const auto& playlist : *playlists) {
        values.push_back(playlistValue(playlist));
    }
    exchange.answer(200, {{"playlists", std::move(values)}});
}

void createPlaylist(Exchange& exchange, Parts& parts)
{
    auto playlist = readPlaylist(exchange, exchange.query("name").value_or("SMIL"));
    if (!playlist) {
        return exchange.problem(playlist.error());
    }
    auto id = parts.playlists.create(*playlist, exchange.author());
    if (!id) {
        return exchange.problem(id.error());
    }
    exchange.setHeader("Location", "/api/v1/playlists/" + *id);
    exchange.answer(201, {{"id", *id}});
}

void replacePlaylist(Exchange& exchange, Parts& parts)
{
    auto present = parts.playlists.find(exchange.parameter("id"));
    if (!present) {
        return exchange.problem(present.error());
    }
    auto playlist = readPlaylist(exchange, present->name);
    if (!playlist) {
        return exchange.problem(playlist.error());
    }
    playlist->id = present->id;
    if (auto done = parts.playlists.replace(*playlist, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    exchange.answer(204);
}

void showPlaylist(Exchange& exchange, Parts& parts)
{
    auto playlist = parts.playlists.find(exchange.parameter("id"));
    if (!playlist) {
        return exchange.problem(playlist.error());
    }
    exchange.answer(200, playlistValue(*playlist));
}

void showSmil(Exchange& exchange, Parts& parts)
{
    auto smil = parts.playlists.smil(exchange.parameter("id"));
    if (!smil) {
        return exchange.problem(smil.error());
    }
    exchange.answer(200, std::string(model::kSmilType), *smil);
}

void removePlaylist(Exchange& exchange, Parts& parts)
{
    if (auto done = parts.playlists.remove(exchange.parameter("id"), exchange.author()); !done) {
        return exchange.problem(
            done.error().kind == ErrorKind::kExists ? Problem{409, "in_use", done.error().message}
                                                    : problemOf(done.error()));
    }
    exchange.answer(204);
}

void showDefault(Exchange& exchange, Parts& parts)
{
    auto id = parts.playlists.defaultPlaylist();
    if (!id) {
        return exchange.problem(id.error());
    }
    exchange.answer(200, {{"id", *id ? json::Value(**id) : json::Value(nullptr)}});
}

void chooseDefault(Exchange& exchange, Parts& parts)
{
    auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    auto id = json::text(*body, "id");
    if (!id) {
        return exchange.problem(id.error());
    }
    if (auto done = parts.playlists.setDefault(*id, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    exchange.answer(204);
}

constexpr std::string_view kPlaylistsPath = "/api/v1/playlists";
constexpr std::string_view kPlaylistPath = "/api/v1/playlists/{id}";
constexpr std::string_view kDefault = "/api/v1/default-playlist";

constexpr auto kPlaylistRoutes = std::to_array<Route>({
    {"GET",
     kPlaylistsPath,
     Access::kView,
     0,
     listPlaylists,
     "All playlists",
     "",
     "",
     200,
     kJson,
     "Playlists"},
    {"POST",
     kPlaylistsPath,
     Access::kEdit,
     kPlaylistLimit,
     createPlaylist,
     "Add a playlist (JSON, or SMIL with ?name=)",
     kJson,
     "PlaylistDraft",
     201,
     kJson,
     "Id"},
    {"GET",
     kPlaylistPath,
     Access::kView,
     0,
     showPlaylist,
     "One playlist",
     "",
     "",
     200,
     kJson,
     "Playlist"},
    {"PUT",
     kPlaylistPath,
     Access::kEdit,
     kPlaylistLimit,
     replacePlaylist,
     "Replace a playlist (JSON or SMIL)",
     kJson,
     "PlaylistDraft",
     204,
     "",
     ""},
    {"DELETE",
     kPlaylistPath,
     Access::kEdit,
     0,
     removePlaylist,
     "Delete a playlist; 409 while it is in use",
     "",
     "",
     204,
     "",
     ""},
    {"GET",
     "/api/v1/playlists/{id}/smil",
     Access::kView,
     0,
     showSmil,
     "The playlist as SMIL 3.0",
     "",
     "",
     200,
     model::kSmilType,
     ""},
    {"GET",
     kDefault,
     Access::kView,
     0,
     showDefault,
     "The playlist shown when no rule applies",
     "",
     "",
     200,
     kJson,
     "DefaultPlaylist"},
    {"PUT",
     kDefault,
     Access::kEdit,
     kJsonLimit,
     chooseDefault,
     "Choose the default playlist",
     kJson,
     "Id",
     204,
     "",
     ""},
});

} // namespace

std::vector<Route> playlistRoutes()
{
    return {kPlaylistRoutes.begin(), kPlaylistRoutes.end()};
}

} // namespace jtv::http

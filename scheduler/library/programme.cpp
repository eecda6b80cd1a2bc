// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The library at the moment of publishing.
#include "scheduler/library/programme.h"

#include "content/store/blob_store.h"
#include "scheduler/library/recurrence_text.h"
#include "scheduler/library/rules.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace jtv::library {
namespace {

// Names and types of the files the library knows.
Result<std::map<std::string, model::Asset>> knownFiles(storage::Tx& tx)
{
    auto rows = tx.query(
        "SELECT sha256, size, type, name FROM assets WHERE state = 'ready' "
        "UNION ALL SELECT sha256, size, ?, title FROM slides",
        {model::kSlideType});
    if (!rows) {
        return std::move(rows).error();
    }
    std::map<std::string, model::Asset> files;
    for (const auto& row : *rows) {
        files[row.text(0)] = {
            row.text(0), static_cast<std::uint64_t>(row.integer(1)), row.text(2), row.text(3)};
    }
    return files;
}

// A file that only a SMIL document names: taken as it lies in the store.
Result<model::Asset> unknownFile(const std::string& sha256, const store::BlobStore& blobs)
{
    auto path = blobs.find(sha256);
    if (!path) {
        return std::move(path).error();
    }
    std::error_code failed;
    const auto size = std::filesystem::file_size(*path, failed);
    if (failed) {
        return Error{
            ErrorKind::kNotFound, fmt::format("the file {} cannot be read", path->string())};
    }
    return model::Asset{sha256, size, "application/octet-stream", ""};
}

Status addPlaylist(
    planning::Programme& programme,
    const std::map<std::string, model::Asset>& known,
    const Playlist& playlist,
    const Composed& composed,
    store::BlobStore& blobs)
{
    auto smil = blobs.put(composed.smil);
    if (!smil) {
        return std::move(smil).error();
    }
    programme.assets[*smil] = {
        *smil, composed.smil.size(), std::string(model::kSmilType), playlist.name};
    for (const auto& sha256 : composed.files) {
        if (const auto found = known.find(sha256); found != known.end()) {
            programme.assets[sha256] = found->second;
            continue;
        }
        auto file = unknownFile(sha256, blobs);
        if (!file) {
            return std::move(file).error();
        }
        programme.assets[sha256] = *std::move(file);
    }
    programme.playlists.push_back({playlist.id, playlist.name, *smil, composed.files});
    return Done{};
}

Result<std::string> readDefault(storage::Tx& tx)
{
    auto rows = tx.query("SELECT playlist FROM default_playlist");
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return Error{
            ErrorKind::kNotFound,
            "there is no default playlist; choose the one that is shown when no rule applies, then "
            "publish again"};
    }
    return rows->front().text(0);
}

Status addRules(planning::Programme& programme, storage::Tx& tx)
{
    auto rows = tx.query(kRuleColumns);
    if (!rows) {
        return std::move(rows).error();
    }
    auto rules = rulesFrom(*rows);
    if (!rules) {
        return std::move(rules).error();
    }
    for (auto& rule : *rules) {
        programme.rules.push_back({std::move(rule.rule), std::move(rule.screens)});
    }
    return Done{};
}

// Only what a rule shows, or the default one: a draft may be unfinished.
Status addPlaylists(
    planning::Programme& programme,
    storage::Tx& tx,
    const Playlists& playlists,
    store::BlobStore& blobs)
{
    std::set<std::string> shown{programme.defaultPlaylist};
    for (const auto& rule : programme.rules) {
        shown.insert(rule.rule.playlist);
    }
    auto known = knownFiles(tx);
    if (!known) {
        return std::move(known).error();
    }
    for (const auto& id : shown) {
        auto row = tx.query("SELECT name, smil FROM playlists WHERE id = ?", {id});
        auto items = readItems(tx, id);
        if (!row || !items) {
            return row ? items.error() : row.error();
        }
        const Playlist playlist{
            id, row->front().text(0), *std::move(items), row->front().optionalText(1), 0};
        auto composed = playlists.compose(tx, playlist);
        if (!composed) {
            return std::move(composed).error().within(
                fmt::format("playlist \"{}\"", playlist.name));
        }
        if (composed->files.empty()) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "the playlist \"{}\" is empty; put something into it, then publish again",
                    playlist.name)};
        }
        if (auto added = addPlaylist(programme, *known, playlist, *composed, blobs); !added) {
            return added;
        }
    }
    return Done{};
}

} // namespace

Result<planning::Programme>
makeProgramme(storage::Tx& tx, const Playlists& playlists, store::BlobStore& blobs)
{
    planning::Programme programme;
    auto chosen = readDefault(tx);
    if (!chosen) {
        return std::move(chosen).error();
    }
    programme.defaultPlaylist = *std::move(chosen);
    if (auto done = addRules(programme, tx); !done) {
        return std::move(done).error();
    }
    if (auto done = addPlaylists(programme, tx, playlists, blobs); !done) {
        return std::move(done).error();
    }
    return programme;
}

json::Value programmeValue(const planning::Programme& programme)
{
    json::Value value{{"default", programme.defaultPlaylist}};
    value["playlists"] = json::Value::array();
    value["rules"] = json::Value::array();
    value["assets"] = json::Value::array();
    for (const auto& playlist : programme.playlists) {
        value["playlists"].push_back(
            {{"id", playlist.id},
             {"name", playlist.name},
             {"smil", playlist.smilSha256},
             {"assets", playlist.assets}});
    }
    for (const auto& targeted : programme.rules) {
        auto rule = recurrenceValue(targeted.rule.recurrence);
        rule["id"] = targeted.rule.id;
        rule["playlist"] = targeted.rule.playlist;
        rule["priority"] = targeted.rule.priority;
        rule["screens"] = targeted.screens;
        value["rules"].push_back(std::move(rule));
    }
    for (const auto& [sha256, asset] : programme.assets) {
        value["assets"].push_back(
            {{"sha256", sha256}, {"size", asset.size}, {"type", asset.type}, {"name", asset.name}});
    }
    return value;
}

Result<planning::Programme> readProgramme(const std::string& text)
{
    constexpr std::size_t kLimit = std::size_t{64} << 20U;
    auto value = json::parse(text, kLimit);
    if (!value) {
        return std::move(value).error();
    }
    try {
        planning::Programme programme;
        programme.defaultPlaylist = value->at("default").get<std::string>();
        for (const auto& playlist : value->at("playlists")) {
            programme.playlists.push_back(
                {playlist.at("id").get<std::string>(),
                 playlist.at("name").get<std::string>(),
                 playlist.at("smil").get<std::string>(),
                 playlist.at("assets").get<std::vector<std::string>>()});
        }
        for (const auto& rule : value->at("rules")) {
            auto recurrence = readRecurrence(rule);
            if (!recurrence) {
                return std::move(recurrence).error();
            }
            programme.rules.push_back(
                {{rule.at("id").get<std::string>(),
                  rule.at("playlist").get<std::string>(),
                  rule.at("priority").get<int>(),
                  *std::move(recurrence)},
                 rule.at("screens").get<std::vector<std::string>>()});
        }
        for (const auto& asset : value->at("assets")) {
            const auto sha256 = asset.at("sha256").get<std::string>();
            programme.assets[sha256] = {
                sha256,
                asset.at("size").get<std::uint64_t>(),
                asset.at("type").get<std::string>(),
                asset.at("name").get<std::string>()};
        }
        return programme;
    } catch (const json::Value::exception& broken) {
        return Error{
            ErrorKind::kInternal,
            fmt::format("a published revision cannot be read ({}); publish again", broken.what())};
    }
}

} // namespace jtv::library

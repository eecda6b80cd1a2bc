// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Screens in the database.
#include "scheduler/devices/screens.h"

#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace jtv::devices {
namespace {

constexpr std::size_t kMostLanguages = 16;

constexpr std::string_view kColumns =
    "SELECT s.id, s.name, s.state, s.public_key, s.hardware, s.languages, s.timezone, "
    "s.diagonal_inches, s.distance_m, s.created, (SELECT max(revision) FROM plans WHERE screen = "
    "s.id), s.language_policy "
    "FROM screens s ";

// What cannot be read counts as the usual one; it was checked before it was stored.
model::LanguagePolicy storedPolicy(const std::string& text)
{
    auto policy = model::parseLanguagePolicy(text);
    return policy ? *std::move(policy) : model::LanguagePolicy{};
}

Screen screenFrom(const storage::Row& row)
{
    Screen screen;
    screen.id = row.text(0);
    screen.name = row.text(1);
    screen.approved = row.text(2) == "approved";
    screen.publicKey = row.text(3);
    screen.hardware = row.text(4);
    screen.settings = {
        storage::splitWords(row.text(5)),
        row.text(6),
        row.real(7),
        row.real(8),
        storedPolicy(row.text(11))};
    screen.created = storage::fromStored(row.integer(9));
    if (!row.isNull(10)) {
        screen.revisionWanted = static_cast<std::uint64_t>(row.integer(10));
    }
    return screen;
}

Error noSuchScreen(const std::string& id)
{
    return {
        ErrorKind::kNotFound,
        fmt::format("there is no screen \"{}\"; reload the list of screens", id)};
}

bool isLanguage(const std::string& tag)
{
    return tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-';
           });
}

Status checkLanguages(const std::vector<std::string>& languages)
{
    if (languages.empty() || languages.size() > kMostLanguages) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("a screen needs one to {} languages; choose at least one", kMostLanguages)};
    }
    for (const auto& tag : languages) {
        if (!isLanguage(tag)) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("\"{}\" is no language; write it like \"de\" or \"pt-BR\"", tag)};
        }
    }
    return Done{};
}

Status checkRange(std::string_view what, double value, double least, double most)
{
    if (value >= least && value <= most) {
        return Done{};
    }
    return Error{
        ErrorKind::kInvalid, fmt::format("{} must be between {} and {}", what, least, most)};
}

} // namespace

Result<model::ScreenSettings> changed(model::ScreenSettings settings, const ScreenChange& change)
{
    settings.languages = change.languages.value_or(settings.languages);
    settings.timezone = change.timezone.value_or(settings.timezone);
    settings.diagonalInches = change.diagonalInches.value_or(settings.diagonalInches);
    settings.distanceMetres = change.distanceMetres.value_or(settings.distanceMetres);
    if (change.languagePolicy) {
        auto policy = model::parseLanguagePolicy(*change.languagePolicy);
        if (!policy) {
            return std::move(policy).error();
        }
        settings.languagePolicy = *std::move(policy);
    }
    if (auto good = checkLanguages(settings.languages); !good) {
        return std::move(good).error();
    }
    if (auto good = checkRange("the diagonal in inches", settings.diagonalInches, 1, 1000); !good) {
        return std::move(good).error();
    }
    if (auto good = checkRange("the viewing distance in metres", settings.distanceMetres, 0.1, 100);
        !good) {
        return std::move(good).error();
    }
    if (settings.timezone.empty() || settings.timezone.size() > 64) {
        return Error{
            ErrorKind::kInvalid, "the time zone is missing; write it like \"Europe/Berlin\""};
    }
    return settings;
}

Result<std::vector<Screen>> Screens::list() const
{
    auto rows = database_.read(std::string(kColumns) + "ORDER BY s.name, s.id");
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<Screen> screens;
    std::transform(rows->begin(), rows->end(), std::back_inserter(screens), screenFrom);
    return screens;
}

Result<Screen> Screens::find(const std::string& id) const
{
    auto rows = database_.read(std::string(kColumns) + "WHERE s.id = ?", {id});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return noSuchScreen(id);
    }
    return screenFrom(rows->front());
}

Status
Screens::change(const std::string& id, const ScreenChange& change, const storage::Author& author)
{
    auto screen = find(id);
    if (!screen) {
        return std::move(screen).error();
    }
    auto settings = changed(screen->settings, change);
    if (!settings) {
        return std::move(settings).error();
    }
    const auto name = change.name.value_or(screen->name);
    if (name.empty() || name.size() > 200) {
        return Error{ErrorKind::kInvalid, "a screen needs a name of at most 200 characters"};
    }
    return database_.write([&](storage::Tx& tx) -> Status {
        auto done = tx.execute(
            "UPDATE screens SET name = ?, languages = ?, timezone = ?, diagonal_inches = ?, "
            "distance_m = ?, language_policy = ? WHERE id = ?",
            {name,
             storage::joinWords(settings->languages),
             settings->timezone,
             settings->diagonalInches,
             settings->distanceMetres,
             model::writeLanguagePolicy(settings->languagePolicy),
             id});
        if (!done) {
            return std::move(done).error();
        }
        return storage::record(tx, author, "screen.change", id, clock_.wall());
    });
}

Result<model::Display> Screens::display(const std::string& id) const
{
    auto rows =
        database_.read("SELECT width, height, typesetting FROM displays WHERE screen = ?", {id});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return model::Display{};
    }
    const auto& row = rows->front();
    return model::Display{
        static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)), row.text(2)};
}

Status Screens::keepDisplay(const std::string& id, const model::Display& display)
{
    auto kept = database_.change(
        "INSERT INTO displays VALUES (?, ?, ?, ?) ON CONFLICT (screen) DO UPDATE SET "
        "width = excluded.width, height = excluded.height, typesetting = excluded.typesetting",
        {id, display.width, display.height, display.typesetting});
    return kept ? Status(Done{}) : Status(std::move(kept).error());
}

Status Screens::revoke(const std::string& id, const storage::Author& author)
{
    return database_.write([&](storage::Tx& tx) -> Status {
        auto done = tx.execute("UPDATE screens SET state = 'revoked' WHERE id = ?", {id});
        if (!done) {
            return std::move(done).error();
        }
        if (*done == 0) {
            return noSuchScreen(id);
        }
        if (auto ended = tx.execute("DELETE FROM device_tokens WHERE screen = ?", {id}); !ended) {
            return std::move(ended).error();
        }
        return storage::record(tx, author, "screen.revoke", id, clock_.wall());
    });
}

} // namespace jtv::devices

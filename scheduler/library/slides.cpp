// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slides in the database and the store.
#include "scheduler/library/slides.h"

#include "base/file.h"
#include "content/model/asset.h"
#include "content/picture/picture.h"
#include "content/store/blob_store.h"
#include "content/typeset/typeset.h"
#include "content/xml/slide.h"
#include "scheduler/library/playlists.h"
#include "scheduler/library/slide_files.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr std::string_view kSlideColumns =
    "SELECT id, title, languages, sha256, size, updated FROM slides ";

SlideEntry entryFrom(const storage::Row& row)
{
    return {
        row.text(0),
        row.text(1),
        storage::splitWords(row.text(2)),
        row.text(3),
        row.integer(4),
        row.integer(5)};
}

typeset::Target usualTarget(int width)
{
    typeset::Target target;
    target.width = width;
    target.height = width * 9 / 16;
    return target;
}

// The turns that follow this language, the time it comes.
std::vector<std::string>
toCome(const Onlooker& onlooker, const model::Slide& slide, const std::string& language)
{
    const auto rounds =
        model::slideRounds(slide, onlooker.screen.languagePolicy.order, onlooker.screen.languages);
    const auto& round = rounds.at(onlooker.round % rounds.size());
    const auto view = std::find_if(round.begin(), round.end(), [&](const model::SlideView& each) {
        return each.language == language;
    });
    return view == round.end() ? std::vector<std::string>() : view->toCome;
}

typeset::Target targetFor(
    const Onlooker& onlooker, const model::Slide& slide, const std::string& language, int longest)
{
    const auto& [width, height, stack] = onlooker.display;
    const double scale = static_cast<double>(longest) / std::max({width, height, 1});
    typeset::Target target;
    target.width = std::max(1, static_cast<int>(std::lround(width * scale)));
    target.height = std::max(1, static_cast<int>(std::lround(height * scale)));
    target.diagonalInches = onlooker.screen.diagonalInches;
    target.distanceMetres = onlooker.screen.distanceMetres;
    target.languagesToCome = toCome(onlooker, slide, language);
    return target;
}

Error noSuchSlide()
{
    return {ErrorKind::kNotFound, "there is no such slide in the library; reload the list"};
}

} // namespace

Result<SlideEntry> Slides::read(const std::string& xml) const
{
    auto slide = xml::readSlide(xml);
    if (!slide) {
        return std::move(slide).error();
    }
    if (const auto needed = filesNeededBy(*slide, blobs_); !needed) {
        return needed.error();
    }
    SlideEntry entry;
    for (const auto& text : slide->texts) {
        if (text.state != model::TextState::kMissing) {
            entry.languages.push_back(text.language);
        }
    }
    if (!slide->texts.empty()) {
        entry.title = slide->texts.front().title;
    }
    auto stored = blobs_.put(xml);
    if (!stored) {
        return std::move(stored).error();
    }
    entry.sha256 = *std::move(stored);
    entry.size = static_cast<std::int64_t>(xml.size());
    entry.updated = storage::toStored(clock_.wall());
    return entry;
}

Result<SlideEntry> Slides::create(const std::string& xml, const storage::Author& author)
{
    auto entry = read(xml);
    if (!entry) {
        return entry;
    }
    entry->id = storage::newKey();
    return database_.write([&](storage::Tx& tx) -> Result<SlideEntry> {
        auto made = tx.execute(
            "INSERT INTO slides VALUES (?, ?, ?, ?, ?, ?)",
            {entry->id,
             entry->title,
             storage::joinWords(entry->languages),
             entry->sha256,
             entry->size,
             entry->updated});
        if (!made) {
            return std::move(made).error();
        }
        if (auto noted = storage::record(tx, author, "slide.create", entry->id, clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return *entry;
    });
}

Result<SlideEntry>
Slides::replace(const std::string& id, const std::string& xml, const storage::Author& author)
{
    auto entry = read(xml);
    if (!entry) {
        return entry;
    }
    entry->id = id;
    return database_.write([&](storage::Tx& tx) -> Result<SlideEntry> {
        auto done = tx.execute(
            "UPDATE slides SET title = ?, languages = ?, sha256 = ?, size = ?, updated = ? WHERE "
            "id = ?",
            {entry->title,
             storage::joinWords(entry->languages),
             entry->sha256,
             entry->size,
             entry->updated,
             id});
        if (!done) {
            return std::move(done).error();
        }
        if (*done == 0) {
            return noSuchSlide();
        }
        if (auto noted = storage::record(tx, author, "slide.change", id, clock_.wall()); !noted) {
            return std::move(noted).error();
        }
        return *entry;
    });
}

Result<std::vector<SlideEntry>> Slides::list() const
{
    auto rows = database_.read(std::string(kSlideColumns) + "ORDER BY title, id");
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<SlideEntry> entries;
    std::transform(rows->begin(), rows->end(), std::back_inserter(entries), entryFrom);
    return entries;
}

Result<SlideEntry> Slides::find(const std::string& id) const
{
    auto rows = database_.read(std::string(kSlideColumns) + "WHERE id = ?", {id});
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->empty() ? Result<SlideEntry>(noSuchSlide()) : entryFrom(rows->front());
}

Result<std::string> Slides::document(const std::string& id) const
{
    auto entry = find(id);
    if (!entry) {
        return std::move(entry).error();
    }
    auto path = blobs_.find(entry->sha256);
    if (!path) {
        return std::move(path).error();
    }
    return readFile(*path, xml::kMaxSlideBytes);
}

Status Slides::remove(const std::string& id, const storage::Author& author)
{
    return database_.write([&](storage::Tx& tx) -> Status {
        if (auto unused = checkUnused(tx, "slide", id); !unused) {
            return unused;
        }
        auto gone = tx.execute("DELETE FROM slides WHERE id = ?", {id});
        if (!gone) {
            return std::move(gone).error();
        }
        if (*gone == 0) {
            return noSuchSlide();
        }
        return storage::record(tx, author, "slide.delete", id, clock_.wall());
    });
}

Result<model::Slide> Slides::parsed(const std::string& id) const
{
    const auto bytes = document(id);
    return bytes ? xml::readSlide(*bytes) : Result<model::Slide>(bytes.error());
}

Result<std::vector<model::LanguageRound>>
Slides::rounds(const std::string& id, const model::ScreenSettings* screen) const
{
    const auto slide = parsed(id);
    if (!slide) {
        return slide.error();
    }
    if (screen != nullptr) {
        return model::languageRounds(*slide, screen->languagePolicy.order, screen->languages);
    }
    std::vector<std::string> all;
    for (const auto& text : slide->texts) {
        all.push_back(text.language);
    }
    return model::languageRounds(*slide, model::LanguageOrder::kAutomatic, all);
}

Result<std::string> Slides::preview(
    const std::string& id, const std::string& language, int longest, const Onlooker* onlooker) const
{
    if (longest < 320 || longest > 3840) {
        return Error{ErrorKind::kInvalid, "the width of a preview is 320 to 3840"};
    }
    const auto slide = parsed(id);
    if (!slide) {
        return slide.error();
    }
    const auto& shown = language.empty() ? slide->sourceLanguage : language;
    const auto material = materialOf(*slide, shown, blobs_);
    const auto target =
        onlooker == nullptr ? usualTarget(longest) : targetFor(*onlooker, *slide, shown, longest);
    const auto pixels = typeset::renderSlide(*slide, shown, target, material.forTypesetting());
    if (!pixels) {
        return pixels.error();
    }
    return picture::encodePng(*pixels);
}

} // namespace jtv::library

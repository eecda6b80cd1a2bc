// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists as SMIL.
#include "scheduler/library/compose.h"

#include "base/file.h"
#include "content/model/asset.h"
#include "content/model/playlist.h"
#include "content/store/blob_store.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"
#include "scheduler/library/slide_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <utility>
#include <variant>

namespace jtv::library {
namespace {

void addOnce(std::vector<std::string>& files, const std::string& sha256)
{
    if (std::find(files.begin(), files.end(), sha256) == files.end()) {
        files.push_back(sha256);
    }
}

// The slide and what it is drawn with. Gives the last day on which it may be shown, if there is
// one.
Result<std::optional<model::Day>>
addSlide(std::vector<std::string>& files, const std::string& sha256, const store::BlobStore& blobs)
{
    auto path = blobs.find(sha256);
    if (!path) {
        return std::move(path).error();
    }
    auto bytes = readFile(*path, xml::kMaxSlideBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto slide = xml::readSlide(*bytes, sha256);
    if (!slide) {
        return std::move(slide).error();
    }
    addOnce(files, sha256);
    const auto needed = filesNeededBy(*slide, blobs);
    if (!needed) {
        return needed.error();
    }
    for (const auto& file : *needed) {
        addOnce(files, file);
    }
    return model::lastDay(slide->provenance);
}

// Holds until that day is over, by the screen's own clock.
std::string untilEndOf(model::Day day)
{
    const model::Day next{std::chrono::sys_days(day) + std::chrono::days(1)};
    return fmt::format("adapi-compare(adapi-date(), '{}T00:00:00') < 0", model::dayText(next));
}

struct Found {
    std::string sha256;
    std::string type;
};

Result<Found> fileOf(storage::Tx& tx, const Item& item, std::size_t position)
{
    auto rows =
        item.kind == "slide"
            ? tx.query("SELECT sha256 FROM slides WHERE id = ?", {item.id})
            : tx.query(
                  "SELECT sha256, type FROM assets WHERE id = ? AND state = 'ready'", {item.id});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return Error{
            ErrorKind::kInvalid, fmt::format("item {} is not ready; wait for its check", position)};
    }
    const auto& row = rows->front();
    return Found{row.text(0), item.kind == "slide" ? std::string(model::kSlideType) : row.text(1)};
}

model::TimeNode nodeFor(const Item& item, const Found& file)
{
    model::Media media;
    media.kind = item.kind == "video"   ? model::MediaKind::kVideo
                 : item.kind == "image" ? model::MediaKind::kImage
                                        : model::MediaKind::kSlide;
    media.source = model::blobReference(file.sha256);
    media.type = file.type;
    model::TimeNode node;
    const auto duration = item.kind == "image" ? std::optional(item.durationMs.value_or(kPictureMs))
                                               : item.durationMs;
    if (duration) {
        node.timing.dur = {model::Duration::Kind::kClock, Milliseconds(*duration)};
    }
    node.body = std::move(media);
    return node;
}

Status
collect(const model::TimeNode& node, const store::BlobStore& blobs, std::vector<std::string>& files)
{
    if (const auto* container = std::get_if<model::Container>(&node.body)) {
        for (const auto& child : container->children) {
            if (auto done = collect(child, blobs, files); !done) {
                return done;
            }
        }
        return Done{};
    }
    const auto& media = std::get<model::Media>(node.body);
    const auto sha256 = model::blobOf(media.source);
    if (!sha256 || !blobs.has(*sha256)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "{}:{}: {} is not in the library; upload it first and name it as /blobs/SHA256",
                node.place.file,
                node.place.line,
                media.source)};
    }
    if (media.kind == model::MediaKind::kSlide) {
        const auto added = addSlide(files, *sha256, blobs);
        return added ? Status(Done{}) : added.error();
    }
    addOnce(files, *sha256);
    return Done{};
}

} // namespace

Result<Composed>
composeItems(storage::Tx& tx, const Playlist& playlist, const store::BlobStore& blobs)
{
    Composed composed;
    model::Container items{model::Container::Kind::kSeq, {}};
    for (const auto& item : playlist.items) {
        auto file = fileOf(tx, item, items.children.size() + 1);
        if (!file) {
            return std::move(file).error();
        }
        auto node = nodeFor(item, *file);
        if (item.kind == "slide") {
            auto lastDay = addSlide(composed.files, file->sha256, blobs);
            if (!lastDay) {
                return std::move(lastDay).error();
            }
            if (*lastDay) {
                node.condition.expression = untilEndOf(**lastDay);
            }
        } else {
            addOnce(composed.files, file->sha256);
        }
        items.children.push_back(std::move(node));
    }
    model::TimeNode again;
    again.timing.repeatCount = std::numeric_limits<double>::infinity();
    again.body = std::move(items);
    model::Playlist document;
    document.title = playlist.name;
    document.layout.width = 0; // upright screens are filled, too
    document.layout.height = 0;
    document.body.body = model::Container{model::Container::Kind::kSeq, {std::move(again)}};
    composed.smil = xml::writeSmil(document);
    return composed;
}

Result<std::vector<std::string>> filesOfSmil(const std::string& smil, const store::BlobStore& blobs)
{
    auto document = xml::parseSmil(smil, "playlist.smil");
    if (!document) {
        return std::move(document).error();
    }
    for (const auto& remark : document->remarks) {
        if (remark.severity == model::Remark::Severity::kError) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("{}:{}: {}", remark.place.file, remark.place.line, remark.text)};
        }
    }
    std::vector<std::string> files;
    if (auto done = collect(document->body, blobs, files); !done) {
        return std::move(done).error();
    }
    return files;
}

} // namespace jtv::library

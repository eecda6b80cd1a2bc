// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Uploads by tus 1.0 (core, creation, termination), and the list of videos and pictures.
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/http/tus_metadata.h"
#include "scheduler/library/assets.h"
#include "scheduler/library/ingest_jobs.h"
#include "scheduler/storage/key.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

constexpr std::size_t kPieceLimit = static_cast<std::size_t>(library::kLargestUpload);

std::optional<std::int64_t> numberIn(const std::optional<std::string>& text)
{
    std::int64_t value = 0;
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, value);
    return read.ec == std::errc() && read.ptr == end && value >= 0 ? std::optional(value)
                                                                   : std::nullopt;
}

void speakTus(Exchange& exchange)
{
    exchange.setHeader("Tus-Resumable", "1.0.0");
}

// False: the client speaks another version and was told so.
bool speaksTus(Exchange& exchange)
{
    speakTus(exchange);
    if (exchange.header("Tus-Resumable") == "1.0.0") {
        return true;
    }
    exchange.setHeader("Tus-Version", "1.0.0");
    exchange.problem(Problem{412, "tus_version", "send the header Tus-Resumable: 1.0.0"});
    return false;
}

template <typename T>
json::Value orNull(const std::optional<T>& value)
{
    return value ? json::Value(*value) : json::Value(nullptr);
}

Result<json::Value> assetValue(const library::Asset& asset, const Parts& parts)
{
    auto offset = parts.assets.offset(asset);
    if (!offset) {
        return std::move(offset).error();
    }
    return json::Value{
        {"id", asset.id},
        {"name", asset.name},
        {"type", asset.type},
        {"kind",
         asset.kind.empty() ? (asset.type.starts_with("image/") ? "image" : "video") : asset.kind},
        {"state", asset.state},
        {"reason", asset.reason.empty() ? json::Value(nullptr) : json::Value(asset.reason)},
        {"sha256", orNull(asset.sha256)},
        {"size", asset.size},
        {"offset", *offset},
        {"width", orNull(asset.width)},
        {"height", orNull(asset.height)},
        {"duration_ms", orNull(asset.durationMs)},
        {"created", storage::isoTime(asset.created)},
        {"captions_in_picture", asset.captionsInPicture}};
}

void options(Exchange& exchange, Parts& /*parts*/)
{
    speakTus(exchange);
    exchange.setHeader("Tus-Version", "1.0.0");
    exchange.setHeader("Tus-Extension", "creation,termination");
    exchange.setHeader("Tus-Max-Size", std::to_string(library::kLargestUpload));
    exchange.answer(204);
}

void listAssets(Exchange& exchange, Parts& parts)
{
    auto assets = parts.assets.list();
    if (!assets) {
        return exchange.problem(assets.error());
    }
    auto values = json::Value::array();
    for (const auto& asset : *assets) {
        if (auto value = assetValue(asset, parts)) {
            values.push_back(*std::move(value));
        }
    }
    exchange.answer(200, {{"assets", std::move(values)}});
}

void createAsset(Exchange& exchange, Parts& parts)
{
    if (!speaksTus(exchange)) {
        return;
    }
    const auto length = numberIn(exchange.header("Upload-Length"));
    auto metadata = parseTusMetadata(exchange.header("Upload-Metadata").value_or(""));
    if (!length || !metadata) {
        return exchange.problem(
            length ? problemOf(metadata.error())
                   : Problem{400, "invalid", "the header Upload-Length is missing or no number"});
    }
    auto asset = parts.assets.create(
        (*metadata)["filename"], (*metadata)["filetype"], *length, exchange.author());
    if (!asset) {
        return exchange.problem(asset.error());
    }
    exchange.setHeader("Location", "/api/v1/assets/" + asset->id);
    exchange.setHeader("Upload-Offset", "0");
    exchange.answer(201);
}

void head(Exchange& exchange, Parts& parts)
{
    speakTus(exchange);
    auto asset = parts.assets.find(exchange.parameter("id"));
    if (!asset) {
        return exchange.problem(asset.error());
    }
    auto offset = parts.assets.offset(*asset);
    if (!offset) {
        return exchange.problem(offset.error());
    }
    exchange.setHeader("Upload-Offset", std::to_string(*offset));
    exchange.setHeader("Upload-Length", std::to_string(asset->size));
    exchange.answer(200);
}

void patch(Exchange& exchange, Parts& parts)
{
    if (!speaksTus(exchange)) {
        return;
    }
    if (exchange.mediaType() != "application/offset+octet-stream") {
        return exchange.problem(Problem{
            415,
            "unknown_type",
            "send the bytes with Content-Type: application/offset+octet-stream"});
    }
    const auto offset = numberIn(exchange.header("Upload-Offset"));
    if (!offset) {
        return exchange.problem(
            Problem{400, "invalid", "the header Upload-Offset is missing or no number"});
    }
    auto now = parts.assets.append(exchange.parameter("id"), *offset, [&](std::string& block) {
        return exchange.readBody(block);
    });
    if (!now) {
        return exchange.problem(
            now.error().kind == ErrorKind::kExists
                ? Problem{409, "offset_conflict", now.error().message}
                : problemOf(now.error()));
    }
    parts.ingest.wake();
    exchange.setHeader("Upload-Offset", std::to_string(*now));
    exchange.answer(204);
}

void showAsset(Exchange& exchange, Parts& parts)
{
    auto asset = parts.assets.find(exchange.parameter("id"));
    if (!asset) {
        return exchange.problem(asset.error());
    }
    auto value = assetValue(*asset, parts);
    if (!value) {
        return exchange.problem(value.error());
    }
    exchange.answer(200, *value);
}

void setCaptionsInPicture(Exchange& exchange, Parts& parts)
{
    const auto body = exchange.json();
    if (!body) {
        return exchange.problem(body.error());
    }
    std::vector<std::string> languages;
    for (const auto& language : body->value("languages", json::Value::array())) {
        languages.push_back(language.is_string() ? language.get<std::string>() : std::string());
    }
    const auto done =
        parts.assets.setCaptionsInPicture(exchange.parameter("id"), languages, exchange.author());
    if (!done) {
        return exchange.problem(done.error());
    }
    exchange.answer(204);
}

void removeAsset(Exchange& exchange, Parts& parts)
{
    speakTus(exchange);
    if (auto done = parts.assets.remove(exchange.parameter("id"), exchange.author()); !done) {
        return exchange.problem(
            done.error().kind == ErrorKind::kExists ? Problem{409, "in_use", done.error().message}
                                                    : problemOf(done.error()));
    }
    exchange.answer(204);
}

constexpr std::string_view kAssetsPath = "/api/v1/assets";
constexpr std::string_view kAssetPath = "/api/v1/assets/{id}";
constexpr std::string_view kPictureCaptionsPath = "/api/v1/assets/{id}/captions-in-picture";

constexpr auto kAssetRoutes = std::to_array<Route>({
    {"OPTIONS",
     kAssetsPath,
     Access::kOpen,
     0,
     options,
     "What this server knows of tus",
     "",
     "",
     204,
     "",
     ""},
    {"GET",
     kAssetsPath,
     Access::kView,
     0,
     listAssets,
     "All videos and pictures",
     "",
     "",
     200,
     kJson,
     "Assets"},
    {"POST",
     kAssetsPath,
     Access::kEdit,
     0,
     createAsset,
     "Begin an upload (tus creation)",
     "",
     "",
     201,
     "",
     ""},
    {"HEAD",
     kAssetPath,
     Access::kView,
     0,
     head,
     "How far an upload got (tus)",
     "",
     "",
     200,
     "",
     ""},
    {"PATCH",
     kAssetPath,
     Access::kEdit,
     kPieceLimit,
     patch,
     "Go on with an upload (tus); 409 when the offset is another",
     "application/offset+octet-stream",
     "",
     204,
     "",
     ""},
    {"GET",
     kAssetPath,
     Access::kView,
     0,
     showAsset,
     "One video or picture",
     "",
     "",
     200,
     kJson,
     "Asset"},
    {"PUT",
     kPictureCaptionsPath,
     Access::kEdit,
     kJsonLimit,
     setCaptionsInPicture,
     "Say in which languages captions are part of the video's picture",
     kJson,
     "Languages",
     204,
     "",
     ""},
    {"DELETE",
     kAssetPath,
     Access::kEdit,
     0,
     removeAsset,
     "Delete it (tus termination); 409 while a playlist uses it",
     "",
     "",
     204,
     "",
     ""},
});

} // namespace

std::vector<Route> assetRoutes()
{
    return {kAssetRoutes.begin(), kAssetRoutes.end()};
}

} // namespace jtv::http

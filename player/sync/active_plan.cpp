// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From plan.xml on the disk to playlists in memory.
#include "player/sync/active_plan.h"

#include "base/file.h"
#include "content/store/plan_store.h"
#include "content/xml/plan.h"
#include "content/xml/smil.h"

#include <fmt/format.h>

namespace jtv::sync {
namespace {

constexpr std::size_t kMaxSmilBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxSignatureBytes = 1024;

Result<std::shared_ptr<const store::BlobStore>> openBlobs(const std::filesystem::path& folder)
{
    auto blobs = store::BlobStore::open(folder);
    if (!blobs) {
        return std::move(blobs).error();
    }
    return std::make_shared<const store::BlobStore>(*std::move(blobs));
}

Result<std::shared_ptr<const model::Playlist>>
readPlaylist(const model::PlaylistEntry& entry, const store::BlobStore& blobs)
{
    const auto path = blobs.find(entry.smilSha256);
    if (!path) {
        return path.error();
    }
    const auto bytes = readFile(*path, kMaxSmilBytes);
    if (!bytes) {
        return bytes.error();
    }
    auto playlist = xml::parseSmil(*bytes, entry.name.empty() ? entry.id : entry.name);
    if (!playlist) {
        return std::move(playlist).error();
    }
    return std::make_shared<const model::Playlist>(*std::move(playlist));
}

Result<model::Plan> check(const model::SignedPlan& document, std::string_view planKey)
{
    return planKey.empty() ? xml::readPlan(document.xml)
                           : xml::readSignedPlan(document.xml, document.signature, planKey);
}

Result<ActivePlanPtr> load(
    const std::filesystem::path& folder,
    const model::SignedPlan& document,
    std::string_view planKey)
{
    auto plan = check(document, planKey);
    if (!plan) {
        return std::move(plan).error();
    }
    auto blobs = openBlobs(folder);
    if (!blobs) {
        return std::move(blobs).error();
    }
    return readPlaylists(*std::move(plan), *std::move(blobs));
}

} // namespace

Result<ActivePlanPtr> readPlaylists(model::Plan plan, std::shared_ptr<const store::BlobStore> blobs)
{
    auto active = std::make_shared<ActivePlan>();
    for (const auto& entry : plan.playlists) {
        auto playlist = readPlaylist(entry, *blobs);
        if (playlist) {
            active->playlists[entry.id] = *std::move(playlist);
        } else if (entry.id == plan.defaultPlaylist) {
            return std::move(playlist).error().within("the default playlist");
        } else {
            active->warnings.push_back(fmt::format(
                "the playlist \"{}\" is not shown: {}", entry.name, playlist.error().message));
        }
    }
    active->plan = std::move(plan);
    active->blobs = std::move(blobs);
    return ActivePlanPtr(std::move(active));
}

Result<ActivePlanPtr> loadActive(const std::filesystem::path& state, std::string_view planKey)
{
    const auto document = store::PlanStore(state).readActive();
    if (!document) {
        return document.error();
    }
    if (planKey.empty()) {
        return Error{
            ErrorKind::kDenied,
            "the plan on the disk is not played because no signing key is known; enrol the screen"};
    }
    return load(state, *document, planKey);
}

Result<ActivePlanPtr> loadDirectory(const std::filesystem::path& folder, std::string_view planKey)
{
    model::SignedPlan document;
    auto plan = readFile(folder / "plan.xml", xml::kMaxPlanBytes);
    if (plan) {
        document.xml = *std::move(plan);
        auto signature = readFile(folder / "plan.sig", kMaxSignatureBytes);
        if (signature) {
            document.signature = *std::move(signature);
        } else if (!planKey.empty()) {
            return std::move(signature).error();
        }
    } else {
        auto active = store::PlanStore(folder).readActive();
        if (!active) {
            return Error{
                ErrorKind::kNotFound,
                fmt::format(
                    "there is no plan in {}; it needs plan.xml, plan.sig and the folder blobs",
                    folder.string())};
        }
        document = *std::move(active);
    }
    return load(folder, document, planKey);
}

} // namespace jtv::sync

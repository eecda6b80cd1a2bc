// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A plan that is whole on the disk, with its playlists read: what the main loop plays from.
#pragma once

#include "base/result.h"
#include "content/model/plan.h"
#include "content/model/playlist.h"
#include "content/store/blob_store.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::sync {

// Immutable once made, handed between threads as shared_ptr<const ActivePlan>.
struct ActivePlan {
    model::Plan plan;
    // By playlist id. One that cannot be read is missing here and named in `warnings`; the default
    // playlist is always there.
    std::map<std::string, std::shared_ptr<const model::Playlist>> playlists;
    std::vector<std::string> warnings; // plain sentences
    std::shared_ptr<const store::BlobStore> blobs;
};
using ActivePlanPtr = std::shared_ptr<const ActivePlan>;

// Reads the playlists of a plan whose signature has been checked. Errors: kNotFound, kInvalid (the
// default playlist is missing or broken).
Result<ActivePlanPtr>
readPlaylists(model::Plan plan, std::shared_ptr<const store::BlobStore> blobs);

// The plan that was activated last in `state`, checked with the key (base64). Errors: kNotFound
// (none), kDenied (signature), kInvalid.
Result<ActivePlanPtr> loadActive(const std::filesystem::path& state, std::string_view planKey);

// A plan brought by hand: plan.xml, plan.sig and blobs/ in one folder, or a copy of a state folder.
// Without a key (empty) the signature is not checked. Errors as above.
Result<ActivePlanPtr> loadDirectory(const std::filesystem::path& folder, std::string_view planKey);

} // namespace jtv::sync

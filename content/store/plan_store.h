// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The plans of one screen on disk: STATE/plans/<revision>/plan.xml|plan.sig, and the link
// STATE/plans/active. Whatever moment the power goes, the link names a plan that was whole, with
// all its files.
#pragma once

#include "base/result.h"
#include "content/model/plan.h"
#include "content/store/blob_store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace jtv::store {

// Any one thread; one process. Errors of all functions: kFull, kDenied, kInternal; others where
// said.
class PlanStore {
public:
    explicit PlanStore(const std::filesystem::path& state);

    // The revision the link names; nullopt when no plan was ever activated.
    std::optional<std::uint64_t> activeRevision() const;

    // The bytes of the active plan, or of one kept besides it; the caller checks signature and
    // contents. Errors: kNotFound.
    Result<model::SignedPlan> readActive() const;
    Result<model::SignedPlan> read(std::uint64_t revision) const;
    std::vector<std::uint64_t> revisions() const; // of all plans kept, highest first

    // Makes `plan` (which was read from `document`) the active one, when model::checkSuccession()
    // allows it and all its files are whole. The active one again is no change. Errors: kDenied
    // (older revision), kExists (the same revision with other bytes), kNotFound or kInvalid (file
    // missing, damaged).
    Status
    activate(const model::SignedPlan& document, const model::Plan& plan, const BlobStore& blobs);

    // Removes all plans but the active one and the `others` next highest.
    Status trim(std::size_t others = 1);

    // Forgets all plans: the screen belongs to another scheduler now.
    Status clear();

private:
    std::filesystem::path directory_;
};

// The files of the plan that are missing or damaged, to be fetched (again).
std::vector<model::Asset> wanting(const model::Plan& plan, const BlobStore& blobs, Depth depth);

} // namespace jtv::store

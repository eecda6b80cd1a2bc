// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// All that is published with one revision: made from the library, kept as JSON with the revision,
// so that a screen let in later gets what is published and not what is being drafted.
#pragma once

#include "base/json/json.h"
#include "base/result.h"
#include "scheduler/library/playlists.h"
#include "scheduler/planning/planning.h"
#include "scheduler/storage/database.h"

namespace jtv::library {

// Puts the SMIL documents into the store. Errors: kNotFound (no default playlist), kInvalid (a
// playlist that is to be shown is empty or an item of it is not ready).
Result<planning::Programme>
makeProgramme(storage::Tx& tx, const Playlists& playlists, store::BlobStore& blobs);

json::Value programmeValue(const planning::Programme& programme);
// Errors: kInternal, when it was written by another version.
Result<planning::Programme> readProgramme(const std::string& json);

} // namespace jtv::library

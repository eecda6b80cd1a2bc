// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Items → SMIL with the files it needs, and what files a SMIL document needs.
#pragma once

#include "base/result.h"
#include "scheduler/library/playlists.h"
#include "scheduler/storage/database.h"

#include <string>
#include <vector>

namespace jtv::library {

inline constexpr std::int64_t kPictureMs = 10'000; // a picture without a duration

// A sequence that begins anew when it has ended. Errors: kInvalid (an item is not ready).
Result<Composed>
composeItems(storage::Tx& tx, const Playlist& playlist, const store::BlobStore& blobs);

// SHA-256 of every file the document names, slides' pictures too. Errors: kInvalid (no SMIL,
// something in it will not play, or it names a file that is not in the library).
Result<std::vector<std::string>>
filesOfSmil(const std::string& smil, const store::BlobStore& blobs);

} // namespace jtv::library

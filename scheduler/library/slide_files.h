// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide with what it is drawn with, all from the store.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/model/slide.h"
#include "content/model/theme.h"
#include "content/typeset/typeset.h"

#include <optional>
#include <string>
#include <vector>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

// What people call it: the title of its first text, its id where it has none.
std::string titleOf(const model::Slide& slide);

// The SHA-256 of every file a slide needs besides its own document, its theme's logo too.
// Errors: kInvalid, naming what is not in the library.
Result<std::vector<std::string>>
filesNeededBy(const model::Slide& slide, const store::BlobStore& blobs);

struct SlideMaterial {
    std::optional<Pixels> picture;
    std::optional<model::Theme> theme;
    std::optional<Pixels> logo;

    // Borrows from this.
    typeset::Material forTypesetting() const
    {
        return {picture ? &*picture : nullptr, theme ? &*theme : nullptr, logo ? &*logo : nullptr};
    }
};

// For one language. What is not in the store, or cannot be read, is left out: a preview shows the
// rest.
SlideMaterial
materialOf(const model::Slide& slide, const std::string& language, const store::BlobStore& blobs);

} // namespace jtv::library

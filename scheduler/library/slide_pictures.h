// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Draws every slide as each screen will show it and checks the picture: what was approved is what
// hangs.
#pragma once

#include "base/result.h"
#include "content/model/plan.h"
#include "content/model/playlist.h"
#include "content/typeset/typeset.h"
#include "scheduler/library/slide_finding.h"
#include "scheduler/storage/database.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

struct DrawnSlides {
    std::vector<model::ApprovedPicture> pictures;
    std::vector<model::Asset> images; // of pictures that the screen cannot set itself
    // What the checks say of the pictures; a slide with an error here may have none.
    std::vector<SlideFinding> findings;
};

// Whether a plan made for the one has to be made anew for the other.
bool wantsOtherPictures(const model::Display& before, const model::Display& now);

// For one publishing: remembers the documents it has read. A picture drawn before is found in the
// database. One thread at a time, outside of any transaction.
class SlidePictures {
public:
    SlidePictures(storage::Database& database, store::BlobStore& blobs)
        : database_(database), blobs_(blobs)
    {}

    // Errors: those of the database and of the store.
    Result<DrawnSlides> drawFor(const model::Plan& plan, const model::Display& display);

private:
    struct Use { // of a slide in a playlist
        std::string sha256;
        model::PixelBox place;
    };
    struct Picture {
        std::string digest; // empty: it cannot be drawn, the findings tell why
        std::string image;  // SHA-256; empty: not kept
        std::uint64_t size = 0;
        std::vector<review::Finding> findings;
    };
    using SlidePtr = std::shared_ptr<const model::Slide>;

    Result<std::vector<Use>> usesIn(const std::string& smil, const model::Display& display);
    Result<SlidePtr> slideOf(const std::string& sha256);
    // How long its languages wait on this screen, told where it is too long.
    Status addWaits(DrawnSlides& drawn, const model::PlaylistEntry& entry, const model::Plan& plan);
    Milliseconds lengthOf(const std::string& sha256) const;
    Status drawSlide(
        DrawnSlides& drawn, const Use& use, const model::Plan& plan, const model::Display& display);
    Result<Picture> pictureOf(
        const std::string& sha256,
        const model::SlideView& view,
        const typeset::Target& target,
        bool withImage);
    Result<Picture> drawPicture(
        const model::Slide& slide,
        const model::SlideView& view,
        const typeset::Target& target,
        bool withImage);
    Result<std::optional<Picture>> find(const std::string& key) const;
    Status keep(const std::string& key, const Picture& picture);

    storage::Database& database_;
    store::BlobStore& blobs_;
    std::map<std::string, std::shared_ptr<const model::Playlist>> playlists_; // by SHA-256
    std::map<std::string, SlidePtr> slides_;                                  // by SHA-256
};

} // namespace jtv::library

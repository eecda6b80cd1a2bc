// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The checks before publishing of every video and of what is written on every slide of a programme.
// What can be seen
// only on the finished picture is checked where that is drawn: slide_pictures.h.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/review/slide_review.h"
#include "content/review/speller.h"
#include "scheduler/library/slide_finding.h"
#include "scheduler/planning/planning.h"
#include "scheduler/storage/database.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

// *thread-safe*; one review at a time. Remembers what it found while slide, languages and day stay.
class PublishReview {
public:
    PublishReview(storage::Database& database, store::BlobStore& blobs, const Clock& clock)
        : database_(database), blobs_(blobs), clock_(clock)
    {}

    // Only the languages of these screens count; without screens, all. Errors: a slide that is not
    // in the store or cannot be read; those of the database.
    Result<std::vector<SlideFinding>>
    review(const planning::Programme& programme, const std::vector<planning::Screen>& screens);

private:
    Result<std::vector<SlideFinding>> reviewOne(
        const std::string& sha256, const std::vector<std::string>& languages, model::Day today);
    // By what the check of its upload found.
    Result<std::vector<SlideFinding>> reviewVideos(
        const planning::Programme& programme, const std::vector<planning::Screen>& screens) const;
    const review::Speller* speller(); // nullptr where none is installed

    storage::Database& database_;
    store::BlobStore& blobs_;
    const Clock& clock_;
    std::mutex mutex_; // protects everything below
    std::optional<Result<review::Speller>> speller_;
    std::map<std::string, std::vector<SlideFinding>> known_; // by slide, languages, day
};

} // namespace jtv::library

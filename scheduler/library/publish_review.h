// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The checks before publishing of what is written, for every slide of a programme. What can be seen
// only on the finished picture is checked where that is drawn: slide_pictures.h.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/review/slide_review.h"
#include "content/review/speller.h"
#include "scheduler/library/slide_finding.h"
#include "scheduler/planning/planning.h"

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
    PublishReview(store::BlobStore& blobs, const Clock& clock) : blobs_(blobs), clock_(clock) {}

    // Only the languages of these screens count; without screens, all. Errors: a slide that is not
    // in the store or cannot be read.
    Result<std::vector<SlideFinding>>
    review(const planning::Programme& programme, const std::vector<planning::Screen>& screens);

private:
    Result<std::vector<SlideFinding>> reviewOne(
        const std::string& sha256, const std::vector<std::string>& languages, model::Day today);
    const review::Speller* speller(); // nullptr where none is installed

    store::BlobStore& blobs_;
    const Clock& clock_;
    std::mutex mutex_; // protects everything below
    std::optional<Result<review::Speller>> speller_;
    std::map<std::string, std::vector<SlideFinding>> known_; // by slide, languages, day
};

} // namespace jtv::library

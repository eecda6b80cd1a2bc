// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The slides of the house: checked when they come in, kept as files by their hash.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/language_policy.h"
#include "content/model/plan.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <string>
#include <vector>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

struct SlideEntry {
    std::string id;
    std::string title;                  // in the source language
    std::vector<std::string> languages; // the source language first
    std::string sha256;
    std::int64_t size = 0;    // bytes of the XML document
    std::int64_t updated = 0; // ms since 1970
};

// For whom a slide is drawn before it is published.
struct Onlooker {
    model::ScreenSettings screen; // with its usual languages, whatever the time of day
    model::Display display;
    std::size_t round = 0; // how often the slide came before, for what follows its language
};

// *thread-safe*. Errors besides those of storage are named at each call; kNotFound: no such slide.
class Slides {
public:
    Slides(storage::Database& database, store::BlobStore& blobs, const Clock& clock)
        : database_(database), blobs_(blobs), clock_(clock)
    {}

    // Errors: kInvalid (no slide, with the line; or its picture is not in the library).
    Result<SlideEntry> create(const std::string& xml, const storage::Author& author);
    Result<SlideEntry>
    replace(const std::string& id, const std::string& xml, const storage::Author& author);
    Result<std::vector<SlideEntry>> list() const;
    Result<SlideEntry> find(const std::string& id) const;
    Result<std::string> document(const std::string& id) const;
    // Errors: kExists (a playlist uses it, named in the message).
    Status remove(const std::string& id, const storage::Author& author);

    // The languages it is shown in, each time it comes; nullptr: all it has, as screens usually
    // share them.
    Result<std::vector<model::LanguageRound>>
    rounds(const std::string& id, const model::ScreenSettings* screen) const;

    // A PNG as this screen would show it; nullptr: one of 43 inches, seen from 4 m, without the
    // languages that follow. `longest`: px of the longer edge. Errors: kInvalid (`longest` outside
    // 320 … 3840, a text that does not fit), kNotFound (language).
    Result<std::string> preview(
        const std::string& id,
        const std::string& language,
        int longest,
        const Onlooker* onlooker = nullptr) const;

private:
    Result<SlideEntry> read(const std::string& xml) const;
    Result<model::Slide> parsed(const std::string& id) const;

    storage::Database& database_;
    store::BlobStore& blobs_;
    const Clock& clock_;
};

} // namespace jtv::library

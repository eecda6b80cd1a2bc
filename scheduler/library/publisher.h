// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From the library to signed plans: one transaction, then the news to whoever listens.
#pragma once

#include "base/clock.h"
#include "base/crypto/crypto.h"
#include "base/result.h"
#include "content/model/plan.h"
#include "scheduler/library/playlists.h"
#include "scheduler/library/publish_review.h"
#include "scheduler/planning/planning.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jtv::library {

struct Revision {
    std::uint64_t revision = 0;
    std::string note;
    std::string author;
    std::int64_t created = 0; // ms since 1970
};

struct StoredPlan {
    std::uint64_t revision = 0;
    model::SignedPlan document;
};

// What came of publishing.
struct Published {
    std::uint64_t revision = 0; // 0: refused, because of a finding that is an error
    std::vector<SlideFinding> findings;
};

// Called after the commit, on the thread that published: the newest revision, and the screens whose
// plan changed with their own revision.
using Announce = std::function<void(
    std::uint64_t current, const std::vector<std::pair<std::string, std::uint64_t>>& screens)>;

// The key that signs plans: DATA/keys/plan.key (0600), made when it is missing.
// Errors: kInvalid (damaged), and those of reading and writing it.
Result<crypto::KeyPair> loadPlanKey(const std::filesystem::path& data);

// *thread-safe*. Errors besides those of storage are named at each call.
class Publisher {
public:
    Publisher(
        storage::Database& database,
        store::BlobStore& blobs,
        const Playlists& playlists,
        const Clock& clock,
        crypto::KeyPair key,
        Announce announce)
        : database_(database), blobs_(blobs), playlists_(playlists), clock_(clock),
          key_(std::move(key)), announce_(std::move(announce)), review_(database, blobs, clock)
    {}

    // Checks, then draws what the screens will show. Errors: kNotFound (no default playlist),
    // kInvalid (a slide cannot be drawn for a screen, too), kUnsupported, kUnavailable (others keep
    // changing the library).
    Result<Published> publish(const std::string& note, const storage::Author& author);
    // The findings of what would be published now. Errors as above.
    Result<std::vector<SlideFinding>> review();
    // A plan with the screen's settings as they are now, of what is published; nothing before the
    // first publish. Slides that cannot be drawn are left to the screen. Errors: as above.
    Status planFor(const std::string& screen, const storage::Author& author);

    Result<std::uint64_t> currentRevision() const;                             // 0 = none yet
    Result<std::uint64_t> revisionOf(const std::string& screen) const;         // 0 = none yet
    Result<std::optional<StoredPlan>> planOf(const std::string& screen) const; // the newest
    Result<std::vector<Revision>> revisions() const;                           // newest first
    // Media type of a file of the library; application/octet-stream for one that is not in it.
    Result<std::string> typeOf(const std::string& sha256) const;
    // Changes of content since the last revision.
    Result<std::int64_t> changesSince() const;

private:
    struct Outcome {
        std::uint64_t revision = 0;
        std::vector<std::pair<std::string, std::uint64_t>> screens;
    };
    // What plans are made of, as it was when it was read.
    struct Draft {
        planning::Programme programme;
        std::string text; // the programme as it is kept
        std::vector<planning::Screen> screens;
        std::uint64_t revision = 0; // of the programme; 0: to be published now
    };
    // Reads, draws with the database free for others, then writes if nothing has changed meanwhile.
    template <typename Read, typename Prepare, typename Write>
    Result<Outcome> carryOut(Read read, Prepare prepare, Write write);
    // nullopt: what the draft was made from has changed since.
    template <typename Read, typename Write>
    Result<std::optional<Outcome>>
    writeIfSame(const Draft& draft, const Draft& prepared, Read read, Write write);
    Result<Draft> readLibrary(storage::Tx& tx) const;
    Result<Draft> readPublished(storage::Tx& tx, const std::string& screen) const;
    // Puts the pictures into the draft; those of slides that cannot be drawn are left out.
    Result<std::vector<SlideFinding>> draw(Draft& draft) const;
    // Draws, and reviews what is written, too. Without a screen: for a usual one.
    Result<std::vector<SlideFinding>> check(Draft& draft);
    Status writePlans(storage::Tx& tx, const Draft& draft, Outcome& outcome) const;
    // For one screen, under a revision that it takes.
    Result<Outcome> writeAnew(
        storage::Tx& tx,
        const Draft& draft,
        const std::string& screen,
        const storage::Author& author) const;
    Result<std::uint64_t> addRevision(
        storage::Tx& tx,
        const std::string& programme,
        const std::string& note,
        const storage::Author& author) const;

    storage::Database& database_;
    store::BlobStore& blobs_;
    const Playlists& playlists_;
    const Clock& clock_;
    crypto::KeyPair key_;
    Announce announce_;
    PublishReview review_;
};

} // namespace jtv::library

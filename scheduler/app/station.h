// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// All parts of the server, made in the order in which they need each other.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/store/blob_store.h"
#include "scheduler/accounts/accounts.h"
#include "scheduler/accounts/rate_limit.h"
#include "scheduler/devices/enrolment.h"
#include "scheduler/devices/screens.h"
#include "scheduler/devices/screenshots.h"
#include "scheduler/devices/status_reports.h"
#include "scheduler/http/parts.h"
#include "scheduler/library/assets.h"
#include "scheduler/library/ingest_jobs.h"
#include "scheduler/library/playlists.h"
#include "scheduler/library/publisher.h"
#include "scheduler/library/rules.h"
#include "scheduler/library/slides.h"
#include "scheduler/push/push_hub.h"
#include "scheduler/storage/database.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace jtv::station {

struct StationOptions {
    std::filesystem::path data;          // made when it is missing
    std::filesystem::path web;           // folder of the page; empty = none
    std::filesystem::path ingestProgram; // jtv-ingest
    std::filesystem::path ingestService; // socket of the ingest service, where there is one
    bool unsafeIngest = false;           // check uploads without a sandbox, too
};

// What lies on disk, opened. Errors: those of the folders and files, each with the fix.
struct Opened {
    std::unique_ptr<storage::Database> scheduler;
    std::unique_ptr<storage::Database> status;
    store::BlobStore blobs;
    crypto::KeyPair planKey;
};
Result<Opened> openData(const std::filesystem::path& data);

// *main-thread only* to make and destroy; members in order of life.
class Station {
public:
    // Throws std::runtime_error when a part cannot exist.
    Station(Opened opened, const StationOptions& options, const Clock& clock);

    accounts::Accounts& accounts() { return accounts_; }
    http::Parts& parts() { return parts_; }

private:
    void announce(
        std::uint64_t current, const std::vector<std::pair<std::string, std::uint64_t>>& screens);

    Opened opened_;
    push::PushHub hub_;
    accounts::Accounts accounts_;
    accounts::RateLimit enrolmentLimit_;
    devices::Screens screens_;
    devices::Enrolment enrolment_;
    devices::StatusReports reports_;
    devices::Screenshots screenshots_;
    library::Assets assets_;
    library::IngestJobs ingest_;
    library::Slides slides_;
    library::Playlists playlists_;
    library::Rules rules_;
    library::Publisher publisher_;
    http::Parts parts_;
};

} // namespace jtv::station

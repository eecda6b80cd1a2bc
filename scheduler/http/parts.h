// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Everything the routes call; made and owned by the program, valid while the server runs.
#pragma once

#include "base/clock.h"

#include <filesystem>
#include <string>

namespace jtv::accounts {
class Accounts;
class RateLimit;
} // namespace jtv::accounts
namespace jtv::devices {
class Enrolment;
class Screens;
class Screenshots;
class StatusReports;
} // namespace jtv::devices
namespace jtv::library {
class Assets;
class IngestJobs;
class Playlists;
class Publisher;
class Rules;
class Slides;
} // namespace jtv::library
namespace jtv::push {
class PushHub;
}
namespace jtv::storage {
class Database;
}
namespace jtv::store {
class BlobStore;
}

namespace jtv::http {

struct Parts {
    const Clock& clock;
    storage::Database& database;
    accounts::Accounts& accounts;
    accounts::RateLimit& enrolmentLimit;
    devices::Screens& screens;
    devices::Enrolment& enrolment;
    devices::StatusReports& reports;
    devices::Screenshots& screenshots;
    library::Assets& assets;
    library::IngestJobs& ingest;
    library::Slides& slides;
    library::Playlists& playlists;
    library::Rules& rules;
    library::Publisher& publisher;
    store::BlobStore& blobs;
    push::PushHub& hub;
    std::filesystem::path web; // folder of the page; empty = there is none
    std::string planKey;       // base64, the public key plans are signed with
    std::string openApi;       // the document, made once
};

} // namespace jtv::http

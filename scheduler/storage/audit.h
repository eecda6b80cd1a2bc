// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The record of who changed what, written in the transaction of the change itself.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/storage/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace jtv::storage {

// Who makes a change.
struct Author {
    std::string name;    // user name, "screen ID", or "server"
    std::string address; // where from; empty = the server itself
};

struct AuditEntry {
    std::int64_t id = 0;
    WallTime at;
    Author author;
    std::string action;  // e.g. "playlist.create"
    std::string subject; // id or name of what was changed
};

Status record(
    Tx& tx, const Author& author, std::string_view action, std::string_view subject, WallTime at);

// Newest first.
Result<std::vector<AuditEntry>> auditEntries(Database& database, std::int64_t limit);

} // namespace jtv::storage

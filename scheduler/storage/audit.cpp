// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The record of who changed what.
#include "scheduler/storage/audit.h"

#include "scheduler/storage/key.h"

namespace jtv::storage {

Status
record(Tx& tx, const Author& author, std::string_view action, std::string_view subject, WallTime at)
{
    auto noted = tx.execute(
        "INSERT INTO audit (at, who, address, action, subject) VALUES (?, ?, ?, ?, ?)",
        {toStored(at), author.name, author.address, action, subject});
    return noted ? Status(Done{}) : Status(std::move(noted).error());
}

Result<std::vector<AuditEntry>> auditEntries(Database& database, std::int64_t limit)
{
    auto rows = database.read(
        "SELECT id, at, who, address, action, subject FROM audit ORDER BY id DESC LIMIT ?",
        {limit});
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<AuditEntry> entries;
    for (const auto& row : *rows) {
        entries.push_back(
            {row.integer(0),
             fromStored(row.integer(1)),
             {row.text(2), row.text(3)},
             row.text(4),
             row.text(5)});
    }
    return entries;
}

} // namespace jtv::storage

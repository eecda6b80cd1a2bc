// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// When which playlist is shown, in the words of RFC 5545.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/rule.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <string>
#include <vector>

namespace jtv::library {

struct TimedRule {
    model::Rule rule;
    std::vector<std::string> screens; // ids; empty = all
};

// *thread-safe*. Errors besides those of storage are named at each call; kNotFound: no such rule.
class Rules {
public:
    Rules(storage::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

    // Errors: kInvalid, kUnsupported (the recurrence), kNotFound (the playlist).
    Result<std::string> create(TimedRule rule, const storage::Author& author);
    Status replace(const TimedRule& rule, const storage::Author& author);
    Result<std::vector<TimedRule>> list() const;
    Status remove(const std::string& id, const storage::Author& author);

private:
    Status store(storage::Tx& tx, const TimedRule& rule) const;

    storage::Database& database_;
    const Clock& clock_;
};

Result<std::vector<TimedRule>> rulesFrom(const storage::Rows& rows);
inline constexpr std::string_view kRuleColumns =
    "SELECT id, playlist, priority, recurrence, screens FROM rules ORDER BY priority DESC, "
    "created, id";

} // namespace jtv::library

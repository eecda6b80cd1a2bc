// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A real database of the scheduler in a folder of its own, and a clock that stands.
#pragma once

#include "scheduler/storage/database.h"
#include "tests/doubles/set_clock.h"
#include "tests/doubles/temporary_directory.h"

#include <memory>

namespace jtv::doubles {

struct SchedulerDatabase : TemporaryDirectory {
    SetClock clock;
    std::unique_ptr<storage::Database> database =
        storage::Database::open(
            path() / "a.db", storage::Durability::kFull, storage::schedulerMigrations())
            .value();
};

} // namespace jtv::doubles

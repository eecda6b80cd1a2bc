// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The numbered SQL files, as the build embedded them.
#include "migration_texts.h"
#include "scheduler/storage/database.h"

#include <array>

namespace jtv::storage {

std::span<const Migration> schedulerMigrations()
{
    static constexpr std::array kMigrations{
        Migration{1, kScheduler0001},
        Migration{2, kScheduler0002},
        Migration{3, kScheduler0003},
        Migration{4, kScheduler0004},
        Migration{5, kScheduler0005}};
    return kMigrations;
}

std::span<const Migration> statusMigrations()
{
    static constexpr std::array kMigrations{Migration{1, kStatus0001}};
    return kMigrations;
}

} // namespace jtv::storage

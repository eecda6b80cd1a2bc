// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One session with the database. Used inside this folder only.
#pragma once

#include "base/result.h"
#include "scheduler/storage/database.h"

#include <Poco/Data/Session.h>

#include <filesystem>
#include <string_view>

namespace jtv::storage {

// *any one thread* at a time.
class Connection {
public:
    // Throws Poco::Exception when the file cannot be opened; Database::open turns it into a
    // sentence.
    Connection(const std::filesystem::path& file, Durability durability, bool writer);

    Result<Rows> query(std::string_view statement, const Values& values);
    Result<std::int64_t> execute(std::string_view statement, const Values& values);

private:
    std::filesystem::path file_;
    Poco::Data::Session session_;
};

// The sentence for what Poco threw.
Error databaseError(const Poco::Exception& thrown, const std::filesystem::path& file);

} // namespace jtv::storage

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Turns at the writer, a few readers, and migrations.
#include "scheduler/storage/database.h"

#include "base/file.h"
#include "scheduler/storage/connection.h"

#include <cassert>
#include <cerrno>
#include <condition_variable>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace jtv::storage {
namespace {

constexpr int kReaders = 4;

} // namespace

struct Database::Sessions {
    Sessions(const std::filesystem::path& file, Durability durability)
        : path(file), writer(file, durability, true)
    {
        for (int count = 0; count < kReaders; ++count) {
            idle.push_back(std::make_unique<Connection>(file, durability, false));
        }
    }

    std::unique_ptr<Connection> takeReader()
    {
        std::unique_lock lock(idleMutex);
        returned.wait(lock, [this] { return !idle.empty(); });
        auto reader = std::move(idle.back());
        idle.pop_back();
        return reader;
    }

    void giveBack(std::unique_ptr<Connection> reader)
    {
        {
            const std::lock_guard lock(idleMutex);
            idle.push_back(std::move(reader));
        }
        returned.notify_one();
    }

    std::filesystem::path path;
    std::mutex turn; // protects writer
    Connection writer;
    std::mutex idleMutex; // protects idle
    std::condition_variable returned;
    std::vector<std::unique_ptr<Connection>> idle;
};

Tx::Tx(std::unique_lock<std::mutex> turn, Connection& writer)
    : turn_(std::move(turn)), writer_(&writer)
{}

Tx::Tx(Tx&& other) noexcept
    : turn_(std::move(other.turn_)), writer_(std::exchange(other.writer_, nullptr))
{}

Tx::~Tx()
{
    if (writer_ != nullptr) {
        [[maybe_unused]] const auto ended = writer_->execute("ROLLBACK", {});
    }
}

Result<Rows> Tx::query(std::string_view statement, const Values& values)
{
    assert(writer_ != nullptr);
    return writer_->query(statement, values);
}

Result<std::int64_t> Tx::execute(std::string_view statement, const Values& values)
{
    assert(writer_ != nullptr);
    return writer_->execute(statement, values);
}

Status Tx::commit()
{
    assert(writer_ != nullptr);
    if (auto committed = writer_->execute("COMMIT", {}); !committed) {
        return std::move(committed).error();
    }
    writer_ = nullptr;
    turn_.unlock();
    return Done{};
}

Database::Database(std::unique_ptr<Sessions> sessions) : sessions_(std::move(sessions)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(
    const std::filesystem::path& file, Durability durability, std::span<const Migration> migrations)
{
    // Poco would try for 5 s to open a file in a folder that is not there.
    if (::access(file.parent_path().c_str(), W_OK | X_OK) != 0) {
        return fileError(errno, "writing to", file.parent_path());
    }
    try {
        std::unique_ptr<Database> database(
            new Database(std::make_unique<Sessions>(file, durability)));
        if (auto migrated = database->migrate(migrations); !migrated) {
            return std::move(migrated).error();
        }
        return database;
    } catch (const Poco::Exception& thrown) {
        return databaseError(thrown, file);
    }
}

Result<Rows> Database::read(std::string_view statement, const Values& values)
{
    auto reader = sessions_->takeReader();
    auto rows = reader->query(statement, values);
    sessions_->giveBack(std::move(reader));
    return rows;
}

Result<Tx> Database::begin()
{
    std::unique_lock turn(sessions_->turn);
    if (auto begun = sessions_->writer.execute(beginStatement(Dialect::kSqlite), {}); !begun) {
        return std::move(begun).error();
    }
    return Tx(std::move(turn), sessions_->writer);
}

Result<std::int64_t> Database::change(std::string_view statement, const Values& values)
{
    auto tx = begin();
    if (!tx) {
        return std::move(tx).error();
    }
    auto changed = tx->execute(statement, values);
    if (!changed) {
        return changed;
    }
    if (auto committed = tx->commit(); !committed) {
        return std::move(committed).error();
    }
    return changed;
}

Status Database::migrate(std::span<const Migration> migrations)
{
    auto tx = begin();
    if (!tx) {
        return std::move(tx).error();
    }
    if (auto made =
            tx->execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)");
        !made) {
        return std::move(made).error();
    }
    auto found = tx->query("SELECT coalesce(max(version), 0) FROM schema_version");
    if (!found) {
        return std::move(found).error();
    }
    const auto present = found->front().integer(0);
    if (present > static_cast<std::int64_t>(migrations.size())) {
        return Error{
            ErrorKind::kUnsupported,
            fmt::format(
                "{} was written by a later version of this program; install that version again",
                sessions_->path.string())};
    }
    for (const auto& migration : migrations.subspan(static_cast<std::size_t>(present))) {
        for (const auto& statement : statementsIn(migration.sql, Dialect::kSqlite)) {
            if (auto done = tx->execute(statement); !done) {
                return std::move(done).error().within(
                    fmt::format("bringing the database to version {}", migration.version));
            }
        }
        if (auto noted = tx->execute("INSERT INTO schema_version VALUES (?)", {migration.version});
            !noted) {
            return std::move(noted).error();
        }
    }
    return tx->commit();
}

} // namespace jtv::storage

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One SQLite file: a writer that everybody takes in turn, and readers that never wait for it.
// The only user of Poco::Data; its exceptions end here as sentences.
#pragma once

#include "base/result.h"
#include "scheduler/storage/dialect.h"
#include "scheduler/storage/row.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>

namespace jtv::storage {

// kFull: an acknowledged change survives a power cut (synchronous=FULL). kNormal: it survives a
// crash of the program, a power cut may lose the last seconds; for status only.
enum class Durability { kFull, kNormal };

struct Migration {
    int version = 0; // 1, 2, 3 … without a gap
    std::string_view sql;
};

class Connection;
class Database;

// A write transaction, rolled back unless committed. *any one thread*: begins and ends on one.
class Tx {
public:
    Tx(Tx&&) noexcept;
    Tx& operator=(Tx&&) noexcept = delete;
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;
    ~Tx();

    Result<Rows> query(std::string_view statement, const Values& values = {});
    // The number of rows inserted, changed or deleted.
    Result<std::int64_t> execute(std::string_view statement, const Values& values = {});
    // After an error the transaction is rolled back.
    Status commit();

private:
    friend class Database;
    Tx(std::unique_lock<std::mutex> turn, Connection& writer);

    std::unique_lock<std::mutex> turn_;
    Connection* writer_; // null after commit or move
};

// *thread-safe*. Errors of all calls: kUnavailable (locked for over 5 s), kFull (disk), kExists (a
// value that must be unique, or a row still referred to), kDenied (rights), kInternal (damaged
// file).
class Database {
public:
    // Makes the file when it is missing and brings it to the last migration. A file made by a later
    // version is refused.
    static Result<std::unique_ptr<Database>> open(
        const std::filesystem::path& file,
        Durability durability,
        std::span<const Migration> migrations);

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    // Outside any transaction; sees what is committed.
    Result<Rows> read(std::string_view statement, const Values& values = {});
    // Waits for its turn at the writer. Never begin a second one on the same thread.
    Result<Tx> begin();
    // work(Tx&) gives a Result; what it changed is committed when that is a success, otherwise
    // rolled back.
    template <typename Work>
    auto write(Work work) -> decltype(work(std::declval<Tx&>()))
    {
        auto tx = begin();
        if (!tx) {
            return std::move(tx).error();
        }
        auto result = work(*tx);
        if (result) {
            if (auto committed = tx->commit(); !committed) {
                return std::move(committed).error();
            }
        }
        return result;
    }
    // One statement in its own transaction.
    Result<std::int64_t> change(std::string_view statement, const Values& values = {});

private:
    struct Sessions;
    explicit Database(std::unique_ptr<Sessions> sessions);
    Status migrate(std::span<const Migration> migrations);

    std::unique_ptr<Sessions> sessions_;
};

// The migrations in scheduler/storage/migrations and status_migrations.
std::span<const Migration> schedulerMigrations();
std::span<const Migration> statusMigrations();

} // namespace jtv::storage

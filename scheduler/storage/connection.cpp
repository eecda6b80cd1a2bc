// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Statements through Poco::Data, and what it throws as sentences.
#include "scheduler/storage/connection.h"

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>

#include <fmt/format.h>
#include <mutex>

namespace jtv::storage {
namespace {

namespace keywords = Poco::Data::Keywords;
namespace sqlite = Poco::Data::SQLite;

constexpr int kLoginTimeoutS = 5; // also SQLite's busy_timeout

Poco::Data::Session openSession(const std::filesystem::path& file)
{
    static std::once_flag registered;
    std::call_once(registered, [] { sqlite::Connector::registerConnector(); });
    return {"SQLite", file.string(), kLoginTimeoutS};
}

struct Binder {
    Poco::Data::Statement& statement;

    void operator()(std::monostate) const
    {
        statement.addBind(keywords::bind(Poco::Nullable<std::string>()));
    }
    void operator()(std::int64_t value) const
    {
        statement.addBind(keywords::bind(Poco::Int64{value}));
    }
    void operator()(double value) const { statement.addBind(keywords::bind(value)); }
    void operator()(const std::string& value) const { statement.addBind(keywords::bind(value)); }
};

void bindAll(Poco::Data::Statement& statement, const Values& values)
{
    for (const auto& value : values) {
        std::visit(Binder{statement}, value.content());
    }
}

Row rowAt(Poco::Data::RecordSet& found, std::size_t row)
{
    std::vector<std::optional<std::string>> cells(found.columnCount());
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!found.isNull(column, row)) {
            cells[column] = found.value(column, row).convert<std::string>();
        }
    }
    return Row(std::move(cells));
}

template <typename T>
bool is(const Poco::Exception& thrown)
{
    return dynamic_cast<const T*>(&thrown) != nullptr;
}

} // namespace

Connection::Connection(const std::filesystem::path& file, Durability durability, bool writer)
    : file_(file), session_(openSession(file))
{
    const auto pragma = [this](std::string_view text) {
        session_ << std::string(text), keywords::now;
    };
    pragma("PRAGMA busy_timeout=5000");
    if (writer) {
        pragma("PRAGMA journal_mode=WAL");
    }
    pragma(
        durability == Durability::kFull ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    pragma("PRAGMA foreign_keys=ON");
    if (!writer) {
        pragma("PRAGMA query_only=ON");
    }
}

Result<Rows> Connection::query(std::string_view statement, const Values& values)
{
    try {
        Poco::Data::Statement prepared(session_);
        prepared << placeholders(statement, Dialect::kSqlite);
        bindAll(prepared, values);
        prepared.execute();
        Poco::Data::RecordSet found(prepared);
        Rows rows;
        rows.reserve(found.rowCount());
        for (std::size_t row = 0; row < found.rowCount(); ++row) {
            rows.push_back(rowAt(found, row));
        }
        return rows;
    } catch (const Poco::Exception& thrown) {
        return databaseError(thrown, file_);
    }
}

Result<std::int64_t> Connection::execute(std::string_view statement, const Values& values)
{
    try {
        Poco::Data::Statement prepared(session_);
        prepared << placeholders(statement, Dialect::kSqlite);
        bindAll(prepared, values);
        return static_cast<std::int64_t>(prepared.execute());
    } catch (const Poco::Exception& thrown) {
        return databaseError(thrown, file_);
    }
}

Error databaseError(const Poco::Exception& thrown, const std::filesystem::path& file)
{
    const auto name = file.string();
    if (is<sqlite::DatabaseFullException>(thrown)) {
        return {ErrorKind::kFull, fmt::format("the disk with {} is full; free some space", name)};
    }
    if (is<sqlite::DBLockedException>(thrown) || is<sqlite::TableLockedException>(thrown)) {
        return {
            ErrorKind::kUnavailable,
            fmt::format("{} is busy; try again, and stop a second scheduler on this folder", name)};
    }
    if (is<sqlite::ConstraintViolationException>(thrown)) {
        return {ErrorKind::kExists, "this exists already, or is still used elsewhere"};
    }
    if (is<sqlite::CorruptImageException>(thrown)) {
        return {
            ErrorKind::kInternal,
            fmt::format("{} is damaged or no database; restore it from the last backup", name)};
    }
    if (is<sqlite::ReadOnlyException>(thrown) || is<sqlite::DBAccessDeniedException>(thrown) ||
        is<sqlite::CantOpenDBFileException>(thrown) ||
        is<Poco::Data::ConnectionFailedException>(thrown)) {
        return {
            ErrorKind::kDenied,
            fmt::format("{} cannot be opened for writing; check the rights of its folder", name)};
    }
    if (is<sqlite::IOErrorException>(thrown)) {
        return {
            ErrorKind::kFull,
            fmt::format("{} cannot be written; check that the disk is healthy and not full", name)};
    }
    return {
        ErrorKind::kInternal,
        fmt::format("the database {} failed: {}", name, thrown.displayText())};
}

} // namespace jtv::storage

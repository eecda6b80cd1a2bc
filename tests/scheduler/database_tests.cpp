// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Real SQLite files: turns, rollback, migrations, and failures as sentences.
#include "scheduler/storage/database.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <thread>

namespace jtv::storage {
namespace {

constexpr std::array kFirst{Migration{
    1,
    "-- a comment; with a semicolon\n"
    "CREATE TABLE t (\n  id IDENTITY_KEY, name TEXT UNIQUE, n BIGINT, r DOUBLE PRECISION);\n"
    "CREATE TABLE u (t BIGINT REFERENCES t(id));\n"}};

struct Fixture : doubles::TemporaryDirectory {
    std::filesystem::path file = path() / "a.db";
    std::unique_ptr<Database> database = Database::open(file, Durability::kFull, kFirst).value();
};

BOOST_FIXTURE_TEST_SUITE(database, Fixture)

BOOST_AUTO_TEST_CASE(values_come_back_as_they_were_bound)
{
    BOOST_REQUIRE(database->change(
        "INSERT INTO t (name, n, r) VALUES (?, ?, ?)", {"ä 'x'; --", std::int64_t{1} << 40, 43.5}));
    BOOST_REQUIRE(database->change("INSERT INTO t (name, n) VALUES (?, ?)", {nullptr, 7}));
    const auto rows = database->read("SELECT name, n, r, id FROM t ORDER BY id").value();
    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST(rows[0].text(0) == "ä 'x'; --");
    BOOST_TEST(rows[0].integer(1) == std::int64_t{1} << 40);
    BOOST_TEST(rows[0].real(2) == 43.5);
    BOOST_TEST(rows[1].isNull(0));
    BOOST_TEST(!rows[1].optionalReal(2).has_value());
    BOOST_TEST(rows[1].integer(3) == 2);
    BOOST_TEST(database->read("SELECT count(*), max(n) FROM t").value()[0].integer(0) == 2);
}

BOOST_AUTO_TEST_CASE(changed_rows_are_counted)
{
    BOOST_TEST(database->change("INSERT INTO t (n) VALUES (1), (2), (3)").value() == 3);
    BOOST_TEST(database->change("UPDATE t SET n = 9 WHERE n > ?", {1}).value() == 2);
    BOOST_TEST(database->change("DELETE FROM t WHERE n = ?", {42}).value() == 0);
}

BOOST_AUTO_TEST_CASE(transaction_that_is_not_committed_leaves_nothing)
{
    {
        auto tx = database->begin().value();
        BOOST_REQUIRE(tx.execute("INSERT INTO t (n) VALUES (1)"));
        BOOST_TEST(tx.query("SELECT * FROM t").value().size() == 1U);
        BOOST_TEST(database->read("SELECT * FROM t").value().empty());
    }
    BOOST_TEST(database->read("SELECT * FROM t").value().empty());
    BOOST_TEST(database->change("INSERT INTO t (n) VALUES (1)").has_value());
}

BOOST_AUTO_TEST_CASE(read_modify_write_from_four_threads_loses_nothing)
{
    BOOST_REQUIRE(database->change("INSERT INTO t (n) VALUES (0)"));
    std::vector<std::jthread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([this] {
            for (int turn = 0; turn < 50; ++turn) {
                auto tx = database->begin().value();
                const auto n = tx.query("SELECT n FROM t").value()[0].integer(0);
                if (!tx.execute("UPDATE t SET n = ?", {n + 1}) || !tx.commit()) {
                    return;
                }
            }
        });
    }
    threads.clear();
    BOOST_TEST(database->read("SELECT n FROM t").value()[0].integer(0) == 200);
}

BOOST_AUTO_TEST_CASE(value_twice_and_row_in_use_are_told_apart_from_faults)
{
    BOOST_REQUIRE(database->change("INSERT INTO t (name) VALUES ('a')"));
    const auto twice = database->change("INSERT INTO t (name) VALUES ('a')");
    BOOST_REQUIRE(!twice);
    BOOST_TEST((twice.error().kind == ErrorKind::kExists));
    BOOST_REQUIRE(database->change("INSERT INTO u VALUES (1)"));
    const auto used = database->change("DELETE FROM t");
    BOOST_REQUIRE(!used);
    BOOST_TEST((used.error().kind == ErrorKind::kExists));
}

BOOST_AUTO_TEST_CASE(reader_cannot_write)
{
    BOOST_TEST(!database->read("DELETE FROM t"));
}

BOOST_AUTO_TEST_CASE(file_is_in_wal_mode_and_durable)
{
    BOOST_TEST(database->read("PRAGMA journal_mode").value()[0].text(0) == "wal");
    auto tx = database->begin().value();
    BOOST_TEST(tx.query("PRAGMA synchronous").value()[0].integer(0) == 2);
    BOOST_TEST(tx.query("PRAGMA foreign_keys").value()[0].integer(0) == 1);
}

BOOST_AUTO_TEST_CASE(migrations_run_once_and_a_later_file_is_refused)
{
    database.reset();
    constexpr std::array kTwo{kFirst[0], Migration{2, "ALTER TABLE t ADD COLUMN m BIGINT;\n"}};
    BOOST_REQUIRE(Database::open(file, Durability::kFull, kTwo));
    BOOST_REQUIRE(Database::open(file, Durability::kFull, kTwo));
    const auto late = Database::open(file, Durability::kFull, kFirst);
    BOOST_REQUIRE(!late);
    BOOST_TEST((late.error().kind == ErrorKind::kUnsupported));
}

BOOST_AUTO_TEST_CASE(failing_migration_leaves_the_old_version)
{
    database.reset();
    constexpr std::array kBroken{kFirst[0], Migration{2, "CREATE TABLE v (x TEXT);\nNONSENSE;\n"}};
    BOOST_TEST(!Database::open(file, Durability::kFull, kBroken));
    const auto again = Database::open(file, Durability::kFull, kFirst);
    BOOST_REQUIRE(again);
    BOOST_TEST(!(*again)->read("SELECT * FROM v"));
}

BOOST_AUTO_TEST_CASE(damaged_file_is_named_with_the_fix)
{
    const auto broken = path() / "broken.db";
    std::ofstream(broken) << std::string(8192, 'x');
    const auto opened = Database::open(broken, Durability::kFull, kFirst);
    BOOST_REQUIRE(!opened);
    BOOST_TEST(opened.error().message.find("broken.db") != std::string::npos);
    BOOST_TEST(opened.error().message.find("backup") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(missing_folder_is_named)
{
    const auto opened = Database::open(path() / "none" / "a.db", Durability::kFull, kFirst);
    BOOST_REQUIRE(!opened);
    BOOST_TEST(opened.error().message.find("check the path") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(full_database_is_told_as_a_full_disk)
{
    auto tx = database->begin().value();
    BOOST_REQUIRE(tx.query("PRAGMA max_page_count=20"));
    Result<std::int64_t> last = std::int64_t{0};
    for (int row = 0; row < 100 && last; ++row) {
        last = tx.execute(
            "INSERT INTO t (name) VALUES (?)", {std::string(4096, 'a') + std::to_string(row)});
    }
    BOOST_REQUIRE(!last);
    BOOST_TEST((last.error().kind == ErrorKind::kFull));
}

BOOST_AUTO_TEST_CASE(shipped_migrations_apply)
{
    BOOST_TEST(
        Database::open(path() / "s.db", Durability::kFull, schedulerMigrations()).has_value());
    BOOST_TEST(
        Database::open(path() / "t.db", Durability::kNormal, statusMigrations()).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(dialect)

BOOST_AUTO_TEST_CASE(postgresql_gets_numbered_placeholders_outside_quotes)
{
    BOOST_TEST(
        placeholders("a = ? AND b = '?' AND c = ?", Dialect::kPostgresql) ==
        "a = $1 AND b = '?' AND c = $2");
    BOOST_TEST(placeholders("a = ?", Dialect::kSqlite) == "a = ?");
}

BOOST_AUTO_TEST_CASE(migration_becomes_single_statements)
{
    const auto parts = statementsIn(
        "-- x;\nCREATE TABLE a (\n id IDENTITY_KEY);\nDROP b;\n", Dialect::kPostgresql);
    BOOST_REQUIRE(parts.size() == 2U);
    BOOST_TEST(parts[0].find("GENERATED ALWAYS") != std::string::npos);
    BOOST_TEST(parts[1] == "DROP b");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::storage

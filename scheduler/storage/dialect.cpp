// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Text in, text out: the differences between the two databases.
#include "scheduler/storage/dialect.h"

#include <fmt/format.h>
#include <utility>

namespace jtv::storage {
namespace {

constexpr std::string_view kIdentity = "IDENTITY_KEY";

std::string withIdentity(std::string text, Dialect dialect)
{
    const std::string_view type = dialect == Dialect::kSqlite
                                      ? "INTEGER PRIMARY KEY AUTOINCREMENT"
                                      : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    for (auto at = text.find(kIdentity); at != std::string::npos; at = text.find(kIdentity, at)) {
        text.replace(at, kIdentity.size(), type);
    }
    return text;
}

} // namespace

std::string placeholders(std::string_view statement, Dialect dialect)
{
    if (dialect == Dialect::kSqlite) {
        return std::string(statement);
    }
    std::string out;
    bool quoted = false;
    int count = 0;
    for (const char c : statement) {
        quoted = quoted != (c == '\'');
        if (c == '?' && !quoted) {
            out += fmt::format("${}", ++count);
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view beginStatement(Dialect dialect)
{
    return dialect == Dialect::kSqlite ? "BEGIN IMMEDIATE"
                                       : "BEGIN ISOLATION LEVEL REPEATABLE READ";
}

std::vector<std::string> statementsIn(std::string_view migration, Dialect dialect)
{
    std::vector<std::string> statements;
    std::string current;
    while (!migration.empty()) {
        const auto end = migration.find('\n');
        const auto line = migration.substr(0, end);
        migration = end == std::string_view::npos ? "" : migration.substr(end + 1);
        if (line.empty() || line.starts_with("--")) {
            continue;
        }
        current += line;
        if (line.back() == ';') {
            current.pop_back();
            statements.push_back(withIdentity(std::exchange(current, {}), dialect));
        } else {
            current += '\n';
        }
    }
    return statements;
}

} // namespace jtv::storage

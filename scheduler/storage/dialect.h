// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The few words in which SQLite and PostgreSQL differ; everything else keeps to their common
// subset.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jtv::storage {

enum class Dialect { kSqlite, kPostgresql };

// Statements are written with "?"; PostgreSQL wants $1, $2 … A "?" inside '…' is text and stays.
std::string placeholders(std::string_view statement, Dialect dialect);

// The word that starts a transaction which may write from its first statement on, so that two of
// them wait for each other instead of failing half-way.
std::string_view beginStatement(Dialect dialect);

// A migration file as single statements. A statement ends with ';' at the end of a line; lines that
// start with "--" are comments; IDENTITY_KEY becomes the column type of a key that counts by
// itself.
std::vector<std::string> statementsIn(std::string_view migration, Dialect dialect);

} // namespace jtv::storage

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Rules in the database.
#include "scheduler/library/rules.h"

#include "content/timetable/recurrence.h"
#include "scheduler/library/recurrence_text.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <utility>

namespace jtv::library {
namespace {

Error noSuchRule()
{
    return {ErrorKind::kNotFound, "there is no such rule; reload the list"};
}

Status check(const TimedRule& rule)
{
    if (rule.rule.priority < -1000 || rule.rule.priority > 1000) {
        return Error{ErrorKind::kInvalid, "the priority of a rule is -1000 to 1000"};
    }
    auto made = timetable::Recurrence::make(rule.rule.recurrence);
    return made ? Status(Done{}) : Status(std::move(made).error());
}

} // namespace

Result<std::vector<TimedRule>> rulesFrom(const storage::Rows& rows)
{
    std::vector<TimedRule> rules;
    for (const auto& row : rows) {
        auto stored = json::parse(row.text(3));
        if (!stored) {
            return std::move(stored).error();
        }
        auto recurrence = readRecurrence(*stored);
        if (!recurrence) {
            return std::move(recurrence).error();
        }
        rules.push_back(
            {{row.text(0), row.text(1), static_cast<int>(row.integer(2)), *std::move(recurrence)},
             storage::splitWords(row.text(4))});
    }
    return rules;
}

Status Rules::store(storage::Tx& tx, const TimedRule& rule) const
{
    auto playlist = tx.query("SELECT 1 FROM playlists WHERE id = ?", {rule.rule.playlist});
    if (!playlist) {
        return std::move(playlist).error();
    }
    if (playlist->empty()) {
        return Error{ErrorKind::kNotFound, "there is no such playlist; choose one from the list"};
    }
    auto done = tx.execute(
        "INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "playlist = excluded.playlist, priority = excluded.priority, "
        "recurrence = excluded.recurrence, screens = excluded.screens",
        {rule.rule.id,
         rule.rule.playlist,
         rule.rule.priority,
         json::write(recurrenceValue(rule.rule.recurrence)),
         storage::joinWords(rule.screens),
         storage::toStored(clock_.wall())});
    return done ? Status(Done{}) : Status(std::move(done).error());
}

Result<std::string> Rules::create(TimedRule rule, const storage::Author& author)
{
    if (auto good = check(rule); !good) {
        return std::move(good).error();
    }
    rule.rule.id = storage::newKey();
    return database_.write([&](storage::Tx& tx) -> Result<std::string> {
        if (auto stored = store(tx, rule); !stored) {
            return std::move(stored).error();
        }
        if (auto noted = storage::record(tx, author, "rule.create", rule.rule.id, clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return rule.rule.id;
    });
}

Status Rules::replace(const TimedRule& rule, const storage::Author& author)
{
    if (auto good = check(rule); !good) {
        return good;
    }
    return database_.write([&](storage::Tx& tx) -> Status {
        auto found = tx.query("SELECT 1 FROM rules WHERE id = ?", {rule.rule.id});
        if (!found) {
            return std::move(found).error();
        }
        if (found->empty()) {
            return noSuchRule();
        }
        if (auto stored = store(tx, rule); !stored) {
            return stored;
        }
        return storage::record(tx, author, "rule.change", rule.rule.id, clock_.wall());
    });
}

Result<std::vector<TimedRule>> Rules::list() const
{
    auto rows = database_.read(kRuleColumns);
    if (!rows) {
        return std::move(rows).error();
    }
    return rulesFrom(*rows);
}

Status Rules::remove(const std::string& id, const storage::Author& author)
{
    return database_.write([&](storage::Tx& tx) -> Status {
        auto gone = tx.execute("DELETE FROM rules WHERE id = ?", {id});
        if (!gone) {
            return std::move(gone).error();
        }
        if (*gone == 0) {
            return noSuchRule();
        }
        return storage::record(tx, author, "rule.delete", id, clock_.wall());
    });
}

} // namespace jtv::library

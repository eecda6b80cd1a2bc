// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Publishing.
#include "scheduler/library/publisher.h"

#include "base/file.h"
#include "base/log.h"
#include "content/xml/plan.h"
#include "scheduler/library/programme.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr Log kPublishLog{"publish"};
constexpr std::size_t kSecretKeyBytes = 64;
constexpr std::size_t kPublicKeyBytes = 32;

constexpr std::string_view kScreenColumns = "SELECT id, languages, timezone, diagonal_inches, "
                                            "distance_m FROM screens WHERE state = 'approved' ";

Result<std::vector<planning::Screen>> screensFrom(Result<storage::Rows> rows)
{
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<planning::Screen> screens;
    for (const auto& row : *rows) {
        screens.push_back(
            {row.text(0),
             {storage::splitWords(row.text(1)), row.text(2), row.real(3), row.real(4)}});
    }
    return screens;
}

} // namespace

Result<crypto::KeyPair> loadPlanKey(const std::filesystem::path& data)
{
    const auto directory = data / "keys";
    const auto path = directory / "plan.key";
    if (auto made = makeDirectory(directory, 0700); !made) {
        return std::move(made).error();
    }
    auto text = readFile(path, 4096);
    if (!text && text.error().kind == ErrorKind::kNotFound) {
        auto pair = crypto::makeKeyPair();
        if (auto kept = replaceFile(path, crypto::toBase64(pair.secretKey) + "\n", 0600); !kept) {
            return std::move(kept).error();
        }
        return pair;
    }
    if (!text) {
        return std::move(text).error();
    }
    auto secret = crypto::fromBase64(*text);
    if (!secret || secret->size() != kSecretKeyBytes) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("{} is damaged; restore it from the last backup", path.string())};
    }
    // libsodium keeps the public key behind the seed.
    return crypto::KeyPair{secret->substr(kSecretKeyBytes - kPublicKeyBytes), *secret};
}

Result<std::uint64_t> Publisher::addRevision(
    storage::Tx& tx,
    const std::string& programme,
    const std::string& note,
    const storage::Author& author) const
{
    auto row = tx.query(
        "INSERT INTO revisions SELECT coalesce(max(revision), 0) + 1, ?, ?, ?, ? FROM revisions "
        "RETURNING revision",
        {note.substr(0, 500), author.name, storage::toStored(clock_.wall()), programme});
    if (!row) {
        return std::move(row).error();
    }
    return static_cast<std::uint64_t>(row->front().integer(0));
}

Status Publisher::writePlans(
    storage::Tx& tx,
    const planning::Programme& programme,
    const std::vector<planning::Screen>& screens,
    Outcome& outcome) const
{
    auto plans = planning::makePlans(programme, screens, {outcome.revision, clock_.wall(), {}});
    if (!plans) {
        return std::move(plans).error();
    }
    for (const auto& plan : *plans) {
        const auto document = xml::signPlan(plan, key_.secretKey);
        auto kept = tx.execute(
            "INSERT INTO plans VALUES (?, ?, ?, ?)",
            {plan.screen, plan.revision, document.xml, document.signature});
        if (!kept) {
            return std::move(kept).error();
        }
        outcome.screens.emplace_back(plan.screen, plan.revision);
    }
    return Done{};
}

Result<std::uint64_t> Publisher::publish(const std::string& note, const storage::Author& author)
{
    auto published = database_.write([&](storage::Tx& tx) -> Result<Outcome> {
        auto programme = makeProgramme(tx, playlists_, blobs_);
        auto screens = screensFrom(tx.query(kScreenColumns));
        if (!programme || !screens) {
            return programme ? screens.error() : programme.error();
        }
        auto revision = addRevision(tx, json::write(programmeValue(*programme)), note, author);
        if (!revision) {
            return std::move(revision).error();
        }
        Outcome outcome{*revision, {}};
        if (auto written = writePlans(tx, *programme, *screens, outcome); !written) {
            return std::move(written).error();
        }
        if (auto noted =
                storage::record(tx, author, "publish", std::to_string(*revision), clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return outcome;
    });
    if (!published) {
        return std::move(published).error();
    }
    kPublishLog.info(
        "revision {} published for {} screens", published->revision, published->screens.size());
    announce_(published->revision, published->screens);
    return published->revision;
}

Status Publisher::planFor(const std::string& screen, const storage::Author& author)
{
    auto planned = database_.write([&](storage::Tx& tx) -> Result<Outcome> {
        auto last = tx.query(
            "SELECT revision, programme, (SELECT max(revision) FROM plans WHERE screen = ?) "
            "FROM revisions ORDER BY revision DESC LIMIT 1",
            {screen});
        auto screens = screensFrom(tx.query(std::string(kScreenColumns) + "AND id = ?", {screen}));
        if (!last || !screens) {
            return last ? screens.error() : last.error();
        }
        if (last->empty() || screens->empty()) {
            return Outcome{};
        }
        const auto& row = last->front();
        auto programme = readProgramme(row.text(1));
        if (!programme) {
            return std::move(programme).error();
        }
        Outcome outcome{static_cast<std::uint64_t>(row.integer(0)), {}};
        if (row.integer(2) == row.integer(0)) {
            // It has a plan of this revision, and a screen takes only a higher one.
            auto next = addRevision(tx, row.text(1), "settings of a screen", author);
            if (!next) {
                return std::move(next).error();
            }
            outcome.revision = *next;
        }
        if (auto written = writePlans(tx, *programme, *screens, outcome); !written) {
            return std::move(written).error();
        }
        return outcome;
    });
    if (!planned) {
        return std::move(planned).error();
    }
    if (planned->revision != 0) {
        announce_(planned->revision, planned->screens);
    }
    return Done{};
}

Result<std::uint64_t> Publisher::currentRevision() const
{
    auto rows = database_.read("SELECT coalesce(max(revision), 0) FROM revisions");
    if (!rows) {
        return std::move(rows).error();
    }
    return static_cast<std::uint64_t>(rows->front().integer(0));
}

Result<std::uint64_t> Publisher::revisionOf(const std::string& screen) const
{
    auto rows =
        database_.read("SELECT coalesce(max(revision), 0) FROM plans WHERE screen = ?", {screen});
    if (!rows) {
        return std::move(rows).error();
    }
    return static_cast<std::uint64_t>(rows->front().integer(0));
}

Result<std::optional<StoredPlan>> Publisher::planOf(const std::string& screen) const
{
    auto rows = database_.read(
        "SELECT revision, xml, signature FROM plans WHERE screen = ? ORDER BY revision DESC LIMIT "
        "1",
        {screen});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return std::optional<StoredPlan>();
    }
    const auto& row = rows->front();
    return std::optional(
        StoredPlan{static_cast<std::uint64_t>(row.integer(0)), {row.text(1), row.text(2)}});
}

Result<std::vector<Revision>> Publisher::revisions() const
{
    auto rows = database_.read(
        "SELECT revision, note, author, created FROM revisions ORDER BY revision DESC LIMIT 200");
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<Revision> revisions;
    for (const auto& row : *rows) {
        revisions.push_back(
            {static_cast<std::uint64_t>(row.integer(0)), row.text(1), row.text(2), row.integer(3)});
    }
    return revisions;
}

Result<std::string> Publisher::typeOf(const std::string& sha256) const
{
    auto rows = database_.read(
        "SELECT type FROM assets WHERE sha256 = ? UNION ALL SELECT ? FROM slides WHERE sha256 = ? "
        "LIMIT 1",
        {sha256, model::kSlideType, sha256});
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->empty() ? "application/octet-stream" : rows->front().text(0);
}

Result<std::int64_t> Publisher::changesSince() const
{
    auto rows = database_.read(
        "SELECT count(*) FROM audit WHERE (action LIKE 'playlist.%' OR action LIKE 'rule.%' "
        "OR action LIKE 'slide.%') AND id > "
        "(SELECT coalesce(max(id), 0) FROM audit WHERE action = 'publish')");
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->front().integer(0);
}

} // namespace jtv::library

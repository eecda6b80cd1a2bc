// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Publishing.
#include "scheduler/library/publisher.h"

#include "base/file.h"
#include "base/json/json.h"
#include "base/log.h"
#include "content/xml/plan.h"
#include "scheduler/library/programme.h"
#include "scheduler/library/slide_pictures.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr Log kPublishLog{"publish"};
constexpr std::size_t kSecretKeyBytes = 64;
constexpr std::size_t kPublicKeyBytes = 32;

constexpr std::string_view kScreenColumns =
    "SELECT s.id, s.languages, s.timezone, s.diagonal_inches, s.distance_m, d.width, d.height, "
    "d.typesetting, s.hardware, s.language_policy FROM screens s LEFT JOIN displays d ON "
    "d.screen = s.id "
    "WHERE s.state = 'approved' ";

// What the device told when it was let in.
model::Board boardIn(const std::string& hardware)
{
    const auto object = json::parse(hardware);
    const auto named = object ? json::text(*object, "model") : Result<std::string>(object.error());
    return named ? model::boardNamed(*named) : model::Board::kNone;
}

Result<std::vector<planning::Screen>> screensFrom(Result<storage::Rows> rows)
{
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<planning::Screen> screens;
    for (const auto& row : *rows) {
        planning::Screen screen;
        screen.id = row.text(0);
        auto policy = model::parseLanguagePolicy(row.text(9));
        if (!policy) {
            return std::move(policy).error();
        }
        screen.settings = {
            storage::splitWords(row.text(1)),
            row.text(2),
            row.real(3),
            row.real(4),
            *std::move(policy)};
        if (!row.isNull(5)) {
            screen.display = {
                static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6)), row.text(7)};
        }
        screen.board = boardIn(row.text(8));
        screens.push_back(std::move(screen));
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

Status Publisher::writePlans(storage::Tx& tx, const Draft& draft, Outcome& outcome) const
{
    auto plans =
        planning::makePlans(draft.programme, draft.screens, {outcome.revision, clock_.wall(), {}});
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

Result<Publisher::Draft> Publisher::readLibrary(storage::Tx& tx) const
{
    auto programme = makeProgramme(tx, playlists_, blobs_);
    auto screens = screensFrom(tx.query(kScreenColumns));
    if (!programme || !screens) {
        return programme ? screens.error() : programme.error();
    }
    auto text = json::write(programmeValue(*programme));
    return Draft{*std::move(programme), std::move(text), *std::move(screens)};
}

// No screens: nothing is published, or it is not let in.
Result<Publisher::Draft> Publisher::readPublished(storage::Tx& tx, const std::string& screen) const
{
    auto last =
        tx.query("SELECT revision, programme FROM revisions ORDER BY revision DESC LIMIT 1");
    auto screens = screensFrom(tx.query(std::string(kScreenColumns) + "AND s.id = ?", {screen}));
    if (!last || !screens) {
        return last ? screens.error() : last.error();
    }
    if (last->empty()) {
        return Draft{};
    }
    const auto& row = last->front();
    auto programme = readProgramme(row.text(1));
    if (!programme) {
        return std::move(programme).error();
    }
    return Draft{
        *std::move(programme),
        row.text(1),
        *std::move(screens),
        static_cast<std::uint64_t>(row.integer(0))};
}

Result<std::vector<SlideFinding>> Publisher::draw(Draft& draft) const
{
    const auto plans = planning::makePlans(draft.programme, draft.screens, {1, clock_.wall(), {}});
    if (!plans) {
        return plans.error();
    }
    std::vector<SlideFinding> findings;
    SlidePictures pictures(database_, blobs_);
    for (std::size_t i = 0; i < plans->size(); ++i) {
        auto& screen = draft.screens[i];
        auto drawn = pictures.drawFor((*plans)[i], screen.display);
        if (!drawn) {
            return std::move(drawn).error();
        }
        addNew(findings, std::move(drawn->findings));
        screen.pictures = std::move(drawn->pictures);
        screen.images = std::move(drawn->images);
    }
    return findings;
}

Result<std::vector<SlideFinding>> Publisher::check(Draft& draft)
{
    auto findings = review_.review(draft.programme, draft.screens);
    auto usual = draft;
    usual.screens.resize(1);
    usual.screens.front().id = "usual";
    auto drawn = !findings ? findings : draw(draft.screens.empty() ? usual : draft);
    if (!drawn) {
        return drawn;
    }
    addNew(*findings, *std::move(drawn));
    sort(*findings);
    return findings;
}

template <typename Read, typename Write>
Result<std::optional<Publisher::Outcome>>
Publisher::writeIfSame(const Draft& draft, const Draft& prepared, Read read, Write write)
{
    return database_.write([&](storage::Tx& tx) -> Result<std::optional<Outcome>> {
        auto now = read(tx);
        if (!now) {
            return std::move(now).error();
        }
        if (now->text != draft.text || now->screens != draft.screens ||
            now->revision != draft.revision) {
            return std::optional<Outcome>();
        }
        auto outcome = write(tx, prepared);
        return outcome ? Result<std::optional<Outcome>>(*std::move(outcome))
                       : std::move(outcome).error();
    });
}

template <typename Read, typename Prepare, typename Write>
Result<Publisher::Outcome> Publisher::carryOut(Read read, Prepare prepare, Write write)
{
    constexpr int kAttempts = 5;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        auto draft = database_.write(read);
        if (!draft) {
            return std::move(draft).error();
        }
        auto prepared = *draft;
        if (auto done = prepare(prepared); !done) {
            return std::move(done).error();
        }
        auto written = writeIfSame(*draft, prepared, read, write);
        if (!written) {
            return std::move(written).error();
        }
        if (*written) {
            return **std::move(written);
        }
    }
    return Error{
        ErrorKind::kUnavailable, "others keep changing the library; publish again in a moment"};
}

Result<std::vector<SlideFinding>> Publisher::review()
{
    auto draft = database_.write([this](storage::Tx& tx) { return readLibrary(tx); });
    return draft ? check(*draft) : Result<std::vector<SlideFinding>>(draft.error());
}

Result<Published> Publisher::publish(const std::string& note, const storage::Author& author)
{
    std::vector<SlideFinding> findings;
    auto published = carryOut(
        [this](storage::Tx& tx) { return readLibrary(tx); },
        [&](Draft& draft) -> Status {
            auto found = check(draft);
            if (!found) {
                return std::move(found).error();
            }
            findings = *std::move(found);
            return haveErrors(findings) ? Error{ErrorKind::kInvalid, "the checks found errors"}
                                        : Status(Done{});
        },
        [&](storage::Tx& tx, const Draft& draft) -> Result<Outcome> {
            auto revision = addRevision(tx, draft.text, note, author);
            if (!revision) {
                return std::move(revision).error();
            }
            Outcome outcome{*revision, {}};
            auto done = writePlans(tx, draft, outcome);
            if (done) {
                done = storage::record(
                    tx, author, "publish", std::to_string(*revision), clock_.wall());
            }
            return done ? Result<Outcome>(std::move(outcome)) : std::move(done).error();
        });
    if (!published && haveErrors(findings)) {
        return Published{0, std::move(findings)};
    }
    if (!published) {
        return std::move(published).error();
    }
    kPublishLog.info(
        "revision {} published for {} screens", published->revision, published->screens.size());
    announce_(published->revision, published->screens);
    return Published{published->revision, std::move(findings)};
}

Result<Publisher::Outcome> Publisher::writeAnew(
    storage::Tx& tx,
    const Draft& draft,
    const std::string& screen,
    const storage::Author& author) const
{
    if (draft.screens.empty()) {
        return Outcome{};
    }
    auto has = tx.query("SELECT max(revision) FROM plans WHERE screen = ?", {screen});
    if (!has) {
        return std::move(has).error();
    }
    Outcome outcome{draft.revision, {}};
    const auto& row = has->front();
    if (!row.isNull(0) && static_cast<std::uint64_t>(row.integer(0)) == draft.revision) {
        // It has a plan of this revision, and a screen takes only a higher one.
        auto next = addRevision(tx, draft.text, "settings of a screen", author);
        if (!next) {
            return std::move(next).error();
        }
        outcome.revision = *next;
    }
    auto written = writePlans(tx, draft, outcome);
    return written ? Result<Outcome>(std::move(outcome)) : std::move(written).error();
}

Status Publisher::planFor(const std::string& screen, const storage::Author& author)
{
    auto planned = carryOut(
        [&](storage::Tx& tx) { return readPublished(tx, screen); },
        [this](Draft& draft) {
            const auto drawn = draw(draft);
            return drawn ? Status(Done{}) : Status(drawn.error());
        },
        [&](storage::Tx& tx, const Draft& draft) { return writeAnew(tx, draft, screen, author); });
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

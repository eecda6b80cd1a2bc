// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Codes, approval and device sessions.
#include "scheduler/devices/enrolment.h"

#include "base/crypto/crypto.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace jtv::devices {
namespace {

constexpr std::string_view kConsonants = "BCDFGHJKLMNPQRSTVWXZ"; // no word can come out of them
constexpr std::int64_t kMostWaiting = 1'000;
constexpr std::size_t kPublicKeyBytes = 32;

std::string makeUserCode()
{
    std::string code;
    for (int at = 0; at < 8; ++at) {
        if (at == 4) {
            code += '-';
        }
        code += kConsonants[crypto::randomBelow(kConsonants.size())];
    }
    return code;
}

Error noSuchCode()
{
    return {
        ErrorKind::kNotFound,
        "no screen shows this code, or it has expired; type the code that the screen shows now"};
}

Error notLetIn()
{
    return {ErrorKind::kDenied, "this screen is not let in; enrol it again"};
}

} // namespace

Result<std::string> fingerprintOf(const std::string& publicKey)
{
    auto bytes = crypto::fromBase64(publicKey);
    if (!bytes || bytes->size() != kPublicKeyBytes) {
        return Error{ErrorKind::kInvalid, "\"public_key\" is not an Ed25519 key in base64"};
    }
    auto hex = crypto::sha256Hex(*bytes).substr(0, 16);
    std::transform(hex.begin(), hex.end(), hex.begin(), [](char c) {
        return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return fmt::format(
        "{} {} {} {}", hex.substr(0, 4), hex.substr(4, 4), hex.substr(8, 4), hex.substr(12, 4));
}

std::string normalUserCode(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (kConsonants.find(upper) == std::string_view::npos) {
            continue;
        }
        if (code.size() == 4) {
            code += '-';
        }
        code += upper;
    }
    return code;
}

Result<EnrolmentCodes> Enrolment::begin(const EnrolmentRequest& request)
{
    auto fingerprint = fingerprintOf(request.publicKey);
    if (!fingerprint) {
        return std::move(fingerprint).error();
    }
    EnrolmentCodes codes{storage::newToken(), makeUserCode(), *fingerprint};
    const auto now = storage::toStored(clock_.wall());
    return database_.write([&](storage::Tx& tx) -> Result<EnrolmentCodes> {
        auto cleared = tx.execute(
            "DELETE FROM enrolments WHERE expires < ? OR (public_key = ? AND state = 'pending')",
            {now, request.publicKey});
        if (!cleared) {
            return std::move(cleared).error();
        }
        auto waiting = tx.query("SELECT count(*) FROM enrolments");
        if (!waiting) {
            return std::move(waiting).error();
        }
        if (waiting->front().integer(0) >= kMostWaiting) {
            return Error{
                ErrorKind::kFull, "too many screens wait for approval; approve or refuse some"};
        }
        auto made = tx.execute(
            "INSERT INTO enrolments VALUES (?, ?, ?, ?, ?, ?, 'pending', NULL, ?, ?)",
            {storage::tokenHash(codes.deviceCode),
             codes.userCode,
             request.publicKey,
             request.hardware,
             request.name.substr(0, 200),
             request.address,
             now,
             now + Milliseconds(kEnrolmentLifetime).count()});
        if (!made) {
            return std::move(made).error();
        }
        return codes;
    });
}

bool Enrolment::polledTooSoon(const std::string& codeHash)
{
    const auto now = clock_.steady();
    const std::lock_guard lock(mutex_);
    std::erase_if(polled_, [&](const auto& item) { return now - item.second > kPollInterval; });
    return !polled_.insert_or_assign(codeHash, now).second;
}

Result<Poll> Enrolment::poll(const std::string& deviceCode)
{
    const auto hash = storage::tokenHash(deviceCode);
    auto rows = database_.read(
        "SELECT state, screen, expires FROM enrolments WHERE device_code_hash = ?", {hash});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty() || rows->front().integer(2) < storage::toStored(clock_.wall())) {
        return Poll{PollAnswer::kExpired, ""};
    }
    const auto& row = rows->front();
    if (row.text(0) == "approved") {
        return Poll{PollAnswer::kApproved, row.text(1)};
    }
    if (row.text(0) == "refused") {
        return Poll{PollAnswer::kRefused, ""};
    }
    return Poll{polledTooSoon(hash) ? PollAnswer::kSlowDown : PollAnswer::kPending, ""};
}

Result<std::vector<PendingEnrolment>> Enrolment::pending() const
{
    auto rows = database_.read(
        "SELECT user_code, public_key, name, hardware, address, created FROM enrolments "
        "WHERE state = 'pending' AND expires >= ? ORDER BY created",
        {storage::toStored(clock_.wall())});
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<PendingEnrolment> waiting;
    for (const auto& row : *rows) {
        auto fingerprint = fingerprintOf(row.text(1));
        waiting.push_back(
            {row.text(0),
             fingerprint ? *fingerprint : "",
             row.text(2),
             row.text(3),
             row.text(4),
             storage::fromStored(row.integer(5))});
    }
    return waiting;
}

Result<std::string>
Enrolment::admit(storage::Tx& tx, const storage::Row& waiting, const ScreenChange& change)
{
    auto settings = changed({}, change);
    if (!settings) {
        return std::move(settings).error();
    }
    auto id = storage::newKey();
    auto name = change.name.value_or("");
    if (name.empty()) {
        name = waiting.text(3).empty() ? waiting.text(0) : waiting.text(3);
    }
    auto row = tx.query(
        "INSERT INTO screens VALUES (?, ?, 'approved', ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (public_key) DO UPDATE SET name = excluded.name, state = 'approved', "
        "hardware = excluded.hardware, languages = excluded.languages, timezone = "
        "excluded.timezone, "
        "diagonal_inches = excluded.diagonal_inches, distance_m = excluded.distance_m, "
        "language_policy = excluded.language_policy RETURNING id",
        {id,
         name.substr(0, 200),
         waiting.text(1),
         waiting.text(2),
         storage::joinWords(settings->languages),
         settings->timezone,
         settings->diagonalInches,
         settings->distanceMetres,
         storage::toStored(clock_.wall()),
         model::writeLanguagePolicy(settings->languagePolicy)});
    if (!row) {
        return std::move(row).error();
    }
    return row->front().text(0);
}

Result<std::string> Enrolment::approve(
    const std::string& userCode, const ScreenChange& settings, const storage::Author& author)
{
    const auto code = normalUserCode(userCode);
    return database_.write([&](storage::Tx& tx) -> Result<std::string> {
        auto rows = tx.query(
            "SELECT user_code, public_key, hardware, name FROM enrolments "
            "WHERE user_code = ? AND state = 'pending' AND expires >= ?",
            {code, storage::toStored(clock_.wall())});
        if (!rows) {
            return std::move(rows).error();
        }
        if (rows->empty()) {
            return noSuchCode();
        }
        auto screen = admit(tx, rows->front(), settings);
        if (!screen) {
            return screen;
        }
        auto done = tx.execute(
            "UPDATE enrolments SET state = 'approved', screen = ? WHERE user_code = ?",
            {*screen, code});
        if (!done) {
            return std::move(done).error();
        }
        if (auto noted = storage::record(tx, author, "screen.approve", *screen, clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return screen;
    });
}

Status Enrolment::refuse(const std::string& userCode, const storage::Author& author)
{
    const auto code = normalUserCode(userCode);
    return database_.write([&](storage::Tx& tx) -> Status {
        auto done = tx.execute(
            "UPDATE enrolments SET state = 'refused' WHERE user_code = ? AND state = 'pending'",
            {code});
        if (!done) {
            return std::move(done).error();
        }
        if (*done == 0) {
            return noSuchCode();
        }
        return storage::record(tx, author, "screen.refuse", code, clock_.wall());
    });
}

Result<std::string> Enrolment::challenge(const std::string& screen)
{
    auto rows =
        database_.read("SELECT 1 FROM screens WHERE id = ? AND state = 'approved'", {screen});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return notLetIn();
    }
    return challenges_.make(screen, clock_.steady());
}

Result<DeviceToken> Enrolment::openSession(
    const std::string& screen, const std::string& challenge, const std::string& signature)
{
    auto rows = database_.read(
        "SELECT public_key FROM screens WHERE id = ? AND state = 'approved'", {screen});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty() || !challenges_.take(screen, challenge, clock_.steady())) {
        return notLetIn();
    }
    const auto key = crypto::fromBase64(rows->front().text(0));
    const auto signature64 = crypto::fromBase64(signature);
    if (!key || !signature64 || !crypto::verify("jtv-session:" + challenge, *signature64, *key)) {
        return notLetIn();
    }
    DeviceToken token{storage::newToken(), kTokenLifetime};
    const auto now = storage::toStored(clock_.wall());
    return database_.write([&](storage::Tx& tx) -> Result<DeviceToken> {
        auto done = tx.execute("DELETE FROM device_tokens WHERE expires < ?", {now});
        if (done) {
            done = tx.execute(
                "INSERT INTO device_tokens VALUES (?, ?, ?)",
                {storage::tokenHash(token.token),
                 screen,
                 now + Milliseconds(token.lifetime).count()});
        }
        if (!done) {
            return std::move(done).error();
        }
        return token;
    });
}

Result<std::optional<std::string>> Enrolment::screenOf(std::string_view token) const
{
    auto rows = database_.read(
        "SELECT s.id FROM device_tokens t JOIN screens s ON s.id = t.screen "
        "WHERE t.token_hash = ? AND t.expires > ? AND s.state = 'approved'",
        {storage::tokenHash(token), storage::toStored(clock_.wall())});
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->empty() ? std::optional<std::string>() : std::optional(rows->front().text(0));
}

} // namespace jtv::devices

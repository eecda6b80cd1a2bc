// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Users and sessions in the database.
#include "scheduler/accounts/accounts.h"

#include "base/crypto/crypto.h"
#include "base/log.h"
#include "scheduler/storage/key.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::accounts {
namespace {

constexpr Log kLog{"accounts"};
constexpr std::chrono::hours kLifetime{12};       // of a session nobody uses
constexpr std::chrono::minutes kProlongAfter{10}; // not written at each request
constexpr std::size_t kShortestPassword = 10;     // characters
constexpr std::size_t kLongestPassword = 1024;    // bytes

constexpr std::array<std::pair<Role, std::string_view>, 5> kRoles{{
    {Role::kViewer, "viewer"},
    {Role::kEditor, "editor"},
    {Role::kPublisher, "publisher"},
    {Role::kDeviceAdministrator, "device_administrator"},
    {Role::kAdministrator, "administrator"},
}};

// Letters that cannot be taken for one another when copied from a terminal.
std::string makePassword()
{
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string password;
    for (int at = 0; at < 20; ++at) {
        if (at != 0 && at % 5 == 0) {
            password += '-';
        }
        password += kLetters[crypto::randomBelow(kLetters.size())];
    }
    return password;
}

class Turn {
public:
    explicit Turn(std::counting_semaphore<2>& semaphore) : semaphore_(semaphore)
    {
        semaphore_.acquire();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { semaphore_.release(); }

private:
    std::counting_semaphore<2>& semaphore_;
};

User userFrom(const storage::Row& row)
{
    return {row.text(0), row.text(1), parseRole(row.text(2)).value()};
}

} // namespace

std::string_view roleName(Role role)
{
    return kRoles.at(static_cast<std::size_t>(role)).second;
}

Result<Role> parseRole(std::string_view word)
{
    for (const auto& [role, name] : kRoles) {
        if (name == word) {
            return role;
        }
    }
    return Error{ErrorKind::kInvalid, fmt::format("\"{}\" is no role", word)};
}

bool may(Role role, Right right)
{
    switch (right) {
    case Right::kView:
        return true;
    case Right::kEdit:
        return role == Role::kEditor || role == Role::kPublisher || role == Role::kAdministrator;
    case Right::kPublish:
        return role == Role::kPublisher || role == Role::kAdministrator;
    case Right::kScreens:
        return role == Role::kDeviceAdministrator || role == Role::kAdministrator;
    case Right::kAdminister:
        return role == Role::kAdministrator;
    }
    return false;
}

Accounts::Accounts(storage::Database& database, const Clock& clock)
    : database_(database), clock_(clock)
{
    if (auto made = crypto::hashPassword(crypto::randomBytes(16))) {
        unknownUserHash_ = *std::move(made);
    }
}

bool Accounts::matches(const std::string& password, const std::string& hash)
{
    const Turn turn(hashing_);
    return crypto::passwordMatches(password, hash);
}

Result<std::string> Accounts::hash(const std::string& password)
{
    const Turn turn(hashing_);
    return crypto::hashPassword(password);
}

Result<std::optional<std::string>>
Accounts::ensureAdministrator(const std::optional<std::string>& password)
{
    auto found =
        database_.read("SELECT id, password_hash FROM users WHERE name = ?", {kAdministratorName});
    if (!found) {
        return std::move(found).error();
    }
    const bool present = !found->empty();
    if (present && (!password || matches(*password, found->front().text(1)))) {
        return std::optional<std::string>();
    }
    const auto chosen = password.value_or(makePassword());
    auto hashed = hash(chosen);
    if (!hashed) {
        return std::move(hashed).error();
    }
    auto tx = database_.begin();
    if (!tx) {
        return std::move(tx).error();
    }
    auto done = present ? tx->execute(
                              "UPDATE users SET password_hash = ? WHERE name = ?",
                              {*hashed, kAdministratorName})
                        : tx->execute(
                              "INSERT INTO users VALUES (?, ?, ?, ?, ?)",
                              {storage::newKey(),
                               kAdministratorName,
                               roleName(Role::kAdministrator),
                               *hashed,
                               storage::toStored(clock_.wall())});
    if (done && present) {
        done = tx->execute("DELETE FROM sessions WHERE user_id = ?", {found->front().text(0)});
    }
    if (!done) {
        return std::move(done).error();
    }
    if (auto committed = tx->commit(); !committed) {
        return std::move(committed).error();
    }
    return password ? std::optional<std::string>() : std::optional(chosen);
}

Result<Session>
Accounts::logIn(const std::string& name, const std::string& password, const std::string& address)
{
    const auto key = networkOf(address) + " " + name.substr(0, 64);
    if (const auto wait = attempts_.wait(key, clock_.steady()); wait > Milliseconds(0)) {
        return Error{
            ErrorKind::kUnavailable,
            fmt::format(
                "there were too many wrong passwords; try again in {} seconds",
                std::chrono::ceil<std::chrono::seconds>(wait).count())};
    }
    auto found =
        database_.read("SELECT id, name, role, password_hash FROM users WHERE name = ?", {name});
    if (!found) {
        return std::move(found).error();
    }
    const bool known = !found->empty();
    const bool right = password.size() <= kLongestPassword &&
                       matches(password, known ? found->front().text(3) : unknownUserHash_) &&
                       known;
    if (!right) {
        attempts_.failed(key, clock_.steady());
        kLog.warning("login refused for \"{}\" from {}", name.substr(0, 64), address);
        return Error{
            ErrorKind::kDenied, "the name or the password is wrong; check both and try again"};
    }
    attempts_.succeeded(key);
    return openSession(userFrom(found->front()));
}

Result<Session> Accounts::openSession(const User& user)
{
    Session session{storage::newToken(), user, kLifetime};
    const auto now = clock_.wall();
    auto tx = database_.begin();
    if (!tx) {
        return std::move(tx).error();
    }
    auto done = tx->execute("DELETE FROM sessions WHERE expires < ?", {storage::toStored(now)});
    if (done) {
        done = tx->execute(
            "INSERT INTO sessions VALUES (?, ?, ?, ?)",
            {storage::tokenHash(session.token),
             user.id,
             storage::toStored(now),
             storage::toStored(now + kLifetime)});
    }
    if (!done) {
        return std::move(done).error();
    }
    if (auto committed = tx->commit(); !committed) {
        return std::move(committed).error();
    }
    return session;
}

Result<std::optional<User>> Accounts::userOf(std::string_view token)
{
    const auto hashed = storage::tokenHash(token);
    const auto now = clock_.wall();
    auto found = database_.read(
        "SELECT u.id, u.name, u.role, s.expires FROM sessions s JOIN users u ON u.id = s.user_id "
        "WHERE s.token_hash = ? AND s.expires > ?",
        {hashed, storage::toStored(now)});
    if (!found) {
        return std::move(found).error();
    }
    if (found->empty()) {
        return std::optional<User>();
    }
    const auto& row = found->front();
    if (storage::fromStored(row.integer(3)) < now + kLifetime - kProlongAfter) {
        // A session that cannot be prolonged now is still good until its old end.
        [[maybe_unused]] const auto prolonged = database_.change(
            "UPDATE sessions SET expires = ? WHERE token_hash = ?",
            {storage::toStored(now + kLifetime), hashed});
    }
    return std::optional(userFrom(row));
}

Status Accounts::logOut(std::string_view token)
{
    auto gone =
        database_.change("DELETE FROM sessions WHERE token_hash = ?", {storage::tokenHash(token)});
    return gone ? Status(Done{}) : Status(std::move(gone).error());
}

Status Accounts::changePassword(const User& user, const std::string& old, const std::string& next)
{
    if (next.size() < kShortestPassword || next.size() > kLongestPassword) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the new password must have at least {} characters", kShortestPassword)};
    }
    auto found = database_.read("SELECT password_hash FROM users WHERE id = ?", {user.id});
    if (!found) {
        return std::move(found).error();
    }
    if (found->empty() || !matches(old, found->front().text(0))) {
        return Error{ErrorKind::kDenied, "the old password is wrong; check it and try again"};
    }
    auto hashed = hash(next);
    if (!hashed) {
        return std::move(hashed).error();
    }
    auto changed =
        database_.change("UPDATE users SET password_hash = ? WHERE id = ?", {*hashed, user.id});
    return changed ? Status(Done{}) : Status(std::move(changed).error());
}

} // namespace jtv::accounts

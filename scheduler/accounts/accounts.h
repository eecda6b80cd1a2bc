// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Who may work here: users with a role, and their sessions.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/accounts/rate_limit.h"
#include "scheduler/storage/database.h"

#include <cstdint>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace jtv::accounts {

// Each may do what stands before it, too, except that a device administrator does not edit content.
enum class Role { kViewer, kEditor, kPublisher, kDeviceAdministrator, kAdministrator };

std::string_view roleName(Role role);
Result<Role> parseRole(std::string_view word);

enum class Right { kView, kEdit, kPublish, kScreens, kAdminister };
bool may(Role role, Right right);

struct User {
    std::string id;
    std::string name;
    Role role = Role::kViewer;
};

struct Session {
    std::string token; // for the cookie; stored only as a hash
    User user;
    std::chrono::seconds lifetime{0};
};

inline constexpr std::string_view kAdministratorName = "admin";

// *thread-safe*. Errors besides those of storage are named at each call.
class Accounts {
public:
    Accounts(storage::Database& database, const Clock& clock);

    // At first start: makes the administrator and returns the password made for him, nullopt when
    // there is one already. With a password given, that becomes his password, and all his sessions
    // end when it was another one before.
    Result<std::optional<std::string>>
    ensureAdministrator(const std::optional<std::string>& password);

    // Errors: kDenied (name or password wrong, one sentence for both), kUnavailable (wait first).
    Result<Session>
    logIn(const std::string& name, const std::string& password, const std::string& address);
    // Whose session this is; nullopt when it has ended. Prolongs a session in use.
    Result<std::optional<User>> userOf(std::string_view token);
    Status logOut(std::string_view token);
    // Errors: kDenied (the old password is wrong), kInvalid (the new one is too short).
    Status changePassword(const User& user, const std::string& old, const std::string& next);

private:
    bool matches(const std::string& password, const std::string& hash);
    Result<std::string> hash(const std::string& password);
    Result<Session> openSession(const User& user);

    storage::Database& database_;
    const Clock& clock_;
    RateLimit attempts_;
    std::counting_semaphore<2> hashing_{2}; // argon2id takes 64 MiB each
    std::string unknownUserHash_;           // compared with when a name is unknown, for equal time
};

} // namespace jtv::accounts

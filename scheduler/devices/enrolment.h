// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a new screen is let in: the shape of RFC 8628 (device code, user code, polling), with a key
// that only the device holds. The states of one enrolment:
//   pending ──approve──► approved ──first token──► gone (the screen polls no more)
//      │└──refuse──► refused
//      └──15 minutes──► expired
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "scheduler/devices/challenges.h"
#include "scheduler/devices/screens.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jtv::devices {

inline constexpr std::chrono::seconds kEnrolmentLifetime{15 * 60};
inline constexpr std::chrono::seconds kPollInterval{2};
inline constexpr std::chrono::seconds kTokenLifetime{60 * 60};

struct EnrolmentRequest {
    std::string publicKey; // base64 of 32 bytes, Ed25519
    std::string hardware;  // JSON object
    std::string name;      // wished for; may be empty
    std::string address;   // where it came from
};

struct EnrolmentCodes {
    std::string deviceCode;  // secret of the device
    std::string userCode;    // "BCDF-GHJK", shown on the screen
    std::string fingerprint; // of the key, shown on both sides
};

struct PendingEnrolment {
    std::string userCode;
    std::string fingerprint;
    std::string name;
    std::string hardware; // JSON object
    std::string address;
    WallTime created{};
};

enum class PollAnswer { kPending, kSlowDown, kExpired, kRefused, kApproved };
struct Poll {
    PollAnswer answer = PollAnswer::kPending;
    std::string screen; // when approved
};

struct DeviceToken {
    std::string token;
    std::chrono::seconds lifetime{0};
};

// Ed25519 key in base64 → "1A2B 3C4D 5E6F 7081", the first 8 bytes of its SHA-256.
// Errors: kInvalid when it is no key.
Result<std::string> fingerprintOf(const std::string& publicKey);

// "bcdf ghjk" or "BCDFGHJK" as somebody types it → "BCDF-GHJK".
std::string normalUserCode(std::string_view typed);

// *thread-safe*. Errors besides those of storage are named at each call.
class Enrolment {
public:
    Enrolment(storage::Database& database, const Clock& clock) : database_(database), clock_(clock)
    {}

    // Errors: kInvalid (key), kFull (1,000 are waiting already).
    Result<EnrolmentCodes> begin(const EnrolmentRequest& request);
    Result<Poll> poll(const std::string& deviceCode);
    Result<std::vector<PendingEnrolment>> pending() const;

    // Gives the id of the screen; a key seen before keeps its id. Errors: kNotFound (no such code,
    // or expired), kInvalid (settings).
    Result<std::string> approve(
        const std::string& userCode, const ScreenChange& settings, const storage::Author& author);
    Status refuse(const std::string& userCode, const storage::Author& author);

    // Errors: kDenied (screen unknown or revoked; challenge or signature wrong).
    Result<std::string> challenge(const std::string& screen);
    Result<DeviceToken> openSession(
        const std::string& screen, const std::string& challenge, const std::string& signature);
    // The approved screen this token belongs to; nullopt when there is none, any more.
    Result<std::optional<std::string>> screenOf(std::string_view token) const;

private:
    bool polledTooSoon(const std::string& codeHash);
    Result<std::string>
    admit(storage::Tx& tx, const storage::Row& waiting, const ScreenChange& settings);

    storage::Database& database_;
    const Clock& clock_;
    Challenges challenges_;
    std::mutex mutex_; // protects polled_
    std::map<std::string, SteadyTime> polled_;
};

} // namespace jtv::devices

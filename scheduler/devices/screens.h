// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The screens of the house: who they are, what they are set to, whether they are let in.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/plan.h"
#include "scheduler/storage/audit.h"
#include "scheduler/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace jtv::devices {

struct Screen {
    std::string id;
    std::string name;
    bool approved = false; // false: revoked
    std::string publicKey; // base64 of 32 bytes, Ed25519
    std::string hardware;  // JSON object as the device told it
    model::ScreenSettings settings;
    WallTime created{};
    std::optional<std::uint64_t> revisionWanted; // of its newest plan
};

// What of a screen is to be changed; nullopt stays.
struct ScreenChange {
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::string> timezone;
    std::optional<double> diagonalInches;
    std::optional<double> distanceMetres;
    std::optional<std::string> languagePolicy; // as model::parseLanguagePolicy() takes it
};

// The settings after the change. Errors: kInvalid (empty or wrong language, value out of range).
Result<model::ScreenSettings> changed(model::ScreenSettings settings, const ScreenChange& change);

// *thread-safe*
class Screens {
public:
    Screens(storage::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

    Result<std::vector<Screen>> list() const;
    // Errors: kNotFound.
    Result<Screen> find(const std::string& id) const;
    Status change(const std::string& id, const ScreenChange& change, const storage::Author& author);
    // As it told last; one that has not told yet is taken for the usual one.
    Result<model::Display> display(const std::string& id) const;
    Status keepDisplay(const std::string& id, const model::Display& display);
    // Its tokens end at once; it may enrol anew.
    Status revoke(const std::string& id, const storage::Author& author);

private:
    storage::Database& database_;
    const Clock& clock_;
};

} // namespace jtv::devices

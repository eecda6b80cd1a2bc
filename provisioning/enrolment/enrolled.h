// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// STATE/enrolment.json: as which screen this device is known, and whose plans it plays.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace jtv::enrolment {

struct Enrolled {
    std::string screen;  // id
    std::string planKey; // of the server that signs the plans, base64 of Ed25519

    friend bool operator==(const Enrolled&, const Enrolled&) = default;
};

// nullopt when the device was never enrolled. Errors: kInvalid (broken file), kDenied.
Result<std::optional<Enrolled>> loadEnrolled(const std::filesystem::path& state);

// Errors: those of replacing a file.
Status saveEnrolled(const std::filesystem::path& state, const Enrolled& enrolled);

// Whether plans by `offered` may be played: the key in the settings (raw, empty = none) counts
// most, then the one of an earlier enrolment. A new key is never taken silently. Errors: kDenied.
Status acceptKey(
    const std::string& offered, const std::string& pinned, const std::optional<Enrolled>& earlier);

} // namespace jtv::enrolment

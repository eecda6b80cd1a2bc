// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Acts on what the claim decides: asks for a code, has it shown, polls until somebody approves it.
#pragma once

#include "base/clock.h"
#include "base/crypto/crypto.h"
#include "base/result.h"
#include "provisioning/connection/client.h"
#include "provisioning/enrolment/claim.h"
#include "provisioning/enrolment/enrolled.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace jtv::enrolment {

struct Wanted {
    crypto::KeyPair key;
    std::string name;    // proposed for the screen, may be empty
    std::string planKey; // from the settings, raw; empty = none
    std::filesystem::path state;
};

// Any one thread. Borrows all it is given.
class Enrolment {
public:
    struct Hooks {
        // A new code to show; nullopt: none is valid any more.
        std::function<void(const std::optional<Code>&)> show;
        // Something worth a log line, in a sentence; the same one twice in a row is told once.
        std::function<void(const std::string&)> say;
        // Waits; false when the enrolment shall end.
        std::function<bool(Milliseconds)> pause;
    };

    Enrolment(
        const connection::Client& client, const Wanted& wanted, const Clock& clock, Hooks hooks);

    // Until the screen is claimed and that is on the disk. Errors: kUnavailable (ended by pause or
    // stop), kDenied (the server's signing key is not the one that was pinned).
    Result<Enrolled> run(const std::stop_token& stop);

private:
    struct Answer {
        Event event = Event::kUnreachable;
        Code code;
        Enrolled enrolled;
    };
    Answer askForCode(const std::stop_token& stop);
    Answer askForToken(const std::string& deviceCode, const std::stop_token& stop);
    Answer unreachable(const std::string& why);
    void tell(const Claim& before, const Claim& now, Event event);
    Result<Enrolled> finish(Enrolled enrolled);

    const connection::Client& client_;
    const Wanted& wanted_;
    const Clock& clock_;
    Hooks hooks_;
    std::string said_;
};

} // namespace jtv::enrolment

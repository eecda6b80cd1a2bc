// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// An enrolled screen's token: a signed challenge gives it, and it is renewed before it runs out.
#pragma once

#include "base/clock.h"
#include "base/crypto/crypto.h"
#include "base/result.h"
#include "provisioning/connection/client.h"

#include <stop_token>
#include <string>

namespace jtv::enrolment {

// Any one thread. Borrows client, key and clock.
class Session {
public:
    Session(
        const connection::Client& client,
        const crypto::KeyPair& key,
        const Clock& clock,
        std::string screen);

    const std::string& screen() const { return screen_; }

    // A token that is valid for a while. Errors: kUnavailable; kNotFound, kDenied: the server does
    // not know the screen (any more), or refuses it.
    Result<std::string> token(const std::stop_token& stop);

    // The last answer was that the server does not know this screen, or does not let it in.
    bool refused() const { return refused_; }

    // The server refused the token; the next token() asks for a new one.
    void forget() { token_.clear(); }

private:
    Result<std::string>
    ask(std::string_view path, const std::string& body, const std::stop_token& stop);

    const connection::Client& client_;
    const crypto::KeyPair& key_;
    const Clock& clock_;
    std::string screen_;
    std::string token_;
    SteadyTime renew_{};
    bool refused_ = false;
};

} // namespace jtv::enrolment

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// As much of a scheduler as one screen needs, on a real HTTP server, with faults on demand.
#pragma once

#include "base/crypto/crypto.h"
#include "content/model/plan.h"
#include "tests/doubles/scripted_server.h"

#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace jtv::doubles {

// Thread-safe.
class SmallScheduler {
public:
    SmallScheduler();

    static constexpr const char* kScreen = "s1";

    std::string address() const { return server_.address(); }
    std::string planKey() const { return crypto::toBase64(keys_.publicKey); }
    const crypto::KeyPair& keys() const { return keys_; }

    void approve();
    // The device's tokens end, and it is not let in any more.
    void revoke();
    // All tokens given so far end.
    void endTokens();

    // Adds the file; gives it back as an asset.
    model::Asset add(const std::string& bytes, const std::string& type, const std::string& name);
    // Signs the plan, serves it, tells the listeners.
    void publish(const model::Plan& plan);
    void publishDocument(const model::SignedPlan& document, std::uint64_t revision);
    // A plan of one playlist with this SMIL document, published.
    model::Plan publishSmil(
        std::uint64_t revision,
        const std::string& smil,
        const std::vector<model::Asset>& files = {});
    void push(const std::string& event) { server_.push(event); }

    // The next request whose target begins so is answered by this (its body is kept when it is set,
    // otherwise the real one is cut or stalled as the answer says).
    void failNext(const std::string& target, Answer answer);

    std::vector<Call> calls() const { return server_.calls(); }
    bool waitForCalls(const std::string& target, std::size_t count) const
    {
        return server_.waitForCalls(target, count);
    }

private:
    Answer answer(const Call& call);
    Answer enrolment(const Call& call);
    Answer forDevice(const Call& call);

    crypto::KeyPair keys_ = crypto::makeKeyPair();
    mutable std::mutex mutex_; // protects everything below
    bool approved_ = false;
    bool revoked_ = false;
    int token_ = 0;
    std::uint64_t revision_ = 0;
    model::SignedPlan document_;
    std::map<std::string, std::string> files_;
    std::deque<std::pair<std::string, Answer>> faults_;
    ScriptedServer server_; // last: answers from all above
};

} // namespace jtv::doubles

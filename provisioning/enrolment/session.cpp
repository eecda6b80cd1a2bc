// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Challenge, signature, token.
#include "provisioning/enrolment/session.h"

#include "base/json/json.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::enrolment {
namespace {

constexpr std::string_view kSignedPrefix = "jtv-session:";
constexpr std::int64_t kMostTokenSeconds = 86'400;

Error refusal(const settings::ServerAddress& server, int status)
{
    const auto kind = status == 404   ? ErrorKind::kNotFound
                      : status == 429 ? ErrorKind::kUnavailable
                      : status < 500  ? ErrorKind::kDenied
                                      : ErrorKind::kUnavailable;
    return Error{
        kind,
        fmt::format(
            "{} does not let this screen in (status {}); see the screen's state on its page",
            server.text(),
            status)};
}

} // namespace

Session::Session(
    const connection::Client& client,
    const crypto::KeyPair& key,
    const Clock& clock,
    std::string screen)
    : client_(client), key_(key), clock_(clock), screen_(std::move(screen))
{}

Result<std::string>
Session::ask(std::string_view path, const std::string& body, const std::stop_token& stop)
{
    connection::Request request;
    request.method = "POST";
    request.path = path;
    request.contentType = "application/json";
    request.body = body;
    auto answer = client_.exchange(request, stop);
    if (!answer) {
        return std::move(answer).error();
    }
    refused_ = false;
    if (answer->status / 100 != 2) {
        auto error = refusal(client_.server(), answer->status);
        refused_ = error.kind != ErrorKind::kUnavailable;
        return error;
    }
    return std::move(answer->body);
}

Result<std::string> Session::token(const std::stop_token& stop)
{
    if (!token_.empty() && clock_.steady() < renew_) {
        return token_;
    }
    token_.clear();
    json::Value body;
    body["screen"] = screen_;
    const auto first = ask("/api/v1/enrolment/challenge", json::write(body), stop);
    if (!first) {
        return first.error();
    }
    const auto given = json::parse(*first);
    const auto challenge =
        given ? json::text(*given, "challenge") : Result<std::string>(given.error());
    if (!challenge) {
        return challenge.error();
    }
    body["challenge"] = *challenge;
    body["signature"] =
        crypto::toBase64(crypto::sign(std::string(kSignedPrefix) + *challenge, key_.secretKey));
    const auto second = ask("/api/v1/enrolment/session", json::write(body), stop);
    if (!second) {
        return second.error();
    }
    const auto session = json::parse(*second);
    if (!session) {
        return session.error();
    }
    auto token = json::text(*session, "access_token");
    const auto lifetime = json::integer(*session, "expires_in");
    if (!token || !lifetime) {
        return Error{ErrorKind::kInvalid, "the server's answer to the challenge is incomplete"};
    }
    token_ = *std::move(token);
    // A fifth before its end, so that no request is refused on the way.
    renew_ =
        clock_.steady() +
        std::chrono::seconds(std::clamp<std::int64_t>(*lifetime, 0, kMostTokenSeconds)) * 4 / 5;
    return token_;
}

} // namespace jtv::enrolment

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Verify, fetch, activate: in this order, each step leaving the old plan whole.
#include "player/sync/fetch.h"

#include "content/xml/plan.h"
#include "player/sync/log.h"

#include <fmt/format.h>
#include <set>

namespace jtv::sync {
namespace {

constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kNotModified = 304;
constexpr int kUnauthorised = 401;
constexpr int kNotFound = 404;
constexpr std::size_t kPlansKept = 1; // besides the active one

connection::Headers bearer(const std::string& token)
{
    return {{"Authorization", "Bearer " + token}};
}

Error refused(const connection::Client& client, std::string_view what, int status)
{
    return Error{
        ErrorKind::kUnavailable,
        fmt::format(
            "{} answers the request for {} with status {}", client.server().text(), what, status)};
}

} // namespace

Result<connection::Response> askWithToken(
    const connection::Client& client,
    enrolment::Session& session,
    connection::Request request,
    const std::stop_token& stop)
{
    const auto own = request.headers;
    for (int attempt = 0;; ++attempt) {
        const auto token = session.token(stop);
        if (!token) {
            return token.error();
        }
        request.headers = bearer(*token);
        request.headers.insert(request.headers.end(), own.begin(), own.end());
        auto answer = client.exchange(request, stop);
        if (!answer || answer->status != kUnauthorised || attempt > 0) {
            return answer;
        }
        session.forget();
    }
}

Result<connection::Response>
Fetch::askForPlan(const ActivePlan* active, const std::stop_token& stop)
{
    connection::Request request;
    request.path = "/api/v1/plans/" + parts_.session.screen();
    request.limit = xml::kMaxPlanBytes;
    if (active != nullptr) {
        request.headers.emplace_back("If-None-Match", fmt::format("\"{}\"", active->plan.revision));
    }
    return askWithToken(parts_.client, parts_.session, std::move(request), stop);
}

Result<ActivePlanPtr> Fetch::run(const ActivePlan* active, const std::stop_token& stop)
{
    auto answer = askForPlan(active, stop);
    if (!answer) {
        return std::move(answer).error();
    }
    if (answer->status == kNotModified) {
        return ActivePlanPtr();
    }
    if (answer->status == kNotFound) {
        return Error{ErrorKind::kNotFound, "nothing has been published for this screen yet"};
    }
    if (answer->status != kOk) {
        return refused(parts_.client, "the plan", answer->status);
    }
    const model::SignedPlan document{
        std::move(answer->body), std::string(answer->header("Jtv-Plan-Signature"))};
    auto plan = xml::readSignedPlan(document.xml, document.signature, parts_.planKey);
    if (!plan) {
        return std::move(plan).error();
    }
    if (plan->screen != parts_.session.screen()) {
        return Error{
            ErrorKind::kDenied,
            fmt::format(
                "the server sent the plan of the screen {}, not of this one", plan->screen)};
    }
    if (active != nullptr && plan->revision == active->plan.revision) {
        return ActivePlanPtr();
    }
    if (auto allowed = model::checkSuccession(*plan, parts_.plans.activeRevision()); !allowed) {
        return std::move(allowed).error();
    }
    if (auto complete = this->complete(*plan, stop); !complete) {
        return std::move(complete).error();
    }
    auto next = readPlaylists(*plan, parts_.blobs);
    if (!next) {
        return next;
    }
    if (auto done = parts_.plans.activate(document, *plan, *parts_.blobs); !done) {
        return std::move(done).error();
    }
    return next;
}

Status Fetch::complete(const model::Plan& plan, const std::stop_token& stop)
{
    for (const auto& asset : store::wanting(plan, *parts_.blobs, store::Depth::kQuick)) {
        auto fetched = fetchAsset(asset, stop);
        if (!fetched && fetched.error().kind == ErrorKind::kFull) {
            kLog.warning("{}; removing files no longer needed", fetched.error().message);
            tidy(std::chrono::seconds(0), &plan);
            fetched = fetchAsset(asset, stop);
        }
        if (!fetched) {
            return std::move(fetched).error().within(
                asset.name.empty() ? asset.sha256 : asset.name);
        }
    }
    return Done{};
}

Status Fetch::fetchAsset(const model::Asset& asset, const std::stop_token& stop)
{
    auto part = parts_.blobs->resume(asset);
    if (!part) {
        return std::move(part).error();
    }
    if (part->offset() < asset.size || asset.size == 0) {
        if (auto fetched = download(asset, *part, stop); !fetched) {
            return fetched;
        }
    }
    return part->finish();
}

Status Fetch::download(const model::Asset& asset, store::Partial& part, const std::stop_token& stop)
{
    const auto token = parts_.session.token(stop);
    if (!token) {
        return token.error();
    }
    connection::Download download;
    download.path = model::blobReference(asset.sha256);
    download.headers = bearer(*token);
    download.size = asset.size;
    download.offset = part.offset();
    download.etag = fmt::format("\"{}\"", asset.sha256);
    download.append = [&part](std::string_view bytes) { return part.append(bytes); };
    download.restart = [&part] { return part.restart(); };
    download.progress = [this](std::uint64_t) { parts_.meanwhile(); };
    const auto answer = parts_.client.download(download, stop);
    if (!answer) {
        return answer.error();
    }
    if (answer->status == kUnauthorised) {
        parts_.session.forget();
    }
    if (answer->status != kOk && answer->status != kPartialContent) {
        return refused(parts_.client, "a file", answer->status);
    }
    return Done{};
}

void Fetch::tidy(std::chrono::seconds grace, const model::Plan* coming)
{
    std::set<std::string> keep;
    const auto keepFilesOf = [&keep](const model::Plan& plan) {
        for (const auto& asset : plan.assets) {
            keep.insert(asset.sha256);
        }
    };
    if (coming != nullptr) {
        keepFilesOf(*coming);
    }
    if (const auto trimmed = parts_.plans.trim(kPlansKept); !trimmed) {
        kLog.warning("{}", trimmed.error().message);
    }
    for (const auto revision : parts_.plans.revisions()) {
        const auto document = parts_.plans.read(revision);
        const auto plan = document ? xml::readPlan(document->xml) : document.error();
        if (!plan) {
            return; // better too many files than one too few
        }
        keepFilesOf(*plan);
    }
    if (const auto swept = parts_.blobs->sweep(keep, grace, parts_.clock.wall()); !swept) {
        kLog.warning("{}", swept.error().message);
    }
}

} // namespace jtv::sync

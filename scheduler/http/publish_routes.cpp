// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Publishing, and what screens fetch: their plan and its files.
#include "content/model/asset.h"
#include "content/store/blob_store.h"
#include "scheduler/http/file_answer.h"
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/library/publisher.h"
#include "scheduler/storage/key.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

json::Value findingValues(const std::vector<library::SlideFinding>& findings)
{
    auto values = json::Value::array();
    for (const auto& [slide, sha256, finding] : findings) {
        values.push_back(
            {{"slide", slide},
             {"sha256", sha256},
             {"line", finding.place.line},
             {"rule", review::nameOf(finding.rule)},
             {"severity", review::nameOf(finding.severity)},
             {"german", finding.text.german},
             {"english", finding.text.english}});
    }
    return values;
}

void review(Exchange& exchange, Parts& parts)
{
    const auto findings = parts.publisher.review();
    if (!findings) {
        return exchange.problem(findings.error());
    }
    exchange.answer(200, {{"findings", findingValues(*findings)}});
}

void publish(Exchange& exchange, Parts& parts)
{
    std::string note;
    if (exchange.bodyLength() > 0) {
        auto body = exchange.json();
        if (!body) {
            return exchange.problem(body.error());
        }
        auto told = json::optionalText(*body, "note");
        if (!told) {
            return exchange.problem(told.error());
        }
        note = told->value_or("");
    }
    const auto published = parts.publisher.publish(note, exchange.author());
    if (!published) {
        return exchange.problem(
            published.error().kind == ErrorKind::kNotFound
                ? Problem{409, "no_default_playlist", published.error().message}
                : problemOf(published.error()));
    }
    if (published->revision == 0) {
        const auto& first = published->findings.front();
        return exchange.problem(Problem{
            422, "findings", fmt::format("{}: {}", first.slide, first.finding.text.english)});
    }
    exchange.answer(
        200, {{"revision", published->revision}, {"findings", findingValues(published->findings)}});
}

void revisions(Exchange& exchange, Parts& parts)
{
    auto list = parts.publisher.revisions();
    auto changes = parts.publisher.changesSince();
    if (!list || !changes) {
        return exchange.problem(list ? changes.error() : list.error());
    }
    auto values = json::Value::array();
    for (const auto& revision : *list) {
        values.push_back(
            {{"revision", revision.revision},
             {"created", storage::isoTime(revision.created)},
             {"user", revision.author},
             {"note", revision.note}});
    }
    exchange.answer(200, {{"revisions", std::move(values)}, {"changes", *changes}});
}

void plan(Exchange& exchange, Parts& parts)
{
    const auto& screen = exchange.parameter("screen");
    if (!exchange.caller().screen.empty() && exchange.caller().screen != screen) {
        return exchange.problem(Problem{403, "forbidden", "a screen gets only its own plan"});
    }
    auto found = parts.publisher.planOf(screen);
    if (!found) {
        return exchange.problem(found.error());
    }
    if (!*found) {
        return exchange.problem(
            Problem{404, "not_found", "nothing has been published for this screen yet"});
    }
    const auto etag = fmt::format("\"{}\"", (*found)->revision);
    exchange.setHeader("ETag", etag);
    exchange.setHeader("Cache-Control", "no-cache");
    if (exchange.header("If-None-Match") == etag) {
        return exchange.answer(304);
    }
    exchange.setHeader("Jtv-Plan-Signature", (*found)->document.signature);
    exchange.answer(200, "application/xml", (*found)->document.xml);
}

void blob(Exchange& exchange, Parts& parts)
{
    const auto& sha256 = exchange.parameter("sha256");
    auto path = parts.blobs.find(sha256);
    if (!path) {
        return exchange.problem(Problem{404, "not_found", "there is no such file"});
    }
    // What was uploaded never becomes part of the page.
    exchange.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    auto type = parts.publisher.typeOf(sha256);
    answerFile(
        exchange,
        {*path,
         type ? *type : "application/octet-stream",
         fmt::format("\"{}\"", sha256),
         "private, max-age=31536000, immutable"});
}

constexpr auto kPublishRoutes = std::to_array<Route>({
    {"POST",
     "/api/v1/publish",
     Access::kPublish,
     kJsonLimit,
     publish,
     "Check the programme, then make, sign and push the plans of all screens; 409 without a "
     "default "
     "playlist, 422 (findings) when a check finds an error",
     kJson,
     "PublishDraft",
     200,
     kJson,
     "Published"},
    {"GET",
     "/api/v1/review",
     Access::kView,
     0,
     review,
     "What the checks say of all that would be published now, errors first",
     "",
     "",
     200,
     kJson,
     "Review"},
    {"GET",
     "/api/v1/revisions",
     Access::kView,
     0,
     revisions,
     "What was published, newest first",
     "",
     "",
     200,
     kJson,
     "Revisions"},
    {"GET",
     "/api/v1/plans/{screen}",
     Access::kScreenOrView,
     0,
     plan,
     "The newest plan of a screen; its signature is in the header Jtv-Plan-Signature",
     "",
     "",
     200,
     "application/xml",
     ""},
    {"GET",
     "/blobs/{sha256}",
     Access::kScreenOrView,
     0,
     blob,
     "A file by its hash; knows Range",
     "",
     "",
     200,
     "application/octet-stream",
     ""},
});

} // namespace

std::vector<Route> publishRoutes()
{
    return {kPublishRoutes.begin(), kPublishRoutes.end()};
}

} // namespace jtv::http

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The thread that checks uploads.
#include "scheduler/library/ingest_jobs.h"

#include "base/file.h"
#include "base/json/json.h"
#include "base/log.h"
#include "content/store/blob_store.h"

#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr Log kIngestLog{"ingest"};
constexpr std::chrono::hours kForEver{1};

std::optional<std::int64_t> numberIn(const json::Value& object, std::string_view member)
{
    const auto found = object.find(std::string(member));
    return found != object.end() && found->is_number()
               ? std::optional(static_cast<std::int64_t>(found->get<double>()))
               : std::nullopt;
}

} // namespace

Result<CheckedFile> readIngestAnswer(const std::string& text, std::filesystem::path& file)
{
    auto answer = json::parse(text);
    if (!answer) {
        return std::move(answer).error();
    }
    const auto path = json::text(*answer, "file");
    const auto sha256 = json::text(*answer, "sha256");
    const auto size = json::integer(*answer, "size");
    const auto type = json::text(*answer, "type");
    const auto kind = json::text(*answer, "kind");
    if (!path || !sha256 || !size || !type || !kind) {
        return Error{ErrorKind::kInternal, "jtv-ingest gave an answer of another version"};
    }
    file = *path;
    CheckedFile checked{
        *sha256, *size, *type, *kind, {}, {}, numberIn(*answer, "duration_ms"), text};
    if (const auto video = answer->find("video"); video != answer->end() && video->is_object()) {
        checked.width = numberIn(*video, "width");
        checked.height = numberIn(*video, "height");
    }
    return checked;
}

IngestJobs::IngestJobs(Assets& assets, store::BlobStore& blobs, IngestOptions options)
    : assets_(assets), blobs_(blobs), options_(std::move(options)),
      sandbox_(ingest::findSandbox(options_.service))
{
    if (!sandbox_) {
        kIngestLog.warning(
            "there is no ingest service and bubblewrap makes no sandbox here; uploads {}",
            options_.unsafe ? "are checked with jtv-ingest's own limits only"
                            : "are refused unless --unsafe-ingest is given");
    }
    wake();
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

IngestJobs::~IngestJobs()
{
    stopped_ = true;
    thread_.request_stop();
    wake();
    thread_.join();
}

void IngestJobs::run(const std::stop_token& stop)
{
    try {
        while (!stop.stop_requested()) {
            if (!mailbox_.wait(kForEver).empty()) {
                checkAll(stop);
            }
        }
    } catch (const std::exception& broken) {
        kIngestLog.error("checking uploads failed and the server restarts: {}", broken.what());
        std::abort();
    }
}

void IngestJobs::checkAll(const std::stop_token& stop)
{
    auto ids = assets_.toCheck();
    if (!ids) {
        kIngestLog.error("{}", ids.error().message);
        return;
    }
    for (const auto& id : *ids) {
        if (stop.stop_requested()) {
            return;
        }
        if (auto done = check(id); !done) {
            kIngestLog.error("checking {}: {}", id, done.error().message);
        }
        options_.changed();
    }
}

Status IngestJobs::check(const std::string& id)
{
    const auto output = options_.directory / id;
    std::error_code ignored;
    std::filesystem::remove_all(output, ignored);
    if (auto made = makeDirectory(output, 0700); !made) {
        return made;
    }
    auto checked = inspect(id, output);
    std::filesystem::remove_all(output, ignored);
    if (checked) {
        return assets_.accept(id, *checked);
    }
    // Neither a full disk, a missing program nor the end of the server is the file's fault: it
    // stays to be checked at next start.
    const auto kind = checked.error().kind;
    if (kind == ErrorKind::kFull || kind == ErrorKind::kNotFound ||
        kind == ErrorKind::kUnavailable) {
        return std::move(checked).error();
    }
    kIngestLog.warning("upload {} refused: {}", id, checked.error().message);
    return assets_.refuse(id, checked.error().message);
}

Result<CheckedFile> IngestJobs::inspect(const std::string& id, const std::filesystem::path& output)
{
    if (!sandbox_ && !options_.unsafe) {
        return Error{
            ErrorKind::kDenied,
            "this server cannot look into foreign files safely; ask IT to install bubblewrap or to "
            "start jtv-ingest.socket, then upload the file again"};
    }
    const ingest::Job job{
        options_.program, assets_.uploadOf(id), output, {"--measure"}, options_.limit};
    const auto answer = ingest::runJob(
        job, sandbox_, [](const std::string& /*progress*/) {}, stopped_);
    if (!answer) {
        return answer.error();
    }
    std::filesystem::path file;
    auto checked = readIngestAnswer(*answer, file);
    if (!checked) {
        return checked;
    }
    if (auto stored = blobs_.putFile(output / file.filename(), checked->sha256); !stored) {
        return std::move(stored).error();
    }
    return checked;
}

} // namespace jtv::library

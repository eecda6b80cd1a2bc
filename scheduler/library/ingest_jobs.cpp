// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The thread that checks uploads.
#include "scheduler/library/ingest_jobs.h"

#include "base/file.h"
#include "base/json/json.h"
#include "base/log.h"
#include "content/ingest/ingest_command.h"
#include "content/store/blob_store.h"
#include "scheduler/library/child_process.h"

#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr Log kIngestLog{"ingest"};
constexpr std::chrono::hours kForEver{1};

// The last line of what a program complained, without its name.
std::string lastSentence(const std::string& errors)
{
    auto text = errors.substr(0, errors.find_last_not_of(" \n") + 1);
    text = text.substr(text.rfind('\n') + 1);
    constexpr std::string_view kPrefix = "jtv-ingest: ";
    return text.starts_with(kPrefix) ? text.substr(kPrefix.size()) : text;
}

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
    CheckedFile checked{*sha256, *size, *type, *kind, {}, {}, numberIn(*answer, "duration_ms")};
    if (const auto video = answer->find("video"); video != answer->end() && video->is_object()) {
        checked.width = numberIn(*video, "width");
        checked.height = numberIn(*video, "height");
    }
    return checked;
}

IngestJobs::IngestJobs(Assets& assets, store::BlobStore& blobs, IngestOptions options)
    : assets_(assets), blobs_(blobs), options_(std::move(options)),
      bubblewrap_(ingest::findBubblewrap())
{
    if (!bubblewrap_) {
        kIngestLog.warning(
            "bubblewrap makes no sandbox here; uploads are checked with jtv-ingest's own limits");
    }
    wake();
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

IngestJobs::~IngestJobs()
{
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
    // A full disk or a missing program is not the file's fault: it stays to be checked at next
    // start.
    if (checked.error().kind == ErrorKind::kFull || checked.error().kind == ErrorKind::kNotFound) {
        return std::move(checked).error();
    }
    kIngestLog.warning("upload {} refused: {}", id, checked.error().message);
    return assets_.refuse(id, checked.error().message);
}

Result<CheckedFile> IngestJobs::inspect(const std::string& id, const std::filesystem::path& output)
{
    const ingest::Job job{options_.program, assets_.uploadOf(id), output};
    auto finished = runProcess(ingest::sandboxedCommand(job, bubblewrap_), options_.limit);
    if (!finished) {
        return std::move(finished).error();
    }
    if (finished->exitCode != 0) {
        auto reason = lastSentence(finished->errors);
        return Error{
            ErrorKind::kInvalid,
            reason.empty() ? "the file could not be read; save it anew and upload it again"
                           : reason};
    }
    std::filesystem::path file;
    auto checked = readIngestAnswer(finished->output, file);
    if (!checked) {
        return checked;
    }
    if (auto stored = blobs_.putFile(output / file.filename(), checked->sha256); !stored) {
        return std::move(stored).error();
    }
    return checked;
}

} // namespace jtv::library

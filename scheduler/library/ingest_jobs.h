// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Checks uploads one after the other, each in a process and a sandbox of its own: foreign bytes are
// never opened here.
#pragma once

#include "base/clock.h"
#include "base/mailbox.h"
#include "base/result.h"
#include "content/ingest/ingest_command.h"
#include "scheduler/library/assets.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace jtv::store {
class BlobStore;
}

namespace jtv::library {

struct IngestOptions {
    std::filesystem::path program;   // jtv-ingest
    std::filesystem::path directory; // for what it writes, one folder a job
    // The socket of the ingest service (systemd/jtv-ingest.socket); nobody there: bubblewrap.
    std::filesystem::path service = ingest::kIngestSocket;
    bool unsafe = false;                        // check files also where neither of them is
    Milliseconds limit = std::chrono::hours(4); // for one file
    std::function<void()> changed; // called on the thread of the jobs after each outcome
};

// What jtv-ingest prints. Errors: kInvalid.
Result<CheckedFile> readIngestAnswer(const std::string& json, std::filesystem::path& file);

// *thread-safe*. At start it takes up what was left unchecked. Where there is no sandbox, uploads
// are refused, unless the options say otherwise.
class IngestJobs {
public:
    IngestJobs(Assets& assets, store::BlobStore& blobs, IngestOptions options);
    IngestJobs(const IngestJobs&) = delete;
    IngestJobs& operator=(const IngestJobs&) = delete;
    ~IngestJobs();

    // Something is to be checked.
    void wake() { mailbox_.post({}); }

private:
    struct Wake {};
    void run(const std::stop_token& stop);
    void checkAll(const std::stop_token& stop);
    Status check(const std::string& id);
    Result<CheckedFile> inspect(const std::string& id, const std::filesystem::path& output);

    Assets& assets_;
    store::BlobStore& blobs_;
    IngestOptions options_;
    ingest::Sandbox sandbox_;
    std::atomic<bool> stopped_{false}; // ends the job that runs
    Mailbox<Wake> mailbox_;
    std::jthread thread_; // last: ends before what it uses
};

} // namespace jtv::library

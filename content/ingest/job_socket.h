// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How a job gets into a jtv-ingest that somebody else has started, systemd for instance
// (systemd/jtv-ingest@.service): over a stream socket of the Unix domain, one connection a job.
//   client → service  {"options": ["--board", "pi4"]} and a line feed; with its bytes go, by
//                     SCM_RIGHTS, the upload (open for reading) and the folder for the results
//   service → client  lines of JSON as on stdout: {"step": …, "progress": …}, the first at once;
//                     the last one is {"answer": {…}} or {"error": "one sentence"}
// The service needs no right to any path: who closes the connection before the last line ends the
// job.
#pragma once

#include "base/c_handle.h"
#include "base/result.h"
#include "content/ingest/ingest_command.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace jtv::ingest {

// The client's side of runJob(). The service may be another user: upload and output become open to
// everybody who gets at them, so the folders above them must be closed. Errors: kNotFound (there is
// no service), kInvalid with the job's sentence, kUnavailable (cancelled).
Result<std::string> handJob(
    const std::filesystem::path& service,
    const Job& job,
    const OnLine& onLine,
    const std::atomic<bool>& cancelled);

struct HandedJob {
    UniqueFd file;   // a regular file
    UniqueFd output; // a directory
    std::vector<std::string> options;
};

// The service's side. Blocks until the job is there. Errors: kInvalid, when what comes is no job.
Result<HandedJob> receiveJob(int socket);

} // namespace jtv::ingest

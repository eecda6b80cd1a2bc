// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How another program starts jtv-ingest: the command line with the sandbox round it. Links no
// GStreamer.
#pragma once

#include "base/result.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jtv::ingest {

struct Job {
    std::filesystem::path program; // jtv-ingest
    std::filesystem::path file;    // the upload; is read only
    std::filesystem::path output;  // an existing directory, the only one the job may write to
    std::vector<std::string> options = {}; // further ones of jtv-ingest
};

// The first bubblewrap in PATH that can make a sandbox here (user namespaces may be off); nullopt:
// none. Starts it once to find out: some 10 ms.
std::optional<std::filesystem::path> findBubblewrap();

// The argv of the job. With `bubblewrap`: no network, no home, own process ids, an own /tmp,
// everything read-only but the output directory. Without: the limits that jtv-ingest sets for
// itself remain.
std::vector<std::string>
sandboxedCommand(const Job& job, const std::optional<std::filesystem::path>& bubblewrap);

// Runs the job and gives the JSON object it ends with; `onLine` gets each line of JSON before. When
// `cancelled` becomes true the job is ended and nothing half is left in the output directory. Any
// one thread. Errors: kInvalid with the job's sentence, kUnavailable (cancelled), kInternal.
Result<std::string> runJob(
    const Job& job,
    const std::optional<std::filesystem::path>& bubblewrap,
    const std::function<void(const std::string&)>& onLine,
    const std::atomic<bool>& cancelled);

// Runs `program --inspect FILE` and gives the JSON object it prints. Any one thread; blocks until
// the job ends, which its own limits see to. Errors: kInvalid with the job's sentence, kInternal.
Result<std::string>
inspectInOwnProcess(const std::filesystem::path& program, const std::filesystem::path& file);

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How another program starts jtv-ingest: the command line with the sandbox round it. Links no
// GStreamer.
#pragma once

#include "base/clock.h"
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
    std::vector<std::string> options = {};       // further ones of jtv-ingest
    Milliseconds limit = std::chrono::hours(48); // of the whole job
};

// What holds a job. Neither: only the limits that jtv-ingest sets for itself.
struct Sandbox {
    std::filesystem::path service; // socket of jtv-ingest.socket; goes before the other
    std::optional<std::filesystem::path> bubblewrap;

    explicit operator bool() const { return !service.empty() || bubblewrap; }
};

inline constexpr const char* kIngestSocket = "/run/jtv-ingest.sock"; // systemd/jtv-ingest.socket

// The service at this socket when there is one, else bubblewrap when it can make a sandbox here.
Sandbox findSandbox(const std::filesystem::path& service = kIngestSocket);

// The first bubblewrap in PATH that can make a sandbox here (user namespaces may be off); nullopt:
// none. Starts it once to find out: some 10 ms.
std::optional<std::filesystem::path> findBubblewrap();

// The argv of the job. With `bubblewrap`: no network, no home, own process ids, an own /tmp,
// everything read-only but the output directory. Without: the limits that jtv-ingest sets for
// itself remain.
std::vector<std::string>
sandboxedCommand(const Job& job, const std::optional<std::filesystem::path>& bubblewrap);

using OnLine = std::function<void(const std::string&)>;

// Runs the job and gives the JSON object it ends with; `onLine` gets each line of JSON before. When
// `cancelled` becomes true the job is ended and nothing half is left in the output directory. Any
// one thread. Errors: kInvalid with the job's sentence, kNotFound (no program, no service),
// kUnavailable (cancelled).
Result<std::string> runJob(
    const Job& job,
    const Sandbox& sandbox,
    const OnLine& onLine,
    const std::atomic<bool>& cancelled);

// As it says them in one sentence each.
Error stoppedError();
Error tooMuchError();

// Runs `program --inspect FILE` and gives the JSON object it prints; with `measure` it decodes the
// whole of a film, too. Any one thread; blocks until the job ends, which its own limits see to.
// Errors: kInvalid with the job's sentence, kNotFound.
Result<std::string> inspectInOwnProcess(
    const std::filesystem::path& program, const std::filesystem::path& file, bool measure = false);

} // namespace jtv::ingest

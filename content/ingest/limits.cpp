// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Kernel limits of the process; they also hold for what GStreamer starts.
#include "content/ingest/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace jtv::ingest {
namespace {

constexpr rlim_t kMemory = rlim_t{4} << 30U;
constexpr rlim_t kOpenFiles = 256;

// Address sanitizers reserve terabytes of address space.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif

// Lowers a limit; one that is lower already stays.
void lower(int what, rlim_t to)
{
    // NOLINTNEXTLINE(google-runtime-int): the C library's type
    const auto resource = static_cast<__rlimit_resource>(what);
    rlimit limit{};
    if (::getrlimit(resource, &limit) == 0 && limit.rlim_max > to) {
        limit = {to, to};
        ::setrlimit(resource, &limit);
    }
}

} // namespace

void confine(const Limits& limits)
{
    lower(RLIMIT_CPU, static_cast<rlim_t>(limits.processor.count()));
    lower(RLIMIT_FSIZE, limits.bytes);
    lower(RLIMIT_NOFILE, kOpenFiles);
    lower(RLIMIT_CORE, 0);
    if (kLimitMemory) {
        lower(RLIMIT_AS, kMemory);
    }
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

} // namespace jtv::ingest

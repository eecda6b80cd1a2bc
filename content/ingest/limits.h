// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What an upload may be at most, and what its check may use of the machine.
#pragma once

#include <chrono>
#include <cstdint>

namespace jtv::ingest {

struct Limits {
    std::uint64_t bytes = std::uint64_t{4} << 30U;       // of a video
    std::uint64_t imageBytes = std::uint64_t{64} << 20U; // of a picture
    std::uint64_t pixels = std::uint64_t{8192} * 4320;   // width * height of a video's picture
    std::uint64_t imagePixels = 64'000'000;
    std::chrono::seconds duration = std::chrono::hours{4};
    std::chrono::seconds patience{30};   // for finding out what is inside
    std::chrono::seconds processor{120}; // of processor time, in all
};

// Sets the process's own limits: processor time, memory, size and number of files, no core file, no
// new privileges. Cannot be undone. Called by main() before the first foreign byte is read.
void confine(const Limits& limits);

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Takes place, names, cameras and titles out of MP4, QuickTime, Matroska and WebM files in place:
// their bytes become padding, all other bytes stay where they are.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::ingest {

// A run of bytes to be written over.
struct Patch {
    std::uint64_t offset = 0;
    std::uint64_t zeros = 0; // so many follow `bytes`
    std::string bytes;
    friend bool operator==(const Patch&, const Patch&) = default;
};

// Bytes of a file that may be anything: what is asked for beyond the end is left out.
class Bytes {
public:
    Bytes() = default;
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    virtual ~Bytes() = default;

    virtual std::uint64_t size() const = 0;
    virtual std::string read(std::uint64_t offset, std::size_t count) const = 0;
};

// What must be written over so that nothing personal is left; empty = there is nothing. Damaged
// structures are read as far as they make sense. Pure but for reading.
std::vector<Patch> scrubIso(const Bytes& file);      // MP4, QuickTime
std::vector<Patch> scrubMatroska(const Bytes& file); // Matroska, WebM

// Finds and writes over. True: something was. Errors: kInternal, kFull.
Result<bool> scrubFile(int fd, std::string_view container);

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Encoded pictures on disk as they come, so that a job that was cut off goes on where it was.
#pragma once

#include "base/c_handle.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace jtv::ingest {

// One encoded picture. Times in ns as the encoder gave them.
struct CodedPicture {
    std::uint64_t shown = 0;
    std::uint64_t decoded = 0;
    bool isKey = false;
    std::string bytes;
};

// What all pictures of a film share; written once, before the first.
struct CodedFormat {
    std::string caps;        // GStreamer's words for the stream
    std::uint64_t begin = 0; // the time that is 0 in the film, ns
    friend bool operator==(const CodedFormat&, const CodedFormat&) = default;
};

// *any one thread*. The file is ours alone; a half-written end is cut off, and so are the pictures
// after the last key picture, because the encoder that goes on begins with one.
class Journal {
public:
    // Opens or makes the file. Errors: kFull, kDenied, kNotFound.
    static Result<Journal> open(const std::filesystem::path& file);

    // Pictures that are kept, each shown for one step of the film's rate.
    std::int64_t pictures() const { return pictures_; }
    const std::optional<CodedFormat>& format() const { return format_; }

    // The first picture is a key picture. What came before a key picture is on the disk for good
    // when append() of it returns. Errors: kFull, kInternal.
    Status begin(const CodedFormat& format);
    Status append(const CodedPicture& picture);

    // All pictures in the order of decoding; stops at the first error of `use`.
    Status read(const std::function<Status(const CodedPicture&)>& use) const;

private:
    explicit Journal(std::filesystem::path path) : path_(std::move(path)) {}
    Status recover();
    Status write(char kind, const std::string& bytes);

    std::filesystem::path path_;
    UniqueFd fd_;
    std::optional<CodedFormat> format_;
    std::int64_t pictures_ = 0;
};

} // namespace jtv::ingest

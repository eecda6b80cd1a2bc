// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files are read whole with a limit, and replaced, never rewritten: a reader sees old or new.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jtv {

// The whole file. Errors: kNotFound, kDenied, kInvalid (larger than `limit` bytes, or a directory).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

// Temporary file beside it, fsync, rename, fsync of the directory. Errors: kFull, kDenied, kNotFound
// (the directory), kInternal. After an error the old file is whole.
Status replaceFile(const std::filesystem::path& path, std::string_view bytes, mode_t mode = 0644);

// fsync of a directory, after renames in it.
Status syncDirectory(const std::filesystem::path& directory);

// Makes the directory and its parents. Errors as above.
Status makeDirectory(const std::filesystem::path& path, mode_t mode = 0755);

// A plain sentence for an errno value, with the fix for a full disk or a missing right.
Error fileError(int error, std::string_view doing, const std::filesystem::path& path);

}  // namespace jtv

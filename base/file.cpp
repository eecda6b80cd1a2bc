// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whole-file reading and atomic replacement.
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/c_handle.h"

namespace jtv {
namespace {

ErrorKind kindOf(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR: return ErrorKind::kNotFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorKind::kDenied;
    case ENOSPC:
    case EDQUOT: return ErrorKind::kFull;
    case EISDIR:
    case ENAMETOOLONG: return ErrorKind::kInvalid;
    default: return ErrorKind::kInternal;
    }
}

std::string reasonFor(int error) {
    switch (error) {
    case ENOENT: return "there is no such file; check the path";
    case ENOTDIR: return "a part of the path is a file, not a folder";
    case EACCES:
    case EPERM: return "this user may not do that; check the owner and rights of the file";
    case EROFS: return "the file system is mounted read-only";
    case ENOSPC: return "the disk is full; free some space and try again";
    case EDQUOT: return "the quota of this user is used up; free some space and try again";
    case EISDIR: return "this is a folder, not a file";
    default: return std::generic_category().message(error);
    }
}

Status writeAll(int fd, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return fileError(errno, "writing", path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

}  // namespace

Error fileError(int error, std::string_view doing, const std::filesystem::path& path) {
    return Error{kindOf(error), fmt::format("{} {}: {}", doing, path.string(), reasonFor(error))};
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) {
        return fileError(errno, "reading", path);
    }
    std::string bytes;
    char block[65536];
    while (true) {
        const auto count = ::read(fd.get(), block, sizeof block);
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            return fileError(errno, "reading", path);
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(block, static_cast<std::size_t>(count));
        if (bytes.size() > limit) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("reading {}: the file is larger than the {} bytes allowed here",
                            path.string(),
                            limit)};
        }
    }
}

Status replaceFile(const std::filesystem::path& path, std::string_view bytes, mode_t mode) {
    static std::atomic<unsigned> counter{0};
    const auto temporary = path.parent_path() / fmt::format(".{}.{}.{}.tmp",
                                                            path.filename().string(),
                                                            ::getpid(),
                                                            counter.fetch_add(1));
    const UniqueFd fd(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!fd) {
        return fileError(errno, "writing", path);
    }
    auto status = writeAll(fd.get(), bytes, path);
    if (status && ::fsync(fd.get()) != 0) {
        status = fileError(errno, "writing", path);
    }
    if (status && ::rename(temporary.c_str(), path.c_str()) != 0) {
        status = fileError(errno, "replacing", path);
    }
    if (!status) {
        ::unlink(temporary.c_str());
        return status;
    }
    const auto directory = path.has_parent_path() ? path.parent_path() : ".";
    return syncDirectory(directory);
}

Status syncDirectory(const std::filesystem::path& directory) {
    const UniqueFd fd(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd || ::fsync(fd.get()) != 0) {
        return fileError(errno, "writing to", directory);
    }
    return Done{};
}

Status makeDirectory(const std::filesystem::path& path, mode_t mode) {
    if (path.empty()) {
        return Done{};
    }
    if (::mkdir(path.c_str(), mode) == 0) {
        return Done{};
    }
    if (errno == EEXIST) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) {
            return Done{};
        }
        return fileError(ENOTDIR, "making the folder", path);
    }
    if (errno == ENOENT && path.has_parent_path() && path.parent_path() != path) {
        if (auto parent = makeDirectory(path.parent_path(), mode); !parent) {
            return parent;
        }
        if (::mkdir(path.c_str(), mode) == 0 || errno == EEXIST) {
            return Done{};
        }
    }
    return fileError(errno, "making the folder", path);
}

}  // namespace jtv

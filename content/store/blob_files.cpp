// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The steps that make a file of the store appear whole or not at all.
#include "content/store/blob_files.h"

#include "base/c_handle.h"
#include "base/crypto/crypto.h"
#include "base/file.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace jtv::store {
namespace fs = std::filesystem;

Stamp stampOf(const struct stat& status)
{
    return {
        static_cast<std::uint64_t>(status.st_size),
        status.st_ino,
        status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec};
}

Status writeAll(int fd, std::string_view bytes, const fs::path& file)
{
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return fileError(errno, "writing", file);
        }
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    return Done{};
}

fs::path BlobStore::State::pathOf(std::string_view sha256) const
{
    return blobs / "sha256" / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

fs::path BlobStore::State::partialOf(std::string_view sha256) const
{
    return blobs / "tmp" / (std::string(sha256) + ".part");
}

Result<std::uint64_t> BlobStore::State::lockedUsed()
{
    {
        const std::lock_guard lock(mutex);
        if (used) {
            return *used;
        }
    }
    std::uint64_t sum = 0;
    std::error_code fault;
    for (fs::recursive_directory_iterator file(blobs / "sha256", fault), end; file != end && !fault;
         file.increment(fault)) {
        std::error_code gone; // another process may sweep meanwhile
        if (file->is_regular_file(gone)) {
            const auto size = file->file_size(gone);
            sum += gone ? 0 : size;
        }
    }
    if (fault) {
        return fileError(fault.value(), "counting the files in", blobs);
    }
    const std::lock_guard lock(mutex);
    used = sum;
    return sum;
}

Status BlobStore::State::makeRoom(std::uint64_t bytes)
{
    struct statvfs disk {};
    if (::statvfs(blobs.c_str(), &disk) != 0) {
        return fileError(errno, "looking at the free space of", blobs);
    }
    const auto free = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    if (free < limits.reserve || free - limits.reserve < bytes) {
        return Error{
            ErrorKind::kFull,
            fmt::format(
                "the disk with {} is full: {} MB are needed and {} MB are free; free some space "
                "and try again",
                blobs.string(),
                (bytes + limits.reserve) / 1'000'000,
                free / 1'000'000)};
    }
    if (limits.quota == 0) {
        return Done{};
    }
    const auto taken = lockedUsed();
    if (!taken) {
        return taken.error();
    }
    if (*taken > limits.quota || limits.quota - *taken < bytes) {
        return Error{
            ErrorKind::kFull,
            fmt::format(
                "the store has used {} of its {} MB; delete files that are no longer shown",
                *taken / 1'000'000,
                limits.quota / 1'000'000)};
    }
    return Done{};
}

Status BlobStore::State::admit(const fs::path& file, const std::string& hash)
{
    const auto target = pathOf(hash);
    struct stat old {};
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    if (auto made = makeDirectory(target.parent_path()); !made) {
        return made;
    }
    if (::rename(file.c_str(), target.c_str()) != 0) {
        return fileError(errno, "moving to its place", target);
    }
    // The new folders' entries must be on the disk before the file counts as stored.
    for (auto folder = target.parent_path(); folder != blobs; folder = folder.parent_path()) {
        if (auto synced = syncDirectory(folder); !synced) {
            return synced;
        }
    }
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) {
        return fileError(errno, "looking at", target);
    }
    const std::lock_guard lock(mutex);
    verified[hash] = stampOf(status);
    if (used) {
        *used += static_cast<std::uint64_t>(status.st_size);
        *used -= replaces ? static_cast<std::uint64_t>(old.st_size) : 0;
    }
    return Done{};
}

Status BlobStore::State::check(const std::string& sha256)
{
    const auto path = pathOf(sha256);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return fileError(errno, "reading", path);
    }
    {
        const std::lock_guard lock(mutex);
        const auto known = verified.find(sha256);
        if (known != verified.end() && known->second == stampOf(status)) {
            return Done{};
        }
    }
    const auto hash = crypto::sha256HexOfFile(path);
    if (!hash) {
        return hash.error();
    }
    if (*hash == sha256) {
        const std::lock_guard lock(mutex);
        verified[sha256] = stampOf(status);
        return Done{};
    }
    ::unlink(path.c_str());
    forget(sha256);
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the file {} was damaged on the disk; it is removed and must be fetched again",
            sha256)};
}

void BlobStore::State::forget(const std::string& sha256)
{
    const std::lock_guard lock(mutex);
    verified.erase(sha256);
    used.reset();
}

} // namespace jtv::store

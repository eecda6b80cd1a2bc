// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Downloads that survive a restart: DIR/blobs/tmp/<sha256>.part.
#include "base/file.h"
#include "content/store/blob_files.h"
#include "content/store/blob_store.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace jtv::store {
namespace {

// Reads what is there into the hash; a part longer than the asset is of no use.
Result<std::uint64_t> readPart(int fd, crypto::Sha256& hash, std::uint64_t limit)
{
    std::vector<char> block(std::size_t{1} << 18U);
    std::uint64_t size = 0;
    while (true) {
        const auto count = ::read(fd, block.data(), block.size());
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "reading", "an unfinished download");
        }
        if (count == 0) {
            return size;
        }
        if (count > 0) {
            size += static_cast<std::uint64_t>(count);
            hash.update({block.data(), static_cast<std::size_t>(count)});
        }
        if (size > limit) {
            return size;
        }
    }
}

} // namespace

Result<Partial> BlobStore::resume(const model::Asset& asset)
{
    if (!model::isSha256(asset.sha256)) {
        return Error{ErrorKind::kInvalid, fmt::format("\"{}\" is no SHA-256", asset.sha256)};
    }
    const auto path = state_->partialOf(asset.sha256);
    UniqueFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!fd) {
        return fileError(errno, "writing", path);
    }
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        return Error{
            ErrorKind::kUnavailable,
            fmt::format("the file {} is being fetched already; wait for it", asset.sha256)};
    }
    Partial partial(state_, asset, std::move(fd));
    auto there = readPart(partial.fd_.get(), partial.hash_, asset.size);
    if (!there) {
        return std::move(there).error();
    }
    if (*there > asset.size) {
        if (auto status = partial.restart(); !status) {
            return std::move(status).error();
        }
        there = 0;
    }
    partial.offset_ = *there;
    if (auto room = state_->makeRoom(asset.size - *there); !room) {
        return std::move(room).error();
    }
    return partial;
}

Partial::Partial(std::shared_ptr<BlobStore::State> store, model::Asset asset, UniqueFd fd)
    : store_(std::move(store)), asset_(std::move(asset)), fd_(std::move(fd))
{}

Status Partial::append(std::string_view bytes)
{
    if (bytes.size() > asset_.size - offset_) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the file {} is longer than its {} bytes", asset_.sha256, asset_.size)};
    }
    if (auto status = writeAll(fd_.get(), bytes, store_->partialOf(asset_.sha256)); !status) {
        // What was written of these bytes does not count; the next resume() must not see it.
        const auto end = static_cast<off_t>(offset_);
        if (::ftruncate(fd_.get(), end) != 0 || ::lseek(fd_.get(), end, SEEK_SET) != end) {
            ::unlink(store_->partialOf(asset_.sha256).c_str());
        }
        return status;
    }
    hash_.update(bytes);
    offset_ += bytes.size();
    return Done{};
}

Status Partial::restart()
{
    hash_ = crypto::Sha256();
    offset_ = 0;
    if (::ftruncate(fd_.get(), 0) != 0 || ::lseek(fd_.get(), 0, SEEK_SET) != 0) {
        return fileError(errno, "writing", store_->partialOf(asset_.sha256));
    }
    return Done{};
}

Status Partial::finish()
{
    const auto path = store_->partialOf(asset_.sha256);
    if (offset_ != asset_.size) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the file {} has {} of {} bytes; fetch the rest",
                asset_.sha256,
                offset_,
                asset_.size)};
    }
    if (const auto hash = hash_.finishHex(); hash != asset_.sha256) {
        if (auto status = restart(); !status) {
            return status;
        }
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "what was fetched has the SHA-256 {} and not {}; it is fetched again",
                hash,
                asset_.sha256)};
    }
    if (::fsync(fd_.get()) != 0) {
        return fileError(errno, "writing", path);
    }
    return store_->admit(path, asset_.sha256);
}

} // namespace jtv::store

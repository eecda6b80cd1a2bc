// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The store as others see it.
#include "content/store/blob_store.h"

#include "base/crypto/crypto.h"
#include "base/file.h"
#include "content/store/blob_files.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <vector>

namespace jtv::store {
namespace fs = std::filesystem;
namespace {

Error notThere(std::string_view sha256)
{
    return Error{ErrorKind::kNotFound, fmt::format("there is no file {} in the store", sha256)};
}

Error wrongHash(std::string_view hash, std::string_view expected)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the bytes have the SHA-256 {} and not {}; transfer the file again", hash, expected)};
}

// A temporary file that is gone unless it was moved.
class Temporary {
public:
    explicit Temporary(const fs::path& directory)
    {
        static std::atomic<unsigned> counter{0};
        path_ = directory / fmt::format("{}-{}.new", ::getpid(), counter.fetch_add(1));
        ::unlink(path_.c_str()); // of a process that had this number before a crash
        fd_.reset(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
        error_ = errno;
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    Temporary(Temporary&&) = delete;
    Temporary& operator=(Temporary&&) = delete;
    ~Temporary() { ::unlink(path_.c_str()); }

    const fs::path& path() const { return path_; }
    int fd() const { return fd_.get(); }
    Status opened() const
    {
        return fd_ ? Status(Done{}) : Status(fileError(error_, "writing", path_));
    }
    Status sync() const
    {
        return ::fsync(fd_.get()) == 0 ? Status(Done{})
                                       : Status(fileError(errno, "writing", path_));
    }

private:
    fs::path path_;
    UniqueFd fd_;
    int error_ = 0;
};

// Copies to `to` and gives the hash of what was copied.
Result<std::string> copyHashed(int from, const Temporary& to, const fs::path& source)
{
    crypto::Sha256 hash;
    std::vector<char> block(std::size_t{1} << 18U);
    while (true) {
        const auto count = ::read(from, block.data(), block.size());
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "reading", source);
        }
        if (count == 0) {
            return hash.finishHex();
        }
        if (count > 0) {
            const std::string_view bytes(block.data(), static_cast<std::size_t>(count));
            hash.update(bytes);
            if (auto written = writeAll(to.fd(), bytes, to.path()); !written) {
                return std::move(written).error();
            }
        }
    }
}

} // namespace

BlobStore::BlobStore(std::shared_ptr<State> state) : state_(std::move(state)) {}
BlobStore::BlobStore(BlobStore&&) noexcept = default;
BlobStore& BlobStore::operator=(BlobStore&&) noexcept = default;
BlobStore::~BlobStore() = default;

Result<BlobStore> BlobStore::open(const fs::path& directory, Limits limits)
{
    auto state = std::make_shared<State>();
    state->blobs = directory / "blobs";
    state->limits = limits;
    for (const auto* part : {"sha256", "tmp"}) {
        if (auto made = makeDirectory(state->blobs / part); !made) {
            return std::move(made).error();
        }
    }
    return BlobStore(std::move(state));
}

fs::path BlobStore::pathOf(std::string_view sha256) const
{
    return state_->pathOf(sha256);
}

bool BlobStore::has(std::string_view sha256) const
{
    struct stat status {};
    return model::isSha256(sha256) && ::stat(pathOf(sha256).c_str(), &status) == 0;
}

Result<fs::path> BlobStore::find(std::string_view sha256) const
{
    if (!has(sha256)) {
        return notThere(sha256);
    }
    return pathOf(sha256);
}

Result<std::string> BlobStore::put(std::string_view bytes)
{
    auto hash = crypto::sha256Hex(bytes);
    if (has(hash) && state_->check(hash)) {
        return hash;
    }
    if (auto room = state_->makeRoom(bytes.size()); !room) {
        return std::move(room).error();
    }
    const Temporary file(state_->blobs / "tmp");
    auto status = file.opened();
    if (status) {
        status = writeAll(file.fd(), bytes, file.path());
    }
    if (status) {
        status = file.sync();
    }
    if (status) {
        status = state_->admit(file.path(), hash);
    }
    if (!status) {
        return std::move(status).error();
    }
    return hash;
}

Result<std::string> BlobStore::putFile(const fs::path& file, std::string_view expected)
{
    const UniqueFd from(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!from || ::fstat(from.get(), &status) != 0) {
        return fileError(errno, "reading", file);
    }
    if (auto room = state_->makeRoom(static_cast<std::uint64_t>(status.st_size)); !room) {
        return std::move(room).error();
    }
    const Temporary copy(state_->blobs / "tmp");
    if (auto opened = copy.opened(); !opened) {
        return std::move(opened).error();
    }
    auto hash = copyHashed(from.get(), copy, file);
    if (!hash) {
        return hash;
    }
    if (!expected.empty() && *hash != expected) {
        return wrongHash(*hash, expected);
    }
    auto stored = copy.sync();
    if (stored) {
        stored = state_->admit(copy.path(), *hash);
    }
    if (!stored) {
        return std::move(stored).error();
    }
    return hash;
}

Status BlobStore::verify(const model::Asset& asset, Depth depth) const
{
    struct stat status {};
    if (!model::isSha256(asset.sha256) || ::stat(pathOf(asset.sha256).c_str(), &status) != 0) {
        return notThere(asset.sha256);
    }
    if (depth == Depth::kFull) {
        if (auto whole = state_->check(asset.sha256); !whole) {
            return whole;
        }
    }
    if (static_cast<std::uint64_t>(status.st_size) != asset.size) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the file {} has {} bytes and not the {} of the plan",
                asset.sha256,
                status.st_size,
                asset.size)};
    }
    return Done{};
}

Result<std::uint64_t> BlobStore::used() const
{
    return state_->lockedUsed();
}

Result<Sweep>
BlobStore::sweep(const std::set<std::string>& keep, std::chrono::seconds grace, WallTime now)
{
    const auto before = std::chrono::floor<std::chrono::seconds>(now - grace).time_since_epoch();
    Sweep swept;
    std::error_code fault;
    for (fs::recursive_directory_iterator file(state_->blobs, fault), end; file != end && !fault;
         file.increment(fault)) {
        const auto name = file->path().filename().string();
        struct stat status {};
        if (::lstat(file->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
            keep.contains(name) || status.st_mtim.tv_sec > before.count()) {
            continue;
        }
        if (::unlink(file->path().c_str()) == 0) {
            ++swept.removed;
            swept.freed += static_cast<std::uint64_t>(status.st_size);
            state_->forget(name);
        }
    }
    if (fault) {
        return fileError(fault.value(), "sweeping", state_->blobs);
    }
    return swept;
}

} // namespace jtv::store

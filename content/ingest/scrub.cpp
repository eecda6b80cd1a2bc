// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The file's bytes in, the patches out to the same file.
#include "content/ingest/scrub.h"

#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace jtv::ingest {
namespace {

class FileBytes final : public Bytes {
public:
    explicit FileBytes(int fd) : fd_(fd)
    {
        struct stat status {};
        size_ = ::fstat(fd, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

    std::uint64_t size() const override { return size_; }

    std::string read(std::uint64_t offset, std::size_t count) const override
    {
        std::string bytes(count, '\0');
        const auto got = ::pread(fd_, bytes.data(), count, static_cast<off_t>(offset));
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }

private:
    int fd_;
    std::uint64_t size_ = 0;
};

Status write(int fd, std::uint64_t offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "writing", "the copy");
        }
        const auto done = count > 0 ? static_cast<std::size_t>(count) : 0;
        bytes.remove_prefix(done);
        offset += done;
    }
    return Done{};
}

Status apply(int fd, const Patch& patch)
{
    if (auto written = write(fd, patch.offset, patch.bytes); !written) {
        return written;
    }
    const std::string zeros(std::size_t{1} << 16U, '\0');
    auto offset = patch.offset + patch.bytes.size();
    for (auto left = patch.zeros; left > 0;) {
        const auto count = std::min<std::uint64_t>(left, zeros.size());
        if (auto written = write(fd, offset, std::string_view(zeros).substr(0, count)); !written) {
            return written;
        }
        offset += count;
        left -= count;
    }
    return Done{};
}

} // namespace

Result<bool> scrubFile(int fd, std::string_view container)
{
    const FileBytes bytes(fd);
    const bool matroska = container == "matroska" || container == "webm";
    const auto patches = matroska ? scrubMatroska(bytes) : scrubIso(bytes);
    for (const auto& patch : patches) {
        if (auto applied = apply(fd, patch); !applied) {
            return std::move(applied).error();
        }
    }
    return !patches.empty();
}

} // namespace jtv::ingest

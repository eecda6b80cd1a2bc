// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Assets in the database, uploads on disk.
#include "scheduler/library/assets.h"

#include "base/c_handle.h"
#include "base/file.h"
#include "content/model/language_tag.h"
#include "scheduler/library/playlists.h"
#include "scheduler/storage/key.h"
#include "scheduler/storage/words.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr std::size_t kBlock = 262'144;                    // bytes written at a time
constexpr std::int64_t kReserve = std::int64_t{256} << 20; // bytes that stay free

constexpr std::string_view kAssetColumns = "SELECT id, name, type, kind, state, reason, sha256, "
                                           "size, width, height, duration_ms, created, "
                                           "captions_in_picture FROM assets ";

Asset assetFrom(const storage::Row& row)
{
    return {
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.optionalText(6),
        row.integer(7),
        row.optionalInteger(8),
        row.optionalInteger(9),
        row.optionalInteger(10),
        row.integer(11),
        storage::splitWords(row.text(12))};
}

Error noSuchAsset()
{
    return {ErrorKind::kNotFound, "there is no such file in the library; reload the list"};
}

Error otherOffset(std::int64_t offset)
{
    return {
        ErrorKind::kExists,
        fmt::format("the upload goes on at byte {}; ask for it with HEAD", offset)};
}

std::int64_t freeBytes(const std::filesystem::path& directory)
{
    struct statvfs found {};
    if (::statvfs(directory.c_str(), &found) != 0) {
        return 0;
    }
    return static_cast<std::int64_t>(found.f_bavail * found.f_frsize);
}

Status writeAll(int fd, std::string_view bytes, const std::filesystem::path& path)
{
    while (!bytes.empty()) {
        const auto count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "writing", path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return Done{};
}

} // namespace

// One upload is written by one request at a time.
class Assets::Busy {
public:
    Busy(Assets& assets, std::string id) : assets_(assets), id_(std::move(id))
    {
        const std::lock_guard lock(assets_.mutex_);
        mine_ = assets_.busy_.insert(id_).second;
    }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy()
    {
        if (mine_) {
            const std::lock_guard lock(assets_.mutex_);
            assets_.busy_.erase(id_);
        }
    }
    explicit operator bool() const { return mine_; }

private:
    Assets& assets_;
    std::string id_;
    bool mine_ = false;
};

Assets::Assets(storage::Database& database, const std::filesystem::path& data, const Clock& clock)
    : database_(database), uploads_(data / "uploads"), clock_(clock)
{
    if (auto made = makeDirectory(uploads_, 0700); !made) {
        throw std::runtime_error(made.error().message);
    }
}

std::filesystem::path Assets::uploadOf(const std::string& id) const
{
    return uploads_ / (id + ".part");
}

Result<Asset> Assets::create(
    const std::string& name,
    const std::string& type,
    std::int64_t length,
    const storage::Author& author)
{
    if (length <= 0 || length > kLargestUpload) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the file must have 1 to {} bytes; make the video shorter", kLargestUpload)};
    }
    if (freeBytes(uploads_) < length + kReserve) {
        return Error{
            ErrorKind::kFull,
            "the disk of the server has no room for this file; delete files that are not needed"};
    }
    Asset asset;
    asset.id = storage::newKey();
    asset.name = name.empty() ? "unnamed" : name.substr(0, 255);
    asset.type = type.substr(0, 127);
    asset.state = "uploading";
    asset.size = length;
    asset.created = storage::toStored(clock_.wall());
    const UniqueFd file(
        ::open(uploadOf(asset.id).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file) {
        return fileError(errno, "writing", uploadOf(asset.id));
    }
    if (auto synced = syncDirectory(uploads_); !synced) {
        return std::move(synced).error();
    }
    return database_.write([&](storage::Tx& tx) -> Result<Asset> {
        auto made = tx.execute(
            "INSERT INTO assets (id, name, type, kind, state, size, created) VALUES (?, ?, ?, '', "
            "?, ?, ?)",
            {asset.id, asset.name, asset.type, asset.state, asset.size, asset.created});
        if (!made) {
            return std::move(made).error();
        }
        if (auto noted = storage::record(tx, author, "asset.upload", asset.id, clock_.wall());
            !noted) {
            return std::move(noted).error();
        }
        return asset;
    });
}

Result<std::vector<Asset>> Assets::list() const
{
    auto rows = database_.read(std::string(kAssetColumns) + "ORDER BY created DESC, id");
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<Asset> assets;
    std::transform(rows->begin(), rows->end(), std::back_inserter(assets), assetFrom);
    return assets;
}

Result<Asset> Assets::find(const std::string& id) const
{
    auto rows = database_.read(std::string(kAssetColumns) + "WHERE id = ?", {id});
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->empty()) {
        return noSuchAsset();
    }
    return assetFrom(rows->front());
}

Result<std::int64_t> Assets::offset(const Asset& asset) const
{
    if (asset.state != "uploading") {
        return asset.size;
    }
    struct stat found {};
    if (::stat(uploadOf(asset.id).c_str(), &found) != 0) {
        return fileError(errno, "reading", uploadOf(asset.id));
    }
    return found.st_size;
}

Result<std::int64_t>
Assets::append(const std::string& id, std::int64_t offset, const ByteSource& source)
{
    const Busy busy(*this, id);
    auto asset = find(id);
    if (!asset) {
        return std::move(asset).error();
    }
    auto here = this->offset(*asset);
    if (!here) {
        return here;
    }
    if (!busy) {
        return Error{
            ErrorKind::kExists, "another connection uploads this file just now; try again soon"};
    }
    if (asset->state != "uploading" || offset != *here) {
        return otherOffset(*here);
    }
    auto now = write(*asset, offset, source);
    if (!now || *now < asset->size) {
        return now;
    }
    auto done = database_.change("UPDATE assets SET state = 'checking' WHERE id = ?", {id});
    if (!done) {
        return std::move(done).error();
    }
    return now;
}

Result<std::int64_t>
Assets::write(const Asset& asset, std::int64_t offset, const ByteSource& source)
{
    const auto path = uploadOf(asset.id);
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (!file) {
        return fileError(errno, "writing", path);
    }
    std::string block(kBlock, '\0');
    Status written = Done{};
    while (written) {
        const auto count = source(block);
        if (count == 0) {
            break;
        }
        if (offset + static_cast<std::int64_t>(count) > asset.size) {
            return Error{
                ErrorKind::kInvalid, "more bytes came than Upload-Length said; upload it anew"};
        }
        written = writeAll(file.get(), {block.data(), count}, path);
        offset += static_cast<std::int64_t>(count);
    }
    if (!written) {
        return std::move(written).error();
    }
    if (::fdatasync(file.get()) != 0) {
        return fileError(errno, "writing", path);
    }
    return offset;
}

Status Assets::remove(const std::string& id, const storage::Author& author)
{
    auto removed = database_.write([&](storage::Tx& tx) -> Status {
        if (auto unused = checkUnused(tx, "file", id); !unused) {
            return unused;
        }
        auto gone = tx.execute("DELETE FROM assets WHERE id = ?", {id});
        if (!gone) {
            return std::move(gone).error();
        }
        if (*gone == 0) {
            return noSuchAsset();
        }
        return storage::record(tx, author, "asset.delete", id, clock_.wall());
    });
    if (removed) {
        ::unlink(uploadOf(id).c_str());
    }
    return removed;
}

Status Assets::setCaptionsInPicture(
    const std::string& id, const std::vector<std::string>& languages, const storage::Author& author)
{
    if (!std::all_of(languages.begin(), languages.end(), model::isLanguageTag)) {
        return Error{ErrorKind::kInvalid, "name the languages of the captions as de, en or pt-BR"};
    }
    return database_.write([&](storage::Tx& tx) -> Status {
        auto changed = tx.execute(
            "UPDATE assets SET captions_in_picture = ? WHERE id = ? AND kind = 'video'",
            {storage::joinWords(languages), id});
        if (!changed) {
            return std::move(changed).error();
        }
        if (*changed == 0) {
            return Error{
                ErrorKind::kNotFound, "there is no such video in the library; reload the list"};
        }
        return storage::record(tx, author, "asset.captions", id, clock_.wall());
    });
}

Result<std::vector<std::string>> Assets::toCheck() const
{
    auto rows =
        database_.read("SELECT id FROM assets WHERE state = 'checking' ORDER BY created, id");
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<std::string> ids;
    for (const auto& row : *rows) {
        ids.push_back(row.text(0));
    }
    return ids;
}

Status Assets::accept(const std::string& id, const CheckedFile& file)
{
    auto done = database_.change(
        "UPDATE assets SET state = 'ready', reason = NULL, sha256 = ?, size = ?, type = ?, kind = "
        "?, "
        "width = ?, height = ?, duration_ms = ?, facts = ? WHERE id = ? AND state = 'checking'",
        {file.sha256,
         file.size,
         file.type,
         file.kind,
         file.width,
         file.height,
         file.durationMs,
         file.facts,
         id});
    if (!done) {
        return std::move(done).error();
    }
    ::unlink(uploadOf(id).c_str());
    return Done{};
}

Status Assets::refuse(const std::string& id, const std::string& reason)
{
    auto done = database_.change(
        "UPDATE assets SET state = 'refused', reason = ? WHERE id = ? AND state = 'checking'",
        {reason, id});
    if (!done) {
        return std::move(done).error();
    }
    ::unlink(uploadOf(id).c_str());
    return Done{};
}

} // namespace jtv::library

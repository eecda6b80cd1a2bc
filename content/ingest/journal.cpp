// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Records of a kind, a length, a check sum and bytes, in the byte order of the machine.
#include "content/ingest/journal.h"

#include "base/file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace jtv::ingest {
namespace {

constexpr char kFormat = 'F';
constexpr char kPicture = 'P';
constexpr std::size_t kHead = 13; // kind, length, check sum
constexpr std::uint32_t kLongestRecord = 64U << 20U;

// FNV-1a: against blocks that never reached the disk, not against people.
std::uint64_t checkSum(std::string_view bytes)
{
    std::uint64_t sum = 14695981039346656037ULL;
    for (const char byte : bytes) {
        sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    return sum;
}

template <typename T>
void put(std::string& text, T value)
{
    std::array<char, sizeof value> raw{};
    std::memcpy(raw.data(), &value, sizeof value);
    text.append(raw.data(), raw.size());
}

template <typename T>
T take(std::string_view& text)
{
    T value{};
    if (text.size() >= sizeof value) {
        std::memcpy(&value, text.data(), sizeof value);
        text.remove_prefix(sizeof value);
    }
    return value;
}

struct Record {
    char kind = 0;
    std::string bytes;
};

bool readExactly(int fd, char* to, std::size_t count, std::int64_t at)
{
    while (count > 0) {
        const auto got = ::pread(fd, to, count, at);
        if (got <= 0) {
            return false;
        }
        to += got;
        at += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

// The record at `at`, which is moved behind it; nullopt at the end and at what is damaged.
std::optional<Record> readRecord(int fd, std::int64_t& at)
{
    std::array<char, kHead> raw{};
    if (!readExactly(fd, raw.data(), raw.size(), at)) {
        return std::nullopt;
    }
    std::string_view head(raw.data(), raw.size());
    Record record{take<char>(head), {}};
    const auto length = take<std::uint32_t>(head);
    const auto sum = take<std::uint64_t>(head);
    if (length > kLongestRecord) {
        return std::nullopt;
    }
    record.bytes.resize(length);
    if (!readExactly(fd, record.bytes.data(), length, at + static_cast<std::int64_t>(kHead)) ||
        checkSum(record.bytes) != sum) {
        return std::nullopt;
    }
    at += static_cast<std::int64_t>(kHead + length);
    return record;
}

CodedPicture pictureIn(const Record& record)
{
    std::string_view rest(record.bytes);
    CodedPicture picture;
    picture.shown = take<std::uint64_t>(rest);
    picture.decoded = take<std::uint64_t>(rest);
    picture.isKey = take<char>(rest) != 0;
    picture.bytes = rest;
    return picture;
}

} // namespace

Result<Journal> Journal::open(const std::filesystem::path& file)
{
    Journal journal(file);
    journal.fd_.reset(::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!journal.fd_) {
        return fileError(errno, "writing", file);
    }
    if (auto recovered = journal.recover(); !recovered) {
        return std::move(recovered).error();
    }
    return journal;
}

Status Journal::recover()
{
    std::int64_t at = 0;
    std::int64_t keep = 0; // up to the last key picture
    std::int64_t seen = 0;
    while (auto record = readRecord(fd_.get(), at)) {
        if (record->kind == kFormat) {
            std::string_view rest(record->bytes);
            const auto begin = take<std::uint64_t>(rest);
            format_ = CodedFormat{std::string(rest), begin};
            keep = at;
            continue;
        }
        const auto length = static_cast<std::int64_t>(kHead + record->bytes.size());
        if (pictureIn(*record).isKey) {
            keep = at - length;
            pictures_ = seen;
        }
        ++seen;
    }
    return ::ftruncate(fd_.get(), keep) == 0 ? Status(Done{})
                                             : Status(fileError(errno, "writing", path_));
}

Status Journal::write(char kind, const std::string& bytes)
{
    std::string text;
    put(text, kind);
    put(text, static_cast<std::uint32_t>(bytes.size()));
    put(text, checkSum(bytes));
    text += bytes;
    std::string_view rest(text);
    while (!rest.empty()) {
        const auto written = ::write(fd_.get(), rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            return fileError(errno, "writing", path_);
        }
        rest.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return Done{};
}

Status Journal::begin(const CodedFormat& format)
{
    std::string bytes;
    put(bytes, format.begin);
    format_ = format;
    return write(kFormat, bytes + format.caps);
}

Status Journal::append(const CodedPicture& picture)
{
    if (picture.isKey && ::fdatasync(fd_.get()) != 0) {
        return fileError(errno, "writing", path_);
    }
    std::string bytes;
    put(bytes, picture.shown);
    put(bytes, picture.decoded);
    put(bytes, static_cast<char>(picture.isKey ? 1 : 0));
    ++pictures_;
    return write(kPicture, bytes + picture.bytes);
}

Status Journal::read(const std::function<Status(const CodedPicture&)>& use) const
{
    std::int64_t at = 0;
    while (const auto record = readRecord(fd_.get(), at)) {
        if (record->kind != kPicture) {
            continue;
        }
        if (auto used = use(pictureIn(*record)); !used) {
            return used;
        }
    }
    return Done{};
}

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files over HTTP.
#include "scheduler/http/file_answer.h"

#include "base/c_handle.h"
#include "scheduler/http/byte_range.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdexcept>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <utility>

namespace jtv::http {
namespace {

constexpr timeval kSendTimeout{30, 0}; // of one piece, to a client that takes nothing

bool listsTag(const std::string& header, const std::string& etag)
{
    return header == "*" || header.find(etag) != std::string::npos;
}

// The head is out: what fails from here on can only end the connection.
void pour(int file, int socket, ByteRange range)
{
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &kSendTimeout, sizeof kSendTimeout);
    off_t at = range.first;
    const off_t end = range.first + range.count;
    while (at < end) {
        const auto piece = std::min<off_t>(end - at, off_t{1} << 20);
        const auto sent = ::sendfile(socket, file, &at, static_cast<std::size_t>(piece));
        if (sent == 0 || (sent < 0 && errno != EINTR)) {
            throw std::runtime_error("the client went away during a download");
        }
    }
}

std::optional<ByteRange>
wantedRange(const Exchange& exchange, const FileAnswer& file, std::int64_t size)
{
    const auto header = exchange.header("Range");
    const auto condition = exchange.header("If-Range");
    if (!header || exchange.method() != "GET" || (condition && *condition != file.etag)) {
        return std::nullopt;
    }
    return byteRange(*header, size);
}

} // namespace

std::string mediaTypeOf(const std::filesystem::path& path)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 16> kTypes{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/vnd.microsoft.icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".ttf", "font/ttf"},
        {".txt", "text/plain; charset=utf-8"},
        {".map", "application/json"},
        {".mp4", "video/mp4"},
    }};
    const auto ending = path.extension().string();
    for (const auto& [known, type] : kTypes) {
        if (known == ending) {
            return type;
        }
    }
    return "application/octet-stream";
}

void answerFile(Exchange& exchange, const FileAnswer& file)
{
    const UniqueFd fd(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat found {};
    if (!fd || ::fstat(fd.get(), &found) != 0 || !S_ISREG(found.st_mode)) {
        return exchange.problem(Problem{404, "not_found", "there is no such file"});
    }
    exchange.setHeader("ETag", file.etag);
    exchange.setHeader("Accept-Ranges", "bytes");
    exchange.setHeader("Cache-Control", file.cacheControl);
    if (const auto known = exchange.header("If-None-Match"); known && listsTag(*known, file.etag)) {
        return exchange.answer(304);
    }
    const std::int64_t size = found.st_size;
    const auto range = wantedRange(exchange, file, size);
    if (range && range->count == 0) {
        exchange.setHeader("Content-Range", fmt::format("bytes */{}", size));
        return exchange.problem(
            Problem{416, "range", "the file is shorter than what was asked for"});
    }
    if (range) {
        exchange.setHeader(
            "Content-Range",
            fmt::format("bytes {}-{}/{}", range->first, range->first + range->count - 1, size));
    }
    const auto wanted = range.value_or(ByteRange{0, size});
    const int socket = exchange.answerHead(range ? 206 : 200, file.type, wanted.count);
    if (exchange.method() != "HEAD") {
        pour(fd.get(), socket, wanted);
    }
}

} // namespace jtv::http

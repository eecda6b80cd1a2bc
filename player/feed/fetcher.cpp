// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// PARTIAL holds the bytes so far, PARTIAL.etag what they are part of.
#include "player/feed/fetcher.h"

#include "base/file.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace jtv::feed {
namespace {

constexpr int kMostRedirections = 5;
constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kNotModified = 304;

bool isRedirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Will the same question get another answer later?
bool isPassing(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

std::string encodedName(const std::string& name)
{
    std::string text;
    for (const char letter : name) {
        const bool plain = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '_' ||
                           letter == '.';
        text += plain ? std::string(1, letter)
                      : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return text;
}

// Where an answer without a file leads.
Result<connection::WebAddress>
nextAddress(const connection::WebAddress& asked, const connection::Response& answer)
{
    if (!isRedirection(answer.status)) {
        return Error{
            isPassing(answer.status) ? ErrorKind::kUnavailable : ErrorKind::kNotFound,
            fmt::format(
                "{}: the server answers with status {}; check the address",
                asked.text(),
                answer.status)};
    }
    auto next = connection::resolve(asked, answer.header("Location"));
    if (next && asked.server.tls && !next->server.tls) {
        return Error{
            ErrorKind::kDenied,
            fmt::format(
                "{}: the server leads away from https, to {}; have its redirection mended",
                asked.text(),
                next->text())};
    }
    return next;
}

// The bytes of a file on their way, and the validator they belong to.
class Partial {
public:
    explicit Partial(std::filesystem::path file) : file_(std::move(file))
    {
        std::error_code missing;
        const auto size = std::filesystem::file_size(file_, missing);
        const auto etag = readFile(etagFile(), 1024);
        if (!missing && etag && !etag->empty()) {
            offset_ = size;
            etag_ = *etag;
        }
    }

    std::uint64_t offset() const { return offset_; }
    const std::string& etag() const { return etag_; }

    Status begin(const connection::Response& head)
    {
        const auto mode = head.status == kPartialContent ? std::ios::app : std::ios::trunc;
        std::string etag(head.header("ETag"));
        if (etag.starts_with("W/")) {
            etag.clear(); // a weak one does not serve for If-Range
        }
        if (auto noted = replaceFile(etagFile(), etag); !noted) {
            return noted;
        }
        errno = 0;
        out_.open(file_, std::ios::binary | mode);
        return out_ ? Status(Done{}) : Status(fileError(errno, "writing", file_));
    }
    Status append(std::string_view bytes)
    {
        errno = 0;
        out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return out_ ? Status(Done{}) : Status(fileError(errno, "writing", file_));
    }
    // Nothing was begun where the answer was a refusal or "not modified".
    Status close()
    {
        if (!out_.is_open()) {
            return Done{};
        }
        errno = 0;
        out_.close();
        return out_ ? Status(Done{}) : Status(fileError(errno, "writing", file_));
    }

private:
    std::filesystem::path etagFile() const { return file_.string() + ".etag"; }

    std::filesystem::path file_;
    std::uint64_t offset_ = 0;
    std::string etag_;
    std::ofstream out_;
};

} // namespace

Fetcher::Fetcher(Cache& cache, const std::string& name)
    : cache_(cache), userAgent_(fmt::format(
                         "GAPI/1.0 (UUID:{}; NAME:{}) jobcenter-tv (MODEL:Jobcenter-TV)",
                         cache.playerId(),
                         encodedName(name)))
{}

Result<const connection::Client*> Fetcher::clientFor(const settings::ServerAddress& server)
{
    const auto name = server.text();
    auto known = clients_.find(name);
    if (known == clients_.end()) {
        connection::Options options;
        options.server = server;
        auto client = connection::Client::make(std::move(options));
        if (!client) {
            return std::move(client).error();
        }
        known = clients_.emplace(name, *std::move(client)).first;
    }
    return &known->second;
}

Result<connection::Response> Fetcher::ask(
    const connection::WebAddress& address,
    const std::filesystem::path& partial,
    const Known* before,
    const std::stop_token& stop)
{
    const auto client = clientFor(address.server);
    if (!client) {
        return client.error();
    }
    Partial file(partial);
    connection::Download download;
    download.path = address.path;
    download.headers = {{"User-Agent", userAgent_}};
    download.size = kMaxFile;
    download.sizeIsLimit = true;
    download.offset = file.offset();
    download.etag = file.etag();
    if (before != nullptr && file.offset() == 0) {
        if (!before->etag.empty()) {
            download.headers.emplace_back("If-None-Match", before->etag);
        }
        if (!before->lastModified.empty()) {
            download.headers.emplace_back("If-Modified-Since", before->lastModified);
        }
    }
    download.began = [&file](const connection::Response& head) { return file.begin(head); };
    download.append = [&file](std::string_view bytes) { return file.append(bytes); };
    download.restart = [] { return Status(Done{}); }; // begin() truncates
    auto answer = (*client)->download(download, stop);
    const auto closed = file.close();
    return !answer || closed ? std::move(answer) : closed.error();
}

Result<Known>
Fetcher::keep(const std::filesystem::path& partial, const connection::Response& answer)
{
    auto sha256 = cache_.blobs().putFile(partial);
    if (!sha256) {
        return std::move(sha256).error();
    }
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    std::filesystem::remove(partial.string() + ".etag", ignored);
    return Known{
        *std::move(sha256),
        std::string(answer.header("ETag")),
        std::string(answer.header("Last-Modified"))};
}

Result<Known> Fetcher::fetch(
    const connection::WebAddress& address, const Known* before, const std::stop_token& stop)
{
    const auto partial = cache_.partialOf(address.text());
    if (before != nullptr && !cache_.blobs().has(before->sha256)) {
        before = nullptr;
    }
    auto asked = address;
    for (int redirections = 0; redirections <= kMostRedirections; ++redirections) {
        const auto answer = ask(asked, partial, before, stop);
        if (!answer) {
            return answer.error();
        }
        if (answer->status == kOk || answer->status == kPartialContent) {
            return keep(partial, *answer);
        }
        if (answer->status == kNotModified && before != nullptr) {
            return *before;
        }
        auto next = nextAddress(asked, *answer);
        if (!next) {
            return std::move(next).error();
        }
        asked = *std::move(next);
    }
    return Error{
        ErrorKind::kNotFound,
        fmt::format(
            "{}: more than {} redirections; check the address", address.text(), kMostRedirections)};
}

} // namespace jtv::feed

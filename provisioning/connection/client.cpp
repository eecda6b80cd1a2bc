// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The three kinds of request, and the one guard that turns Poco's exceptions into errors.
#include "provisioning/connection/client.h"

#include "base/file.h"
#include "provisioning/connection/link.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SSLException.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <istream>
#include <optional>
#include <ostream>
#include <unistd.h>

namespace jtv::connection {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr std::chrono::seconds kProgressEvery{1};

Error unavailable(const settings::ServerAddress& server, std::string_view why)
{
    return Error{ErrorKind::kUnavailable, fmt::format("asking {}: {}", server.text(), why)};
}

// The body's next bytes, as they come: at least one, none at its end. The stream throws.
class Body {
public:
    explicit Body(std::istream& stream) : stream_(stream) { stream_.exceptions(std::ios::badbit); }

    std::string_view next()
    {
        if (stream_.peek() == std::istream::traits_type::eof()) {
            return {};
        }
        const auto waiting = stream_.rdbuf()->in_avail();
        const auto wanted =
            std::min<std::streamsize>(waiting, static_cast<std::streamsize>(block_.size()));
        const auto count = stream_.rdbuf()->sgetn(block_.data(), wanted);
        return {block_.data(), static_cast<std::size_t>(count)};
    }

private:
    std::istream& stream_;
    std::array<char, 16384> block_{};
};

Headers headersOf(const Poco::Net::HTTPResponse& response)
{
    return {response.begin(), response.end()};
}

// Header names are ASCII.
bool sameLetter(char a, char b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b);
}

} // namespace

std::string_view Response::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (std::equal(key.begin(), key.end(), name.begin(), name.end(), sameLetter)) {
            return value;
        }
    }
    return {};
}

struct Client::State {
    Options options;
    Poco::Net::Context::Ptr tls; // null for http://

    // Runs `work` with an open connection.
    template <typename Work>
    Result<Response> guard(milliseconds readLimit, const std::stop_token& stop, Work work) const
    {
        try {
            if (stop.stop_requested()) {
                return unavailable(options.server, "cancelled");
            }
            Link link(options.server, tls, options.connectLimit, readLimit, stop);
            return work(link.session());
        } catch (const Poco::Exception& failure) {
            return stop.stop_requested() ? unavailable(options.server, "cancelled")
                                         : explain(failure);
        } catch (const std::ios_base::failure&) {
            return unavailable(options.server, "the connection broke off");
        }
    }

    // What an exception of Poco's means, in a sentence with the fix.
    Error explain(const Poco::Exception& failure) const
    {
        const auto& server = options.server;
        const auto is = [&failure](auto* kind) {
            return dynamic_cast<decltype(kind)>(&failure) != nullptr;
        };
        using namespace Poco::Net; // NOLINT(google-build-using-namespace): names of exceptions only
        if (is(static_cast<const SSLException*>(nullptr))) {
            const bool certificate =
                is(static_cast<const CertificateValidationException*>(nullptr)) ||
                failure.displayText().find("certificate") != std::string::npos;
            return certificate
                       ? untrusted()
                       : unavailable(
                             server, "no encrypted connection; check that the port speaks TLS");
        }
        if (is(static_cast<const DNSException*>(nullptr))) {
            return unavailable(server, "the name is not known; check the address and the network");
        }
        if (is(static_cast<const ConnectionRefusedException*>(nullptr))) {
            return unavailable(
                server, "nobody answers; check the address and that the server runs");
        }
        if (is(static_cast<const Poco::TimeoutException*>(nullptr))) {
            return unavailable(server, "the answer took too long");
        }
        if (is(static_cast<const NoMessageException*>(nullptr))) {
            return unavailable(server, "no answer came");
        }
        if (is(static_cast<const MessageException*>(nullptr))) {
            return Error{
                ErrorKind::kInvalid, fmt::format("{} does not answer in HTTP", server.text())};
        }
        return unavailable(server, failure.displayText());
    }

    Error untrusted() const
    {
        return Error{
            ErrorKind::kDenied,
            fmt::format(
                "the certificate of {} is not trusted; check the clock of this device, or name the "
                "authority's certificate with ca_file",
                options.server.text())};
    }

    // Sends the request; the answer's head in `head`, its body in the stream.
    std::istream& send(
        Poco::Net::HTTPClientSession& session,
        const Request& request,
        Poco::Net::HTTPResponse& head) const
    {
        Poco::Net::HTTPRequest poco(
            request.method,
            options.server.basePath + request.path,
            Poco::Net::HTTPMessage::HTTP_1_1);
        poco.setHost(options.server.host, options.server.port);
        poco.set("User-Agent", "jobcenter-tv");
        for (const auto& [name, value] : request.headers) {
            poco.set(name, value);
        }
        if (request.method != "GET") {
            poco.setContentLength64(static_cast<Poco::Int64>(request.body.size()));
            if (!request.contentType.empty()) {
                poco.setContentType(request.contentType);
            }
        }
        auto& out = session.sendRequest(poco);
        out.exceptions(std::ios::badbit);
        out.write(request.body.data(), static_cast<std::streamsize>(request.body.size()));
        out.flush();
        return session.receiveResponse(head);
    }

    Result<Response>
    wholeAnswer(std::istream& stream, const Poco::Net::HTTPResponse& head, std::size_t limit) const
    {
        const auto until = steady_clock::now() + options.answerLimit;
        Response answer{head.getStatus(), headersOf(head), {}};
        Body body(stream);
        for (auto bytes = body.next(); !bytes.empty(); bytes = body.next()) {
            answer.body += bytes;
            if (answer.body.size() > limit) {
                return Error{
                    ErrorKind::kInvalid,
                    fmt::format(
                        "{} answers with more than {} bytes", options.server.text(), limit)};
            }
            if (steady_clock::now() > until) {
                return unavailable(options.server, "the answer took too long");
            }
        }
        const auto length = head.getContentLength64();
        if (length != Poco::Net::HTTPMessage::UNKNOWN_CONTENT_LENGTH && head.getStatus() != 304 &&
            static_cast<std::uint64_t>(length) != answer.body.size()) {
            return unavailable(options.server, "the answer broke off");
        }
        return answer;
    }

    Result<std::uint64_t>
    startOf(const Poco::Net::HTTPResponse& head, const Download& download) const;
    Result<Response>
    pour(std::istream& stream, const Poco::Net::HTTPResponse& head, const Download& download) const;
};

namespace {

// "bytes 5-9/10" → 5
bool continuesAt(const Poco::Net::HTTPResponse& head, std::uint64_t offset)
{
    return head.get("Content-Range", "").starts_with(fmt::format("bytes {}-", offset));
}

// nullopt: nobody says.
std::optional<std::uint64_t>
sizeOfWhole(const Poco::Net::HTTPResponse& head, const Download& download, std::uint64_t have)
{
    if (!download.sizeIsLimit) {
        return download.size;
    }
    const auto length = head.getContentLength64();
    return length == Poco::Net::HTTPMessage::UNKNOWN_CONTENT_LENGTH
               ? std::nullopt
               : std::optional(have + static_cast<std::uint64_t>(length));
}

// The bytes of the body, behind the `have` that are there; gives how many these are together.
Result<std::uint64_t> append(std::istream& stream, const Download& download, std::uint64_t have)
{
    Body body(stream);
    auto told = steady_clock::now();
    for (auto bytes = body.next(); !bytes.empty(); bytes = body.next()) {
        have += bytes.size();
        if (have > download.size) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "{} sends more than the {} bytes {}",
                    download.path,
                    download.size,
                    download.sizeIsLimit ? "allowed" : "announced")};
        }
        if (auto appended = download.append(bytes); !appended) {
            return std::move(appended).error();
        }
        if (const auto now = steady_clock::now();
            download.progress && now - told >= kProgressEvery) {
            told = now;
            download.progress(have);
        }
    }
    return have;
}

} // namespace

// How many bytes the answer goes on behind.
Result<std::uint64_t>
Client::State::startOf(const Poco::Net::HTTPResponse& head, const Download& download) const
{
    if (head.getStatus() == kOk && download.offset > 0) {
        auto restarted = download.restart();
        return restarted ? Result<std::uint64_t>(0U) : std::move(restarted).error();
    }
    if (head.getStatus() == kPartialContent && !continuesAt(head, download.offset)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("{} answers with another part than asked for", options.server.text())};
    }
    return download.offset;
}

Result<Response> Client::State::pour(
    std::istream& stream, const Poco::Net::HTTPResponse& head, const Download& download) const
{
    const auto start = startOf(head, download);
    if (!start) {
        return start.error();
    }
    if (download.began) {
        if (auto begun = download.began({head.getStatus(), headersOf(head), {}}); !begun) {
            return std::move(begun).error();
        }
    }
    const auto have = append(stream, download, *start);
    if (!have) {
        return have.error();
    }
    const auto whole = sizeOfWhole(head, download, *start);
    if (whole && *have != *whole) {
        return unavailable(options.server, "the file broke off");
    }
    return Response{head.getStatus(), headersOf(head), {}};
}

Client::Client(std::shared_ptr<const State> state) : state_(std::move(state)) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

const settings::ServerAddress& Client::server() const
{
    return state_->options.server;
}

Result<Client> Client::make(Options options)
{
    auto state = std::make_shared<State>();
    state->options = std::move(options);
    if (state->options.server.tls) {
        const auto& ca = state->options.caFile;
        if (!ca.empty() && ::access(ca.c_str(), R_OK) != 0) {
            return fileError(errno, "reading the certificates in", ca);
        }
        try {
            Poco::Net::initializeSSL();
            // With a pinned file the system's authorities do not count.
            state->tls = new Poco::Net::Context(
                Poco::Net::Context::TLS_CLIENT_USE,
                ca.string(),
                Poco::Net::Context::VERIFY_RELAXED,
                9,
                ca.empty());
            state->tls->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
        } catch (const Poco::Exception&) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("{} holds no certificate in PEM form; check ca_file", ca.string())};
        }
    }
    return Client(std::move(state));
}

Result<Response> Client::exchange(const Request& request, const std::stop_token& stop) const
{
    return state_->guard(
        state_->options.readLimit, stop, [&](Poco::Net::HTTPClientSession& session) {
            Poco::Net::HTTPResponse head;
            auto& stream = state_->send(session, request, head);
            return state_->wholeAnswer(stream, head, request.limit);
        });
}

Result<Response> Client::download(const Download& download, const std::stop_token& stop) const
{
    auto from = download;
    if (from.offset > 0 && (from.offset >= from.size || from.etag.empty())) {
        if (auto restarted = from.restart(); !restarted) {
            return std::move(restarted).error();
        }
        from.offset = 0;
    }
    Request request;
    request.path = from.path;
    request.headers = from.headers;
    if (from.offset > 0) {
        request.headers.emplace_back("Range", fmt::format("bytes={}-", from.offset));
        request.headers.emplace_back("If-Range", from.etag);
    }
    return state_->guard(
        state_->options.readLimit,
        stop,
        [&](Poco::Net::HTTPClientSession& session) -> Result<Response> {
            Poco::Net::HTTPResponse head;
            auto& stream = state_->send(session, request, head);
            const int status = head.getStatus();
            return status == kOk || status == kPartialContent
                       ? state_->pour(stream, head, from)
                       : state_->wholeAnswer(stream, head, request.limit);
        });
}

Result<Response> Client::listen(
    const Request& request,
    const std::function<void(const ServerEvent&)>& event,
    milliseconds& retry,
    const std::stop_token& stop) const
{
    return state_->guard(
        state_->options.quietLimit,
        stop,
        [&](Poco::Net::HTTPClientSession& session) -> Result<Response> {
            Poco::Net::HTTPResponse head;
            auto& stream = state_->send(session, request, head);
            if (head.getStatus() != kOk) {
                return state_->wholeAnswer(stream, head, request.limit);
            }
            EventStream events;
            Body body(stream);
            for (auto bytes = body.next(); !bytes.empty(); bytes = body.next()) {
                for (const auto& one : events.feed(bytes)) {
                    event(one);
                }
                retry = events.retry().value_or(retry);
            }
            return Response{head.getStatus(), headersOf(head), {}};
        });
}

} // namespace jtv::connection

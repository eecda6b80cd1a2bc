// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The checks of RFC 9112 that Poco leaves out.
#include "scheduler/http/gate.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace jtv::http {
namespace {

constexpr std::size_t kLongestTarget = 4096; // bytes

Problem bad(std::string message)
{
    return {400, "bad_request", std::move(message)};
}

bool isTokenCharacter(char c)
{
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool isLength(std::string_view text)
{
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::ptrdiff_t count(const Poco::Net::HTTPServerRequest& request, std::string_view name)
{
    return std::count_if(request.begin(), request.end(), [&](const auto& header) {
        return Poco::icompare(header.first, std::string(name)) == 0;
    });
}

std::optional<Problem> headerRefusal(const Poco::Net::HTTPServerRequest& request)
{
    for (const auto& [name, value] : request) {
        if (name.empty() || !std::all_of(name.begin(), name.end(), isTokenCharacter)) {
            return bad("a header name contains a character that is not allowed there");
        }
        // Poco decodes "=?utf-8?B?…?=" words, and what comes out may hold line ends.
        if (std::any_of(value.begin(), value.end(), isControl)) {
            return bad("a header contains a control character");
        }
    }
    const auto hosts = count(request, "Host");
    if (hosts > 1 || (hosts == 0 && request.getVersion() == Poco::Net::HTTPMessage::HTTP_1_1)) {
        return bad("exactly one Host header is needed");
    }
    return std::nullopt;
}

std::optional<Problem> lengthRefusal(const Poco::Net::HTTPServerRequest& request)
{
    const auto lengths = count(request, "Content-Length");
    const bool coded = count(request, "Transfer-Encoding") > 0;
    if (lengths > 1 || (lengths == 1 && coded)) {
        return bad("the length of the body is given in two ways");
    }
    if (lengths == 1 && !isLength(request.get("Content-Length"))) {
        return bad("Content-Length is not a number");
    }
    const auto& method = request.getMethod();
    const bool mayHaveBody = method == "POST" || method == "PUT" || method == "PATCH";
    if (coded || (mayHaveBody && lengths == 0)) {
        return Problem{411, "length_required", "send the body with a Content-Length header"};
    }
    if (!mayHaveBody && lengths == 1 && request.get("Content-Length") != "0") {
        return bad("a request of this kind has no body");
    }
    return std::nullopt;
}

} // namespace

std::optional<Problem> refusal(const Poco::Net::HTTPServerRequest& request)
{
    constexpr std::array<std::string_view, 7> kMethods{
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    if (std::find(kMethods.begin(), kMethods.end(), request.getMethod()) == kMethods.end()) {
        return Problem{501, "not_implemented", "this server does not know that method"};
    }
    const auto& version = request.getVersion();
    if (version != Poco::Net::HTTPMessage::HTTP_1_1 &&
        version != Poco::Net::HTTPMessage::HTTP_1_0) {
        return Problem{505, "http_version", "this server speaks HTTP/1.1"};
    }
    const auto& target = request.getURI();
    if (target.empty() || target.front() != '/' || target.size() > kLongestTarget ||
        std::any_of(
            target.begin(), target.end(), [](char c) { return isControl(c) || c == ' '; })) {
        return bad("the address asked for is not a plain path");
    }
    if (auto refused = headerRefusal(request)) {
        return refused;
    }
    return lengthRefusal(request);
}

} // namespace jtv::http

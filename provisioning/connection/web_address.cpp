// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Kept as it is written, percent signs and all: a library that decodes and encodes again changes
// what a server distinguishes.
#include "provisioning/connection/web_address.h"

#include "base/ascii.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <vector>

namespace jtv::connection {
namespace {

// The scheme without its colon, in lower case; empty for a relative reference.
std::string schemeOf(std::string_view reference)
{
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos || colon > reference.find_first_of("/?#")) {
        return {};
    }
    const auto scheme = lowered(reference.substr(0, colon));
    const bool named = !scheme.empty() && std::isalpha(static_cast<unsigned char>(scheme[0])) &&
                       std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) {
                           return std::isalnum(c) || c == '+' || c == '-' || c == '.';
                       });
    return named ? scheme : std::string();
}

std::string encoded(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        const bool plain = letter > 0x20 && letter < 0x7f &&
                           std::string_view("\"<>\\^`{|}").find(letter) == std::string_view::npos;
        result += plain ? std::string(1, letter)
                        : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return result;
}

// RFC 3986, 5.2.4, for a path that begins with a slash.
std::string withoutDots(std::string_view path)
{
    std::vector<std::string_view> kept;
    bool open = false; // the path ends with a slash
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const auto segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        open = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) {
            kept.pop_back();
        } else if (!open) {
            kept.push_back(segment);
        }
    }
    std::string result;
    for (const auto segment : kept) {
        result += '/';
        result += segment;
    }
    return open || result.empty() ? result + "/" : result;
}

// "/a/./b?c=../d": the dots of a query are its own.
std::string tidyPath(std::string_view path)
{
    const auto query = std::min(path.find('?'), path.size());
    return withoutDots(path.substr(0, query)) + std::string(path.substr(query));
}

Error notAnAddress(std::string_view text)
{
    return {
        ErrorKind::kInvalid,
        fmt::format("\"{}\" is no web address; write e.g. https://server/index.smil", text)};
}

} // namespace

std::string WebAddress::text() const
{
    return server.text() + path;
}

bool isWebAddress(std::string_view text)
{
    const auto scheme = schemeOf(text);
    return (scheme == "http" || scheme == "https") && text.substr(scheme.size(), 3) == "://";
}

Result<WebAddress> parseWebAddress(std::string_view text)
{
    if (!isWebAddress(text)) {
        return notAnAddress(text);
    }
    const auto whole = text.substr(0, text.find('#'));
    const auto authority = whole.find("://") + 3;
    const auto path = std::min(whole.find_first_of("/?", authority), whole.size());
    auto server = settings::parseServerAddress(
        lowered(whole.substr(0, authority)) +
        std::string(whole.substr(authority, path - authority)));
    if (!server) {
        return notAnAddress(text);
    }
    auto rest = encoded(whole.substr(path));
    if (!rest.starts_with('/')) {
        rest.insert(0, "/");
    }
    return WebAddress{*std::move(server), tidyPath(rest)};
}

Result<WebAddress> resolve(const WebAddress& base, std::string_view reference)
{
    if (const auto scheme = schemeOf(reference); !scheme.empty()) {
        if (isWebAddress(reference)) {
            return parseWebAddress(reference);
        }
        return Error{
            ErrorKind::kUnsupported,
            fmt::format(
                "{}: only http and https addresses are fetched, not {}", reference, scheme)};
    }
    const std::string_view scheme = base.server.tls ? "https:" : "http:";
    if (reference.starts_with("//")) {
        return parseWebAddress(fmt::format("{}{}", scheme, reference));
    }
    const auto wanted = encoded(reference.substr(0, reference.find('#')));
    WebAddress result = base;
    const auto query = std::min(base.path.find('?'), base.path.size());
    if (wanted.starts_with('/')) {
        result.path = tidyPath(wanted);
    } else if (wanted.starts_with('?')) {
        result.path = base.path.substr(0, query) + wanted;
    } else if (!wanted.empty()) {
        const auto folder = base.path.substr(0, base.path.rfind('/', query) + 1);
        result.path = tidyPath(folder + wanted);
    }
    return result;
}

} // namespace jtv::connection

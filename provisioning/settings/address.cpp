// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Addresses: text to values, with what to write instead when the text is wrong.
#include "provisioning/settings/address.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace jtv::settings {
namespace {

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;
constexpr unsigned kMaxPort = 65535;

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    unsigned value = 0;
    const auto* end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, value).ptr != end || value > kMaxPort) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(value);
}

bool hostCharacters(std::string_view host)
{
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == ':' || c == '_';
    });
}

bool pathCharacters(std::string_view path)
{
    return std::all_of(path.begin(), path.end(), [](char c) {
        return c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '"' && c != '\\';
    });
}

struct HostAndPort {
    std::string host;
    std::optional<std::uint16_t> port;
};

// "host", "host:port", "[v6]", "[v6]:port".
std::optional<HostAndPort> splitHost(std::string_view text)
{
    HostAndPort split;
    std::string_view rest;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) {
            return std::nullopt;
        }
        split.host = text.substr(1, close - 1);
        rest = text.substr(close + 1);
    } else {
        const auto colon = text.find(':');
        split.host = text.substr(0, colon);
        rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    }
    if (!rest.empty()) {
        if (!rest.starts_with(':')) {
            return std::nullopt;
        }
        split.port = parsePort(rest.substr(1));
        if (!split.port) {
            return std::nullopt;
        }
    }
    return split;
}

} // namespace

bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

bool ServerAddress::loopback() const
{
    return isLoopback(host);
}

std::string ServerAddress::text() const
{
    const auto usual = tls ? kHttpsPort : kHttpPort;
    const auto shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const auto portText = port == usual ? std::string() : fmt::format(":{}", port);
    return fmt::format("{}://{}{}{}", tls ? "https" : "http", shown, portText, basePath);
}

Result<ServerAddress> parseServerAddress(std::string_view text)
{
    ServerAddress address;
    auto rest = text;
    if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else if (rest.starts_with("http://")) {
        address.tls = false;
        rest.remove_prefix(7);
    } else {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "\"{}\" is no server address; write it as https://scheduler.example.org", text)};
    }
    const auto slash = rest.find('/');
    address.basePath = slash == std::string_view::npos ? "" : rest.substr(slash);
    while (address.basePath.ends_with('/')) {
        address.basePath.pop_back();
    }
    const auto split = splitHost(rest.substr(0, slash));
    if (!split || !hostCharacters(split->host) || split->port == 0 ||
        !pathCharacters(address.basePath)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "\"{}\" is no server address; write a name and, if needed, a port from 1 to 65535, "
                "as in https://scheduler.example.org:8443",
                text)};
    }
    address.host = split->host;
    address.port = split->port.value_or(address.tls ? kHttpsPort : kHttpPort);
    return address;
}

Result<ListenAddress> parseListenAddress(std::string_view text)
{
    const auto split = splitHost(text);
    if (!split || !split->port || (!split->host.empty() && !hostCharacters(split->host))) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("\"{}\" is no address to listen on; write it as 127.0.0.1:9464", text)};
    }
    return ListenAddress{split->host.empty() ? "127.0.0.1" : split->host, *split->port};
}

} // namespace jtv::settings

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// RFC 3986, as much of it as a code on a wall needs.
#include "content/model/web_address.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace jtv::model {
namespace {

constexpr std::string_view kScheme = "https://";

// What advertising and statistics services add; each family by its common beginning.
constexpr std::array<std::string_view, 9> kTrackingFamilies{
    "utm_", "mtm_", "pk_", "hsa_", "matomo_", "piwik_", "at_", "wt_", "etcc_"};
constexpr std::array<std::string_view, 14> kTrackingNames{
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "twclid",
    "ttclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "yclid"};

Error wrong(std::string_view address, std::string_view what)
{
    return {ErrorKind::kInvalid, fmt::format("the address {} {}", address, what)};
}

// Cuts off what stands behind `mark` and gives it back.
std::string cutBehind(std::string_view& text, char mark)
{
    const auto at = text.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string behind(text.substr(at + 1));
    text = text.substr(0, at);
    return behind;
}

bool isHostCharacter(unsigned char c)
{
    return std::isalnum(c) != 0 || c == '-' || c == '.';
}

Status readAuthority(std::string_view address, std::string_view authority, WebAddress& result)
{
    if (authority.find('@') != std::string_view::npos) {
        return wrong(
            address, "has a user name before its host, which hides where it leads; remove it");
    }
    if (const auto port = cutBehind(authority, ':'); !port.empty()) {
        const auto* const end = port.data() + port.size();
        if (std::from_chars(port.data(), end, result.port).ptr != end || result.port < 1 ||
            result.port > 65535) {
            return wrong(address, "has no port number behind its colon; correct it or remove it");
        }
    }
    result.host = lowered(authority);
    if (result.host.empty() || result.host.front() == '.' ||
        result.host.find('.') == std::string::npos) {
        return wrong(address, "has no host such as www.jobcenter.digital; write the whole address");
    }
    if (!std::all_of(authority.begin(), authority.end(), isHostCharacter)) {
        return wrong(
            address,
            "has letters in its host that can look like others; write the host as xn--… (the "
            "browser "
            "shows it so when the address is copied)");
    }
    return Done{};
}

bool isTracking(std::string_view parameter)
{
    const auto name = lowered(parameter.substr(0, parameter.find('=')));
    return std::find(kTrackingNames.begin(), kTrackingNames.end(), name) != kTrackingNames.end() ||
           std::any_of(kTrackingFamilies.begin(), kTrackingFamilies.end(), [&](auto family) {
               return name.starts_with(family);
           });
}

std::vector<std::string> parametersOf(std::string_view query)
{
    std::vector<std::string> parameters;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        parameters.emplace_back(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return parameters;
}

struct Cut {
    std::string before; // up to and without '?'
    std::string query;
    std::string fragment; // with '#'
};

Cut cutAtQuery(std::string_view address)
{
    Cut cut;
    const auto hash = address.find('#');
    if (hash != std::string_view::npos) {
        cut.fragment = std::string(address.substr(hash));
        address = address.substr(0, hash);
    }
    cut.query = cutBehind(address, '?');
    cut.before = std::string(address);
    return cut;
}

} // namespace

Result<WebAddress> parseWebAddress(std::string_view address)
{
    if (!lowered(address.substr(0, kScheme.size())).starts_with(kScheme)) {
        return wrong(
            address, "does not begin with https://; visitors' phones need a protected page");
    }
    if (address.size() > kLongestAddress) {
        return wrong(
            address.substr(0, 60),
            fmt::format(
                "… has {} characters, {} at most are scanned; use a shorter one",
                address.size(),
                kLongestAddress));
    }
    const bool blank = std::any_of(
        address.begin(), address.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7F; });
    if (blank) {
        return wrong(address, "holds a space or a line break; remove it");
    }
    WebAddress result;
    auto rest = address.substr(kScheme.size());
    result.fragment = cutBehind(rest, '#');
    result.query = cutBehind(rest, '?');
    const auto slash = std::min(rest.find('/'), rest.size());
    result.path = std::string(rest.substr(slash));
    if (auto read = readAuthority(address, rest.substr(0, slash), result); !read) {
        return std::move(read).error();
    }
    return result;
}

std::string printedAddress(std::string_view address)
{
    if (lowered(address.substr(0, kScheme.size())).starts_with(kScheme)) {
        address.remove_prefix(kScheme.size());
    }
    if (address.ends_with('/') && address.find('/') == address.size() - 1) {
        address.remove_suffix(1);
    }
    return std::string(address);
}

std::vector<std::string> trackingParameters(std::string_view address)
{
    std::vector<std::string> names;
    for (const auto& parameter : parametersOf(cutAtQuery(address).query)) {
        if (isTracking(parameter)) {
            names.push_back(parameter.substr(0, parameter.find('=')));
        }
    }
    return names;
}

std::string withoutTracking(std::string_view address)
{
    const auto cut = cutAtQuery(address);
    std::string query;
    for (const auto& parameter : parametersOf(cut.query)) {
        if (!isTracking(parameter)) {
            query += (query.empty() ? "?" : "&") + parameter;
        }
    }
    return cut.before + query + cut.fragment;
}

bool isOnDomain(std::string_view address, const std::vector<std::string>& domains)
{
    const auto parsed = parseWebAddress(address);
    return parsed && std::any_of(domains.begin(), domains.end(), [&](const std::string& domain) {
               const auto own = lowered(domain);
               return parsed->host == own || parsed->host.ends_with("." + own);
           });
}

std::string inCapitals(std::string_view address, bool own)
{
    const auto parsed = parseWebAddress(address);
    const bool bare = parsed && (parsed->path.empty() || parsed->path == "/") &&
                      parsed->query.empty() && parsed->fragment.empty();
    if (!parsed || (!own && !bare)) {
        return {};
    }
    std::string capitals(address);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    const bool packed = std::all_of(capitals.begin(), capitals.end(), [](unsigned char c) {
        constexpr std::string_view kSigns = " $%*+-./:";
        return std::isupper(c) != 0 || std::isdigit(c) != 0 ||
               kSigns.find(static_cast<char>(c)) != std::string_view::npos;
    });
    return packed ? capitals : std::string();
}

} // namespace jtv::model

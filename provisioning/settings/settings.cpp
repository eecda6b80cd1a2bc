// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reads jobcenter-tv.conf line by line; one table names every key.
#include "provisioning/settings/settings.h"

#include "base/ascii.h"
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "provisioning/settings/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace jtv::settings {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 10U;
constexpr std::size_t kMaxFindings = 100;
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kKeyBytes = 32;
constexpr int kLeastSide = 64;
constexpr int kMostSide = 16384;

Error wrong(std::string text)
{
    return Error{ErrorKind::kInvalid, std::move(text)};
}

Status readServer(std::string_view value, Settings& to)
{
    auto address = parseServerAddress(value);
    if (!address) {
        return std::move(address).error();
    }
    to.server = *std::move(address);
    return Done{};
}

Status readPath(std::string_view key, std::string_view value, std::filesystem::path& to)
{
    if (!value.starts_with('/')) {
        return wrong(fmt::format(
            "\"{}\" needs a path from the root, such as /var/lib/jobcenter-tv, not \"{}\"",
            key,
            value));
    }
    to = std::filesystem::path(value);
    return Done{};
}

Status readState(std::string_view value, Settings& to)
{
    return readPath("state", value, to.state);
}

Status readCaFile(std::string_view value, Settings& to)
{
    return readPath("ca_file", value, to.caFile);
}

Status readPlanDirectory(std::string_view value, Settings& to)
{
    return readPath("plan_directory", value, to.planDirectory);
}

Status readName(std::string_view value, Settings& to)
{
    if (value.size() > kMaxNameBytes) {
        return wrong("the name is too long; use at most 200 bytes");
    }
    to.name = value;
    return Done{};
}

Status readWindow(std::string_view value, Settings& to)
{
    if (value == "window") {
        to.window = Window::kWindow;
    } else if (value == "kiosk") {
        to.window = Window::kKiosk;
    } else if (value == "offscreen") {
        to.window = Window::kOffscreen;
    } else {
        return wrong(
            fmt::format("\"{}\" is no kind of window; write window, kiosk or offscreen", value));
    }
    return Done{};
}

Status readSize(std::string_view value, Settings& to)
{
    Size size;
    const auto* end = value.data() + value.size();
    const auto width = std::from_chars(value.data(), end, size.width);
    const bool cross = width.ec == std::errc{} && width.ptr != end && *width.ptr == 'x';
    const auto height = cross ? std::from_chars(width.ptr + 1, end, size.height) : width;
    const auto fits = [](int side) { return side >= kLeastSide && side <= kMostSide; };
    if (!cross || height.ec != std::errc{} || height.ptr != end || !fits(size.width) ||
        !fits(size.height)) {
        return wrong(fmt::format("\"{}\" is no size; write it as 1920x1080", value));
    }
    to.size = size;
    return Done{};
}

Status readRotation(std::string_view value, Settings& to)
{
    constexpr std::array<int, 4> kTurns{0, 90, 180, 270};
    int degrees = -1;
    const auto* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, degrees);
    if (read.ptr != end || std::find(kTurns.begin(), kTurns.end(), degrees) == kTurns.end()) {
        return wrong(fmt::format("\"{}\" is no rotation; write 0, 90, 180 or 270", value));
    }
    to.rotation = degrees;
    return Done{};
}

Status readTransition(std::string_view value, Settings& to)
{
    to.transition = value; // the player knows the words
    return Done{};
}

Status readDisplayHours(std::string_view value, Settings& to)
{
    auto hours = parseDisplayHours(value);
    if (!hours) {
        return std::move(hours).error();
    }
    to.displayHours = *std::move(hours);
    return Done{};
}

Status readPlanKey(std::string_view value, Settings& to)
{
    auto key = crypto::fromBase64(value);
    if (!key || key->size() != kKeyBytes) {
        return wrong(
            "this is no signing key; copy the 44 characters that the scheduler's page shows under "
            "\"Signing key\"");
    }
    to.planKey = *std::move(key);
    return Done{};
}

Status readStatusListen(std::string_view value, Settings& to)
{
    auto address = parseListenAddress(value);
    if (!address) {
        return std::move(address).error();
    }
    if (!isLoopback(address->host)) {
        return wrong(fmt::format(
            "the status page has no login and is therefore only served on this machine; write "
            "127.0.0.1:{}",
            address->port));
    }
    to.statusListen = *std::move(address);
    return Done{};
}

Status readToken(std::string_view what, std::string_view value, std::string& to)
{
    constexpr std::size_t kShortest = 16;
    const bool plain =
        std::all_of(value.begin(), value.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (value.size() < kShortest || value.size() > kMaxNameBytes || !plain) {
        return wrong(fmt::format(
            "the token for {} needs 16 to 200 letters, digits or signs without blanks; make one "
            "with: openssl rand -hex 16",
            what));
    }
    to = value;
    return Done{};
}

Status readCallsToken(std::string_view value, Settings& to)
{
    return readToken("calls", value, to.callsToken);
}

Status readSwitch(std::string_view value, bool& to)
{
    if (value != "yes" && value != "no") {
        return wrong(fmt::format("\"{}\" is neither yes nor no", value));
    }
    to = value == "yes";
    return Done{};
}

Status readTriggerKeys(std::string_view value, Settings& to)
{
    return readSwitch(value, to.triggerKeys);
}

Status readDisplayCec(std::string_view value, Settings& to)
{
    return readSwitch(value, to.displayCec);
}

Status readNotifyListen(std::string_view value, Settings& to)
{
    auto address = parseListenAddress(value);
    if (!address) {
        return std::move(address).error();
    }
    to.notifyListen = *std::move(address);
    return Done{};
}

Status readNotifyToken(std::string_view value, Settings& to)
{
    return readToken("notify", value, to.notifyToken);
}

struct Key {
    std::string_view name;
    Status (*read)(std::string_view value, Settings& to);
};
constexpr std::array<Key, 17> kKeys = {{
    {"server", readServer},
    {"state", readState},
    {"name", readName},
    {"window", readWindow},
    {"size", readSize},
    {"rotation", readRotation},
    {"transition", readTransition},
    {"display_hours", readDisplayHours},
    {"display_cec", readDisplayCec},
    {"plan_key", readPlanKey},
    {"ca_file", readCaFile},
    {"status_listen", readStatusListen},
    {"calls_token", readCallsToken},
    {"trigger_keys", readTriggerKeys},
    {"notify_listen", readNotifyListen},
    {"notify_token", readNotifyToken},
    {"plan_directory", readPlanDirectory},
}};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\v\f";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Without quotes, or without a comment behind the value.
std::string_view unwrapped(std::string_view value)
{
    if (value.starts_with('"')) {
        const auto close = value.find('"', 1);
        return close == std::string_view::npos ? value : value.substr(1, close - 1);
    }
    for (const std::string_view comment : {" #", "\t#"}) {
        value = trimmed(value.substr(0, value.find(comment)));
    }
    return value.starts_with('#') ? std::string_view{} : value;
}

std::string unknownKey(std::string_view key)
{
    std::array<std::string_view, kKeys.size()> names;
    std::transform(kKeys.begin(), kKeys.end(), names.begin(), [](const Key& k) { return k.name; });
    auto spelling = lowered(key);
    std::replace(spelling.begin(), spelling.end(), '-', '_');
    if (const auto meant = nearest(spelling, names); !meant.empty()) {
        return fmt::format("there is no setting \"{}\"; did you mean \"{}\"?", key, meant);
    }
    return fmt::format("there is no setting \"{}\"; known are {}", key, fmt::join(names, ", "));
}

// One file's worth of lines, in order.
class Reader {
public:
    void line(int number, std::string_view text)
    {
        text = trimmed(text);
        if (text.empty() || text.starts_with('#')) {
            return;
        }
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) {
            say(number, fmt::format("\"{}\" is not understood; write key = value", text));
            return;
        }
        setting(number, trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1)));
    }

    void say(int number, std::string text, Finding::Severity severity = Finding::Severity::kWrong)
    {
        if (reading_.findings.size() < kMaxFindings) {
            reading_.findings.push_back({severity, number, std::move(text)});
        }
    }

    Reading finish() &&
    {
        if (!reading_.settings.callsToken.empty() && !reading_.settings.statusListen) {
            say(seen_["calls_token"], "calls are only taken where status_listen is set as well");
        }
        auto& notify = reading_.settings.notifyListen;
        if (notify && !isLoopback(notify->host) && reading_.settings.notifyToken.empty()) {
            say(seen_["notify_listen"],
                "anybody in the network could start items here; set notify_token as well, or "
                "listen on 127.0.0.1");
            notify.reset();
        }
        const auto& server = reading_.settings.server;
        if (server && !server->tls && !server->loopback()) {
            say(seen_["server"],
                "the connection to the server is not encrypted; use https:// outside a test "
                "network",
                Finding::Severity::kHint);
        }
        return std::move(reading_);
    }

private:
    void setting(int number, std::string_view name, std::string_view value)
    {
        const auto* key = std::find_if(
            kKeys.begin(), kKeys.end(), [&](const Key& known) { return known.name == name; });
        if (key == kKeys.end()) {
            say(number, unknownKey(name));
            return;
        }
        value = unwrapped(value);
        if (const auto [at, first] = seen_.try_emplace(std::string(name), number); !first) {
            say(number,
                fmt::format(
                    "\"{}\" was already set in line {}; this line counts", name, at->second));
            at->second = number;
        }
        if (value.empty()) {
            return; // as good as not written
        }
        if (const auto read = key->read(value, reading_.settings); !read) {
            say(number, read.error().message);
        }
    }

    Reading reading_;
    std::map<std::string, int> seen_; // key → line
};

} // namespace

Reading parseSettings(std::string_view bytes)
{
    Reader reader;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        reader.say(
            0, "the file is saved as UTF-16; save it as UTF-8 (in Notepad: Save as, Encoding)");
        return std::move(reader).finish();
    }
    const auto text = toUtf8(bytes);
    std::string_view rest = text;
    for (int number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        reader.line(number, rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return std::move(reader).finish();
}

Result<Reading> readSettings(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, kMaxBytes);
    if (!bytes) {
        return bytes.error();
    }
    return parseSettings(*bytes);
}

} // namespace jtv::settings

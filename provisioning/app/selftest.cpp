// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The single tests. What cannot be measured is not claimed.
#include "provisioning/app/selftest.h"

#include "base/file.h"
#include "provisioning/app/child.h"
#include "provisioning/connection/client.h"
#include "provisioning/enrolment/enrolled.h"
#include "provisioning/identity/identity.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace jtv::app {
namespace {

using State = Finding::State;

constexpr std::uintmax_t kLittleSpace = std::uintmax_t{1} << 30U; // bytes
constexpr std::size_t kMostStats = std::size_t{16} << 20U;

std::string firstLine(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

Finding testIdentity(const std::filesystem::path& state)
{
    std::error_code none;
    if (!std::filesystem::exists(state / "identity", none)) {
        return {
            State::kWarning,
            "identity",
            "this screen has no key yet; it is made when the player starts"};
    }
    const auto key = identity::loadOrMake(state);
    return key ? Finding{State::kGood, "identity", "key " + identity::fingerprint(key->publicKey)}
               : Finding{State::kFault, "identity", key.error().message};
}

Finding testEnrolment(const std::filesystem::path& state)
{
    const auto enrolled = enrolment::loadEnrolled(state);
    if (!enrolled) {
        return {State::kFault, "enrolment", enrolled.error().message};
    }
    if (!*enrolled) {
        return {
            State::kWarning,
            "enrolment",
            "not enrolled yet; type the code on the screen into the web page"};
    }
    return {State::kGood, "enrolment", "enrolled as the screen " + (*enrolled)->screen};
}

Finding testPlan(const std::filesystem::path& state)
{
    std::error_code none;
    const auto active = std::filesystem::read_symlink(state / "plans" / "active", none);
    if (active.empty()) {
        return {State::kWarning, "plan", "no plan yet; publish one for this screen"};
    }
    const auto folder = state / "plans" / active.filename();
    const bool whole = std::filesystem::exists(folder / "plan.xml", none) &&
                       std::filesystem::exists(folder / "plan.sig", none);
    return whole
               ? Finding{State::kGood, "plan", "revision " + active.filename().string() + " is active"}
               : Finding{
                     State::kFault,
                     "plan",
                     "the active plan is incomplete; connect the screen to its server to get it "
                     "again"};
}

// "card1-HDMI-A-1" → "HDMI-A-1"
std::string connectorOf(const std::string& folder)
{
    const auto dash = folder.find('-');
    return dash == std::string::npos ? "" : folder.substr(dash + 1);
}

} // namespace

std::vector<Finding> testSettings(const settings::Reading& reading, const std::string& file)
{
    std::vector<Finding> findings;
    for (const auto& one : reading.findings) {
        const bool wrong = one.severity == settings::Finding::Severity::kWrong;
        findings.push_back(
            {wrong ? State::kFault : State::kWarning,
             "settings",
             fmt::format("{}:{}: {}", file, one.line, one.text)});
    }
    if (findings.empty()) {
        findings.push_back({State::kGood, "settings", file + " is understood"});
    }
    return findings;
}

std::vector<Finding> testState(const settings::Settings& settings)
{
    const auto& state = settings.state;
    std::error_code error;
    if (!std::filesystem::is_directory(state, error)) {
        return {
            {State::kWarning,
             "state",
             fmt::format(
                 "{} is not there yet; it is made when the player starts", state.string())}};
    }
    std::vector<Finding> findings;
    const auto space = std::filesystem::space(state, error);
    if (::access(state.c_str(), R_OK | W_OK | X_OK) != 0) {
        findings.push_back(
            {State::kFault,
             "state",
             fmt::format(
                 "{} cannot be written by this user; run as the player's user or root",
                 state.string())});
    } else if (!error && space.available < kLittleSpace) {
        findings.push_back(
            {State::kWarning,
             "state",
             fmt::format(
                 "only {} MB are free in {}; free some space",
                 space.available >> 20U,
                 state.string())});
    } else {
        findings.push_back(
            {State::kGood,
             "state",
             fmt::format("{} MB are free in {}", space.available >> 20U, state.string())});
    }
    findings.push_back(testIdentity(state));
    findings.push_back(testEnrolment(state));
    findings.push_back(testPlan(state));
    return findings;
}

std::vector<Finding> testServer(const settings::Settings& settings)
{
    if (!settings.server) {
        return {
            {State::kWarning,
             "server",
             "the settings name no server; the screen plays what it has"}};
    }
    connection::Options options;
    options.server = *settings.server;
    options.caFile = settings.caFile;
    const auto client = connection::Client::make(options);
    if (!client) {
        return {{State::kFault, "server", client.error().message}};
    }
    connection::Request request;
    request.path = "/healthz";
    const auto answer = client->exchange(request, {});
    if (!answer) {
        return {{State::kFault, "server", answer.error().message}};
    }
    const bool well = answer->status / 100 == 2;
    return {
        {well ? State::kGood : State::kFault,
         "server",
         fmt::format(
             "{} answers with status {}{}",
             settings.server->text(),
             answer->status,
             well ? "" : "; check its log")}};
}

std::vector<Finding> testDisplays()
{
    std::vector<Finding> findings;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/sys/class/drm", none)) {
        const auto connector = connectorOf(entry.path().filename().string());
        if (connector.empty() || firstLine(entry.path() / "status") != "connected") {
            continue;
        }
        const auto mode = firstLine(entry.path() / "modes");
        findings.push_back(
            {mode.empty() ? State::kWarning : State::kGood,
             "display",
             fmt::format(
                 "{} is connected, {}",
                 connector,
                 mode.empty() ? "but tells no picture size; check the cable" : mode)});
    }
    if (findings.empty()) {
        findings.push_back(
            {State::kWarning,
             "display",
             "no display is connected to this machine's own outputs; check the cable"});
    }
    return findings;
}

std::vector<Finding> testDecoders()
{
    const auto end = runChild(siblingProgram("jtv-player"), {"decoders"});
    if (!end || end->code != 0) {
        return {
            {State::kFault,
             "decoder",
             "the player cannot list its decoders; install jobcenter-tv-player again"}};
    }
    std::vector<Finding> findings;
    std::istringstream lines(end->output);
    std::string codec;
    std::string element;
    std::string kind;
    std::string largest;
    while (std::getline(lines, codec, '\t') && std::getline(lines, element, '\t') &&
           std::getline(lines, kind, '\t') && std::getline(lines, largest)) {
        const bool there = element != "-";
        findings.push_back(
            {there ? State::kGood : State::kWarning,
             "decoder",
             there ? fmt::format(
                         "{}: {} ({}{})",
                         codec,
                         element,
                         kind,
                         largest == "-" ? "" : ", up to " + largest)
                   : fmt::format("{}: none; install gstreamer1.0-libav", codec)});
    }
    return findings;
}

std::vector<Finding> testPlayback(const std::string& settingsFile, int minutes)
{
    const auto stats =
        std::filesystem::temp_directory_path() / fmt::format("jtv-selftest-{}.json", ::getpid());
    const auto end = runChild(
        siblingProgram("jtv-player"),
        {"run",
         "--settings",
         settingsFile,
         "--for",
         fmt::format("{}m", minutes),
         "--stats",
         stats.string()});
    const auto bytes = readFile(stats, kMostStats);
    std::error_code none;
    std::filesystem::remove(stats, none);
    if (!end || !bytes) {
        return {
            {State::kFault,
             "playback",
             "the player did not play; start it by hand to see why: jtv-player run"}};
    }
    const auto value = json::parse(*bytes, kMostStats);
    const auto played = value ? json::integer(*value, "items_played") : value.error();
    const auto failed = value ? json::integer(*value, "items_failed") : value.error();
    const auto presented = value ? json::integer(*value, "frames_presented") : value.error();
    const auto late = value ? json::integer(*value, "frames_late") : value.error();
    if (!played || !failed || !presented || !late) {
        return {
            {State::kFault,
             "playback",
             "the player's figures cannot be read; start it by hand: jtv-player run"}};
    }
    const bool well = *played > 0 && *failed == 0;
    return {
        {well ? State::kGood : State::kFault,
         "playback",
         fmt::format(
             "{} items played, {} failed, {} pictures of videos presented, {} of them late",
             *played,
             *failed,
             *presented,
             *late)}};
}

std::string toText(const std::vector<Finding>& findings)
{
    std::string text;
    for (const auto& one : findings) {
        const auto* state = one.state == State::kGood      ? "good"
                            : one.state == State::kWarning ? "warning"
                                                           : "fault";
        text += fmt::format("{:<8} {:<10} {}\n", state, one.subject, one.text);
    }
    return text;
}

json::Value toJson(const std::vector<Finding>& findings)
{
    json::Value value;
    value["version"] = JTV_VERSION;
    value["findings"] = json::Value::array();
    for (const auto& one : findings) {
        const auto* state = one.state == State::kGood      ? "good"
                            : one.state == State::kWarning ? "warning"
                                                           : "fault";
        json::Value finding;
        finding["state"] = state;
        finding["subject"] = one.subject;
        finding["text"] = one.text;
        if (!one.figures.is_null()) {
            finding["figures"] = one.figures;
        }
        value["findings"].push_back(finding);
    }
    return value;
}

} // namespace jtv::app

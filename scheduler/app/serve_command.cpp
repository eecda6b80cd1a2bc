// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The server's life: open, listen, tell systemd, wait for a signal, end.
#include "scheduler/app/serve_command.h"

#include "base/c_handle.h"
#include "base/file.h"
#include "base/log.h"
#include "base/service.h"
#include "content/ingest/ingest_command.h"
#include "scheduler/app/exit_code.h"
#include "scheduler/app/station.h"
#include "scheduler/http/server.h"

#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <optional>
#include <poll.h>
#include <signal.h>
#include <string>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace jtv::station {
namespace {

constexpr Log kLog{"scheduler"};

struct ServeOptions {
    std::string data;
    std::string listen = "127.0.0.1:8080";
    std::string passwordFile;
    std::string web;
    std::string ingestSocket = ingest::kIngestSocket;
    bool unsafeIngest = false;
};

std::filesystem::path besideProgram(const std::filesystem::path& name)
{
    std::error_code failed;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failed);
    return self.parent_path() / name;
}

// Where it was installed to, or where the build puts it.
std::filesystem::path findWeb(const std::string& asked)
{
    if (!asked.empty()) {
        return asked;
    }
    for (const auto* place : {"../share/jobcenter-tv/web", "../web"}) {
        auto candidate = besideProgram(place).lexically_normal();
        if (std::filesystem::exists(candidate / "index.html")) {
            return candidate;
        }
    }
    return {};
}

Result<std::optional<std::string>> readPassword(const std::string& file)
{
    if (file.empty()) {
        return std::optional<std::string>();
    }
    auto text = readFile(file, 4096);
    if (!text) {
        return std::move(text).error();
    }
    const auto end = text->find_first_of("\r\n");
    auto password = text->substr(0, end);
    if (password.size() < 10) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("the first line of {} must be a password of at least 10 characters", file)};
    }
    return std::optional(std::move(password));
}

// Blocks the signals that end the program, so that every thread made later leaves them to us.
UniqueFd endSignals()
{
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A client that goes away while it is answered is no reason to end.
    ::signal(SIGPIPE, SIG_IGN);
    return UniqueFd(::signalfd(-1, &signals, SFD_CLOEXEC));
}

// Feeds the watchdog as long as the database answers.
void waitForEnd(const UniqueFd& signals, http::Parts& parts)
{
    const auto interval = watchdogInterval();
    pollfd waiting{signals.get(), POLLIN, 0};
    while (::poll(&waiting, 1, interval ? static_cast<int>(interval->count()) : -1) <= 0) {
        if (parts.publisher.currentRevision()) {
            notifyService("WATCHDOG=1");
        }
    }
    notifyService("STOPPING=1");
}

int serve(const ServeOptions& options)
{
    const auto signals = endSignals();
    auto listen = http::parseListen(options.listen);
    if (!listen) {
        return complain(listen.error());
    }
    auto password = readPassword(options.passwordFile);
    if (!password) {
        return complain(password.error());
    }
    auto opened = openData(options.data);
    if (!opened) {
        return complain(opened.error());
    }
    const SystemClock clock;
    Station station(
        *std::move(opened),
        {options.data,
         findWeb(options.web),
         besideProgram("jtv-ingest"),
         options.ingestSocket,
         options.unsafeIngest},
        clock);
    auto made = station.accounts().ensureAdministrator(*password);
    if (!made) {
        return complain(made.error());
    }
    auto server = http::Server::start(*listen, station.parts());
    if (!server) {
        return complain(server.error());
    }
    fmt::print("listening on {}\n", (*server)->url());
    if (*made) {
        fmt::print("administrator password: {}\n", **made);
    }
    std::fflush(stdout);
    notifyService("READY=1");
    kLog.info("listening on {}", (*server)->url());
    waitForEnd(signals, station.parts());
    kLog.info("stopping");
    return 0;
}

} // namespace

void addServeCommand(const command::Command& app)
{
    auto options = std::make_shared<ServeOptions>();
    const auto command = app.add("serve", "run the server until SIGTERM");
    command
        .option("--data", options->data, "folder of the database and all files; made when missing")
        .required();
    command.option("--listen", options->listen, "HOST:PORT; port 0 takes a free one").showDefault();
    command.option(
        "--admin-password-file",
        options->passwordFile,
        "its first line becomes the password of \"admin\"; without it, one is made at first start "
        "and "
        "printed once");
    command.option("--web", options->web, "folder of the web page (default: beside this program)");
    command
        .option(
            "--ingest-socket",
            options->ingestSocket,
            "of jtv-ingest.socket; where nobody listens there, uploads are checked in bubblewrap")
        .showDefault();
    command.flag(
        "--unsafe-ingest",
        options->unsafeIngest,
        "check uploads even where no sandbox can be made; otherwise they are refused there");
    command.action([options] { return serve(*options); });
}

} // namespace jtv::station

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// posix_spawn, two pipes and a deadline.
#include "scheduler/library/child_process.h"

#include "base/c_handle.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace jtv::library {
namespace {

constexpr std::size_t kMostOutput = std::size_t{1} << 20U;

struct Pipe {
    UniqueFd read;
    UniqueFd write;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return Error{ErrorKind::kUnavailable, "the system has no file descriptor left; try again"};
    }
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

Result<pid_t> spawn(const std::vector<std::string>& command, const Pipe& out, const Pipe& err)
{
    std::vector<char*> arguments;
    for (const auto& word : command) {
        arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT: as POSIX declares argv
    }
    arguments.push_back(nullptr);
    // No environment of ours reaches a program that reads foreign bytes.
    std::array<char*, 3> environment{
        const_cast<char*>("PATH=/usr/bin:/bin"),
        const_cast<char*>("LC_ALL=C.UTF-8"),
        nullptr}; // NOLINT
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.write.get(), STDERR_FILENO);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int failed = ::posix_spawnp(
        &child, arguments[0], &actions, &attributes, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (failed != 0) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format(
                "the program {} cannot be started ({}); install it beside the server",
                command.front(),
                std::generic_category().message(failed))};
    }
    return child;
}

// False when the end was reached or too much came.
bool readSome(UniqueFd& from, std::string& into)
{
    std::array<char, 4096> block{};
    const auto count = ::read(from.get(), block.data(), block.size());
    if (count <= 0) {
        from.reset();
        return false;
    }
    into.append(block.data(), static_cast<std::size_t>(count));
    return into.size() <= kMostOutput;
}

// Reads both pipes to their ends; false when the deadline came first or too much came.
bool collect(Pipe& out, Pipe& err, Finished& finished, SteadyTime deadline)
{
    while (out.read || err.read) {
        const auto left =
            std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now());
        std::array<pollfd, 2> waiting{
            pollfd{out.read.get(), POLLIN, 0}, pollfd{err.read.get(), POLLIN, 0}};
        if (left.count() <= 0 ||
            ::poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) == 0) {
            return false;
        }
        if (waiting[0].revents != 0 && !readSome(out.read, finished.output) && out.read) {
            return false;
        }
        if (waiting[1].revents != 0 && !readSome(err.read, finished.errors) && err.read) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<Finished> runProcess(const std::vector<std::string>& command, Milliseconds limit)
{
    auto out = makePipe();
    auto err = makePipe();
    if (!out || !err) {
        return std::move(out ? err : out).error();
    }
    auto child = spawn(command, *out, *err);
    if (!child) {
        return std::move(child).error();
    }
    out->write.reset();
    err->write.reset();
    Finished finished;
    const bool inTime = collect(*out, *err, finished, std::chrono::steady_clock::now() + limit);
    if (!inTime) {
        ::kill(-*child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!inTime) {
        return Error{
            ErrorKind::kUnavailable,
            fmt::format("{} took too long and was stopped; try again", command.front())};
    }
    finished.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return finished;
}

} // namespace jtv::library

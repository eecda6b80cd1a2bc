// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// posix_spawn with its actions and attributes owned.
#include "content/ingest/child.h"

#include "base/file.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jtv::ingest {
namespace {

using Words = std::vector<std::string>;

class Spawn {
public:
    Spawn()
    {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    }
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;
    Spawn(Spawn&&) = delete;
    Spawn& operator=(Spawn&&) = delete;
    ~Spawn()
    {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&actions_);
    }

    void toNull(int fd)
    {
        ::posix_spawn_file_actions_addopen(&actions_, fd, "/dev/null", O_RDWR, 0);
    }
    void to(int fd, int target) { ::posix_spawn_file_actions_adddup2(&actions_, target, fd); }

    // The process started; -1 when it cannot be.
    pid_t start(const Words& words) const
    {
        std::vector<char*> argv;
        for (const auto& word : words) {
            argv.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write to it
        }
        argv.push_back(nullptr);
        pid_t child = -1;
        const int failed =
            ::posix_spawn(&child, argv[0], &actions_, &attributes_, argv.data(), environ);
        return failed == 0 ? child : -1;
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

} // namespace

Result<Child> startChild(const Words& words)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fileError(errno, "starting", words.front());
    }
    Child child{-1, UniqueFd(ends[0])};
    const UniqueFd in(ends[1]);
    Spawn spawn;
    spawn.toNull(STDIN_FILENO);
    spawn.to(STDOUT_FILENO, in.get());
    spawn.to(STDERR_FILENO, in.get());
    child.process = spawn.start(words);
    if (child.process < 0) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format("{} does not start; install it beside this program", words.front())};
    }
    return child;
}

int waitFor(const Child& child)
{
    int status = 0;
    while (::waitpid(child.process, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void killChild(const Child& child)
{
    ::kill(-child.process, SIGKILL);
}

int outcomeOf(const Words& words)
{
    Spawn silence;
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        silence.toNull(fd);
    }
    const Child child{silence.start(words), {}};
    return child.process < 0 ? -1 : waitFor(child);
}

} // namespace jtv::ingest

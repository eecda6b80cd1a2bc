// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A real program, run to its end, with what it wrote.
#pragma once

#include <array>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace jtv::doubles {

struct ProgramRun {
    int exitCode = -1; // minus the signal's number when it was killed
    std::string out;
    std::string err;
};

inline std::string readAll(int fd)
{
    std::string text;
    char block[4096];
    for (ssize_t count = 0; (count = ::read(fd, block, sizeof block)) > 0;) {
        text.append(block, static_cast<std::size_t>(count));
    }
    ::close(fd);
    return text;
}

inline ProgramRun runProgram(const std::vector<std::string>& command)
{
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    std::vector<char*> argv;
    for (const auto& word : command) {
        argv.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write to it
    }
    argv.push_back(nullptr);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(out[1]);
    ::close(err[1]);
    ProgramRun run;
    {
        const std::jthread reader([&run, fd = err[0]] { run.err = readAll(fd); });
        run.out = readAll(out[0]);
    }
    int status = 0;
    if (failed != 0 || ::waitpid(child, &status, 0) != child) {
        throw std::runtime_error("cannot run " + command.front());
    }
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return run;
}

} // namespace jtv::doubles

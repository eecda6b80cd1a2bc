// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Runs one of our programs to its end and takes what it printed.
#pragma once

#include "tests/doubles/temporary_directory.h"

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace jtv::doubles {

struct ProgramResult {
    int exitCode = -1; // -1: ended by a signal
    std::string out;
    std::string err;
};

inline ProgramResult runProgram(std::vector<std::string> words)
{
    const TemporaryDirectory directory;
    const auto out = (directory.path() / "out").string();
    const auto err = (directory.path() / "err").string();
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int kMake = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), kMake, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), kMake, 0600);
    pid_t process = 0;
    const int failed =
        posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw std::runtime_error("cannot start " + words[0]);
    }
    int status = 0;
    ::waitpid(process, &status, 0);

    const auto text = [](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text(out), text(err)};
}

} // namespace jtv::doubles

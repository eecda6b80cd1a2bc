// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// posix_spawn and a pipe.
#include "provisioning/app/child.h"

#include "base/c_handle.h"
#include "base/file.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jtv::app {
namespace {

constexpr std::size_t kMostOutput = std::size_t{1} << 20U;

std::string readAll(int fd)
{
    std::string output;
    std::array<char, 4096> block{};
    while (true) {
        const auto count = ::read(fd, block.data(), block.size());
        if (count > 0 && output.size() < kMostOutput) {
            output.append(block.data(), static_cast<std::size_t>(count));
        } else if (count == 0 || (count < 0 && errno != EINTR)) {
            return output;
        }
    }
}

} // namespace

std::filesystem::path siblingProgram(const std::string& name)
{
    std::error_code none;
    return std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / name;
}

Result<ChildEnd>
runChild(const std::filesystem::path& program, const std::vector<std::string>& arguments)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fileError(errno, "starting", program);
    }
    const UniqueFd reading(ends[0]);
    UniqueFd writing(ends[1]);
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
    pid_t child = 0;
    const int failed =
        ::posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), ::environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        return fileError(failed, "starting", program);
    }
    writing.reset();
    ChildEnd end;
    end.output = readAll(reading.get());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    end.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return end;
}

} // namespace jtv::app

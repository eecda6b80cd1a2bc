// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The sandbox as bubblewrap's options.
#include "content/ingest/ingest_command.h"

#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace jtv::ingest {
namespace fs = std::filesystem;
namespace {

using Words = std::vector<std::string>;

void add(Words& words, std::initializer_list<std::string> more)
{
    words.insert(words.end(), more);
}

// The system's programs and libraries, and what they look up in /etc: no passwords, no keys.
void addSystem(Words& words)
{
    add(words, {"--ro-bind", "/usr", "/usr"});
    for (const auto* folder :
         {"/bin", "/lib", "/lib64", "/lib32", "/etc/alternatives", "/etc/ld.so.cache"}) {
        add(words, {"--ro-bind-try", folder, folder});
    }
    add(words, {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run"});
}

// Exit status of the command, its output thrown away; -1 when it did not start or end by itself.
int outcome(const Words& words)
{
    std::vector<char*> argv;
    for (const auto& word : words) {
        argv.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write to it
    }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t silence;
    ::posix_spawn_file_actions_init(&silence);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&silence, fd, "/dev/null", O_RDWR, 0);
    }
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, argv[0], &silence, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&silence);
    int status = 0;
    if (failed != 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) {
        return -1;
    }
    return WEXITSTATUS(status);
}

Words sandbox(const fs::path& bubblewrap)
{
    Words words{bubblewrap.string()};
    add(words, {"--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"});
    add(words, {"--clearenv", "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", "/tmp"});
    add(words, {"--setenv", "LANG", "C.UTF-8"});
    addSystem(words);
    return words;
}

} // namespace

std::optional<fs::path> findBubblewrap()
{
    const char* path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nobody here sets it
    std::string_view rest = path == nullptr ? "/usr/bin:/bin" : path;
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        const auto candidate = fs::path(rest.substr(0, colon)) / "bwrap";
        rest.remove_prefix(colon == std::string_view::npos ? rest.size() : colon + 1);
        if (!candidate.is_absolute() || ::access(candidate.c_str(), X_OK) != 0) {
            continue;
        }
        auto trial = sandbox(candidate);
        add(trial, {"--", "/usr/bin/true"});
        return outcome(trial) == 0 ? std::optional(candidate) : std::nullopt;
    }
    return std::nullopt;
}

std::vector<std::string> sandboxedCommand(const Job& job, const std::optional<fs::path>& bubblewrap)
{
    const auto program = fs::absolute(job.program).string();
    const auto file = fs::absolute(job.file).string();
    const auto output = fs::absolute(job.output).string();
    Words words;
    if (bubblewrap) {
        words = sandbox(*bubblewrap);
        // The output keeps its path, because the job's answer names it.
        add(words, {"--ro-bind", program, "/job/jtv-ingest", "--ro-bind", file, "/job/upload"});
        add(words, {"--bind", output, output, "--chdir", output, "--"});
        add(words, {"/job/jtv-ingest", "/job/upload", "-o", output});
        return words;
    }
    return {program, file, "-o", output};
}

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The sandbox as bubblewrap's options.
#include "content/ingest/ingest_command.h"

#include "base/c_handle.h"
#include "base/file.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
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

class SpawnActions {
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    SpawnActions(SpawnActions&&) = delete;
    SpawnActions& operator=(SpawnActions&&) = delete;
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }

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
        const int failed = ::posix_spawn(&child, argv[0], &actions_, nullptr, argv.data(), environ);
        return failed == 0 ? child : -1;
    }

private:
    posix_spawn_file_actions_t actions_{};
};

// Exit status; -1 when it did not end by itself.
int waitFor(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Exit status of the command, its output thrown away; -1 when it did not start or end by itself.
int outcome(const Words& words)
{
    SpawnActions silence;
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        silence.toNull(fd);
    }
    const auto child = silence.start(words);
    return child < 0 ? -1 : waitFor(child);
}

// What comes until all writers have closed, at most 1 MiB.
std::string readAll(int fd)
{
    std::string text;
    std::array<char, 4096> block{};
    while (text.size() < (std::size_t{1} << 20U)) {
        const auto count = ::read(fd, block.data(), block.size());
        if (count == 0 || (count < 0 && errno != EINTR)) {
            break;
        }
        if (count > 0) {
            text.append(block.data(), static_cast<std::size_t>(count));
        }
    }
    return text;
}

struct Child {
    pid_t process = -1;
    UniqueFd out; // what it prints and complains
};

Result<Child> start(const Words& words)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fileError(errno, "starting", words.front());
    }
    Child child{-1, UniqueFd(ends[0])};
    const UniqueFd in(ends[1]);
    SpawnActions actions;
    actions.toNull(STDIN_FILENO);
    actions.to(STDOUT_FILENO, in.get());
    actions.to(STDERR_FILENO, in.get());
    child.process = actions.start(words);
    if (child.process < 0) {
        return Error{
            ErrorKind::kInternal,
            fmt::format("{} does not start; install it beside this program", words.front())};
    }
    return child;
}

// What comes through a pipe, line by line.
class Lines {
public:
    explicit Lines(int fd) : fd_(fd) {}

    // nullopt at the end, when somebody cancels, and when a line has no end.
    std::optional<std::string> next(const std::atomic<bool>& cancelled)
    {
        constexpr int kPatience = 100; // ms
        constexpr std::size_t kLongest = std::size_t{1} << 20U;
        while (text_.find('\n') == std::string::npos && text_.size() < kLongest) {
            pollfd waiting{fd_, POLLIN, 0};
            const int ready = ::poll(&waiting, 1, kPatience);
            if (cancelled || (ready > 0 && !readMore())) {
                return std::nullopt;
            }
        }
        const auto end = text_.find('\n');
        if (end == std::string::npos) {
            return std::nullopt;
        }
        auto line = text_.substr(0, end);
        text_.erase(0, end + 1);
        return line;
    }

private:
    bool readMore()
    {
        std::array<char, 4096> block{};
        const auto count = ::read(fd_, block.data(), block.size());
        text_.append(block.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        return count > 0 || (count < 0 && errno == EINTR);
    }

    int fd_;
    std::string text_;
};

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
    } else {
        words = {program, file, "-o", output};
    }
    words.insert(words.end(), job.options.begin(), job.options.end());
    return words;
}

Result<std::string> runJob(
    const Job& job,
    const std::optional<fs::path>& bubblewrap,
    const std::function<void(const std::string&)>& onLine,
    const std::atomic<bool>& cancelled)
{
    auto child = start(sandboxedCommand(job, bubblewrap));
    if (!child) {
        return std::move(child).error();
    }
    Lines lines(child->out.get());
    std::string last;
    while (const auto line = lines.next(cancelled)) {
        if (last.starts_with('{')) {
            onLine(last);
        }
        last = *line;
    }
    if (cancelled) {
        ::kill(child->process, SIGKILL);
    }
    const int status = waitFor(child->process);
    if (status == 0) {
        return last;
    }
    // A job that was killed could not do it.
    std::error_code ignored;
    fs::remove_all(job.output / ".preparing", ignored);
    if (cancelled) {
        return Error{ErrorKind::kUnavailable, "the job was stopped; nothing was kept"};
    }
    if (status < 0 || last.empty() || last.starts_with('{')) {
        last = "the job took too long or too much memory; save the file smaller";
    }
    return Error{ErrorKind::kInvalid, last};
}

Result<std::string> inspectInOwnProcess(const fs::path& program, const fs::path& file)
{
    auto child = start({program.string(), "--inspect", "--", file.string()});
    if (!child) {
        return std::move(child).error();
    }
    auto text = readAll(child->out.get());
    const int status = waitFor(child->process);
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    if (status == 0) {
        return text;
    }
    if (status < 0 || text.empty()) {
        text = "looking into the file took too long or too much memory; save it again as MP4";
    }
    return Error{ErrorKind::kInvalid, text};
}

} // namespace jtv::ingest

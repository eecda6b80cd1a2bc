// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The sandbox as bubblewrap's options, and the job in it.
#include "content/ingest/ingest_command.h"

#include "base/file.h"
#include "content/ingest/child.h"
#include "content/ingest/job_socket.h"
#include "content/ingest/lines.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
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

// Whoever waits for a page or a screen goes first. Linux shares the processor between sessions
// before it looks at a process's own priority, and the sandbox is a session; the kernel takes one
// such wish in a tenth of a second, from whomever.
constexpr const char* kStepBack = R"(
group=/proc/self/autogroup
for i in 1 2 3 4 5 6 7 8 9; do
  [ -w $group ] || break
  { echo 19 > $group; } 2> /dev/null && break
  sleep 0.1
done
exec nice -n 19 "$0" "$@")";

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

Error stoppedError()
{
    return {ErrorKind::kUnavailable, "the job was stopped; nothing was kept"};
}

Error tooMuchError()
{
    return {ErrorKind::kInvalid, "the job took too long or too much memory; save the file smaller"};
}

Sandbox findSandbox(const fs::path& service)
{
    std::error_code ignored;
    if (fs::is_socket(service, ignored)) {
        return {service, {}};
    }
    return {{}, findBubblewrap()};
}

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
        return outcomeOf(trial) == 0 ? std::optional(candidate) : std::nullopt;
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
        add(words, {"/bin/sh", "-c", kStepBack, "/job/jtv-ingest", "/job/upload", "-o", output});
    } else {
        words = {"/usr/bin/nice", "-n", "19", program, file, "-o", output};
    }
    words.insert(words.end(), job.options.begin(), job.options.end());
    return words;
}

namespace {

// What a process said until its end.
struct Said {
    std::string object;   // its last line of JSON
    std::string sentence; // its last other line
};

Said hear(Lines& lines, const OnLine& onLine, const std::atomic<bool>& cancelled)
{
    Said said;
    while (auto line = lines.next(cancelled)) {
        if (!line->starts_with('{')) {
            said.sentence = *std::move(line);
            continue;
        }
        if (!said.object.empty()) {
            onLine(said.object);
        }
        said.object = *std::move(line);
    }
    return said;
}

Result<std::string> spawnJob(
    const Job& job,
    const std::optional<fs::path>& bubblewrap,
    const OnLine& onLine,
    const std::atomic<bool>& cancelled)
{
    const auto child = startChild(sandboxedCommand(job, bubblewrap));
    if (!child) {
        return child.error();
    }
    Lines lines(child->out.get(), std::chrono::steady_clock::now() + job.limit);
    const auto said = hear(lines, onLine, cancelled);
    const bool late = lines.isLate();
    if (cancelled || late) {
        killChild(*child);
    }
    const int status = waitFor(*child);
    if (status == 0) {
        return said.object;
    }
    // A job that was killed could not do it.
    std::error_code ignored;
    fs::remove_all(job.output / ".preparing", ignored);
    if (cancelled) {
        return stoppedError();
    }
    return status < 0 || said.sentence.empty() ? tooMuchError()
                                               : Error{ErrorKind::kInvalid, said.sentence};
}

} // namespace

Result<std::string> runJob(
    const Job& job,
    const Sandbox& sandbox,
    const OnLine& onLine,
    const std::atomic<bool>& cancelled)
{
    if (!sandbox.service.empty()) {
        return handJob(sandbox.service, job, onLine, cancelled);
    }
    if (::access(job.program.c_str(), X_OK) != 0) {
        return fileError(errno, "starting", job.program);
    }
    return spawnJob(job, sandbox.bubblewrap, onLine, cancelled);
}

Result<std::string> inspectInOwnProcess(const fs::path& program, const fs::path& file, bool measure)
{
    Words words{program.string(), "--inspect"};
    if (measure) {
        add(words, {"--measure"});
    }
    add(words, {"--", file.string()});
    const auto child = startChild(words);
    if (!child) {
        return child.error();
    }
    auto text = readAll(child->out.get());
    const int status = waitFor(*child);
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

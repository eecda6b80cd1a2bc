// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One message with two descriptors there, lines of JSON back.
#include "content/ingest/job_socket.h"

#include "base/file.h"
#include "base/json/json.h"
#include "content/ingest/lines.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace jtv::ingest {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHandedFds = 2;
constexpr std::size_t kLongestJob = std::size_t{64} << 10U; // bytes
constexpr std::string_view kFdFolder = "/proc/self/fd/";

using HandedFds = std::array<int, kHandedFds>;
struct alignas(cmsghdr) Control {
    std::array<char, CMSG_SPACE(sizeof(HandedFds))> bytes{};
};

Result<UniqueFd> connectTo(const fs::path& service)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto& name = service.native();
    if (name.size() >= sizeof address.sun_path) {
        return Error{
            ErrorKind::kNotFound, fmt::format("the path {} is too long for a socket", name)};
    }
    std::memcpy(address.sun_path, name.data(), name.size());
    UniqueFd connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!connection ||
        ::connect(
            connection.get(),
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket API
            reinterpret_cast<const sockaddr*>(&address),
            sizeof address) != 0) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format(
                "nobody checks uploads at {} ({}); start jtv-ingest.socket",
                name,
                std::strerror(errno))}; // NOLINT(concurrency-mt-unsafe): known errors only
    }
    return connection;
}

Status sendJob(int socket, std::string text, const HandedFds& fds)
{
    Control control;
    iovec part{text.data(), text.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    auto* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fds);
    std::memcpy(CMSG_DATA(header), fds.data(), sizeof fds);
    const auto sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    return sent == static_cast<ssize_t>(text.size())
               ? Status(Done{})
               : Status(Error{
                     ErrorKind::kNotFound, "the ingest service takes no job; look at its log"});
}

Result<UniqueFd> openForAll(const fs::path& path, int flags, mode_t mode)
{
    UniqueFd fd(::open(path.c_str(), flags | O_CLOEXEC));
    if (!fd || ::fchmod(fd.get(), mode) != 0) {
        return fileError(errno, "opening", path);
    }
    return fd;
}

Status send(int socket, const Job& job)
{
    auto file = openForAll(job.file, O_RDONLY, 0644);
    auto output = openForAll(job.output, O_RDONLY | O_DIRECTORY, 0777);
    if (!file || !output) {
        return !file ? file.error() : output.error();
    }
    return sendJob(
        socket, json::write({{"options", job.options}}) + "\n", {file->get(), output->get()});
}

// The service names files by the descriptor it got.
std::string atHome(json::Value answer, const fs::path& output)
{
    for (auto& member : answer) {
        if (member.is_string() && member.get_ref<const std::string&>().starts_with(kFdFolder)) {
            member = (output / fs::path(member.get<std::string>()).filename()).string();
        }
    }
    return json::write(answer);
}

// The end in a line; nullopt: it is of the progress.
std::optional<Result<std::string>> endIn(const std::string& line, const fs::path& output)
{
    const auto object = json::parse(line);
    if (!object || !object->is_object()) {
        return Error{ErrorKind::kInvalid, "the ingest service gave an answer of another version"};
    }
    if (const auto answer = object->find("answer"); answer != object->end()) {
        return atHome(*answer, output);
    }
    if (const auto error = json::text(*object, "error")) {
        return Error{ErrorKind::kInvalid, *error};
    }
    return std::nullopt;
}

// Takes the descriptors out of a message.
void takeFds(msghdr& message, std::vector<UniqueFd>& fds)
{
    for (auto* header = CMSG_FIRSTHDR(&message); header != nullptr;
         header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        const auto count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
            fds.emplace_back(fd);
        }
    }
}

// False at the end and when something is wrong.
bool receiveSome(int socket, std::string& text, std::vector<UniqueFd>& fds)
{
    std::array<char, 4096> block{};
    Control control;
    iovec part{block.data(), block.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    const auto count = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (count < 0 && errno == EINTR) {
        return true;
    }
    takeFds(message, fds);
    text.append(block.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return count > 0 && (message.msg_flags & MSG_CTRUNC) == 0;
}

bool isKind(const UniqueFd& fd, mode_t kind)
{
    struct stat status {};
    return ::fstat(fd.get(), &status) == 0 && (status.st_mode & S_IFMT) == kind;
}

// nullopt: it is not made of options.
std::optional<std::vector<std::string>> optionsIn(const std::string& line)
{
    const auto object = json::parse(line);
    if (!object || !object->is_object() || !object->contains("options")) {
        return std::nullopt;
    }
    std::vector<std::string> options;
    for (const auto& option : (*object)["options"]) {
        if (!option.is_string()) {
            return std::nullopt;
        }
        options.push_back(option.get<std::string>());
    }
    return options;
}

} // namespace

Result<std::string> handJob(
    const fs::path& service,
    const Job& job,
    const OnLine& onLine,
    const std::atomic<bool>& cancelled)
{
    const auto connection = connectTo(service);
    if (!connection) {
        return connection.error();
    }
    if (auto sent = send(connection->get(), job); !sent) {
        return std::move(sent).error();
    }
    Lines lines(connection->get(), std::chrono::steady_clock::now() + job.limit);
    bool begun = false;
    while (const auto line = lines.next(cancelled)) {
        begun = true;
        if (auto end = endIn(*line, job.output)) {
            return *std::move(end);
        }
        onLine(*line);
    }
    if (cancelled) {
        return stoppedError();
    }
    return begun ? tooMuchError()
                 : Error{
                       ErrorKind::kNotFound,
                       "the ingest service does not begin the job; look at its log with "
                       "journalctl -u 'jtv-ingest@*'"};
}

Result<HandedJob> receiveJob(int socket)
{
    std::string text;
    std::vector<UniqueFd> fds;
    while (text.find('\n') == std::string::npos && text.size() < kLongestJob &&
           receiveSome(socket, text, fds)) {
    }
    auto options = optionsIn(text.substr(0, text.find('\n')));
    if (!options || fds.size() != kHandedFds || !isKind(fds[0], S_IFREG) ||
        !isKind(fds[1], S_IFDIR)) {
        return Error{
            ErrorKind::kInvalid,
            "what came over the socket is no job: options, the upload and a folder"};
    }
    return HandedJob{std::move(fds[0]), std::move(fds[1]), *std::move(options)};
}

} // namespace jtv::ingest

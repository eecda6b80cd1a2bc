// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kernel tells of a socket that is closed by a signal, so that no thread waits for it.
#include "content/ingest/handed.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace jtv::ingest {
namespace {

// What the signal's handler needs; written once, before it is set.
struct Watched {
    int socket = -1;
    std::atomic<bool>* cancelled = nullptr;
};

Watched& watched()
{
    static Watched only;
    return only;
}

void onSocket(int /*number*/)
{
    const int before = errno;
    pollfd asked{watched().socket, POLLRDHUP, 0};
    if (::poll(&asked, 1, 0) > 0) {
        *watched().cancelled = true;
    }
    errno = before;
}

} // namespace

std::vector<std::string> wordsOf(const HandedJob& job)
{
    std::vector<std::string> words{
        "jtv-ingest",
        fmt::format("/proc/self/fd/{}", job.file.get()),
        "-o",
        fmt::format("/proc/self/fd/{}", job.output.get())};
    words.insert(words.end(), job.options.begin(), job.options.end());
    if (std::find(words.begin(), words.end(), "--work") == words.end()) {
        words.insert(words.end(), {"--work", fmt::format("job-{}", ::getpid())});
    }
    return words;
}

void cancelOnHangUp(int socket, std::atomic<bool>& cancelled)
{
    watched() = {socket, &cancelled};
    std::signal(SIGIO, onSocket);
    ::fcntl(socket, F_SETOWN, ::getpid());
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_ASYNC);
    onSocket(SIGIO); // closed before
}

} // namespace jtv::ingest

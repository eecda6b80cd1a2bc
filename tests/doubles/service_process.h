// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One of our programs run as systemd runs it: it tells what it does over the notify socket.
#pragma once

#include "base/c_handle.h"
#include "tests/doubles/temporary_directory.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <vector>

namespace jtv::doubles {

class ServiceProcess {
public:
    // `environment`: "NAME=VALUE" besides ours.
    ServiceProcess(std::vector<std::string> words, std::vector<std::string> environment = {})
        : notify_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        const auto path = (directory_.path() / "notify").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        if (::bind(notify_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
            0) {
            throw std::runtime_error("no notify socket");
        }
        environment.push_back("NOTIFY_SOCKET=" + path);
        start(words, environment);
    }
    ServiceProcess(const ServiceProcess&) = delete;
    ServiceProcess& operator=(const ServiceProcess&) = delete;
    ~ServiceProcess()
    {
        if (process_ > 0) {
            signal(SIGKILL);
            wait();
        }
    }

    // Waits for a message that begins so; empty when none came within 30 s.
    std::string waitFor(const std::string& beginning)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (std::chrono::steady_clock::now() < until) {
            pollfd waiting{notify_.get(), POLLIN, 0};
            if (::poll(&waiting, 1, 200) <= 0) {
                continue;
            }
            std::array<char, 4096> message{};
            const auto size = ::recv(notify_.get(), message.data(), message.size(), 0);
            std::string text(message.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
            if (text.starts_with(beginning)) {
                return text;
            }
        }
        return {};
    }

    void signal(int number) const { ::kill(process_, number); }

    // Exit code, or minus the number of the signal.
    int wait()
    {
        int status = 0;
        ::waitpid(std::exchange(process_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    void start(std::vector<std::string>& words, std::vector<std::string>& environment)
    {
        std::vector<char*> arguments;
        for (auto& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        std::vector<char*> variables;
        for (char** own = environ; *own != nullptr; ++own) {
            variables.push_back(*own);
        }
        for (auto& one : environment) {
            variables.push_back(one.data());
        }
        variables.push_back(nullptr);
        if (posix_spawn(
                &process_, arguments[0], nullptr, nullptr, arguments.data(), variables.data()) !=
            0) {
            throw std::runtime_error("cannot start " + words[0]);
        }
    }

    TemporaryDirectory directory_;
    UniqueFd notify_;
    pid_t process_ = 0;
};

} // namespace jtv::doubles

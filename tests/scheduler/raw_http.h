// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A client that sends exactly the bytes it is told to.
#pragma once

#include "base/c_handle.h"

#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <netinet/in.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>

namespace jtv::doubles {

struct Answer {
    int status = 0; // 0 = the connection ended without an answer
    std::string head;
    std::string body;

    std::string header(std::string_view name) const
    {
        const auto at = head.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos) {
            return {};
        }
        const auto begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

class RawHttp {
public:
    explicit RawHttp(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval limit{20, 0}; // so that a fault ends the test and does not hang it
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the call wants it
        if (::connect(fd_.get(), reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
            throw std::runtime_error("no connection to the server under test");
        }
    }

    void send(std::string_view bytes)
    {
        [[maybe_unused]] const auto sent =
            ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    void endSending() { ::shutdown(fd_.get(), SHUT_WR); }

    // Everything up to and with this text, or to the end.
    std::string readUntil(std::string_view text)
    {
        while (pending_.find(text) == std::string::npos && readMore()) {
        }
        const auto at = pending_.find(text);
        const auto end = at == std::string::npos ? pending_.size() : at + text.size();
        auto got = pending_.substr(0, end);
        pending_.erase(0, end);
        return got;
    }

    bool isClosed() { return pending_.empty() && !readMore(); }

    Answer read(bool head = false)
    {
        Answer answer;
        answer.head = readUntil("\r\n\r\n");
        if (answer.head.size() < 12) {
            return answer;
        }
        answer.status = std::atoi(answer.head.c_str() + 9);
        const auto length =
            head ? 0 : std::strtoull(answer.header("Content-Length").c_str(), nullptr, 10);
        while (pending_.size() < length && readMore()) {
        }
        answer.body = pending_.substr(0, length);
        pending_.erase(0, length);
        return answer;
    }

private:
    bool readMore()
    {
        std::array<char, 65536> block{};
        const auto count = ::recv(fd_.get(), block.data(), block.size(), 0);
        if (count <= 0) {
            return false;
        }
        pending_.append(block.data(), static_cast<std::size_t>(count));
        return true;
    }

    UniqueFd fd_;
    std::string pending_;
};

} // namespace jtv::doubles

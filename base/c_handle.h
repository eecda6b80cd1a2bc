// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Owners for what C libraries and the kernel hand out.
#pragma once

#include <unistd.h>

#include <memory>
#include <utility>

namespace jtv {

template<auto Free>
struct CFree {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};

// using Document = CHandle<xmlDoc, xmlFreeDoc>; the size of a pointer.
template<typename T, auto Free>
using CHandle = std::unique_ptr<T, CFree<Free>>;

// A file descriptor with one owner; -1 is none.
class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd) : fd_(fd) {}
    UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        reset(std::exchange(other.fd_, -1));
        return *this;
    }
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    int release() { return std::exchange(fd_, -1); }
    void reset(int fd = -1) {
        if (const int old = std::exchange(fd_, fd); old >= 0) {
            ::close(old);
        }
    }

private:
    int fd_ = -1;
};

}  // namespace jtv

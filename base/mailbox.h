// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one way values cross threads: a queue whose reader can sleep in poll().
#pragma once

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/c_handle.h"

namespace jtv {

// Thread-safe for any number of writers; one reader.
template<typename T>
class Mailbox {
public:
    Mailbox() : wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        if (!wake_) {
            throw std::runtime_error("the system has no file descriptor left for a mailbox");
        }
    }

    void post(T value) {
        {
            const std::lock_guard lock(mutex_);
            values_.push_back(std::move(value));
        }
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(wake_.get(), &one, sizeof one);
    }

    // All values so far, oldest first; never blocks.
    std::vector<T> take() {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto read = ::read(wake_.get(), &count, sizeof count);
        const std::lock_guard lock(mutex_);
        return std::exchange(values_, {});
    }

    // As take(), but waits for the first value up to `limit`; empty when none came.
    std::vector<T> wait(std::chrono::milliseconds limit) {
        pollfd waiting{wake_.get(), POLLIN, 0};
        ::poll(&waiting, 1, static_cast<int>(limit.count()));
        return take();
    }

    // Readable while values wait; for the reader's poll set.
    int fd() const { return wake_.get(); }

private:
    UniqueFd wake_;
    std::mutex mutex_;  // protects values_
    std::vector<T> values_;
};

}  // namespace jtv

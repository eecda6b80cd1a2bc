// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Values cross threads in order, and the reader sleeps in poll().
#include "base/mailbox.h"

#include <boost/test/unit_test.hpp>

#include <poll.h>

#include <string>
#include <thread>

namespace jtv {
namespace {

BOOST_AUTO_TEST_SUITE(mailbox)

BOOST_AUTO_TEST_CASE(values_of_each_writer_arrive_in_order) {
    Mailbox<int> box;
    constexpr int kEach = 1000;
    std::thread low([&] {
        for (int i = 0; i < kEach; ++i) {
            box.post(i);
        }
    });
    std::thread high([&] {
        for (int i = 0; i < kEach; ++i) {
            box.post(kEach + i);
        }
    });
    int nextLow = 0;
    int nextHigh = kEach;
    while (nextLow < kEach || nextHigh < 2 * kEach) {
        for (const int value : box.wait(std::chrono::seconds(10))) {
            BOOST_REQUIRE(value == (value < kEach ? nextLow++ : nextHigh++));
        }
    }
    low.join();
    high.join();
}

BOOST_AUTO_TEST_CASE(descriptor_is_readable_only_while_values_wait) {
    Mailbox<std::string> box;
    pollfd waiting{box.fd(), POLLIN, 0};
    BOOST_TEST(::poll(&waiting, 1, 0) == 0);
    box.post("x");
    BOOST_TEST(::poll(&waiting, 1, 0) == 1);
    BOOST_TEST(box.take().size() == 1U);
    BOOST_TEST(::poll(&waiting, 1, 0) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace jtv

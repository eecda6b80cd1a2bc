// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A television is told what is wanted until it says that it does it.
#include "player/screen/cec_talk.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

namespace jtv::screen {
namespace {

using Messages = std::vector<CecMessage>;
const Messages kWake{CecMessage::kImageViewOn, CecMessage::kActiveSource};
const Messages kSleep{CecMessage::kStandby};
const Messages kAsk{CecMessage::kAskPower};

struct Talk {
    CecTalk talk;
    SteadyTime now{std::chrono::hours(1)};

    Messages due() { return talk.due(now); }
    Messages after(std::chrono::seconds time)
    {
        now += time;
        return due();
    }
    void connect(bool on)
    {
        talk.want(on, now);
        talk.reachable(true, now);
    }
    void answer(CecAnswer answer) { talk.heard(answer, now); }
    bool is(Television television) const { return talk.television() == television; }
};

BOOST_FIXTURE_TEST_SUITE(cec_talk, Talk)

BOOST_AUTO_TEST_CASE(order_is_given_at_once_and_looked_after)
{
    connect(true);
    BOOST_TEST((due() == kWake));
    BOOST_TEST(due().empty());
    BOOST_TEST(after(CecTalk::kFirstLook - std::chrono::seconds(1)).empty());
    BOOST_TEST(is(Television::kUnknown));
    BOOST_TEST((after(std::chrono::seconds(1)) == kAsk));
    answer(CecAnswer::kOn);
    BOOST_TEST(is(Television::kOn));
    BOOST_TEST(after(CecTalk::kLooks - std::chrono::seconds(1)).empty());
    BOOST_TEST((after(std::chrono::seconds(1)) == kAsk));

    talk.want(true, now); // nothing new
    BOOST_TEST(due().empty());
    talk.want(false, now);
    BOOST_TEST((due() == kSleep));
    BOOST_TEST((after(CecTalk::kFirstLook) == kAsk));
    answer(CecAnswer::kStandby);
    BOOST_TEST(is(Television::kStandby));
    BOOST_TEST(due().empty());
}

BOOST_AUTO_TEST_CASE(order_that_is_not_followed_is_given_again)
{
    connect(true);
    due();
    after(CecTalk::kFirstLook);
    answer(CecAnswer::kStandby); // somebody has the remote control
    BOOST_TEST((due() == kWake));
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST((after(CecTalk::kLooks) == kAsk));
        answer(CecAnswer::kStandby);
        BOOST_TEST((due() == kWake));
    }
    after(CecTalk::kLooks);
    answer(CecAnswer::kOn);
    BOOST_TEST(due().empty());
}

BOOST_AUTO_TEST_CASE(television_that_does_not_answer_is_silent_and_not_off)
{
    connect(false);
    due();
    after(CecTalk::kFirstLook);
    answer(CecAnswer::kNothing); // may have been lost
    BOOST_TEST(is(Television::kUnknown));
    BOOST_TEST(due().empty());
    BOOST_TEST((after(CecTalk::kFirstLook) == kAsk));
    answer(CecAnswer::kNothing);
    BOOST_TEST(is(Television::kSilent));
    BOOST_TEST((due() == kSleep)); // it may have heard none either
    BOOST_TEST((after(CecTalk::kLooks) == kAsk));
    answer(CecAnswer::kStandby);
    BOOST_TEST(is(Television::kStandby));
}

BOOST_AUTO_TEST_CASE(television_that_does_not_say_is_left_in_peace)
{
    connect(true);
    due();
    after(CecTalk::kFirstLook);
    answer(CecAnswer::kUntold);
    BOOST_TEST(is(Television::kUnknown));
    BOOST_TEST(due().empty());
    BOOST_TEST((after(CecTalk::kLooks) == kAsk));
}

BOOST_AUTO_TEST_CASE(television_without_a_connection_is_called_only_while_it_is_wanted)
{
    BOOST_TEST(due().empty());
    talk.want(true, now);
    BOOST_TEST((due() == Messages{CecMessage::kImageViewOn}));
    BOOST_TEST(due().empty());
    BOOST_TEST((after(CecTalk::kLooks) == Messages{CecMessage::kImageViewOn}));
    talk.reachable(true, now);
    BOOST_TEST((due() == kWake));
    talk.want(false, now);
    BOOST_TEST((due() == kSleep));
    talk.reachable(false, now);
    BOOST_TEST(after(CecTalk::kLooks).empty());
    talk.want(true, now);
    BOOST_TEST((due() == Messages{CecMessage::kImageViewOn}));
}

// Whatever a television does: it is asked again and again, no order is given that was not
// wanted last, and no more than one in ten seconds unless it changed.
BOOST_AUTO_TEST_CASE(bus_is_never_flooded_and_never_forgotten)
{
    std::mt19937 random(7); // NOLINT: the same each time
    const auto one = [&](unsigned of) { return random() % of == 0; };
    bool wanted = true;
    connect(wanted);
    SteadyTime asked = now;
    SteadyTime ordered{};
    for (int second = 0; second < 20'000; ++second) {
        now += std::chrono::seconds(1);
        if (one(500)) {
            wanted = !wanted;
            talk.want(wanted, now);
            ordered = {};
        }
        const auto messages = due();
        for (const auto message : messages) {
            if (message == CecMessage::kAskPower) {
                asked = now;
                answer(static_cast<CecAnswer>(random() % 4));
                continue;
            }
            BOOST_REQUIRE((message == CecMessage::kStandby) == !wanted);
        }
        if (!messages.empty() && messages.front() != CecMessage::kAskPower) {
            BOOST_REQUIRE((now - ordered >= CecTalk::kFirstLook));
            ordered = now;
        }
        BOOST_REQUIRE((now - asked <= 2 * CecTalk::kLooks));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen

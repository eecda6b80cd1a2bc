// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slow decoder gets more time than one that is stuck, and not for ever.
#include "player/media/patience.h"

#include <boost/test/unit_test.hpp>

namespace jtv::media {
namespace {

using std::chrono::seconds;
constexpr Patience kPatience{seconds(10), seconds(30)};

SteadyTime at(int second)
{
    return SteadyTime(seconds(second));
}

BOOST_AUTO_TEST_SUITE(patience)

BOOST_AUTO_TEST_CASE(decoder_that_does_nothing_is_given_up_after_the_short_time)
{
    Waiting waiting;
    BOOST_TEST(!waiting.tooLong(at(100), 0, kPatience));
    BOOST_TEST(!waiting.tooLong(at(110), 0, kPatience));
    BOOST_TEST(waiting.tooLong(at(111), 0, kPatience));
}

BOOST_AUTO_TEST_CASE(decoder_that_goes_on_is_given_up_after_the_long_time)
{
    Waiting waiting;
    for (int second = 0; second <= 30; ++second) {
        BOOST_TEST(!waiting.tooLong(at(second), static_cast<unsigned>(second), kPatience));
    }
    BOOST_TEST(waiting.tooLong(at(31), 31, kPatience));
}

BOOST_AUTO_TEST_CASE(silence_counts_from_the_last_step)
{
    Waiting waiting;
    BOOST_TEST(!waiting.tooLong(at(0), 1, kPatience));
    BOOST_TEST(!waiting.tooLong(at(9), 2, kPatience));
    BOOST_TEST(!waiting.tooLong(at(19), 2, kPatience));
    BOOST_TEST(waiting.tooLong(at(20), 2, kPatience));
}

BOOST_AUTO_TEST_CASE(each_picture_begins_the_time_anew)
{
    Waiting waiting;
    BOOST_TEST(!waiting.tooLong(at(0), 0, kPatience));
    waiting.over();
    BOOST_TEST(!waiting.tooLong(at(50), 0, kPatience));
    BOOST_TEST(!waiting.tooLong(at(60), 0, kPatience));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media

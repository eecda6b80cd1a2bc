// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The figures of --stats count what was presented.
#include "base/json/json.h"
#include "player/show/ledger.h"

#include <boost/test/unit_test.hpp>

namespace jtv::show {
namespace {

SteadyTime at(int ms)
{
    return SteadyTime(Milliseconds(ms));
}

// A frame of 40 ms, or a still.
PictureTime frame(int due)
{
    return {at(due), Milliseconds(40)};
}
PictureTime still(int due)
{
    return {at(due), Nanoseconds(0)};
}

struct Book {
    Ledger ledger{at(0), Milliseconds(16)};

    void item(std::uint64_t number, bool moving)
    {
        ItemRecord record;
        record.item = number;
        record.source = std::string(1, static_cast<char>('a' + number));
        record.kind = moving ? "video" : "image";
        ledger.began(record, moving);
    }
};

BOOST_FIXTURE_TEST_SUITE(ledger, Book)

BOOST_AUTO_TEST_CASE(late_is_more_than_one_refresh_after_due)
{
    item(1, true);
    ledger.presented({1, 0, at(100)}, std::nullopt, "");
    ledger.presented({1, 1, at(156)}, frame(140), "");
    ledger.presented({1, 2, at(197)}, frame(180), "");
    BOOST_TEST(ledger.statistics().framesLate == 1U);
    BOOST_TEST(ledger.statistics().framesPresented == 3U);
    BOOST_TEST(*ledger.statistics().firstFrameMs == 100.0);
    BOOST_TEST(ledger.statistics().longestGapMs == 56.0);
}

BOOST_AUTO_TEST_CASE(switch_is_from_the_last_picture_to_the_first)
{
    item(1, true);
    ledger.presented({1, 0, at(100)}, std::nullopt, "");
    item(2, false);
    ledger.presented({2, 0, at(140)}, still(135), "");
    item(3, true);
    ledger.presented({3, 0, at(1240)}, frame(1200), "");
    const auto& switches = ledger.statistics().switches;
    BOOST_REQUIRE(switches.size() == 2U);
    BOOST_TEST(switches.front().from == "b");
    BOOST_TEST(switches.front().to == "c");
    BOOST_TEST(switches.front().gapMs == 40.0);
    BOOST_TEST(ledger.statistics().lateStarts == 1U);
    // A still that stands for its time is no gap.
    BOOST_TEST(ledger.statistics().longestGapMs == 40.0);
}

BOOST_AUTO_TEST_CASE(error_of_a_switch_is_measured_from_the_end_of_the_picture_before)
{
    item(1, true);
    ledger.presented({1, 0, at(100)}, frame(100), "");
    item(2, false);
    ledger.presented({2, 0, at(150)}, still(140), "");
    item(3, false);
    ledger.presented({3, 0, at(5148)}, still(5140), "");
    item(4, true);
    ledger.presented({4, 0, at(10'130)}, frame(10'140), "");
    const auto& switches = ledger.statistics().switches;
    BOOST_REQUIRE(switches.size() == 3U);
    BOOST_TEST(switches[0].gapMs == 50.0);
    BOOST_TEST(*switches[0].errorMs == 10.0);
    BOOST_TEST(*switches[0].errorFrames == 0.25);
    // From still to still: the first one's time is no gap; a frame is a refresh.
    BOOST_TEST(switches[1].gapMs == 8.0);
    BOOST_TEST(*switches[1].errorMs == 8.0);
    BOOST_TEST(*switches[1].errorFrames == 0.5);
    // Too early is an error as well, but no gap.
    BOOST_TEST(switches[2].gapMs == 0.0);
    BOOST_TEST(*switches[2].errorMs == -10.0);
    BOOST_TEST(*switches[2].errorFrames == -0.25);
}

BOOST_AUTO_TEST_CASE(programme_is_due_when_it_is_ready)
{
    item(1, false);
    ledger.presented({1, 0, at(100)}, std::nullopt, "");
    item(2, false);
    ledger.presented({2, 0, at(9000)}, std::nullopt, "");
    BOOST_REQUIRE(ledger.statistics().switches.size() == 1U);
    BOOST_TEST(ledger.statistics().switches.front().gapMs == 0.0);
    BOOST_TEST(!ledger.statistics().switches.front().errorMs);
    BOOST_TEST(ledger.statistics().lateStarts == 0U);
    const auto json = json::parse(toJson(ledger.statistics()));
    BOOST_REQUIRE(json);
    BOOST_TEST((*json)["switches"][0]["error_ms"].is_null());
}

BOOST_AUTO_TEST_CASE(ways_of_decoding_are_told_with_what_was_left)
{
    const frame::Way plane{frame::Path::kPlane, true, 31};
    const frame::Way copied{frame::Path::kPlane, false, 31};
    item(1, true);
    BOOST_TEST(ledger.presented({1, 0, at(100), plane}, std::nullopt, ""));
    ledger.decoder(1, {"v4l2slh264dec", "", 0});
    ledger.decoder(1, {"v4l2slh264dec", "", 0, 1, 0});
    ledger.decoder(1, {"v4l2slh264dec", "", 0, 1, 1});
    BOOST_TEST(!ledger.presented({1, 1, at(140), plane}, frame(140), ""));
    BOOST_TEST(ledger.statistics().items.front().memory == "zero_copy");
    BOOST_TEST(ledger.presented({1, 2, at(180), copied}, frame(180), ""));
    ledger.decoder(1, {"avdec_h264", "the better ways failed", 1, 1, 1});
    ledger.decoder(1, {"avdec_h264", "the better ways failed", 1, 1, 1});
    ledger.restarts(2);
    BOOST_TEST(ledger.statistics().decoderFallbacks == 1U);
    const auto& entry = ledger.statistics().items.front();
    BOOST_TEST(entry.memory == "copied");
    BOOST_TEST(entry.plane == 31U);
    BOOST_TEST(presentedFps(entry) == 25.0);
    const auto json = json::parse(toJson(ledger.statistics()));
    BOOST_REQUIRE(json);
    BOOST_TEST((*json)["items"][0]["presented_fps"].get<double>() == 25.0);
    BOOST_TEST((*json)["items"][0]["fallbacks"].get<int>() == 1);
    BOOST_TEST((*json)["items"][0]["rebuilds"].get<int>() == 1);
    BOOST_TEST((*json)["decoder_flushes"].get<int>() == 1);
    BOOST_TEST((*json)["decoder_rebuilds"].get<int>() == 1);
    BOOST_TEST((*json)["decoder_fallbacks"].get<int>() == 1);
    BOOST_TEST((*json)["decoder_restarts"].get<int>() == 2);
}

BOOST_AUTO_TEST_CASE(failed_items_are_counted_with_their_reason)
{
    item(1, true);
    ledger.expected(1, 5);
    ledger.ended(1, ItemEnd::kFailed, "because");
    item(2, true);
    ledger.ended(2, ItemEnd::kTimedOut, "late");
    BOOST_TEST(ledger.endings() == 2U);
    BOOST_TEST(ledger.statistics().itemsFailed == 2U);
    BOOST_TEST(ledger.statistics().itemsPlayed == 0U);
    const auto json = json::parse(toJson(ledger.statistics()));
    BOOST_REQUIRE(json);
    BOOST_TEST((*json)["items"][0]["end"].get<std::string>() == "failed");
    BOOST_TEST((*json)["items"][1]["end"].get<std::string>() == "timed_out");
    BOOST_TEST((*json)["frames_expected"].get<int>() == 5);
    BOOST_TEST((*json)["first_frame_ms"].is_null());
    BOOST_TEST((*json)["peak_rss_kb"].get<int>() > 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::show

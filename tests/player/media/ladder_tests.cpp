// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which way a video takes to the display, for every board and every rung.
#include "player/media/ladder.h"

#include <boost/test/unit_test.hpp>

namespace jtv::media {
namespace {

const Stream kH264{"video/x-h264", 1920, 1080, 30, 8};
const Stream kHevc{"video/x-h265", 1920, 1080, 30, 8};

// A display controller with planes for everything, and one decoder.
Offer offerWith(std::vector<std::string> decoders)
{
    Offer offer;
    offer.decoders = std::move(decoders);
    offer.decoderFormats = {"NV12"};
    offer.planeFormats = {"NV12", "YU12"};
    offer.freePlanes = 3;
    offer.display = true;
    return offer;
}

BOOST_AUTO_TEST_SUITE(ladder)

BOOST_AUTO_TEST_CASE(board_is_known_by_its_model_and_then_by_its_decoders)
{
    BOOST_TEST((boardOf("Raspberry Pi 3 Model B Plus Rev 1.3", {}) == Board::kPi3));
    BOOST_TEST((boardOf("Raspberry Pi 4 Model B Rev 1.4", {"v4l2h264dec"}) == Board::kPi4));
    BOOST_TEST((boardOf("Raspberry Pi Compute Module 4 Rev 1.0", {}) == Board::kPi4));
    BOOST_TEST((boardOf("Raspberry Pi 5 Model B Rev 1.0", {}) == Board::kPi5));
    BOOST_TEST((boardOf("", {"v4l2slh264dec"}) == Board::kV4l2));
    BOOST_TEST((boardOf("Radxa ROCK 4", {"vah264dec", "v4l2slh264dec"}) == Board::kV4l2));
    BOOST_TEST((boardOf("", {"vah264dec"}) == Board::kVaapi));
    BOOST_TEST((boardOf("", {}) == Board::kNone));
}

BOOST_AUTO_TEST_CASE(each_pi_decodes_what_it_is_made_for)
{
    BOOST_TEST(decodable(Board::kPi3, kH264));
    BOOST_TEST(!decodable(Board::kPi3, kHevc));
    BOOST_TEST(decodable(Board::kPi4, kH264));
    BOOST_TEST(decodable(Board::kPi4, kHevc));
    BOOST_TEST(!decodable(Board::kPi5, kH264));
    BOOST_TEST(decodable(Board::kPi5, kHevc));
    BOOST_TEST(!decodable(Board::kNone, kH264));
}

BOOST_AUTO_TEST_CASE(limits_hold_for_upright_videos_and_odd_rates_too)
{
    BOOST_TEST(decodable(Board::kPi4, Stream{"video/x-h264", 1080, 1920, 59.94, 8}));
    BOOST_TEST(decodable(Board::kPi3, Stream{"video/x-h264", 1920, 1080, 30000.0 / 1001, 8}));
    BOOST_TEST(!decodable(Board::kPi3, Stream{"video/x-h264", 1920, 1080, 50, 8}));
    BOOST_TEST(!decodable(Board::kPi4, Stream{"video/x-h264", 1920, 1080, 30, 10}));
    BOOST_TEST(!decodable(Board::kPi4, Stream{"video/x-h264", 3840, 2160, 30, 8}));
    BOOST_TEST(decodable(Board::kPi4, Stream{"video/x-h265", 3840, 2160, 60, 10}));
    BOOST_TEST(decodable(Board::kPi4, Stream{"video/x-h265", 0, 0, 0, 8})); // not known
    BOOST_TEST(decodable(Board::kPi3, Stream{"video/x-h264", 1280, 720, 60, 8}));
    BOOST_TEST(!decodable(Board::kPi4, Stream{"video/x-h264", 1920, 1080, 30, 8, false}));
}

BOOST_AUTO_TEST_CASE(best_way_is_the_plane_and_gives_no_reason)
{
    const auto choice = choosePath(Board::kPi4, kH264, offerWith({"v4l2h264dec"}), {});
    BOOST_TEST((choice == Choice{Rung::kPlane, "v4l2h264dec", ""}));
}

BOOST_AUTO_TEST_CASE(each_failure_leads_one_way_down_and_the_last_stays)
{
    Offer offer = offerWith({"v4l2h264dec"});
    offer.gl = true;
    std::vector<Choice> failed;
    std::vector<Rung> order;
    for (int i = 0; i < 5; ++i) {
        const auto choice = choosePath(Board::kPi4, kH264, offer, failed);
        order.push_back(choice.rung);
        failed.push_back(choice);
    }
    const std::vector<Rung> expected{
        Rung::kPlane, Rung::kGl, Rung::kPlaneCopied, Rung::kWindow, Rung::kWindow};
    BOOST_TEST((order == expected));
}

BOOST_AUTO_TEST_CASE(gl_is_offered_only_after_its_probe)
{
    for (const auto& way : waysFor(Board::kPi4, kH264, offerWith({"v4l2h264dec"}), {})) {
        BOOST_TEST((way.rung != Rung::kGl));
    }
}

BOOST_AUTO_TEST_CASE(software_on_a_board_with_hardware_says_why)
{
    const auto beyond = choosePath(
        Board::kPi4, {"video/x-h264", 3840, 2160, 30, 8}, offerWith({"v4l2h264dec"}), {});
    BOOST_TEST((beyond.rung == Rung::kPlaneCopied));
    BOOST_TEST(beyond.decoder.empty());
    BOOST_TEST(!beyond.reason.empty());
    const auto absent = choosePath(Board::kPi4, kH264, offerWith({}), {});
    BOOST_TEST(absent.reason == "the decoder's driver is not there");
    const auto pi5 = choosePath(Board::kPi5, kH264, offerWith({"v4l2slh265dec"}), {});
    BOOST_TEST(pi5.reason == "this board decodes no video/x-h264 in hardware");
}

BOOST_AUTO_TEST_CASE(captions_keep_the_plane_as_long_as_there_are_two)
{
    Offer offer = offerWith({"v4l2h264dec"});
    offer.overlaid = true;
    offer.freePlanes = 2;
    BOOST_TEST((choosePath(Board::kPi4, kH264, offer, {}).rung == Rung::kPlane));
    offer.freePlanes = 1;
    const auto choice = choosePath(Board::kPi4, kH264, offer, {});
    BOOST_TEST((choice.rung == Rung::kWindow));
    BOOST_TEST(choice.reason == "captions need the only plane");
}

BOOST_AUTO_TEST_CASE(plane_that_cannot_show_the_decoders_format_is_not_taken_for_it)
{
    Offer offer = offerWith({"v4l2slh265dec"});
    offer.decoderFormats = {"NC12"};
    BOOST_TEST((choosePath(Board::kPi4, kHevc, offer, {}).rung == Rung::kPlaneCopied));
}

BOOST_AUTO_TEST_CASE(in_a_window_everything_is_painted)
{
    Offer offer = offerWith({"v4l2slh264dec"});
    offer.display = false;
    const auto ways = waysFor(Board::kV4l2, kH264, offer, {});
    BOOST_REQUIRE(ways.size() == 1U);
    BOOST_TEST((ways.front().rung == Rung::kWindow));
}

BOOST_AUTO_TEST_CASE(decoder_of_another_kind_is_not_taken_for_the_boards_own)
{
    // A webcam's codec on a Pi 4 is not what its table is about.
    const auto choice = choosePath(Board::kPi4, kH264, offerWith({"v4l2slh264dec"}), {});
    BOOST_TEST(choice.decoder.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media

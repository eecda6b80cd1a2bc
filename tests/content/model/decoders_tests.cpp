// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What boards decode at once.
#include "content/model/decoders.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

Playing playing(std::string_view codec, int width, int height, double fps, bool hardware)
{
    return {{codec, width, height, fps}, hardware};
}

BOOST_AUTO_TEST_SUITE(decoders)

BOOST_AUTO_TEST_CASE(decoder_is_shared_by_all_that_use_it)
{
    const auto main = playing("h264", 1920, 1080, 30, true);
    const auto inset = playing("h264", 640, 360, 30, true);
    BOOST_TEST(decodesTogether(Board::kPi3, {main}));
    BOOST_TEST(!decodesTogether(Board::kPi3, {main, inset}));
    BOOST_TEST(decodesTogether(Board::kPi3, {playing("h264", 1280, 720, 30, true), inset}));
    BOOST_TEST(decodesTogether(Board::kPi4, {main, main}));
    BOOST_TEST(!decodesTogether(Board::kPi4, {main, main, inset}));
}

BOOST_AUTO_TEST_CASE(decoders_of_two_codecs_and_the_processor_do_not_share)
{
    const auto most = playing("h264", 1920, 1080, 60, true);
    BOOST_TEST(decodesTogether(
        Board::kPi4,
        {most, playing("hevc", 3840, 2160, 60, true), playing("vp9", 640, 360, 30, false)}));
    BOOST_TEST(!decodesTogether(
        Board::kPi5,
        {playing("h264", 1920, 1080, 60, false), playing("vp9", 640, 360, 30, false)}));
}

BOOST_AUTO_TEST_CASE(of_other_computers_nothing_is_known)
{
    const auto large = playing("h264", 3840, 2160, 60, false);
    BOOST_TEST(decodesTogether(Board::kNone, {large, large}));
}

BOOST_AUTO_TEST_CASE(board_is_known_by_the_model_that_its_device_tree_names)
{
    BOOST_TEST((boardNamed("Raspberry Pi 3 Model B Plus Rev 1.3") == Board::kPi3));
    BOOST_TEST((boardNamed("Raspberry Pi Compute Module 4 Rev 1.0") == Board::kPi4));
    BOOST_TEST((boardNamed("Raspberry Pi 5 Model B Rev 1.0") == Board::kPi5));
    BOOST_TEST((boardNamed("Standard PC (Q35 + ICH9, 2009)") == Board::kNone));
    BOOST_TEST((boardNamed("") == Board::kNone));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model

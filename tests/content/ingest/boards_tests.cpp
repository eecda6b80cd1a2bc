// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which board decodes what in hardware.
#include "content/ingest/boards.h"

#include <boost/test/unit_test.hpp>

namespace jtv::ingest {
namespace {

// "3 4 5 v" for all of them.
std::string boards(
    const std::string& codec,
    int width,
    int height,
    double fps,
    int depth = 8,
    const std::string& profile = "Main")
{
    model::VideoFacts video;
    video.codec = codec;
    video.profile = profile;
    video.width = width;
    video.height = height;
    video.fps = fps;
    video.bitDepth = depth;
    const auto made = boardsFor(video);
    return std::string(made.pi3 ? "3" : "-") + (made.pi4 ? "4" : "-") + (made.pi5 ? "5" : "-") +
           (made.vaapi ? "v" : "-");
}

BOOST_AUTO_TEST_SUITE(boards_for)

BOOST_AUTO_TEST_CASE(boards_differ_by_codec_size_rate_and_depth)
{
    BOOST_TEST(boards("h264", 1920, 1080, 29.97) == "34-v");
    BOOST_TEST(boards("h264", 1080, 1920, 30) == "34-v");
    BOOST_TEST(boards("h264", 1280, 720, 60) == "34-v");
    BOOST_TEST(boards("h264", 1920, 1080, 59.94) == "-4-v");
    BOOST_TEST(boards("h264", 3840, 2160, 30) == "---v");
    BOOST_TEST(boards("h264", 1920, 1080, 30, 10, "High 10") == "----");
    BOOST_TEST(boards("h264", 1920, 1080, 30, 8, "High 4:4:4 Predictive") == "----");
    BOOST_TEST(boards("hevc", 3840, 2160, 60, 10, "Main 10") == "-45v");
    BOOST_TEST(boards("hevc", 1920, 1080, 25, 8, "Rext") == "----");
    BOOST_TEST(boards("vp9", 1920, 1080, 30, 8, "Profile 0") == "---v");
    BOOST_TEST(boards("av1", 1920, 1080, 30) == "----");
    BOOST_TEST(boards("h264", 1920, 1080, 0) == "34-v");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest

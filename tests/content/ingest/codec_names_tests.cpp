// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// GStreamer's words become ffprobe's.
#include "content/ingest/codec_names.h"

#include <boost/test/unit_test.hpp>

namespace jtv::ingest {
namespace {

BOOST_AUTO_TEST_SUITE(codec_names)

BOOST_AUTO_TEST_CASE(codecs_have_ffprobes_names)
{
    BOOST_TEST(codecName("video/x-h264", 0, 0) == "h264");
    BOOST_TEST(codecName("video/x-h265", 0, 0) == "hevc");
    BOOST_TEST(codecName("video/mpeg", 4, 0) == "mpeg4");
    BOOST_TEST(codecName("video/mpeg", 2, 0) == "mpeg2video");
    BOOST_TEST(codecName("audio/mpeg", 4, 0) == "aac");
    BOOST_TEST(codecName("audio/mpeg", 1, 3) == "mp3");
    BOOST_TEST(codecName("video/x-newcodec", 0, 0) == "newcodec");
    BOOST_TEST(codecName("odd", 0, 0) == "odd");
}

BOOST_AUTO_TEST_CASE(profiles_have_ffprobes_names)
{
    BOOST_TEST(profileName("h264", "constrained-baseline") == "Constrained Baseline");
    BOOST_TEST(profileName("h264", "high-10") == "High 10");
    BOOST_TEST(profileName("h264", "high-4:4:4") == "High 4:4:4 Predictive");
    BOOST_TEST(profileName("hevc", "main-10") == "Main 10");
    BOOST_TEST(profileName("hevc", "main-444-12") == "Rext");
    BOOST_TEST(profileName("vp9", "2") == "Profile 2");
    BOOST_TEST(profileName("mpeg4", "advanced-simple") == "Advanced Simple Profile");
    BOOST_TEST(profileName("vp8", "").empty());
}

BOOST_AUTO_TEST_CASE(containers_have_short_names_and_a_media_type)
{
    BOOST_TEST(containerName("video/quicktime", "iso") == "mp4");
    BOOST_TEST(containerName("video/quicktime", "apple") == "mov");
    BOOST_TEST(containerName("application/ogg", "") == "ogg");
    BOOST_TEST(fileType(containerName("video/x-matroska", "")) == "video/x-matroska");
    BOOST_TEST(fileType("unheard of") == "application/octet-stream");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest

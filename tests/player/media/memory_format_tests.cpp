// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The caps of decoders, as GStreamer 1.22 writes them and as 1.24 and later do.
#include "player/media/memory_format.h"
#include "player/media/video.h"

#include <boost/test/unit_test.hpp>

namespace jtv::media {
namespace {

constexpr std::uint32_t kNv12 = 0x3231564e;
constexpr std::uint32_t kYu12 = 0x32315559;

std::optional<MemoryFormat> formatOf(const char* text)
{
    start();
    const Caps caps(gst_caps_from_string(text));
    return memoryFormatOf(caps.get());
}

bool taken(const char* text)
{
    start();
    const Caps offered(gst_caps_from_string(text));
    const Caps wanted = capsTaken({"NV12", "YU12", "NV12:0x0700000000000004"});
    return gst_caps_can_intersect(offered.get(), wanted.get()) != FALSE;
}

BOOST_AUTO_TEST_SUITE(memory_format)

BOOST_AUTO_TEST_CASE(plain_and_described_memory_are_the_same_picture)
{
    const auto plain =
        formatOf("video/x-raw, format=NV12, width=640, height=384, colorimetry=bt709");
    const auto described =
        formatOf("video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=NV12, width=640, "
                 "height=384, colorimetry=bt709");
    BOOST_REQUIRE((plain && described));
    for (const auto& format : {*plain, *described}) {
        BOOST_TEST(format.fourcc == kNv12);
        BOOST_TEST(format.modifier == 0U);
        BOOST_TEST(GST_VIDEO_INFO_WIDTH(&format.info) == 640);
        BOOST_TEST(GST_VIDEO_INFO_HEIGHT(&format.info) == 384);
        BOOST_TEST((format.info.colorimetry.matrix == GST_VIDEO_COLOR_MATRIX_BT709));
    }
}

BOOST_AUTO_TEST_CASE(tiled_memory_has_its_modifier)
{
    const auto tiled =
        formatOf("video/x-raw(memory:DMABuf), format=DMA_DRM, "
                 "drm-format=(string)YU12:0x0700000000000004, width=1920, height=1080");
    BOOST_REQUIRE(tiled.has_value());
    BOOST_TEST(tiled->fourcc == kYu12);
    BOOST_TEST(tiled->modifier == 0x0700000000000004U);
}

BOOST_AUTO_TEST_CASE(what_is_no_such_picture_is_refused)
{
    BOOST_TEST(!formatOf(
        "video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=XR24, width=8, height=8"));
    BOOST_TEST(
        !formatOf("video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=NV, width=8, height=8"));
    BOOST_TEST(!formatOf("video/x-h264, width=8, height=8"));
    for (const char* text :
         {"",
          "NV1",
          "NV12:",
          "NV12:0x",
          "NV12:0xg",
          "NV12:0x1 ",
          "NV12:12",
          "NV12:0x10000000000000000"}) {
        BOOST_TEST(!parseDrmFormat(text), text);
    }
}

BOOST_AUTO_TEST_CASE(only_memory_that_planes_show_is_asked_for)
{
    BOOST_TEST(taken("video/x-raw, format=NV12"));
    BOOST_TEST(taken("video/x-raw, format=I420"));
    BOOST_TEST(!taken("video/x-raw, format=P010_10LE"));
    BOOST_TEST(taken("video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=NV12"));
    BOOST_TEST(
        taken("video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=NV12:0x0700000000000004"));
    BOOST_TEST(
        !taken("video/x-raw(memory:DMABuf), format=DMA_DRM, drm-format=NV12:0x0100000000000002"));
    const Caps none = capsTaken({});
    BOOST_TEST(gst_caps_get_size(none.get()) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media

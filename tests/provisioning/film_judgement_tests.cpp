// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the self-test makes of figures, and of the kernel's list of shared buffers as 7.3 writes it.
#include "provisioning/app/film_judgement.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace jtv::app {
namespace {

using State = Finding::State;

json::Value statistics(const std::string& decoder, const std::string& memory, double fps)
{
    return {
        {"items_played", 1},
        {"items_failed", 0},
        {"black_frames", 0},
        {"frames_late", 2},
        {"items",
         {{{"decoder", decoder}, {"path", "plane"}, {"memory", memory}, {"presented_fps", fps}}}}};
}

constexpr const char* kList =
    "\n"
    "Dma-buf Objects:\n"
    "size    \tflags   \tmode    \tcount   \texp_name\tino     \tname\n"
    "03145728\t00000002\t00080007\t00000001\tdrm\t00000021\t<none>\n"
    "\tAttached Devices:\n"
    "Total 0 devices attached\n"
    "\n"
    "00368640\t00000000\t00080007\t00000005\tvideobuf2_vmalloc\t00000012\t"
    "<none>\n"
    "\tAttached Devices:\n"
    "\tvkms\n"
    "Total 1 devices attached\n"
    "\n\n"
    "Total 2 objects, 3514368 bytes\n";

BOOST_AUTO_TEST_SUITE(film_judgement)

BOOST_AUTO_TEST_CASE(list_of_buffers_names_who_made_and_who_reads)
{
    const auto buffers = readBufferList(kList);
    BOOST_REQUIRE(buffers.size() == 2U);
    BOOST_TEST(buffers[0].exporter == "drm");
    BOOST_TEST(buffers[0].readers.empty());
    BOOST_TEST(buffers[1].exporter == "videobuf2_vmalloc");
    BOOST_REQUIRE(buffers[1].readers.size() == 1U);
    BOOST_TEST(buffers[1].readers[0] == "vkms");
    const auto proof = zeroCopyIn(buffers);
    BOOST_REQUIRE(proof);
    BOOST_TEST(proof->exporter == "videobuf2_vmalloc");
}

BOOST_AUTO_TEST_CASE(memory_that_nobody_reads_proves_nothing)
{
    BOOST_TEST(readBufferList("").empty());
    BOOST_TEST(!zeroCopyIn({{"videobuf2_vmalloc", {}, ""}, {"drm", {"vkms"}, ""}}));
}

BOOST_AUTO_TEST_CASE(buffers_of_the_film_before_prove_nothing)
{
    const auto before = readBufferList(kList);
    BOOST_TEST(!zeroCopyIn(before, before));
    auto now = before;
    now.push_back({"videobuf2_vmalloc", {"vkms"}, "00000099"});
    const auto proof = zeroCopyIn(now, before);
    BOOST_REQUIRE(proof);
    BOOST_TEST(proof->inode == "00000099");
}

BOOST_AUTO_TEST_CASE(film_without_a_copy_at_its_rate_is_good)
{
    const auto found = judgeFilm(
        "h264 1920x1080 at 30",
        statistics("v4l2slh264dec", "zero_copy", 29.97),
        30,
        SharedBuffer{"videobuf2_vmalloc", {"vkms"}, ""});
    BOOST_TEST((found.state == State::kGood));
    BOOST_TEST(
        found.text == "h264 1920x1080 at 30: v4l2slh264dec, plane without a copy, made by "
                      "videobuf2_vmalloc and read by vkms, 30.0 pictures a second, 2 late");
    BOOST_TEST(found.figures["exporter"] == "videobuf2_vmalloc");
}

BOOST_AUTO_TEST_CASE(copies_and_lost_pictures_are_told)
{
    const auto copied = judgeFilm("a", statistics("v4l2h264dec", "copied", 30), 30, {});
    BOOST_TEST((copied.state == State::kWarning));
    BOOST_TEST(copied.text.find("copied on their way") != std::string::npos);
    const auto slow = judgeFilm("a", statistics("avdec_h264", "copied", 24), 30, {});
    BOOST_TEST((slow.state == State::kWarning));
    BOOST_TEST(slow.text.find("too slow") != std::string::npos);
    BOOST_TEST(
        (judgeFilm("a", statistics("avdec_h264", "copied", 30), 30, {}).state == State::kGood));
}

BOOST_AUTO_TEST_CASE(software_on_a_board_with_decoders_is_told)
{
    auto figures = statistics("avdec_h264", "copied", 30);
    figures["items"][0]["remark"] = "the display has no free plane";
    const auto found = judgeFilm("a", figures, 30, {});
    BOOST_TEST((found.state == State::kWarning));
    BOOST_TEST(found.text.find("the display has no free plane") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_failed_is_a_fault)
{
    auto figures = statistics("avdec_h264", "copied", 30);
    figures["black_frames"] = 1;
    BOOST_TEST((judgeFilm("a", figures, 30, {}).state == State::kFault));
    BOOST_TEST((judgeSequence("a", figures).state == State::kFault));
    BOOST_TEST((judgeFilm("a", json::Value::object(), 30, {}).state == State::kFault));
    figures["black_frames"] = 0;
    BOOST_TEST((judgeSequence("a", figures).state == State::kGood));
    figures["decoder_rebuilds"] = 1;
    BOOST_TEST((judgeSequence("a", figures).state == State::kWarning));
}

BOOST_AUTO_TEST_CASE(films_follow_what_the_board_decodes)
{
    const auto films = filmsFor("H.264\tv4l2h264dec\thardware\t1920x1080@60\n"
                                "HEVC\tv4l2slh265dec\thardware\t3840x2160@60\n"
                                "VP8\t-\tsoftware\t-\n"
                                "AV1\tav1dec\tsoftware\t-\n");
    BOOST_REQUIRE(films.size() == 4U);
    BOOST_TEST(nameOf(films[0]) == "h264 1920x1080 at 30");
    BOOST_TEST(nameOf(films[1]) == "h264 1920x1080 at 60");
    BOOST_TEST(nameOf(films[2]) == "hevc 1920x1080 at 30");
    BOOST_TEST(nameOf(films[3]) == "hevc 3840x2160 at 60");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app

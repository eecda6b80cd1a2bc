// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a media file is, found without playing it.
#include "player/media/probe.h"
#include "player/media/video.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace jtv::media {
namespace {

BOOST_AUTO_TEST_SUITE(probe_file)

BOOST_AUTO_TEST_CASE(length_size_and_codec_are_told)
{
    start();
    const doubles::TemporaryDirectory folder;
    const auto file = folder.path() / "ä b.mp4";
    doubles::makeClip(file, 30, "width=320,height=240");
    const auto probed = probe(file, Milliseconds(30'000));
    BOOST_REQUIRE(probed);
    BOOST_TEST((probed->duration == Milliseconds(1000)));
    BOOST_TEST(probed->width == 320);
    BOOST_TEST(probed->height == 240);
    BOOST_TEST(probed->codec.find("H.264") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(other_files_are_refused_with_a_sentence)
{
    start();
    const doubles::TemporaryDirectory folder;
    const auto file = folder.path() / "a.txt";
    std::ofstream(file) << "text";
    const auto refused = probe(file, Milliseconds(30'000));
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().kind == ErrorKind::kInvalid));
    const auto missing = probe(folder.path() / "none.mp4");
    BOOST_REQUIRE(!missing);
    BOOST_TEST((missing.error().kind == ErrorKind::kNotFound));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media

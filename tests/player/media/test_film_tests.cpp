// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Films for the self-test: made by real encoders, read by the real player.
#include "player/media/probe.h"
#include "player/media/test_film.h"
#include "player/media/video.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

namespace jtv::media {
namespace {

BOOST_AUTO_TEST_SUITE(test_film)

BOOST_AUTO_TEST_CASE(film_has_the_pictures_that_were_asked_for)
{
    start();
    const doubles::TemporaryDirectory folder;
    for (const char* codec : {"h264", "hevc", "vp8"}) {
        const auto file = folder.path() / (std::string(codec) + ".film");
        const auto made = makeTestFilm({codec, 320, 192, 30, 45}, file);
        if (!made && made.error().message.find("install") != std::string::npos) {
            BOOST_TEST_MESSAGE("SKIPPED: " << made.error().message);
            continue;
        }
        BOOST_TEST_REQUIRE(bool(made));
        const auto found = probe(file, std::chrono::minutes(1));
        BOOST_TEST_REQUIRE(bool(found));
        BOOST_TEST(found->width == 320);
        BOOST_TEST(found->height == 192);
        // Nothing says how long the last picture of WebM lasts.
        const auto length = found->duration.value_or(Milliseconds(0)).count();
        BOOST_TEST((length > 1450 && length < 1550));
    }
}

BOOST_AUTO_TEST_CASE(unknown_codec_is_refused_with_those_that_are_known)
{
    start();
    const doubles::TemporaryDirectory folder;
    const auto made = makeTestFilm({"theora"}, folder.path() / "a");
    BOOST_REQUIRE(!made);
    BOOST_TEST(made.error().message == "theora is no codec of test films; take h264, hevc or vp8");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::media

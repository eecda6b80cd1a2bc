// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The proof that two pictures are the same, and the word for what made them.
#include "content/typeset/stack.h"
#include "content/typeset/typeset.h"
#include "tests/content/typeset/demo_slides.h"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <thread>

namespace jtv::typeset {
namespace {

BOOST_AUTO_TEST_SUITE(stack)

BOOST_AUTO_TEST_CASE(digest_tells_size_and_every_pixel)
{
    Pixels wide(4, 2);
    const auto first = digestOf(wide);
    BOOST_TEST(first.size() == 64U);
    BOOST_TEST(digestOf(Pixels(2, 4)) != first);
    wide.bgra.back() = 1;
    BOOST_TEST(digestOf(wide) != first);
}

BOOST_AUTO_TEST_CASE(digest_tells_pictures_apart_however_their_rows_are_written_down)
{
    std::set<std::string> digests;
    Pixels paper(40, 40);
    Pixels noise(40, 40);
    std::uint32_t state = 1;
    for (auto& byte : noise.bgra) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(state >> 24U);
    }
    for (auto* picture : {&paper, &noise}) {
        digests.insert(digestOf(*picture));
        for (const std::size_t at : {0U, 160U, 399U, 6399U}) {
            picture->bgra[at] ^= 1U;
            digests.insert(digestOf(*picture));
        }
    }
    BOOST_TEST(digests.size() == 10U);
}

BOOST_AUTO_TEST_CASE(same_slide_has_the_same_digest_on_every_thread)
{
    const auto slide = demoSlides().front();
    const auto draw = [&] {
        return digestOf(
            renderSlide(slide, slide.sourceLanguage, demoTarget(1920, 1080, slide.sourceLanguage))
                .value());
    };
    std::string elsewhere;
    std::thread([&] { elsewhere = draw(); }).join();
    BOOST_TEST(draw() == elsewhere);
    BOOST_TEST(draw() == elsewhere);
}

BOOST_AUTO_TEST_CASE(stack_names_its_libraries_and_fonts)
{
    const auto& version = stackVersion();
    for (const auto* part : {"pango ", "cairo ", "harfbuzz ", "fontconfig ", "icu ", "fonts "}) {
        BOOST_TEST(version.find(part) != std::string::npos, version);
    }
    BOOST_TEST(&stackVersion() == &version);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Line-21 captions, pair by pair as they are sent.
#include "content/captions/cea608.h"
#include "tests/content/captions/plain_text.h"

#include <boost/test/unit_test.hpp>

#include <random>

namespace jtv::captions {
namespace {

struct Line21 {
    Cea608 decoder;
    Milliseconds time{0};
    std::vector<std::string> shown; // "time: text"

    void pair(unsigned first, unsigned second)
    {
        time += Milliseconds(33);
        const auto caption =
            decoder.take(static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second), time);
        if (caption) {
            BOOST_TEST((caption->end == Milliseconds::max()));
            shown.push_back(std::to_string(caption->begin.count()) + ": " + plain(caption->lines));
        }
    }
    void control(unsigned first, unsigned second)
    {
        pair(first, second);
        pair(first, second); // as every encoder does
    }
    void text(const std::string& letters)
    {
        for (std::size_t i = 0; i < letters.size(); i += 2) {
            const auto second = i + 1 < letters.size() ? letters[i + 1] : '\0';
            pair(static_cast<unsigned char>(letters[i]), static_cast<unsigned char>(second));
        }
    }
};

BOOST_FIXTURE_TEST_SUITE(cea608, Line21)

BOOST_AUTO_TEST_CASE(pop_on_caption_appears_at_its_end_and_goes_when_erased)
{
    control(0x14, 0x20);
    control(0x14, 0x50); // row 14, column 0
    text("Hello,");
    control(0x14, 0x70); // row 15
    text("world");
    BOOST_TEST(shown.empty());
    control(0x14, 0x2F);
    const auto end = time.count() - 33;
    control(0x14, 0x2C);
    BOOST_REQUIRE(shown.size() == 2U);
    BOOST_TEST(shown[0] == std::to_string(end) + ": Hello,|world");
    BOOST_TEST(shown[1].ends_with(": "));
}

BOOST_AUTO_TEST_CASE(letters_beyond_ascii_are_read)
{
    control(0x14, 0x20);
    control(0x14, 0x70);
    text("Gru");
    control(0x12, 0x25); // ü instead of the u before it
    text("s");
    control(0x13, 0x34); // ß
    text("e *");
    control(0x11, 0x37); // a note
    control(0x14, 0x2F);
    BOOST_REQUIRE(shown.size() == 1U);
    BOOST_TEST(shown[0].ends_with(": Grüße á♪"));
}

BOOST_AUTO_TEST_CASE(rolled_up_lines_appear_when_they_are_complete)
{
    control(0x14, 0x25);
    control(0x14, 0x2D);
    control(0x14, 0x70);
    text("one");
    control(0x14, 0x2D);
    text("two");
    control(0x14, 0x2D);
    text("three");
    control(0x14, 0x2D);
    BOOST_REQUIRE(shown.size() == 4U);
    BOOST_TEST(shown[1].ends_with(": one"));
    BOOST_TEST(shown[2].ends_with(": two"));
    BOOST_TEST(shown[3].ends_with(": three"));
}

BOOST_AUTO_TEST_CASE(other_channel_and_text_service_are_not_ours)
{
    control(0x14, 0x20);
    control(0x14, 0x70);
    text("ours");
    control(0x1C, 0x20); // channel 2
    text("theirs");
    control(0x14, 0x2B); // text
    text("text");
    control(0x14, 0x2F);
    BOOST_REQUIRE(shown.size() == 1U);
    BOOST_TEST(shown[0].ends_with(": ours"));
}

BOOST_AUTO_TEST_CASE(parity_does_not_matter_and_no_pair_harms)
{
    std::mt19937 random(5);
    for (int i = 0; i < 200'000; ++i) {
        pair(random() & 0xFFU, random() & 0xFFU);
    }
    shown.clear();
    control(0x94, 0x2C);
    control(0x94, 0xAE); // erase both
    control(0x94, 0x20);
    control(0x94, 0x70);
    text("A");
    control(0x94, 0x2F);
    BOOST_TEST(shown.back().ends_with(": A"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions

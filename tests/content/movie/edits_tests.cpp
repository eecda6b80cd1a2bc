// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Headings of films, built box by box. Real ones: system.player_cut.
#include "content/movie/edits.h"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string number(std::uint64_t value, std::size_t bytes)
{
    std::string text;
    while (bytes-- > 0) {
        text += static_cast<char>(value >> 8 * bytes);
    }
    return text;
}

std::string box(std::string_view name, const std::string& inside)
{
    return number(inside.size() + 8, 4) + std::string(name) + inside;
}

// mvhd and mdhd: version, times of making and change, scale, length.
std::string header(std::string_view name, std::uint64_t scale, std::uint64_t length, bool wide)
{
    const std::size_t size = wide ? 8 : 4;
    return box(
        name,
        number(wide ? 1U << 24U : 0, 4) + number(0, size) + number(0, size) + number(scale, 4) +
            number(length, size) + std::string(76, '\0'));
}

struct Edit {
    std::uint64_t length = 0; // in units of the film
    std::uint64_t begin = 0;  // in units of the media
};

std::string track(std::uint64_t scale, const std::vector<Edit>& edits, bool wide = false)
{
    const std::size_t size = wide ? 8 : 4;
    std::string list = number(wide ? 1U << 24U : 0, 4) + number(edits.size(), 4);
    for (const auto& edit : edits) {
        list += number(edit.length, size) + number(edit.begin, size) + number(0x10000, 4);
    }
    return box(
        "trak", box("edts", box("elst", list)) + box("mdia", header("mdhd", scale, 0, wide)));
}

std::vector<std::uint8_t> moov(const std::string& inside)
{
    const auto text = box("moov", inside);
    return {text.begin(), text.end()};
}

std::uint64_t lengthOf(const std::vector<std::uint8_t>& film, bool wide = false)
{
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < (wide ? 8U : 4U); ++i) {
        length = length << 8U | film.at((wide ? 40U : 32U) + i);
    }
    return length;
}

} // namespace

BOOST_AUTO_TEST_SUITE(edits)

BOOST_AUTO_TEST_CASE(a_late_begin_lengthens_the_film_by_the_lead)
{
    auto film = moov(header("mvhd", 1000, 10000, false) + track(12288, {{10000, 75776}}));
    BOOST_TEST(jtv::movie::stretchToEdits(film));
    BOOST_TEST(lengthOf(film) == 16167U); // 75776/12288 s = 6166.7 ms of lead, rounded up
}

BOOST_AUTO_TEST_CASE(the_latest_end_of_all_tracks_counts)
{
    auto film = moov(
        header("mvhd", 1000, 10000, true) + track(48000, {{10000, 48000}}, true) +
        track(90000, {{4000, 0}, {2000, 900000}}, true));
    BOOST_TEST(jtv::movie::stretchToEdits(film));
    BOOST_TEST(lengthOf(film, true) == 12000U);
}

BOOST_AUTO_TEST_CASE(ordinary_films_stay_as_they_are)
{
    const auto head = header("mvhd", 1000, 10000, false);
    for (const auto& inside :
         {head,
          head + track(48000, {}),
          head + track(48000, {{10000, 0}}),
          head + track(48000, {{500, 0xFFFFFFFF}, {9500, 0}}), // begins with nothing
          head + track(0, {{10000, 1}}),
          header("mvhd", 1000, 0, false) + track(48000, {{0, 48000}})}) {
        auto film = moov(inside);
        const auto before = film;
        BOOST_TEST(!jtv::movie::stretchToEdits(film));
        BOOST_TEST(film == before, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(damaged_headings_stay_as_they_are)
{
    const auto whole = moov(header("mvhd", 1000, 10000, false) + track(12288, {{10000, 75776}}));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        auto cut = std::vector<std::uint8_t>(whole.begin(), whole.begin() + static_cast<int>(size));
        BOOST_TEST(!jtv::movie::stretchToEdits(cut));
    }
    auto many = whole; // more entries than there are bytes
    const auto at =
        std::string_view(reinterpret_cast<const char*>(many.data()), many.size()).find("elst");
    many.at(at + 8) = 0xFF;
    BOOST_TEST(jtv::movie::stretchToEdits(many));
}

BOOST_AUTO_TEST_SUITE_END()

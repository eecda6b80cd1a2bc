// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each card comes once a round, none twice in a row, and none is preferred.
#include "player/timeline/lot.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace jtv::timeline {
namespace {

BOOST_AUTO_TEST_SUITE(lot)

BOOST_AUTO_TEST_CASE(every_card_comes_once_a_round_and_none_twice_in_a_row)
{
    for (std::size_t cards = 1; cards <= 70; ++cards) {
        std::size_t before = cards;
        for (std::uint64_t round = 0; round < 20; ++round) {
            std::vector<int> seen(cards);
            for (std::size_t place = 0; place < cards; ++place) {
                const auto card = drawn(7, round, place, cards);
                BOOST_REQUIRE(card < cards);
                ++seen[card];
                BOOST_TEST((cards < 3 || card != before));
                before = card;
            }
            BOOST_TEST(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
        }
    }
}

// 10 cards, 20,000 rounds: each is expected 2,000 times at each place; six sigma is 255.
BOOST_AUTO_TEST_CASE(no_card_is_preferred_at_any_place)
{
    constexpr std::size_t kCards = 10;
    constexpr std::uint64_t kRounds = 20'000;
    for (std::size_t place = 0; place < kCards; ++place) {
        std::vector<int> seen(kCards);
        for (std::uint64_t round = 0; round < kRounds; ++round) {
            ++seen[drawn(1, round, place, kCards)];
        }
        for (const int times : seen) {
            BOOST_TEST(std::abs(times - 2000) < 255);
        }
    }
}

BOOST_AUTO_TEST_CASE(another_seed_draws_another_order)
{
    int same = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        same += drawn(0, 0, 0, 100) == drawn(seed, 0, 0, 100) ? 1 : 0;
    }
    BOOST_TEST(same < 40); // 10 are expected
}

BOOST_AUTO_TEST_CASE(large_decks_are_drawn_from_as_small_ones)
{
    constexpr std::size_t kCards = 10'000;
    std::vector<bool> seen(kCards);
    for (std::size_t place = 0; place < kCards; ++place) {
        const auto card = drawn(3, 1, place, kCards);
        BOOST_REQUIRE(card < kCards);
        BOOST_REQUIRE(!seen[card]);
        seen[card] = true;
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A Feistel network over the next power of four, walked until the card is in the deck.
#include "player/timeline/lot.h"

#include <bit>

namespace jtv::timeline {
namespace {

constexpr std::uint64_t kPasses = 6;

// Every bit of the result depends on every bit given (the finisher of SplitMix64).
std::uint64_t scattered(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

std::size_t permuted(std::uint64_t key, std::size_t place, std::size_t cards)
{
    const auto half = (static_cast<unsigned>(std::bit_width(cards - 1)) + 1) / 2;
    const std::uint64_t mask = (std::uint64_t{1} << half) - 1;
    std::uint64_t card = place;
    do {
        auto left = card >> half;
        auto right = card & mask;
        for (std::uint64_t pass = 0; pass < kPasses; ++pass) {
            const auto next = left ^ (scattered(key + (pass << 32U) + right) & mask);
            left = right;
            right = next;
        }
        card = left << half | right;
    } while (card >= cards);
    return static_cast<std::size_t>(card);
}

} // namespace

std::size_t drawn(std::uint64_t seed, std::uint64_t round, std::size_t place, std::size_t cards)
{
    if (cards < 2) {
        return 0;
    }
    const auto keyOf = [seed](std::uint64_t each) { return scattered(scattered(seed) + each); };
    if (cards > 2 && round > 0 && place < 2) {
        const auto last = permuted(keyOf(round - 1), cards - 1, cards);
        if (permuted(keyOf(round), 0, cards) == last) {
            place = 1 - place;
        }
    }
    return permuted(keyOf(round), place, cards);
}

} // namespace jtv::timeline

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every playlist of the corpora runs for ten minutes.
#include "content/xml/smil.h"
#include "tests/doubles/corpora.h"
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace jtv::timeline {
namespace {

BOOST_AUTO_TEST_SUITE(timeline_corpora)

BOOST_AUTO_TEST_CASE(each_playlist_that_can_be_read_is_stepped_without_spinning)
{
    const auto folder = doubles::corpus("smil");
    if (!folder) {
        return;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (entry.path().extension() != ".smil") {
            continue;
        }
        auto read = xml::readSmil(entry.path());
        if (!read) {
            continue; // the sentence is checked with the reader
        }
        Player player;
        player.run(std::make_shared<const model::Playlist>(*std::move(read)), ms(600'000));
        BOOST_TEST(player.record.begun.size() < 5'000U, entry.path());
        BOOST_TEST(player.mostVisited < 2'000U, entry.path());
    }
}

// At an instant at which many of their windows are closed, and at one at which most are open.
BOOST_AUTO_TEST_CASE(each_playlist_yields_cues_or_says_why_not)
{
    const auto folder = doubles::corpus("smil");
    if (!folder) {
        return;
    }
    std::size_t silent = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (entry.path().extension() != ".smil") {
            continue;
        }
        auto read = xml::readSmil(entry.path());
        if (!read) {
            BOOST_TEST(read.error().message.size() > 20U, entry.path());
            continue;
        }
        const auto list = std::make_shared<const model::Playlist>(*std::move(read));
        for (const auto start : {1'795'000'000'000, 1'583'000'000'000}) {
            Options options;
            options.start = WallTime(Milliseconds(start));
            auto made = Timeline::make(list, options);
            BOOST_REQUIRE(made);
            auto step = made->advance(ms(0));
            bool began = !step.begins.empty();
            while (!began && step.next && *step.next < ms(86'400'000)) {
                step = made->advance(*step.next);
                began = !step.begins.empty();
            }
            if (began) {
                continue;
            }
            ++silent;
            const auto reasons = made->whyNothing();
            BOOST_TEST(!reasons.empty(), entry.path());
            for (const auto& reason : reasons) {
                BOOST_TEST(reason.place.line > 0, entry.path());
                BOOST_TEST(reason.text.size() > 20U, entry.path());
            }
        }
    }
    BOOST_TEST(silent > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline

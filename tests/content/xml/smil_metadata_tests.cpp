// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What playlists of other makers say beside SMIL: order by lot, values of the head.
#include "content/xml/smil.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

BOOST_AUTO_TEST_SUITE(smil_metadata)

BOOST_AUTO_TEST_CASE(seq_is_shuffled_as_its_metadata_says)
{
    const auto of = [](const std::string& metas) {
        return parseSmil(
                   "<smil><body><seq><metadata>" + metas +
                       "</metadata><img src='a.png' dur='1s'/></seq></body></smil>",
                   "a.smil")
            .value();
    };
    const auto shuffleOf = [](const model::Playlist& playlist) {
        const auto& body = std::get<model::Container>(playlist.body.body);
        return std::get<model::Container>(body.children.front().body).shuffle;
    };
    const std::string shuffle = "<meta name='adapi:pickingAlgorithm' content='shuffle'/>";
    const std::string pick = shuffle + "<meta name='adapi:pickingBehavior' content='pickN'/>";
    BOOST_TEST((shuffleOf(of(shuffle)) == model::Shuffle{0}));
    BOOST_TEST(
        (shuffleOf(of(pick + "<meta name='adapi:pickNumber' content='3'/>")) == model::Shuffle{3}));
    const auto wrong = of(pick + "<meta name='adapi:pickNumber' content='many'/>");
    BOOST_TEST((shuffleOf(wrong) == model::Shuffle{0}));
    BOOST_TEST(wrong.remarks.size() == 1U);
    const auto unknown = of("<meta name='adapi:pickingAlgorithm' content='weighted'/>");
    BOOST_TEST(!shuffleOf(unknown));
    BOOST_TEST(unknown.remarks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(value_that_the_head_does_not_name_is_a_fault)
{
    const auto playlist = parseSmil(
                              "<smil><head><state><data><a>b.png</a></data></state></head><body>"
                              "<img src='x/{a}' dur='1s'/>\n<img src='{c}' dur='1s'/>"
                              "</body></smil>",
                              "a.smil")
                              .value();
    const auto& body = std::get<model::Container>(playlist.body.body);
    const auto& first = std::get<model::Media>(body.children[0].body);
    BOOST_TEST(first.source == "x/b.png");
    BOOST_TEST(first.written == "x/{a}");
    BOOST_REQUIRE(playlist.remarks.size() == 1U);
    BOOST_TEST(playlist.remarks[0].place.line == 2);
    BOOST_TEST(playlist.remarks[0].text.starts_with("{c} is not in the <state>"));
    BOOST_TEST((playlist.remarks[0].severity == model::Remark::Severity::kWarning));
    BOOST_TEST(std::get<model::Media>(body.children[1].body).source == "{c}"); // a file may be so
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml

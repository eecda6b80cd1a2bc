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

BOOST_AUTO_TEST_CASE(textstreams_are_captions_of_the_videos_beside_them)
{
    const auto playlist =
        parseSmil(
            "<smil><body><par><video src='a.mp4'/><switch>"
            "<textstream src='a.de.vtt' systemLanguage='de' systemCaptions='on'/>"
            "<textstream src='a.ar.srt' systemLanguage='ar,fa'/></switch>"
            "<text src='a.vtt'/><textstream src='off.vtt' systemCaptions='off'/></par>"
            "<video src='b.mp4'/></body></smil>",
            "a.smil")
            .value();
    BOOST_TEST(playlist.remarks.empty());
    const auto& body = std::get<model::Container>(playlist.body.body);
    const auto& par = std::get<model::Container>(body.children[0].body);
    std::vector<model::Param> expected{
        {"captions-de", "a.de.vtt"},
        {"captions-ar", "a.ar.srt"},
        {"captions-fa", "a.ar.srt"},
        {"captions", "a.vtt"}};
    BOOST_TEST((std::get<model::Media>(par.children[0].body).params == expected));
    BOOST_TEST(std::get<model::Media>(body.children[1].body).params.empty());
}

BOOST_AUTO_TEST_CASE(captions_without_a_video_are_named)
{
    const auto playlist = parseSmil(
                              "<smil><body>\n<textstream src='a.vtt'/>\n<par><img src='p.png'/>"
                              "<textstream src='b.vtt' region='r' begin='1s'/></par>\n<par>"
                              "<video src='v.mp4'/><textstream/></par></body></smil>",
                              "a.smil")
                              .value();
    std::size_t alone = 0;
    for (const auto& remark : playlist.remarks) {
        alone += remark.text.find("no video beside them") != std::string::npos ? 1 : 0;
    }
    BOOST_TEST(alone == 2U);
    BOOST_TEST(playlist.remarks.size() == 5U); // region, begin, no src
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml

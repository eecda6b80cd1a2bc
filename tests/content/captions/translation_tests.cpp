// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Captions to the translator and back: text, markup, times, and what changed meanwhile.
#include "content/captions/captions.h"
#include "content/captions/translation.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

using model::UnitState;

constexpr auto kFilm =
    "WEBVTT\n\nintro\n00:01.000 --> 00:04.000 line:0\nGuten Tag & <i>willkommen</i>\n"
    "im Jobcenter.\n\n00:05.000 --> 00:07.000\n- Was brauche ich?\n- Ihren "
    "Ausweis.\n\n00:08.000 --> 00:09.000\n<v Anna>Um 8:30 Uhr, a &lt; b\n";

model::CaptionTrack film(const std::string& text = kFilm)
{
    auto track = parseWebVtt(text, "film.de.vtt").value().track;
    track.language = "de";
    return track;
}

// Every unit translated to its own source in capitals would lose the codes: a word goes before it.
model::Translation translated(model::Translation translation)
{
    for (auto& unit : translation.units) {
        unit.target = "xx " + unit.source;
        unit.state = UnitState::kTranslated;
    }
    return translation;
}

BOOST_AUTO_TEST_SUITE(captions_translation)

BOOST_AUTO_TEST_CASE(each_speech_is_a_unit_with_its_time_and_its_limit)
{
    const auto translation = exportCaptions(film(), "film.de.vtt", "ar", nullptr);
    BOOST_TEST(translation.sourceLanguage == "de");
    BOOST_TEST(translation.targetLanguage == "ar");
    BOOST_REQUIRE(translation.units.size() == 4U);
    const auto& first = translation.units[0];
    BOOST_TEST(first.id == "c1");
    BOOST_TEST(first.source == "Guten Tag & <i>willkommen</i> im Jobcenter.");
    BOOST_TEST(first.note == "Caption shown from 0:01.0 for 3.0 s, named intro.");
    BOOST_TEST(first.longest > 30);
    BOOST_TEST(first.longest < 60);
    BOOST_TEST(translation.units[1].source == "- Was brauche ich?");
    BOOST_TEST(translation.units[2].id == "c2-2");
    BOOST_TEST(translation.units[3].source == "<v Anna>Um 8:30 Uhr, a &lt; b</v>");
}

BOOST_AUTO_TEST_CASE(translation_comes_back_with_markup_times_and_places)
{
    const auto source = film();
    const auto imported =
        importCaptions(source, translated(exportCaptions(source, "film", "fr", nullptr)));
    BOOST_REQUIRE(imported);
    const auto& track = imported->track;
    BOOST_TEST(track.language == "fr");
    BOOST_REQUIRE(track.captions.size() == source.captions.size());
    for (std::size_t i = 0; i < track.captions.size(); ++i) {
        BOOST_TEST(track.captions[i].id == source.captions[i].id);
        BOOST_TEST((track.captions[i].begin == source.captions[i].begin));
        BOOST_TEST((track.captions[i].end == source.captions[i].end));
        BOOST_TEST((track.captions[i].place == source.captions[i].place));
    }
    BOOST_TEST(track.captions[0].lines[0][0].text == "xx Guten Tag & ");
    BOOST_TEST(track.captions[0].lines[0][1].italic);
    BOOST_TEST(track.captions[1].lines.size() == 2U);
    BOOST_TEST(track.captions[2].lines[0].back().voice == "Anna");
    BOOST_TEST(track.captions[2].lines[0].back().text == "Um 8:30 Uhr, a < b");
}

BOOST_AUTO_TEST_CASE(what_changed_is_outdated_and_the_rest_keeps_its_state)
{
    const auto before = translated(exportCaptions(film(), "film", "fr", nullptr));
    std::string text = kFilm;
    text.replace(text.find("Ihren Ausweis"), 13, "Ihren Pass");
    text.insert(text.find("intro"), "00:00.000 --> 00:01.000\nNeu\n\n");
    const auto again = exportCaptions(film(text), "film", "fr", &before);
    BOOST_REQUIRE(again.units.size() == 5U);
    BOOST_TEST(!again.units[0].target.has_value());
    BOOST_TEST((again.units[1].state == UnitState::kTranslated));
    BOOST_TEST(again.units[1].target.value() == before.units[0].target.value());
    BOOST_TEST((again.units[3].state == UnitState::kInitial));
    BOOST_TEST((again.units[4].state == UnitState::kTranslated));
    // An old hand-off into new captions: told, one by one.
    const auto imported = importCaptions(film(text), before);
    BOOST_REQUIRE(imported);
    BOOST_TEST(imported->track.captions.size() == 3U);
    BOOST_TEST(imported->remarks.size() >= 2U);
}

BOOST_AUTO_TEST_CASE(lost_code_and_foreign_language_are_refused)
{
    auto translation = translated(exportCaptions(film(), "film", "fr", nullptr));
    translation.units[0].lost = {"<i>"};
    translation.units[0].place = {"f.xlf", 12};
    const auto lost = importCaptions(film(), translation);
    BOOST_REQUIRE(!lost);
    BOOST_TEST(lost.error().message.find("f.xlf:12: ") == 0U);
    translation.sourceLanguage = "en";
    BOOST_TEST(!importCaptions(film(), translation));
    translation.sourceLanguage = "de";
    translation.targetLanguage.clear();
    BOOST_TEST(!importCaptions(film(), translation));
}

BOOST_AUTO_TEST_CASE(caption_that_cannot_be_read_in_time_is_told)
{
    auto translation = exportCaptions(film(), "film", "fr", nullptr);
    for (auto& unit : translation.units) {
        unit.target = unit.source + std::string(200, 'x');
        unit.state = UnitState::kTranslated;
    }
    const auto imported = importCaptions(film(), translation);
    BOOST_REQUIRE(imported);
    BOOST_TEST(imported->remarks.size() == 4U);
    BOOST_TEST(
        imported->remarks.front().text.find("more than are read in 3.0 s") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(name_of_the_translation_follows_the_source)
{
    BOOST_TEST(translatedName("a/film.de.vtt", "ar") == "a/film.ar.vtt");
    BOOST_TEST(translatedName("film.srt", "pt-BR") == "film.pt-BR.vtt");
    BOOST_TEST(translatedName("teil.2025.vtt", "ar") == "teil.2025.ar.vtt");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions

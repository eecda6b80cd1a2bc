// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide as an editor sees it before it is published: in the languages and the shape of a screen.
#include "base/json/json.h"
#include "content/picture/picture.h"
#include "scheduler/devices/screens.h"
#include "tests/scheduler/running_server.h"

#include <boost/test/unit_test.hpp>

namespace jtv::http {
namespace {

struct Previewer : doubles::RunningServer {
    std::string slide;

    void addSlide()
    {
        logIn();
        std::string xml = "<slide xmlns=\"urn:jobcenter-tv:slide:1\" xml:lang=\"de\" id=\"a\" "
                          "template=\"notice\" theme=\"calm\">";
        for (const auto* language : {"de", "en", "fr", "tr", "pl"}) {
            xml += std::string("<text xml:lang=\"") + language +
                   "\" reviewed=\"yes\"><title>Info</title></text>";
        }
        const auto made =
            ask("POST", "/api/v1/slides", xml + "</slide>", "Content-Type: application/xml\r\n");
        BOOST_REQUIRE_MESSAGE(made.status == 201, made.body);
        slide = "/api/v1/slides/" + json::text(*json::parse(made.body), "id").value();
    }
    std::string addScreen(const std::vector<std::string>& languages, const std::string& policy)
    {
        auto screen = enrolScreen(json::Value::object(), {{"languages", languages}});
        const auto changed =
            ask("PATCH", "/api/v1/screens/" + screen, json::write({{"language_policy", policy}}));
        BOOST_TEST(changed.status == 204, changed.body);
        return screen;
    }
    // "de en|de fr": the turns of each round.
    std::string rounds(const std::string& query)
    {
        std::string all;
        const auto answer = askJson("GET", slide + "/rounds" + query);
        for (const auto& round : answer.at("rounds")) {
            std::string turns;
            for (const auto& turn : round) {
                BOOST_TEST(turn.at("duration_ms").get<int>() > 0);
                turns += (turns.empty() ? "" : " ") + turn.at("language").get<std::string>();
            }
            all += (all.empty() ? "" : "|") + turns;
        }
        return all;
    }
    Pixels preview(const std::string& query)
    {
        const auto answer = ask("GET", slide + "/preview?width=640&" + query);
        BOOST_REQUIRE_MESSAGE(answer.status == 200, answer.body);
        return picture::decode(answer.body).value();
    }
};

BOOST_FIXTURE_TEST_SUITE(slide_preview, Previewer)

BOOST_AUTO_TEST_CASE(rounds_are_those_of_the_screen)
{
    addSlide();
    const auto screen = addScreen({"de", "en", "fr"}, "side-by-side");
    BOOST_TEST(rounds("?screen=" + screen) == "de+en fr");
    BOOST_TEST(rounds("") == "de en fr|de tr pl");
    BOOST_TEST(ask("GET", slide + "/rounds?screen=none").status == 404);
    BOOST_TEST(ask("GET", "/api/v1/slides/none/rounds").status == 404);
}

BOOST_AUTO_TEST_CASE(picture_has_the_shape_of_the_screen_and_names_what_follows)
{
    addSlide();
    const auto screen = addScreen({"de", "en", "fr", "tr", "pl"}, "main-and-two");
    const auto plain = preview("language=de");
    const auto first = preview("language=de&screen=" + screen);
    BOOST_TEST(first.width == 640);
    BOOST_TEST(first.height == 360);
    BOOST_TEST((plain.bgra != first.bgra));
    BOOST_TEST((preview("language=de&round=1&screen=" + screen).bgra != first.bgra));
    BOOST_TEST((preview("language=de&round=2&screen=" + screen).bgra == first.bgra));
    BOOST_REQUIRE(station->parts().screens.keepDisplay(screen, {1080, 1920, ""}));
    const auto upright = preview("language=de&screen=" + screen);
    BOOST_TEST(upright.width == 360);
    BOOST_TEST(upright.height == 640);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::http

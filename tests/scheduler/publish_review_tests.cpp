// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the checks find stops publishing or goes with it, and a right that ends takes its slide off.
#include "content/xml/smil.h"
#include "tests/scheduler/running_server.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

namespace jtv::http {
namespace {

// The server's clock stands on 23 November 2026.
struct Editor : doubles::RunningServer {
    std::string slide;
    std::string playlist;

    static std::string document(const std::string& dates, const std::string& words)
    {
        return "<slide xmlns=\"urn:jobcenter-tv:slide:1\" xml:lang=\"de\" id=\"a\" "
               "template=\"notice\" theme=\"calm\">"
               "<provenance source=\"x\" licence=\"CC-BY-4.0\" " +
               dates +
               "/>\n<text xml:lang=\"de\" reviewed=\"yes\"><title>Termin</title><paragraph>" +
               words + "</paragraph></text></slide>";
    }
    std::string send(const std::string& method, const std::string& target, const std::string& xml)
    {
        return ask(method, target, xml, "Content-Type: application/xml\r\n").body;
    }
    void fill(const std::string& xml)
    {
        logIn();
        slide = json::parse(send("POST", "/api/v1/slides", xml))->at("id").get<std::string>();
        const auto made = askJson(
            "POST",
            "/api/v1/playlists",
            json::write({{"name", "Day"}, {"items", {{{"kind", "slide"}, {"id", slide}}}}}));
        playlist = made.at("id").get<std::string>();
        BOOST_TEST(ask("PUT", "/api/v1/default-playlist", json::write(made)).status == 204);
    }
    // As if the check of an upload had found `facts`. The playlist is the slide and this video,
    // whose id is given.
    std::string fillWithVideo(const std::string& facts)
    {
        auto& assets = station->parts().assets;
        const auto video = assets.create("film.mp4", "video/mp4", 4, {"admin", ""}).value();
        bool sent = false;
        BOOST_REQUIRE(assets.append(video.id, 0, [&](std::string& block) -> std::size_t {
            block.replace(0, 4, "film");
            return std::exchange(sent, true) ? 0 : 4;
        }));
        library::CheckedFile checked{
            station->parts().blobs.put("film").value(),
            4,
            "video/mp4",
            "video",
            1920,
            1080,
            60'000};
        checked.facts = facts;
        BOOST_REQUIRE(assets.accept(video.id, checked));
        const auto items = json::write(
            {{"name", "Day"},
             {"items",
              {{{"kind", "slide"}, {"id", slide}}, {{"kind", "video"}, {"id", video.id}}}}});
        BOOST_REQUIRE(ask("PUT", "/api/v1/playlists/" + playlist, items).status == 204);
        return video.id;
    }
    // "rule severity" of each.
    static std::string findingsIn(const json::Value& answer)
    {
        std::string all;
        for (const auto& finding : answer.at("findings")) {
            BOOST_TEST(finding.at("slide") == "Termin");
            BOOST_TEST(finding.at("line") == 2);
            all += finding.at("rule").get<std::string>() + " " +
                   finding.at("severity").get<std::string>() + "\n";
        }
        return all;
    }
};

BOOST_FIXTURE_TEST_SUITE(publish_review, Editor)

BOOST_AUTO_TEST_CASE(ended_licence_stops_publishing_until_it_is_corrected)
{
    fill(document("licenceUntil=\"2026-11-22\"", "Bitte warten Sie hier."));
    BOOST_TEST(findingsIn(askJson("GET", "/api/v1/review")) == "rights error\n");
    const auto refused = ask("POST", "/api/v1/publish", "{}");
    BOOST_TEST(refused.status == 422);
    const auto problem = json::parse(refused.body).value();
    BOOST_TEST(problem.at("error") == "findings");
    BOOST_TEST(
        problem.at("message").get<std::string>().find("2026-11-22") != std::string::npos,
        refused.body);
    BOOST_TEST(askJson("GET", "/api/v1/revisions").at("revisions").empty());

    send(
        "PUT",
        "/api/v1/slides/" + slide,
        document("licenceUntil=\"2026-11-23\"", "Bitte warten Sie hier."));
    BOOST_TEST(findingsIn(askJson("GET", "/api/v1/review")).empty());
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 200);
    clock.setWall(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24));
    logIn(); // the session has ended
    BOOST_TEST(findingsIn(askJson("GET", "/api/v1/review")) == "rights error\n");
}

BOOST_AUTO_TEST_CASE(warnings_are_told_and_do_not_stop_publishing)
{
    fill(document("reviewBy=\"2026-11-01\"", "Bitte warten Sie hier."));
    const auto published = askJson("POST", "/api/v1/publish", "{}");
    BOOST_TEST(published.at("revision") == 1);
    BOOST_TEST(findingsIn(published) == "review-due warning\n");
}

BOOST_AUTO_TEST_CASE(text_that_cannot_be_read_from_the_seats_stops_publishing)
{
    std::string words;
    for (int i = 0; i < 400; ++i) {
        words += "Bitte warten Sie hier. ";
    }
    fill(document("", words));
    BOOST_TEST(
        findingsIn(askJson("GET", "/api/v1/review")).find("text-size error\n") !=
        std::string::npos);
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 422);
}

BOOST_AUTO_TEST_CASE(slide_whose_right_ends_is_taken_off_by_the_playlist_itself)
{
    fill(document("licenceUntil=\"2026-12-31\"", "Bitte warten Sie hier."));
    const auto smil = ask("GET", "/api/v1/playlists/" + playlist + "/smil").body;
    const auto read = xml::parseSmil(smil, "day.smil");
    BOOST_REQUIRE_MESSAGE(read, smil);
    BOOST_TEST(read->remarks.empty());
    BOOST_TEST(
        smil.find("adapi-compare(adapi-date(), '2027-01-01T00:00:00') &lt; 0") != std::string::npos,
        smil);
}

BOOST_AUTO_TEST_CASE(language_that_is_never_shown_on_a_screen_is_told)
{
    fill(document("", "Bitte warten Sie hier."));
    enrolScreen(json::Value::object(), {{"languages", {"de", "uk"}}});
    const auto findings = askJson("GET", "/api/v1/review").at("findings");
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(findings[0].at("slide") == "Day");
    BOOST_TEST(findings[0].at("rule") == "language-wait");
    BOOST_TEST(findings[0].at("severity") == "warning");
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 200);
}

BOOST_AUTO_TEST_CASE(video_is_checked_for_captions_loudness_and_the_boards_of_the_screens)
{
    fill(document("", "Bitte warten Sie hier."));
    const auto video = fillWithVideo(R"({"kind": "video", "type": "video/mp4", "captions": [],
        "video": {"codec": "h264", "width": 1920, "height": 1080, "fps": 30},
        "audio": {"codec": "aac", "channels": 2, "loudness_lufs": -12.5},
        "boards": {"pi3": true, "pi4": true, "pi5": false, "vaapi": true}})");
    const auto rules = [this] {
        std::string all;
        const auto answer = askJson("GET", "/api/v1/review");
        for (const auto& finding : answer.at("findings")) {
            BOOST_TEST(finding.at("slide") == "film.mp4");
            all += finding.at("rule").get<std::string>() + " ";
        }
        return all;
    };
    BOOST_TEST(rules() == "no-captions loudness ");

    enrolScreen(
        {{"hardware", {{"model", "Raspberry Pi 5 Model B Rev 1.0"}}}}, json::Value::object());
    BOOST_TEST(rules() == "no-captions no-hardware-decoder loudness ");

    const auto path = "/api/v1/assets/" + video;
    const auto flag = path + "/captions-in-picture";
    BOOST_TEST(ask("PUT", flag, R"({"languages": ["d e"]})").status == 400);
    BOOST_TEST(ask("PUT", flag, R"({"languages": [7]})").status == 400);
    BOOST_TEST(ask("PUT", flag, R"({"languages": ["de", "ar"]})").status == 204);
    BOOST_TEST(askJson("GET", path).at("captions_in_picture") == json::Value({"de", "ar"}));
    BOOST_TEST(rules() == "no-hardware-decoder loudness ");
    BOOST_TEST(
        ask("PUT", "/api/v1/assets/x/captions-in-picture", R"({"languages": []})").status == 404);
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 200);
}

BOOST_AUTO_TEST_CASE(flashing_video_is_not_published_and_silent_sound_needs_no_captions)
{
    fill(document("", "Bitte warten Sie hier."));
    fillWithVideo(R"({"kind": "video", "type": "video/mp4", "captions": [],
        "video": {"codec": "h264", "width": 1920, "height": 1080, "fps": 30},
        "audio": {"codec": "aac", "channels": 2, "loudness_lufs": null, "silent": true},
        "flashes": {"most": 8, "at_ms": 5000}})");
    const auto findings = askJson("GET", "/api/v1/review").at("findings");
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(findings[0].at("rule") == "flashes");
    BOOST_TEST(findings[0].at("severity") == "error");
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 422);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::http

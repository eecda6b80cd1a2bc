// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The interface as pages and screens use it, on the real server.
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "content/picture/picture.h"
#include "content/typeset/stack.h"
#include "content/typeset/typeset.h"
#include "content/xml/plan.h"
#include "content/xml/slide.h"
#include "scheduler/http/route.h"
#include "tests/scheduler/running_server.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>

namespace jtv::http {
namespace {

constexpr const char* kXml = "Content-Type: application/xml\r\n";
constexpr const char* kTus =
    "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\n";

std::string slideDocument()
{
    return readFile(
               std::string(JTV_TEST_SOURCE_DIR) + "/../content/demo/slides/termin.xml", 1U << 20U)
        .value();
}

struct Fixture : doubles::RunningServer {
    using Answer = doubles::Answer;
    crypto::KeyPair key = crypto::makeKeyPair();
    std::string screen;
    std::string bearer;

    json::Value strangerJson(const std::string& target, const json::Value& body)
    {
        return json::parse(ask("POST", target, json::write(body), "Authorization: none\r\n").body)
            .value();
    }
    void enrol()
    {
        const auto codes = strangerJson(
            "/api/v1/enrolment",
            {{"public_key", crypto::toBase64(key.publicKey)}, {"name", "Lobby"}});
        const auto approved = json::parse(
            ask("POST",
                "/api/v1/enrolment/approve",
                json::write({{"user_code", codes.at("user_code")}, {"languages", {"de", "ar"}}}))
                .body);
        screen = json::text(*approved, "screen").value();
        bearer = "Authorization: Bearer " + openSession() + "\r\n";
    }
    // Empty when it is refused.
    std::string openSession()
    {
        const auto asked = strangerJson("/api/v1/enrolment/challenge", {{"screen", screen}});
        if (!asked.contains("challenge")) {
            return {};
        }
        const auto challenge = json::text(asked, "challenge").value();
        const auto session = strangerJson(
            "/api/v1/enrolment/session",
            {{"screen", screen},
             {"challenge", challenge},
             {"signature",
              crypto::toBase64(crypto::sign("jtv-session:" + challenge, key.secretKey))}});
        return json::text(session, "access_token").value();
    }
    // A slide in the default playlist. Gives the playlist's id.
    std::string fill()
    {
        const auto slide = json::parse(ask("POST", "/api/v1/slides", slideDocument(), kXml).body);
        const auto playlist = askJson(
            "POST",
            "/api/v1/playlists",
            json::write(
                {{"name", "Day"},
                 {"items", {{{"kind", "slide"}, {"id", json::text(*slide, "id").value()}}}}}));
        auto id = json::text(playlist, "id").value();
        BOOST_TEST(ask("PUT", "/api/v1/default-playlist", json::write({{"id", id}})).status == 204);
        return id;
    }
    std::string beginUpload(std::size_t length)
    {
        const auto made = ask(
            "POST",
            "/api/v1/assets",
            "",
            "Tus-Resumable: 1.0.0\r\nUpload-Metadata: filename dmlkZW8ubXA0\r\nUpload-Length: " +
                std::to_string(length) + "\r\n");
        BOOST_TEST(made.status == 201);
        return made.header("Location");
    }
    Answer patch(const std::string& target, std::size_t offset, const std::string& bytes)
    {
        return ask(
            "PATCH", target, bytes, kTus + ("Upload-Offset: " + std::to_string(offset)) + "\r\n");
    }
};

BOOST_FIXTURE_TEST_SUITE(http, Fixture)

BOOST_AUTO_TEST_CASE(nothing_is_reachable_without_login_but_what_is_open)
{
    for (const auto& route : allRoutes()) {
        if (route.access == Access::kOpen || route.access == Access::kMetrics) {
            continue;
        }
        BOOST_TEST_CONTEXT(route.method << " " << route.pattern)
        {
            BOOST_TEST(ask(std::string(route.method), std::string(route.pattern)).status == 401);
        }
    }
}

BOOST_AUTO_TEST_CASE(document_names_the_routes_of_the_running_server_and_no_others)
{
    logIn();
    const auto document = json::parse(ask("GET", "/api/v1/openapi.json").body, 1U << 22U).value();
    std::size_t operations = 0;
    for (const auto& [path, methods] : document.at("paths").items()) {
        for (const auto* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            std::string lower(method);
            std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
                return static_cast<char>(c - 'A' + 'a');
            });
            operations += methods.contains(lower) ? 1 : 0;
            if (path == "/api/v1/session" || path == "/api/v1/events") {
                continue; // would log this test out, or not end
            }
            const auto status = ask(method, path).status;
            BOOST_TEST_CONTEXT(method << " " << path)
            {
                BOOST_TEST((status != 405) == methods.contains(lower));
            }
        }
        operations += methods.contains("head") + methods.contains("options");
        for (const auto& [name, operation] : methods.items()) {
            BOOST_TEST(!operation.at("summary").get<std::string>().empty());
        }
    }
    BOOST_TEST(operations == allRoutes().size() - 1); // all but the page
}

BOOST_AUTO_TEST_CASE(every_shape_the_document_refers_to_is_in_it)
{
    const auto text = ask("GET", "/api/v1/openapi.json").body;
    const auto document = json::parse(text, 1U << 22U).value();
    const auto& schemas = document.at("components").at("schemas");
    constexpr std::string_view kPrefix = "#/components/schemas/";
    for (auto at = text.find(kPrefix); at != std::string::npos; at = text.find(kPrefix, at + 1)) {
        const auto begin = at + kPrefix.size();
        const auto name = text.substr(begin, text.find('"', begin) - begin);
        BOOST_TEST(schemas.contains(name), name);
    }
}

BOOST_AUTO_TEST_CASE(answers_carry_the_headers_that_keep_a_page_safe)
{
    const auto answer = ask("GET", "/healthz");
    BOOST_TEST(answer.header("X-Content-Type-Options") == "nosniff");
    BOOST_TEST(answer.header("Content-Security-Policy").find("default-src 'none'") == 0U);
    BOOST_TEST(answer.header("Server").empty());
}

BOOST_AUTO_TEST_CASE(change_needs_our_own_page_behind_it)
{
    logIn();
    const auto own = "Cookie: " + cookie + "\r\n";
    const auto statusWith = [&](const std::string& headers) {
        const auto kept = std::exchange(cookie, "");
        const auto status = ask("PUT", "/api/v1/default-playlist", "{}", own + headers).status;
        cookie = kept;
        return status;
    };
    BOOST_TEST(statusWith("") == 403);
    BOOST_TEST(statusWith("X-Jtv-Request: 1\r\nSec-Fetch-Site: cross-site\r\n") == 403);
    BOOST_TEST(statusWith("X-Jtv-Request: 1\r\nSec-Fetch-Site: same-site\r\n") == 403);
    BOOST_TEST(statusWith("X-Jtv-Request: 1\r\nOrigin: http://evil\r\n") == 403);
    BOOST_TEST(statusWith("X-Jtv-Request: 1\r\nOrigin: http://test\r\n") == 400);
    BOOST_TEST(statusWith("X-Jtv-Request: 1\r\nSec-Fetch-Site: same-origin\r\n") == 400);
}

BOOST_AUTO_TEST_CASE(wrong_password_is_one_sentence_and_guessing_is_slowed_down)
{
    const auto guess = [&] {
        return ask("POST", "/api/v1/session", R"({"name": "admin", "password": "wrong"})");
    };
    BOOST_TEST(guess().status == 401);
    for (int count = 0; count < 4; ++count) {
        guess();
    }
    BOOST_TEST(guess().status == 429);
}

BOOST_AUTO_TEST_CASE(cookie_behind_tls_is_bound_to_the_host)
{
    const auto answer =
        ask("POST",
            "/api/v1/session",
            std::string(R"({"name": "admin", "password": ")") + doubles::kPassword + "\"}",
            "X-Forwarded-Proto: https\r\n");
    BOOST_TEST(answer.header("Set-Cookie").starts_with("__Host-jtv_session="));
    BOOST_TEST(answer.header("Set-Cookie").find("; Secure") != std::string::npos);
    BOOST_TEST(answer.header("Set-Cookie").find("HttpOnly; SameSite=Lax") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(session_that_was_logged_out_is_refused_at_the_next_request)
{
    logIn();
    BOOST_TEST(ask("GET", "/api/v1/session").status == 200);
    BOOST_TEST(ask("DELETE", "/api/v1/session").status == 204);
    BOOST_TEST(ask("GET", "/api/v1/session").status == 401);
}

BOOST_AUTO_TEST_CASE(publishing_needs_a_default_playlist_with_something_in_it)
{
    logIn();
    const auto none = ask("POST", "/api/v1/publish", "{}");
    BOOST_TEST(none.status == 409);
    BOOST_TEST(none.body.find("no_default_playlist") != std::string::npos);
    const auto empty = askJson("POST", "/api/v1/playlists", R"({"name": "E", "items": []})");
    ask("PUT", "/api/v1/default-playlist", json::write(empty));
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 400);
}

BOOST_AUTO_TEST_CASE(published_plan_reaches_the_screen_signed_and_whole)
{
    logIn();
    enrol();
    fill();
    doubles::RawHttp events(server->port());
    events.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");
    events.readUntil("data: {\"revision\": 0}\n\n");
    BOOST_TEST(askJson("POST", "/api/v1/publish", R"({"note": "first"})").at("revision") == 1);
    BOOST_TEST(
        events.readUntil("data: {\"revision\": 1}\n\n").find("event: revision") !=
        std::string::npos);

    const auto answer = ask("GET", "/api/v1/plans/" + screen, "", bearer);
    BOOST_TEST(answer.header("ETag") == "\"1\"");
    const auto plan = xml::readSignedPlan(
        answer.body, answer.header("Jtv-Plan-Signature"), station->parts().planKey);
    BOOST_REQUIRE(plan);
    BOOST_TEST(plan->screen == screen);
    BOOST_TEST(plan->settings.languages.size() == 2U);
    for (const auto& asset : plan->assets) {
        const auto blob = ask("GET", "/blobs/" + asset.sha256, "", bearer);
        BOOST_TEST(crypto::sha256Hex(blob.body) == asset.sha256);
    }
    BOOST_TEST(
        ask("GET", "/api/v1/plans/" + screen, "", bearer + "If-None-Match: \"1\"\r\n").status ==
        304);
}

BOOST_AUTO_TEST_CASE(plan_names_the_pictures_a_screen_shows_and_brings_them_where_it_sets_others)
{
    logIn();
    enrol();
    fill();
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 200);
    const auto report = [&](const std::string& size, const std::string& typesetting) {
        const auto body = json::write({{"size", size}, {"typesetting", typesetting}});
        BOOST_TEST(
            ask("POST", "/api/v1/screens/" + screen + "/status", body, bearer).status == 204);
        return xml::readPlan(ask("GET", "/api/v1/plans/" + screen, "", bearer).body).value();
    };
    const auto first = report("1920x1080", typeset::stackVersion());
    BOOST_TEST(first.revision == 1U);
    BOOST_REQUIRE(first.pictures.size() == 2U);
    typeset::Target target;
    target.languagesToCome = {"ar"};
    const auto slide = xml::readSlide(slideDocument()).value();
    BOOST_TEST((first.pictures[0].view == model::SlideView{"de", {"ar"}}));
    BOOST_TEST(
        first.pictures[0].digest ==
        typeset::digestOf(typeset::renderSlide(slide, "de", target).value()));
    BOOST_TEST(first.pictures[0].imageSha256.empty());

    const auto upright = report("1080x1920", typeset::stackVersion());
    BOOST_TEST(upright.revision == 2U);
    BOOST_TEST(upright.pictures[1].height == 1920);
    const auto other = report("1080x1920", "another typesetter");
    BOOST_TEST(other.revision == 3U);
    BOOST_TEST(other.pictures[1].digest == upright.pictures[1].digest);
    const auto image = ask("GET", "/blobs/" + other.pictures[1].imageSha256, "", bearer).body;
    BOOST_TEST(typeset::digestOf(picture::decode(image).value()) == other.pictures[1].digest);
    BOOST_TEST(report("1080x1920", "another typesetter").revision == 3U);
    BOOST_TEST(report("nonsense", "").revision == 3U);
}

BOOST_AUTO_TEST_CASE(screen_let_in_later_gets_what_is_published_and_no_draft)
{
    logIn();
    const auto playlist = fill();
    BOOST_TEST(ask("POST", "/api/v1/publish", "{}").status == 200);
    BOOST_TEST(
        ask("PUT", "/api/v1/playlists/" + playlist, R"({"name": "Draft", "items": []})").status ==
        204);
    enrol();
    const auto answer = ask("GET", "/api/v1/plans/" + screen, "", bearer);
    BOOST_TEST(answer.header("ETag") == "\"1\"");
    BOOST_TEST(answer.body.find("name=\"Day\"") != std::string::npos);
    BOOST_TEST(
        ask("PATCH",
            "/api/v1/screens/" + screen,
            R"({"distance_m": 6.5, "language_policy": "main-and-two; 08:00-12:00 ar"})")
            .status == 204);
    BOOST_TEST(
        ask("PATCH", "/api/v1/screens/" + screen, R"({"language_policy": "all"})").status == 400);
    const auto next = ask("GET", "/api/v1/plans/" + screen, "", bearer);
    BOOST_TEST(next.header("ETag") == "\"2\"");
    BOOST_TEST(next.body.find("distance-metres=\"6.5\"") != std::string::npos);
    BOOST_TEST(
        next.body.find("language-policy=\"main-and-two; 08:00-12:00 ar\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(revoked_screen_is_refused_at_the_next_request_and_cut_off)
{
    logIn();
    enrol();
    doubles::RawHttp events(server->port());
    events.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");
    events.readUntil("data: {\"revision\": 0}\n\n");
    BOOST_TEST(ask("DELETE", "/api/v1/screens/" + screen).status == 204);
    BOOST_TEST(events.isClosed());
    BOOST_TEST(ask("GET", "/api/v1/plans/" + screen, "", bearer).status == 401);
    BOOST_TEST(openSession().empty());
}

BOOST_AUTO_TEST_CASE(screen_speaks_only_for_itself_and_sees_only_its_own_plan)
{
    logIn();
    enrol();
    BOOST_TEST(ask("POST", "/api/v1/screens/other/status", "{}", bearer).status == 403);
    BOOST_TEST(ask("GET", "/api/v1/plans/other", "", bearer).status == 403);
    BOOST_TEST(ask("GET", "/api/v1/screens", "", bearer).status == 401);
    BOOST_TEST(
        ask("POST", "/api/v1/screens/" + screen + "/status", R"({"revision_active": 3})", bearer)
            .status == 204);
    const auto listed = askJson("GET", "/api/v1/screens").at("screens").at(0);
    BOOST_TEST(listed.at("revision_active") == 3);
    BOOST_TEST(listed.at("online") == true);
    clock.advance(std::chrono::minutes(2));
    BOOST_TEST(askJson("GET", "/api/v1/screens").at("screens").at(0).at("online") == false);
}

BOOST_AUTO_TEST_CASE(live_picture_is_asked_of_the_screen_when_somebody_looks)
{
    logIn();
    enrol();
    const auto target = "/api/v1/screens/" + screen + "/screenshot";
    doubles::RawHttp events(server->port());
    events.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");
    events.readUntil("data: {\"revision\": 0}\n\n");
    BOOST_TEST(ask("GET", target).status == 204);
    BOOST_TEST(events.readUntil("data: {}\n\n").find("event: screenshot") != std::string::npos);
    const std::string png = std::string("\x89PNG\r\n\x1a\n") + "picture";
    BOOST_TEST(
        ask("PUT", target, "no picture", bearer + "Content-Type: image/png\r\n").status == 415);
    BOOST_TEST(ask("PUT", target, png, bearer + "Content-Type: image/png\r\n").status == 204);
    BOOST_TEST(ask("GET", target).body == png);
}

BOOST_AUTO_TEST_CASE(upload_goes_on_where_it_stopped_also_after_a_restart)
{
    logIn();
    const std::string bytes(5'000, 'v');
    const auto target = beginUpload(bytes.size());
    BOOST_TEST(patch(target, 0, bytes.substr(0, 2'000)).status == 204);
    start({});
    logIn();
    BOOST_TEST(ask("HEAD", target).header("Upload-Offset") == "2000");
    BOOST_TEST(patch(target, 0, "x").status == 409);
    BOOST_TEST(patch(target, 2'000, bytes).status == 400); // longer than announced
    BOOST_TEST(ask("HEAD", target).header("Upload-Offset") == "2000");
    BOOST_TEST(patch(target, 2'000, bytes.substr(2'000)).header("Upload-Offset") == "5000");
    BOOST_TEST(ask("DELETE", target).status == 204);
    BOOST_TEST(ask("HEAD", target).status == 404);
}

BOOST_AUTO_TEST_CASE(broken_off_upload_keeps_what_came)
{
    logIn();
    const auto target = beginUpload(5'000);
    {
        doubles::RawHttp client(server->port());
        client.send(
            "PATCH " + target + " HTTP/1.1\r\nHost: x\r\nCookie: " + cookie +
            "\r\nX-Jtv-Request: 1\r\nUpload-Offset: 0\r\nContent-Length: 5000\r\n" + kTus + "\r\n" +
            std::string(1'234, 'v'));
        client.endSending();
        client.read();
    }
    BOOST_TEST(ask("HEAD", target).header("Upload-Offset") == "1234");
}

BOOST_AUTO_TEST_CASE(file_comes_whole_in_parts_or_not_again)
{
    logIn();
    fill();
    const auto sha256 =
        json::text(askJson("GET", "/api/v1/slides").at("slides").at(0), "sha256").value();
    const auto target = "/blobs/" + sha256;
    const auto whole = ask("GET", target);
    BOOST_TEST(whole.body == slideDocument());
    BOOST_TEST(whole.header("Content-Security-Policy").find("sandbox") != std::string::npos);
    const auto etag = whole.header("ETag");
    const auto part = ask("GET", target, "", "Range: bytes=5-9\r\n");
    BOOST_TEST(part.status == 206);
    BOOST_TEST(part.body == whole.body.substr(5, 5));
    BOOST_TEST(
        ask("GET", target, "", "Range: bytes=-7\r\nIf-Range: " + etag + "\r\n").body ==
        whole.body.substr(whole.body.size() - 7));
    BOOST_TEST(ask("GET", target, "", "Range: bytes=5-9\r\nIf-Range: \"other\"\r\n").status == 200);
    BOOST_TEST(ask("GET", target, "", "Range: bytes=99999999-\r\n").status == 416);
    BOOST_TEST(ask("GET", target, "", "If-None-Match: " + etag + "\r\n").status == 304);
    BOOST_TEST(ask("HEAD", target).header("Content-Length") == std::to_string(whole.body.size()));
    BOOST_TEST(ask("GET", "/blobs/../scheduler.db").status == 404);
}

BOOST_AUTO_TEST_CASE(page_is_served_and_nothing_beside_it)
{
    std::ofstream(path() / "web" / "index.html") << "<!doctype html>";
    std::ofstream(path() / "web" / "assets" / "app-1a2b.js") << "1";
    std::ofstream(path() / "secret") << "no";
    BOOST_TEST(ask("GET", "/").header("Content-Type") == "text/html; charset=utf-8");
    BOOST_TEST(ask("GET", "/").header("Cache-Control") == "no-cache");
    const auto script = ask("GET", "/assets/app-1a2b.js");
    BOOST_TEST(script.header("Content-Type") == "text/javascript; charset=utf-8");
    BOOST_TEST(script.header("Cache-Control").find("immutable") != std::string::npos);
    for (const auto* target :
         {"/../secret",
          "/..%2fsecret",
          "/assets/../../secret",
          "//etc/passwd",
          "/assets",
          "/none.js"}) {
        BOOST_TEST(ask("GET", target).status == 404, target);
    }
}

BOOST_AUTO_TEST_CASE(metrics_are_for_this_machine_or_an_administrator)
{
    BOOST_TEST(ask("GET", "/metrics").body.find("jtv_screens 0") != std::string::npos);
    BOOST_TEST(ask("GET", "/metrics", "", "X-Forwarded-For: 192.0.2.1\r\n").status == 401);
}

BOOST_AUTO_TEST_CASE(changes_are_on_record_with_who_and_what)
{
    logIn();
    fill();
    const auto entries = askJson("GET", "/api/v1/audit").at("entries");
    BOOST_TEST(entries.size() == 3U);
    BOOST_TEST(entries.at(0).at("action") == "playlist.default");
    BOOST_TEST(entries.at(2).at("who") == "admin");
    BOOST_TEST(askJson("GET", "/api/v1/revisions").at("changes") == 3);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::http

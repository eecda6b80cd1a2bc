// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player run` as a program: without network, killed at any moment, against a server that comes
// and goes.
#include "base/file.h"
#include "base/json/json.h"
#include "content/picture/picture.h"
#include "content/store/blob_store.h"
#include "content/store/plan_store.h"
#include "content/xml/plan.h"
#include "provisioning/enrolment/enrolled.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/service_process.h"
#include "tests/doubles/small_scheduler.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <thread>

namespace jtv {
namespace {

using doubles::ServiceProcess;
using doubles::SmallScheduler;

std::string pictureOf(std::uint8_t grey)
{
    Pixels pixels(64, 36);
    std::fill(pixels.bgra.begin(), pixels.bgra.end(), grey);
    for (std::size_t at = 3; at < pixels.bgra.size(); at += 4) {
        pixels.bgra[at] = 255;
    }
    return picture::encodePng(pixels).value();
}

std::string smilOf(const std::string& items)
{
    return "<smil><body><seq>" + items + "</seq></body></smil>";
}

std::string standing(const model::Asset& picture)
{
    return fmt::format("<img src=\"/blobs/{}\" dur=\"10min\"/>", picture.sha256);
}

std::string smilOf(const std::vector<model::Asset>& pictures)
{
    std::string body;
    for (const auto& picture : pictures) {
        body += fmt::format("<img src=\"/blobs/{}\" dur=\"300ms\"/>", picture.sha256);
    }
    return smilOf(body);
}

struct Fixture : doubles::TemporaryDirectory {
    std::filesystem::path state = path() / "state";
    std::filesystem::path stats = path() / "stats.json";

    // Writes the settings file.
    std::string settings(const std::string& more) const
    {
        const auto file = path() / "jobcenter-tv.conf";
        const auto text = fmt::format(
            "state = {}\nwindow = offscreen\nsize = 640x360\n{}\n", state.string(), more);
        BOOST_REQUIRE(replaceFile(file, text));
        return file.string();
    }
    std::vector<std::string> run(const std::string& file, const std::string& span = {}) const
    {
        std::vector<std::string> words{
            std::string(JTV_BINARY_DIR) + "/jtv-player",
            "run",
            "--settings",
            file,
            "--stats",
            stats.string()};
        if (!span.empty()) {
            words.insert(words.end(), {"--for", span});
        }
        return words;
    }
    std::int64_t figure(const std::string& name) const
    {
        const auto bytes = readFile(stats, std::size_t{1} << 24U);
        BOOST_REQUIRE(bytes);
        return json::integer(json::parse(*bytes, std::size_t{1} << 24U).value(), name).value();
    }
    // A server that this screen is enrolled with, and a plan published by it.
    void enrolled(SmallScheduler& scheduler) const
    {
        scheduler.approve();
        BOOST_REQUIRE(
            enrolment::saveEnrolled(state, {SmallScheduler::kScreen, scheduler.planKey()}));
    }
    static void publish(SmallScheduler& scheduler, std::uint64_t revision)
    {
        const std::vector<model::Asset> pictures{
            scheduler.add(pictureOf(static_cast<std::uint8_t>(revision % 200)), "image/png", "one"),
            scheduler.add(
                pictureOf(static_cast<std::uint8_t>(revision % 200 + 50)), "image/png", "two")};
        scheduler.publishSmil(revision, smilOf(pictures), pictures);
    }
};

BOOST_FIXTURE_TEST_SUITE(run, Fixture)

BOOST_AUTO_TEST_CASE(plan_directory_is_played_without_network)
{
    SmallScheduler scheduler; // only to sign
    const auto folder = path() / "usb";
    const auto blobs = store::BlobStore::open(folder);
    BOOST_REQUIRE(blobs);
    auto store = store::BlobStore::open(folder).value();
    const std::vector<model::Asset> pictures{
        {store.put(pictureOf(40)).value(), pictureOf(40).size(), "image/png", "one"},
        {store.put(pictureOf(90)).value(), pictureOf(90).size(), "image/png", "two"}};
    model::Plan plan;
    plan.revision = 7;
    plan.screen = "s1";
    plan.assets = pictures;
    const auto smil = smilOf(pictures);
    plan.assets.push_back(
        {store.put(smil).value(), smil.size(), std::string(model::kSmilType), "main"});
    plan.playlists = {{"main", "Main", plan.assets.back().sha256}};
    plan.defaultPlaylist = "main";
    const auto document = xml::signPlan(plan, scheduler.keys().secretKey);
    BOOST_REQUIRE(replaceFile(folder / "plan.xml", document.xml));
    BOOST_REQUIRE(replaceFile(folder / "plan.sig", document.signature));

    const auto file = settings(
        fmt::format("plan_directory = {}\nplan_key = {}", folder.string(), scheduler.planKey()));
    ServiceProcess player(run(file, "2s"));
    BOOST_TEST(player.waitFor("READY=1") == "READY=1");
    BOOST_TEST(player.waitFor("STATUS=plan 7, one").starts_with("STATUS=plan 7"));
    BOOST_TEST(player.wait() == 0);
    BOOST_TEST(figure("items_played") >= 3);
    BOOST_TEST(figure("items_failed") == 0);
    BOOST_TEST(figure("black_frames") == 0);
}

BOOST_AUTO_TEST_CASE(published_plan_reaches_the_screen_and_status_the_server)
{
    SmallScheduler scheduler;
    const auto file = settings("server = " + scheduler.address());
    ServiceProcess player(run(file));
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/enrolment/token", 1));
    scheduler.approve();
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/events", 1));
    publish(scheduler, 1);
    BOOST_TEST(!player.waitFor("STATUS=plan 1, one").empty());
    publish(scheduler, 2);
    BOOST_TEST(!player.waitFor("STATUS=plan 2, one").empty());
    scheduler.push("event: screenshot\ndata: {}\n\n");
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/screens/s1/screenshot", 1));
    player.signal(SIGTERM);
    BOOST_TEST(player.wait() == 0);
    BOOST_TEST(figure("items_failed") == 0);
    BOOST_TEST(figure("black_frames") == 0);
    bool told = false;
    for (const auto& call : scheduler.calls()) {
        if (call.target == "/api/v1/screens/s1/status") {
            auto status = json::parse(call.body).value();
            const auto revision = json::integer(status, "revision_active");
            const auto name = json::text(status["now_playing"], "name");
            told = told || (revision && *revision == 2 && name && *name == "one");
        }
    }
    BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(film_plays_to_its_end_when_a_plan_adds_something)
{
    SmallScheduler scheduler;
    enrolled(scheduler);
    doubles::makeClip(path() / "film.mp4", 120);
    const auto film =
        scheduler.add(readFile(path() / "film.mp4", 1U << 24U).value(), "video/mp4", "film");
    const auto added = scheduler.add(pictureOf(90), "image/png", "added");
    const auto showing = fmt::format("<video src=\"/blobs/{}\"/>", film.sha256);
    scheduler.publishSmil(1, smilOf(showing), {film});
    ServiceProcess player(run(settings("server = " + scheduler.address())));
    BOOST_REQUIRE(!player.waitFor("STATUS=plan 1, film").empty());
    scheduler.publishSmil(2, smilOf(standing(added) + showing), {film, added});
    BOOST_TEST(!player.waitFor("STATUS=plan 2, added").empty());
    player.signal(SIGTERM);
    BOOST_TEST(player.wait() == 0);
    BOOST_TEST(figure("black_frames") == 0);
    const auto written = json::parse(readFile(stats, 1U << 24U).value(), 1U << 24U).value();
    const auto& items = written.at("items");
    BOOST_REQUIRE(items.size() >= 2U);
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        BOOST_TEST(items[i].at("kind").get<std::string>() == "video");
        BOOST_TEST(items[i].at("end").get<std::string>() == "finished");
        BOOST_TEST(items[i].at("frames_expected").get<int>() == 120);
    }
}

BOOST_AUTO_TEST_CASE(withdrawn_item_and_emergency_wait_for_nothing)
{
    SmallScheduler scheduler;
    enrolled(scheduler);
    const auto one = scheduler.add(pictureOf(40), "image/png", "one");
    const auto two = scheduler.add(pictureOf(90), "image/png", "two");
    const auto alarm = scheduler.add(pictureOf(140), "image/png", "alarm");
    scheduler.publishSmil(1, smilOf(standing(one)), {one});
    ServiceProcess player(run(settings("server = " + scheduler.address())));
    BOOST_REQUIRE(!player.waitFor("STATUS=plan 1, one").empty());
    auto plan = scheduler.publishSmil(2, smilOf(standing(two)), {two});
    BOOST_TEST(!player.waitFor("STATUS=plan 2, two").empty());
    const auto smil = scheduler.add(smilOf(standing(alarm)), std::string(model::kSmilType), "a");
    plan.revision = 3;
    plan.assets.insert(plan.assets.end(), {alarm, smil});
    plan.playlists.push_back({"alarm", "Alarm", smil.sha256});
    model::Rule rule;
    rule.id = "alarm";
    rule.playlist = "alarm";
    rule.priority = 1000;
    rule.recurrence.timezone = "UTC";
    rule.recurrence.start = std::chrono::local_days(std::chrono::year{2024} / 1 / 1);
    rule.recurrence.duration = std::chrono::hours(24);
    rule.recurrence.rrule = "FREQ=DAILY";
    plan.rules = {rule};
    scheduler.publish(plan);
    BOOST_TEST(!player.waitFor("STATUS=plan 3, alarm").empty());
    player.signal(SIGTERM);
    BOOST_TEST(player.wait() == 0);
    BOOST_TEST(figure("items_played") == 3);
    BOOST_TEST(figure("black_frames") == 0);
}

BOOST_AUTO_TEST_CASE(killed_player_plays_the_same_plan_again_with_the_server_off)
{
    std::string file;
    {
        SmallScheduler scheduler;
        enrolled(scheduler);
        publish(scheduler, 1);
        file = settings("server = " + scheduler.address());
        ServiceProcess player(run(file));
        BOOST_TEST(!player.waitFor("STATUS=plan 1, one").empty());
        player.signal(SIGKILL);
        BOOST_TEST(player.wait() == -SIGKILL);
    }
    ServiceProcess again(run(file, "1s"));
    BOOST_TEST(!again.waitFor("STATUS=plan 1, one").empty());
    BOOST_TEST(again.wait() == 0);
    BOOST_TEST(figure("items_failed") == 0);
}

BOOST_AUTO_TEST_CASE(kill_at_any_moment_of_an_update_leaves_a_whole_plan)
{
    SmallScheduler scheduler;
    enrolled(scheduler);
    publish(scheduler, 1);
    const auto file = settings("server = " + scheduler.address());
    {
        ServiceProcess first(run(file));
        BOOST_REQUIRE(!first.waitFor("STATUS=plan 1, one").empty());
    }
    std::uint64_t least = 1;
    for (std::uint64_t revision = 2; revision < 12; ++revision) {
        ServiceProcess player(run(file));
        BOOST_REQUIRE(!player.waitFor("READY=1").empty());
        publish(scheduler, revision);
        // The moment of the kill is left to chance on purpose: 0 … 40 ms after publishing.
        std::this_thread::sleep_for(std::chrono::milliseconds(crypto::randomBelow(41)));
        player.signal(SIGKILL);
        player.wait();
        const auto active = store::PlanStore(state).activeRevision();
        BOOST_REQUIRE(active);
        BOOST_TEST(*active >= least);
        least = *active;
        const auto document = store::PlanStore(state).readActive();
        BOOST_REQUIRE(document);
        const auto plan =
            xml::readSignedPlan(document->xml, document->signature, scheduler.planKey());
        BOOST_REQUIRE(plan);
        const auto blobs = store::BlobStore::open(state);
        BOOST_TEST(store::wanting(*plan, *blobs, store::Depth::kFull).empty());
    }
    ServiceProcess last(run(file));
    BOOST_TEST(!last.waitFor("STATUS=plan 11, one").empty());
}

BOOST_AUTO_TEST_CASE(screen_without_plan_and_server_waits_calmly_and_ends_cleanly)
{
    ServiceProcess player(run(settings("server = http://127.0.0.1:1\nsize = what\nsever = x")));
    BOOST_TEST(!player.waitFor("READY=1").empty());
    player.signal(SIGTERM);
    BOOST_TEST(player.wait() == 0);
    BOOST_TEST(figure("items_failed") == 0);
}

BOOST_AUTO_TEST_CASE(watchdog_is_fed_from_the_main_loop)
{
    ServiceProcess player(run(settings("")), {"WATCHDOG_USEC=200000"});
    BOOST_TEST(!player.waitFor("WATCHDOG=1").empty());
    BOOST_TEST(!player.waitFor("WATCHDOG=1").empty());
}

BOOST_AUTO_TEST_CASE(missing_settings_file_is_a_sentence_and_exit_code_2)
{
    ServiceProcess player(run((path() / "none.conf").string()));
    BOOST_TEST(player.wait() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv

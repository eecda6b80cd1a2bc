// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A screen and its scheduler over real HTTP, with everything that goes wrong between them.
#include "base/file.h"
#include "base/json/json.h"
#include "content/store/plan_store.h"
#include "content/xml/plan.h"
#include "player/sync/sync.h"
#include "provisioning/enrolment/enrolled.h"
#include "tests/doubles/small_scheduler.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::sync {
namespace {

using doubles::Answer;
using doubles::SmallScheduler;

constexpr std::chrono::seconds kPatience{20};

const std::string kSmil = "<smil><body><img src=\"/blobs/x\" dur=\"5s\"/></body></smil>";

struct Fixture : doubles::TemporaryDirectory {
    SmallScheduler scheduler;
    Mailbox<News> news;
    std::vector<News> heard;
    crypto::KeyPair key = crypto::makeKeyPair();
    std::filesystem::path state = path() / "state";

    Options options() const
    {
        Options options;
        options.server.server = settings::parseServerAddress(scheduler.address()).value();
        options.state = state;
        options.encode = [](const Pixels& pixels) -> Result<std::string> {
            return "jpeg " + std::to_string(pixels.width);
        };
        return options;
    }
    std::unique_ptr<Sync> start(ActivePlanPtr active = nullptr)
    {
        return Sync::start(options(), key, std::move(active), news).value();
    }
    std::unique_ptr<Sync> startEnrolled()
    {
        scheduler.approve();
        BOOST_REQUIRE(
            enrolment::saveEnrolled(state, {SmallScheduler::kScreen, scheduler.planKey()}));
        return start();
    }

    // The next news of this kind that fits; what comes before is kept in `heard`.
    template <typename Kind>
    std::optional<Kind> waitFor(const std::function<bool(const Kind&)>& fits = [](const Kind&) {
        return true;
    })
    {
        const auto until = std::chrono::steady_clock::now() + kPatience;
        while (std::chrono::steady_clock::now() < until) {
            for (auto& one : news.take()) {
                heard.push_back(std::move(one));
            }
            for (auto at = heard.begin(); at != heard.end(); ++at) {
                if (const auto* kind = std::get_if<Kind>(&*at); kind != nullptr && fits(*kind)) {
                    auto found = *kind;
                    heard.erase(heard.begin(), at + 1);
                    return found;
                }
            }
            for (auto& one : news.wait(std::chrono::milliseconds(200))) {
                heard.push_back(std::move(one));
            }
        }
        return std::nullopt;
    }
    std::uint64_t nextRevision()
    {
        const auto activated = waitFor<PlanActivated>();
        return activated ? activated->plan->plan.revision : 0;
    }
    std::optional<std::uint64_t> onDisk() const { return store::PlanStore(state).activeRevision(); }
};

BOOST_FIXTURE_TEST_SUITE(sync, Fixture)

BOOST_AUTO_TEST_CASE(new_screen_shows_its_code_and_plays_what_is_published_once_approved)
{
    scheduler.publishSmil(1, kSmil);
    const auto sync = start();
    const auto code = waitFor<EnrolmentCode>();
    BOOST_REQUIRE(code);
    BOOST_TEST(code->code->userCode == "BCDF-GHJK");
    scheduler.approve();
    const auto over = waitFor<EnrolmentCode>([](const EnrolmentCode& one) { return !one.code; });
    BOOST_TEST(over.has_value());
    const auto activated = waitFor<PlanActivated>();
    BOOST_REQUIRE(activated);
    BOOST_TEST(activated->plan->plan.revision == 1U);
    BOOST_TEST(activated->plan->playlists.at("main")->body.id.empty());
    BOOST_TEST((onDisk() == std::optional<std::uint64_t>(1)));
}

BOOST_AUTO_TEST_CASE(published_revision_is_pushed_and_activated)
{
    const auto sync = startEnrolled();
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/events", 1));
    scheduler.publishSmil(1, kSmil);
    BOOST_TEST(nextRevision() == 1U);
    scheduler.publishSmil(2, kSmil, {scheduler.add("clip", "video/mp4", "clip")});
    BOOST_TEST(nextRevision() == 2U);
}

BOOST_AUTO_TEST_CASE(plan_with_a_wrong_signature_is_never_taken)
{
    const auto plan = scheduler.publishSmil(1, kSmil);
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 1U);
    auto next = plan;
    next.revision = 2;
    const auto stranger = crypto::makeKeyPair();
    scheduler.publishDocument(xml::signPlan(next, stranger.secretKey), 2);
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/plans/", 3));
    BOOST_TEST((onDisk() == std::optional<std::uint64_t>(1)));
    next.revision = 3;
    scheduler.publish(next);
    BOOST_TEST(nextRevision() == 3U);
}

BOOST_AUTO_TEST_CASE(plan_of_another_screen_and_older_plan_are_refused)
{
    auto plan = scheduler.publishSmil(5, kSmil);
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 5U);
    auto other = plan;
    other.revision = 6;
    other.screen = "s2";
    scheduler.publish(other);
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/plans/", 3));
    auto older = plan;
    older.revision = 4;
    scheduler.publish(older);
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/plans/", 5));
    BOOST_TEST((onDisk() == std::optional<std::uint64_t>(5)));
}

BOOST_AUTO_TEST_CASE(broken_off_file_is_continued_and_nothing_is_active_before_it_is_whole)
{
    const auto clip = scheduler.add(std::string(200'000, 'c'), "video/mp4", "clip");
    Answer cut;
    cut.cutAfter = 50'000;
    scheduler.failNext("/blobs/" + clip.sha256, cut);
    scheduler.publishSmil(1, kSmil, {clip});
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 1U);
    const auto calls = scheduler.calls();
    const auto resumed = std::count_if(calls.begin(), calls.end(), [&](const auto& call) {
        return call.target == "/blobs/" + clip.sha256 && call.headers.contains("Range");
    });
    BOOST_TEST(resumed == 1);
}

BOOST_AUTO_TEST_CASE(file_with_other_bytes_than_promised_is_fetched_anew)
{
    const auto clip = scheduler.add(std::string(1000, 'c'), "video/mp4", "clip");
    scheduler.failNext("/blobs/" + clip.sha256, Answer{200, std::string(1000, 'x')});
    scheduler.publishSmil(1, kSmil, {clip});
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 1U);
    BOOST_TEST(
        readFile(store::BlobStore::open(state)->pathOf(clip.sha256), 2000).value() ==
        std::string(1000, 'c'));
}

BOOST_AUTO_TEST_CASE(failing_server_is_asked_again)
{
    scheduler.failNext("/api/v1/plans/", Answer{500, "oops"});
    scheduler.failNext("/api/v1/events", Answer{503, "busy"});
    Answer cut;
    cut.cutAfter = 20;
    scheduler.failNext("/api/v1/plans/", cut);
    scheduler.publishSmil(1, kSmil);
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 1U);
}

BOOST_AUTO_TEST_CASE(refused_token_is_renewed)
{
    const auto sync = startEnrolled();
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/events", 1));
    scheduler.endTokens();
    scheduler.publishSmil(1, kSmil);
    BOOST_TEST(nextRevision() == 1U);
}

BOOST_AUTO_TEST_CASE(revoked_screen_asks_to_be_let_in_again_and_keeps_its_plan)
{
    scheduler.publishSmil(1, kSmil);
    const auto sync = startEnrolled();
    BOOST_TEST(nextRevision() == 1U);
    scheduler.revoke();
    sync->report("{}");
    BOOST_TEST(waitFor<EnrolmentCode>([](const EnrolmentCode& one) {
                   return one.code.has_value();
               }).has_value());
    BOOST_TEST((onDisk() == std::optional<std::uint64_t>(1)));
    scheduler.approve();
    scheduler.publishSmil(2, kSmil);
    BOOST_TEST(nextRevision() == 2U);
}

BOOST_AUTO_TEST_CASE(status_and_screenshot_go_up)
{
    const auto sync = startEnrolled();
    sync->report(R"({"revision_active":1})");
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/screens/s1/status", 1));
    sync->report(R"({"revision_active":2})");
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/screens/s1/status", 2));
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/events", 1));
    scheduler.push("event: screenshot\ndata: {}\n\n");
    BOOST_REQUIRE(waitFor<ScreenshotWanted>());
    sync->screenshot(Pixels(64, 36));
    BOOST_REQUIRE(scheduler.waitForCalls("/api/v1/screens/s1/screenshot", 1));
    for (const auto& call : scheduler.calls()) {
        if (call.target == "/api/v1/screens/s1/screenshot") {
            BOOST_TEST(call.method == "PUT");
            BOOST_TEST(call.body == "jpeg 64");
            BOOST_TEST(call.headers.at("Content-Type") == "image/jpeg");
        }
    }
}

BOOST_AUTO_TEST_CASE(active_plan_is_read_without_the_network)
{
    scheduler.publishSmil(1, kSmil);
    {
        const auto sync = startEnrolled();
        BOOST_TEST(nextRevision() == 1U);
    }
    const auto loaded = loadActive(state, scheduler.planKey());
    BOOST_REQUIRE(loaded);
    BOOST_TEST((*loaded)->plan.revision == 1U);
    BOOST_TEST(!loadActive(state, crypto::toBase64(crypto::makeKeyPair().publicKey)));
    BOOST_TEST(loadDirectory(state, "").has_value());
    BOOST_TEST(!loadDirectory(path() / "empty", "").has_value());
}

BOOST_AUTO_TEST_CASE(stop_cuts_a_download_at_once)
{
    const auto clip = scheduler.add(std::string(200'000, 'c'), "video/mp4", "clip");
    Answer stall;
    stall.cutAfter = 1000;
    stall.stalls = true;
    scheduler.failNext("/blobs/" + clip.sha256, stall);
    scheduler.publishSmil(1, kSmil, {clip});
    {
        const auto sync = startEnrolled();
        BOOST_REQUIRE(scheduler.waitForCalls("/blobs/" + clip.sha256, 1));
    }
    BOOST_TEST(!onDisk().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::sync

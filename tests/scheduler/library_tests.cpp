// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The library on a real database and a real store: what may be used, deleted and published.
#include "base/file.h"
#include "content/store/blob_store.h"
#include "content/xml/plan.h"
#include "content/xml/smil.h"
#include "scheduler/library/assets.h"
#include "scheduler/library/ingest_jobs.h"
#include "scheduler/library/playlists.h"
#include "scheduler/library/publisher.h"
#include "scheduler/library/recurrence_text.h"
#include "scheduler/library/rules.h"
#include "scheduler/library/slides.h"
#include "tests/doubles/scheduler_database.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace jtv::library {
namespace {

struct Fixture : doubles::SchedulerDatabase {
    store::BlobStore blobs = store::BlobStore::open(path()).value();
    storage::Author author{"admin", ""};
    Assets assets{*database, path(), clock};
    Slides slides{*database, blobs, clock};
    Playlists playlists{*database, blobs, clock};
    Rules rules{*database, clock};
    std::string document =
        readFile(std::string(JTV_TEST_SOURCE_DIR) + "/../content/demo/slides/termin.xml", 1U << 20U)
            .value();

    std::string readyAsset(const std::string& bytes)
    {
        const auto asset =
            assets.create("film.mp4", "video/mp4", static_cast<std::int64_t>(bytes.size()), author)
                .value();
        BOOST_REQUIRE(append(asset.id, 0, bytes));
        BOOST_REQUIRE(assets.accept(
            asset.id,
            {blobs.put(bytes).value(),
             static_cast<std::int64_t>(bytes.size()),
             "video/mp4",
             "video",
             640,
             360,
             1'000}));
        return asset.id;
    }
    Result<std::int64_t> append(const std::string& id, std::int64_t offset, std::string bytes)
    {
        return assets.append(id, offset, [&bytes](std::string& block) {
            const auto count = std::min(block.size(), bytes.size());
            block.replace(0, count, bytes, 0, count);
            bytes.erase(0, count);
            return count;
        });
    }
    static json::Value recurrence()
    {
        return json::
            parse(R"({"dtstart": "2026-11-23T08:00:00", "duration": "PT4H", "timezone": "Europe/Berlin"})")
                .value();
    }
};

BOOST_FIXTURE_TEST_SUITE(library, Fixture)

BOOST_AUTO_TEST_CASE(upload_that_would_not_fit_is_refused_at_once)
{
    const auto huge = assets.create("a", "", std::int64_t{1} << 50, author);
    BOOST_REQUIRE(!huge);
    BOOST_TEST((huge.error().kind == ErrorKind::kInvalid));
    BOOST_TEST(!assets.create("a", "", 0, author));
}

BOOST_AUTO_TEST_CASE(last_byte_sends_the_file_to_its_check)
{
    const auto asset = assets.create("film.mp4", "video/mp4", 4, author).value();
    BOOST_TEST(append(asset.id, 0, "ab").value() == 2);
    BOOST_TEST(assets.toCheck().value().empty());
    const auto other = append(asset.id, 1, "x");
    BOOST_REQUIRE(!other);
    BOOST_TEST((other.error().kind == ErrorKind::kExists));
    BOOST_TEST(append(asset.id, 2, "cd").value() == 4);
    BOOST_TEST(assets.toCheck().value().front() == asset.id);
    BOOST_TEST(readFile(assets.uploadOf(asset.id), 10).value() == "abcd");
    BOOST_REQUIRE(assets.refuse(asset.id, "it is no film"));
    BOOST_TEST(assets.find(asset.id).value().reason == "it is no film");
    BOOST_TEST(!std::filesystem::exists(assets.uploadOf(asset.id)));
}

BOOST_AUTO_TEST_CASE(what_a_playlist_uses_is_not_deleted)
{
    const auto asset = readyAsset("film");
    const auto slide = slides.create(document, author).value();
    const auto id =
        playlists
            .create({"", "Day", {{"video", asset, {}}, {"slide", slide.id, 5'000}}, {}, 0}, author)
            .value();
    const auto used = assets.remove(asset, author);
    BOOST_REQUIRE(!used);
    BOOST_TEST(used.error().message.find("\"Day\"") != std::string::npos);
    BOOST_TEST(!slides.remove(slide.id, author));
    BOOST_REQUIRE(playlists.remove(id, author));
    BOOST_TEST(assets.remove(asset, author).has_value());
    BOOST_TEST(slides.remove(slide.id, author).has_value());
}

BOOST_AUTO_TEST_CASE(playlist_becomes_smil_that_the_player_reads)
{
    const auto asset = readyAsset("film");
    const auto slide = slides.create(document, author).value();
    const auto id =
        playlists
            .create({"", "Day", {{"video", asset, {}}, {"slide", slide.id, 5'000}}, {}, 0}, author)
            .value();
    const auto smil = xml::parseSmil(playlists.smil(id).value(), "day.smil").value();
    BOOST_TEST(smil.title == "Day");
    BOOST_TEST(smil.remarks.empty());
    const auto& again = std::get<model::Container>(smil.body.body).children.at(0);
    BOOST_TEST(again.timing.repeatCount.has_value());
    const auto& items = std::get<model::Container>(again.body).children;
    BOOST_REQUIRE(items.size() == 2U);
    BOOST_TEST((std::get<model::Media>(items[0].body).kind == model::MediaKind::kVideo));
    BOOST_TEST(std::get<model::Media>(items[1].body).source == "/blobs/" + slide.sha256);
    BOOST_TEST(items[1].timing.dur.value.count() == 5'000);
}

BOOST_AUTO_TEST_CASE(playlist_refuses_what_is_not_in_the_library)
{
    BOOST_TEST(!playlists.create({"", "Day", {{"video", "none", {}}}, {}, 0}, author));
    BOOST_TEST(!playlists.create({"", "Day", {{"dance", "none", {}}}, {}, 0}, author));
    BOOST_TEST(!playlists.create({"", "", {}, {}, 0}, author));
    BOOST_TEST(playlists.list().value().empty());
}

BOOST_AUTO_TEST_CASE(smil_of_other_tools_is_taken_when_all_its_files_are_here)
{
    const auto sha256 = blobs.put("film").value();
    const auto smil = [](const std::string& source) {
        return "<smil><body><seq><video src=\"" + source +
               "\" type=\"video/mp4\"/></seq></body></smil>";
    };
    BOOST_TEST(playlists.create({"", "S", {}, smil("/blobs/" + sha256), 0}, author).has_value());
    const auto missing =
        playlists.create({"", "S", {}, smil("http://else.example/a.mp4"), 0}, author);
    BOOST_REQUIRE(!missing);
    BOOST_TEST(missing.error().message.find("playlist.smil:1") != std::string::npos);
    BOOST_TEST(!playlists.create({"", "S", {}, "<smil><body>", 0}, author));
}

BOOST_AUTO_TEST_CASE(default_playlist_and_one_with_a_rule_stay)
{
    const auto id = playlists.create({"", "Day", {}, {}, 0}, author).value();
    BOOST_TEST(!playlists.setDefault("none", author));
    BOOST_REQUIRE(playlists.setDefault(id, author));
    BOOST_TEST(playlists.defaultPlaylist().value().value() == id);
    BOOST_TEST(!playlists.remove(id, author));
}

BOOST_AUTO_TEST_CASE(rule_keeps_the_words_of_rfc_5545)
{
    const auto id = playlists.create({"", "Day", {}, {}, 0}, author).value();
    auto value = recurrence();
    value["rrule"] = "FREQ=WEEKLY;BYDAY=MO";
    value["exdate"] = {"2026-12-24", "20261231T080000Z"};
    const auto made =
        rules.create({{"", id, 3, readRecurrence(value).value()}, {}}, author).value();
    const auto rule = rules.list().value().front().rule;
    BOOST_TEST(rule.id == made);
    BOOST_TEST(recurrenceValue(rule.recurrence).at("exdate").at(0) == "20261224");
    BOOST_TEST(recurrenceValue(rule.recurrence).at("dtstart") == "2026-11-23T08:00:00");
    BOOST_TEST(rules.remove(made, author).has_value());
    BOOST_TEST(!rules.remove(made, author));
}

BOOST_AUTO_TEST_CASE(rule_that_cannot_be_is_refused_with_the_reason)
{
    const auto id = playlists.create({"", "Day", {}, {}, 0}, author).value();
    auto value = recurrence();
    value["rrule"] = "FREQ=SECONDLY";
    BOOST_TEST(!rules.create({{"", id, 0, readRecurrence(value).value()}, {}}, author));
    value = recurrence();
    value["dtend"] = "2026-11-23T09:00:00";
    BOOST_TEST(!readRecurrence(value));
    value.erase("duration");
    BOOST_TEST(readRecurrence(value)->duration.count() == 3'600);
    value["dtend"] = "2026-11-23T08:00:00";
    BOOST_TEST(!readRecurrence(value));
    BOOST_TEST(!rules.create({{"", "none", 0, readRecurrence(recurrence()).value()}, {}}, author));
}

BOOST_AUTO_TEST_CASE(plan_key_is_made_once_and_nobody_else_reads_it)
{
    const auto first = loadPlanKey(path()).value();
    BOOST_TEST(loadPlanKey(path())->publicKey == first.publicKey);
    BOOST_TEST(crypto::verify("x", crypto::sign("x", first.secretKey), first.publicKey));
    const auto rights = std::filesystem::status(path() / "keys" / "plan.key").permissions();
    BOOST_TEST(
        (rights == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
    std::ofstream(path() / "keys" / "plan.key") << "nonsense";
    BOOST_TEST(!loadPlanKey(path()));
}

BOOST_AUTO_TEST_CASE(upload_is_refused_where_nothing_holds_its_check)
{
    const auto asset = assets.create("film.mp4", "video/mp4", 4, author).value();
    BOOST_REQUIRE(append(asset.id, 0, "film"));
    // No service, and no bubblewrap is found. The other thread begins later and ends before.
    const std::string usual = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): see above
    ::setenv("PATH", "/nonexistent", 1);           // NOLINT(concurrency-mt-unsafe): as above
    Mailbox<int> outcomes;
    {
        const IngestJobs jobs(
            assets,
            blobs,
            {"/nonexistent/jtv-ingest",
             path() / "ingest",
             "/nonexistent/socket",
             false,
             Milliseconds(1'000),
             [&] { outcomes.post(1); }});
        BOOST_TEST(!outcomes.wait(std::chrono::minutes(1)).empty());
    }
    ::setenv("PATH", usual.c_str(), 1); // NOLINT(concurrency-mt-unsafe): as above
    const auto refused = assets.find(asset.id).value();
    BOOST_TEST(refused.state == "refused");
    BOOST_TEST(refused.reason.find("install bubblewrap") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(answer_of_the_check_is_read)
{
    std::filesystem::path file;
    const auto checked = readIngestAnswer(
        R"({"file": "/o/a", "sha256": "ab", "size": 7, "type": "video/mp4", "kind": "video",
            "video": {"width": 1920, "height": 1080}, "duration_ms": 1500.5})",
        file);
    BOOST_REQUIRE(checked);
    BOOST_TEST(file == "/o/a");
    BOOST_TEST(checked->width.value() == 1920);
    BOOST_TEST(checked->durationMs.value() == 1500);
    BOOST_TEST(!readIngestAnswer("{}", file));
    BOOST_TEST(!readIngestAnswer("no json", file));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::library

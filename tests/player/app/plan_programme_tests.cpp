// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Plan and time give a playlist; a clock that cannot be right gives the default one.
#include "content/picture/picture.h"
#include "content/xml/slide.h"
#include "player/app/plan_programme.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

namespace jtv::app {
namespace {

using std::chrono::sys_days;

WallTime at(std::chrono::year_month_day day, int hourUtc)
{
    return sys_days(day) + std::chrono::hours(hourUtc);
}

constexpr std::chrono::year_month_day kMonday{
    std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

struct Fixture : doubles::TemporaryDirectory {
    std::shared_ptr<store::BlobStore> blobs =
        std::make_shared<store::BlobStore>(store::BlobStore::open(path()).value());
    sync::ActivePlan active;

    Fixture()
    {
        active.plan.revision = 3;
        active.plan.screen = "s1";
        active.plan.created = at(kMonday, 0) - std::chrono::hours(48);
        active.plan.playlists = {
            {"all", "Alltag", std::string(64, 'a')}, {"morning", "Morgens", std::string(64, 'b')}};
        active.plan.defaultPlaylist = "all";
        model::Rule rule;
        rule.id = "r1";
        rule.playlist = "morning";
        rule.recurrence.timezone = "Europe/Berlin";
        rule.recurrence.start = std::chrono::local_days(kMonday) + std::chrono::hours(8);
        rule.recurrence.duration = std::chrono::hours(4);
        active.plan.rules = {rule};
        active.playlists["all"] = std::make_shared<model::Playlist>();
        active.playlists["morning"] = std::make_shared<model::Playlist>();
        active.blobs = blobs;
    }
    PlanProgramme programme() const
    {
        return PlanProgramme(std::make_shared<const sync::ActivePlan>(active));
    }
};

BOOST_FIXTURE_TEST_SUITE(plan_programme, Fixture)

BOOST_AUTO_TEST_CASE(rule_counts_in_its_window_and_says_until_when)
{
    const auto before = programme().choose(at(kMonday, 6));
    BOOST_TEST(before.playlist == "all");
    BOOST_REQUIRE(before.until);
    BOOST_TEST((*before.until == at(kMonday, 7)));
    const auto within = programme().choose(at(kMonday, 8));
    BOOST_TEST(within.playlist == "morning");
    BOOST_TEST(within.rule.value() == "r1");
    BOOST_TEST((*within.until == at(kMonday, 11)));
    BOOST_TEST(programme().choose(at(kMonday, 11)).playlist == "all");
}

BOOST_AUTO_TEST_CASE(clock_before_the_plan_gives_the_default_playlist)
{
    active.plan.created = at(kMonday, 9);
    BOOST_TEST(programme().choose(at(kMonday, 8)).playlist == "all");
    BOOST_TEST(programme().choose(WallTime{}).playlist == "all");
    BOOST_TEST(programme().choose(at(kMonday, 10)).playlist == "morning");
}

BOOST_AUTO_TEST_CASE(unreadable_rule_and_playlist_fall_back_to_the_default_aloud)
{
    active.playlists.erase("morning");
    BOOST_TEST(programme().choose(at(kMonday, 8)).playlist == "all");
    active.plan.rules[0].recurrence.rrule = "FREQ=SOMETIMES";
    BOOST_TEST(programme().choose(at(kMonday, 8)).playlist == "all");
    BOOST_TEST(programme().warnings().size() == 1U);
}

BOOST_AUTO_TEST_CASE(programme_has_no_end_and_the_screens_settings)
{
    active.plan.settings.languages = {"de", "ar"};
    active.plan.settings.distanceMetres = 6;
    const auto made = programme().make(programme().choose(WallTime{}));
    BOOST_TEST(made.name == "Alltag");
    BOOST_TEST(std::isinf(made.playlist->body.timing.repeatCount.value()));
    BOOST_TEST(made.languages.size() == 2U);
    BOOST_TEST(made.distanceMetres == 6);
}

BOOST_AUTO_TEST_CASE(parts_of_the_day_have_their_languages)
{
    active.plan.rules.clear();
    auto& settings = active.plan.settings;
    settings.languages = {"de", "en"};
    settings.languagePolicy = {model::LanguageOrder::kSideBySide, {{480, 720, {"ar", "de"}}}};
    const auto early = programme().choose(at(kMonday, 6)); // 7:00 in Berlin
    BOOST_TEST((early.languages == settings.languages));
    BOOST_TEST((early.until == at(kMonday, 7)));
    const auto morning = programme().choose(at(kMonday, 7));
    BOOST_TEST((morning.languages == settings.languagePolicy.periods[0].languages));
    BOOST_TEST((morning.until == at(kMonday, 11)));
    BOOST_TEST(programme().looksOf(early) != programme().looksOf(morning));
    const auto made = programme().make(morning);
    BOOST_TEST(made.languages.front() == "ar");
    BOOST_TEST((made.languageOrder == model::LanguageOrder::kSideBySide));
    const auto evening = programme().choose(at(kMonday, 20));
    BOOST_TEST((evening.until == at(kMonday, 24 + 7)));
    BOOST_TEST((programme().choose(WallTime{}).languages == settings.languages));
}

BOOST_AUTO_TEST_CASE(sources_are_found_in_the_store_and_nowhere_else)
{
    const auto file = blobs->put("picture").value();
    const auto made = programme().make(programme().choose(WallTime{}));
    model::Media media;
    media.source = model::blobReference(file);
    const auto found = made.resolve(media);
    BOOST_REQUIRE(found);
    BOOST_TEST(std::get<std::filesystem::path>(*found) == blobs->pathOf(file));
    for (const std::string source : {"/etc/passwd", "../x", "http://a/b", "/blobs/x"}) {
        media.source = source;
        BOOST_TEST(!made.resolve(media), source);
    }
}

BOOST_AUTO_TEST_CASE(slide_comes_with_the_pictures_approved_for_it)
{
    const auto source =
        blobs
            ->put("<slide xmlns=\"urn:jobcenter-tv:slide:1\" xml:lang=\"de\" id=\"a\" "
                  "template=\"notice\" theme=\"calm\"><text xml:lang=\"de\" "
                  "reviewed=\"yes\"><title>A</title></text></slide>")
            .value();
    const auto image = blobs->put("picture").value();
    const auto looks = programme().looksOf(programme().choose(WallTime{}));
    active.plan.pictures = {
        {std::string(64, 'c'), {"de", {}}, 1920, 1080, std::string(64, 'd'), ""},
        {source, {"de", {"ar"}}, 1920, 1080, std::string(64, 'e'), image}};
    BOOST_TEST(programme().looksOf(programme().choose(WallTime{})) != looks);
    model::Media media;
    media.kind = model::MediaKind::kSlide;
    media.source = model::blobReference(source);
    const auto found = programme().make(programme().choose(WallTime{})).resolve(media);
    BOOST_REQUIRE_MESSAGE(found, (found ? "" : found.error().message));
    const auto& approved = std::get<show::SlideDocument>(*found).approved;
    BOOST_REQUIRE(approved.size() == 1U);
    BOOST_TEST((approved[0].view == model::SlideView{"de", {"ar"}}));
    BOOST_TEST(approved[0].image->string() == blobs->pathOf(image).string());
}

BOOST_AUTO_TEST_CASE(same_look_means_same_document_and_settings)
{
    const auto looks = programme().looksOf(programme().choose(WallTime{}));
    active.plan.revision = 9;
    BOOST_TEST(programme().looksOf(programme().choose(WallTime{})) == looks);
    active.plan.settings.languages = {"uk"};
    BOOST_TEST(programme().looksOf(programme().choose(WallTime{})) != looks);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app

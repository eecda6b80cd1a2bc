// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each screen gets what it can show, and nothing else.
#include "content/model/rule_text.h"
#include "scheduler/planning/planning.h"

#include <boost/test/unit_test.hpp>

namespace jtv::planning {
namespace {

std::string hash(char digit)
{
    return std::string(64, digit);
}

TargetedRule monday(const std::string& playlist, std::vector<std::string> screens)
{
    TargetedRule rule{{"r-" + playlist, playlist, 0, {}}, std::move(screens)};
    rule.rule.recurrence.timezone = "Europe/Berlin";
    rule.rule.recurrence.start = model::parseLocalTime("20261123T080000").value();
    rule.rule.recurrence.duration = std::chrono::hours{4};
    rule.rule.recurrence.rrule = "FREQ=WEEKLY";
    return rule;
}

// Three playlists: every screen shows "all", the hall also "hall"; "draft" nobody.
Programme programme()
{
    Programme made;
    for (const char digit : {'1', '2', '3', 'a', 'b', 'c'}) {
        made.assets[hash(digit)] = {hash(digit), 10, "video/mp4", std::string(1, digit)};
    }
    made.playlists = {
        {"all", "Ganztags", hash('1'), {hash('a')}},
        {"hall", "Halle", hash('2'), {hash('a'), hash('b'), hash('b')}},
        {"draft", "Entwurf", hash('3'), {hash('c')}}};
    made.defaultPlaylist = "all";
    made.rules = {monday("hall", {"hall-1"})};
    return made;
}

std::vector<Screen> screens()
{
    std::vector<Screen> made(2);
    made[0].id = "hall-1";
    made[0].settings = {{"de", "ar"}, "Europe/Berlin", 43, 4};
    made[1].id = "door";
    return made;
}
const auto kScreens = screens();
const Publication kFourth{4, WallTime{Milliseconds{1'000}}, std::nullopt};

std::string refusal(const Programme& from)
{
    const auto plans = makePlans(from, kScreens, kFourth);
    BOOST_REQUIRE(!plans);
    return plans.error().message;
}

BOOST_AUTO_TEST_SUITE(planning)

BOOST_AUTO_TEST_CASE(each_screen_gets_its_rules_playlists_and_files)
{
    const auto plans = makePlans(programme(), kScreens, kFourth).value();
    BOOST_REQUIRE(plans.size() == 2U);
    const auto& hall = plans[0];
    BOOST_TEST(hall.screen == "hall-1");
    BOOST_TEST(hall.revision == 4U);
    BOOST_TEST((hall.settings == kScreens[0].settings));
    BOOST_TEST(hall.rules.size() == 1U);
    BOOST_TEST(hall.playlists.size() == 2U);
    BOOST_TEST(hall.assets.size() == 4U); // two SMIL documents, a, b
    const auto& door = plans[1];
    BOOST_TEST(door.rules.empty());
    BOOST_TEST(door.playlists.size() == 1U);
    BOOST_TEST(door.assets.size() == 2U);
    BOOST_TEST(model::findAsset(door, hash('b')) == nullptr);
}

BOOST_AUTO_TEST_CASE(roll_back_is_written_into_every_plan)
{
    auto back = kFourth;
    back.rollsBack = 9;
    const auto plans = makePlans(programme(), kScreens, back).value();
    for (const auto& plan : plans) {
        BOOST_TEST(plan.rollsBack.value() == 9U);
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_shown_is_said_with_the_way_out)
{
    auto noDefault = programme();
    noDefault.defaultPlaylist.clear();
    BOOST_TEST(refusal(noDefault).find("choose one") != std::string::npos);
    auto lost = programme();
    lost.playlists.erase(lost.playlists.begin() + 1);
    BOOST_TEST(refusal(lost).find("\"hall\"") != std::string::npos);
    auto gone = programme();
    gone.assets.erase(hash('b'));
    BOOST_TEST(refusal(gone).find("Halle") != std::string::npos);
    auto odd = programme();
    odd.rules[0].rule.recurrence.rrule = "FREQ=HOURLY";
    BOOST_TEST(refusal(odd).find("rule r-hall") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_screens_give_no_plans)
{
    BOOST_TEST(makePlans(programme(), {}, kFourth)->empty());
}

BOOST_AUTO_TEST_CASE(pictures_of_a_screen_go_into_its_plan_with_their_files)
{
    auto drawn = screens();
    drawn[0].pictures = {
        {hash('a'), {"de", {"ar"}}, 1920, 1080, hash('f'), hash('d')},
        {hash('a'), {"ar", {}}, 1920, 1080, hash('e'), hash('d')}};
    drawn[0].images = {{hash('d'), 5, "image/png", ""}, {hash('d'), 5, "image/png", ""}};
    const auto plans = makePlans(programme(), drawn, kFourth).value();
    BOOST_TEST((plans[0].pictures == drawn[0].pictures));
    BOOST_TEST(model::findAsset(plans[0], hash('d'))->type == "image/png");
    BOOST_TEST(plans[1].pictures.empty());
    drawn[0].images.clear();
    BOOST_TEST(!makePlans(programme(), drawn, kFourth));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::planning

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A plan survives its XML, and nothing unsigned is ever parsed.
#include "base/crypto/crypto.h"
#include "content/model/rule_text.h"
#include "content/xml/plan.h"

#include <boost/test/unit_test.hpp>

namespace jtv::xml {
namespace {

model::Plan example()
{
    const std::string smil(64, 'a');
    const std::string video(64, 'b');
    model::Plan plan;
    plan.revision = 7;
    plan.rollsBack = 9;
    plan.screen = "hall-1";
    plan.created = WallTime{Milliseconds{1'795'000'000'123}};
    plan.playlists = {{"all-day", "Ganztags & \"immer\" <ü>", smil}};
    plan.defaultPlaylist = "all-day";
    model::Rule rule{"monday", "all-day", -3, {}};
    rule.recurrence.timezone = "Europe/Berlin";
    rule.recurrence.start = model::parseLocalTime("20261123T080000").value();
    rule.recurrence.duration = std::chrono::hours{4};
    rule.recurrence.rrule = "FREQ=WEEKLY;BYDAY=MO";
    rule.recurrence.exdates = {"20261224", "20261228T080000"};
    rule.recurrence.rdates = {"20261229T070000Z"};
    plan.rules = {rule};
    plan.settings = {
        {"de", "ar", "pt-BR"},
        "Europe/Berlin",
        54.6,
        3.25,
        {model::LanguageOrder::kSideBySide, {{480, 720, {"ar"}}}}};
    plan.assets = {
        {smil, 512, std::string(model::kSmilType), ""},
        {video, 18'446'744'073'709'551'615ULL, "video/mp4", "Termin online\nbuchen"}};
    plan.pictures = {
        {smil, {"de+ar", {"uk", "pt-BR"}}, 1920, 1080, std::string(64, 'c'), video},
        {smil, {"uk", {}}, 1080, 1920, std::string(64, 'd'), ""}};
    return plan;
}

std::string swapped(std::string text, std::string_view from, std::string_view to)
{
    const auto place = text.find(from);
    BOOST_REQUIRE(place != std::string::npos);
    return text.replace(place, from.size(), to);
}

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(plan_read_back_is_the_plan_written_and_gives_the_same_bytes)
{
    const auto bytes = writePlan(example());
    const auto read = readPlan(bytes);
    BOOST_REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
    BOOST_TEST((*read == example()));
    BOOST_TEST(writePlan(*read) == bytes);
}

BOOST_AUTO_TEST_CASE(every_faulty_value_is_refused_with_file_and_line)
{
    const auto bytes = writePlan(example());
    const std::pair<const char*, const char*> faults[] = {
        {"revision=\"7\"", "revision=\"0\""},
        {"revision=\"7\"", "revision=\"99999999999999999999999\""},
        {"priority=\"-3\"", "priority=\"99999999999\""},
        {"start=\"20261123T080000\"", "start=\"20261399T080000\""},
        {"duration=\"PT4H\"", "duration=\"PT\""},
        {"created=\"2026-", "created=\"2026-13-"},
        {"smil=\"aaaa", "smil=\"AAAA"},
        {"languages=\"de ar pt-BR\"", "languages=\"\""},
        {"<assets>", "<assets><script/>"},
        {"screen=\"hall-1\"", "screen=\"../../etc\""},
        {"<settings ", "<settings volume=\"11\" "},
        {"diagonal-inches=\"54.6\"", "diagonal-inches=\"-1\""},
        {"default=\"all-day\"", "default=\"gone\""},
        {"playlist=\"all-day\"", "playlist=\"gone\""},
        {"width=\"1080\"", "width=\"0\""},
        {"width=\"1080\"", "width=\"99999999999\""},
        {"height=\"1080\"", "height=\"20000\""},
        {"language=\"uk\"", "language=\"\""},
        {"digest=\"cccc", "digest=\"CCCC"},
        {"image=\"bbbb", "image=\"abbb"},
        {"slide=\"aaaa", "slide=\"baaa"},
        {"<pictures>", "<pictures><script/>"},
        {"</plan>", ""},
        {"<plan ", "<!DOCTYPE plan [<!ENTITY a \"b\">]><plan "},
    };
    for (const auto& [from, to] : faults) {
        const auto read = readPlan(swapped(bytes, from, to));
        BOOST_TEST(!read, from << " as " << to);
        if (!read) {
            BOOST_TEST(
                read.error().message.find("plan.xml") != std::string::npos, read.error().message);
        }
    }
}

BOOST_AUTO_TEST_CASE(later_format_asks_for_a_newer_player)
{
    const auto read = readPlan(swapped(writePlan(example()), "format=\"1\"", "format=\"2\""));
    BOOST_REQUIRE(!read);
    BOOST_TEST((read.error().kind == ErrorKind::kUnsupported));
    BOOST_TEST(read.error().message.find("update the player") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(signature_is_checked_before_the_first_byte_is_parsed)
{
    BOOST_REQUIRE(crypto::start());
    const auto keys = crypto::makeKeyPair();
    const auto publicKey = crypto::toBase64(keys.publicKey);
    const auto document = signPlan(example(), keys.secretKey);
    BOOST_TEST((readSignedPlan(document.xml, document.signature, publicKey).value() == example()));
    BOOST_TEST(readSignedPlan(document.xml, document.signature + "\n", publicKey).has_value());

    auto changed = document.xml;
    changed[changed.size() / 2] ^= 1;
    const std::string notXml = "not XML at all";
    const auto other = crypto::toBase64(crypto::makeKeyPair().publicKey);
    for (const auto& refused :
         {readSignedPlan(changed, document.signature, publicKey),
          readSignedPlan(notXml, document.signature, publicKey),
          readSignedPlan(document.xml, document.signature, other),
          readSignedPlan(document.xml, "", publicKey),
          readSignedPlan(document.xml, "%%", publicKey),
          readSignedPlan(document.xml, document.signature, "")}) {
        BOOST_REQUIRE(!refused);
        BOOST_TEST((refused.error().kind == ErrorKind::kDenied));
    }
}

BOOST_AUTO_TEST_CASE(largest_plan_allowed_is_written_and_read)
{
    auto plan = example();
    for (std::size_t i = plan.assets.size(); i < model::kMaxAssets; ++i) {
        plan.assets.push_back({crypto::sha256Hex(std::to_string(i)), i, "image/jpeg", "Bild"});
    }
    for (std::size_t i = plan.pictures.size(); i < model::kMaxPictures; ++i) {
        plan.pictures.push_back(plan.pictures.front());
    }
    const auto rule = plan.rules.front();
    for (std::size_t i = 1; i < model::kMaxRules; ++i) {
        plan.rules.push_back(rule);
        plan.rules.back().id = "r" + std::to_string(i);
    }
    const auto bytes = writePlan(plan);
    BOOST_TEST(bytes.size() < kMaxPlanBytes / 2);
    BOOST_TEST((readPlan(bytes).value() == plan));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is said of the display is what is known of it.
#include "base/json/json.h"
#include "player/app/status_report.h"

#include <boost/test/unit_test.hpp>

namespace jtv::app {
namespace {

using screen::Television;

NowShown shown(bool connected, bool awake, std::optional<Television> television = std::nullopt)
{
    NowShown now;
    now.connected = connected;
    now.awake = awake;
    now.television = television;
    return now;
}

BOOST_AUTO_TEST_SUITE(status_report)

BOOST_AUTO_TEST_CASE(display_is_called_what_it_is)
{
    BOOST_TEST(displayWord(shown(true, true)) == "on");
    BOOST_TEST(displayWord(shown(true, false)) == "off");
    BOOST_TEST(displayWord(shown(false, true)) == "absent");
    BOOST_TEST(displayWord(shown(true, true, Television::kOn)) == "on");
    BOOST_TEST(displayWord(shown(true, false, Television::kOn)) == "off");
    BOOST_TEST(displayWord(shown(true, false, Television::kStandby)) == "standby");
    BOOST_TEST(displayWord(shown(true, true, Television::kUnknown)) == "on");
    const auto report = json::parse(toReport(shown(true, false), {})).value();
    BOOST_TEST(report.at("display").get<std::string>() == "off");
}

BOOST_AUTO_TEST_CASE(television_without_an_answer_is_not_called_off)
{
    for (const bool awake : {true, false}) {
        const auto now = shown(true, awake, Television::kSilent);
        BOOST_TEST(displayWord(now) == "no answer");
        BOOST_TEST(displayWarning(now).find("does not answer") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(only_what_somebody_can_mend_is_a_warning)
{
    BOOST_TEST(displayWarning(shown(true, true)).empty());
    BOOST_TEST(displayWarning(shown(true, false, Television::kStandby)).empty());
    BOOST_TEST(displayWarning(shown(true, true, Television::kUnknown)).empty());
    BOOST_TEST(displayWarning(shown(false, false)).empty()); // asleep, many take away their plug
    BOOST_TEST(!displayWarning(shown(true, true, Television::kStandby)).empty());
    BOOST_TEST(!displayWarning(shown(false, true)).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::app

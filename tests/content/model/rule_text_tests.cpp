// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Times and durations in the texts of RFC 5545 and in the extended form of the API.
#include "content/model/rule_text.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

BOOST_AUTO_TEST_SUITE(rule_text)

BOOST_AUTO_TEST_CASE(basic_and_extended_forms_mean_the_same)
{
    const auto basic = parseTime("20261224T080000").value();
    BOOST_TEST((basic.form == TimeText::Form::kLocal));
    for (const auto* text : {"2026-12-24T08:00:00", "2026-12-24T08:00"}) {
        BOOST_TEST((parseTime(text).value() == basic), text);
    }
    BOOST_TEST(writeLocalTime(basic.time) == "20261224T080000");
    BOOST_TEST((parseTime("2026-12-24T08:00Z").value() == parseTime("20261224T080000Z").value()));
    BOOST_TEST((parseTime("2026-12-24").value().form == TimeText::Form::kDate));
    BOOST_TEST(!parseLocalTime("20261224T080000Z"));
}

BOOST_AUTO_TEST_CASE(what_is_no_time_is_refused)
{
    for (const auto* text :
         {"",
          "2026",
          "20260230",
          "20261224T250000",
          "20261224 080000",
          "20261224T0800",
          "99999999",
          "2026-12-24T08-00",
          "20261224T080000z",
          "18991231",
          "2026-1-24T08:00:00",
          "20261224T08000Z"}) {
        BOOST_TEST(!parseTime(text), text);
    }
}

BOOST_AUTO_TEST_CASE(durations_are_written_as_they_are_read)
{
    for (const std::string text : {"PT4H", "PT30M", "P1D", "P1DT2H3M4S", "PT1S", "P366D"}) {
        BOOST_TEST(writeDuration(parseDuration(text).value()) == text);
    }
    BOOST_TEST((parseDuration("P2W").value() == std::chrono::days{14}));
    for (const std::string text :
         {"",
          "P",
          "PT",
          "4H",
          "PT4",
          "PT4H4H",
          "PT4M3H",
          "P1DT",
          "-PT1H",
          "PT0S",
          "P367D",
          "P1Y",
          "PT999999999999H"}) {
        BOOST_TEST(!parseDuration(text), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model

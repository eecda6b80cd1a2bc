// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The log levels' words.
#include "base/log.h"

#include <boost/test/unit_test.hpp>

namespace jtv {
namespace {

BOOST_AUTO_TEST_SUITE(log)

BOOST_AUTO_TEST_CASE(level_words_are_read_and_others_refused_with_the_choice) {
    BOOST_TEST((parseLogLevel("debug").value() == LogLevel::kDebug));
    const auto wrong = parseLogLevel("loud");
    BOOST_REQUIRE(!wrong);
    BOOST_TEST(wrong.error().message.find("error, warning, info or debug") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_below_the_level_are_not_written) {
    setLogLevel(LogLevel::kWarning);
    BOOST_TEST(logEnabled(LogLevel::kError));
    BOOST_TEST(!logEnabled(LogLevel::kInfo));
    setLogLevel(LogLevel::kInfo);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace jtv

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A part of a film has its part of the captions.
#include "content/captions/excerpt.h"

#include <boost/test/unit_test.hpp>

namespace jtv::captions {
namespace {

model::Caption caption(int begin, Milliseconds end)
{
    model::Caption made;
    made.begin = Milliseconds(begin);
    made.end = end;
    return made;
}

BOOST_AUTO_TEST_SUITE(caption_excerpt)

BOOST_AUTO_TEST_CASE(what_is_over_goes_and_the_rest_moves)
{
    const auto part = excerpt(
        {caption(0, Milliseconds(1000)),
         caption(500, Milliseconds(1500)),
         caption(2000, Milliseconds::max())},
        Milliseconds(1000));
    BOOST_REQUIRE(part.size() == 2U);
    BOOST_TEST(part[0].begin.count() == 0);
    BOOST_TEST(part[0].end.count() == 500);
    BOOST_TEST(part[1].begin.count() == 1000);
    BOOST_TEST((part[1].end == Milliseconds::max()));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions

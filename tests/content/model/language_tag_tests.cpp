// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tags, and which one stands in for another.
#include "content/model/language_tag.h"

#include <boost/test/unit_test.hpp>

namespace jtv::model {
namespace {

using Tags = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(language_tag)

BOOST_AUTO_TEST_CASE(the_form_of_a_tag_is_known)
{
    for (const auto* const good :
         {"de", "ckb", "pt-BR", "zh-Hans", "de-simple-x-leicht", "es-419"}) {
        BOOST_TEST(isLanguageTag(good), good);
    }
    for (const auto* const bad :
         {"", "d", "de-", "-de", "de--AT", "x!", "deutschland", "d1", "de_AT"}) {
        BOOST_TEST(!isLanguageTag(bad), bad);
    }
}

// The examples of RFC 4647, 3.4, and ours.
BOOST_AUTO_TEST_CASE(shorter_tags_stand_in_and_single_letters_go_with_what_they_introduce)
{
    BOOST_TEST(
        (lookupOrder("zh-Hant-CN-x-private1-private2") == Tags{
                                                              "zh-hant-cn-x-private1-private2",
                                                              "zh-hant-cn-x-private1",
                                                              "zh-hant-cn",
                                                              "zh-hant",
                                                              "zh"}));
    BOOST_TEST(
        (lookupOrder("de-simple-x-leicht") == Tags{"de-simple-x-leicht", "de-simple", "de"}));
    BOOST_TEST(lookupOrder("").empty());
}

BOOST_AUTO_TEST_CASE(simple_language_is_told_from_the_full_one)
{
    BOOST_TEST(isSimple(kEinfacheSprache));
    BOOST_TEST(!isLeicht(kEinfacheSprache));
    BOOST_TEST(isLeicht(kLeichteSprache));
    BOOST_TEST(!isSimple("de-AT"));
    BOOST_TEST(sameTag("de-at", "DE-AT"));
    BOOST_TEST(primaryLanguage("PT-br") == "pt");
}

BOOST_AUTO_TEST_CASE(several_tags_are_joined_and_split_again)
{
    BOOST_TEST(joinTags({"de", "ar"}) == "de+ar");
    BOOST_TEST((splitTags("de+ar") == Tags{"de", "ar"}));
    BOOST_TEST((splitTags("de") == Tags{"de"}));
    BOOST_TEST(splitTags("").empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::model

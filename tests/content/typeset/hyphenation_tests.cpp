// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// German words get soft hyphens where the dictionary allows them, and stay the same words.
#include "content/typeset/hyphenation.h"

#include <boost/test/unit_test.hpp>

namespace jtv::typeset {
namespace {

std::string shown(std::string text)
{
    for (std::size_t at = 0; (at = text.find("\u00AD", at)) != std::string::npos;) {
        text.replace(at, 2, "|");
    }
    return text;
}

BOOST_AUTO_TEST_SUITE(hyphenation)

BOOST_AUTO_TEST_CASE(long_words_break_at_their_joints)
{
    const Hyphenation words;
    BOOST_TEST(shown(words.withSoftHyphens("Weiterbewilligung")).rfind("Weiter|", 0) == 0U);
    const auto sentence = shown(words.withSoftHyphens("ein FÜHRUNGSZEUGNIS, bitte"));
    BOOST_TEST(sentence.find("FÜHRUNGS|ZEUG") != std::string::npos, sentence);
    BOOST_TEST(sentence.rfind("ein ", 0) == 0U, sentence);
    BOOST_TEST(sentence.find(", bitte") != std::string::npos, sentence);
}

BOOST_AUTO_TEST_CASE(short_words_numbers_and_other_letters_stay_whole)
{
    const Hyphenation words;
    for (const char* const text : {"Termin am 12.5.", "www.de", "", "Київ", "ß"}) {
        BOOST_TEST(words.withSoftHyphens(text) == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset

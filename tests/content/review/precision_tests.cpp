// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How often the checks of German are right, over texts nobody here wrote: judged.tsv holds a
// verdict for each finding, made by reading it in its sentence.
#include "content/review/plain_german.h"
#include "content/review/speller.h"
#include "tests/content/review/german_corpora.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <map>

namespace jtv::review {
namespace {

// "file line rule number": the n-th finding of that rule at that line.
using Verdicts = std::map<std::string, std::string>;

Verdicts verdicts()
{
    Verdicts found;
    std::ifstream in(JTV_TEST_SOURCE_DIR "/content/review/judged.tsv");
    std::string line;
    while (std::getline(in, line)) {
        const auto tab = line.rfind('\t');
        if (!line.empty() && line.front() != '#' && tab != std::string::npos) {
            found[line.substr(0, tab)] = line.substr(tab + 1);
        }
    }
    return found;
}

BOOST_AUTO_TEST_SUITE(precision)

BOOST_AUTO_TEST_CASE(at_least_nine_of_ten_findings_are_right)
{
    const auto texts = germanCorpora();
    const auto speller = Speller::german();
    if (texts.empty() || !speller) {
        std::cout << "SKIPPED: " << (speller ? "no corpora" : speller.error().message) << "\n";
        return;
    }
    const auto judged = verdicts();
    std::map<std::string, int> numbers;
    int right = 0;
    int wrong = 0;
    for (const auto& text : texts) {
        PlainLanguage options;
        options.speller = &*speller;
        for (const auto& finding : reviewGerman(text.text, {text.file, text.line}, options)) {
            auto key = fmt::format("{}\t{}\t{}", text.file, text.line, nameOf(finding.rule));
            key += fmt::format("\t{}", ++numbers[key]);
            const auto verdict = judged.find(key);
            BOOST_TEST(
                (verdict != judged.end()), "not judged: " + key + "\t" + finding.text.english);
            if (verdict != judged.end()) {
                ++(verdict->second == "right" ? right : wrong);
            }
        }
    }
    BOOST_TEST_MESSAGE("precision: " << right << " of " << right + wrong << " findings are right");
    BOOST_TEST(right + wrong >= 200);
    BOOST_TEST(right >= 0.9 * (right + wrong));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::review

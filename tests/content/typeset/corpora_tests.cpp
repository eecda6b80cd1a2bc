// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Texts nobody wrote for us: the Universal Declaration of Human Rights and the strings of
// Integreat. Each paragraph either is refused by name, or nothing of it is clipped, every letter
// has a font and it runs in the direction that the text's own file declares.
#include "base/file.h"
#include "base/json/json.h"
#include "content/model/language_tag.h"
#include "content/typeset/slide_layout.h"
#include "tests/content/typeset/measured.h"
#include "tests/doubles/corpora.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <map>
#include <set>

namespace jtv::typeset {
namespace {

constexpr std::size_t kMostParagraphs = 12; // of one language; all of them take minutes
constexpr std::size_t kMostStrings = 10;

struct Sample {
    std::string language;
    bool rightToLeft = false;
    std::vector<std::string> paragraphs;
};

std::string
between(const std::string& text, std::string_view before, std::string_view after, std::size_t& at)
{
    const auto from = text.find(before, at);
    const auto to = from == std::string::npos ? from : text.find(after, from + before.size());
    at = to;
    return to == std::string::npos ? std::string()
                                   : text.substr(from + before.size(), to - from - before.size());
}

Sample declarationIn(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, std::size_t{4} << 20U);
    BOOST_REQUIRE(bytes);
    Sample sample;
    std::size_t at = 0;
    sample.rightToLeft = between(*bytes, " dir=\"", "\"", at) == "rtl";
    sample.language = between(*bytes, " lang=\"", "\"", at);
    while (at != std::string::npos && sample.paragraphs.size() < kMostParagraphs) {
        auto text = between(*bytes, "<p>", "</p>", at);
        if (!text.empty() && text.find('<') == std::string::npos &&
            text.find('&') == std::string::npos) {
            sample.paragraphs.push_back(std::move(text));
        }
    }
    return sample;
}

model::Slide slideOf(const std::string& language, const std::string& text)
{
    model::Slide slide;
    slide.sourceLanguage = language;
    model::SlideText words;
    words.language = language;
    words.title = nativeName(language);
    words.blocks.emplace_back(model::Paragraph{text});
    slide.texts.push_back(std::move(words));
    return slide;
}

void checkDirection(const Scene& scene, bool rightToLeft, const std::string& name)
{
    BOOST_TEST(scene.rightToLeft() == rightToLeft, name);
    const PlacedText* last = nullptr;
    forEachText(scene, [&](const PlacedText& text) {
        const auto* const line = pango_layout_get_line_readonly(text.lines.get(), 0);
        const std::string words = pango_layout_get_text(text.lines.get());
        if (words.find("Muster") == std::string::npos) {
            last = &text;
            BOOST_TEST((line->resolved_dir == PANGO_DIRECTION_RTL) == rightToLeft, name);
        }
    });
    BOOST_REQUIRE(last != nullptr);
}

int checkSample(const Sample& sample)
{
    int shown = 0;
    Target target;
    for (const auto& text : sample.paragraphs) {
        const auto scene = layOut(slideOf(sample.language, text), sample.language, target);
        const auto name = sample.language + ": " + text;
        if (!scene) {
            const auto& message = scene.error().message;
            BOOST_TEST(message.find("characters too long") != std::string::npos, name + message);
            BOOST_TEST(message.find("(" + sample.language + ")") != std::string::npos, message);
            continue;
        }
        BOOST_TEST(isWhole(*scene), name);
        checkDirection(*scene, sample.rightToLeft, name);
        ++shown;
    }
    return shown;
}

void addTexts(Sample& sample, const json::Value& texts)
{
    for (const auto& text : texts) {
        const bool more = sample.paragraphs.size() < kMostStrings;
        if (more && text.is_string() && !text.get<std::string>().empty()) {
            sample.paragraphs.push_back(text.get<std::string>());
        }
    }
}

// The strings of each language, over all sections.
std::map<std::string, Sample> samplesIn(const json::Value& sections)
{
    const std::set<std::string> rightToLeft{"ar", "fa", "ckb", "ps", "prs", "ur", "he"};
    std::map<std::string, Sample> samples;
    for (const auto& section : sections) {
        for (const auto& [language, texts] : section.items()) {
            if (model::isLanguageTag(language)) {
                auto& sample = samples[language];
                sample.language = language;
                sample.rightToLeft = rightToLeft.count(language) > 0;
                addTexts(sample, texts);
            }
        }
    }
    return samples;
}

BOOST_AUTO_TEST_SUITE(typeset_corpora)

BOOST_AUTO_TEST_CASE(every_declaration_is_shown_whole_in_its_direction_or_refused)
{
    const auto folder = doubles::corpus("text/udhr");
    if (!folder) {
        return;
    }
    int shown = 0;
    int languages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        shown += checkSample(declarationIn(entry.path()));
        ++languages;
    }
    BOOST_TEST(languages >= 30);
    BOOST_TEST(shown >= languages * 2);
    std::cout << languages << " languages, " << shown << " paragraphs shown\n";
}

BOOST_AUTO_TEST_CASE(strings_of_integreat_are_shown_whole_in_their_direction_or_refused)
{
    const auto file = doubles::corpus("text/integreat/translations.json");
    if (!file) {
        return;
    }
    const auto bytes = readFile(*file, std::size_t{8} << 20U);
    BOOST_REQUIRE(bytes);
    const auto document = json::parse(*bytes, std::size_t{8} << 20U);
    BOOST_REQUIRE(document);
    const auto samples = samplesIn(*document);
    BOOST_TEST(samples.size() >= 10U);
    for (const auto& [language, sample] : samples) {
        BOOST_TEST(checkSample(sample) > 0, language);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset

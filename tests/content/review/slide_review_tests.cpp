// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each check finds what it is for, at its place, in both languages, and nothing in a good slide.
#include "content/review/dated.h"
#include "content/review/media_review.h"
#include "content/review/slide_review.h"
#include "content/review/wait_review.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace jtv::review {
namespace {

constexpr model::Day kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

model::Slide good()
{
    model::SlideText text;
    text.language = "de";
    text.reviewed = true;
    text.title = "Termin buchen";
    text.blocks = {
        model::Paragraph{"Gehen Sie zu www.jobcenter.digital."},
        model::Paragraph{"Oder fragen Sie am Empfang."}};
    text.place = {"s.xml", 4};
    model::Slide slide;
    slide.sourceLanguage = "de";
    slide.texts = {text};
    return slide;
}

std::vector<Finding> findingsOf(const model::Slide& slide)
{
    SlideReview options;
    options.today = kToday;
    options.target.width = 640;
    options.target.height = 360;
    auto findings = reviewSlide(slide, options);
    for (const auto& finding : findings) {
        BOOST_TEST(finding.place.line > 0);
        BOOST_TEST(!finding.text.german.empty());
        BOOST_TEST(!finding.text.english.empty());
    }
    return findings;
}

bool has(const std::vector<Finding>& findings, Rule rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.rule == rule;
    });
}

std::string dates(const std::string& text)
{
    const auto findings = reviewDates(text, {"a", 1}, kToday);
    return findings.empty() ? "" : findings[0].text.english;
}

BOOST_AUTO_TEST_SUITE(slide_review)

BOOST_AUTO_TEST_CASE(a_good_slide_has_no_finding)
{
    const auto findings = findingsOf(good());
    BOOST_TEST(findings.empty(), (findings.empty() ? "" : findings[0].text.english));
}

BOOST_AUTO_TEST_CASE(missing_and_outdated_translations_are_named_with_their_segments)
{
    auto slide = good();
    auto other = slide.texts[0];
    other.language = "en";
    other.state = model::TextState::kOutdated;
    other.place.line = 9;
    slide.texts.push_back(other);
    other.language = "ar";
    other.state = model::TextState::kMissing;
    slide.texts.push_back(other);
    const auto findings = findingsOf(slide);
    BOOST_TEST(has(findings, Rule::kOutdatedTranslation));
    BOOST_TEST(has(findings, Rule::kMissingTranslation));
    BOOST_TEST(findings[0].place.line == 9);
    slide.binding = true;
    const auto bound = findingsOf(slide);
    BOOST_TEST(std::any_of(bound.begin(), bound.end(), [](const Finding& finding) {
        return finding.severity == Severity::kError;
    }));
}

BOOST_AUTO_TEST_CASE(too_much_text_is_too_long_to_read_and_too_small)
{
    auto slide = good();
    std::string much;
    for (int i = 0; i < 90; ++i) {
        much += "Das ist gut. ";
    }
    slide.texts[0].blocks.emplace_back(model::Paragraph{much});
    const auto findings = findingsOf(slide);
    BOOST_TEST(has(findings, Rule::kReadingTime));
    BOOST_TEST(has(findings, Rule::kTextSize));
    for (const auto& finding : findings) {
        BOOST_TEST(finding.text.german.find('?') == std::string::npos, finding.text.german);
    }
}

BOOST_AUTO_TEST_CASE(a_web_address_alone_leaves_people_out)
{
    auto slide = good();
    slide.texts[0].blocks.pop_back();
    BOOST_TEST(has(findingsOf(slide), Rule::kNoAnalogWay));
    slide.texts[0].blocks = {model::Paragraph{"Kommen Sie pünktlich."}};
    BOOST_TEST(!has(findingsOf(slide), Rule::kNoAnalogWay));
}

BOOST_AUTO_TEST_CASE(a_code_that_is_read_from_every_seat_has_no_finding)
{
    auto slide = good();
    slide.kind = model::SlideTemplate::kQr;
    model::QrCode code;
    code.target = "https://www.jobcenter.digital";
    code.printed = "www.jobcenter.digital";
    slide.texts[0].qr = code;
    SlideReview options;
    options.today = kToday;
    BOOST_TEST(!has(reviewSlide(slide, options), Rule::kQrDistance));
    slide.texts[0].qr->target += "/" + std::string(300, 'a');
    BOOST_TEST(has(reviewSlide(slide, options), Rule::kQrDistance));
}

BOOST_AUTO_TEST_CASE(what_may_no_longer_be_shown_is_an_error)
{
    auto slide = good();
    slide.provenance.licence = "CC-BY-4.0";
    slide.provenance.licenceUntil = model::Day{std::chrono::year{2025} / 1 / 1};
    slide.provenance.reviewBy = model::Day{std::chrono::year{2025} / 1 / 1};
    const auto findings = findingsOf(slide);
    BOOST_TEST(has(findings, Rule::kRights));
    BOOST_TEST(has(findings, Rule::kReviewDue));
}

BOOST_AUTO_TEST_CASE(german_is_held_to_plain_language_other_languages_are_not)
{
    auto slide = good();
    slide.texts[0].blocks.emplace_back(
        model::Paragraph{"Melden Sie Ihre Ortsabwesenheit am Empfang."});
    BOOST_TEST(has(findingsOf(slide), Rule::kJargon));
    slide.sourceLanguage = "en";
    slide.texts[0].language = "en";
    BOOST_TEST(!has(findingsOf(slide), Rule::kJargon));
}

BOOST_AUTO_TEST_CASE(past_days_and_years_are_found_beginnings_and_future_are_not)
{
    for (const auto* past :
         {"Bis 21.11.2026 geöffnet.",
          "Am 2026-11-21.",
          "Am 3. März 2026 um 8 Uhr",
          "on 3 March 2026",
          "Das gilt 2025.",
          "bis Ende 2024"}) {
        BOOST_TEST(!dates(past).empty(), past);
    }
    for (const auto* fine :
         {"Ab 22.11.2026 offen.",
          "Am 3. Dezember 2026",
          "Seit 2005 da.",
          "Stand 2024",
          "Gesetz vom 1.1.2005",
          "Zimmer 2026",
          "Tel. 0911 2024-0",
          "90402 Ort",
          "32.13.2020"}) {
        BOOST_TEST(dates(fine).empty(), fine);
    }
}

BOOST_AUTO_TEST_CASE(amounts_of_former_years_are_found_with_the_present_one)
{
    BOOST_TEST(dates("Der Mindestlohn ist 12,41 Euro.").find("13,90") != std::string::npos);
    BOOST_TEST(dates("Bürgergeld: 502 € im Monat").find("563") != std::string::npos);
    BOOST_TEST(dates("Der Mindestlohn ist 13,90 Euro.").empty());
    BOOST_TEST(dates("Das kostet 502 €.").empty());
}

BOOST_AUTO_TEST_CASE(videos_need_captions_a_decoder_and_the_right_loudness)
{
    model::MediaFacts facts;
    facts.video = model::VideoFacts{};
    facts.video->codec = "vp9";
    facts.audio = model::AudioFacts{};
    facts.audio->loudnessLufs = -14;
    facts.boards.vaapi = true;
    const auto findings = reviewMedia(facts, "v.webm", {{"pi3", "vaapi", "none"}, false});
    BOOST_TEST(findings.size() == 3U);
    BOOST_TEST(has(findings, Rule::kNoCaptions));
    BOOST_TEST(has(findings, Rule::kNoHardwareDecoder));
    BOOST_TEST(has(findings, Rule::kLoudness));
    facts.audio.reset();
    BOOST_TEST(reviewMedia(facts, "v.webm", {{"vaapi"}, false}).empty());
}

BOOST_AUTO_TEST_CASE(silent_sound_needs_no_captions)
{
    model::MediaFacts facts;
    facts.video = model::VideoFacts{};
    facts.audio = model::AudioFacts{};
    BOOST_TEST(has(reviewMedia(facts, "v.mp4", {}), Rule::kNoCaptions));
    facts.audio->silent = true;
    BOOST_TEST(reviewMedia(facts, "v.mp4", {}).empty());
}

BOOST_AUTO_TEST_CASE(more_than_three_flashes_a_second_must_not_be_published)
{
    model::MediaFacts facts;
    facts.video = model::VideoFacts{};
    facts.flashes = model::Flashes{3, Milliseconds{61'000}};
    BOOST_TEST(reviewMedia(facts, "v.mp4", {}).empty());
    facts.flashes->most = 4;
    const auto findings = reviewMedia(facts, "v.mp4", {});
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(nameOf(findings[0].rule) == "flashes");
    BOOST_TEST(nameOf(findings[0].severity) == "error");
    BOOST_TEST(findings[0].text.german.find("Bei 1:01 blitzt das Bild 4-mal") == 0U);
}

BOOST_AUTO_TEST_CASE(captions_are_read_in_time_and_apart)
{
    const auto caption = [](int from, int to, const std::string& text) {
        model::Caption made;
        made.begin = Milliseconds{from};
        made.end = Milliseconds{to};
        model::CaptionSpan span;
        span.text = text;
        made.lines = {{span}};
        return made;
    };
    model::CaptionTrack track;
    track.language = "de";
    track.captions = {
        caption(0, 2000, "Guten Tag und willkommen"), caption(2000, 4000, "Bitte warten")};
    BOOST_TEST(reviewCaptions(track, "a.vtt").empty());
    track.captions = {
        caption(0, 1000, "Guten Tag und willkommen"), caption(900, 4000, "Bitte warten")};
    const auto findings = reviewCaptions(track, "a.vtt");
    BOOST_TEST(has(findings, Rule::kFastCaption));
    BOOST_TEST(has(findings, Rule::kOverlappingCaptions));
    BOOST_TEST(!has(findings, Rule::kShortCaption));
    track.captions = {caption(0, 999, "Ja"), caption(2000, 3000, "Nein"), caption(4000, 4100, "")};
    const auto brief = reviewCaptions(track, "a.vtt");
    BOOST_REQUIRE(brief.size() == 1U);
    BOOST_TEST((brief[0].rule == Rule::kShortCaption));
    BOOST_TEST(brief[0].text.english.find("0:00 stands for 999 milliseconds") != std::string::npos);
    track.language = "zh"; // a character says more
    track.captions = {caption(0, 2000, "请在这里等候工作人员的通知")};
    BOOST_TEST(has(reviewCaptions(track, "a.vtt"), Rule::kFastCaption));
}

BOOST_AUTO_TEST_CASE(visitors_who_wait_two_minutes_for_their_language_are_told)
{
    BOOST_TEST(!reviewWait({"ar", Milliseconds(120'000), {}}));
    const auto late = reviewWait({"ar", Milliseconds(120'001), {}});
    BOOST_REQUIRE(late.has_value());
    BOOST_TEST((late->rule == Rule::kLanguageWait));
    BOOST_TEST(nameOf(late->rule) == "language-wait");
    BOOST_TEST(late->text.german.find("bis zu 121 Sekunden") != std::string::npos);
    const auto never = reviewWait({"uk", std::nullopt, {}});
    BOOST_REQUIRE(never.has_value());
    BOOST_TEST((never->severity == Severity::kWarning));
    BOOST_TEST(never->text.english.find("never sees") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::review

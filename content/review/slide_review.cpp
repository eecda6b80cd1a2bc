// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function a check.
#include "content/review/slide_review.h"

#include "content/model/leaf.h"
#include "content/model/reading_speed.h"
#include "content/model/translation.h"
#include "content/review/dated.h"
#include "content/review/plain_german.h"
#include "content/review/scan.h"
#include "content/typeset/theme.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::review {
namespace {

using model::SlideText;
using model::TextState;

bool isGerman(const SlideText& text)
{
    return text.language == "de" || text.language.rfind("de-", 0) == 0;
}

// "de-simple", "de-x-leicht", "de-simple-x-leicht": Leichte Sprache.
bool isEasyGerman(const SlideText& text)
{
    return isGerman(text) && (text.language.find("leicht") != std::string::npos ||
                              text.language.find("simple") != std::string::npos);
}

void append(std::vector<Finding>& all, std::vector<Finding> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

void translation(const model::Slide& slide, const SlideText& text, std::vector<Finding>& out)
{
    if (text.language == slide.sourceLanguage || text.state == TextState::kReady) {
        return;
    }
    const bool missing = text.state == TextState::kMissing;
    std::string places;
    for (const auto& leaf : model::leafStates(slide, text.language)) {
        if (leaf.state != TextState::kReady) {
            places += (places.empty() ? "" : ", ") + leaf.id;
        }
    }
    const bool never = slide.binding && !missing;
    out.push_back(
        {text.place,
         never ? Severity::kError : Severity::kWarning,
         missing ? Rule::kMissingTranslation : Rule::kOutdatedTranslation,
         {fmt::format(
              "Die Übersetzung in „{}“ {} ({}); exportieren Sie sie für die Übersetzung.",
              text.language,
              missing ? "fehlt" : "ist älter als der Ausgangstext",
              places.empty() ? "alles" : places),
          fmt::format(
              "The translation to \"{}\" {} ({}); export it for the translator.",
              text.language,
              missing ? "is missing" : "is older than the source",
              places.empty() ? "all" : places)}});
}

void readingTime(const SlideText& text, std::vector<Finding>& out)
{
    constexpr Milliseconds kLongest{30'000}; // the longest a slide stays
    int characters = 0;
    for (const auto& leaf : model::leavesOf(text)) {
        if (leaf.kind != model::LeafKind::kPictureAlternative) {
            characters += model::charactersToRead(leaf.text);
        }
    }
    const auto needed = model::timeToRead(characters, text.language);
    if (needed <= kLongest) {
        return;
    }
    const auto speed = model::readingSpeedOf(text.language);
    const auto seconds = (needed.count() + 999) / 1000;
    out.push_back(
        {text.place,
         Severity::kWarning,
         Rule::kReadingTime,
         {fmt::format(
              "In „{}“ braucht man {} Sekunden zum Lesen ({} Zeichen; {} Zeichen je Minute bei "
              "Geübten, "
              "gemessen in „{}“, IReST 2012), zu sehen ist die Folie höchstens {}; teilen Sie sie.",
              text.language,
              seconds,
              characters,
              speed.charactersAMinute,
              speed.measuredIn,
              kLongest.count() / 1000),
          fmt::format(
              "Reading it in \"{}\" takes {} seconds ({} characters; practised readers make {} a "
              "minute, "
              "measured in \"{}\", IReST 2012), the slide stays {} at most; split it.",
              text.language,
              seconds,
              characters,
              speed.charactersAMinute,
              speed.measuredIn,
              kLongest.count() / 1000)}});
}

Finding unreadable(const SlideText& text)
{
    return {
        text.place,
        Severity::kError,
        Rule::kQrDistance,
        {"Der QR-Code auf der fertigen Folie lässt sich nicht lesen; prüfen Sie die Adresse.",
         "The QR code on the finished slide cannot be read; check its address."}};
}

// The finished picture seen through a telephone's camera.
void scannability(
    const SlideText& text,
    const Pixels& picture,
    const typeset::Target& target,
    std::vector<Finding>& out)
{
    const auto codes = codesOn(picture);
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const ScannedCode& code) {
        return code.text == text.qr->target;
    });
    if (found == codes.end()) {
        out.push_back(unreadable(text));
        return;
    }
    if (isScannedFrom(picture, *found, target, target.distanceMetres)) {
        return;
    }
    const double metres = scannedUpTo(picture, *found, target);
    out.push_back(
        {text.place,
         Severity::kWarning,
         Rule::kQrDistance,
         {fmt::format(
              "Der QR-Code funktioniert bis {:.1f} m, die Plätze sind bis zu {:.1f} m entfernt; "
              "nehmen "
              "Sie eine kürzere Adresse, einen größeren Bildschirm oder den Code als ganze Folie.",
              metres,
              target.distanceMetres),
          fmt::format(
              "The QR code works up to {:.1f} m, the seats are up to {:.1f} m away; take a shorter "
              "address, a larger panel or the code on the full screen.",
              metres,
              target.distanceMetres)}});
}

// "29" of "… is 29 characters too long …"; "?" where the sentence has no such number.
std::string numberBefore(const std::string& sentence, std::string_view word)
{
    const auto end = sentence.find(word);
    const auto before = sentence.find_last_not_of("0123456789.", end - 1);
    return end == std::string::npos || before == std::string::npos || before + 1 == end
               ? "?"
               : sentence.substr(before + 1, end - before - 1);
}

// What the typesetter refuses is never clipped, but it is not shown either.
Finding refusedLayout(const SlideText& text, const typeset::Target& target, const std::string& why)
{
    if (const auto metres = numberBefore(why, " m at most"); metres != "?") {
        return {
            text.place,
            Severity::kError,
            Rule::kQrDistance,
            {fmt::format(
                 "Der QR-Code funktioniert bis {} m, die Plätze sind bis zu {:.1f} m entfernt; "
                 "nehmen "
                 "Sie eine kürzere Adresse oder einen größeren Bildschirm.",
                 metres,
                 target.distanceMetres),
             why}};
    }
    return {
        text.place,
        Severity::kError,
        Rule::kTextSize,
        {fmt::format(
             "Der Text in „{}“ hat {} Zeichen zu viel, um ihn aus {:.1f} m zu lesen; kürzen Sie "
             "ihn oder "
             "teilen Sie die Folie.",
             text.language,
             numberBefore(why, " characters too long"),
             target.distanceMetres),
         why}};
}

void contrast(const model::Slide& slide, const SlideText& text, std::vector<Finding>& out)
{
    constexpr double kEnough = 7; // WCAG 2.2, 1.4.6
    const auto* const theme = typeset::themeNamed(slide.theme);
    if (theme == nullptr) {
        return;
    }
    for (const auto* ground : {&theme->page, &theme->panel, &theme->code}) {
        for (const auto* colour : {&ground->text, &ground->title, &ground->quiet}) {
            const double value = typeset::contrast(*colour, ground->fill);
            if (value < kEnough) {
                out.push_back(
                    {text.place,
                     Severity::kWarning,
                     Rule::kContrast,
                     {fmt::format(
                          "Das Farbschema „{}“ hat nur {:.1f}:1 Kontrast, nötig sind 7:1 (WCAG); "
                          "nehmen "
                          "Sie ein anderes.",
                          slide.theme,
                          value),
                      fmt::format(
                          "The theme \"{}\" has a contrast of {:.1f}:1 only, 7:1 is needed (WCAG); "
                          "choose another.",
                          slide.theme,
                          value)}});
                return;
            }
        }
    }
}

void language(const SlideText& text, const SlideReview& options, std::vector<Finding>& out)
{
    for (const auto& leaf : model::leavesOf(text)) {
        if (!model::isWords(leaf.kind)) {
            continue;
        }
        append(out, reviewDates(leaf.text, text.place, options.today));
        if (isGerman(text)) {
            constexpr int kEasy = 10; // DIN SPEC 33429
            PlainLanguage plain;
            plain.speller = options.speller;
            plain.longestSentence = isEasyGerman(text) ? kEasy : plain.longestSentence;
            append(out, reviewGerman(leaf.text, text.place, plain));
        }
    }
}

bool hasWebAddress(const SlideText& text, const std::string& all)
{
    const auto spans = model::protectedSpans(all);
    return text.qr || std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
               return span.kind == model::ProtectedSpan::Kind::kAddress &&
                      all.substr(span.begin, span.end - span.begin).find('@') == std::string::npos;
           });
}

// Not everybody has a telephone that reads codes, or the web.
void analogWay(const SlideText& text, std::vector<Finding>& out)
{
    constexpr std::array<std::string_view, 30> kWays{
        "empfang",    "schalter", "theke",     "eingangszone", "telefon",    "anrufen",
        "rufen sie",  "tel.",     "brief",     "post",         "papier",     "formular",
        "persönlich", "vor ort",  "mitarbeit", "sprechen sie", "fragen sie", "kommen sie",
        "zimmer",     "raum",     "reception", "desk",         "counter",    "phone",
        "call",       "letter",   "paper",     "in person",    "staff",      "come to"};
    std::string all;
    for (const auto& leaf : model::leavesOf(text)) {
        all += leaf.text + " ";
    }
    const auto lower = lowered(all);
    const bool way =
        text.telephone || std::any_of(kWays.begin(), kWays.end(), [&](std::string_view word) {
            return lower.find(word) != std::string::npos;
        });
    if (way || !hasWebAddress(text, all)) {
        return;
    }
    out.push_back(
        {text.place,
         Severity::kWarning,
         Rule::kNoAnalogWay,
         {"Die Folie nennt nur einen Weg über das Internet; nennen Sie auch Schalter, Telefon oder "
          "Papier.",
          "The slide names a way by the web only; name the counter, a telephone or paper as "
          "well."}});
}

void rights(
    const model::Slide& slide, const SlideText& text, model::Day today, std::vector<Finding>& out)
{
    if (const auto allowed = model::mayBeShown(slide.provenance, today); !allowed) {
        const auto ended = model::lastDay(slide.provenance).value_or(today);
        out.push_back(
            {text.place,
             Severity::kError,
             Rule::kRights,
             {fmt::format(
                  "Die Folie darf nicht mehr gezeigt werden: Lizenz oder Einwilligung endete am "
                  "{:02}.{:02}.{}; tragen Sie ein neues Ende ein oder nehmen Sie die Folie aus dem "
                  "Programm.",
                  static_cast<unsigned>(ended.day()),
                  static_cast<unsigned>(ended.month()),
                  static_cast<int>(ended.year())),
              fmt::format("The slide must not be shown any more: {}", allowed.error().message)}});
    }
    if (model::reviewIsDue(slide.provenance, today)) {
        out.push_back(
            {text.place,
             Severity::kWarning,
             Rule::kReviewDue,
             {"Die Folie sollte längst neu geprüft sein; prüfen Sie, ob noch alles stimmt.",
              "The slide is due for a check; see whether all of it is still right."}});
    }
}

} // namespace

std::vector<Finding> reviewWords(const model::Slide& slide, const SlideReview& options)
{
    std::vector<Finding> findings;
    for (const auto& text : slide.texts) {
        translation(slide, text, findings);
        if (text.state == TextState::kMissing) {
            continue;
        }
        readingTime(text, findings);
        language(text, options, findings);
        if (text.language == slide.sourceLanguage) {
            analogWay(text, findings);
            contrast(slide, text, findings);
            rights(slide, text, options.today, findings);
        }
    }
    sort(findings);
    return findings;
}

std::vector<Finding>
reviewPicture(const SlideText& text, const Result<Pixels>& picture, const typeset::Target& target)
{
    std::vector<Finding> findings;
    if (!picture && picture.error().kind != ErrorKind::kInternal) {
        findings.push_back(refusedLayout(text, target, picture.error().message));
    } else if (picture && text.qr) {
        scannability(text, *picture, target, findings);
    }
    return findings;
}

std::vector<Finding> reviewSlide(const model::Slide& slide, const SlideReview& options)
{
    auto findings = reviewWords(slide, options);
    for (const auto& text : slide.texts) {
        if (text.state != TextState::kMissing) {
            const auto picture = typeset::renderSlide(slide, text.language, options.target);
            append(findings, reviewPicture(text, picture, options.target));
        }
    }
    sort(findings);
    return findings;
}

} // namespace jtv::review

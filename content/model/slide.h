// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide: authored once, shown in every language, as plain values. A QR panel is a slide too.
#pragma once

#include "base/clock.h"
#include "content/model/floor_plan.h"
#include "content/model/opening_hours.h"
#include "content/model/provenance.h"
#include "content/model/slide_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

// How the parts are arranged; the author never positions anything.
enum class SlideTemplate {
    kTitleText,   // "title-text": a heading, paragraphs, lists, opening hours
    kSteps,       // "steps": what to do, 1-2-3
    kNotice,      // "notice": one quiet message
    kQr,          // "qr": a code to scan, with its address in readable type
    kPictureText, // "picture-text": a picture beside the text
    kHours,       // "opening-hours": days and times, worded in each language
    kContact,     // "contact": a person or an office, how to reach it
    kMap,         // "counter-map": which counter, and the way to it
    kPicture,     // "picture": a picture on the whole screen, its title in a box
    kSideBySide,  // "side-by-side": several languages at the same time
};

// Drawn as lines in the theme's accent colour; says at a glance what the slide is about.
enum class SlideIcon {
    kNone,
    kClock,
    kDocument,
    kCalendar,
    kPhone,
    kSpeech,
    kInfo,
    kUpload,
    kHouse,
    kPerson,
    kQuiet,
};

// What a screen does with a language whose text is outdated.
enum class WhenOutdated {
    kShow, // "show": the old text
    kSkip, // "skip": its turn is left out
    kMain, // "main": the source language takes its turn
};

// The slide in a sign language, as a video.
struct SignVideo {
    enum class Placement {
        kWhole, // "whole": takes a turn of its own in place of the slide
        kInset, // "inset": beside the text, a quarter of the picture's height or more
    };
    std::string language = "gsg"; // ISO 639-3; German Sign Language
    std::string source;           // as Slide::picture
    Placement placement = Placement::kInset;
    TextState state = TextState::kReady;
};

struct Slide {
    std::string id;
    SlideTemplate kind = SlideTemplate::kTitleText;
    std::string theme = "calm"; // a built-in theme's name, or the source of a theme file
    SlideIcon icon = SlideIcon::kNone;
    std::string picture;  // source as written in the slide: path or /blobs/SHA256; empty = none
    bool binding = false; // legally binding: an outdated text is never shown
    WhenOutdated whenOutdated = WhenOutdated::kShow;
    Provenance provenance;
    std::vector<SignVideo> signs;
    OpeningHours hours;             // template "opening-hours"
    std::optional<FloorPlan> floor; // template "counter-map"
    std::string sourceLanguage;     // BCP 47; its text is always there and never outdated
    std::vector<SlideText>
        texts; // the source language first, then document order; each language once
};

// The text in this language: the same tag, else shorter tags ("de-simple-x-leicht" is served by
// "de-simple", then by "de"), else the same primary language ("de" is served by "de-AT"); nullptr
// when there is none or it is missing.
const SlideText* textIn(const Slide& slide, std::string_view language);

// The picture this language is shown with; empty = none.
const std::string& pictureOf(const Slide& slide, const SlideText& text);

// Every file the slide needs besides itself: pictures, sign videos, its theme; each once.
std::vector<std::string> filesOf(const Slide& slide);

// How long a visitor needs for all visible text of these languages (joined by '+': the slowest of
// them), at least 8 s, with a code 25 s, at most 30 s. A language the slide does not have gives 0.
Milliseconds readingTime(const Slide& slide, std::string_view language);

struct LanguageTurn {
    std::string language; // the tag of the slide's own text; several side by side: "de+ar"
    Milliseconds duration{0};
};

// Whether `theme` is the source of a file and not a built-in theme's name.
bool isThemeFile(std::string_view theme);

// The slide's own tags for these languages (best first), in that order: missing ones skipped,
// outdated ones as the slide says, none twice; the source language alone where nothing is left. How
// a screen shares its time between them: content/model/language_policy.h.
std::vector<std::string> languagesShown(const Slide& slide, const std::vector<std::string>& wanted);

// One picture of a slide, as a screen asks for it.
struct SlideView {
    std::string language;            // as LanguageTurn::language
    std::vector<std::string> toCome; // the turns that follow it, named in a quiet strip

    friend bool operator==(const SlideView&, const SlideView&) = default;
};

} // namespace jtv::model

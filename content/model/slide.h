// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide: authored once, shown in every language, as plain values. A QR panel is a slide too.
#pragma once

#include "base/clock.h"
#include "content/model/playlist.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jtv::model {

// How the parts are arranged; the author never positions anything.
enum class SlideTemplate {
    kTitleText,   // "title-text": a heading, paragraphs, lists, opening hours
    kSteps,       // "steps": what to do, 1-2-3
    kNotice,      // "notice": one quiet message
    kQr,          // "qr": a code to scan, with its address in readable type
    kPictureText, // "picture-text": a picture beside the text
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

// How a translation stands to the source text.
enum class TextState { kMissing, kOutdated, kReady };

struct Paragraph {
    std::string text;
};
struct BulletList {
    std::vector<std::string> items;
};
struct StepList {
    std::vector<std::string> items; // numbered from 1 in the language's own digits
};
// Two columns: "Monday to Friday" | "8:00 to 12:00".
struct Table {
    struct Row {
        std::string label;
        std::string value;
    };
    std::vector<Row> rows;
};
using Block = std::variant<Paragraph, BulletList, StepList, Table>;

struct QrCode {
    std::string target;  // what the code holds: https://…
    std::string printed; // the address as it stands below the code, short enough to type
    std::string caption; // what one finds there; may be empty
    // The language of the page behind the code, where it is not the slide's own; empty = the same.
    std::string targetLanguage;
};

// What goes with one leaf of text: the title, a paragraph, an item, a cell, the code's caption …
struct LeafMark {
    std::string note;      // for the translator; in the source text only
    int longest = 0;       // most characters a translation may have, 1 … 10000; 0 = no limit
    bool translate = true; // false: the same in every language
    // In a translation: the digest of the source text it was made from (content/model/leaf.h);
    // empty = not known.
    std::string madeFrom;

    friend bool operator==(const LeafMark&, const LeafMark&) = default;
};

// Everything that differs from language to language. All text is UTF-8.
struct SlideText {
    std::string language; // BCP 47: "de", "ar", "pt-BR"
    TextState state = TextState::kReady;
    bool reviewed = false; // false: the picture carries the mark "Muster, nicht geprüft"
    std::string title;
    std::vector<Block> blocks; // reading order
    std::optional<QrCode> qr;
    std::string pictureAlternative; // what the picture shows, for those who do not see it
    std::vector<LeafMark> marks;    // one a leaf in reading order; empty = none has any
    SourcePlace place;
};

struct Slide {
    std::string id;
    SlideTemplate kind = SlideTemplate::kTitleText;
    std::string theme = "calm"; // a theme's name; "calm" is always there
    SlideIcon icon = SlideIcon::kNone;
    std::string picture; // source as written in the slide: path or /blobs/SHA256; empty = none
    std::string sourceLanguage; // BCP 47; its text is always there and never outdated
    std::vector<SlideText>
        texts; // the source language first, then document order; each language once
};

// The text in this language: the same tag, else the same primary language ("de-AT" finds "de" and
// "de" finds "de-AT"); nullptr when there is none or it is missing. Tags compare without case.
const SlideText* textIn(const Slide& slide, std::string_view language);

// How long a visitor needs for all visible text of one language, and at least 8 s, at most 30 s.
// A language the slide does not have gives 0.
Milliseconds readingTime(const Slide& slide, std::string_view language);

struct LanguageTurn {
    std::string language; // the tag of the slide's own text
    Milliseconds duration{0};
};

// The turns a screen with these languages (best first) shows, in that order, missing ones skipped,
// none twice; where nothing is wanted or none of the wanted exists, the source language alone.
// Never empty unless the slide has no text at all.
std::vector<LanguageTurn> languageTurns(const Slide& slide, const std::vector<std::string>& wanted);

} // namespace jtv::model

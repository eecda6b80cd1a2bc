// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a slide says in one language: everything that differs from language to language.
#pragma once

#include "content/model/playlist.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jtv::model {

// How a translation, or what else differs by language, stands to the source.
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
    TextState state = TextState::kReady;
};

// For those who cannot or will not go to the web.
struct Telephone {
    std::string number; // as it is printed: "0800 4 5555 00"
    std::string note;   // who answers, when, in which language; may be empty
    TextState state = TextState::kReady;
};

// A picture for one language only, such as one with writing in it.
struct OwnPicture {
    std::string source; // as Slide::picture
    TextState state = TextState::kReady;
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
    std::optional<Telephone> telephone;
    std::optional<OwnPicture> picture; // instead of the slide's
    std::string pictureAlternative;    // what the picture shows, for those who do not see it
    TextState pictureAlternativeState = TextState::kReady;
    std::vector<LeafMark> marks; // one a leaf in reading order; empty = none has any
    SourcePlace place;
};

} // namespace jtv::model

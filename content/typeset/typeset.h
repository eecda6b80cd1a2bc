// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slides, QR panels and the screen's own panels become pictures; the only user of Pango and Cairo.
// All functions: any one thread, also several at once, though with Cairo before 1.18 one waits for
// the other (glyph_lock.h). Each thread has a font map of its own, which
// lives as long as the thread and is read on its first call (some 50 ms). Nothing is printed.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/model/slide.h"
#include "content/model/theme.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::typeset {

// Where the picture will be seen. Type and code sizes follow from it.
struct Target {
    int width = 1920;           // px, 320 … 7680
    int height = 1080;          // px, 320 … 7680
    double diagonalInches = 43; // of the visible panel, 5 … 200
    double distanceMetres = 4;  // from the farthest seat, 0.3 … 50
    // BCP 47, in the order they follow; named in a quiet strip in their own script. Empty = no
    // strip.
    std::vector<std::string> languagesToCome;
    enum class Type {
        kLargestThatFits, // never below what DIN 1450 asks for; large type where the text allows it
        kLarge,           // large type for low vision (DIN 32975), or an error
    };
    Type type = Type::kLargestThatFits;
};

// What a slide is drawn with besides its words; borrowed for the call.
struct Material {
    const Pixels* picture = nullptr;     // model::pictureOf(), decoded; nullptr = the text alone
    const model::Theme* theme = nullptr; // of a theme file; nullptr = the slide's built-in theme
    const Pixels* logo = nullptr;        // the theme's, decoded; nullptr = none
};

// One language of a slide, or several side by side ("de+ar"), opaque, Target's size.
// Errors: kNotFound (the slide has no such language), kInvalid (Target out of range; the text does
// not fit at the smallest readable size: names the language and the characters too many; the QR
// code cannot be scanned from that distance: names the largest that works), kInternal.
Result<Pixels> renderSlide(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material = {});

// How one language of a slide comes out, without painting it. Errors: those of renderSlide().
struct Measure {
    double bodySize = 0;    // px of the running text
    bool largeType = false; // large enough for low vision
};
Result<Measure> measureSlide(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material = {});

// A character that no installed font has.
struct Uncovered {
    char32_t character = 0;
    std::string package; // of Debian, whose fonts have it
};
// What a screen with the fonts of this machine could not show of one language; each once.
std::vector<Uncovered> uncoveredCharacters(const model::Slide& slide, std::string_view language);

// A plain QR panel: the code on white with its quiet zone and the address below. On the authority's
// own domains ("stadt.de") the code holds the address in capitals, which makes it smaller; their
// server must understand paths that way. Errors as above, and those of model::parseWebAddress().
Result<Pixels> renderQr(
    const std::string& address,
    const Target& target,
    const std::vector<std::string>& ownDomains = {});

// What a screen shows until somebody approves it on the web page.
struct EnrolmentPanel {
    std::string code;        // "BCDF-GHJK"; empty while there is none yet
    std::string address;     // verification_uri, printed
    std::string codeAddress; // verification_uri_complete, in the QR code; empty = no code drawn
    std::string fingerprint; // of the device's key
};
Result<Pixels> renderEnrolment(const EnrolmentPanel& panel, const Target& target);

// What a screen without a plan shows: calm, no error text. `name` may be empty.
Result<Pixels> renderStandby(std::string_view name, const Target& target);

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A theme: an authority's colours, logo and font. Every text colour keeps 7:1 (WCAG 2.2, 1.4.6) on
// the ground it is used on.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace jtv::model {

struct Colour {
    double red = 0; // 0 … 1, sRGB
    double green = 0;
    double blue = 0;

    static constexpr Colour hex(unsigned rgb)
    {
        return {
            ((rgb >> 16U) & 0xFFU) / 255.0, ((rgb >> 8U) & 0xFFU) / 255.0, (rgb & 0xFFU) / 255.0};
    }

    friend bool operator==(const Colour&, const Colour&) = default;
};

// "#06343c" ⇄ Colour. Errors: kInvalid naming what was written.
Result<Colour> parseColour(std::string_view text);
std::string colourText(const Colour& colour);

// 1 … 21, as WCAG defines it.
double contrast(const Colour& one, const Colour& other);

// What stands on one ground.
struct Ground {
    Colour fill;
    Colour text;
    Colour title;
    Colour quiet;  // language strip, mark
    Colour accent; // icons, markers, step circles
    Colour onAccent;
    Colour rule; // thin lines between rows; carries no meaning

    friend bool operator==(const Ground&, const Ground&) = default;
};

struct Theme {
    std::string name;
    Ground page;      // where the text stands
    Ground panel;     // the coloured field beside it
    Ground code;      // QR codes: black on a light fill
    std::string logo; // source of a picture, as a slide's; empty = none
    std::string font; // a family that is installed on the screens; empty = Noto Sans

    friend bool operator==(const Theme&, const Theme&) = default;
};

inline constexpr double kLeastContrast = 7;

// Whether every text and sign keeps 7:1 on its ground. Errors: kInvalid naming ground and colour,
// what it has and what it needs.
Status checkTheme(const Theme& theme);

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A theme's colours. Every text colour keeps 7:1 (WCAG 2.2, 1.4.6) on the ground it is used on.
#pragma once

#include <array>
#include <string_view>

namespace jtv::typeset {

struct Colour {
    double red = 0; // 0 … 1, sRGB
    double green = 0;
    double blue = 0;

    static constexpr Colour hex(unsigned rgb)
    {
        return {
            ((rgb >> 16U) & 0xFFU) / 255.0, ((rgb >> 8U) & 0xFFU) / 255.0, (rgb & 0xFFU) / 255.0};
    }
};

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
};

struct Theme {
    std::string_view name;
    Ground page;  // where the text stands
    Ground panel; // the coloured field beside it
    Ground code;  // QR codes: dark on white
};

// nullptr: there is no theme of that name.
const Theme* themeNamed(std::string_view name);
const Theme& defaultTheme();

} // namespace jtv::typeset

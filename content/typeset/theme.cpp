// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The themes, as data.
#include "content/typeset/theme.h"

#include <algorithm>
#include <cmath>

namespace jtv::typeset {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

constexpr std::array kThemes{
    Theme{
        .name = "calm",
        .page =
            {.fill = Colour::hex(0xF7F9F8),
             .text = Colour::hex(0x1C2B30),
             .title = Colour::hex(0x06343C),
             .quiet = Colour::hex(0x41545A),
             .accent = Colour::hex(0x00565F),
             .onAccent = Colour::hex(0xFFFFFF),
             .rule = Colour::hex(0xC9D8D9)},
        .panel =
            {.fill = Colour::hex(0x004F59),
             .text = Colour::hex(0xF2F8F8),
             .title = Colour::hex(0xFFFFFF),
             .quiet = Colour::hex(0xDDEDEE),
             .accent = Colour::hex(0xFFFFFF),
             .onAccent = Colour::hex(0x004F59),
             .rule = Colour::hex(0x3F7C84)},
        .code =
            {.fill = Colour::hex(0xFFFFFF),
             .text = Colour::hex(0x1C2B30),
             .title = Colour::hex(0x06343C),
             .quiet = Colour::hex(0x41545A),
             .accent = Colour::hex(0x000000),
             .onAccent = Colour::hex(0xFFFFFF),
             .rule = Colour::hex(0xC9D8D9)}},
};

} // namespace

double contrast(const Colour& one, const Colour& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

const Theme* themeNamed(std::string_view name)
{
    const auto* const found = std::find_if(
        kThemes.begin(), kThemes.end(), [&](const Theme& theme) { return theme.name == name; });
    return found == kThemes.end() ? nullptr : found;
}

const Theme& defaultTheme()
{
    return kThemes.front();
}

} // namespace jtv::typeset

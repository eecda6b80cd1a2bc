// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Contrast as WCAG 2.2 defines it, and colours as text.
#include "content/model/theme.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace jtv::model {
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

struct ColourPair {
    std::string_view what;
    const Colour& colour;
    const Colour& on;
};

Status checkPair(std::string_view ground, const ColourPair& pair)
{
    const double has = contrast(pair.colour, pair.on);
    if (has >= kLeastContrast) {
        return Done{};
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the colour \"{}\" of the ground \"{}\" has a contrast of {:.1f}:1, but needs 7:1 to "
            "be "
            "read from a distance; choose a {} colour",
            pair.what,
            ground,
            std::floor(has * 10) / 10,
            luminance(pair.on) > 0.18 ? "darker" : "lighter")};
}

Status checkGround(std::string_view name, const Ground& ground)
{
    for (const auto& pair :
         {ColourPair{"text", ground.text, ground.fill},
          ColourPair{"title", ground.title, ground.fill},
          ColourPair{"quiet", ground.quiet, ground.fill},
          ColourPair{"accent", ground.accent, ground.fill},
          ColourPair{"onAccent", ground.onAccent, ground.accent}}) {
        if (auto checked = checkPair(name, pair); !checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace

Result<Colour> parseColour(std::string_view text)
{
    unsigned value = 0;
    const bool shaped = text.size() == 7 && text.front() == '#';
    const auto* const end = text.data() + text.size();
    if (!shaped || std::from_chars(text.data() + 1, end, value, 16).ptr != end) {
        return Error{
            ErrorKind::kInvalid, fmt::format("\"{}\" is no colour; write it as #06343c", text)};
    }
    return Colour::hex(value);
}

std::string colourText(const Colour& colour)
{
    const auto byte = [](double channel) { return static_cast<int>(std::lround(channel * 255)); };
    return fmt::format(
        "#{:02x}{:02x}{:02x}", byte(colour.red), byte(colour.green), byte(colour.blue));
}

double contrast(const Colour& one, const Colour& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

Status checkTheme(const Theme& theme)
{
    const std::array grounds{
        std::pair{"page", &theme.page},
        std::pair{"panel", &theme.panel},
        std::pair{"code", &theme.code}};
    for (const auto& [name, ground] : grounds) {
        if (auto checked = checkGround(name, *ground); !checked) {
            return checked;
        }
    }
    return checkPair("code", {"black", Colour::hex(0), theme.code.fill});
}

} // namespace jtv::model

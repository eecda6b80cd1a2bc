// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Colours as CSS 2 writes them.
#include "base/ascii.h"
#include "content/xml/smil_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace jtv::xml {
namespace {

// The names of CSS 2.1 and those met in playlists.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kNames{{
    {"aqua", "#00ffff"},      {"black", "#000000"},     {"blue", "#0000ff"},
    {"brown", "#a52a2a"},     {"cyan", "#00ffff"},      {"darkblue", "#00008b"},
    {"darkgray", "#a9a9a9"},  {"darkgreen", "#006400"}, {"darkred", "#8b0000"},
    {"fuchsia", "#ff00ff"},   {"gold", "#ffd700"},      {"gray", "#808080"},
    {"green", "#008000"},     {"grey", "#808080"},      {"indianred", "#cd5c5c"},
    {"lightblue", "#add8e6"}, {"lightgray", "#d3d3d3"}, {"lightgreen", "#90ee90"},
    {"lightgrey", "#d3d3d3"}, {"lime", "#00ff00"},      {"magenta", "#ff00ff"},
    {"maroon", "#800000"},    {"navy", "#000080"},      {"olive", "#808000"},
    {"orange", "#ffa500"},    {"pink", "#ffc0cb"},      {"purple", "#800080"},
    {"red", "#ff0000"},       {"silver", "#c0c0c0"},    {"teal", "#008080"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMoreNames{{
    {"white", "#ffffff"},
    {"yellow", "#ffff00"},
    {"violet", "#ee82ee"},
    {"transparent", ""},
    {"inherit", ""},
    {"none", ""},
}};

std::optional<std::string> parseHex(std::string_view digits)
{
    const auto hex = [](unsigned char c) { return std::isxdigit(c) != 0; };
    if (!std::all_of(digits.begin(), digits.end(), hex)) {
        return std::nullopt;
    }
    if (digits.size() == 3) {
        return fmt::format("#{0}{0}{1}{1}{2}{2}", digits[0], digits[1], digits[2]);
    }
    return digits.size() == 6 ? std::optional("#" + std::string(digits)) : std::nullopt;
}

// "1, 2, 3" or "10%, 20%, 30%"
std::optional<std::string> parseTriple(std::string_view text)
{
    std::array<unsigned, 3> channels{};
    for (auto& channel : channels) {
        text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), channel);
        if (parsed.ec != std::errc()) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
        if (!text.empty() && text.front() == '%') {
            channel = std::min(channel, 100U) * 255 / 100;
            text.remove_prefix(1);
        }
        channel = std::min(channel, 255U);
    }
    return fmt::format("#{:02x}{:02x}{:02x}", channels[0], channels[1], channels[2]);
}

} // namespace

std::optional<std::string> parseColor(std::string_view text)
{
    std::string lower;
    for (const char c : lowered(text)) {
        if (c != ' ' || lower.find('(') != std::string::npos) {
            lower += c;
        }
    }
    if (lower.rfind('#', 0) == 0) {
        return parseHex(std::string_view(lower).substr(1));
    }
    if (lower.rfind("rgb(", 0) == 0) {
        return parseTriple(std::string_view(lower).substr(4));
    }
    const auto named = [&](const auto& entry) { return entry.first == lower; };
    if (const auto* found = std::find_if(kNames.begin(), kNames.end(), named);
        found != kNames.end()) {
        return std::string(found->second);
    }
    if (const auto* found = std::find_if(kMoreNames.begin(), kMoreNames.end(), named);
        found != kMoreNames.end()) {
        return std::string(found->second);
    }
    return std::nullopt;
}

} // namespace jtv::xml

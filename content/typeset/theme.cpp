// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The themes, as data.
#include "content/typeset/theme.h"

#include <algorithm>
#include <array>

namespace jtv::typeset {
namespace {

const Ground kCode{
    .fill = Colour::hex(0xFFFFFF),
    .text = Colour::hex(0x1C2B30),
    .title = Colour::hex(0x06343C),
    .quiet = Colour::hex(0x41545A),
    .accent = Colour::hex(0x000000),
    .onAccent = Colour::hex(0xFFFFFF),
    .rule = Colour::hex(0xC9D8D9)};

const std::array<Theme, 2>& themes()
{
    static const std::array<Theme, 2> kThemes{
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
            .code = kCode,
            .logo = "",
            .font = ""},
        Theme{
            .name = "night",
            .page =
                {.fill = Colour::hex(0x10181C),
                 .text = Colour::hex(0xF2F6F6),
                 .title = Colour::hex(0xFFE9A8),
                 .quiet = Colour::hex(0xC5D2D5),
                 .accent = Colour::hex(0xFFD75E),
                 .onAccent = Colour::hex(0x10181C),
                 .rule = Colour::hex(0x3A484D)},
            .panel =
                {.fill = Colour::hex(0x05292F),
                 .text = Colour::hex(0xF2F8F8),
                 .title = Colour::hex(0xFFFFFF),
                 .quiet = Colour::hex(0xDDEDEE),
                 .accent = Colour::hex(0xFFD75E),
                 .onAccent = Colour::hex(0x05292F),
                 .rule = Colour::hex(0x2D5A62)},
            .code = kCode,
            .logo = "",
            .font = ""},
    };
    return kThemes;
}

} // namespace

const Theme* themeNamed(std::string_view name)
{
    const auto& all = themes();
    const auto* const found = std::find_if(
        all.begin(), all.end(), [&](const Theme& theme) { return theme.name == name; });
    return found == all.end() ? nullptr : found;
}

const Theme& defaultTheme()
{
    return themes().front();
}

} // namespace jtv::typeset

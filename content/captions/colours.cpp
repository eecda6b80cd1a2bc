// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Colours as data.
#include "content/captions/colours.h"

#include <algorithm>
#include <array>
#include <limits>

namespace jtv::captions {
namespace {

struct Entry {
    std::string_view name;
    model::CaptionColour colour;
    std::uint32_t rrggbb;
};
constexpr std::array kColours{
    Entry{"white", model::CaptionColour::kWhite, 0xFFFFFF},
    Entry{"lime", model::CaptionColour::kLime, 0x00FF00},
    Entry{"cyan", model::CaptionColour::kCyan, 0x00FFFF},
    Entry{"red", model::CaptionColour::kRed, 0xFF0000},
    Entry{"yellow", model::CaptionColour::kYellow, 0xFFFF00},
    Entry{"magenta", model::CaptionColour::kMagenta, 0xFF00FF},
    Entry{"blue", model::CaptionColour::kBlue, 0x0000FF},
    Entry{"black", model::CaptionColour::kBlack, 0x000000}};

int channel(std::uint32_t rrggbb, unsigned shift)
{
    return static_cast<int>((rrggbb >> shift) & 0xFFU);
}

} // namespace

model::CaptionColour colourNamed(std::string_view name)
{
    const auto* found = std::find_if(
        kColours.begin(), kColours.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == kColours.end() ? model::CaptionColour::kNone : found->colour;
}

std::string_view nameOf(model::CaptionColour colour)
{
    const auto* found = std::find_if(kColours.begin(), kColours.end(), [&](const Entry& entry) {
        return entry.colour == colour;
    });
    return found == kColours.end() ? std::string_view{} : found->name;
}

model::CaptionColour nearestColour(std::uint32_t rrggbb)
{
    auto best = model::CaptionColour::kNone;
    int least = std::numeric_limits<int>::max();
    for (const Entry& entry : kColours) {
        int distance = 0;
        for (const unsigned shift : {0U, 8U, 16U}) {
            const int difference = channel(rrggbb, shift) - channel(entry.rrggbb, shift);
            distance += difference * difference;
        }
        if (distance < least) {
            least = distance;
            best = entry.colour;
        }
    }
    return best;
}

} // namespace jtv::captions

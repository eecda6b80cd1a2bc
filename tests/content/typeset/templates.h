// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide of each template with the demo's words, and a picture to go with them.
#pragma once

#include "tests/content/typeset/demo_slides.h"

#include <string>
#include <utility>

namespace jtv::typeset {

// 4:3, with a sun, a hill and an edge one can see.
inline Pixels samplePicture()
{
    Pixels picture(800, 600);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            auto* const pixel = picture.row(y) + std::ptrdiff_t{4} * x;
            const bool edge = x < 12 || y < 12 || x >= 788 || y >= 588;
            const bool sun = (x - 560) * (x - 560) + (y - 180) * (y - 180) < 90 * 90;
            const bool hill = y > 420 - (x - 250) * (x - 250) / 900;
            const unsigned colour = edge   ? 0x402020U
                                    : sun  ? 0xF2B134U
                                    : hill ? 0x4F8A5BU
                                           : 0x9CC9E3U;
            pixel[0] = static_cast<std::uint8_t>(colour & 0xFFU);
            pixel[1] = static_cast<std::uint8_t>((colour >> 8U) & 0xFFU);
            pixel[2] = static_cast<std::uint8_t>((colour >> 16U) & 0xFFU);
            pixel[3] = 255;
        }
    }
    return picture;
}

inline model::FloorPlan sampleFloor()
{
    using Kind = model::FloorPlan::Kind;
    model::FloorPlan plan;
    plan.places = {
        {Kind::kCounter, "1", 0, 0, 3, 2},
        {Kind::kCounter, "2", 3, 0, 3, 2},
        {Kind::kGoal, "3", 9, 0, 3, 2},
        {Kind::kHere, "", 0, 6, 2, 2},
        {Kind::kStairs, "", 10, 6, 2, 2},
        {Kind::kLift, "", 7, 6, 2, 2},
        {Kind::kToilet, "", 4, 6, 2, 2},
        {Kind::kEntrance, "", 0, 2, 2, 2}};
    plan.way = {{1, 5}, {1, 4}, {10, 4}, {10, 2}};
    return plan;
}

inline model::Slide asTemplate(model::Slide slide, const char* id, model::SlideTemplate kind)
{
    slide.id = id;
    slide.kind = kind;
    return slide;
}

// One of each, in the order of model::SlideTemplate.
inline std::vector<model::Slide> slideOfEachTemplate()
{
    using Template = model::SlideTemplate;
    std::vector<model::Slide> slides{
        asTemplate(demoSlide("mitbringen"), "title-text", Template::kTitleText),
        asTemplate(demoSlide("termin"), "steps", Template::kSteps),
        asTemplate(demoSlide("ruecksicht"), "notice", Template::kNotice),
        asTemplate(demoSlide("qr-termin"), "qr", Template::kQr),
        asTemplate(demoSlide("qr-termin"), "picture-text", Template::kPictureText),
        asTemplate(demoSlide("willkommen"), "opening-hours", Template::kHours),
        asTemplate(demoSlide("ruecksicht"), "contact", Template::kContact),
        asTemplate(demoSlide("willkommen"), "counter-map", Template::kMap),
        asTemplate(demoSlide("willkommen"), "picture", Template::kPicture),
        asTemplate(demoSlide("qr-termin"), "side-by-side", Template::kSideBySide)};
    slides[7].floor = sampleFloor();
    slides[6].icon = model::SlideIcon::kPerson;
    for (auto& text : slides[6].texts) {
        text.blocks.resize(1);
        text.telephone = model::Telephone{"0800 4 5555 00", ""};
    }
    for (auto* const slide : {&slides[4], &slides[9]}) {
        for (auto& text : slide->texts) {
            text.qr.reset();
        }
    }
    return slides;
}

} // namespace jtv::typeset

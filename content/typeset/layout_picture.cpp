// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Templates with a picture: beside the text, or on the whole screen with its title in a box.
#include "content/typeset/layouts.h"

#include <algorithm>

namespace jtv::typeset {
namespace {

constexpr double kPictureShare = 0.42;
constexpr double kMostCut = 0.15; // of a picture's width or height, to fill the screen with it
constexpr double kTallestBox = 0.36;

// A picture of about the screen's shape fills it; another one is shown whole.
bool fills(const Pixels& picture, const Scene& scene)
{
    const double shape = static_cast<double>(picture.width) / picture.height;
    const double screen = scene.width() / scene.height();
    return std::min(shape, screen) / std::max(shape, screen) >= 1 - kMostCut;
}

} // namespace

Status layOutPictureText(Scene& scene, const Page& page)
{
    const auto* const picture = page.material.picture;
    const auto areas = split(scene, kPictureShare, kPictureShare);
    if (picture == nullptr || picture->width == 0 || areas.panel.width <= 0) {
        return layOutText(scene, page);
    }
    scene.add(PlacedPicture{picture, areas.panel});
    return addPage(scene, page, areas.page, !page.text.reviewed);
}

Status layOutPicture(Scene& scene, const Page& page)
{
    const auto* const picture = page.material.picture;
    if (picture == nullptr || picture->width == 0) {
        return layOutNotice(scene, page);
    }
    scene.fill(scene.whole(), scene.theme().panel);
    const auto& ground = scene.theme().page;
    const double margin = scene.sizes().margin;
    Box room{margin, 0, scene.width() - 2 * margin, scene.height() * kTallestBox - margin};
    auto flow = scene.fit(flowTextOf(page), room, ground, {.titleScale = 1.25, .largest = 0.8});
    if (!flow) {
        return std::move(flow).error();
    }
    auto below = Scene::make(scene.target(), page.text.language, scene.theme());
    if (!below) {
        return std::move(below).error();
    }
    const double strip = below->addLanguageStrip({room.x, 0, room.width, 0}, ground, 1);
    const double mark = page.text.reviewed ? 0 : below->addMark({room.x, 0, room.width, 0}, ground);
    const double height = flow->height + margin + strip + mark;
    const double top = scene.height() - height;
    const Box field{0, 0, scene.width(), top};
    const bool filling = fills(*picture, scene);
    scene.add(PlacedPicture{picture, filling ? scene.whole() : field, !filling});
    scene.fill({0, top, scene.width(), height}, ground);
    Box inner{room.x, top + margin * 0.5, room.width, height - margin};
    if (mark > 0) {
        inner.height -= scene.addMark(inner, ground);
    }
    scene.addLanguageStrip(inner, ground, 1);
    scene.place(std::move(*flow), inner.x, inner.y);
    return Done{};
}

} // namespace jtv::typeset

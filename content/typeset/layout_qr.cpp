// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A code to scan beside its text.
#include "content/typeset/layouts.h"
#include "content/typeset/slide_layout.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jtv::typeset {
namespace {

double headHeight(const Scene& scene, const Page& page, double side)
{
    const bool empty = page.slide.icon == model::SlideIcon::kNone && page.text.reviewed;
    return empty ? 0 : side + scene.sizes().margin * 0.35;
}

// The icon at the start and the mark at the end of one row.
void addHead(Scene& scene, const Page& page, const Box& area, double side)
{
    const auto& ground = scene.theme().panel;
    const double iconX = scene.rightToLeft() ? area.x + area.width - side : area.x;
    scene.addIcon(page.slide.icon, {iconX, area.y, side, side}, ground);
    if (!page.text.reviewed) {
        const double gap = side * 1.3;
        const Box beside{
            scene.rightToLeft() ? area.x : area.x + gap, area.y, area.width - gap, side * 0.86};
        scene.addMark(beside, ground, Scene::Side::kEnd);
    }
}

// With the icon above where there is room for it.
Status addText(Scene& scene, const Page& page, const FlowText& flow, const Box& area)
{
    const auto& ground = scene.theme().panel;
    constexpr Scene::FlowOptions kOptions{.titleScale = 1.35, .largest = 1, .rest = 0.3};
    const double side = std::min(scene.width(), scene.height()) * 0.12;
    const double head = headHeight(scene, page, side);
    auto below = area;
    below.y += head;
    below.height -= head;
    if (auto fitted = scene.fit(flow, below, ground, kOptions)) {
        addHead(scene, page, area, side);
        const double top = below.y + (below.height - fitted->height) * kOptions.rest;
        scene.place(std::move(*fitted), below.x, top);
        return Done{};
    }
    auto rest = area;
    if (!page.text.reviewed) {
        rest.height -= scene.addMark(rest, ground);
    }
    return scene.addFlow(flow, rest, ground, kOptions);
}

} // namespace

Status layOutQr(Scene& scene, const Page& page)
{
    const auto& text = page.text;
    if (!text.qr) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the slide has no QR code in {} ({}); add one "
                "with its target and printed address",
                nativeName(text.language),
                text.language)};
    }
    const auto modules = encodeQr(text.qr->target);
    if (!modules) {
        return modules.error();
    }
    const double margin = scene.sizes().margin;
    const double shortSide = std::min(scene.width(), scene.height());
    const double needed =
        smallestModule(modules->fullWidth(), scene.target()) * modules->fullWidth();
    const double edge = std::clamp(needed, shortSide * 0.66, shortSide - margin * 0.7);
    const double code = edge + margin * (scene.landscape() ? 1.1 : 0.7);
    const bool wide = scene.landscape();
    const double below = scene.addressHeight() + margin * 0.8;
    const Box codeArea = wide ? scene.fromStart(scene.width() - code, 0, code, scene.height())
                              : Box{0, scene.height() - edge - below, scene.width(), edge + below};
    const Box textArea = wide ? scene.fromStart(0, 0, scene.width() - code, scene.height())
                              : Box{0, 0, scene.width(), scene.height() - codeArea.height};
    const auto& ground = scene.theme().panel;
    scene.fill(textArea, ground);
    scene.fill(codeArea, scene.theme().code);
    if (auto added = addCode(scene, *text.qr, inset(codeArea, margin * 0.3, margin * 0.3), edge);
        !added) {
        return added;
    }
    auto area = inset(textArea, margin * (wide ? 0.95 : 1.0), margin * (wide ? 0.85 : 0.6));
    area.height -= scene.addLanguageStrip(area, ground, 1);
    auto flow = flowTextOf(page);
    if (!text.qr->caption.empty()) {
        flow.blocks.emplace_back(model::Paragraph{text.qr->caption});
    }
    if (!text.qr->targetLanguage.empty() && text.qr->targetLanguage != text.language) {
        flow.blocks.emplace_back(
            model::Paragraph{pageLanguageNote(text.language, text.qr->targetLanguage)});
    }
    return addText(scene, page, flow, area);
}

Status addCode(Scene& scene, const model::QrCode& code, const Box& area, double wanted)
{
    const auto modules = encodeQr(code.target);
    if (!modules) {
        return modules.error();
    }
    const double below = code.printed.empty() ? 0 : scene.addressHeight();
    const double side = std::min(area.width, area.height - below);
    const auto module = moduleSize(*modules, side, wanted, code.target, scene.target());
    if (!module) {
        return module.error();
    }
    const int full = modules->fullWidth() * *module;
    const double top = area.y + (area.height - below - full) / 2;
    const int x = static_cast<int>(area.x + (area.width - full) / 2);
    const int y = static_cast<int>(top);
    const auto& ground = scene.theme().code;
    scene.add(FilledBox{
        {static_cast<double>(x),
         static_cast<double>(y),
         static_cast<double>(full),
         static_cast<double>(full)},
        ground.fill});
    scene.add(PlacedCode{*modules, x + kQuietZone * *module, y + kQuietZone * *module, *module});
    if (code.printed.empty()) {
        return Done{};
    }
    return scene.addAddress(
        code.printed, {area.x, top + full, area.width, scene.addressHeight()}, ground);
}

} // namespace jtv::typeset

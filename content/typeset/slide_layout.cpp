// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The templates. Landscape and portrait are the same parts, side by side or one above the other.
#include "content/typeset/slide_layout.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jtv::typeset {
namespace {

constexpr double kPanelShare = 0.215;   // of the long side
constexpr double kPortraitShare = 0.15; // of the height
constexpr double kPictureShare = 0.42;

FlowText flowTextOf(const model::SlideText& text)
{
    return {text.title, text.blocks};
}

Box inset(const Box& box, double horizontal, double vertical)
{
    return {
        box.x + horizontal,
        box.y + vertical,
        box.width - 2 * horizontal,
        box.height - 2 * vertical};
}

struct Areas {
    Box panel;
    Box page;
};

Areas split(const Scene& scene, double landscapeShare, double portraitShare)
{
    if (scene.landscape()) {
        const double panel = std::round(scene.width() * landscapeShare);
        return {
            scene.fromStart(0, 0, panel, scene.height()),
            scene.fromStart(panel, 0, scene.width() - panel, scene.height())};
    }
    const double panel = std::round(scene.height() * portraitShare);
    return {{0, 0, scene.width(), panel}, {0, panel, scene.width(), scene.height() - panel}};
}

// The coloured field with its icon, and the mark at its end.
void addPanel(Scene& scene, const Box& panel, model::SlideIcon icon, bool marked)
{
    const auto& ground = scene.theme().panel;
    scene.fill(panel, ground);
    const double margin = scene.sizes().margin;
    const double side = std::min(panel.width, panel.height) * 0.54;
    if (scene.landscape()) {
        scene.addIcon(
            icon,
            {panel.x + (panel.width - side) / 2, (panel.height - side) / 2, side, side},
            ground);
        if (marked) {
            scene.addMark(inset(panel, margin * 0.45, margin * 0.55), ground);
        }
        return;
    }
    const double x = scene.rightToLeft() ? panel.x + panel.width - margin - side : panel.x + margin;
    scene.addIcon(icon, {x, panel.y + (panel.height - side) / 2, side, side}, ground);
    if (marked) {
        scene.addMark(inset(panel, margin, margin * 0.4), ground, Scene::Side::kEnd);
    }
}

Status addPage(Scene& scene, const model::SlideText& text, const Box& page)
{
    const auto& ground = scene.theme().page;
    scene.fill(page, ground);
    auto area = inset(page, scene.sizes().margin, scene.sizes().margin * 0.85);
    area.height -= scene.addLanguageStrip(area, ground);
    return scene.addFlow(flowTextOf(text), area, ground, {});
}

Status layOutText(Scene& scene, const model::Slide& slide, const model::SlideText& text)
{
    const auto areas = split(scene, kPanelShare, kPortraitShare);
    addPanel(scene, areas.panel, slide.icon, !text.reviewed);
    return addPage(scene, text, areas.page);
}

Status layOutPicture(
    Scene& scene, const model::Slide& slide, const model::SlideText& text, const Pixels* picture)
{
    if (picture == nullptr || picture->width == 0) {
        return layOutText(scene, slide, text);
    }
    const auto areas = split(scene, kPictureShare, kPictureShare);
    scene.add(PlacedPicture{picture, areas.panel});
    auto page = areas.page;
    const auto& ground = scene.theme().page;
    scene.fill(page, ground);
    if (!text.reviewed) {
        auto area = inset(page, scene.sizes().margin, scene.sizes().margin * 0.4);
        page.height -= scene.addMark(area, ground);
    }
    return addPage(scene, text, page);
}

Status layOutNotice(Scene& scene, const model::Slide& slide, const model::SlideText& text)
{
    const auto& ground = scene.theme().panel;
    scene.fill(scene.whole(), ground);
    auto area = inset(scene.whole(), scene.sizes().margin * 1.3, scene.sizes().margin);
    area.height -= scene.addLanguageStrip(area, ground);
    if (!text.reviewed) {
        area.height -= scene.addMark(area, ground);
    }
    const double side = std::min(scene.width(), scene.height()) * 0.24;
    if (slide.icon != model::SlideIcon::kNone) {
        const double taken = side + scene.sizes().margin;
        if (scene.landscape()) {
            const double x = scene.rightToLeft() ? area.x + area.width - side : area.x;
            scene.addIcon(slide.icon, {x, area.y, side, area.height}, ground);
            area.x += scene.rightToLeft() ? 0 : taken;
            area.width -= taken;
        } else {
            const double x = scene.rightToLeft() ? area.x + area.width - side : area.x;
            scene.addIcon(slide.icon, {x, area.y + scene.sizes().margin, side, side}, ground);
            area.y += taken + scene.sizes().margin;
            area.height -= taken + scene.sizes().margin;
        }
    }
    return scene.addFlow(
        flowTextOf(text), area, ground, {.titleScale = 1.5, .largest = 1.15, .rest = 0.5});
}

// The icon at the start and the mark at the end of one row; returns the row's height with its gap.
double addHead(Scene& scene, model::SlideIcon icon, bool marked, const Box& area, double side)
{
    if (icon == model::SlideIcon::kNone && !marked) {
        return 0;
    }
    const auto& ground = scene.theme().panel;
    const double iconX = scene.rightToLeft() ? area.x + area.width - side : area.x;
    scene.addIcon(icon, {iconX, area.y, side, side}, ground);
    if (marked) {
        const double gap = side * 1.3;
        const Box beside{
            scene.rightToLeft() ? area.x : area.x + gap, area.y, area.width - gap, side * 0.86};
        scene.addMark(beside, ground, Scene::Side::kEnd);
    }
    return side + scene.sizes().margin * 0.35;
}

Status layOutQr(Scene& scene, const model::Slide& slide, const model::SlideText& text)
{
    if (!text.qr) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the slide has no QR code in {} ({}); add one with its target and printed address",
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
    const double head = addHead(scene, slide.icon, !text.reviewed, area, shortSide * 0.12);
    area.y += head;
    area.height -= head;
    auto flow = flowTextOf(text);
    if (!text.qr->caption.empty()) {
        flow.blocks.emplace_back(model::Paragraph{text.qr->caption});
    }
    if (!text.qr->targetLanguage.empty() && text.qr->targetLanguage != text.language) {
        flow.blocks.emplace_back(
            model::Paragraph{pageLanguageNote(text.language, text.qr->targetLanguage)});
    }
    return scene.addFlow(flow, area, ground, {.titleScale = 1.35, .largest = 1, .rest = 0.3});
}

Status arrange(
    Scene& scene, const model::Slide& slide, const model::SlideText& text, const Pixels* picture)
{
    switch (slide.kind) {
    case model::SlideTemplate::kTitleText:
    case model::SlideTemplate::kSteps:
    case model::SlideTemplate::kHours:
    case model::SlideTemplate::kContact:
    case model::SlideTemplate::kMap:
    case model::SlideTemplate::kSideBySide:
        return layOutText(scene, slide, text);
    case model::SlideTemplate::kNotice:
        return layOutNotice(scene, slide, text);
    case model::SlideTemplate::kQr:
        return layOutQr(scene, slide, text);
    case model::SlideTemplate::kPictureText:
    case model::SlideTemplate::kPicture:
        return layOutPicture(scene, slide, text, picture);
    }
    return Error{ErrorKind::kInternal, "the slide has no template"};
}

} // namespace

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

Result<Scene> layOut(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Pixels* picture)
{
    const auto* const text = model::textIn(slide, language);
    if (text == nullptr) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format(
                "the slide has no text in {} ({}); add a translation or choose another language",
                nativeName(language),
                language)};
    }
    const auto* const theme = themeNamed(slide.theme);
    if (theme == nullptr) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format("there is no theme {}; use {}", slide.theme, defaultTheme().name)};
    }
    auto scene = Scene::make(target, text->language, *theme);
    if (!scene) {
        return scene;
    }
    if (auto arranged = arrange(*scene, slide, *text, picture); !arranged) {
        return std::move(arranged).error();
    }
    return scene;
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Templates that are mostly text. Landscape and portrait are the same parts, side by side or one
// above the other.
#include "content/model/language_tag.h"
#include "content/typeset/layouts.h"
#include "content/typeset/locale.h"

#include <algorithm>
#include <cmath>

namespace jtv::typeset {
namespace {

constexpr double kPanelShare = 0.215;   // of the long side
constexpr double kPortraitShare = 0.15; // of the height
constexpr double kContactShare = 0.32;
constexpr double kNarrowestPage = 12; // smallest types beside a panel …
constexpr double kLowestPage = 7;     // … and below one
constexpr double kWidestPanel = 0.75; // of the height, in a zone that is very wide

// Applies `change` to every text of a block.
template <typename Change>
void forEachWords(model::Block& block, const Change& change)
{
    struct Visit {
        const Change& change;
        void operator()(model::Paragraph& part) const { change(part.text); }
        void operator()(model::BulletList& part) const { each(part.items); }
        void operator()(model::StepList& part) const { each(part.items); }
        void operator()(model::Table& part) const
        {
            for (auto& row : part.rows) {
                change(row.label);
                change(row.value);
            }
        }
        void each(std::vector<std::string>& items) const
        {
            for (auto& item : items) {
                change(item);
            }
        }
    };
    std::visit(Visit{change}, block);
}

model::Table hoursTable(const std::string& tag, const model::OpeningHours& hours)
{
    model::Table table;
    for (const auto& row : wordedHours(tag, hours)) {
        auto value = row.spans.empty() ? closedWord(tag) : std::string();
        for (const auto& span : row.spans) {
            value += (value.empty() ? "" : " · ") + span;
        }
        table.rows.push_back({row.days, std::move(value)});
    }
    return table;
}

// The picture or the icon of a field, and the mark at its end.
void addPanel(Scene& scene, const Box& panel, const Page& page)
{
    const auto& ground = scene.theme().panel;
    scene.fill(panel, ground);
    const double margin = scene.sizes().margin;
    const bool marked = !page.text.reviewed;
    const double side = std::min(panel.width, panel.height) * 0.54;
    if (scene.landscape()) {
        scene.addIcon(
            page.slide.icon,
            {panel.x + (panel.width - side) / 2, (panel.height - side) / 2, side, side},
            ground);
        scene.addLogo(
            page.material.logo,
            {panel.x + margin * 0.45,
             margin * 0.6,
             panel.width - margin * 0.9,
             panel.height * 0.16});
        if (marked) {
            scene.addMark(inset(panel, margin * 0.45, margin * 0.55), ground);
        }
        return;
    }
    const double x = scene.rightToLeft() ? panel.x + panel.width - margin - side : panel.x + margin;
    scene.addIcon(page.slide.icon, {x, panel.y + (panel.height - side) / 2, side, side}, ground);
    scene.addLogo(
        page.material.logo,
        scene.fromStart(
            panel.width * 0.55,
            panel.height * 0.12,
            panel.width * 0.45 - margin,
            panel.height * 0.4));
    if (marked) {
        scene.addMark(inset(panel, margin, margin * 0.4), ground, Scene::Side::kEnd);
    }
}

} // namespace

FlowText flowTextOf(const Page& page)
{
    const auto& tag = page.text.language;
    FlowText flow{page.text.title, {}, page.text.telephone};
    if (page.slide.kind == model::SlideTemplate::kHours) {
        flow.blocks.emplace_back(hoursTable(tag, page.slide.hours));
    }
    flow.blocks.insert(flow.blocks.end(), page.text.blocks.begin(), page.text.blocks.end());
    const bool simple = model::isLeicht(tag);
    flow.title = withBreaks(tag, std::move(flow.title));
    for (auto& block : flow.blocks) {
        forEachWords(block, [&](std::string& words) {
            words = withBreaks(tag, simple ? sentenceALine(tag, words) : std::move(words));
        });
    }
    if (flow.telephone && flow.telephone->state != model::TextState::kReady) {
        flow.telephone.reset();
    }
    return flow;
}

Areas split(const Scene& scene, double landscapeShare, double portraitShare)
{
    const double smallest = scene.sizes().smallestText;
    if (scene.landscape()) {
        const double widest =
            std::min(scene.width() * landscapeShare, scene.height() * kWidestPanel);
        const double panel = std::round(widest);
        const double page = scene.width() - panel;
        if (page < kNarrowestPage * smallest) {
            return {{}, scene.whole()};
        }
        return {
            scene.fromStart(0, 0, panel, scene.height()),
            scene.fromStart(panel, 0, page, scene.height())};
    }
    const double panel = std::round(scene.height() * portraitShare);
    if (scene.height() - panel < kLowestPage * smallest) {
        return {{}, scene.whole()};
    }
    return {{0, 0, scene.width(), panel}, {0, panel, scene.width(), scene.height() - panel}};
}

Status addPage(Scene& scene, const Page& page, const Box& area, bool marked)
{
    const auto& ground = scene.theme().page;
    scene.fill(area, ground);
    const double margin = scene.sizes().margin;
    auto inner = inset(area, margin, margin * 0.85);
    if (marked) {
        inner.height -= scene.addMark(inset(area, margin, margin * 0.4), ground);
    }
    inner.height -= scene.addLanguageStrip(inner, ground, scene.landscape() ? 1 : 2);
    return scene.addFlow(flowTextOf(page), inner, ground, {});
}

Status layOutText(Scene& scene, const Page& page)
{
    const auto areas = split(scene, kPanelShare, kPortraitShare);
    if (areas.panel.width <= 0) {
        return addPage(scene, page, areas.page, !page.text.reviewed);
    }
    addPanel(scene, areas.panel, page);
    if (addPage(scene, page, areas.page, false)) {
        return Done{};
    }
    scene.clear(); // text that needs the panel's room gets it
    return addPage(scene, page, scene.whole(), !page.text.reviewed);
}

Status layOutContact(Scene& scene, const Page& page)
{
    const auto areas = split(scene, kContactShare, kContactShare);
    if (areas.panel.width <= 0) {
        return addPage(scene, page, areas.page, !page.text.reviewed);
    }
    if (page.material.picture == nullptr || page.material.picture->width == 0) {
        addPanel(scene, areas.panel, page);
        return addPage(scene, page, areas.page, false);
    }
    // The face in the middle of the field, never cut off by its edge.
    scene.fill(areas.panel, scene.theme().panel);
    const double margin = scene.sizes().margin;
    const double side = std::min(areas.panel.width, areas.panel.height) - margin;
    const Box face{
        areas.panel.x + (areas.panel.width - side) / 2,
        areas.panel.y + (areas.panel.height - side) / 2,
        side,
        side};
    scene.add(PlacedPicture{page.material.picture, face});
    if (!page.text.reviewed) {
        scene.addMark(inset(areas.panel, margin * 0.45, margin * 0.4), scene.theme().panel);
    }
    return addPage(scene, page, areas.page, false);
}

Status layOutNotice(Scene& scene, const Page& page)
{
    const auto& ground = scene.theme().panel;
    scene.fill(scene.whole(), ground);
    const double margin = scene.sizes().margin;
    auto area = inset(scene.whole(), margin * 1.3, margin);
    area.height -= scene.addLanguageStrip(area, ground);
    if (!page.text.reviewed) {
        area.height -= scene.addMark(area, ground);
    }
    const double side = std::min(scene.width(), scene.height()) * 0.24;
    const double taken = side + margin;
    const double smallest = scene.sizes().smallestText;
    const bool room = scene.landscape() ? area.width - taken >= kNarrowestPage * smallest
                                        : area.height - taken - margin >= kLowestPage * smallest;
    if (page.slide.icon != model::SlideIcon::kNone && room) {
        const double x = scene.rightToLeft() ? area.x + area.width - side : area.x;
        if (scene.landscape()) {
            scene.addIcon(page.slide.icon, {x, area.y, side, area.height}, ground);
            area.x += scene.rightToLeft() ? 0 : taken;
            area.width -= taken;
        } else {
            scene.addIcon(page.slide.icon, {x, area.y + margin, side, side}, ground);
            area.y += taken + margin;
            area.height -= taken + margin;
        }
    }
    return scene.addFlow(
        flowTextOf(page), area, ground, {.titleScale = 1.5, .largest = 1.15, .rest = 0.5});
}

} // namespace jtv::typeset

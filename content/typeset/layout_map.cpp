// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// "Which counter": the text beside a plan of the floor. Text and plan change sides for
// right-to-left languages, the plan itself never does. The goal is told by its frame, its sign and
// the arrow's head, not by its colour alone.
#include "content/typeset/layouts.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::typeset {
namespace {

constexpr double kPlanShare = 0.56;         // of the width
constexpr double kPortraitPlanShare = 0.46; // of the height

// Squares of the grid become boxes of the picture.
struct Grid {
    Box box;
    double square = 1;

    Box of(const model::FloorPlan::Place& place) const
    {
        const double gap = square * 0.06;
        return {
            box.x + place.x * square + gap,
            box.y + place.y * square + gap,
            place.width * square - 2 * gap,
            place.height * square - 2 * gap};
    }
    Point of(const model::FloorPlan::Corner& corner) const
    {
        return {box.x + (corner.x + 0.5) * square, box.y + (corner.y + 0.5) * square};
    }
};

Grid gridIn(const Box& area, const model::FloorPlan& plan)
{
    const double square = std::min(area.width / plan.columns, area.height / plan.rows);
    const double width = square * plan.columns;
    const double height = square * plan.rows;
    return {
        {area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height},
        square};
}

bool isSign(model::FloorPlan::Kind kind)
{
    using Kind = model::FloorPlan::Kind;
    return kind != Kind::kRoom && kind != Kind::kCounter && kind != Kind::kGoal;
}

Status
addLabel(Scene& scene, const std::string& label, const Box& box, const Ground& ground, bool goal)
{
    const auto& colour = goal ? ground.onAccent : ground.text;
    const auto& fill = goal ? ground.accent : ground.fill;
    const double size =
        std::max(scene.sizes().smallestText, std::min(box.height * 0.5, box.width * 0.4));
    for (const double tried : {size, scene.sizes().smallestText}) {
        const TextStyle style{.size = tried, .bold = true, .centred = true, .leftToRight = true};
        const auto lines = scene.setter().set(label, style, box.width);
        const auto logical = logicalBox(lines);
        if (logical.width <= box.width && logical.height <= box.height) {
            const double y = box.y + (box.height - logical.height) / 2;
            scene.add(PlacedText{lines, box.x, y, box, colour, fill});
            return Done{};
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the label \"{}\" does not fit its place on the floor plan at the smallest readable "
            "size; "
            "shorten it or make the place larger",
            label)};
}

Status addPlace(Scene& scene, const model::FloorPlan::Place& place, const Box& box)
{
    const auto& ground = scene.theme().page;
    const bool goal = place.kind == model::FloorPlan::Kind::kGoal;
    const double stroke = std::max(2.0, scene.sizes().smallestText * (goal ? 0.14 : 0.05));
    const double radius = stroke * 1.5;
    if (isSign(place.kind)) {
        scene.add(PlacedSign{place.kind, box, ground.accent});
        return Done{};
    }
    if (goal) {
        scene.add(FilledBox{box, ground.accent, radius});
        scene.add(OutlinedBox{
            inset(box, -stroke * 1.4, -stroke * 1.4), ground.accent, radius * 2, stroke});
    } else {
        scene.add(OutlinedBox{box, ground.quiet, radius, stroke});
    }
    return place.label.empty() ? Status(Done{}) : addLabel(scene, place.label, box, ground, goal);
}

} // namespace

Status layOutMap(Scene& scene, const Page& page)
{
    if (!page.slide.floor) {
        return layOutText(scene, page);
    }
    const auto& plan = *page.slide.floor;
    const auto& ground = scene.theme().page;
    const double margin = scene.sizes().margin;
    const double plans = scene.width() * kPlanShare;
    const double above = scene.height() * (1 - kPortraitPlanShare);
    const bool wide = scene.landscape();
    const Box textArea = wide ? scene.fromStart(0, 0, scene.width() - plans, scene.height())
                              : Box{0, 0, scene.width(), above};
    const Box planArea = wide ? scene.fromStart(scene.width() - plans, 0, plans, scene.height())
                              : Box{0, above, scene.width(), scene.height() - above};
    scene.fill(planArea, ground);
    const auto grid = gridIn(inset(planArea, margin * 0.8, margin * 0.8), plan);
    if (!plan.way.empty()) {
        PlacedWay way{{}, ground.accent, std::max(4.0, grid.square * 0.16)};
        for (const auto& corner : plan.way) {
            way.points.push_back(grid.of(corner));
        }
        scene.add(std::move(way));
    }
    for (const auto& place : plan.places) {
        if (auto added = addPlace(scene, place, grid.of(place)); !added) {
            return added;
        }
    }
    const auto& panel = scene.theme().panel;
    scene.fill(textArea, panel);
    auto area = inset(textArea, margin * 0.9, margin * 0.85);
    if (!page.text.reviewed) {
        area.height -= scene.addMark(area, panel);
    }
    area.height -= scene.addLanguageStrip(area, panel, 1);
    return scene.addFlow(
        flowTextOf(page), area, panel, {.titleScale = 1.3, .largest = 1, .rest = 0.3});
}

} // namespace jtv::typeset

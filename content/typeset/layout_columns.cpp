// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Several languages at the same time: a column each, in portrait one above the other. All have the
// same type size, so that none looks like the small print of another.
#include "content/typeset/layouts.h"

#include <algorithm>

namespace jtv::typeset {
namespace {

constexpr Scene::FlowOptions kOptions{.titleScale = 1.3, .largest = 1, .rest = 0};

// Where each language stands, the first one where reading begins.
std::vector<Box> fieldsOf(const Scene& scene, const Box& area, std::size_t count, double gap)
{
    const auto number = static_cast<double>(count);
    const double whole = scene.landscape() ? area.width : area.height;
    const double size = (whole - gap * (number - 1)) / number;
    std::vector<Box> fields;
    fields.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) * (size + gap);
        if (!scene.landscape()) {
            fields.push_back({area.x, area.y + at, area.width, size});
            continue;
        }
        const double x = scene.rightToLeft() ? area.x + area.width - at - size : area.x + at;
        fields.push_back({x, area.y, size, area.height});
    }
    return fields;
}

void addRule(Scene& scene, const Box& field, double gap)
{
    const double thin = std::max(1.0, scene.sizes().smallestText * 0.04);
    const auto& ground = scene.theme().page;
    const double before = scene.rightToLeft() ? field.x + field.width + gap / 2 : field.x - gap / 2;
    const Box rule = scene.landscape() ? Box{before, field.y, thin, field.height}
                                       : Box{field.x, field.y - gap / 2, field.width, thin};
    scene.add(FilledBox{rule, ground.rule});
}

} // namespace

Status layOutColumns(Scene& scene, const std::vector<Page>& pages)
{
    const auto& ground = scene.theme().page;
    scene.fill(scene.whole(), ground);
    const double margin = scene.sizes().margin;
    auto area = inset(scene.whole(), margin * 0.8, margin * 0.8);
    area.height -= scene.addLanguageStrip(area, ground, 1);
    const bool marked = std::any_of(
        pages.begin(), pages.end(), [](const Page& page) { return !page.text.reviewed; });
    if (marked) {
        area.height -= scene.addMark(area, ground);
    }
    const double gap = margin * 0.9;
    const auto fields = fieldsOf(scene, area, pages.size(), gap);
    auto options = kOptions;
    for (const bool measured : {false, true}) {
        double smallest = 0;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            auto column = scene.inLanguage(pages[i].text.language);
            auto flow = column.fit(flowTextOf(pages[i]), fields[i], ground, options);
            if (!flow) {
                return std::move(flow).error();
            }
            smallest = i == 0 ? flow->bodySize : std::min(smallest, flow->bodySize);
            if (measured) {
                scene.place(std::move(*flow), fields[i].x, fields[i].y);
            }
        }
        options.body = smallest;
    }
    for (std::size_t i = 1; i < fields.size(); ++i) {
        addRule(scene, fields[i], gap);
    }
    return Done{};
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The parts that look the same on every slide.
#include "content/typeset/scene.h"

#include "content/model/language_tag.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jtv::typeset {
namespace {

// Read by staff who walk up to the screen, not by visitors from their seats.
constexpr double kMarkSize = 0.56; // of the smallest text
constexpr const char* kMark = "Muster, nicht geprüft";

std::string namesThatFit(
    const TextSetter& setter,
    const std::vector<std::string>& tags,
    const TextStyle& style,
    double width,
    int mostLines)
{
    std::string text;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        // First-strong isolates keep two right-to-left names in the order of the
        // tags.
        const auto longer = text + (i == 0 ? "" : "\u00A0\u00A0\u00A0·   ") + "\u2068" +
                            nativeName(tags[i]) + "\u2069";
        const bool more = i + 1 < tags.size();
        if (lineCount(setter.set(longer + (more ? "  …" : ""), style, width)) > mostLines) {
            return text.empty() ? text : text + "  …";
        }
        text = longer;
    }
    return text;
}

} // namespace

Scene::Scene(
    const Target& target, const Sizes& sizes, std::string_view language, const Theme& theme)
    : target_(target), sizes_(sizes), theme_(theme),
      setter_(languageOf(language, theme.font), TextSetter::Fonts::kOneSize)
{
    composition_.width = target.width;
    composition_.height = target.height;
}

Result<Scene> Scene::make(const Target& target, std::string_view language, const Theme& theme)
{
    auto sizes = sizesFor(target);
    if (!sizes) {
        return std::move(sizes).error();
    }
    return Scene(target, *sizes, language, theme);
}

Scene Scene::inLanguage(std::string_view language) const
{
    return {target_, sizes_, language, theme_};
}

Box Scene::fromStart(double start, double y, double width, double height) const
{
    return {rightToLeft() ? this->width() - start - width : start, y, width, height};
}

void Scene::clear()
{
    composition_.elements.clear();
    bodySize_ = 0;
}

void Scene::addIcon(model::SlideIcon icon, const Box& box, const Ground& ground)
{
    const double side = std::min(box.width, box.height);
    add(PlacedIcon{
        icon,
        {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side},
        ground.accent});
}

void Scene::addLogo(const Pixels* logo, const Box& box)
{
    if (logo != nullptr && logo->width > 0 && box.width > 0 && box.height > 0) {
        add(PlacedPicture{logo, box, true});
    }
}

void Scene::addCentred(
    const std::string& text,
    TextStyle style,
    const Colour& colour,
    const Box& box,
    const Ground& ground)
{
    style.centred = true;
    const auto lines = setter_.set(text, style, box.width);
    const double y = box.y + (box.height - logicalBox(lines).height) / 2;
    add(PlacedText{lines, box.x, y, box, colour, ground.fill});
}

double Scene::addLanguageStrip(const Box& area, const Ground& ground, int mostLines)
{
    if (target_.languagesToCome.empty()) {
        return 0;
    }
    const TextStyle style{.size = sizes_.smallestText};
    const double arrow = style.size * 0.95;
    const double indent = arrow * 1.5;
    const auto names =
        namesThatFit(setter_, target_.languagesToCome, style, area.width - indent, mostLines);
    const auto lines = setter_.set(names, style, area.width - indent);
    const double height = logicalBox(lines).height;
    const double top = area.y + area.height - height;
    const double start = rightToLeft() ? area.x : area.x + indent;
    const Box room{start, top, area.width - indent, height};
    const double arrowX = rightToLeft() ? area.x + area.width - arrow : area.x;
    add(PlacedArrow{
        {arrowX, top + (firstLineHeight(lines) - arrow * 0.8) / 2, arrow, arrow * 0.8},
        ground.quiet,
        rightToLeft()});
    add(PlacedText{lines, room.x, room.y, room, ground.quiet, ground.fill});
    const double rule = std::max(1.0, sizes_.smallestText * 0.04);
    const double gap = sizes_.smallestText * 0.42;
    add(FilledBox{{area.x, top - gap, area.width, rule}, ground.rule});
    return height + gap + sizes_.smallestText * 0.7;
}

double Scene::addMark(const Box& area, const Ground& ground, Side side)
{
    const TextStyle style{
        .size = std::max(9.0, sizes_.smallestText * kMarkSize),
        .centred = true,
        .leftToRight = true};
    const double padding = style.size * 0.55;
    const double wanted = logicalBox(setter_.set(kMark, style, 0)).width + 1;
    const double width = std::min(wanted, area.width - 2 * padding);
    const auto lines = setter_.set(kMark, style, width);
    const double height = logicalBox(lines).height;
    const double outer = width + 2 * padding;
    const bool right = rightToLeft() == (side == Side::kStart);
    const double x = right ? area.x + area.width - outer : area.x;
    const double y = area.y + area.height - height - padding;
    add(OutlinedBox{
        {x, y - padding / 2, outer, height + padding},
        ground.quiet,
        style.size * 0.4,
        std::max(1.0, style.size * 0.06)});
    add(PlacedText{
        lines, x + padding, y, {x + padding, y, width, height}, ground.quiet, ground.fill});
    return height + padding * 2.5;
}

Result<Flow>
Scene::fit(const FlowText& text, const Box& area, const Ground& ground, FlowOptions options) const
{
    auto sizes = sizes_;
    sizes.largestText = std::max(sizes.smallestBody, sizes.largestText * options.largest);
    sizes.largestTitle *= options.largest;
    const auto hyphenate = [this](const std::string& part) {
        if (model::primaryLanguage(setter_.language().tag) != "de") {
            return part;
        }
        static const Hyphenation words; // read once, by whoever comes first
        return words.withSoftHyphens(part);
    };
    const Room room{area.width, area.height, options.titleScale, options.body};
    return fitFlow(text, setter_, ground, room, sizes, hyphenate);
}

void Scene::place(Flow flow, double x, double y)
{
    for (auto& element : flow.elements) {
        add(moved(std::move(element), x, y));
    }
    bodySize_ = bodySize_ == 0 ? flow.bodySize : std::min(bodySize_, flow.bodySize);
}

Status
Scene::addFlow(const FlowText& text, const Box& area, const Ground& ground, FlowOptions options)
{
    auto flow = fit(text, area, ground, options);
    if (!flow) {
        return std::move(flow).error();
    }
    const double top = area.y + (area.height - flow->height) * options.rest;
    place(std::move(*flow), area.x, top);
    return Done{};
}

Status Scene::addAddress(const std::string& address, const Box& area, const Ground& ground)
{
    double size = std::min(sizes_.largestText, sizes_.smallestText * 1.3);
    auto lines = setter_.set(address, {.size = size, .bold = true, .leftToRight = true}, 0);
    const double natural = logicalBox(lines).width;
    if (natural > area.width) {
        size = std::floor(size * area.width / natural * 10) / 10;
    }
    if (size < sizes_.smallestText) {
        const auto count = static_cast<double>(address.size());
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the printed address {} is {} characters too long "
                "to be read on this screen; use a "
                "shorter one",
                address,
                static_cast<int>(std::ceil(count * (1 - size / sizes_.smallestText))))};
    }
    addCentred(
        address, {.size = size, .bold = true, .leftToRight = true}, ground.title, area, ground);
    return Done{};
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Nine names, and points with names of their own.
#include "content/xml/smil_align.h"

#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::Align;

std::optional<Align> alignBy(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Align>, 9> kWords{{
        {"topLeft", Align::kTopLeft},
        {"topMid", Align::kTopMid},
        {"topRight", Align::kTopRight},
        {"midLeft", Align::kMidLeft},
        {"center", Align::kCenter},
        {"midRight", Align::kMidRight},
        {"bottomLeft", Align::kBottomLeft},
        {"bottomMid", Align::kBottomMid},
        {"bottomRight", Align::kBottomRight},
    }};
    const auto* found = std::find_if(
        kWords.begin(), kWords.end(), [&](const auto& entry) { return entry.first == word; });
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Align>
readAlign(const Element& element, std::string_view attribute, SmilRemarks& remarks)
{
    const auto word = element.attribute(attribute);
    if (!word) {
        return std::nullopt;
    }
    auto align = alignBy(*word);
    if (!align) {
        remarks.error(
            element,
            fmt::format(
                "{}=\"{}\" is not known and has no effect; write for example topLeft, midLeft or "
                "center",
                attribute,
                *word));
    }
    return align;
}

bool readPoint(
    const Element& element,
    std::string_view near,
    std::string_view far,
    model::Length& out,
    SmilRemarks& remarks)
{
    const auto fromNear = element.attribute(near);
    const auto text = fromNear ? fromNear : element.attribute(far);
    if (!text || *text == "auto") {
        out = {0, true};
        return true;
    }
    const auto length = parseLength(*text);
    const bool usable = length && (fromNear || length->percent);
    if (!usable) {
        remarks.error(
            element,
            fmt::format(
                "this point has no effect: {}=\"{}\" cannot be used; write left and top in pixels "
                "or per cent",
                fromNear ? near : far,
                *text));
        return false;
    }
    out = fromNear ? *length : model::Length{100 - length->value, true};
    return true;
}

} // namespace

std::optional<model::Alignment> readRegPoint(const Element& element, SmilRemarks& remarks)
{
    model::Alignment point;
    if (!readPoint(element, "left", "right", point.left, remarks) ||
        !readPoint(element, "top", "bottom", point.top, remarks)) {
        return std::nullopt;
    }
    point.media = readAlign(element, "regAlign", remarks).value_or(Align::kTopLeft);
    return point;
}

std::optional<model::Alignment>
readAlignment(const Element& element, const RegPoints& points, SmilRemarks& remarks)
{
    if (const auto both = readAlign(element, "mediaAlign", remarks)) {
        return model::alignmentOf(*both);
    }
    const auto name = element.attribute("regPoint");
    const auto align = readAlign(element, "regAlign", remarks);
    if (!name) {
        return align ? std::optional(model::alignmentOf(*align)) : std::nullopt;
    }
    auto point = model::Alignment();
    if (const auto found = points.find(*name); found != points.end()) {
        point = found->second;
    } else if (const auto word = alignBy(*name)) {
        point = model::alignmentOf(*word);
        point.media = Align::kTopLeft;
    } else {
        remarks.error(
            element,
            fmt::format(
                "there is no point \"{}\" in the layout and regPoint has no effect; correct the "
                "name",
                *name));
        return std::nullopt;
    }
    point.media = align.value_or(point.media);
    return point;
}

} // namespace jtv::xml

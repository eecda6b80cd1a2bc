// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The layout as written → regions in one list.
#include "content/xml/smil_layout.h"

#include "content/xml/smil_align.h"
#include "content/xml/smil_sound.h"
#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr int kLargestScreen = 16'384;

class LayoutReader {
public:
    explicit LayoutReader(SmilRemarks& remarks) : remarks_(remarks) {}

    ReadLayout run(const Element& layout)
    {
        readRoot(layout);
        readPoints(layout);
        readRegions(layout, {});
        if (!sized_ && result_.layout.regions.empty()) {
            result_.layout.width = 0; // the screen's own
            result_.layout.height = 0;
        }
        return std::move(result_);
    }

private:
    void readRoot(const Element& layout)
    {
        const auto root = layout.child("root-layout");
        const auto top = layout.child("topLayout");
        if (!root && top) {
            remarks_.warning(*top, "topLayout was read as root-layout: there is one screen");
        }
        if (const auto& size = root ? root : top) {
            readScreenSize(*size, "width", result_.layout.width);
            readScreenSize(*size, "height", result_.layout.height);
            if (const auto color = readBackground(*size); color && !color->empty()) {
                result_.layout.backgroundColor = *color;
            }
            nameUnknown(
                *size,
                {"width",
                 "height",
                 "backgroundColor",
                 "background-color",
                 "id",
                 "title",
                 "class",
                 "name"});
        }
    }

    void readScreenSize(const Element& root, std::string_view name, int& pixels)
    {
        const auto text = root.attribute(name);
        const auto length = text ? parseLength(*text) : std::nullopt;
        if (!text || (length && length->percent) || *text == "auto") {
            return; // the screen decides
        }
        if (!length || length->value < 1 || length->value > kLargestScreen) {
            remarks_.error(
                root,
                fmt::format(
                    "{}=\"{}\" is not a screen size; {} is used, write pixels from 1 to {}",
                    name,
                    *text,
                    pixels,
                    kLargestScreen));
            return;
        }
        pixels = static_cast<int>(std::lround(length->value));
        sized_ = true;
    }

    void readPoints(const Element& layout)
    {
        for (const auto& point : layout.children("regPoint")) {
            if (auto read = readRegPoint(point, remarks_)) {
                result_.points.emplace(idOf(point), *read);
            }
        }
    }

    void readRegions(const Element& parent, const std::string& around)
    {
        for (const auto& child : parent.children()) {
            if (child.name() == "region") {
                readRegion(child, around);
            } else if (child.name() == "topLayout") {
                readRegions(child, around);
            } else if (!isOneOf(child.name(), {"root-layout", "regPoint", "transition"})) {
                remarks_.warning(
                    child,
                    fmt::format("<{}> in the layout has no effect in this version", child.name()));
            }
        }
    }

    void readRegion(const Element& element, const std::string& around)
    {
        model::Region region;
        region.parent = around;
        for (const auto& [name, length] :
             {std::pair{"left", &region.left},
              std::pair{"top", &region.top},
              std::pair{"right", &region.right},
              std::pair{"bottom", &region.bottom},
              std::pair{"width", &region.width},
              std::pair{"height", &region.height}}) {
            readLength(element, name, *length);
        }
        region.zIndex = readZIndex(element);
        region.fit = readFit(element, remarks_).value_or(model::Fit::kMeet);
        region.backgroundColor = readBackground(element).value_or("");
        region.backgroundWhenActive = element.attribute("showBackground") == "whenActive";
        region.align = readAlignment(element, result_.points, remarks_);
        region.soundLevel = readSoundLevel(element, remarks_);
        region.soundAlign = readSoundAlign(element, remarks_);
        nameUnknownOfRegion(element);
        const bool named = nameRegion(element, region);
        const auto inside = named ? region.id : around;
        if (named) {
            result_.layout.regions.push_back(std::move(region));
        }
        readRegions(element, inside);
    }

    void nameUnknownOfRegion(const Element& element)
    {
        nameUnknown(element, {"left",       "top",
                              "right",      "bottom",
                              "width",      "height",
                              "z-index",    "fit",
                              "regPoint",   "regAlign",
                              "mediaAlign", "soundLevel",
                              "soundAlign", "backgroundColor",
                              "title",      "background-color",
                              "class",      "showBackground",
                              "regionName", "id"});
    }

    bool nameRegion(const Element& element, model::Region& region)
    {
        const auto name = element.attribute("regionName");
        const auto id = idOf(element);
        region.id = name && !name->empty() ? *name : id;
        if (region.id.empty()) {
            remarks_.error(
                element, "this region has no regionName and cannot be used; give it one");
            return false;
        }
        if (result_.names.count(region.id) > 0) {
            remarks_.error(
                element,
                fmt::format(
                    "there is a region \"{}\" already and the first is used; give this one another "
                    "name",
                    region.id));
            return false;
        }
        result_.names.emplace(region.id, region.id);
        if (!id.empty()) {
            result_.names.emplace(id, region.id);
        }
        return true;
    }

    void
    readLength(const Element& element, std::string_view name, std::optional<model::Length>& out)
    {
        const auto text = element.attribute(name);
        if (!text || *text == "auto" || text->empty()) {
            return;
        }
        out = parseLength(*text);
        if (!out) {
            remarks_.error(
                element,
                fmt::format(
                    "{}=\"{}\" is not a length and has no effect; write pixels or per cent such as "
                    "50%",
                    name,
                    *text));
        }
    }

    int readZIndex(const Element& element)
    {
        const auto text = element.attribute("z-index");
        if (!text || *text == "auto") {
            return 0;
        }
        int value = 0;
        const auto* end = text->data() + text->size();
        const auto parsed = std::from_chars(text->data(), end, value);
        if (parsed.ec != std::errc() || parsed.ptr != end) {
            remarks_.error(
                element,
                fmt::format("z-index=\"{}\" is not a whole number and was read as 0", *text));
            return 0;
        }
        return value;
    }

    std::optional<std::string> readBackground(const Element& element)
    {
        auto text = element.attribute("backgroundColor");
        if (!text) {
            text = element.attribute("background-color");
        }
        if (!text) {
            return std::nullopt;
        }
        auto color = parseColor(*text);
        if (!color) {
            remarks_.error(
                element, fmt::format("the colour \"{}\" is not known; write it as #rrggbb", *text));
        }
        return color;
    }

    void nameUnknown(const Element& element, std::initializer_list<std::string_view> known)
    {
        for (const auto& attribute : element.attributes()) {
            const bool isKnown =
                isOneOf(attribute.name, known) || attribute.namespaceUri == kXmlNamespace;
            if (!isKnown) {
                remarks_.warning(
                    element,
                    fmt::format(
                        "{} of <{}> has no effect in this version",
                        attribute.name,
                        element.name()));
            }
        }
    }

    SmilRemarks& remarks_;
    ReadLayout result_;
    bool sized_ = false; // a side of the root layout is written
};

} // namespace

ReadLayout readLayout(const Element& layout, SmilRemarks& remarks)
{
    return LayoutReader(remarks).run(layout);
}

std::optional<model::Fit> readFit(const Element& element, SmilRemarks& remarks)
{
    static constexpr std::array<std::pair<std::string_view, model::Fit>, 7> kWords{{
        {"fill", model::Fit::kFill},
        {"hidden", model::Fit::kHidden},
        {"meet", model::Fit::kMeet},
        {"meetBest", model::Fit::kMeetBest},
        {"meetbest", model::Fit::kMeetBest},
        {"slice", model::Fit::kSlice},
        {"scroll", model::Fit::kScroll},
    }};
    const auto text = element.attribute("fit");
    if (!text || *text == "default") {
        return std::nullopt;
    }
    const auto* found = std::find_if(
        kWords.begin(), kWords.end(), [&](const auto& word) { return word.first == *text; });
    if (found != kWords.end()) {
        return found->second;
    }
    const auto sentence = fmt::format(
        "fit=\"{}\" is not known and has no effect; write fill, hidden, meet, meetBest, slice or "
        "scroll",
        *text);
    if (text->empty()) {
        remarks.warning(element, sentence);
    } else {
        remarks.error(element, sentence);
    }
    return std::nullopt;
}

std::string idOf(const Element& element)
{
    auto id = element.attribute("id", kXmlNamespace);
    if (!id) {
        id = element.attribute("id");
    }
    return id.value_or("");
}

} // namespace jtv::xml

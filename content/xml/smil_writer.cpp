// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlist → SMIL 3.0 text.
#include "content/xml/smil.h"
#include "content/xml/smil_attributes.h"
#include "content/xml/smil_clock.h"
#include "content/xml/smil_shuffle.h"
#include "content/xml/writer.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr std::string_view kSmilNamespace = "http://www.w3.org/ns/SMIL";

std::string_view nameOf(model::Fit fit)
{
    switch (fit) {
    case model::Fit::kFill:
        return "fill";
    case model::Fit::kHidden:
        return "hidden";
    case model::Fit::kMeet:
        return "meet";
    case model::Fit::kMeetBest:
        return "meetBest";
    case model::Fit::kSlice:
        return "slice";
    case model::Fit::kScroll:
        return "scroll";
    }
    return "meet";
}

std::string_view elementFor(model::MediaKind kind)
{
    switch (kind) {
    case model::MediaKind::kVideo:
        return "video";
    case model::MediaKind::kImage:
        return "img";
    case model::MediaKind::kAudio:
        return "audio";
    case model::MediaKind::kBrush:
        return "brush";
    case model::MediaKind::kText:
        return "text";
    case model::MediaKind::kSlide:
        break;
    }
    return "ref";
}

void writeLength(Writer& writer, std::string_view name, const std::optional<model::Length>& length)
{
    if (length) {
        writer.attribute(name, smilNumber(length->value) + (length->percent ? "%" : ""));
    }
}

std::string_view nameOf(model::Align align)
{
    static constexpr std::array<std::string_view, 9> kNames{
        "topLeft",
        "topMid",
        "topRight",
        "midLeft",
        "center",
        "midRight",
        "bottomLeft",
        "bottomMid",
        "bottomRight"};
    return kNames[static_cast<std::size_t>(align)];
}

void writeSoundAlign(Writer& writer, const std::optional<model::SoundAlign>& align)
{
    static constexpr std::array<std::pair<model::SoundAlign, std::string_view>, 3> kWords{{
        {model::SoundAlign::kBoth, "both"},
        {model::SoundAlign::kLeft, "left"},
        {model::SoundAlign::kRight, "right"},
    }};
    if (align) {
        writeWord(writer, "soundAlign", *align, kWords);
    }
}

class SmilWriter {
public:
    explicit SmilWriter(const model::Playlist& playlist) : playlist_(playlist) {}

    std::string run()
    {
        for (const auto& region : playlist_.layout.regions) {
            collect(region.align);
        }
        collectFrom(playlist_.body);
        writer_.open("smil").attribute("xmlns", kSmilNamespace).attribute("version", "3.0");
        writeHead();
        writeNode(playlist_.body, "body");
        writer_.close();
        return writer_.finish();
    }

private:
    // A point without a name in SMIL gets one of ours.
    void collect(const std::optional<model::Alignment>& align)
    {
        const bool known = !align || model::alignmentOf(align->media) == *align ||
                           std::find(points_.begin(), points_.end(), *align) != points_.end();
        if (!known) {
            points_.push_back(*align);
        }
    }

    void collectFrom(const model::TimeNode& node)
    {
        if (const auto* media = std::get_if<model::Media>(&node.body)) {
            return collect(media->align);
        }
        for (const auto& child : std::get<model::Container>(node.body).children) {
            collectFrom(child);
        }
    }

    void writeAlign(const std::optional<model::Alignment>& align)
    {
        if (!align) {
            return;
        }
        const auto found = std::find(points_.begin(), points_.end(), *align);
        if (found == points_.end()) {
            writer_.attribute("mediaAlign", nameOf(align->media));
        } else {
            writer_.attribute("regPoint", fmt::format("point{}", found - points_.begin() + 1));
        }
    }

    void writeHead()
    {
        writer_.open("head");
        if (!playlist_.title.empty()) {
            writer_.open("meta")
                .attribute("name", "title")
                .attribute("content", playlist_.title)
                .close();
        }
        if (playlist_.refresh) {
            const auto seconds = std::chrono::ceil<std::chrono::seconds>(*playlist_.refresh);
            writer_.open("meta")
                .attribute("http-equiv", "Refresh")
                .attribute("content", fmt::format("{}", seconds.count()))
                .close();
        }
        writeState();
        writeTriggers();
        writeLayout();
        for (const auto& transition : playlist_.transitions) {
            writeTransition(transition);
        }
        writer_.close();
    }

    void writeState()
    {
        if (playlist_.data.empty()) {
            return;
        }
        writer_.open("state").open("data");
        for (const auto& [name, text] : playlist_.data) {
            writer_.open(name).text(text).close();
        }
        writer_.close().close();
    }

    void writeTriggers()
    {
        if (playlist_.triggers.empty()) {
            return;
        }
        writer_.open("triggers");
        for (const auto& trigger : playlist_.triggers) {
            writer_.open("trigger")
                .attribute("id", trigger.id)
                .attribute("condition", trigger.all ? "and" : "or");
            for (const auto& condition : trigger.conditions) {
                writer_.open("condition");
                writeIfAny(writer_, "origin", condition.origin);
                writeIfAny(writer_, "data", condition.data);
                writeIfAny(writer_, "action", condition.action);
                writer_.close();
            }
            writer_.close();
        }
        writer_.close();
    }

    void writeLayout()
    {
        const auto& layout = playlist_.layout;
        writer_.open("layout").open("root-layout");
        if (layout.width > 0) {
            writer_.attribute("width", std::to_string(layout.width))
                .attribute("height", std::to_string(layout.height));
        }
        writer_.attribute("backgroundColor", layout.backgroundColor).close();
        for (std::size_t i = 0; i < points_.size(); ++i) {
            writer_.open("regPoint").attribute("id", fmt::format("point{}", i + 1));
            writeLength(writer_, "left", points_[i].left);
            writeLength(writer_, "top", points_[i].top);
            writer_.attribute("regAlign", nameOf(points_[i].media)).close();
        }
        writeRegions({});
        writer_.close();
    }

    // A parent stands before its children, so that this ends.
    void writeRegions(const std::string& parent)
    {
        for (const auto& region : playlist_.layout.regions) {
            if (region.parent == parent && region.id != parent) {
                writeRegion(region);
            }
        }
    }

    void writeRegion(const model::Region& region)
    {
        writer_.open("region").attribute("regionName", region.id);
        writeLength(writer_, "left", region.left);
        writeLength(writer_, "top", region.top);
        writeLength(writer_, "right", region.right);
        writeLength(writer_, "bottom", region.bottom);
        writeLength(writer_, "width", region.width);
        writeLength(writer_, "height", region.height);
        writer_.attribute("z-index", std::to_string(region.zIndex))
            .attribute("fit", nameOf(region.fit));
        writeIfAny(writer_, "backgroundColor", region.backgroundColor);
        if (region.backgroundWhenActive) {
            writer_.attribute("showBackground", "whenActive");
        }
        writeAlign(region.align);
        if (region.soundLevel) {
            writer_.attribute("soundLevel", smilNumber(*region.soundLevel * 100) + "%");
        }
        writeSoundAlign(writer_, region.soundAlign);
        if (!region.id.empty()) {
            writeRegions(region.id);
        }
        writer_.close();
    }

    void writeTransition(const model::Transition& transition)
    {
        writer_.open("transition").attribute("xml:id", transition.id);
        writer_.attribute("type", transition.type);
        writeIfAny(writer_, "subtype", transition.subtype);
        writer_.attribute("dur", formatClock(transition.duration));
        if (transition.reversed) {
            writer_.attribute("direction", "reverse");
        }
        if (transition.startProgress > 0) {
            writer_.attribute("startProgress", smilNumber(transition.startProgress));
        }
        if (transition.endProgress < 1) {
            writer_.attribute("endProgress", smilNumber(transition.endProgress));
        }
        writer_.attribute("fadeColor", transition.fadeColor).close();
    }

    void writeMedia(const model::TimeNode& node, const model::Media& media)
    {
        const bool inlineText = media.kind == model::MediaKind::kText && media.source.empty();
        writer_.open(inlineText ? "smilText" : elementFor(media.kind));
        writeIfAny(writer_, "src", media.written.empty() ? media.source : media.written);
        const bool nameless = media.type.empty() && media.kind == model::MediaKind::kSlide;
        writeIfAny(writer_, "type", nameless ? std::string(kSlideType) : media.type);
        writeIfAny(writer_, "region", media.region);
        writeTiming(writer_, node);
        writeCondition(writer_, node.condition);
        if (media.fit) {
            writer_.attribute("fit", nameOf(*media.fit));
        }
        writeAlign(media.align);
        writeSound(media);
        if (media.clipBegin) {
            writer_.attribute("clipBegin", formatClock(*media.clipBegin));
        }
        if (media.clipEnd) {
            writer_.attribute("clipEnd", formatClock(*media.clipEnd));
        }
        writeIfAny(writer_, "transIn", media.transIn);
        writeIfAny(writer_, "transOut", media.transOut);
        writeIfAny(writer_, inlineText ? "textColor" : "color", media.color);
        if (media.crawls) {
            writer_.attribute("textMode", "crawl");
        }
        writeContent(media);
        writer_.close();
    }

    void writeSound(const model::Media& media)
    {
        const bool canSound = media.kind == model::MediaKind::kVideo ||
                              media.kind == model::MediaKind::kAudio || media.soundLevel > 0;
        if (canSound && media.soundLevel > 0) {
            writer_.attribute("soundLevel", smilNumber(media.soundLevel * 100) + "%");
        }
        writeSoundAlign(writer_, media.soundAlign);
    }

    void writeContent(const model::Media& media)
    {
        for (const auto& param : media.params) {
            writer_.open("param")
                .attribute("name", param.name)
                .attribute("value", param.value)
                .close();
        }
        if (!media.text.empty()) {
            writer_.text(media.text);
        }
    }

    void writeNode(const model::TimeNode& node, std::string_view name)
    {
        if (const auto* media = std::get_if<model::Media>(&node.body)) {
            return writeMedia(node, *media);
        }
        const auto& container = std::get<model::Container>(node.body);
        writer_.open(name);
        writeTiming(writer_, node);
        writeCondition(writer_, node.condition);
        if (container.shuffle) {
            writeShuffle(writer_, *container.shuffle);
        }
        std::size_t next = 0;
        for (const auto& priority : container.classes) {
            writeClass(priority);
            for (std::size_t i = 0; i < priority.size && next < container.children.size(); ++i) {
                writeChild(container.children[next++]);
            }
            writer_.close();
        }
        while (next < container.children.size()) {
            writeChild(container.children[next++]);
        }
        writer_.close();
    }

    void writeChild(const model::TimeNode& child)
    {
        const auto* container = std::get_if<model::Container>(&child.body);
        static constexpr std::array<std::string_view, 4> kNames{"seq", "par", "excl", "switch"};
        writeNode(
            child, container == nullptr ? "" : kNames[static_cast<std::size_t>(container->kind)]);
    }

    void writeClass(const model::PriorityClass& priority)
    {
        using Class = model::PriorityClass;
        static constexpr std::array<std::pair<Class::Peers, std::string_view>, 4> kPeers{{
            {Class::Peers::kStop, "stop"},
            {Class::Peers::kPause, "pause"},
            {Class::Peers::kDefer, "defer"},
            {Class::Peers::kNever, "never"},
        }};
        static constexpr std::array<std::pair<Class::PauseDisplay, std::string_view>, 3> kDisplays{{
            {Class::PauseDisplay::kDisable, "disable"},
            {Class::PauseDisplay::kHide, "hide"},
            {Class::PauseDisplay::kShow, "show"},
        }};
        writer_.open("priorityClass");
        writeWord(writer_, "peers", priority.peers, kPeers);
        writer_.attribute("higher", priority.higher == Class::Higher::kStop ? "stop" : "pause")
            .attribute("lower", priority.lower == Class::Lower::kNever ? "never" : "defer");
        writeWord(writer_, "pauseDisplay", priority.pauseDisplay, kDisplays);
    }

    const model::Playlist& playlist_;
    Writer writer_;
    std::vector<model::Alignment> points_;
};

} // namespace

std::string writeSmil(const model::Playlist& playlist)
{
    return SmilWriter(playlist).run();
}

} // namespace jtv::xml

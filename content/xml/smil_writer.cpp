// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlist → SMIL 3.0 text.
#include "content/xml/smil.h"
#include "content/xml/smil_timing.h"
#include "content/xml/writer.h"

#include <cmath>
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

// Without an exponent, which neither lengths nor counts may have.
std::string number(double value)
{
    auto text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

void writeLength(Writer& writer, std::string_view name, const std::optional<model::Length>& length)
{
    if (length) {
        writer.attribute(name, number(length->value) + (length->percent ? "%" : ""));
    }
}

void writeRegion(Writer& writer, const model::Region& region)
{
    writer.open("region").attribute("regionName", region.id);
    writeLength(writer, "left", region.left);
    writeLength(writer, "top", region.top);
    writeLength(writer, "right", region.right);
    writeLength(writer, "bottom", region.bottom);
    writeLength(writer, "width", region.width);
    writeLength(writer, "height", region.height);
    writer.attribute("z-index", std::to_string(region.zIndex)).attribute("fit", nameOf(region.fit));
    if (!region.backgroundColor.empty()) {
        writer.attribute("backgroundColor", region.backgroundColor);
    }
    writer.close();
}

void writeHead(Writer& writer, const model::Playlist& playlist)
{
    writer.open("head");
    if (!playlist.title.empty()) {
        writer.open("meta").attribute("name", "title").attribute("content", playlist.title).close();
    }
    const auto& layout = playlist.layout;
    writer.open("layout")
        .open("root-layout")
        .attribute("width", std::to_string(layout.width))
        .attribute("height", std::to_string(layout.height))
        .attribute("backgroundColor", layout.backgroundColor)
        .close();
    for (const auto& region : layout.regions) {
        writeRegion(writer, region);
    }
    writer.close().close();
}

void writeTimes(Writer& writer, std::string_view name, const std::vector<model::TimeValue>& times)
{
    for (const auto& time : times) {
        if (const auto* offset = std::get_if<model::OffsetTime>(&time)) {
            writer.attribute(name, formatClock(offset->offset));
        }
    }
}

void writeTiming(Writer& writer, const model::TimeNode& node)
{
    const auto& timing = node.timing;
    if (!node.id.empty()) {
        writer.attribute("xml:id", node.id);
    }
    writeTimes(writer, "begin", timing.begin);
    writeTimes(writer, "end", timing.end);
    switch (timing.dur.kind) {
    case model::Duration::Kind::kUnset:
        break;
    case model::Duration::Kind::kClock:
        writer.attribute("dur", formatClock(timing.dur.value));
        break;
    case model::Duration::Kind::kMedia:
        writer.attribute("dur", "media");
        break;
    case model::Duration::Kind::kIndefinite:
        writer.attribute("dur", "indefinite");
        break;
    }
    if (timing.repeatCount) {
        writer.attribute(
            "repeatCount",
            std::isinf(*timing.repeatCount) ? "indefinite" : number(*timing.repeatCount));
    }
}

void writeMedia(Writer& writer, const model::TimeNode& node, const model::Media& media)
{
    writer.open(elementFor(media.kind)).attribute("src", media.source);
    const bool nameless = media.type.empty() && media.kind == model::MediaKind::kSlide;
    if (nameless || !media.type.empty()) {
        writer.attribute("type", nameless ? kSlideType : media.type);
    }
    if (!media.region.empty()) {
        writer.attribute("region", media.region);
    }
    writeTiming(writer, node);
    if (media.fit) {
        writer.attribute("fit", nameOf(*media.fit));
    }
    if (media.soundLevel > 0) {
        writer.attribute("soundLevel", number(media.soundLevel * 100) + "%");
    }
    writer.close();
}

void writeNode(Writer& writer, const model::TimeNode& node, std::string_view containerName)
{
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        return writeMedia(writer, node, *media);
    }
    writer.open(containerName);
    writeTiming(writer, node);
    for (const auto& child : std::get<model::Container>(node.body).children) {
        const auto* container = std::get_if<model::Container>(&child.body);
        const bool isPar = container != nullptr && container->kind == model::Container::Kind::kPar;
        writeNode(writer, child, isPar ? "par" : "seq");
    }
    writer.close();
}

} // namespace

std::string writeSmil(const model::Playlist& playlist)
{
    Writer writer;
    writer.open("smil").attribute("xmlns", kSmilNamespace).attribute("version", "3.0");
    writeHead(writer, playlist);
    writeNode(writer, playlist.body, "body");
    writer.close();
    return writer.finish();
}

} // namespace jtv::xml

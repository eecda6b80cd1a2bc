// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A track as a WebVTT file.
#include "content/captions/webvtt_writer.h"

#include "content/captions/captions.h"
#include "content/captions/colours.h"
#include "content/captions/references.h"
#include "content/captions/timestamp.h"

#include <fmt/format.h>

namespace jtv::captions {
namespace {

std::string_view wordOf(model::CaptionAlign align)
{
    switch (align) {
    case model::CaptionAlign::kStart:
        return "start";
    case model::CaptionAlign::kEnd:
        return "end";
    case model::CaptionAlign::kLeft:
        return "left";
    case model::CaptionAlign::kRight:
        return "right";
    case model::CaptionAlign::kCentre:
        break;
    }
    return "center";
}

std::string_view wordOf(model::CaptionLineAlign align)
{
    switch (align) {
    case model::CaptionLineAlign::kCentre:
        return ",center";
    case model::CaptionLineAlign::kEnd:
        return ",end";
    case model::CaptionLineAlign::kStart:
        break;
    }
    return "";
}

std::string_view wordOf(model::CaptionPositionAlign align)
{
    switch (align) {
    case model::CaptionPositionAlign::kLineLeft:
        return ",line-left";
    case model::CaptionPositionAlign::kCentre:
        return ",center";
    case model::CaptionPositionAlign::kLineRight:
        return ",line-right";
    case model::CaptionPositionAlign::kAuto:
        break;
    }
    return "";
}

// Without an exponent, which WebVTT does not know.
std::string decimal(double value)
{
    auto text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

std::string settingsOf(const model::CaptionPlace& place)
{
    std::string out;
    if (place.writing != model::CaptionWriting::kHorizontal) {
        out +=
            place.writing == model::CaptionWriting::kGrowingLeft ? " vertical:rl" : " vertical:lr";
    }
    if (place.line) {
        out += fmt::format(
            " line:{}{}{}",
            decimal(*place.line),
            place.snapToLines ? "" : "%",
            wordOf(place.lineAlign));
    }
    if (place.position) {
        out +=
            fmt::format(" position:{}%{}", decimal(*place.position), wordOf(place.positionAlign));
    }
    if (place.size != 100) {
        out += fmt::format(" size:{}%", decimal(place.size));
    }
    if (place.align != model::CaptionAlign::kCentre) {
        out += fmt::format(" align:{}", wordOf(place.align));
    }
    if (!place.region.empty()) {
        out += fmt::format(" region:{}", place.region);
    }
    return out;
}

std::string regionText(const model::CaptionRegion& region)
{
    return fmt::format(
        "\nREGION\n{}width:{}% lines:{}\nregionanchor:{}%,{}% viewportanchor:{}%,{}%\n{}",
        region.id.empty() ? std::string() : fmt::format("id:{} ", region.id),
        decimal(region.width),
        region.lines,
        decimal(region.anchorX),
        decimal(region.anchorY),
        decimal(region.viewportX),
        decimal(region.viewportY),
        region.scrolls ? "scroll:up\n" : "");
}

std::string spanText(const model::CaptionSpan& span)
{
    std::string open;
    std::string close;
    const auto wrap = [&](const std::string& name, const std::string& begin) {
        open += "<" + begin + ">";
        close.insert(0, "</" + name + ">");
    };
    if (!span.voice.empty()) {
        wrap("v", "v " + escaped(span.voice));
    }
    if (!span.language.empty()) {
        wrap("lang", "lang " + escaped(span.language));
    }
    if (span.colour != model::CaptionColour::kNone) {
        wrap("c", fmt::format("c.{}", nameOf(span.colour)));
    }
    if (span.bold) {
        wrap("b", "b");
    }
    if (span.italic) {
        wrap("i", "i");
    }
    if (span.underline) {
        wrap("u", "u");
    }
    if (span.ruby.empty()) {
        return open + escaped(span.text) + close;
    }
    return open + "<ruby>" + escaped(span.text) + "<rt>" + escaped(span.ruby) + "</rt></ruby>" +
           close;
}

} // namespace

std::string cueText(const std::vector<model::CaptionLine>& lines)
{
    std::string out;
    std::optional<Milliseconds> from;
    for (const auto& line : lines) {
        for (const auto& span : line) {
            if (span.from && span.from != from) {
                out += fmt::format("<{}>", timestampText(*span.from));
                from = span.from;
            }
            out += spanText(span);
        }
        out += '\n';
    }
    return out;
}

std::string writeWebVtt(const model::CaptionTrack& track)
{
    std::string out = "WEBVTT\n";
    for (const auto& region : track.regions) {
        out += regionText(region);
    }
    for (const auto& caption : track.captions) {
        out += '\n';
        if (!caption.id.empty()) {
            out += caption.id + '\n';
        }
        out += fmt::format(
            "{} --> {}{}\n",
            timestampText(caption.begin),
            timestampText(caption.end),
            settingsOf(caption.place));
        out += cueText(caption.lines);
    }
    return out;
}

} // namespace jtv::captions

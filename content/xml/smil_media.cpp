// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kind of a medium follows from its element, its type and, as the last resort, its name's
// ending.
#include "content/xml/smil_media.h"

#include "base/ascii.h"
#include "content/xml/smil.h"
#include "content/xml/smil_sound.h"
#include "content/xml/smil_timing.h"
#include "content/xml/smil_transition.h"
#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::MediaKind;

// "video/mp4; codecs=…" → "video/mp4"
std::string bareType(std::string_view type)
{
    auto bare = lowered(type.substr(0, type.find(';')));
    std::erase(bare, ' ');
    return bare;
}

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

std::optional<MediaKind> kindByType(std::string_view type)
{
    if (type == kSlideType) {
        return MediaKind::kSlide;
    }
    if (startsWith(type, "video/")) {
        return MediaKind::kVideo;
    }
    if (startsWith(type, "audio/")) {
        return MediaKind::kAudio;
    }
    if (type == "text/plain") {
        return MediaKind::kText;
    }
    return startsWith(type, "image/") ? std::optional(MediaKind::kImage) : std::nullopt;
}

std::optional<MediaKind> kindByName(std::string_view source)
{
    static constexpr std::array<std::pair<std::string_view, MediaKind>, 27> kEndings{{
        {"mp4", MediaKind::kVideo},  {"m4v", MediaKind::kVideo},  {"mov", MediaKind::kVideo},
        {"mkv", MediaKind::kVideo},  {"webm", MediaKind::kVideo}, {"avi", MediaKind::kVideo},
        {"mpg", MediaKind::kVideo},  {"mpeg", MediaKind::kVideo}, {"ogv", MediaKind::kVideo},
        {"ts", MediaKind::kVideo},   {"m2ts", MediaKind::kVideo}, {"wmv", MediaKind::kVideo},
        {"3gp", MediaKind::kVideo},  {"jpg", MediaKind::kImage},  {"jpeg", MediaKind::kImage},
        {"png", MediaKind::kImage},  {"webp", MediaKind::kImage}, {"gif", MediaKind::kImage},
        {"bmp", MediaKind::kImage},  {"mp3", MediaKind::kAudio},  {"m4a", MediaKind::kAudio},
        {"wav", MediaKind::kAudio},  {"ogg", MediaKind::kAudio},  {"oga", MediaKind::kAudio},
        {"opus", MediaKind::kAudio}, {"flac", MediaKind::kAudio}, {"txt", MediaKind::kText},
    }};
    const auto path = source.substr(0, source.find_first_of("?#"));
    const auto dot = path.rfind('.');
    const auto ending = lowered(dot == std::string_view::npos ? "" : path.substr(dot + 1));
    const auto* found = std::find_if(
        kEndings.begin(), kEndings.end(), [&](const auto& entry) { return entry.first == ending; });
    return found == kEndings.end() ? std::nullopt : std::optional(found->second);
}

std::optional<MediaKind> kindByElement(std::string_view name)
{
    if (name == "video") {
        return MediaKind::kVideo;
    }
    if (name == "img") {
        return MediaKind::kImage;
    }
    if (name == "brush") {
        return MediaKind::kBrush;
    }
    if (name == "smilText") {
        return MediaKind::kText;
    }
    return name == "audio" ? std::optional(MediaKind::kAudio) : std::nullopt;
}

std::optional<MediaKind>
kindOf(const Element& element, const model::Media& media, SmilRemarks& remarks)
{
    const auto type = bareType(media.type);
    const auto byElement = kindByElement(element.name());
    if (type.empty()) {
        const auto kind = byElement ? byElement : kindByName(media.source);
        if (!kind) {
            remarks.error(
                element,
                fmt::format(
                    "<{}> is skipped: nothing says what \"{}\" is; write its type, for example "
                    "type=\"video/mp4\"",
                    element.name(),
                    media.source));
        }
        return kind;
    }
    const auto byType = kindByType(type);
    if (!byType) {
        remarks.error(
            element,
            fmt::format(
                "<{}> is skipped: media of type \"{}\" are not played by this version; use a "
                "video, a "
                "picture or a slide",
                element.name(),
                media.type));
    } else if (byElement && *byType != *byElement && *byType != MediaKind::kSlide) {
        remarks.warning(
            element,
            fmt::format(
                "<{}> with type=\"{}\" is played as its type says", element.name(), media.type));
    }
    return byType;
}

void readClip(const Element& element, model::Media& media, SmilRemarks& remarks)
{
    for (const auto& [names, clip] :
         {std::pair{std::array{"clipBegin", "clip-begin"}, &media.clipBegin},
          std::pair{std::array{"clipEnd", "clip-end"}, &media.clipEnd}}) {
        for (const auto* name : names) {
            const auto text = element.attribute(name);
            if (!text) {
                continue;
            }
            *clip = parseClip(*text);
            if (!*clip) {
                remarks.error(
                    element,
                    fmt::format(
                        "{}=\"{}\" is not a time and has no effect; write for example 10s",
                        name,
                        *text));
            }
        }
    }
    if (media.clipEnd && *media.clipEnd <= media.clipBegin.value_or(Milliseconds(0))) {
        remarks.error(
            element, "clipEnd is not after clipBegin and has no effect; write a later one");
        media.clipEnd.reset();
    }
}

// "{name}" in a source stands for a value of the head [SMIL 3.0 State, 13.7].
void fillIn(
    const Element& element, const model::StateData& data, model::Media& media, SmilRemarks& remarks)
{
    std::string filled;
    std::string_view rest = media.source;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        const auto close = open == std::string_view::npos ? open : rest.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        const auto name = rest.substr(open + 1, close - open - 1);
        filled += rest.substr(0, open);
        if (const auto found = data.find(trim(name)); found != data.end()) {
            filled += found->second;
        } else {
            filled += rest.substr(open, close + 1 - open);
            remarks.warning(
                element,
                fmt::format(
                    "{{{}}} is not in the <state> of the head and is taken as it is written; if "
                    "it is no part of the name, write its value there",
                    name));
        }
        rest.remove_prefix(close + 1);
    }
    filled += rest;
    if (filled != media.source) {
        media.written = std::exchange(media.source, std::move(filled));
    }
}

void readParams(const Element& element, model::Media& media)
{
    for (const auto& param : element.children("param")) {
        media.params.push_back(
            {param.attribute("name").value_or(""), param.attribute("value").value_or("")});
    }
}

// What is said by an attribute, or by a <param> of the same name.
std::string said(const Element& element, const model::Media& media, std::string_view name)
{
    auto text = element.attribute(name);
    for (const auto& param : media.params) {
        if (!text && param.name == name) {
            text = param.value;
        }
    }
    return text.value_or("");
}

void readColour(
    const Element& element, std::string_view name, model::Media& media, SmilRemarks& remarks)
{
    const auto written = said(element, media, name);
    if (written.empty()) {
        return;
    }
    if (const auto colour = parseColor(written)) {
        media.color = *colour;
    } else {
        remarks.error(
            element, fmt::format("the colour \"{}\" is not known; write it as #rrggbb", written));
    }
}

// The words between the tags; time codes and styles in them have no effect.
void readInlineText(const Element& element, model::Media& media, SmilRemarks& remarks)
{
    media.text = element.plainText();
    for (const auto& child : element.children()) {
        if (!isOneOf(child.name(), {"span", "br", "p", "div", "param"})) {
            remarks.warning(
                child,
                fmt::format("<{}> in <smilText> has no effect, its text is shown", child.name()));
        }
    }
}

void readText(const Element& element, model::Media& media, SmilRemarks& remarks)
{
    readColour(element, element.name() == "text" ? "color" : "textColor", media, remarks);
    const auto mode = said(element, media, "textMode");
    media.crawls = mode == "crawl";
    if (!isOneOf(mode, {"", "crawl", "append", "replace"})) {
        remarks.warning(
            element,
            fmt::format(
                "textMode=\"{}\" is shown as one page of text; write crawl for a ticker", mode));
    }
}

std::optional<model::Media>
readBrush(const Element& element, model::Media media, SmilRemarks& remarks)
{
    readColour(element, "color", media, remarks);
    if (media.color.empty()) {
        remarks.error(
            element,
            "<brush> is skipped: it has no colour that can be shown; write color=\"#rrggbb\"");
        return std::nullopt;
    }
    return media;
}

bool isWebPage(const Element& element, const model::Media& media)
{
    return bareType(media.type) == "text/html" ||
           (element.name() == "text" && media.type.empty() &&
            startsWith(lowered(media.source), "http") && !kindByName(media.source));
}

// The kind, and what only one kind has. False: it will not play.
bool readKind(const Element& element, model::Media& media, SmilRemarks& remarks)
{
    if (isWebPage(element, media)) {
        remarks.error(
            element,
            fmt::format(
                "<{}> is skipped: web pages such as \"{}\" are not shown; make it a slide",
                element.name(),
                media.source));
        return false;
    }
    const bool plainText = element.name() == "text" && media.type.empty();
    const auto kind = plainText ? std::optional(kindByName(media.source).value_or(MediaKind::kText))
                                : kindOf(element, media, remarks);
    if (!kind) {
        return false;
    }
    media.kind = *kind;
    if (media.kind == MediaKind::kText) {
        readText(element, media, remarks);
    }
    return true;
}

void readLook(
    const Element& element, const MediaContext& context, model::Media& media, SmilRemarks& remarks)
{
    const auto region = element.attribute("region").value_or("");
    if (const auto found = context.layout.names.find(region); found != context.layout.names.end()) {
        media.region = found->second;
    } else if (!region.empty()) {
        remarks.error(
            element,
            fmt::format(
                "there is no region \"{}\" in the layout; it plays on the whole screen, correct "
                "the name",
                region));
    }
    media.fit = readFit(element, remarks);
    media.align = readAlignment(element, context.layout.points, remarks);
    media.transIn = readTransitionName(element, "transIn", context.transitions, remarks);
    media.transOut = readTransitionName(element, "transOut", context.transitions, remarks);
}

void readSound(
    const Element& element, const MediaContext& context, model::Media& media, SmilRemarks& remarks)
{
    const auto& regions = context.layout.layout.regions;
    const auto around = std::find_if(regions.begin(), regions.end(), [&](const auto& region) {
        return !media.region.empty() && region.id == media.region;
    });
    auto level = readSoundLevel(element, remarks);
    media.soundAlign = readSoundAlign(element, remarks);
    if (around != regions.end()) {
        level = level ? level : around->soundLevel;
        media.soundAlign = media.soundAlign ? media.soundAlign : around->soundAlign;
    }
    media.soundLevel = level.value_or(0);
}

} // namespace

bool isMediaElement(std::string_view name)
{
    return kindByElement(name).has_value() || isOneOf(name, {"ref", "text"});
}

bool isMediaAttribute(std::string_view name)
{
    return isOneOf(
        name,
        {"src",
         "type",
         "region",
         "fit",
         "mediaAlign",
         "regPoint",
         "regAlign",
         "soundLevel",
         "soundAlign",
         "clipBegin",
         "clipEnd",
         "clip-begin",
         "clip-end",
         "transIn",
         "transOut",
         "color",
         "textColor",
         "textMode"});
}

std::optional<model::Media>
readMediaBody(const Element& element, const MediaContext& context, SmilRemarks& remarks)
{
    model::Media media;
    media.source = element.attribute("src").value_or("");
    fillIn(element, context.data, media, remarks);
    media.type = element.attribute("type").value_or("");
    readParams(element, media);
    readLook(element, context, media, remarks);
    if (element.name() == "brush") {
        media.kind = MediaKind::kBrush;
        return readBrush(element, std::move(media), remarks);
    }
    if (element.name() == "smilText") {
        media.kind = MediaKind::kText;
        readInlineText(element, media, remarks);
        readText(element, media, remarks);
        return media;
    }
    if (media.source.empty()) {
        remarks.error(
            element, fmt::format("<{}> is skipped: it has no src; write one", element.name()));
        return std::nullopt;
    }
    if (!readKind(element, media, remarks)) {
        return std::nullopt;
    }
    readSound(element, context, media, remarks);
    readClip(element, media, remarks);
    return media;
}

} // namespace jtv::xml

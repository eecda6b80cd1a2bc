// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The kind of a medium follows from its element, its type and, as the last resort, its name's
// ending.
#include "content/xml/smil_media.h"

#include "content/xml/smil.h"
#include "content/xml/smil_layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::MediaKind;

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return lower;
}

// "video/mp4; codecs=…" → "video/mp4"
std::string bareType(std::string_view type)
{
    auto bare = lowerCase(type.substr(0, type.find(';')));
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
    return startsWith(type, "image/") ? std::optional(MediaKind::kImage) : std::nullopt;
}

std::optional<MediaKind> kindByName(std::string_view source)
{
    static constexpr std::array<std::pair<std::string_view, MediaKind>, 26> kEndings{{
        {"mp4", MediaKind::kVideo},  {"m4v", MediaKind::kVideo},  {"mov", MediaKind::kVideo},
        {"mkv", MediaKind::kVideo},  {"webm", MediaKind::kVideo}, {"avi", MediaKind::kVideo},
        {"mpg", MediaKind::kVideo},  {"mpeg", MediaKind::kVideo}, {"ogv", MediaKind::kVideo},
        {"ts", MediaKind::kVideo},   {"m2ts", MediaKind::kVideo}, {"wmv", MediaKind::kVideo},
        {"3gp", MediaKind::kVideo},  {"jpg", MediaKind::kImage},  {"jpeg", MediaKind::kImage},
        {"png", MediaKind::kImage},  {"webp", MediaKind::kImage}, {"gif", MediaKind::kImage},
        {"bmp", MediaKind::kImage},  {"mp3", MediaKind::kAudio},  {"m4a", MediaKind::kAudio},
        {"wav", MediaKind::kAudio},  {"ogg", MediaKind::kAudio},  {"oga", MediaKind::kAudio},
        {"opus", MediaKind::kAudio}, {"flac", MediaKind::kAudio},
    }};
    const auto path = source.substr(0, source.find_first_of("?#"));
    const auto dot = path.rfind('.');
    const auto ending = lowerCase(dot == std::string_view::npos ? "" : path.substr(dot + 1));
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

// "0%" … "100%"; louder than the recording is not offered.
double readSoundLevel(const Element& element, SmilRemarks& remarks)
{
    auto text = element.attribute("soundLevel");
    if (!text) {
        return 0;
    }
    std::erase(*text, ' ');
    double level = 0;
    const auto* end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, level, std::chars_format::fixed);
    const bool percent = parsed.ec == std::errc() && parsed.ptr + 1 == end && *parsed.ptr == '%';
    if (!percent || level < 0) {
        remarks.error(
            element,
            fmt::format(
                "soundLevel=\"{}\" is not known and it plays muted; write 0% to 100%", *text));
        return 0;
    }
    if (level > 100) {
        remarks.warning(element, fmt::format("soundLevel=\"{}\" is played as 100%", *text));
    }
    return std::min(level, 100.0) / 100;
}

} // namespace

bool isMediaElement(std::string_view name)
{
    return kindByElement(name).has_value() || name == "ref";
}

std::optional<model::Media> readMediaBody(const Element& element, SmilRemarks& remarks)
{
    model::Media media;
    media.source = element.attribute("src").value_or("");
    media.type = element.attribute("type").value_or("");
    if (media.source.empty()) {
        remarks.error(
            element, fmt::format("<{}> is skipped: it has no src; write one", element.name()));
        return std::nullopt;
    }
    const auto kind = kindOf(element, media, remarks);
    if (!kind) {
        return std::nullopt;
    }
    media.kind = *kind;
    media.fit = readFit(element, remarks);
    media.soundLevel = readSoundLevel(element, remarks);
    return media;
}

} // namespace jtv::xml

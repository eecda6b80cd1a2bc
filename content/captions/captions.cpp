// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which format it is, and the language in a file's name.
#include "content/captions/captions.h"

#include "base/file.h"
#include "content/captions/encoding.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::captions {

std::optional<Format> formatOf(std::string_view bytes)
{
    constexpr std::size_t kLook = 65'536;
    const auto decoded = decode(bytes.substr(0, kLook));
    const std::string_view text = decoded.text;
    if (text.starts_with("WEBVTT")) {
        return Format::kWebVtt;
    }
    const auto first = text.find_first_not_of(" \t\n");
    const auto start = first == std::string_view::npos ? std::string_view{} : text.substr(first);
    if (start.starts_with("[Script Info]") || start.starts_with("Dialogue:") ||
        text.find("\n[Events]") != std::string_view::npos) {
        return Format::kAss;
    }
    if (text.find("-->") != std::string_view::npos && text.find('<') != first) {
        return Format::kSubRip;
    }
    return std::nullopt;
}

Result<Read> parseCaptions(std::string_view bytes, const std::string& file)
{
    auto format = formatOf(bytes);
    if (!format) {
        const auto extension = std::filesystem::path(file).extension();
        format = extension == ".vtt"   ? std::optional(Format::kWebVtt)
                 : extension == ".srt" ? std::optional(Format::kSubRip)
                                       : std::nullopt;
    }
    if (!format) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "{}:1: this is no caption file that is read here; use WebVTT (.vtt), SubRip (.srt) "
                "or SubStation Alpha (.ass)",
                file)};
    }
    switch (*format) {
    case Format::kWebVtt:
        return parseWebVtt(bytes, file);
    case Format::kAss:
        return parseAss(bytes, file);
    case Format::kSubRip:
        break;
    }
    return parseSubRip(bytes, file);
}

Result<Read> readCaptions(const std::filesystem::path& path)
{
    auto bytes = readFile(path, kMaxBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return parseCaptions(*bytes, path.string());
}

std::optional<std::size_t>
bestLanguage(const std::vector<std::string>& tracks, const std::vector<std::string>& wanted)
{
    const auto primary = [](std::string_view tag) {
        std::string lower(tag.substr(0, tag.find_first_of("-_")));
        std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        return lower;
    };
    const auto find = [&](const auto& suits) -> std::optional<std::size_t> {
        const auto found = std::find_if(tracks.begin(), tracks.end(), suits);
        return found == tracks.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - tracks.begin()));
    };
    for (const auto& language : wanted) {
        if (const auto exact = find([&](const auto& track) { return track == language; })) {
            return exact;
        }
        if (const auto like =
                find([&](const auto& track) { return primary(track) == primary(language); })) {
            return like;
        }
    }
    const auto untold = find([](const auto& track) { return track.empty() || track == "und"; });
    return untold || tracks.empty() ? untold : std::optional<std::size_t>(0);
}

std::string languageOfName(const std::filesystem::path& path)
{
    constexpr std::size_t kLongest = 12; // "zh-Hant-TW"
    const auto tag = path.stem().extension().string();
    const auto subtag = tag.substr(0, tag.find('-'));
    const bool letters = std::all_of(tag.begin() + (tag.empty() ? 0 : 1), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
    return letters && subtag.size() >= 3 && subtag.size() <= 4 && tag.size() <= kLongest
               ? tag.substr(1)
               : std::string();
}

} // namespace jtv::captions

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Caption files become a track; what had to be repaired is told with file and line.
// Pure but for readCaptions(); any one thread.
#pragma once

#include "base/result.h"
#include "content/model/captions.h"
#include "content/model/playlist.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

// Hours of captions have some 100 KiB; a larger file is none.
inline constexpr std::size_t kMaxBytes = std::size_t{8} << 20U;
inline constexpr std::size_t kMaxRemarks = 200; // of one file

struct Read {
    model::CaptionTrack track;
    std::vector<model::Remark> remarks; // by line
};

// WebVTT by the parser's rules of the standard [webvtt1, 6.1 … 6.4]: what it passes over is told.
// Style sheets are not applied: captions look as the screen shows them. Errors: kInvalid when the
// first line is not WEBVTT.
Result<Read> parseWebVtt(std::string_view bytes, const std::string& file);

// SubRip as it is found: any numbering or none, comma or point, UTF-8, UTF-16 or Windows-1252.
// Errors: kInvalid when there is no time line at all.
Result<Read> parseSubRip(std::string_view bytes, const std::string& file);

// Advanced SubStation Alpha and its forerunner: the text with bold, italic, underline, and where it
// stands; nothing else of its styling. Errors: kInvalid when there is no event.
Result<Read> parseAss(std::string_view bytes, const std::string& file);

// Told by the content; nullopt when it is none of them.
enum class Format { kWebVtt, kSubRip, kAss };
std::optional<Format> formatOf(std::string_view bytes);

// Any of the three, told by the content, then by the name. `file` is for messages. Errors: as above, and kInvalid for anything else.
Result<Read> parseCaptions(std::string_view bytes, const std::string& file);
// Errors: those of reading the file, and as above.
Result<Read> readCaptions(const std::filesystem::path& path);

// The language in "video.de.vtt" or "video.pt-BR.srt"; empty when there is none.
std::string languageOfName(const std::filesystem::path& path);

// Which of the tracks suits a screen: the first of its languages that one has, whatever the country;
// else one that does not tell its language, else the first. nullopt: there are none.
std::optional<std::size_t>
bestLanguage(const std::vector<std::string>& tracks, const std::vector<std::string>& wanted);

// The text of one caption, as streams carry it.
std::vector<model::CaptionLine> parseCueText(std::string_view webVtt);
std::vector<model::CaptionLine> parseSubRipText(std::string_view text);

// WebVTT that parseWebVtt() reads back as the same track (its language is not part of the file).
std::string writeWebVtt(const model::CaptionTrack& track);

} // namespace jtv::captions

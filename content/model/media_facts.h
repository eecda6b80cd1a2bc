// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is inside a video or picture file, as content/ingest found out.
#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace jtv::model {

struct VideoFacts {
    std::string codec;   // as ffprobe writes it: h264, hevc, vp8, vp9, av1, mjpeg, png, …
    std::string profile; // as ffprobe writes it: High, Main 10, …; empty = none or unknown
    std::string level;   // "4.1"; empty = none or unknown
    int width = 0;       // px as coded, before rotation
    int height = 0;      // px as coded, before rotation
    double fps = 0;      // average; 0 = a still picture or unknown
    int rotation = 0;    // degrees clockwise to turn the picture upright: 0, 90, 180, 270
    int bitDepth = 8;    // bits a colour component
    std::string hdr;     // "", "hdr10" (PQ) or "hlg"
    bool interlaced = false;
    bool fullRange = false; // black is 0 and not 16
    double pixelAspect = 1; // width of a pixel by its height
};

struct AudioFacts {
    std::string codec; // as ffprobe writes it: aac, mp3, opus, vorbis, …
    int channels = 0;
    int sampleRate = 0;                 // Hz
    std::optional<double> loudnessLufs; // EBU R 128 integrated; nullopt = not measured, or silent
    bool silent = false;                // measured, and nothing is heard (below -70 LUFS)
};

// Which boards' decoders take the video in hardware.
struct BoardSupport {
    bool pi3 = false;
    bool pi4 = false;
    bool pi5 = false;
    bool vaapi = false;
};

// How often a film flashes in its worst second, by the thresholds of WCAG 2.1, 2.3.1.
struct Flashes {
    int most = 0;       // 3 is the most that is allowed
    Milliseconds at{0}; // where that second begins
};

enum class FileKind { kVideo, kImage };

struct MediaFacts {
    FileKind kind = FileKind::kVideo;
    std::string container; // mp4, mov, matroska, webm, mpegts, ogg, avi, jpeg, png, webp, …
    std::string type;      // media type of the file: video/mp4, image/jpeg, …
    std::optional<VideoFacts> video; // of the picture when kind is kImage; always there
    std::optional<AudioFacts> audio; // of the first sound track
    std::optional<Milliseconds> duration;
    std::vector<std::string> captions; // language of each caption track; "und" = not told
    BoardSupport boards;
    std::optional<Flashes> flashes; // nullopt = not measured
    bool moves = false;             // an animated picture, of which only the first one is kept
};

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Two tables: the formats that are taken, and the ones that are refused with a reason of their own.
#include "content/ingest/sniff.h"

#include <algorithm>
#include <array>
#include <string>

namespace jtv::ingest {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
};

struct Taken {
    Signature signature;
    std::string_view second; // at offset 8, of RIFF
    Format format;
};

constexpr std::array kTaken{
    Taken{{0, "\x89PNG\r\n\x1a\n"sv}, "", Format::kPng},
    Taken{{0, "\xff\xd8\xff"sv}, "", Format::kJpeg},
    Taken{{0, "RIFF"sv}, "WEBP", Format::kWebp},
    Taken{{0, "GIF8"sv}, "", Format::kGif},
    Taken{{0, "%PDF-"sv}, "", Format::kPdf},
    Taken{{4, "ftyp"sv}, "heic", Format::kHeif},
    Taken{{4, "ftyp"sv}, "heix", Format::kHeif},
    Taken{{4, "ftyp"sv}, "mif1", Format::kHeif},
    Taken{{4, "ftyp"sv}, "msf1", Format::kHeif},
    Taken{{4, "ftyp"sv}, "avif", Format::kHeif},
    Taken{{4, "ftyp"sv}, "avis", Format::kHeif},
    Taken{{0, "RIFF"sv}, "AVI ", Format::kAvi},
    Taken{{0, "\x1a\x45\xdf\xa3"sv}, "", Format::kMatroska},
    Taken{{0, "OggS"sv}, "", Format::kOgg},
    Taken{{0, "\x00\x00\x01\xba"sv}, "", Format::kMpegPs},
    Taken{{0, "\x00\x00\x01\xb3"sv}, "", Format::kMpegVideo},
    Taken{{0, "\x00\x00\x00\x01"sv}, "", Format::kMpegVideo},
    Taken{{0, "FLV\x01"sv}, "", Format::kFlash},
    Taken{{0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv}, "", Format::kWindowsMedia},
    Taken{{4, "ftyp"sv}, "", Format::kIsoMedia},
    Taken{{4, "moov"sv}, "", Format::kIsoMedia},
    Taken{{4, "mdat"sv}, "", Format::kIsoMedia},
    Taken{{4, "wide"sv}, "", Format::kIsoMedia},
    Taken{{4, "free"sv}, "", Format::kIsoMedia},
    Taken{{4, "skip"sv}, "", Format::kIsoMedia},
};

constexpr auto kArchive =
    "this is an archive; unpack it and upload the videos and pictures one by one";
constexpr auto kSound = "this is sound without a picture; upload a video";
constexpr auto kProgram = "this is a program, not a video or picture";
constexpr auto kMarkup = "this is HTML or other XML, which may hold scripts; save it as PNG";

constexpr auto kPresentation =
    "this is a presentation; export it as PDF or as PNG pictures (File, Export) and upload those";

struct Refused {
    Signature signature;
    std::string_view reason;
};

constexpr std::array kRefused{
    Refused{
        {0, "PK\x03\x04"sv},
        "this is an archive or an office document; upload videos and pictures (MP4, WebM, JPEG, "
        "PNG)"},
    Refused{
        {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv},
        "this is an office document; export its pages as PDF or as PNG pictures and upload those"},
    Refused{{0, "PK\x05\x06"sv}, kArchive},
    Refused{{0, "\x1f\x8b"sv}, kArchive},
    Refused{{0, "BZh"sv}, kArchive},
    Refused{
        {0,
         "\xfd"
         "7zXZ"sv},
        kArchive},
    Refused{{0, "7z\xbc\xaf\x27\x1c"sv}, kArchive},
    Refused{{0, "Rar!"sv}, kArchive},
    Refused{{0, "\x28\xb5\x2f\xfd"sv}, kArchive},
    Refused{{257, "ustar"sv}, kArchive},
    Refused{{0, "BM"sv}, "this is a BMP picture; save it as PNG"},
    Refused{{0, "II*\0"sv}, "this is a TIFF picture; save it as PNG or JPEG"},
    Refused{{0, "MM\0*"sv}, "this is a TIFF picture; save it as PNG or JPEG"},
    Refused{{8, "WAVE"sv}, kSound},
    Refused{{0, "ID3"sv}, kSound},
    Refused{{0, "fLaC"sv}, kSound},
    Refused{
        {0,
         "\x7f"
         "ELF"sv},
        kProgram},
    Refused{{0, "MZ"sv}, kProgram},
    Refused{{0, "#!"sv}, kProgram},
    Refused{{0, "#EXTM3U"sv}, "this is a list of addresses, not a video; upload the video itself"},
    Refused{{0, "WEBVTT"sv}, "these are captions; upload them together with their video"},
};

bool matches(std::string_view head, const Signature& signature)
{
    return head.size() >= signature.offset + signature.bytes.size() &&
           head.substr(signature.offset, signature.bytes.size()) == signature.bytes;
}

// Packets of 188 bytes, or of 192 with a time stamp before each.
bool isTransportStream(std::string_view head)
{
    for (const auto& [first, step] : {std::pair<std::size_t, std::size_t>{0, 188}, {4, 192}}) {
        bool all = head.size() > first + 3 * step;
        for (std::size_t packet = 0; all && packet < 4; ++packet) {
            all = head[first + packet * step] == 'G';
        }
        if (all) {
            return true;
        }
    }
    return false;
}

bool isMarkup(std::string_view head)
{
    constexpr auto kBom = "\xef\xbb\xbf"sv;
    if (head.starts_with(kBom)) {
        head.remove_prefix(kBom.size());
    }
    const auto start = head.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && head[start] == '<' && start + 1 < head.size() &&
           (head[start + 1] == '?' || head[start + 1] == '!' ||
            (head[start + 1] >= 'A' && head[start + 1] <= 'z'));
}

// SVG's root comes before any other element, behind declarations and comments.
bool isDrawing(std::string_view head)
{
    const auto root = head.find("<svg");
    const auto page = head.find("<html");
    return root != std::string_view::npos && root < page;
}

// OpenDocument says so in its first entry; Office Open XML has a folder ppt/; the older PowerPoint
// cannot be told from other documents of its time by its beginning.
bool isPresentation(std::string_view head)
{
    return head.starts_with("PK\x03\x04") &&
           (head.find("mimetypeapplication/vnd.oasis.opendocument.presentation") == 30 ||
            head.find("ppt/") != std::string_view::npos);
}

Error refuse(std::string_view reason)
{
    return Error{ErrorKind::kUnsupported, std::string(reason)};
}

} // namespace

Result<Format> sniff(std::string_view head)
{
    if (head.empty()) {
        return refuse("the file is empty; upload it again");
    }
    if (isPresentation(head)) {
        return refuse(kPresentation);
    }
    for (const auto& refused : kRefused) {
        if (matches(head, refused.signature)) {
            return refuse(refused.reason);
        }
    }
    if (isMarkup(head)) {
        return isDrawing(head) ? Result<Format>(Format::kSvg) : refuse(kMarkup);
    }
    for (const auto& taken : kTaken) {
        if (matches(head, taken.signature) &&
            (taken.second.empty() || matches(head, {8, taken.second}))) {
            return taken.format;
        }
    }
    if (isTransportStream(head)) {
        return Format::kMpegTs;
    }
    return refuse(
        "this is no video or picture that is known here; upload MP4, WebM, JPEG, PNG or PDF");
}

// They are the last of the list.
bool isPicture(Format format)
{
    return format >= Format::kPng;
}

} // namespace jtv::ingest

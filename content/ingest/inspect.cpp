// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// First the size and the first bytes, then the reader that fits.
#include "content/ingest/inspect.h"

#include "base/c_handle.h"
#include "base/file.h"
#include "content/ingest/discover.h"
#include "content/ingest/foreign_picture.h"
#include "content/ingest/sniff.h"
#include "content/picture/picture.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace jtv::ingest {
namespace fs = std::filesystem;
namespace {

struct Opened {
    UniqueFd fd;
    std::uint64_t size = 0;
    Format format = Format::kIsoMedia;
    bool quickTime = false; // Apple's own kind of kIsoMedia
};

Error tooLarge(std::uint64_t bytes)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format("the file is larger than {} MB; save it smaller", bytes / 1'000'000)};
}

Result<Opened> open(const fs::path& file, const Limits& limits)
{
    Opened opened{UniqueFd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), 0, {}, false};
    struct stat status {};
    if (!opened.fd || ::fstat(opened.fd.get(), &status) != 0) {
        return fileError(errno, "reading", file);
    }
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorKind::kInvalid, fmt::format("{} is not a file", file.string())};
    }
    opened.size = static_cast<std::uint64_t>(status.st_size);
    std::string head(kSniffBytes, '\0');
    const auto count = ::pread(opened.fd.get(), head.data(), head.size(), 0);
    if (count < 0) {
        return fileError(errno, "reading", file);
    }
    const auto format = sniff(std::string_view(head).substr(0, static_cast<std::size_t>(count)));
    if (!format) {
        return format.error();
    }
    opened.format = *format;
    opened.quickTime = *format == Format::kIsoMedia &&
                       (head.substr(4, 4) != "ftyp" || head.substr(8, 4) == "qt  ");
    const auto most = isPicture(*format) ? limits.imageBytes : limits.bytes;
    return opened.size <= most ? Result<Opened>(std::move(opened)) : tooLarge(most);
}

struct PictureWords {
    Format format;
    std::string_view container;
    const char* codec;
    const char* type;
};

constexpr PictureWords kPictureWords[] = {
    {Format::kPng, "png", "png", "image/png"},
    {Format::kJpeg, "jpeg", "mjpeg", "image/jpeg"},
    {Format::kWebp, "webp", "webp", "image/webp"},
    {Format::kGif, "gif", "gif", "image/gif"},
    {Format::kHeif, "heif", "heif", "image/heif"},
    {Format::kSvg, "svg", "svg", "image/svg+xml"},
    {Format::kPdf, "pdf", "pdf", "application/pdf"},
};

std::string_view containerOf(Format format)
{
    for (const auto& words : kPictureWords) {
        if (words.format == format) {
            return words.container;
        }
    }
    return "";
}

Result<Pixels> decode(std::string_view bytes, Format format, const Limits& limits)
{
    return isForeignPicture(format)
               ? decodeForeign(format, bytes, limits)
               : picture::decode(bytes, {limits.imagePixels, limits.imageBytes});
}

Result<model::MediaFacts>
videoFacts(const fs::path& file, const Opened& opened, const Limits& limits)
{
    auto facts = discover(file, limits);
    if (facts && opened.quickTime) {
        facts->container = "mov"; // GStreamer calls all of them mp4
        facts->type = "video/quicktime";
    }
    return facts;
}

} // namespace

model::MediaFacts pictureFacts(std::string_view container, int width, int height)
{
    model::MediaFacts facts;
    facts.kind = model::FileKind::kImage;
    facts.video.emplace();
    facts.video->width = width;
    facts.video->height = height;
    for (const auto& words : kPictureWords) {
        if (words.container == container) {
            facts.container = words.container;
            facts.type = words.type;
            facts.video->codec = words.codec;
        }
    }
    // Every board decodes pictures by its processor.
    facts.boards = {true, true, true, true};
    return facts;
}

Result<Pixels> decodePicture(const fs::path& file, const Limits& limits)
{
    const auto opened = open(file, limits);
    if (!opened) {
        return opened.error();
    }
    const auto bytes = readFile(file, limits.imageBytes);
    return bytes ? decode(*bytes, opened->format, limits) : Result<Pixels>(bytes.error());
}

Result<model::MediaFacts> inspect(const fs::path& file, const Limits& limits)
{
    const auto opened = open(file, limits);
    if (!opened) {
        return opened.error();
    }
    if (!isPicture(opened->format)) {
        return videoFacts(file, *opened, limits);
    }
    const auto bytes = readFile(file, limits.imageBytes);
    if (!bytes) {
        return bytes.error();
    }
    const auto pixels = decode(*bytes, opened->format, limits);
    if (!pixels) {
        return pixels.error();
    }
    auto facts = pictureFacts(containerOf(opened->format), pixels->width, pixels->height);
    facts.moves = pictureMoves(opened->format, *bytes);
    return facts;
}

} // namespace jtv::ingest

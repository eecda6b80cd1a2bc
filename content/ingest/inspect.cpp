// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// First the size and the first bytes, then the reader that fits.
#include "content/ingest/inspect.h"

#include "base/c_handle.h"
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "content/ingest/discover.h"
#include "content/ingest/sniff.h"
#include "content/picture/picture.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace jtv::ingest {
namespace fs = std::filesystem;
namespace {

constexpr int kJpegQuality = 92;

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
    const char* container;
    const char* codec;
    const char* type;
};

constexpr PictureWords kPictureWords[] = {
    {Format::kPng, "png", "png", "image/png"},
    {Format::kJpeg, "jpeg", "mjpeg", "image/jpeg"},
    {Format::kWebp, "webp", "webp", "image/webp"},
};

model::MediaFacts pictureFacts(Format format, int width, int height)
{
    model::MediaFacts facts;
    facts.kind = model::FileKind::kImage;
    facts.video.emplace();
    facts.video->width = width;
    facts.video->height = height;
    for (const auto& words : kPictureWords) {
        if (words.format == format) {
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
    const auto bytes = readFile(file, limits.imageBytes);
    if (!bytes) {
        return bytes.error();
    }
    return picture::decode(*bytes, {limits.imagePixels, limits.imageBytes});
}

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t alpha = 3; alpha < pixels.bgra.size(); alpha += 4) {
        if (pixels.bgra[alpha] != 0xff) {
            return false;
        }
    }
    return true;
}

Status writeAll(int fd, std::string_view bytes, const fs::path& file)
{
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return fileError(errno, "writing", file);
        }
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    return Done{};
}

// Copies `from` to `to` and gives the hash.
Result<std::string> copyHashed(int from, int to, const fs::path& target)
{
    crypto::Sha256 hash;
    std::vector<char> block(std::size_t{1} << 18U);
    while (true) {
        const auto count = ::read(from, block.data(), block.size());
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "reading", "the upload");
        }
        if (count == 0) {
            return hash.finishHex();
        }
        if (count > 0) {
            const std::string_view bytes(block.data(), static_cast<std::size_t>(count));
            hash.update(bytes);
            if (auto status = writeAll(to, bytes, target); !status) {
                return std::move(status).error();
            }
        }
    }
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

Result<Checked> checkVideo(const Opened& opened, model::MediaFacts facts, const fs::path& output)
{
    const auto part = output / "copy.part";
    const UniqueFd to(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!to) {
        return fileError(errno, "writing", part);
    }
    auto hash = copyHashed(opened.fd.get(), to.get(), part);
    if (!hash) {
        ::unlink(part.c_str());
        return std::move(hash).error();
    }
    const auto target = output / *hash;
    if (::fsync(to.get()) != 0 || ::rename(part.c_str(), target.c_str()) != 0) {
        return fileError(errno, "writing", target);
    }
    return Checked{target, *hash, opened.size, std::move(facts)};
}

Result<Checked>
checkPicture(const fs::path& file, Format format, const fs::path& output, const Limits& limits)
{
    const auto pixels = decodePicture(file, limits);
    if (!pixels) {
        return pixels.error();
    }
    // Photographs stay JPEG; what has sharp edges or see-through parts becomes PNG.
    const bool photograph = format != Format::kPng && isOpaque(*pixels);
    const auto bytes =
        photograph ? picture::encodeJpeg(*pixels, kJpegQuality) : picture::encodePng(*pixels);
    if (!bytes) {
        return bytes.error();
    }
    const auto hash = crypto::sha256Hex(*bytes);
    if (auto status = replaceFile(output / hash, *bytes); !status) {
        return std::move(status).error();
    }
    auto facts =
        pictureFacts(photograph ? Format::kJpeg : Format::kPng, pixels->width, pixels->height);
    return Checked{output / hash, hash, bytes->size(), std::move(facts)};
}

} // namespace

Result<model::MediaFacts> inspect(const fs::path& file, const Limits& limits)
{
    const auto opened = open(file, limits);
    if (!opened) {
        return opened.error();
    }
    if (!isPicture(opened->format)) {
        return videoFacts(file, *opened, limits);
    }
    const auto pixels = decodePicture(file, limits);
    if (!pixels) {
        return pixels.error();
    }
    return pictureFacts(opened->format, pixels->width, pixels->height);
}

Result<Checked> check(const fs::path& file, const fs::path& output, const Limits& limits)
{
    const auto opened = open(file, limits);
    if (!opened) {
        return opened.error();
    }
    if (isPicture(opened->format)) {
        return checkPicture(file, opened->format, output, limits);
    }
    auto facts = videoFacts(file, *opened, limits);
    if (!facts) {
        return std::move(facts).error();
    }
    return checkVideo(*opened, std::move(*facts), output);
}

} // namespace jtv::ingest

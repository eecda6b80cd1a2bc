// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files named on the command line become a playlist, and its sources files and slides.
#include "player/app/input.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/log.h"
#include "content/picture/picture.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"
#include "player/app/slide_document.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <string_view>

namespace jtv::app {
namespace {

constexpr Log kPlayLog{"play"};

enum class InputKind { kSmil, kSlide, kPicture, kVideo };

bool isWebAddress(std::string_view source)
{
    return source.find("://") != std::string_view::npos && !source.starts_with("file://");
}

Error webAddress(std::string_view source)
{
    return {
        ErrorKind::kUnsupported,
        fmt::format("{}: addresses of the web are not played; download the file first", source)};
}

// Told by the first bytes, not by the name: names are often wrong.
Result<InputKind> kindOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string start(8192, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (std::filesystem::is_directory(path)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("{}: this is a folder; name the files in it", path.string())};
    }
    if (start.empty()) {
        auto bytes = readFile(path, 1); // says why
        return bytes
                   ? Error{ErrorKind::kInvalid, fmt::format("{}: the file is empty; copy it again", path.string())}
                   : std::move(bytes).error();
    }
    if (start.find(xml::kSlideNamespace) != std::string::npos) {
        return InputKind::kSlide;
    }
    const auto lower = lowered(start.substr(0, 4096));
    const auto extension = path.extension().string();
    if (lower.find("<smil") != std::string::npos || extension == ".smil" || extension == ".smi") {
        return InputKind::kSmil;
    }
    if (picture::isPicture(start)) {
        return InputKind::kPicture;
    }
    return InputKind::kVideo;
}

model::TimeNode mediumOf(const std::string& file, InputKind kind)
{
    model::Media media;
    media.source = file;
    switch (kind) {
    case InputKind::kSlide:
        media.kind = model::MediaKind::kSlide;
        media.type = xml::kSlideType;
        break;
    case InputKind::kPicture:
        media.kind = model::MediaKind::kImage;
        break;
    case InputKind::kVideo:
    case InputKind::kSmil:
        media.kind = model::MediaKind::kVideo;
        break;
    }
    model::TimeNode node;
    node.place.file = file;
    node.body = std::move(media);
    return node;
}

Result<std::shared_ptr<const model::Playlist>> playlistFromSmil(const std::string& file)
{
    auto playlist = xml::readSmil(file);
    if (!playlist) {
        return std::move(playlist).error();
    }
    for (const auto& remark : playlist->remarks) {
        kPlayLog.warning("{}:{}: {}", remark.place.file, remark.place.line, remark.text);
    }
    return std::make_shared<const model::Playlist>(*std::move(playlist));
}

std::string withoutPercents(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const auto digits = text.substr(i, 3);
        if (digits.size() == 3 && digits[0] == '%' &&
            std::from_chars(digits.data() + 1, digits.data() + 3, value, 16).ptr ==
                digits.data() + 3) {
            plain += static_cast<char>(value);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

// A source is an address: file:, percent signs. But files are often named as they are on the disk.
std::filesystem::path pathOf(const std::filesystem::path& folder, std::string_view source)
{
    if (source.starts_with("file://")) {
        source.remove_prefix(7);
        return withoutPercents(source);
    }
    auto path = folder / source;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        if (auto plain = folder / withoutPercents(source);
            std::filesystem::exists(plain, ignored)) {
            return plain;
        }
    }
    return path;
}

Result<show::Source> readSlideAt(const std::filesystem::path& path)
{
    auto document = readSlideDocument(path, [&](const std::string& source) {
        return Result<std::filesystem::path>(pathOf(path.parent_path(), source));
    });
    return document ? Result<show::Source>(std::move(*document)) : std::move(document).error();
}

} // namespace

bool isPlaylist(const std::filesystem::path& file)
{
    const auto kind = kindOf(file);
    return kind && *kind == InputKind::kSmil;
}

std::filesystem::path folderOf(const std::vector<std::string>& files)
{
    const bool smil = files.size() == 1 && isPlaylist(files.front());
    return smil ? std::filesystem::path(files.front()).parent_path() : std::filesystem::path();
}

Result<std::shared_ptr<const model::Playlist>> playlistOf(const std::vector<std::string>& files)
{
    auto playlist = std::make_shared<model::Playlist>();
    playlist->layout.width = playlist->layout.height = 0; // the screen's own
    model::Container sequence;
    for (const auto& file : files) {
        if (isWebAddress(file)) {
            return webAddress(file);
        }
        auto kind = kindOf(file);
        if (!kind) {
            return std::move(kind).error();
        }
        if (*kind == InputKind::kSmil) {
            if (files.size() == 1) {
                return playlistFromSmil(file);
            }
            return Error{
                ErrorKind::kUnsupported,
                fmt::format("{}: a playlist is played alone; name only this file", file)};
        }
        sequence.children.push_back(mediumOf(file, *kind));
    }
    playlist->body.body = std::move(sequence);
    return std::shared_ptr<const model::Playlist>(std::move(playlist));
}

show::Resolve resolveIn(std::filesystem::path folder)
{
    return [folder = std::move(folder)](const model::Media& media) -> Result<show::Source> {
        if (isWebAddress(media.source)) {
            return webAddress(media.source);
        }
        auto path = pathOf(folder, media.source);
        if (media.kind == model::MediaKind::kSlide) {
            return readSlideAt(path);
        }
        return show::Source(std::move(path));
    };
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Sources of slides and themes are /blobs/SHA256.
#include "scheduler/library/slide_files.h"

#include "base/file.h"
#include "content/model/asset.h"
#include "content/picture/picture.h"
#include "content/store/blob_store.h"
#include "content/xml/theme.h"

#include <fmt/format.h>

namespace jtv::library {
namespace {

Result<std::filesystem::path> fileOf(const std::string& source, const store::BlobStore& blobs)
{
    const auto sha256 = model::blobOf(source);
    if (!sha256 || !blobs.has(*sha256)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "the slide's file {} is not in the library; upload it first and name it as "
                "/blobs/SHA256",
                source)};
    }
    return blobs.find(*sha256);
}

Result<model::Theme> themeAt(const std::string& source, const store::BlobStore& blobs)
{
    const auto file = fileOf(source, blobs);
    if (!file) {
        return file.error();
    }
    const auto bytes = readFile(*file, xml::kMaxThemeBytes);
    return bytes ? xml::readTheme(*bytes) : Result<model::Theme>(bytes.error());
}

std::optional<Pixels> pictureAt(const std::string& source, const store::BlobStore& blobs)
{
    if (source.empty()) {
        return std::nullopt;
    }
    const auto file = fileOf(source, blobs);
    if (!file) {
        return std::nullopt;
    }
    auto decoded = picture::readPicture(*file);
    return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

} // namespace

std::string titleOf(const model::Slide& slide)
{
    return slide.texts.empty() ? slide.id : slide.texts.front().title;
}

Result<std::vector<std::string>>
filesNeededBy(const model::Slide& slide, const store::BlobStore& blobs)
{
    auto sources = model::filesOf(slide);
    if (model::isThemeFile(slide.theme)) {
        const auto theme = themeAt(slide.theme, blobs);
        if (!theme) {
            return theme.error();
        }
        if (!theme->logo.empty()) {
            sources.push_back(theme->logo);
        }
    }
    std::vector<std::string> needed;
    needed.reserve(sources.size());
    for (const auto& source : sources) {
        if (const auto file = fileOf(source, blobs); !file) {
            return file.error();
        }
        needed.push_back(*model::blobOf(source));
    }
    return needed;
}

SlideMaterial
materialOf(const model::Slide& slide, const std::string& language, const store::BlobStore& blobs)
{
    SlideMaterial material;
    if (const auto* const text = model::textIn(slide, language)) {
        material.picture = pictureAt(model::pictureOf(slide, *text), blobs);
    }
    if (model::isThemeFile(slide.theme)) {
        if (auto theme = themeAt(slide.theme, blobs)) {
            material.logo = pictureAt(theme->logo, blobs);
            material.theme = std::move(*theme);
        }
    }
    return material;
}

} // namespace jtv::library

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Reads slide and theme; pictures stay files until they are drawn.
#include "player/app/slide_document.h"

#include "base/file.h"
#include "content/xml/slide.h"
#include "content/xml/theme.h"

namespace jtv::app {
namespace {

Status addFile(show::SlideDocument& document, const std::string& source, const FindFile& find)
{
    if (source.empty()) {
        return Done{};
    }
    auto file = find(source);
    if (!file) {
        return std::move(file).error();
    }
    document.files.insert_or_assign(source, std::move(*file));
    return Done{};
}

Status addTheme(show::SlideDocument& document, const std::string& source, const FindFile& find)
{
    const auto file = find(source);
    if (!file) {
        return file.error();
    }
    const auto bytes = readFile(*file, xml::kMaxThemeBytes);
    if (!bytes) {
        return bytes.error();
    }
    auto theme = xml::readTheme(*bytes, file->string());
    if (!theme) {
        return std::move(theme).error();
    }
    document.theme = std::make_shared<const model::Theme>(std::move(*theme));
    return addFile(document, document.theme->logo, find);
}

} // namespace

Result<show::SlideDocument>
readSlideDocument(const std::filesystem::path& path, const FindFile& find)
{
    const auto bytes = readFile(path, xml::kMaxSlideBytes);
    if (!bytes) {
        return bytes.error();
    }
    auto slide = xml::readSlide(*bytes, path.string());
    if (!slide) {
        return std::move(slide).error();
    }
    show::SlideDocument document;
    for (const auto& text : slide->texts) {
        if (auto added = addFile(document, model::pictureOf(*slide, text), find); !added) {
            return std::move(added).error();
        }
    }
    if (model::isThemeFile(slide->theme)) {
        if (auto added = addTheme(document, slide->theme, find); !added) {
            return std::move(added).error();
        }
    }
    document.slide = std::make_shared<const model::Slide>(std::move(*slide));
    return document;
}

} // namespace jtv::app

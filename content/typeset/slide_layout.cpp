// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Finds what a slide is drawn with and hands it to its template.
#include "content/typeset/slide_layout.h"

#include "content/model/language_tag.h"
#include "content/typeset/layouts.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::typeset {
namespace {

Status arrange(Scene& scene, const Page& page)
{
    switch (page.slide.kind) {
    case model::SlideTemplate::kTitleText:
    case model::SlideTemplate::kSteps:
    case model::SlideTemplate::kHours:
    case model::SlideTemplate::kSideBySide: // one language alone
        return layOutText(scene, page);
    case model::SlideTemplate::kNotice:
        return layOutNotice(scene, page);
    case model::SlideTemplate::kQr:
        return layOutQr(scene, page);
    case model::SlideTemplate::kPictureText:
        return layOutPictureText(scene, page);
    case model::SlideTemplate::kContact:
        return layOutContact(scene, page);
    case model::SlideTemplate::kMap:
        return layOutMap(scene, page);
    case model::SlideTemplate::kPicture:
        return layOutPicture(scene, page);
    }
    return Error{ErrorKind::kInternal, "the slide has no template"};
}

Result<std::vector<Page>>
pagesOf(const model::Slide& slide, std::string_view language, const Material& material)
{
    std::vector<Page> pages;
    for (const auto& tag : model::splitTags(language)) {
        const auto* const text = model::textIn(slide, tag);
        if (text == nullptr) {
            pages.clear();
            break;
        }
        pages.push_back({slide, *text, material});
    }
    if (pages.empty()) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format(
                "the slide has no text in {} ({}); add a translation or choose another language",
                nativeName(language),
                language)};
    }
    return pages;
}

Result<Scene> layOutPages(const std::vector<Page>& pages, const Target& target, const Theme& theme)
{
    auto scene = Scene::make(target, pages.front().text.language, theme);
    if (!scene) {
        return scene;
    }
    auto arranged =
        pages.size() > 1 ? layOutColumns(*scene, pages) : arrange(*scene, pages.front());
    return arranged ? std::move(scene) : Result<Scene>(std::move(arranged).error());
}

} // namespace

Result<Scene> layOut(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material)
{
    const auto pages = pagesOf(slide, language, material);
    if (!pages) {
        return pages.error();
    }
    const auto* const theme = material.theme != nullptr ? material.theme : themeNamed(slide.theme);
    if (theme == nullptr) {
        return Error{
            ErrorKind::kNotFound,
            fmt::format("there is no theme {}; use {}", slide.theme, defaultTheme().name)};
    }
    auto scene = layOutPages(*pages, target, *theme);
    if (scene || scene.error().kind != ErrorKind::kInvalid || target.languagesToCome.empty()) {
        return scene;
    }
    // The names of the languages to come give way to text that needs their room.
    auto bare = target;
    bare.languagesToCome.clear();
    return layOutPages(*pages, bare, *theme);
}

} // namespace jtv::typeset

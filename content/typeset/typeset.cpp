// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From slide to pixels: arranged, then painted.
#include "content/typeset/typeset.h"

#include "content/model/leaf.h"
#include "content/typeset/glyph_lock.h"
#include "content/typeset/slide_layout.h"

#include <algorithm>

namespace jtv::typeset {

Result<Pixels> renderSlide(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material)
{
    const GlyphLock lock;
    const auto scene = layOut(slide, language, target, material);
    if (!scene) {
        return scene.error();
    }
    return scene->painted();
}

Result<Measure> measureSlide(
    const model::Slide& slide,
    std::string_view language,
    const Target& target,
    const Material& material)
{
    const GlyphLock lock;
    const auto scene = layOut(slide, language, target, material);
    if (!scene) {
        return scene.error();
    }
    return Measure{scene->bodySize(), scene->bodySize() >= scene->sizes().largeType};
}

std::vector<Uncovered> uncoveredCharacters(const model::Slide& slide, std::string_view language)
{
    const GlyphLock lock;
    std::vector<Uncovered> uncovered;
    const auto* const text = model::textIn(slide, language);
    if (text == nullptr) {
        return uncovered;
    }
    const TextSetter setter(languageOf(text->language));
    for (const auto& leaf : model::leavesOf(*text)) {
        for (const auto character : unknownCharacters(setter.set(leaf.text, {}, 0))) {
            const bool again =
                std::any_of(uncovered.begin(), uncovered.end(), [&](const Uncovered& known) {
                    return known.character == character;
                });
            if (!again) {
                uncovered.push_back({character, std::string(fontPackageFor(character))});
            }
        }
    }
    return uncovered;
}

} // namespace jtv::typeset

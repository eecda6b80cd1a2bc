// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function an element; the schema is the net below them.
#include "content/xml/slide.h"

#include "content/model/leaf.h"
#include "content/xml/document.h"
#include "content/xml/schema.h"
#include "content/xml/slide_parts.h"
#include "content/xml/slide_words.h"
#include "slide_schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace jtv::xml {
namespace {

using model::SlideTemplate;
using model::TextState;

// A template's own part must be there.
Status checkParts(const Element& root, const model::Slide& slide)
{
    if (slide.kind == SlideTemplate::kHours && slide.hours.rows.empty()) {
        return root.error("template \"opening-hours\" needs <hours> with an <open>; add it");
    }
    if (slide.kind == SlideTemplate::kMap && !slide.floor) {
        return root.error("template \"counter-map\" needs a <floor> with its places; add it");
    }
    const bool pictured = slide.kind == SlideTemplate::kPicture;
    if (pictured && slide.picture.empty()) {
        return root.error("template \"picture\" needs the attribute picture; add it");
    }
    return Done{};
}

// What only the whole slide can tell.
Status checkTexts(const Element& root, const model::Slide& slide)
{
    std::set<std::string> seen;
    for (const auto& text : slide.texts) {
        const bool qr = slide.kind == SlideTemplate::kQr;
        const auto at = fmt::format("{}:{}", text.place.file, text.place.line);
        if (!seen.insert(text.language).second) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("{}: there is a second text in {}; keep one", at, text.language)};
        }
        if (text.state != TextState::kMissing && qr != text.qr.has_value()) {
            return Error{
                ErrorKind::kInvalid,
                qr ? fmt::format("{}: template \"qr\" needs a <qr> in each language", at)
                   : fmt::format("{}: <qr> stands only in slides with template \"qr\"", at)};
        }
    }
    if (auto part = checkParts(root, slide); !part) {
        return part;
    }
    const auto* const source = model::textIn(slide, slide.sourceLanguage);
    if (source == nullptr || source->language != slide.sourceLanguage ||
        source->state != TextState::kReady) {
        return root.error(fmt::format(
            "there is no ready <text xml:lang=\"{0}\"> in the slide's own language; add it",
            slide.sourceLanguage));
    }
    return Done{};
}

Status readHead(const Element& root, model::Slide& slide)
{
    if (root.name() != "slide" || root.namespaceUri() != kSlideNamespace) {
        return root.error(fmt::format(
            "this is no slide; the root element must be <slide xmlns=\"{}\">", kSlideNamespace));
    }
    if (auto only = root.onlyAttributes(
            {"id", "template", "icon", "theme", "picture", "binding", "outdated"});
        !only) {
        return only;
    }
    if (auto only = root.onlyChildren({"text", "rules", "provenance", "sign", "hours", "floor"});
        !only) {
        return only;
    }
    const auto kind = root.word("template", kTemplateWords);
    const auto icon = root.word("icon", kIconWords, model::SlideIcon::kNone);
    const auto binding = root.word("binding", kYesNoWords, false);
    const auto outdated = root.word("outdated", kOutdatedWords, model::WhenOutdated::kShow);
    auto language = readLanguage(root);
    if (!kind || !icon || !language) {
        return !kind ? kind.error() : !icon ? icon.error() : std::move(language).error();
    }
    if (!binding || !outdated) {
        return !binding ? binding.error() : outdated.error();
    }
    slide.binding = *binding;
    slide.whenOutdated = *outdated;
    slide.kind = *kind;
    slide.icon = *icon;
    slide.sourceLanguage = std::move(*language);
    slide.id = root.attribute("id").value_or("");
    slide.theme = root.attribute("theme").value_or("calm");
    slide.picture = root.attribute("picture").value_or("");
    return Done{};
}

template <typename Part>
Status keep(Result<Part> read, Part& part)
{
    if (!read) {
        return std::move(read).error();
    }
    part = std::move(*read);
    return Done{};
}

Status readChild(const Element& child, model::Slide& slide)
{
    if (child.name() == "text") {
        return keep(readSlideText(child), slide.texts.emplace_back());
    }
    if (child.name() == "sign") {
        return keep(readSign(child), slide.signs.emplace_back());
    }
    if (child.name() == "provenance") {
        return keep(readProvenance(child), slide.provenance);
    }
    if (child.name() == "hours") {
        return keep(readHours(child), slide.hours);
    }
    if (child.name() == "floor") {
        return keep(readFloorPlan(child), slide.floor.emplace());
    }
    return Done{}; // ITS rules
}

} // namespace

Result<model::Slide> readSlide(std::string_view bytes, std::string_view file)
{
    ReadOptions options;
    options.bytes = kMaxSlideBytes;
    options.depth = 16;
    options.elements = 10'000;
    const auto document = Document::parse(bytes, std::string(file), options);
    if (!document) {
        return document.error();
    }
    const auto root = document->root();
    model::Slide slide;
    if (auto head = readHead(root, slide); !head) {
        return std::move(head).error();
    }
    for (const auto& child : root.children()) {
        if (auto read = readChild(child, slide); !read) {
            return std::move(read).error();
        }
    }
    if (auto checked = checkTexts(root, slide); !checked) {
        return std::move(checked).error();
    }
    std::stable_partition(slide.texts.begin(), slide.texts.end(), [&](const auto& text) {
        return text.language == slide.sourceLanguage;
    });
    if (auto valid = Schema(kSlideSchema).validate(*document); !valid) {
        return std::move(valid).error();
    }
    model::refreshStates(slide);
    return slide;
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One function an element; the schema is the net below them.
#include "content/xml/slide.h"

#include "content/model/leaf.h"
#include "content/xml/document.h"
#include "content/xml/schema.h"
#include "content/xml/slide_marks.h"
#include "slide_schema.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace jtv::xml {
namespace {

using model::SlideIcon;
using model::SlideTemplate;
using model::TextState;

bool isLanguageTag(std::string_view tag)
{
    std::size_t part = 0; // length of the part between hyphens
    bool first = true;
    for (const char c : tag) {
        if (c == '-') {
            if (part == 0 || (first && part < 2)) {
                return false;
            }
            first = false;
            part = 0;
            continue;
        }
        const bool good = std::isalpha(static_cast<unsigned char>(c)) != 0 ||
                          (!first && std::isdigit(static_cast<unsigned char>(c)) != 0);
        if (!good || ++part > 8) {
            return false;
        }
    }
    return first ? part >= 2 : part >= 1;
}

Result<std::string> languageOf(const Element& element)
{
    auto tag = element.attribute("lang", kXmlNamespace);
    if (!tag || !isLanguageTag(*tag)) {
        return element.error(fmt::format(
            "<{}> needs xml:lang with a language tag such as de, ar or pt-BR", element.name()));
    }
    return *tag;
}

Result<bool> yesOrNo(const Element& element, std::string_view name, bool whenAbsent)
{
    return element.word<bool>(name, {{"yes", true}, {"no", false}}, whenAbsent);
}

// A leaf of text that must not be empty.
Result<std::string> words(const Element& element)
{
    if (auto only = element.onlyChildren({}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyAttributes({"longest", "madeFrom"}); !only) {
        return std::move(only).error();
    }
    auto text = element.plainText();
    if (text.empty()) {
        return element.error(
            fmt::format("<{0}> is empty; write its text or remove it", element.name()));
    }
    return text;
}

Result<std::vector<std::string>> items(const Element& element, std::string_view name)
{
    if (auto only = element.onlyChildren({name}); !only) {
        return std::move(only).error();
    }
    std::vector<std::string> result;
    for (const auto& child : element.children()) {
        auto text = words(child);
        if (!text) {
            return std::move(text).error();
        }
        result.push_back(std::move(*text));
    }
    if (result.empty()) {
        return element.error(
            fmt::format("<{}> is empty; add a <{}> or remove it", element.name(), name));
    }
    return result;
}

Result<model::Block> table(const Element& element)
{
    model::Table result;
    if (auto only = element.onlyChildren({"row"}); !only) {
        return std::move(only).error();
    }
    for (const auto& row : element.children()) {
        if (auto only = row.onlyChildren({"label", "value"}); !only) {
            return std::move(only).error();
        }
        const auto label = row.requireChild("label");
        const auto value = row.requireChild("value");
        if (!label || !value || row.children().size() != 2) {
            return row.error("<row> needs one <label> and one <value>");
        }
        auto left = words(*label);
        auto right = words(*value);
        if (!left || !right) {
            return !left ? std::move(left).error() : std::move(right).error();
        }
        result.rows.push_back({std::move(*left), std::move(*right)});
    }
    if (result.rows.empty()) {
        return element.error("<table> is empty; add a <row> or remove it");
    }
    return model::Block(std::move(result));
}

Result<model::Block> block(const Element& element)
{
    if (element.name() == "table") {
        return table(element);
    }
    if (element.name() == "paragraph") {
        auto text = words(element);
        if (!text) {
            return std::move(text).error();
        }
        return model::Block(model::Paragraph{std::move(*text)});
    }
    const bool steps = element.name() == "steps";
    auto list = items(element, steps ? "step" : "item");
    if (!list) {
        return std::move(list).error();
    }
    return steps ? model::Block(model::StepList{std::move(*list)})
                 : model::Block(model::BulletList{std::move(*list)});
}

Result<model::QrCode> qrCode(const Element& element)
{
    if (auto only = element.onlyAttributes({"target", "pageLanguage"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren({"address", "caption"}); !only) {
        return std::move(only).error();
    }
    auto target = element.require("target");
    if (!target) {
        return std::move(target).error();
    }
    if (target->rfind("https://", 0) != 0 || target->size() < 12) {
        return element.error(fmt::format(
            "the QR target \"{}\" must be a whole web address that begins with https://", *target));
    }
    const auto address = element.requireChild("address");
    if (!address) {
        return element.error(
            "<qr> needs an <address>, the short address that is printed below the code");
    }
    auto printed = words(*address);
    if (!printed) {
        return std::move(printed).error();
    }
    model::QrCode code{std::move(*target), std::move(*printed), "", ""};
    if (const auto caption = element.child("caption")) {
        code.caption = caption->plainText();
    }
    if (auto language = element.attribute("pageLanguage")) {
        if (!isLanguageTag(*language)) {
            return element.error("pageLanguage must be a language tag such as de");
        }
        code.targetLanguage = std::move(*language);
    }
    return code;
}

// One child of <text>.
Status readPart(const Element& child, model::SlideText& text)
{
    if (child.name() == "title" || child.name() == "pictureAlternative") {
        auto title = words(child);
        if (!title) {
            return std::move(title).error();
        }
        (child.name() == "title" ? text.title : text.pictureAlternative) = std::move(*title);
        return Done{};
    }
    if (child.name() == "qr") {
        if (text.qr) {
            return child.error("there is a second <qr>; a slide shows one code");
        }
        auto code = qrCode(child);
        if (!code) {
            return std::move(code).error();
        }
        text.qr = std::move(*code);
        return Done{};
    }
    auto read = block(child);
    if (!read) {
        return std::move(read).error();
    }
    text.blocks.push_back(std::move(*read));
    return Done{};
}

Result<model::SlideText> readText(const Element& element)
{
    if (auto only = element.onlyAttributes({"state", "reviewed"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren(
            {"title", "paragraph", "list", "steps", "table", "qr", "pictureAlternative"});
        !only) {
        return std::move(only).error();
    }
    model::SlideText text;
    text.place = element.place();
    auto language = languageOf(element);
    const auto state = element.word<TextState>(
        "state",
        {{"ready", TextState::kReady},
         {"outdated", TextState::kOutdated},
         {"missing", TextState::kMissing}},
        TextState::kReady);
    const auto reviewed = yesOrNo(element, "reviewed", false);
    if (!language || !state || !reviewed) {
        return !language ? std::move(language).error() : !state ? state.error() : reviewed.error();
    }
    text.language = std::move(*language);
    text.state = *state;
    text.reviewed = *reviewed;
    for (const auto& child : element.children()) {
        if (auto part = readPart(child, text); !part) {
            return std::move(part).error();
        }
    }
    text.marks = readMarks(element);
    if (text.title.empty() && text.state != TextState::kMissing) {
        return element.error("<text> needs a <title>");
    }
    return text;
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
    if (auto only = root.onlyAttributes({"id", "template", "icon", "theme", "picture"}); !only) {
        return only;
    }
    if (auto only = root.onlyChildren({"text", "rules"}); !only) {
        return only;
    }
    const auto kind = root.word<SlideTemplate>(
        "template",
        {{"title-text", SlideTemplate::kTitleText},
         {"steps", SlideTemplate::kSteps},
         {"notice", SlideTemplate::kNotice},
         {"qr", SlideTemplate::kQr},
         {"picture-text", SlideTemplate::kPictureText}});
    const auto icon = root.word<SlideIcon>(
        "icon",
        {{"none", SlideIcon::kNone},
         {"clock", SlideIcon::kClock},
         {"document", SlideIcon::kDocument},
         {"calendar", SlideIcon::kCalendar},
         {"phone", SlideIcon::kPhone},
         {"speech", SlideIcon::kSpeech},
         {"info", SlideIcon::kInfo},
         {"upload", SlideIcon::kUpload},
         {"house", SlideIcon::kHouse},
         {"person", SlideIcon::kPerson},
         {"quiet", SlideIcon::kQuiet}},
        SlideIcon::kNone);
    auto language = languageOf(root);
    if (!kind || !icon || !language) {
        return !kind ? kind.error() : !icon ? icon.error() : std::move(language).error();
    }
    slide.kind = *kind;
    slide.icon = *icon;
    slide.sourceLanguage = std::move(*language);
    slide.id = root.attribute("id").value_or("");
    slide.theme = root.attribute("theme").value_or("calm");
    slide.picture = root.attribute("picture").value_or("");
    return Done{};
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
    for (const auto& child : root.children("text")) {
        auto text = readText(child);
        if (!text) {
            return std::move(text).error();
        }
        slide.texts.push_back(std::move(*text));
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

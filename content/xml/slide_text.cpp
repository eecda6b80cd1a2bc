// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <text>: one language of a slide.
#include "content/model/language_tag.h"
#include "content/model/web_address.h"
#include "content/xml/slide_marks.h"
#include "content/xml/slide_parts.h"
#include "content/xml/slide_words.h"

#include <fmt/format.h>

namespace jtv::xml {
namespace {

// A leaf of text that must not be empty.
Result<std::string> words(
    const Element& element,
    std::initializer_list<std::string_view> attributes = {"longest", "madeFrom"})
{
    if (auto only = element.onlyChildren({}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyAttributes(attributes); !only) {
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
    if (auto only = element.onlyAttributes({"target", "pageLanguage", "state"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren({"address", "caption"}); !only) {
        return std::move(only).error();
    }
    auto target = element.require("target");
    if (!target) {
        return std::move(target).error();
    }
    if (const auto address = model::parseWebAddress(*target); !address) {
        return element.error(address.error().message);
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
    const auto state = element.word("state", kStateWords, model::TextState::kReady);
    if (!state) {
        return state.error();
    }
    model::QrCode code{std::move(*target), std::move(*printed), "", "", *state};
    if (const auto caption = element.child("caption")) {
        code.caption = caption->plainText();
    }
    if (auto language = element.attribute("pageLanguage")) {
        if (!model::isLanguageTag(*language)) {
            return element.error("pageLanguage must be a language tag such as de");
        }
        code.targetLanguage = std::move(*language);
    }
    return code;
}

Result<model::Telephone> telephone(const Element& element)
{
    if (auto only = element.onlyAttributes({"state"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren({"number", "note"}); !only) {
        return std::move(only).error();
    }
    const auto number = element.requireChild("number");
    const auto state = element.word("state", kStateWords, model::TextState::kReady);
    if (!number || !state) {
        return !number ? number.error() : state.error();
    }
    auto printed = words(*number);
    if (!printed) {
        return std::move(printed).error();
    }
    const auto note = element.child("note");
    return model::Telephone{std::move(*printed), note ? note->plainText() : "", *state};
}

Result<model::OwnPicture> ownPicture(const Element& element)
{
    if (auto only = element.onlyAttributes({"source", "state"}); !only) {
        return std::move(only).error();
    }
    auto source = element.require("source");
    const auto state = element.word("state", kStateWords, model::TextState::kReady);
    if (!source || !state) {
        return !source ? std::move(source).error() : state.error();
    }
    return model::OwnPicture{std::move(*source), *state};
}

// What stands at most once in a text.
template <typename Part>
Status readOnce(const Element& child, std::optional<Part>& part, Result<Part> read)
{
    if (part) {
        return child.error(fmt::format(
            "there is a second <{0}>; a slide shows one, remove the other", child.name()));
    }
    if (!read) {
        return std::move(read).error();
    }
    part = std::move(*read);
    return Done{};
}

Status readAlternative(const Element& child, model::SlideText& text)
{
    const auto state = child.word("state", kStateWords, model::TextState::kReady);
    auto alternative = words(child, {"longest", "madeFrom", "state"});
    if (!alternative || !state) {
        return !alternative ? std::move(alternative).error() : state.error();
    }
    text.pictureAlternative = std::move(*alternative);
    text.pictureAlternativeState = *state;
    return Done{};
}

// One child of <text>.
Status readPart(const Element& child, model::SlideText& text)
{
    if (child.name() == "title") {
        auto title = words(child);
        if (!title) {
            return std::move(title).error();
        }
        text.title = std::move(*title);
        return Done{};
    }
    if (child.name() == "pictureAlternative") {
        return readAlternative(child, text);
    }
    if (child.name() == "qr") {
        return readOnce(child, text.qr, qrCode(child));
    }
    if (child.name() == "telephone") {
        return readOnce(child, text.telephone, telephone(child));
    }
    if (child.name() == "picture") {
        return readOnce(child, text.picture, ownPicture(child));
    }
    auto read = block(child);
    if (!read) {
        return std::move(read).error();
    }
    text.blocks.push_back(std::move(*read));
    return Done{};
}

} // namespace

Result<model::SlideText> readSlideText(const Element& element)
{
    if (auto only = element.onlyAttributes({"state", "reviewed"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren(
            {"title",
             "paragraph",
             "list",
             "steps",
             "table",
             "qr",
             "telephone",
             "picture",
             "pictureAlternative"});
        !only) {
        return std::move(only).error();
    }
    model::SlideText text;
    text.place = element.place();
    auto language = readLanguage(element);
    const auto state = element.word("state", kStateWords, model::TextState::kReady);
    const auto reviewed = element.word("reviewed", kYesNoWords, false);
    if (!language || !state || !reviewed) {
        return !language ? std::move(language).error() : !state ? state.error() : reviewed.error();
    }
    text.language = std::move(*language);
    text.state = *state;
    text.reviewed = *reviewed;
    text.marks = readMarks(element);
    for (const auto& child : element.children()) {
        if (auto part = readPart(child, text); !part) {
            return std::move(part).error();
        }
    }
    if (text.title.empty() && text.state != model::TextState::kMissing) {
        return element.error("<text> needs a <title>");
    }
    return text;
}

} // namespace jtv::xml

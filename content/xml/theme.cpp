// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Three grounds of seven colours each.
#include "content/xml/theme.h"

#include "content/xml/document.h"
#include "content/xml/schema.h"
#include "content/xml/writer.h"
#include "theme_schema.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace jtv::xml {
namespace {

constexpr std::array kGrounds{
    std::pair{"page", &model::Theme::page},
    std::pair{"panel", &model::Theme::panel},
    std::pair{"code", &model::Theme::code}};

constexpr std::array kColours{
    std::pair{"fill", &model::Ground::fill},
    std::pair{"text", &model::Ground::text},
    std::pair{"title", &model::Ground::title},
    std::pair{"quiet", &model::Ground::quiet},
    std::pair{"accent", &model::Ground::accent},
    std::pair{"onAccent", &model::Ground::onAccent},
    std::pair{"rule", &model::Ground::rule}};

Status readGround(const Element& element, model::Ground& ground)
{
    for (const auto& [name, member] : kColours) {
        const auto text = element.require(name);
        if (!text) {
            return text.error();
        }
        const auto colour = model::parseColour(*text);
        if (!colour) {
            return element.error(fmt::format("{}: {}", name, colour.error().message));
        }
        ground.*member = *colour;
    }
    return Done{};
}

} // namespace

Result<model::Theme> readTheme(std::string_view bytes, std::string_view file)
{
    ReadOptions options;
    options.bytes = kMaxThemeBytes;
    options.depth = 8;
    options.elements = 16;
    const auto document = Document::parse(bytes, std::string(file), options);
    if (!document) {
        return document.error();
    }
    const auto root = document->root();
    if (root.name() != "theme" || root.namespaceUri() != kThemeNamespace) {
        return root.error(fmt::format(
            "this is no theme; the root element must be <theme xmlns=\"{}\">", kThemeNamespace));
    }
    if (auto valid = Schema(kThemeSchema).validate(*document); !valid) {
        return std::move(valid).error();
    }
    model::Theme theme;
    theme.name = root.attribute("name").value_or("");
    theme.logo = root.attribute("logo").value_or("");
    theme.font = root.attribute("font").value_or("");
    for (const auto& [name, member] : kGrounds) {
        const auto element = root.requireChild(name);
        if (!element) {
            return element.error();
        }
        if (auto read = readGround(*element, theme.*member); !read) {
            return std::move(read).error();
        }
    }
    if (auto checked = model::checkTheme(theme); !checked) {
        return root.error(checked.error().message);
    }
    return theme;
}

std::string writeTheme(const model::Theme& theme)
{
    Writer out;
    out.open("theme").attribute("xmlns", kThemeNamespace).attribute("name", theme.name);
    if (!theme.logo.empty()) {
        out.attribute("logo", theme.logo);
    }
    if (!theme.font.empty()) {
        out.attribute("font", theme.font);
    }
    for (const auto& [name, ground] : kGrounds) {
        out.open(name);
        for (const auto& [colour, member] : kColours) {
            out.attribute(colour, model::colourText(theme.*ground.*member));
        }
        out.close();
    }
    out.close();
    return out.finish();
}

} // namespace jtv::xml

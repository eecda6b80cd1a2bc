// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What all languages of a slide share: provenance, sign videos, opening hours, floor plan.
#include "content/xml/slide_parts.h"

#include "content/model/language_tag.h"
#include "content/xml/slide_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

constexpr std::int64_t kMostSquares = 40;

Status readDay(const Element& element, std::string_view name, std::optional<model::Day>& day)
{
    const auto text = element.attribute(name);
    if (!text) {
        return Done{};
    }
    const auto parsed = model::parseDay(*text);
    if (!parsed) {
        return element.error(parsed.error().message);
    }
    day = *parsed;
    return Done{};
}

Result<model::Consent> readConsent(const Element& element)
{
    if (auto only = element.onlyAttributes({"who", "scope", "until"}); !only) {
        return std::move(only).error();
    }
    auto who = element.require("who");
    auto scope = element.require("scope");
    if (!who || !scope) {
        return !who ? std::move(who).error() : std::move(scope).error();
    }
    model::Consent consent{std::move(*who), std::move(*scope), {}};
    if (auto until = readDay(element, "until", consent.until); !until) {
        return std::move(until).error();
    }
    return consent;
}

std::optional<int> dayNamed(std::string_view word)
{
    const auto* const found = std::find_if(
        kDayWords.begin(), kDayWords.end(), [&](const auto& day) { return day.first == word; });
    return found == kDayWords.end() ? std::nullopt : std::optional(found->second);
}

// "mo" or "mo-fr".
Result<model::OpeningHours::Days> readDays(const Element& element)
{
    const auto text = element.require("days");
    if (!text) {
        return text.error();
    }
    const std::string_view days = *text;
    const auto first = dayNamed(days.substr(0, days.find('-')));
    const auto last =
        dayNamed(days.substr(days.find('-') == std::string_view::npos ? 0 : days.find('-') + 1));
    if (!first || !last) {
        return element.error(fmt::format(
            "\"{}\" names no days; write one as mo or several as mo-fr (mo tu we th fr sa su)",
            days));
    }
    model::OpeningHours::Days row;
    row.first = *first;
    row.last = *last;
    return row;
}

Result<int> readTime(const Element& element, std::string_view name)
{
    const auto text = element.require(name);
    if (!text) {
        return text.error();
    }
    const auto minutes = model::parseTimeOfDay(*text);
    return minutes ? Result<int>(*minutes) : Result<int>(element.error(minutes.error().message));
}

Status readRow(const Element& element, model::OpeningHours& hours)
{
    const bool open = element.name() == "open";
    if (auto only = open ? element.onlyAttributes({"days", "from", "to"})
                         : element.onlyAttributes({"days"});
        !only) {
        return only;
    }
    auto row = readDays(element);
    if (!row) {
        return std::move(row).error();
    }
    if (open) {
        const auto from = readTime(element, "from");
        const auto to = readTime(element, "to");
        if (!from || !to) {
            return !from ? from.error() : to.error();
        }
        row->spans.push_back({*from, *to});
    }
    auto* const before = hours.rows.empty() ? nullptr : &hours.rows.back();
    const bool same = before != nullptr && before->first == row->first &&
                      before->last == row->last && !before->spans.empty() && open;
    if (same) {
        before->spans.push_back(row->spans.front()); // the afternoon of the same days
    } else {
        hours.rows.push_back(std::move(*row));
    }
    return Done{};
}

struct Square {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

Result<Square> readSquare(const Element& element)
{
    const auto x = element.integer("x", 0, kMostSquares);
    const auto y = element.integer("y", 0, kMostSquares);
    if (!x || !y) {
        return !x ? x.error() : y.error();
    }
    return Square{*x, *y};
}

Result<model::FloorPlan::Place> readPlace(const Element& element)
{
    if (auto only = element.onlyAttributes({"kind", "label", "x", "y", "width", "height"}); !only) {
        return std::move(only).error();
    }
    const auto kind = element.word("kind", kPlaceWords);
    const auto at = readSquare(element);
    const auto width = element.optionalInteger("width", 1, kMostSquares);
    const auto height = element.optionalInteger("height", 1, kMostSquares);
    if (!kind || !at) {
        return !kind ? kind.error() : at.error();
    }
    if (!width || !height) {
        return !width ? width.error() : height.error();
    }
    return model::FloorPlan::Place{
        *kind,
        element.attribute("label").value_or(""),
        static_cast<int>(at->x),
        static_cast<int>(at->y),
        static_cast<int>(width->value_or(1)),
        static_cast<int>(height->value_or(1))};
}

Status readFloorChild(const Element& child, model::FloorPlan& plan)
{
    if (child.name() == "place") {
        auto place = readPlace(child);
        if (!place) {
            return std::move(place).error();
        }
        plan.places.push_back(std::move(*place));
        return Done{};
    }
    const auto corner = readSquare(child);
    if (!corner) {
        return corner.error();
    }
    plan.way.push_back({static_cast<int>(corner->x), static_cast<int>(corner->y)});
    return Done{};
}

} // namespace

Result<std::string> readLanguage(const Element& element)
{
    auto tag = element.attribute("lang", kXmlNamespace);
    if (!tag || !model::isLanguageTag(*tag)) {
        return element.error(fmt::format(
            "<{}> needs xml:lang with a language tag such as de, ar or pt-BR", element.name()));
    }
    return *tag;
}

Result<model::Provenance> readProvenance(const Element& element)
{
    if (auto only = element.onlyAttributes(
            {"source", "licence", "licenceUntil", "office", "correctAsOf", "reviewBy"});
        !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren({"consent"}); !only) {
        return std::move(only).error();
    }
    model::Provenance provenance;
    provenance.source = element.attribute("source").value_or("");
    provenance.licence = element.attribute("licence").value_or("");
    provenance.office = element.attribute("office").value_or("");
    for (const auto& [name, day] :
         {std::pair("licenceUntil", &provenance.licenceUntil),
          std::pair("correctAsOf", &provenance.correctAsOf),
          std::pair("reviewBy", &provenance.reviewBy)}) {
        if (auto read = readDay(element, name, *day); !read) {
            return std::move(read).error();
        }
    }
    for (const auto& child : element.children()) {
        auto consent = readConsent(child);
        if (!consent) {
            return std::move(consent).error();
        }
        provenance.consents.push_back(std::move(*consent));
    }
    return provenance;
}

Result<model::SignVideo> readSign(const Element& element)
{
    if (auto only = element.onlyAttributes({"source", "placement", "state"}); !only) {
        return std::move(only).error();
    }
    auto language = readLanguage(element);
    auto source = element.require("source");
    const auto placement =
        element.word("placement", kPlacementWords, model::SignVideo::Placement::kInset);
    const auto state = element.word("state", kStateWords, model::TextState::kReady);
    if (!language || !source) {
        return !language ? std::move(language).error() : std::move(source).error();
    }
    if (!placement || !state) {
        return !placement ? placement.error() : state.error();
    }
    return model::SignVideo{std::move(*language), std::move(*source), *placement, *state};
}

Result<model::OpeningHours> readHours(const Element& element)
{
    if (auto only = element.onlyChildren({"open", "closed"}); !only) {
        return std::move(only).error();
    }
    model::OpeningHours hours;
    for (const auto& child : element.children()) {
        if (auto row = readRow(child, hours); !row) {
            return std::move(row).error();
        }
    }
    if (auto checked = model::checkHours(hours); !checked) {
        return element.error(checked.error().message);
    }
    return hours;
}

Result<model::FloorPlan> readFloorPlan(const Element& element)
{
    if (auto only = element.onlyAttributes({"columns", "rows"}); !only) {
        return std::move(only).error();
    }
    if (auto only = element.onlyChildren({"place", "corner"}); !only) {
        return std::move(only).error();
    }
    const auto columns = element.integer("columns", 2, kMostSquares);
    const auto rows = element.integer("rows", 2, kMostSquares);
    if (!columns || !rows) {
        return !columns ? columns.error() : rows.error();
    }
    model::FloorPlan plan;
    plan.columns = static_cast<int>(*columns);
    plan.rows = static_cast<int>(*rows);
    for (const auto& child : element.children()) {
        if (auto read = readFloorChild(child, plan); !read) {
            return std::move(read).error();
        }
    }
    if (auto checked = model::checkFloorPlan(plan); !checked) {
        return element.error(checked.error().message);
    }
    return plan;
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From the root down to the units: ids, languages, order.
#include "content/xml/xliff_constraints.h"

#include "content/model/language_tag.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace jtv::xml::xliff {
namespace {

Scope inside(const Element& element, Scope scope)
{
    if (auto language = element.attribute("lang", kXmlNamespace)) {
        scope.language = std::move(*language);
    }
    if (auto space = element.attribute("space", kXmlNamespace)) {
        scope.space = std::move(*space);
    }
    return scope;
}

Status checkLanguage(const Element& element, const Scope& scope, const std::string& wanted)
{
    const auto here = inside(element, scope).language;
    if (!here.empty() && !model::sameTag(here, wanted)) {
        return element.error(fmt::format(
            "<{}> is marked as {} by xml:lang, but the document says {}; make them agree",
            element.name(),
            here,
            wanted));
    }
    return Done{};
}

// Ids of elements of others are unique below their file, group or unit [4.3.1.18].
Status checkForeignIds(const Element& element, std::set<std::string>& seen)
{
    for (const auto* ns : {"", kXmlNamespace.data()}) {
        const auto id = element.attribute("id", ns);
        if (id && !seen.insert(*id).second) {
            return element.error(fmt::format("the id \"{}\" stands twice; change one", *id));
        }
    }
    for (const auto& child : element.children()) {
        if (auto checked = checkForeignIds(child, seen); !checked) {
            return checked;
        }
    }
    return Done{};
}

bool isOurs(std::string_view uri)
{
    return uri.rfind("urn:oasis:names:tc:xliff:", 0) == 0;
}

// What files, groups and units have in common.
Status checkHolder(const Element& holder, const std::vector<Part>& parts, const Scope& scope)
{
    std::set<std::string> seen;
    for (const auto& child : holder.children()) {
        if (isOurs(child.namespaceUri())) {
            continue;
        }
        if (auto checked = checkForeignIds(child, seen); !checked) {
            return checked;
        }
    }
    if (const auto notes = holder.child("notes")) {
        if (auto checked = checkUnique(notes->children("note"), "note"); !checked) {
            return checked;
        }
    }
    return checkModules(holder, parts, scope);
}

Status checkPart(const Part& part, const Scope& scope)
{
    const auto& element = part.element;
    if (element.attribute("subState") && !element.attribute("state")) {
        return element.error("subState needs a state beside it; add state");
    }
    if (part.target && scope.targetLanguage.empty()) {
        return part.target->error(
            "there is a <target>, but the document names no trgLang; add trgLang to <xliff>");
    }
    return checkContent(part.source, part.target, inside(element, scope), false);
}

Status checkUnit(const Element& unit, const Scope& above)
{
    const auto scope = inside(unit, above);
    const auto parts = partsOf(unit);
    if (!parts) {
        return parts.error();
    }
    if (unit.children("segment").empty()) {
        return unit.error("<unit> has no <segment>; add one");
    }
    if (const auto data = unit.child("originalData")) {
        if (auto checked = checkUnique(data->children("data"), "data"); !checked) {
            return checked;
        }
    }
    if (auto checked = checkHolder(unit, *parts, scope); !checked) {
        return checked;
    }
    for (const auto& part : *parts) {
        if (auto checked = checkPart(part, scope); !checked) {
            return checked;
        }
    }
    if (auto checked = checkCodes(unit, *parts, scope); !checked) {
        return checked;
    }
    return checkReferences(unit, *parts, scope);
}

// Units and groups below a file or group; depth is bounded by ReadOptions::depth.
Status checkBelow(const Element& holder, const Scope& above)
{
    const auto scope = inside(holder, above);
    if (auto checked = checkHolder(holder, {}, scope); !checked) {
        return checked;
    }
    for (const auto& child : holder.children()) {
        const bool core = child.namespaceUri() == kCore;
        auto checked = !core                     ? Status(Done{})
                       : child.name() == "unit"  ? checkUnit(child, scope)
                       : child.name() == "group" ? checkBelow(child, scope)
                                                 : Status(Done{});
        if (!checked) {
            return checked;
        }
    }
    return Done{};
}

void gather(const Element& holder, std::string_view name, std::vector<Element>& found)
{
    for (const auto& child : holder.children()) {
        if (child.namespaceUri() != kCore) {
            continue;
        }
        if (child.name() == name) {
            found.push_back(child);
        }
        if (child.name() == "group") {
            gather(child, name, found);
        }
    }
}

Status checkSkeleton(const Element& file)
{
    const auto skeleton = file.child("skeleton");
    if (!skeleton || skeleton->namespaceUri() != kCore) {
        return Done{};
    }
    const bool empty = skeleton->children().empty() && skeleton->text().empty();
    if (empty != skeleton->attribute("href").has_value()) {
        return skeleton->error("<skeleton> has either content or href; keep one of them");
    }
    return Done{};
}

Status checkFile(const Element& file, Scope scope)
{
    std::vector<Element> units;
    std::vector<Element> groups;
    gather(file, "unit", units);
    gather(file, "group", groups);
    for (auto checked :
         {checkSkeleton(file), checkUnique(units, "unit"), checkUnique(groups, "group")}) {
        if (!checked) {
            return checked;
        }
    }
    std::set<std::string> ids;
    for (const auto& unit : units) {
        ids.insert(unit.attribute("id").value_or(""));
    }
    scope.file = file.attribute("id").value_or("");
    scope.units = &ids;
    return checkBelow(file, scope);
}

Result<int> orderOf(const Element& target, int implied, std::size_t parts)
{
    const auto order = target.optionalInteger("order", 1, static_cast<std::int64_t>(parts));
    if (!order) {
        return order.error();
    }
    return *order ? static_cast<int>(**order) : implied;
}

} // namespace

Status checkUnique(const std::vector<Element>& elements, std::string_view what)
{
    std::set<std::string> seen;
    for (const auto& element : elements) {
        const auto id = element.attribute("id");
        if (id && !seen.insert(*id).second) {
            return element.error(
                fmt::format("there is a second {} with the id \"{}\"; change one", what, *id));
        }
    }
    return Done{};
}

Result<std::vector<Part>> partsOf(const Element& unit)
{
    auto elements = unit.children();
    std::erase_if(elements, [](const Element& child) {
        return child.namespaceUri() != kCore ||
               (child.name() != "segment" && child.name() != "ignorable");
    });
    std::vector<Part> parts;
    std::set<int> orders;
    for (const auto& element : elements) {
        const auto source = element.requireChild("source");
        if (!source) {
            return source.error();
        }
        Part part{element, *source, element.child("target"), 0, codesIn(*source), {}};
        const auto implied = static_cast<int>(parts.size()) + 1;
        const auto order =
            part.target ? orderOf(*part.target, implied, elements.size()) : Result<int>(implied);
        if (!order) {
            return order.error();
        }
        if (!orders.insert(*order).second) {
            return part.target.value_or(element).error(fmt::format(
                "two parts of the unit stand at place {} of the translation; correct order",
                *order));
        }
        part.order = *order;
        if (part.target) {
            part.targetCodes = codesIn(*part.target);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

Status checkContent(
    const Element& source,
    const std::optional<Element>& target,
    const Scope& scope,
    bool anyLanguage)
{
    if (auto checked = checkLanguage(source, scope, scope.sourceLanguage); !checked) {
        return checked;
    }
    if (!target) {
        return Done{};
    }
    if (!anyLanguage) {
        if (auto checked = checkLanguage(*target, scope, scope.targetLanguage); !checked) {
            return checked;
        }
    }
    if (inside(source, scope).space != inside(*target, scope).space) {
        return target->error("<source> and <target> differ in xml:space; make them the same");
    }
    return Done{};
}

Status checkDocument(const Element& root)
{
    Scope scope;
    scope.sourceLanguage = root.attribute("srcLang").value_or("");
    scope.targetLanguage = root.attribute("trgLang").value_or("");
    scope.space = "default";
    scope = inside(root, scope);
    const auto files = root.children("file");
    if (auto checked = checkUnique(files, "file"); !checked) {
        return checked;
    }
    for (const auto& file : files) {
        if (auto checked = checkFile(file, inside(root, scope)); !checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace jtv::xml::xliff

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the modules of XLIFF 2.1 demand of their elements and attributes [5].
#include "content/model/language_tag.h"
#include "content/xml/xliff_constraints.h"
#include "content/xml/xliff_references.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml::xliff {
namespace {

// The element, and everything below it that belongs to it.
void below(const Element& element, std::vector<Element>& found)
{
    for (const auto& child : element.children()) {
        found.push_back(child);
        below(child, found);
    }
}

std::vector<Element> named(const Element& element, std::string_view name)
{
    std::vector<Element> all;
    below(element, all);
    std::erase_if(all, [&](const Element& child) { return child.name() != name; });
    return all;
}

// "25", "5,25", "5," : at most, or from … to, in the profile's unit [5.7].
bool isRestriction(std::string_view text, bool range)
{
    const auto comma = text.find(',');
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto first = text.substr(0, comma);
    if (first.empty() || !digits(first)) {
        return false;
    }
    return comma == std::string_view::npos || (range && digits(text.substr(comma + 1)));
}

Status checkSize(const Element& element, const std::set<std::string>& data)
{
    const auto ref = element.attribute("sizeInfoRef", kSizeModule);
    if (ref && element.attribute("sizeInfo", kSizeModule)) {
        return element.error("sizeInfo and sizeInfoRef stand together; keep one of them");
    }
    if (ref && data.count(*ref) == 0) {
        return element.error(
            fmt::format("sizeInfoRef names \"{}\", but no <data> of the unit has that id", *ref));
    }
    for (const auto* name : {"sizeRestriction", "storageRestriction", "equivStorage"}) {
        const auto value = element.attribute(name, kSizeModule);
        const bool range = name != std::string_view("equivStorage");
        if (value && !isRestriction(*value, range)) {
            return element.error(fmt::format(
                "{} cannot be \"{}\"; write the largest size, or the smallest and the largest with "
                "a comma between",
                name,
                *value));
        }
    }
    return Done{};
}

Status checkStyle(const Element& element)
{
    if (element.attribute("subFs", kStyleModule) && !element.attribute("fs", kStyleModule)) {
        return element.error("subFs needs fs beside it; add fs");
    }
    return Done{};
}

Status checkGlossary(
    const Element& glossary,
    const Element& unit,
    const std::vector<Part>& parts,
    const Scope& scope)
{
    auto entries = named(glossary, "glossEntry");
    const auto translations = named(glossary, "translation");
    entries.insert(entries.end(), translations.begin(), translations.end());
    if (auto checked = checkUnique(entries, "glossary entry"); !checked) {
        return checked;
    }
    for (const auto& entry : entries) {
        const auto ref = entry.attribute("ref");
        if (!ref || ref->rfind('#', 0) != 0) {
            continue;
        }
        if (auto checked = checkPointsAtText(entry, *ref, unit, parts, scope); !checked) {
            return checked;
        }
    }
    return Done{};
}

Status checkMatch(
    const Element& match, const Element& unit, const std::vector<Part>& parts, const Scope& scope)
{
    if (match.attribute("subType") && !match.attribute("type")) {
        return match.error("subType needs a type beside it; add type");
    }
    auto checked = checkPointsAtText(match, valueOf(match, "ref", ""), unit, parts, scope);
    if (!checked) {
        return checked;
    }
    for (const auto& data : match.children("originalData")) {
        if (auto unique = checkUnique(data.children("data"), "data"); !unique) {
            return unique;
        }
    }
    const auto source = match.requireChild("source");
    const auto target = match.child("target");
    if (!source) {
        return source.error();
    }
    if (target && target->attribute("lang", kXmlNamespace) &&
        valueOf(match, "reference", "no") != "yes") {
        return target->error("xml:lang stands on the target of a candidate only when that has "
                             "reference=\"yes\"; remove it");
    }
    if (auto content = checkContent(*source, target, scope, true); !content) {
        return content;
    }
    return checkMatchCodes(match, scope);
}

Status checkMatches(
    const Element& matches, const Element& unit, const std::vector<Part>& parts, const Scope& scope)
{
    const auto list = matches.children("match");
    if (auto checked = checkUnique(list, "candidate"); !checked) {
        return checked;
    }
    for (const auto& match : list) {
        if (auto checked = checkMatch(match, unit, parts, scope); !checked) {
            return checked;
        }
    }
    return Done{};
}

Status checkMetadata(const Element& metadata)
{
    auto groups = named(metadata, "metaGroup");
    groups.push_back(metadata);
    return checkUnique(groups, "group of metadata");
}

Status checkResource(const Element& item, const Scope& scope)
{
    bool embedded = true;
    for (const auto* name : {"source", "target"}) {
        const auto side = item.child(name);
        if (!side) {
            continue;
        }
        const bool empty = side->children().empty() && side->plainText().empty();
        embedded = embedded && !empty;
        if (empty != side->attribute("href").has_value()) {
            return side->error(fmt::format("<{}> has either content or href; keep one", name));
        }
        const auto language = side->attribute("lang", kXmlNamespace);
        if (language && side->name() == "source" &&
            !model::sameTag(*language, scope.sourceLanguage)) {
            return side->error(fmt::format(
                "this source is in {}, but the document's is {}; make them agree",
                *language,
                scope.sourceLanguage));
        }
    }
    if (item.children().empty()) {
        return item.error("<resourceItem> is empty; add a source, a target or a reference");
    }
    if (!embedded && !item.attribute("mimeType")) {
        return item.error("<resourceItem> with a file elsewhere needs mimeType; add it");
    }
    return Done{};
}

Status checkResources(const Element& resources, const Scope& scope)
{
    if (auto checked = checkUnique(resources.children(), "resource"); !checked) {
        return checked;
    }
    std::set<std::string> refs;
    for (const auto& item : resources.children()) {
        const auto ref = item.attribute("ref");
        if (ref && !refs.insert(*ref).second) {
            return item.error(fmt::format("the resource \"{}\" is named twice; keep one", *ref));
        }
        if (item.name() == "resourceItem") {
            if (auto checked = checkResource(item, scope); !checked) {
                return checked;
            }
        }
    }
    return Done{};
}

Status checkRule(const Element& rule)
{
    int conditions = 0;
    for (const auto* name : {"isPresent", "isNotPresent", "startsWith", "endsWith"}) {
        conditions += rule.attribute(name) ? 1 : 0;
    }
    const auto attributes = rule.attributes();
    const bool own = std::any_of(attributes.begin(), attributes.end(), [](const auto& attribute) {
        return !attribute.namespaceUri.empty();
    });
    if (conditions > 1 || (conditions == 0 && !own)) {
        return rule.error(
            "<rule> has exactly one of isPresent, isNotPresent, startsWith, endsWith");
    }
    if (rule.attribute("occurs") && !rule.attribute("isPresent")) {
        return rule.error("occurs goes with isPresent only; remove it");
    }
    const bool inSource =
        rule.attribute("isPresent") || rule.attribute("startsWith") || rule.attribute("endsWith");
    if (valueOf(rule, "existsInSource", "no") == "yes" && !inSource) {
        return rule.error("existsInSource goes with isPresent, startsWith or endsWith only");
    }
    return Done{};
}

// What <ctr:revisions> says it is about, in the element that holds the change track.
Status checkRevisions(const Element& revisions, const Element& holder)
{
    const auto kind = valueOf(revisions, "appliesTo", "");
    auto candidates = named(holder, kind);
    const auto ref = revisions.attribute("ref");
    if (ref) {
        std::erase_if(
            candidates, [&](const Element& element) { return element.attribute("id") != *ref; });
        std::vector<Element> all;
        below(holder, all);
        if (std::none_of(all.begin(), all.end(), [&](const Element& element) {
                return element.attribute("id") == *ref;
            })) {
            return revisions.error(
                fmt::format("ref names \"{}\", but nothing there has that id", *ref));
        }
    } else if (
        candidates.size() > 1 &&
        std::all_of(candidates.begin(), candidates.end(), [](const Element& element) {
            return element.attribute("id").has_value();
        })) {
        return revisions.error(
            fmt::format("there are several <{}>; say by ref which is meant", kind));
    }
    for (const auto& item : named(revisions, "item")) {
        const auto property = valueOf(item, "property", "");
        const bool known = property == "content" || candidates.size() != 1 ||
                           candidates.front().attribute(property).has_value();
        if (!known) {
            return item.error(fmt::format(
                "property must be \"content\" or an attribute of <{}>; it has no {}",
                kind,
                property));
        }
    }
    return Done{};
}

Status checkChangeTrack(const Element& track, const Element& holder)
{
    for (const auto& revisions : track.children("revisions")) {
        if (auto checked = checkRevisions(revisions, holder); !checked) {
            return checked;
        }
    }
    return Done{};
}

// What sizeInfoRef may name in the holder.
std::set<std::string> dataIdsOf(const Element& holder)
{
    std::set<std::string> ids;
    for (const auto& list : holder.children()) {
        if (list.name() != "originalData" && list.namespaceUri() != kSizeModule) {
            continue;
        }
        for (const auto& child : list.children()) {
            ids.insert(valueOf(child, "id", ""));
        }
    }
    return ids;
}

// Attributes of modules on the holder and its inline elements, not on units and groups below.
Status checkAttributes(const Element& holder, const std::vector<Part>& parts)
{
    std::vector<Element> elements{holder};
    if (const auto notes = holder.child("notes")) {
        const auto all = notes->children();
        elements.insert(elements.end(), all.begin(), all.end());
    }
    for (const auto& codes : {sourceCodesOf(parts), targetCodesOf(parts)}) {
        std::transform(
            codes.begin(), codes.end(), std::back_inserter(elements), [](const Code& code) {
                return code.element;
            });
    }
    const auto data = dataIdsOf(holder);
    for (const auto& element : elements) {
        for (auto checked : {checkStyle(element), checkSize(element, data)}) {
            if (!checked) {
                return checked;
            }
        }
    }
    return Done{};
}

Status checkModule(
    const Element& module,
    const Element& holder,
    const std::vector<Part>& parts,
    const Scope& scope)
{
    const auto name = module.name();
    if (name == "glossary" || name == "matches") {
        if (holder.name() != "unit") {
            return module.error(fmt::format("<{}> stands in units only; move it", name));
        }
        return name == "matches" ? checkMatches(module, holder, parts, scope)
                                 : checkGlossary(module, holder, parts, scope);
    }
    if (name == "metadata") {
        return checkMetadata(module);
    }
    if (name == "resourceData") {
        return checkResources(module, scope);
    }
    if (name == "changeTrack") {
        return checkChangeTrack(module, holder);
    }
    for (const auto& rule : module.children("rule")) {
        if (auto checked = checkRule(rule); !checked) {
            return checked;
        }
    }
    if (name == "profiles" && holder.name() != "file") {
        return module.error("<profiles> stands in a file only; move it");
    }
    return Done{};
}

} // namespace

Status checkModules(const Element& holder, const std::vector<Part>& parts, const Scope& scope)
{
    std::set<std::string> seen;
    for (const auto& child : holder.children()) {
        const auto uri = child.namespaceUri();
        if (uri == kCore || uri.rfind("urn:oasis:names:tc:xliff:", 0) != 0) {
            continue;
        }
        const std::string name(child.name());
        if (!seen.insert(name).second && name != "changeTrack") {
            return child.error(fmt::format("there is a second <{}> in one place; join them", name));
        }
        if (auto checked = checkModule(child, holder, parts, scope); !checked) {
            return checked;
        }
    }
    return checkAttributes(holder, parts);
}

} // namespace jtv::xml::xliff

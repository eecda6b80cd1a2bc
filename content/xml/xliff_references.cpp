// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Fragment identifiers [4.9] and what comments, terms and candidates point at.
#include "content/xml/xliff_references.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace jtv::xml::xliff {
namespace {

bool isNameToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c >= 0x80U || std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == ':';
    });
}

// Prefixes of modules and of registered extensions.
constexpr std::array<std::string_view, 10> kModules{
    "gls", "mtc", "mda", "res", "ctr", "slr", "val", "its", "fs", "tbx"};

// File, group, unit, then what is pointed at; 0 = no prefix of the specification.
int rankOf(std::string_view prefix)
{
    if (prefix == "f" || prefix == "g" || prefix == "u") {
        return prefix == "f" ? 1 : prefix == "g" ? 2 : 3;
    }
    const bool leaf = prefix.empty() || prefix == "n" || prefix == "d" || prefix == "t" ||
                      std::find(kModules.begin(), kModules.end(), prefix) != kModules.end();
    return leaf ? 4 : 0;
}

// Nothing wrong: an empty text.
std::string take(Fragment& fragment, const std::string& prefix, const std::string& id)
{
    switch (rankOf(prefix)) {
    case 1:
        fragment.file = id;
        break;
    case 2:
        fragment.group = id;
        break;
    case 3:
        fragment.unit = id;
        break;
    case 4:
        fragment.leafPrefix = prefix;
        fragment.leaf = id;
        break;
    default:
        return prefix.size() < 2 ? "prefixes of modules have two letters or more"
                                 : fmt::format("the prefix \"{}\" is not known", prefix);
    }
    return {};
}

Status checkComment(
    const Element& element,
    const std::set<std::string>& notes,
    const std::string& unit,
    const Scope& scope)
{
    const auto value = element.attribute("value");
    const auto ref = element.attribute("ref");
    if (value.has_value() == ref.has_value()) {
        return element.error(
            "a comment has either value, or ref with a note of its unit; write one of them");
    }
    if (!ref) {
        return Done{};
    }
    const auto fragment = parseFragment(element, *ref);
    if (!fragment) {
        return fragment.error();
    }
    if (!isInside(*fragment, unit, scope) || fragment->leafPrefix != "n" ||
        notes.count(fragment->leaf) == 0) {
        return element.error(fmt::format(
            "ref \"{}\" of this comment names no note of its unit; write #n= and the note's id",
            *ref));
    }
    return Done{};
}

std::set<std::string> noteIdsOf(const Element& unit)
{
    std::set<std::string> ids;
    for (const auto& list : unit.children("notes")) {
        for (const auto& note : list.children("note")) {
            ids.insert(valueOf(note, "id", ""));
        }
    }
    ids.erase("");
    return ids;
}

Status checkMarker(
    const Element& marker,
    const std::set<std::string>& notes,
    const Element& unit,
    const Scope& scope)
{
    if (marker.attribute("type") == "comment") {
        return checkComment(marker, notes, valueOf(unit, "id", ""), scope);
    }
    const auto ref = marker.attribute("ref");
    if (!ref || ref->rfind('#', 0) != 0) {
        return Done{};
    }
    const auto fragment = parseFragment(marker, *ref);
    return fragment ? Status(Done{}) : Status(fragment.error());
}

// "u=unit" or "id", put into `fragment`; an empty text, or what is wrong. `rank` is that of the
// selector before.
std::string takeSelector(std::string_view selector, Fragment& fragment, int& rank)
{
    const auto equals = selector.find('=');
    const bool named = equals != std::string_view::npos;
    const std::string prefix(named ? selector.substr(0, equals) : std::string_view());
    const std::string id(named ? selector.substr(equals + 1) : selector);
    if (!isNameToken(id) || (named && !isNameToken(prefix))) {
        return fmt::format("\"{}\" is no part of a reference", selector);
    }
    if (auto why = take(fragment, prefix, id); !why.empty()) {
        return why;
    }
    if (rankOf(prefix) <= rank) {
        return "its parts stand in the wrong order, or one stands twice";
    }
    rank = rankOf(prefix);
    return {};
}

} // namespace

Result<Fragment> parseFragment(const Element& element, std::string_view text)
{
    const auto wrong = [&](std::string_view why) {
        return element.error(fmt::format(
            "the reference \"{}\" cannot be followed: {}; write it as #f=FILE/u=UNIT/ID, from the "
            "left as much as is needed",
            text,
            why));
    };
    if (text.empty() || text.front() != '#') {
        return wrong("it does not begin with #");
    }
    auto rest = text.substr(text.rfind("#/", 0) == 0 ? 2 : 1);
    Fragment fragment;
    int rank = 0;
    while (true) {
        const auto selector = rest.substr(0, rest.find('/'));
        if (auto why = takeSelector(selector, fragment, rank); !why.empty()) {
            return wrong(why);
        }
        if (selector.size() == rest.size()) {
            return fragment;
        }
        rest.remove_prefix(selector.size() + 1);
    }
}

bool isInside(const Fragment& fragment, const std::string& unit, const Scope& scope)
{
    if (!fragment.group.empty() && fragment.unit.empty()) {
        return false;
    }
    if (!fragment.file.empty() && (fragment.file != scope.file || fragment.unit.empty())) {
        return false;
    }
    return fragment.unit.empty() || fragment.unit == unit;
}

Status checkPointsAtText(
    const Element& element,
    const std::string& ref,
    const Element& unit,
    const std::vector<Part>& parts,
    const Scope& scope)
{
    const auto fragment = parseFragment(element, ref);
    if (!fragment) {
        return fragment.error();
    }
    const bool target = fragment->leafPrefix == "t";
    const auto holds = [&](const Part& part) {
        const auto& codes = target ? part.targetCodes : part.sourceCodes;
        return valueOf(part.element, "id", "") == fragment->leaf ||
               std::any_of(codes.begin(), codes.end(), [&](const Code& code) {
                   return code.id == fragment->leaf;
               });
    };
    const bool whole = fragment->leaf.empty() && !fragment->unit.empty();
    if (!isInside(*fragment, valueOf(unit, "id", ""), scope) ||
        !(whole || ((target || fragment->leafPrefix.empty()) &&
                    std::any_of(parts.begin(), parts.end(), holds)))) {
        return element.error(fmt::format(
            "the reference \"{}\" names nothing in the text of its unit; correct it", ref));
    }
    return Done{};
}

Status checkReferences(const Element& unit, const std::vector<Part>& parts, const Scope& scope)
{
    const auto notes = noteIdsOf(unit);
    auto codes = sourceCodesOf(parts);
    const auto targets = targetCodesOf(parts);
    codes.insert(codes.end(), targets.begin(), targets.end());
    for (const auto& code : codes) {
        if (!code.marker || code.what != Code::What::kOpen) {
            continue;
        }
        if (auto checked = checkMarker(code.element, notes, unit, scope); !checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace jtv::xml::xliff

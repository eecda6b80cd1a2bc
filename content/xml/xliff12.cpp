// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// XLIFF 1.2 → units: what translation programs of the last twenty years still send.
#include "content/xml/words.h"
#include "content/xml/xliff_units.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace jtv::xml::xliff {
namespace {

using model::UnitState;

std::string codeText(const Element& code)
{
    // <x/>, <bx/> and <ex/> hold nothing; the others hold the code itself.
    return code.children().empty() && code.text().empty()
               ? code.attribute("equiv-text").value_or("")
               : code.text();
}

// Text and codes; <g> and <mrk> are only round it. Bounded by ReadOptions::depth.
void appendPlain(const Element& content, std::string& out)
{
    for (const auto& node : content.content()) {
        if (!node.element) {
            out += node.text;
        } else if (isOneOf(node.element->name(), {"g", "mrk"})) {
            appendPlain(*node.element, out);
        } else {
            out += codeText(*node.element);
        }
    }
}

std::string plain(const Element& content)
{
    std::string text;
    appendPlain(content, text);
    return collapsed(text);
}

struct Inline {
    std::map<std::string, std::string> codes; // name and id → what it stands for
    std::set<std::string> open;               // of bpt and bx without end
};

// A <bpt> or <bx> opens, an <ept> or <ex> closes by rid, or by id where there is none.
Status pair(const Element& element, Inline& found)
{
    const auto name = element.name();
    const auto key = element.attribute("rid").value_or(element.attribute("id").value_or(""));
    if (isOneOf(name, {"bpt", "bx"})) {
        found.open.insert(key);
    } else if (isOneOf(name, {"ept", "ex"}) && found.open.erase(key) == 0) {
        return element.error(
            fmt::format("<{}> \"{}\" ends nothing; correct its rid or id", name, key));
    }
    return Done{};
}

// One inline element, without what is in it.
Status take(const Element& element, Inline& found)
{
    const auto name = element.name();
    if (!isOneOf(name, {"g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk", "sub"})) {
        return element.error(
            fmt::format("<{}> is not known inside a text of XLIFF 1.2; remove it", name));
    }
    const auto id = element.attribute("id");
    if (!id && !isOneOf(name, {"mrk", "sub"})) {
        return element.error(fmt::format("<{}> lacks its id; add it", name));
    }
    if (id && name != "mrk" &&
        !found.codes.emplace(fmt::format("{} {}", name, *id), codeText(element)).second) {
        return element.error(
            fmt::format("there is a second <{}> with the id \"{}\"; change one", name, *id));
    }
    return pair(element, found);
}

Status collect(const Element& content, Inline& found)
{
    for (const auto& element : content.children()) {
        if (auto taken = take(element, found); !taken) {
            return taken;
        }
        if (!isOneOf(element.name(), {"g", "mrk", "sub"})) {
            continue;
        }
        if (auto below = collect(element, found); !below) {
            return below;
        }
    }
    return Done{};
}

Result<Inline> inlineOf(const Element& content)
{
    Inline found;
    if (auto collected = collect(content, found); !collected) {
        return std::move(collected).error();
    }
    if (!found.open.empty()) {
        return content.error(
            fmt::format("the code \"{}\" has no end in its text; add it", *found.open.begin()));
    }
    return found;
}

Result<UnitState> stateOf(const Element& unit, const Element& target)
{
    const auto state = target.attribute("state").value_or("");
    if (state == "final" || state == "signed-off") {
        return state == "final" ? UnitState::kFinal : UnitState::kReviewed;
    }
    if (isOneOf(state, {"new", "needs-translation"})) {
        return UnitState::kInitial;
    }
    const bool known = isOneOf(
        state,
        {"",
         "translated",
         "needs-adaptation",
         "needs-l10n",
         "needs-review-adaptation",
         "needs-review-l10n",
         "needs-review-translation"});
    if (!known && state.rfind("x-", 0) != 0) {
        return target.error(fmt::format(
            "the state \"{}\" is not one of XLIFF 1.2; own states begin with x-", state));
    }
    return unit.attribute("approved") == "yes" ? UnitState::kReviewed : UnitState::kTranslated;
}

Status readTarget(const Element& element, const Element& source, model::TranslationUnit& unit)
{
    const auto target = element.child("target");
    const auto wanted = inlineOf(source);
    if (!target || !wanted) {
        return wanted ? Status(Done{}) : Status(wanted.error());
    }
    const auto kept = inlineOf(*target);
    const auto state = stateOf(element, *target);
    if (!kept || !state) {
        return !kept ? kept.error() : state.error();
    }
    unit.target = plain(*target);
    unit.state = *state;
    for (const auto& [key, text] : wanted->codes) {
        if (kept->codes.count(key) == 0) {
            unit.lost.push_back(text.empty() ? key : text);
        }
    }
    return Done{};
}

Result<model::TranslationUnit> readUnit(const Element& element)
{
    const auto id = element.require("id");
    const auto source = element.requireChild("source");
    if (!id || !source) {
        return !id ? id.error() : source.error();
    }
    model::TranslationUnit unit;
    unit.id = *id;
    unit.place = element.place();
    unit.source = plain(*source);
    unit.translate = element.attribute("translate") != "no";
    constexpr int kMost = 10'000;
    const auto longest = element.optionalInteger("maxwidth", 0, 1'000'000);
    if (!longest) {
        return longest.error();
    }
    if (*longest && element.attribute("size-unit") == "char") {
        unit.longest = static_cast<int>(std::min<std::int64_t>(**longest, kMost));
    }
    for (const auto& note : element.children("note")) {
        unit.note += (unit.note.empty() ? "" : " ") + note.plainText();
    }
    if (auto read = readTarget(element, *source, unit); !read) {
        return std::move(read).error();
    }
    return unit;
}

Status readUnits(
    const Element& holder, std::set<std::string>& ids, std::vector<model::TranslationUnit>& units)
{
    for (const auto& child : holder.children()) {
        if (child.name() == "group") {
            if (auto read = readUnits(child, ids, units); !read) {
                return read;
            }
        } else if (child.name() == "trans-unit") {
            auto unit = readUnit(child);
            if (!unit) {
                return std::move(unit).error();
            }
            if (!ids.insert(unit->id).second) {
                return child.error(fmt::format(
                    "there is a second <trans-unit> with the id \"{}\"; change one", unit->id));
            }
            units.push_back(std::move(*unit));
        }
    }
    return Done{};
}

Status readFile(const Element& file, model::Translation& translation)
{
    for (const auto* name : {"original", "source-language", "datatype"}) {
        if (auto there = file.require(name); !there) {
            return std::move(there).error();
        }
    }
    const auto body = file.requireChild("body");
    if (!body) {
        return body.error();
    }
    if (translation.sourceLanguage.empty()) {
        translation.original = file.attribute("original").value_or("");
        translation.sourceLanguage = file.attribute("source-language").value_or("");
        translation.targetLanguage = file.attribute("target-language").value_or("");
    }
    std::set<std::string> ids;
    return readUnits(*body, ids, translation.units);
}

} // namespace

Result<model::Translation> readVersion1(const Element& root)
{
    model::Translation translation;
    const auto files = root.children("file");
    if (files.empty()) {
        return root.error("<xliff> lacks its <file> element; add it");
    }
    for (const auto& file : files) {
        if (auto read = readFile(file, translation); !read) {
            return std::move(read).error();
        }
    }
    return translation;
}

} // namespace jtv::xml::xliff

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Inline elements: alone, in pairs, and as they stand in source and target [4.2.3, 4.3.1, 4.7].
#include "content/xml/xliff_constraints.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace jtv::xml::xliff {
namespace {

// An <ec> that ends an <sc> of the same unit, or an <em>.
bool endsOther(const Code& code)
{
    const auto name = code.element.name();
    return name == "em" || (name == "ec" && !isIsolated(code.element));
}

Code::What whatIs(std::string_view name)
{
    if (name == "sc" || name == "sm") {
        return Code::What::kOpen;
    }
    return name == "ec" || name == "em" ? Code::What::kClose : Code::What::kAlone;
}

std::string codeIdOf(const Element& element)
{
    const auto name = element.name();
    const bool end = name == "em" || (name == "ec" && !isIsolated(element));
    return valueOf(element, end ? "startRef" : "id", "");
}

void collect(const Element& content, std::vector<Code>& codes)
{
    for (const auto& element : content.children()) {
        const auto name = element.name();
        const bool marker = name == "mrk" || name == "sm" || name == "em";
        const auto id = codeIdOf(element);
        if (name == "pc" || name == "mrk") {
            codes.push_back({element, Code::What::kOpen, marker, id});
            collect(element, codes); // bounded by ReadOptions::depth
            codes.push_back({element, Code::What::kClose, marker, id});
        } else {
            codes.push_back({element, whatIs(name), marker, id});
        }
    }
}

// [4.3.1.36, 4.3.1.37] "xlf:" is the specification's own.
Status checkType(const Element& element)
{
    const auto type = element.attribute("type");
    const auto subType = element.attribute("subType");
    if (!subType) {
        return Done{};
    }
    if (!type) {
        return element.error("subType needs a type beside it; add type");
    }
    if (subType->rfind("xlf:", 0) != 0) {
        return Done{};
    }
    constexpr std::array kFormats{"xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"};
    const bool format = std::find(kFormats.begin(), kFormats.end(), *subType) != kFormats.end();
    if (!(format && *type == "fmt") && !(*subType == "xlf:var" && *type == "ui")) {
        return element.error(fmt::format(
            "subType \"{}\" does not go with type \"{}\"; correct one of them", *subType, *type));
    }
    return Done{};
}

// [4.3.1.5] What must not be moved must not be copied or deleted either.
Status checkReorder(const Element& element)
{
    const bool fixed = valueOf(element, "canReorder", "yes") != "yes";
    if (fixed && !(isNo(element, "canCopy") && isNo(element, "canDelete"))) {
        return element.error("canReorder=\"no\" and \"firstNo\" need canCopy=\"no\" and "
                             "canDelete=\"no\" beside them; add those");
    }
    return Done{};
}

Status checkEnd(const Element& element)
{
    const bool id = element.attribute("id").has_value();
    const bool start = element.attribute("startRef").has_value();
    if (isIsolated(element)) {
        return id && !start ? Status(Done{})
                            : element.error("an isolated <ec> has an id and no startRef");
    }
    if (id || !start) {
        return element.error(
            "<ec> names its <sc> by startRef and has no id of its own, unless it is "
            "isolated=\"yes\"; correct it");
    }
    const auto attributes = element.attributes();
    for (const auto& attribute : attributes) {
        const bool module =
            attribute.namespaceUri == kStyleModule || attribute.namespaceUri == kSizeModule;
        if (module || attribute.name == "dir") {
            return element.error(fmt::format(
                "{} stands on an <ec> only when that is isolated; write it on its <sc>",
                attribute.name));
        }
    }
    return Done{};
}

// [4.2.3.1] <cp> is for what XML cannot hold, and for nothing else.
Status checkCodePoint(const Element& element)
{
    const auto hex = valueOf(element, "hex", "");
    const auto point = hex.empty() || hex.size() > 8 ? 0x20UL : std::stoul(hex, nullptr, 16);
    const bool control = point < 0x20 && point != 0x9 && point != 0xA && point != 0xD;
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (!control && !surrogate && point != 0xFFFE && point != 0xFFFF) {
        return element.error(fmt::format(
            "<cp hex=\"{}\"> stands for no character that XML lacks; write the character itself",
            hex));
    }
    return Done{};
}

Status checkAlone(const Code& code)
{
    const auto& element = code.element;
    if (element.name() == "cp") {
        return checkCodePoint(element);
    }
    if (code.marker) {
        return Done{};
    }
    if (element.name() == "ec") {
        if (auto checked = checkEnd(element); !checked) {
            return checked;
        }
    }
    if (auto checked = checkType(element); !checked) {
        return checked;
    }
    return checkReorder(element);
}

// [4.3.1.6, 4.3.1.9 …] Start and end of one code say the same.
Status checkPair(const Element& start, const Element& end)
{
    for (const auto* name : {"canCopy", "canDelete", "canOverlap"}) {
        if (valueOf(start, name, "yes") != valueOf(end, name, "yes")) {
            return end.error(
                fmt::format("{} differs between <sc> and its <ec>; make them the same", name));
        }
    }
    const bool free = valueOf(start, "canReorder", "yes") == "yes";
    if (valueOf(end, "canReorder", "yes") != (free ? "yes" : "no")) {
        return end.error("canReorder of this <ec> does not go with its <sc>; write \"yes\" beside "
                         "\"yes\", otherwise \"no\"");
    }
    return Done{};
}

using Open = std::map<std::pair<bool, std::string>, const Code*>; // starts without end so far

Status close(const Code& code, bool whole, Open& open)
{
    const auto start = open.find({code.marker, code.id});
    const auto name = code.element.name();
    if (start == open.end()) {
        return !whole ? Status(Done{})
                      : code.element.error(fmt::format(
                            "<{}> ends \"{}\", but no such start stands before it in the unit; "
                            "correct startRef, or mark what spans units as isolated",
                            name,
                            code.id));
    }
    const auto& begin = start->second->element;
    open.erase(start);
    return name == "ec" ? checkPair(begin, code.element) : Status(Done{});
}

// Each start has its end after it, in the same unit. `whole`: nothing of that side is missing.
Status checkPairs(const std::vector<Code>& codes, bool whole)
{
    Open open;
    for (const auto& code : codes) {
        const auto name = code.element.name();
        if ((name == "sc" && !isIsolated(code.element)) || name == "sm") {
            open[{code.marker, code.id}] = &code;
        } else if (endsOther(code)) {
            if (auto closed = close(code, whole, open); !closed) {
                return closed;
            }
        }
    }
    if (!whole || open.empty()) {
        return Done{};
    }
    const auto& lone = *open.begin()->second;
    return lone.element.error(fmt::format(
        "<{}> \"{}\" has no end in the unit; add it{}",
        lone.element.name(),
        lone.id,
        lone.marker ? "" : ", or isolated=\"yes\""));
}

using DataIds = std::set<std::string>;

Status checkData(const Element& element, const DataIds& data)
{
    for (const auto* name : {"dataRef", "dataRefStart", "dataRefEnd"}) {
        const auto ref = element.attribute(name);
        if (ref && data.count(*ref) == 0) {
            return element.error(fmt::format(
                "{} names \"{}\", but <originalData> has no such <data>; correct it", name, *ref));
        }
    }
    return Done{};
}

bool hasData(const Element& element)
{
    return element.attribute("dataRef") || element.attribute("dataRefStart") ||
           element.attribute("dataRefEnd");
}

// [4.3.1.11] A copy refers to a code that may be copied and has no original data.
Status checkCopy(const Element& element, const std::map<std::string, Element>& bases)
{
    const auto base = element.attribute("copyOf");
    if (!base) {
        return Done{};
    }
    const auto found = bases.find(*base);
    if (found == bases.end()) {
        return element.error(
            fmt::format("copyOf names \"{}\", but no code of the unit has that id", *base));
    }
    if (isNo(found->second, "canCopy")) {
        return element.error(fmt::format("the code \"{}\" must not be copied; remove this", *base));
    }
    if (hasData(element) || hasData(found->second)) {
        return element.error("a code with original data is copied by dataRef; remove copyOf");
    }
    return Done{};
}

Status checkSubFlows(const Element& element, const Scope& scope)
{
    for (const auto* name : {"subFlows", "subFlowsStart", "subFlowsEnd"}) {
        const auto list = valueOf(element, name, "") + " ";
        std::size_t begin = 0;
        for (auto end = list.find(' '); end != std::string::npos; end = list.find(' ', begin)) {
            const auto id = list.substr(begin, end - begin);
            begin = end + 1;
            if (!id.empty() && scope.units != nullptr && scope.units->count(id) == 0) {
                return element.error(
                    fmt::format("{} names \"{}\", but the file has no such unit", name, id));
            }
        }
    }
    return Done{};
}

struct Side {
    std::vector<Code> codes;
    bool whole = true;
};

Side sourceOf(const std::vector<Part>& parts)
{
    Side side;
    for (const auto& part : parts) {
        side.codes.insert(side.codes.end(), part.sourceCodes.begin(), part.sourceCodes.end());
    }
    return side;
}

Side targetOf(std::vector<Part> parts)
{
    std::sort(
        parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.order < b.order; });
    Side side;
    for (const auto& part : parts) {
        side.codes.insert(side.codes.end(), part.targetCodes.begin(), part.targetCodes.end());
        side.whole = side.whole && part.target.has_value();
    }
    return side;
}

Status checkEach(const Side& side, const DataIds& data, const Scope& scope)
{
    std::map<std::string, Element> bases;
    for (const auto& code : side.codes) {
        if (!code.marker && hasOwnId(code)) {
            bases.emplace(code.id, code.element);
        }
    }
    for (const auto& code : side.codes) {
        for (auto checked :
             {checkAlone(code),
              checkData(code.element, data),
              checkCopy(code.element, bases),
              checkSubFlows(code.element, scope)}) {
            if (!checked) {
                return checked;
            }
        }
    }
    return checkPairs(side.codes, side.whole);
}

Status checkParts(const Element& holder, const std::vector<Part>& parts, const Scope& scope)
{
    DataIds data;
    for (const auto& list : holder.children("originalData")) {
        for (const auto& element : list.children("data")) {
            data.insert(valueOf(element, "id", ""));
            for (const auto& point : element.children("cp")) {
                if (auto checked = checkCodePoint(point); !checked) {
                    return checked;
                }
            }
        }
    }
    const auto source = sourceOf(parts);
    const auto target = targetOf(parts);
    for (auto checked :
         {checkEach(source, data, scope),
          checkEach(target, data, scope),
          checkSides(parts, source.codes, target.codes)}) {
        if (!checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace

std::string valueOf(const Element& element, std::string_view name, std::string_view whenAbsent)
{
    return element.attribute(name).value_or(std::string(whenAbsent));
}

bool isNo(const Element& element, std::string_view name)
{
    return valueOf(element, name, "yes") == "no";
}

bool isIsolated(const Element& element)
{
    return valueOf(element, "isolated", "no") == "yes";
}

bool hasOwnId(const Code& code)
{
    return code.what != Code::What::kClose ||
           (code.element.name() == "ec" && isIsolated(code.element));
}

std::vector<Code> codesIn(const Element& content)
{
    std::vector<Code> codes;
    collect(content, codes);
    return codes;
}

std::vector<Code> sourceCodesOf(const std::vector<Part>& parts)
{
    std::vector<Code> codes;
    for (const auto& part : parts) {
        codes.insert(codes.end(), part.sourceCodes.begin(), part.sourceCodes.end());
    }
    return codes;
}

std::vector<Code> targetCodesOf(const std::vector<Part>& parts)
{
    std::vector<Code> codes;
    for (const auto& part : parts) {
        codes.insert(codes.end(), part.targetCodes.begin(), part.targetCodes.end());
    }
    return codes;
}

Status checkCodes(const Element& unit, const std::vector<Part>& parts, const Scope& scope)
{
    return checkParts(unit, parts, scope);
}

Status checkMatchCodes(const Element& match, const Scope& scope)
{
    const auto source = match.requireChild("source");
    const auto target = match.requireChild("target");
    if (!source || !target) {
        return !source ? source.error() : target.error();
    }
    // A candidate need not keep every code of what it was made for.
    const Part sourceOnly{*source, *source, std::nullopt, 1, codesIn(*source), {}};
    const Part targetOnly{*target, *target, std::nullopt, 1, codesIn(*target), {}};
    for (auto checked :
         {checkParts(match, {sourceOnly}, scope), checkParts(match, {targetOnly}, scope)}) {
        if (!checked) {
            return checked;
        }
    }
    return Done{};
}

} // namespace jtv::xml::xliff

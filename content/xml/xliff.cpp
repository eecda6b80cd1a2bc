// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// XLIFF 2.x → units; the choice between the versions.
#include "content/xml/xliff.h"

#include "content/xml/document.h"
#include "content/xml/schema.h"
#include "content/xml/words.h"
#include "content/xml/xliff_constraints.h"
#include "content/xml/xliff_units.h"
#include "xliff_schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace jtv::xml {
namespace xliff {
namespace {

using Data = std::map<std::string, std::string>; // id → original code

std::string dataOf(const Element& element, const Data& data, std::string_view end)
{
    const auto name = [&](std::string_view base) { return std::string(base) + std::string(end); };
    if (const auto ref = element.attribute(name("dataRef"))) {
        const auto found = data.find(*ref);
        return found == data.end() ? "" : found->second;
    }
    const auto shown = element.attribute(name("equiv"));
    return shown ? *shown : valueOf(element, name("disp"), "");
}

void appendPlain(const Element& content, const Data& data, std::string& out)
{
    for (const auto& node : content.content()) {
        if (!node.element) {
            out += node.text;
            continue;
        }
        const auto& element = *node.element;
        const auto name = element.name();
        if (name == "mrk") {
            appendPlain(element, data, out);
        } else if (name == "pc") {
            out += dataOf(element, data, "Start");
            appendPlain(element, data, out);
            out += dataOf(element, data, "End");
        } else if (name == "ph" || name == "sc" || name == "ec") {
            out += dataOf(element, data, "");
        }
    }
}

std::string plain(const Element& content, const Data& data)
{
    std::string text;
    appendPlain(content, data, text);
    return text;
}

Data originalData(const Element& unit)
{
    Data data;
    for (const auto& list : unit.children("originalData")) {
        for (const auto& element : list.children("data")) {
            data[valueOf(element, "id", "")] = element.text();
        }
    }
    return data;
}

// The translation of all parts in their order; nullopt while a segment has none.
std::optional<std::string> targetOf(std::vector<Part> parts, const Data& data)
{
    std::sort(
        parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.order < b.order; });
    std::string text;
    for (const auto& part : parts) {
        if (!part.target && part.element.name() == "segment") {
            return std::nullopt;
        }
        text += plain(part.target.value_or(part.source), data);
    }
    return collapsed(text);
}

std::vector<std::string> lostCodes(const std::vector<Part>& parts, const Data& data)
{
    std::set<std::string> kept;
    for (const auto& code : targetCodesOf(parts)) {
        kept.insert(code.id);
    }
    std::vector<std::string> lost;
    for (const auto& code : sourceCodesOf(parts)) {
        const auto name = code.element.name();
        const bool counts = !code.marker && code.what != Code::What::kClose && name != "cp";
        if (counts && kept.count(code.id) == 0) {
            const auto text = dataOf(code.element, data, name == "pc" ? "Start" : "");
            lost.push_back(text.empty() ? code.id : text);
        }
    }
    return lost;
}

Result<model::UnitState> stateOf(const std::vector<Part>& parts)
{
    auto least = model::UnitState::kFinal;
    for (const auto& part : parts) {
        if (part.element.name() != "segment") {
            continue;
        }
        const auto state = part.element.word<model::UnitState>(
            "state",
            {{"initial", model::UnitState::kInitial},
             {"translated", model::UnitState::kTranslated},
             {"reviewed", model::UnitState::kReviewed},
             {"final", model::UnitState::kFinal}},
            model::UnitState::kInitial);
        if (!state) {
            return state.error();
        }
        least = std::min(least, *state);
    }
    return least;
}

int longestOf(const Element& unit)
{
    constexpr int kMost = 10'000;
    const auto value = unit.attribute("sizeRestriction", kSizeModule).value_or("");
    const auto most = value.substr(value.rfind(',') + 1);
    return most.empty() || most.size() > 5 ? 0 : std::min(std::stoi(most), kMost);
}

Result<model::TranslationUnit> readUnit(const Element& element, bool translate)
{
    const auto parts = partsOf(element);
    if (!parts) {
        return parts.error();
    }
    const auto state = stateOf(*parts);
    if (!state) {
        return state.error();
    }
    const auto data = originalData(element);
    model::TranslationUnit unit;
    unit.id = valueOf(element, "id", "");
    unit.place = element.place();
    unit.translate = valueOf(element, "translate", translate ? "yes" : "no") == "yes";
    for (const auto& part : *parts) {
        unit.source += plain(part.source, data);
    }
    unit.source = collapsed(unit.source);
    unit.target = targetOf(*parts, data);
    unit.state = *state;
    unit.longest = longestOf(element);
    for (const auto& notes : element.children("notes")) {
        for (const auto& note : notes.children("note")) {
            unit.note += (unit.note.empty() ? "" : " ") + note.plainText();
        }
    }
    if (unit.target) {
        unit.lost = lostCodes(*parts, data);
    }
    return unit;
}

Status readUnits(const Element& holder, bool translate, std::vector<model::TranslationUnit>& units)
{
    const bool here = valueOf(holder, "translate", translate ? "yes" : "no") == "yes";
    for (const auto& child : holder.children()) {
        if (child.namespaceUri() != kCore) {
            continue;
        }
        if (child.name() == "group") {
            if (auto read = readUnits(child, here, units); !read) {
                return read;
            }
        } else if (child.name() == "unit") {
            auto unit = readUnit(child, here);
            if (!unit) {
                return std::move(unit).error();
            }
            units.push_back(std::move(*unit));
        }
    }
    return Done{};
}

} // namespace

Result<model::Translation> readVersion2(const Document& document)
{
    const auto root = document.root();
    if (auto valid = Schema(kXliffSchema).validate(document); !valid) {
        return std::move(valid).error();
    }
    if (auto valid = checkDocument(root); !valid) {
        return std::move(valid).error();
    }
    model::Translation translation;
    translation.sourceLanguage = valueOf(root, "srcLang", "");
    translation.targetLanguage = valueOf(root, "trgLang", "");
    for (const auto& file : root.children("file")) {
        if (translation.original.empty()) {
            translation.original = valueOf(file, "original", "");
        }
        if (auto read = readUnits(file, true, translation.units); !read) {
            return std::move(read).error();
        }
    }
    return translation;
}

} // namespace xliff

Result<model::Translation> readXliff(std::string_view bytes, std::string_view file)
{
    ReadOptions options;
    options.bytes = kMaxXliffBytes;
    const auto document = Document::parse(bytes, std::string(file), options);
    if (!document) {
        return document.error();
    }
    const auto root = document->root();
    const auto version = root.attribute("version").value_or("");
    if (root.name() != "xliff") {
        return root.error("this is no XLIFF; the root element must be <xliff>");
    }
    if (root.namespaceUri() == xliff::kCore) {
        return xliff::readVersion2(*document);
    }
    if (version == "1.0" || version == "1.1" || version == "1.2") {
        return xliff::readVersion1(root);
    }
    return root.error(fmt::format(
        "version \"{}\" in the name space \"{}\" is not read; save it as XLIFF 2.1 or 1.2",
        version,
        root.namespaceUri()));
}

} // namespace jtv::xml

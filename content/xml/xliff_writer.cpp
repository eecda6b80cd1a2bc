// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Units → XLIFF 2.1, and 1.2 for programs that read nothing newer.
#include "content/xml/writer.h"
#include "content/xml/xliff.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::ProtectedSpan;
using model::UnitState;

// Codes of the source; only what the translation also has, where there is one, so that a
// translation that words a number differently stays a valid document.
std::vector<std::string> codesOf(const model::TranslationUnit& unit)
{
    std::vector<std::string> codes;
    for (const auto& span : model::protectedSpans(unit.source)) {
        codes.push_back(unit.source.substr(span.begin, span.end - span.begin));
    }
    if (!unit.target) {
        return codes;
    }
    std::vector<std::string> there;
    for (const auto& span : model::protectedSpans(*unit.target)) {
        there.push_back(unit.target->substr(span.begin, span.end - span.begin));
    }
    std::erase_if(codes, [&](const std::string& code) {
        const auto found = std::find(there.begin(), there.end(), code);
        if (found == there.end()) {
            return true;
        }
        there.erase(found);
        return false;
    });
    return codes;
}

// Calls text(…) and code(number from 1, …) for the pieces of `words`.
template <typename Text, typename Code>
void eachPiece(
    const std::string& words, std::vector<std::string> codes, const Text& text, const Code& code)
{
    std::size_t at = 0;
    for (const auto& span : model::protectedSpans(words)) {
        const auto value = words.substr(span.begin, span.end - span.begin);
        const auto found = std::find(codes.begin(), codes.end(), value);
        if (found == codes.end()) {
            continue;
        }
        text(words.substr(at, span.begin - at));
        code(found - codes.begin() + 1, value, span.kind);
        found->clear(); // each code once
        at = span.end;
    }
    text(words.substr(at));
}

constexpr std::string_view nameOf(UnitState state)
{
    switch (state) {
    case UnitState::kInitial:
        return "initial";
    case UnitState::kTranslated:
        return "translated";
    case UnitState::kReviewed:
        return "reviewed";
    case UnitState::kFinal:
        return "final";
    }
    return "";
}

constexpr std::string_view nameIn12(UnitState state)
{
    switch (state) {
    case UnitState::kInitial:
        return "needs-translation";
    case UnitState::kTranslated:
        return "translated";
    case UnitState::kReviewed:
        return "signed-off";
    case UnitState::kFinal:
        return "final";
    }
    return "";
}

constexpr std::string_view nameOf(ProtectedSpan::Kind kind)
{
    switch (kind) {
    case ProtectedSpan::Kind::kAddress:
        return "address";
    case ProtectedSpan::Kind::kNumber:
        return "number";
    case ProtectedSpan::Kind::kMarkup:
        return "markup";
    }
    return "";
}

void writeSide(
    Writer& out,
    std::string_view name,
    const std::string& words,
    const std::vector<std::string>& codes)
{
    out.open(name);
    eachPiece(
        words,
        codes,
        [&](const std::string& text) { out.text(text); },
        [&](auto number, const std::string& value, ProtectedSpan::Kind kind) {
            out.open("ph").attribute("id", std::to_string(number)).attribute("canDelete", "no");
            out.attribute("canCopy", "no").attribute("dataRef", fmt::format("d{}", number));
            out.attribute("disp", value).attribute("equiv", value).attribute("type", "other");
            out.attribute("subType", fmt::format("jtv:{}", nameOf(kind))).close();
        });
    out.close();
}

void writeUnit(Writer& out, const model::TranslationUnit& unit)
{
    const auto codes = codesOf(unit);
    out.open("unit").attribute("id", unit.id);
    if (!unit.translate) {
        out.attribute("translate", "no");
    }
    if (unit.longest > 0) {
        out.attribute("slr:sizeRestriction", std::to_string(unit.longest));
    }
    if (!unit.note.empty()) {
        out.open("notes").open("note").attribute("appliesTo", "source");
        out.text(unit.note).close().close();
    }
    if (!codes.empty()) {
        out.open("originalData");
        int number = 0;
        for (const auto& code : codes) {
            out.open("data").attribute("id", fmt::format("d{}", ++number)).text(code).close();
        }
        out.close();
    }
    // Inline ids must differ from the segment's [XLIFF 2.1, 4.3.1.18].
    out.open("segment").attribute("id", "s").attribute("state", nameOf(unit.state));
    if (unit.target && unit.state == UnitState::kInitial) {
        out.attribute("subState", "jtv:outdated");
    }
    writeSide(out, "source", unit.source, codes);
    if (unit.target) {
        writeSide(out, "target", *unit.target, codes);
    }
    out.close().close();
}

std::string write21(const model::Translation& translation)
{
    Writer out;
    out.open("xliff").attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
    out.attribute("xmlns:slr", "urn:oasis:names:tc:xliff:sizerestriction:2.0");
    out.attribute("version", "2.1").attribute("srcLang", translation.sourceLanguage);
    if (!translation.targetLanguage.empty()) {
        out.attribute("trgLang", translation.targetLanguage);
    }
    out.open("file").attribute("id", "slide");
    if (!translation.original.empty()) {
        out.attribute("original", translation.original);
    }
    out.open("slr:profiles").attribute("generalProfile", "xliff:codepoints").close();
    for (const auto& unit : translation.units) {
        writeUnit(out, unit);
    }
    out.close().close();
    return out.finish();
}

void writeSide12(Writer& out, const std::string& words, const std::vector<std::string>& codes)
{
    eachPiece(
        words,
        codes,
        [&](const std::string& text) { out.text(text); },
        [&](auto number, const std::string& value, ProtectedSpan::Kind kind) {
            out.open("ph").attribute("id", std::to_string(number));
            out.attribute("ctype", fmt::format("x-jtv-{}", nameOf(kind))).text(value).close();
        });
    out.close();
}

void writeUnit12(Writer& out, const model::TranslationUnit& unit)
{
    const auto codes = codesOf(unit);
    out.open("trans-unit").attribute("id", unit.id);
    if (!unit.translate) {
        out.attribute("translate", "no");
    }
    if (unit.state >= UnitState::kReviewed) {
        out.attribute("approved", "yes");
    }
    if (unit.longest > 0) {
        out.attribute("maxwidth", std::to_string(unit.longest)).attribute("size-unit", "char");
    }
    writeSide12(out.open("source"), unit.source, codes);
    if (unit.target) {
        out.open("target").attribute("state", nameIn12(unit.state));
        writeSide12(out, *unit.target, codes);
    }
    if (!unit.note.empty()) {
        out.open("note").attribute("from", "developer").text(unit.note).close();
    }
    out.close();
}

std::string write12(const model::Translation& translation)
{
    Writer out;
    out.open("xliff").attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
    out.attribute("version", "1.2").open("file");
    out.attribute("original", translation.original.empty() ? "slide" : translation.original);
    out.attribute("datatype", "plaintext");
    out.attribute("source-language", translation.sourceLanguage);
    if (!translation.targetLanguage.empty()) {
        out.attribute("target-language", translation.targetLanguage);
    }
    out.open("body");
    for (const auto& unit : translation.units) {
        writeUnit12(out, unit);
    }
    out.close().close().close();
    return out.finish();
}

} // namespace

std::string writeXliff(const model::Translation& translation, XliffVersion version)
{
    return version == XliffVersion::k12 ? write12(translation) : write21(translation);
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide → XML.
#include "content/xml/slide.h"
#include "content/xml/slide_marks.h"
#include "content/xml/slide_words.h"
#include "content/xml/writer.h"

namespace jtv::xml {
namespace {

struct BlockWriter {
    Writer& out;
    MarkWriter& marks;

    void operator()(const model::Paragraph& block) const
    {
        marks.leaf(out, "paragraph", block.text);
    }
    void operator()(const model::BulletList& block) const { list("list", "item", block.items); }
    void operator()(const model::StepList& block) const { list("steps", "step", block.items); }
    void operator()(const model::Table& block) const
    {
        out.open("table");
        for (const auto& row : block.rows) {
            out.open("row");
            marks.leaf(out, "label", row.label);
            marks.leaf(out, "value", row.value);
            out.close();
        }
        out.close();
    }
    void
    list(std::string_view name, std::string_view item, const std::vector<std::string>& items) const
    {
        out.open(name);
        for (const auto& text : items) {
            marks.leaf(out, item, text);
        }
        out.close();
    }
};

void writeOptional(Writer& out, std::string_view name, const std::string& value)
{
    if (!value.empty()) {
        out.attribute(name, value);
    }
}

void writeDay(Writer& out, std::string_view name, const std::optional<model::Day>& day)
{
    writeOptional(out, name, day ? model::dayText(*day) : "");
}

void writeCode(Writer& out, MarkWriter& marks, const model::QrCode& code)
{
    out.open("qr").attribute("target", code.target);
    if (!code.targetLanguage.empty()) {
        out.attribute("pageLanguage", code.targetLanguage);
    }
    writeState(out, code.state);
    marks.leaf(out, "address", code.printed, false);
    if (!code.caption.empty()) {
        marks.leaf(out, "caption", code.caption);
    }
    out.close();
}

void writeTelephone(Writer& out, MarkWriter& marks, const model::Telephone& telephone)
{
    out.open("telephone");
    writeState(out, telephone.state);
    marks.leaf(out, "number", telephone.number, false);
    if (!telephone.note.empty()) {
        marks.leaf(out, "note", telephone.note);
    }
    out.close();
}

void writeText(Writer& out, const model::SlideText& text)
{
    MarkWriter marks(text.marks);
    out.open("text")
        .attribute("xml:lang", text.language)
        .attribute("state", wordFor(kStateWords, text.state));
    out.attribute("reviewed", text.reviewed ? "yes" : "no");
    if (!text.title.empty()) {
        marks.leaf(out, "title", text.title);
    }
    for (const auto& block : text.blocks) {
        std::visit(BlockWriter{out, marks}, block);
    }
    if (text.qr) {
        writeCode(out, marks, *text.qr);
    }
    if (text.telephone) {
        writeTelephone(out, marks, *text.telephone);
    }
    if (text.picture) {
        out.open("picture").attribute("source", text.picture->source);
        writeState(out, text.picture->state);
        out.close();
    }
    if (!text.pictureAlternative.empty()) {
        marks.leaf(
            out, "pictureAlternative", text.pictureAlternative, true, text.pictureAlternativeState);
    }
    out.close();
}

void writeProvenance(Writer& out, const model::Provenance& provenance)
{
    if (provenance == model::Provenance{}) {
        return;
    }
    out.open("provenance");
    writeOptional(out, "source", provenance.source);
    writeOptional(out, "licence", provenance.licence);
    writeDay(out, "licenceUntil", provenance.licenceUntil);
    writeOptional(out, "office", provenance.office);
    writeDay(out, "correctAsOf", provenance.correctAsOf);
    writeDay(out, "reviewBy", provenance.reviewBy);
    for (const auto& consent : provenance.consents) {
        out.open("consent").attribute("who", consent.who).attribute("scope", consent.scope);
        writeDay(out, "until", consent.until);
        out.close();
    }
    out.close();
}

void writeHours(Writer& out, const model::OpeningHours& hours)
{
    if (hours.rows.empty()) {
        return;
    }
    out.open("hours");
    for (const auto& row : hours.rows) {
        std::string days(wordFor(kDayWords, row.first));
        if (row.last != row.first) {
            days += "-" + std::string(wordFor(kDayWords, row.last));
        }
        if (row.spans.empty()) {
            out.open("closed").attribute("days", days).close();
        }
        for (const auto& span : row.spans) {
            out.open("open").attribute("days", days);
            out.attribute("from", model::timeOfDayText(span.from));
            out.attribute("to", model::timeOfDayText(span.to)).close();
        }
    }
    out.close();
}

void writeFloor(Writer& out, const model::FloorPlan& plan)
{
    out.open("floor").attribute("columns", std::to_string(plan.columns));
    out.attribute("rows", std::to_string(plan.rows));
    for (const auto& place : plan.places) {
        out.open("place").attribute("kind", wordFor(kPlaceWords, place.kind));
        writeOptional(out, "label", place.label);
        out.attribute("x", std::to_string(place.x)).attribute("y", std::to_string(place.y));
        out.attribute("width", std::to_string(place.width));
        out.attribute("height", std::to_string(place.height)).close();
    }
    for (const auto& corner : plan.way) {
        out.open("corner").attribute("x", std::to_string(corner.x));
        out.attribute("y", std::to_string(corner.y)).close();
    }
    out.close();
}

// What all languages share.
void writeShared(Writer& out, const model::Slide& slide)
{
    writeProvenance(out, slide.provenance);
    for (const auto& sign : slide.signs) {
        out.open("sign").attribute("xml:lang", sign.language).attribute("source", sign.source);
        out.attribute("placement", wordFor(kPlacementWords, sign.placement));
        writeState(out, sign.state);
        out.close();
    }
    writeHours(out, slide.hours);
    if (slide.floor) {
        writeFloor(out, *slide.floor);
    }
}

} // namespace

std::string writeSlide(const model::Slide& slide)
{
    Writer out;
    out.open("slide").attribute("xmlns", kSlideNamespace);
    out.attribute("xmlns:its", "http://www.w3.org/2005/11/its").attribute("its:version", "2.0");
    out.attribute("xml:lang", slide.sourceLanguage);
    if (!slide.id.empty()) {
        out.attribute("id", slide.id);
    }
    out.attribute("template", wordFor(kTemplateWords, slide.kind));
    out.attribute("icon", wordFor(kIconWords, slide.icon));
    out.attribute("theme", slide.theme);
    if (!slide.picture.empty()) {
        out.attribute("picture", slide.picture);
    }
    if (slide.binding) {
        out.attribute("binding", "yes");
    }
    if (slide.whenOutdated != model::WhenOutdated::kShow) {
        out.attribute("outdated", wordFor(kOutdatedWords, slide.whenOutdated));
    }
    writeShared(out, slide);
    for (const auto& text : slide.texts) {
        writeText(out, text);
    }
    out.close();
    return out.finish();
}

} // namespace jtv::xml

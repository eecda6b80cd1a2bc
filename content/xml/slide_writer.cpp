// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide → XML.
#include "content/xml/slide.h"
#include "content/xml/slide_marks.h"
#include "content/xml/writer.h"

namespace jtv::xml {
namespace {

constexpr std::string_view nameOf(model::SlideTemplate kind)
{
    switch (kind) {
    case model::SlideTemplate::kTitleText:
        return "title-text";
    case model::SlideTemplate::kSteps:
        return "steps";
    case model::SlideTemplate::kNotice:
        return "notice";
    case model::SlideTemplate::kQr:
        return "qr";
    case model::SlideTemplate::kPictureText:
        return "picture-text";
    }
    return "";
}

constexpr std::string_view nameOf(model::SlideIcon icon)
{
    switch (icon) {
    case model::SlideIcon::kNone:
        return "none";
    case model::SlideIcon::kClock:
        return "clock";
    case model::SlideIcon::kDocument:
        return "document";
    case model::SlideIcon::kCalendar:
        return "calendar";
    case model::SlideIcon::kPhone:
        return "phone";
    case model::SlideIcon::kSpeech:
        return "speech";
    case model::SlideIcon::kInfo:
        return "info";
    case model::SlideIcon::kUpload:
        return "upload";
    case model::SlideIcon::kHouse:
        return "house";
    case model::SlideIcon::kPerson:
        return "person";
    case model::SlideIcon::kQuiet:
        return "quiet";
    }
    return "";
}

constexpr std::string_view nameOf(model::TextState state)
{
    switch (state) {
    case model::TextState::kMissing:
        return "missing";
    case model::TextState::kOutdated:
        return "outdated";
    case model::TextState::kReady:
        return "ready";
    }
    return "";
}

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

void writeCode(Writer& out, MarkWriter& marks, const model::QrCode& code)
{
    out.open("qr").attribute("target", code.target);
    if (!code.targetLanguage.empty()) {
        out.attribute("pageLanguage", code.targetLanguage);
    }
    marks.leaf(out, "address", code.printed, false);
    if (!code.caption.empty()) {
        marks.leaf(out, "caption", code.caption);
    }
    out.close();
}

void writeText(Writer& out, const model::SlideText& text)
{
    out.open("text").attribute("xml:lang", text.language).attribute("state", nameOf(text.state));
    out.attribute("reviewed", text.reviewed ? "yes" : "no");
    MarkWriter marks(text.marks);
    if (!text.title.empty()) {
        marks.leaf(out, "title", text.title);
    }
    for (const auto& block : text.blocks) {
        std::visit(BlockWriter{out, marks}, block);
    }
    if (text.qr) {
        writeCode(out, marks, *text.qr);
    }
    if (!text.pictureAlternative.empty()) {
        marks.leaf(out, "pictureAlternative", text.pictureAlternative);
    }
    out.close();
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
    out.attribute("template", nameOf(slide.kind)).attribute("icon", nameOf(slide.icon));
    out.attribute("theme", slide.theme);
    if (!slide.picture.empty()) {
        out.attribute("picture", slide.picture);
    }
    for (const auto& text : slide.texts) {
        writeText(out, text);
    }
    out.close();
    return out.finish();
}

} // namespace jtv::xml

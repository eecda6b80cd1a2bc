// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Proportions of headings, lists, steps and tables; all distances are shares of
// the body's type size.
#include "content/typeset/column.h"

#include "content/typeset/locale.h"

#include <algorithm>
#include <cmath>

namespace jtv::typeset {
namespace {

constexpr double kBlockGap = 0.75;
constexpr double kItemGap = 0.5;
constexpr double kBulletIndent = 1.05;
constexpr double kBulletSize = 0.34;
constexpr double kStepCircle = 1.5;
constexpr double kStepIndent = 2.15;
constexpr double kStepGap = 0.7;
constexpr double kRowPadding = 0.36;
constexpr double kRule = 0.05;
constexpr double kTitleBar = 0.13;
constexpr double kTelephone = 1.25;
constexpr double kWidestLabel = 0.45; // of the width, beside a value of several lines

} // namespace

Column::Column(const TextSetter& setter, const Ground& ground, double width, Type type)
    : setter_(setter), ground_(ground), width_(width), type_(type)
{}

Box Column::box(double start, double y, double width, double height) const
{
    const double x = setter_.language().rightToLeft ? width_ - start - width : start;
    return {x, y, width, height};
}

void Column::gap(double height)
{
    if (bottom_ > 0) {
        bottom_ += height;
    }
}

// Returns the lower edge.
double Column::place(const Lines& lines, const Colour& colour, double start, double y, double width)
{
    const auto logical = logicalBox(lines);
    const auto room = box(start, y, width, logical.height);
    tooWide_ = tooWide_ || logical.width > width + 1;
    if (!unknown_ && hasUnknownGlyphs(lines)) {
        unknown_ = unknownCharacters(lines).front();
    }
    elements_.push_back(PlacedText{lines, room.x, room.y, room, colour, ground_.fill});
    return y + logical.height;
}

void Column::addTitle(const std::string& text, bool balanced)
{
    if (text.empty()) {
        return;
    }
    TextStyle style{.size = type_.title, .bold = true, .heading = true};
    auto lines = setter_.set(text, style, width_);
    // A long word makes the whole heading smaller, never smaller than the text
    // below it.
    while (logicalBox(lines).width > width_ && style.size > type_.body) {
        style.size = std::max(type_.body, std::floor(style.size * 0.95));
        lines = setter_.set(text, style, width_);
    }
    // Lines of about the same length: as narrow as the same number of lines
    // allows.
    double width = width_;
    for (double narrower = width * 0.97; balanced && narrower > width_ * 0.4; narrower *= 0.97) {
        const auto tried = setter_.set(text, style, narrower);
        if (lineCount(lines) == 1 || lineCount(tried) > lineCount(lines) ||
            logicalBox(tried).width > narrower) {
            break;
        }
        lines = tried;
        width = narrower;
    }
    bottom_ = place(lines, ground_.title, 0, bottom_, width) + type_.title * 0.22;
    const double bar = type_.title * kTitleBar;
    elements_.push_back(
        FilledBox{box(0, bottom_, type_.title * 1.6, bar), ground_.accent, bar / 2});
    bottom_ += bar + type_.body * 0.1;
}

void Column::addBlock(const model::Block& block)
{
    gap(type_.body * kBlockGap);
    std::visit([this](const auto& kind) { add(kind); }, block);
}

void Column::add(const model::Paragraph& paragraph)
{
    const auto lines = setter_.set(paragraph.text, {.size = type_.body}, width_);
    bottom_ = place(lines, ground_.text, 0, bottom_, width_);
}

void Column::add(const model::BulletList& list)
{
    const double indent = type_.body * kBulletIndent;
    const double bullet = type_.body * kBulletSize;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        bottom_ += i == 0 ? 0 : type_.body * kItemGap;
        const auto lines = setter_.set(list.items[i], {.size = type_.body}, width_ - indent);
        const double middle = bottom_ + firstLineHeight(lines) * 0.52;
        elements_.push_back(FilledBox{
            box(type_.body * 0.12, middle - bullet / 2, bullet, bullet),
            ground_.accent,
            bullet / 2});
        bottom_ = place(lines, ground_.text, indent, bottom_, width_ - indent);
    }
}

void Column::addTelephone(const model::Telephone& telephone)
{
    gap(type_.body * kBlockGap);
    const double side = type_.body * kTelephone;
    const double indent = side * 1.35;
    const TextStyle style{.size = type_.body * kTelephone, .bold = true, .leftToRight = true};
    const auto number = setter_.set(telephone.number, style, 0);
    const double width = std::ceil(logicalBox(number).width) + 1;
    const auto iconBox = box(0, bottom_ + (firstLineHeight(number) - side) / 2, side, side);
    elements_.push_back(PlacedIcon{model::SlideIcon::kPhone, iconBox, ground_.accent});
    bottom_ = place(number, ground_.title, indent, bottom_, width);
    tooWide_ = tooWide_ || indent + width > width_;
    if (!telephone.note.empty()) {
        const auto note = setter_.set(telephone.note, {.size = type_.body}, width_ - indent);
        bottom_ = place(note, ground_.text, indent, bottom_, width_ - indent);
    }
}

void Column::add(const model::StepList& list)
{
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        addStep(list.items[i], static_cast<int>(i) + 1, i + 1 == list.items.size());
    }
}

void Column::addStep(const std::string& text, int number, bool last)
{
    const double indent = type_.body * kStepIndent;
    const double circle = type_.body * kStepCircle;
    const auto lines = setter_.set(text, {.size = type_.body}, width_ - indent);
    const double first = firstLineHeight(lines);
    const double textTop = bottom_ + std::max(0.0, (circle - first) / 2);
    const double circleTop = bottom_ + std::max(0.0, (first - circle) / 2);
    const double textBottom = place(lines, ground_.text, indent, textTop, width_ - indent);
    const double next = std::max(textBottom, circleTop + circle) + type_.body * kStepGap;
    if (!last) {
        const double thread = type_.body * kRule * 1.6;
        elements_.push_back(FilledBox{
            box((circle - thread) / 2, circleTop + circle, thread, next - circleTop - circle),
            ground_.rule});
    }
    elements_.push_back(FilledBox{box(0, circleTop, circle, circle), ground_.accent, circle / 2});
    const auto digits = setter_.set(
        localNumber(setter_.language().tag, number),
        {.size = type_.body * 0.86, .bold = true, .centred = true},
        circle);
    const auto room = box(0, circleTop, circle, circle);
    const auto ink = inkBox(digits);
    elements_.push_back(PlacedText{
        digits,
        room.x,
        room.y + circle / 2 - ink.y - ink.height / 2,
        room,
        ground_.onAccent,
        ground_.accent});
    bottom_ = last ? next - type_.body * kStepGap : next;
}

double Column::naturalWidth(const std::string& text, bool bold) const
{
    const auto lines = setter_.set(text, {.size = type_.body, .bold = bold}, 0);
    return std::ceil(logicalBox(lines).width) + 1;
}

void Column::add(const model::Table& table)
{
    double label = 0;
    double value = 0;
    for (const auto& row : table.rows) {
        label = std::max(label, naturalWidth(row.label, true));
        value = std::max(value, naturalWidth(row.value, false));
    }
    const double start = label + type_.body;
    // Else the value stands below its label.
    const bool beside = start + value <= width_ || label <= width_ * kWidestLabel;
    const double padding = type_.body * kRowPadding;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (i > 0) {
            bottom_ += padding;
            elements_.push_back(
                FilledBox{box(0, bottom_, width_, type_.body * kRule), ground_.rule});
            bottom_ += type_.body * kRule + padding;
        }
        const auto& row = table.rows[i];
        const auto labels =
            setter_.set(row.label, {.size = type_.body, .bold = true}, beside ? label : width_);
        const double below = place(labels, ground_.text, 0, bottom_, beside ? label : width_);
        const double indent = beside ? start : 0;
        const auto values = setter_.set(row.value, {.size = type_.body}, width_ - indent);
        bottom_ = std::max(
            below, place(values, ground_.text, indent, beside ? bottom_ : below, width_ - indent));
    }
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebVTT's positions; a box is moved rather than cut or laid over another.
#include "content/typeset/caption_place.h"

#include <algorithm>

namespace jtv::typeset {
namespace {

using PositionAlign = model::CaptionPositionAlign;

// [webvtt1, 3.1 "computed position"]
double positionOf(const model::CaptionPlace& place)
{
    if (place.position) {
        return *place.position;
    }
    return place.align == model::CaptionAlign::kLeft    ? 0
           : place.align == model::CaptionAlign::kRight ? 100
                                                        : 50;
}

// [webvtt1, 3.1 "computed position alignment"]; a caption that only says start or end gets the
// whole width: half of it, as the standard has it, is too narrow to be read from afar.
PositionAlign positionAlignOf(const model::CaptionPlace& place, bool rightToLeft)
{
    if (place.positionAlign != PositionAlign::kAuto) {
        return place.positionAlign;
    }
    const bool sided =
        place.align == model::CaptionAlign::kStart || place.align == model::CaptionAlign::kEnd;
    if (sided && !place.position) {
        return PositionAlign::kCentre;
    }
    const auto side = sideOf(place.align, rightToLeft);
    return side == Side::kStart ? PositionAlign::kLineLeft
           : side == Side::kEnd ? PositionAlign::kLineRight
                                : PositionAlign::kCentre;
}

double clamped(double value, double least, double most)
{
    return std::max(least, std::min(value, most));
}

bool collides(const Box& one, const Box& other)
{
    return one.x < other.x + other.width && other.x < one.x + one.width &&
           one.y < other.y + other.height && other.y < one.y + one.height;
}

// Across the lines, before other boxes are looked at.
double acrossOf(const model::CaptionPlace& place, double across, const CaptionRoom& room)
{
    const double share = place.lineAlign == model::CaptionLineAlign::kEnd      ? 1
                         : place.lineAlign == model::CaptionLineAlign::kCentre ? 0.5
                                                                               : 0;
    if (!place.line) {
        return room.across - room.margin - across;
    }
    if (!place.snapToLines) {
        return *place.line / 100 * room.across - share * across;
    }
    if (*place.line < 0) {
        return room.across - room.margin - across + (*place.line + 1) * room.line;
    }
    return room.margin + *place.line * room.line - share * across;
}

} // namespace

Side sideOf(model::CaptionAlign align, bool rightToLeft)
{
    switch (align) {
    case model::CaptionAlign::kStart:
        return rightToLeft ? Side::kEnd : Side::kStart;
    case model::CaptionAlign::kEnd:
        return rightToLeft ? Side::kStart : Side::kEnd;
    case model::CaptionAlign::kLeft:
        return Side::kStart;
    case model::CaptionAlign::kRight:
        return Side::kEnd;
    case model::CaptionAlign::kCentre:
        break;
    }
    return Side::kMiddle;
}

CaptionSpace spaceFor(const model::CaptionPlace& place, bool rightToLeft, const CaptionRoom& room)
{
    // Narrower than this nothing can be set at a readable size; the box is moved instead.
    constexpr double kNarrowest = 0.3;
    const double position = positionOf(place);
    const auto align = positionAlignOf(place, rightToLeft);
    const double most = align == PositionAlign::kLineLeft    ? 100 - position
                        : align == PositionAlign::kLineRight ? position
                        : position <= 50                     ? position * 2
                                                             : (100 - position) * 2;
    const double size = std::min(place.size, most) / 100 * room.along;
    const double at = position / 100 * room.along;
    const double start = align == PositionAlign::kLineLeft    ? at
                         : align == PositionAlign::kLineRight ? at - size
                                                              : at - size / 2;
    const double first = std::max(start, room.margin);
    const double last = std::min(start + size, room.along - room.margin);
    CaptionSpace space;
    space.size =
        std::max(last - first, std::min(kNarrowest * room.along, room.along - 2 * room.margin));
    space.start = clamped(first, room.margin, room.along - room.margin - space.size);
    return space;
}

Box placeCaption(
    const model::CaptionPlace& place,
    bool rightToLeft,
    double along,
    double across,
    const CaptionRoom& room,
    const std::vector<Box>& taken)
{
    const auto space = spaceFor(place, rightToLeft, room);
    const auto side = sideOf(place.align, rightToLeft);
    const double left = space.size - along;
    const double x = space.start + (side == Side::kStart ? 0
                                    : side == Side::kEnd ? left
                                                         : left / 2);
    const double last = room.across - room.margin - across;
    Box box{
        clamped(x, room.margin, room.along - room.margin - along),
        clamped(acrossOf(place, across, room), room.margin, std::max(last, room.margin)),
        along,
        across};
    const Box wanted = box;
    const auto blocking = [&] {
        return std::find_if(
            taken.begin(), taken.end(), [&](const Box& other) { return collides(box, other); });
    };
    // Away from the edge it stands at, then, if there is no room, the other way.
    const bool up = !place.line || box.y > room.across / 2 - across / 2;
    const double gap = room.line * 0.2;
    for (const bool upwards : {up, !up}) {
        box = wanted;
        for (auto other = blocking(); other != taken.end(); other = blocking()) {
            box.y = upwards ? other->y - across - gap : other->y + other->height + gap;
        }
        if (box.y >= room.margin && box.y <= last) {
            return box;
        }
    }
    return wanted;
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Fits, places and paints captions.
#include "content/typeset/caption.h"

#include "content/typeset/canvas.h"
#include "content/typeset/caption_place.h"
#include "content/typeset/caption_text.h"
#include "content/typeset/composition.h"
#include "content/typeset/glyph_lock.h"
#include "content/typeset/sizes.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <map>
#include <numbers>
#include <pango/pangocairo.h>

namespace jtv::typeset {
namespace {

constexpr std::size_t kMostRows = 3;  // as long as the type need not go below the readable size
constexpr double kMostOfHeight = 0.6; // of the picture, that one caption may take
constexpr double kUsualOfShortSide = 0.05; // type size, where the distance asks for less
constexpr double kSmallerCaption = 0.92;   // from one try to the next

bool vertical(const model::Caption& caption)
{
    return caption.place.writing != model::CaptionWriting::kHorizontal;
}

// One caption with its type, before and after it has its place.
struct Boxed {
    const model::Caption* caption = nullptr;
    SetCaption set;
    double padding = 0; // px
    Box box;            // in the picture
};

struct Stage {
    const Target& target;
    double readable = 0; // px of type
    double usual = 0;    // px

    double width() const { return target.width; }
    double height() const { return target.height; }
    double margin() const { return std::min(width(), height()) * 0.04; }
};

CaptionRoom roomOf(const Stage& stage, const model::Caption& caption, double lineHeight)
{
    const bool turned = vertical(caption);
    return {
        turned ? stage.height() : stage.width(),
        turned ? stage.width() : stage.height(),
        stage.margin(),
        lineHeight};
}

// Letters stand upright in vertical lines; the page is turned when it is painted.
void turn(const TextSetter& setter, bool turned)
{
    const auto probe = setter.set("", {}, 0);
    auto* const context = pango_layout_get_context(probe.get());
    pango_context_set_base_gravity(context, turned ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_AUTO);
}

bool opensRightToLeft(const Boxed& boxed, const TextSetter& setter)
{
    return boxed.set.rows.empty() ? setter.language().rightToLeft
                                  : boxed.set.rows.front().rightToLeft;
}

const model::CaptionRegion*
regionOf(const model::Caption& caption, const std::vector<model::CaptionRegion>& regions)
{
    // The last of several with one name counts.
    const auto found = std::find_if(regions.rbegin(), regions.rend(), [&](const auto& region) {
        return !caption.place.region.empty() && region.id == caption.place.region;
    });
    return found == regions.rend() ? nullptr : &*found;
}

// The largest type up to the usual one that needs few rows; below the readable size only where the
// caption would be cut.
Boxed fit(const model::Caption& caption, const Stage& stage, const TextSetter& setter, double share)
{
    constexpr double kLeastSize = 8;
    Boxed boxed;
    boxed.caption = &caption;
    const std::size_t rows = std::max(kMostRows, caption.lines.size());
    for (double size = stage.usual;; size = std::max(size * kSmallerCaption, kLeastSize)) {
        const auto room = roomOf(stage, caption, size);
        const auto rightToLeft = setter.language().rightToLeft;
        const auto space = spaceFor(caption.place, rightToLeft, room);
        boxed.padding = size * 0.35;
        boxed.set = setCaption(caption, setter, size, space.size * share - 2 * boxed.padding);
        const double across =
            static_cast<double>(boxed.set.rows.size()) * boxed.set.lineHeight + boxed.padding;
        const bool whole = !boxed.set.tooWide && across <= room.across * kMostOfHeight;
        const bool few = boxed.set.rows.size() <= rows;
        if (size <= kLeastSize || (whole && (few || size * kSmallerCaption < stage.readable))) {
            return boxed;
        }
    }
}

Box inPicture(const model::Caption& caption, const Box& box, const Stage& stage)
{
    switch (caption.place.writing) {
    case model::CaptionWriting::kGrowingLeft:
        return {stage.width() - box.y - box.height, box.x, box.height, box.width};
    case model::CaptionWriting::kGrowingRight:
        return {box.y, box.x, box.height, box.width};
    case model::CaptionWriting::kHorizontal:
        break;
    }
    return box;
}

// Those of other writing directions stand elsewhere; they are not looked at.
class Places {
public:
    Places(const Stage& stage, const TextSetter& setter) : stage_(stage), setter_(setter) {}

    void place(Boxed& boxed)
    {
        const auto& caption = *boxed.caption;
        auto& taken = taken_[caption.place.writing];
        const auto room = roomOf(stage_, caption, boxed.set.lineHeight);
        const auto box = placeCaption(
            caption.place,
            opensRightToLeft(boxed, setter_),
            boxed.set.width + 2 * boxed.padding,
            acrossOf(boxed),
            room,
            taken);
        taken.push_back(box);
        boxed.box = inPicture(caption, box, stage_);
    }

    // Captions of a region stand one above the other at its lower edge.
    void place(Boxed& boxed, const model::CaptionRegion& region)
    {
        const double width = region.width / 100 * stage_.width();
        const double height = region.lines * boxed.set.lineHeight;
        const double left = region.viewportX / 100 * stage_.width() - region.anchorX / 100 * width;
        const double top = region.viewportY / 100 * stage_.height() - region.anchorY / 100 * height;
        double& used = used_[region.id];
        const Box box{
            left + (width - boxed.set.width) / 2 - boxed.padding,
            top + height - used - acrossOf(boxed),
            boxed.set.width + 2 * boxed.padding,
            acrossOf(boxed)};
        used += box.height;
        const auto kept = [](double at, double size, double whole, double margin) {
            return std::max(margin, std::min(at, whole - margin - size));
        };
        boxed.box = {
            kept(box.x, box.width, stage_.width(), stage_.margin()),
            kept(box.y, box.height, stage_.height(), stage_.margin()),
            box.width,
            box.height};
        taken_[model::CaptionWriting::kHorizontal].push_back(boxed.box);
    }

private:
    static double acrossOf(const Boxed& boxed)
    {
        return static_cast<double>(boxed.set.rows.size()) * boxed.set.lineHeight + boxed.padding;
    }

    const Stage& stage_;
    const TextSetter& setter_;
    std::map<model::CaptionWriting, std::vector<Box>> taken_;
    std::map<std::string, double> used_; // px of each region
};

void paintGround(cairo_t* cairo, const Boxed& boxed)
{
    constexpr double kRight = std::numbers::pi / 2;
    const auto& [x, y, width, height] = boxed.box;
    const double r = boxed.padding * 0.6;
    cairo_new_path(cairo);
    cairo_arc(cairo, x + width - r, y + r, r, -kRight, 0);
    cairo_arc(cairo, x + width - r, y + height - r, r, 0, kRight);
    cairo_arc(cairo, x + r, y + height - r, r, kRight, 2 * kRight);
    cairo_arc(cairo, x + r, y + r, r, 2 * kRight, 3 * kRight);
    cairo_close_path(cairo);
    setColour(cairo, captionGround());
    cairo_fill(cairo);
}

// In the box's own directions: the first row at the top, letters to the right.
void paintRows(cairo_t* cairo, const Boxed& boxed, double along)
{
    const auto& set = boxed.set;
    const auto writing = boxed.caption->place.writing;
    std::vector<Box> places;
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        const auto& row = set.rows[i];
        const auto side = sideOf(boxed.caption->place.align, row.rightToLeft);
        const double left = along - 2 * boxed.padding - row.width;
        const auto at =
            writing == model::CaptionWriting::kGrowingRight ? set.rows.size() - 1 - i : i;
        const double bottom = static_cast<double>(at + 1) * set.lineHeight + boxed.padding / 2;
        // Readings stand in the upper part of their line.
        const double leading = std::min(set.lineHeight, set.size * 1.34) - row.ascent - row.descent;
        places.push_back(
            {boxed.padding + (side == Side::kStart ? 0
                              : side == Side::kEnd ? left
                                                   : left / 2),
             bottom - row.descent - leading / 2,
             row.width,
             row.ascent});
        setColour(cairo, captionColour(model::CaptionColour::kNone));
        cairo_new_path(cairo);
        cairo_move_to(cairo, places.back().x, places.back().y);
        pango_cairo_show_layout_line(
            cairo, pango_layout_get_line_readonly(row.lines.get(), row.index));
    }
    for (const auto& ruby : set.rubies) {
        const auto& place = places[ruby.row];
        const auto extent = logicalBox(ruby.lines);
        cairo_new_path(cairo);
        cairo_move_to(
            cairo,
            place.x + ruby.middle - extent.width / 2,
            place.y - place.height - extent.height * 0.8);
        pango_cairo_show_layout(cairo, ruby.lines.get());
    }
    cairo_new_path(cairo);
}

void paintCaption(cairo_t* cairo, const Boxed& boxed)
{
    paintGround(cairo, boxed);
    cairo_save(cairo);
    if (vertical(*boxed.caption)) {
        cairo_translate(cairo, boxed.box.x + boxed.box.width, boxed.box.y);
        cairo_rotate(cairo, std::numbers::pi / 2);
        paintRows(cairo, boxed, boxed.box.height);
    } else {
        cairo_translate(cairo, boxed.box.x, boxed.box.y);
        paintRows(cairo, boxed, boxed.box.width);
    }
    cairo_restore(cairo);
}

Result<Patch> paintAll(const std::vector<Boxed>& boxes, const Stage& stage)
{
    double left = stage.width();
    double top = stage.height();
    double right = 0;
    double bottom = 0;
    for (const auto& boxed : boxes) {
        left = std::min(left, std::floor(boxed.box.x));
        top = std::min(top, std::floor(boxed.box.y));
        right = std::max(right, std::ceil(boxed.box.x + boxed.box.width));
        bottom = std::max(bottom, std::ceil(boxed.box.y + boxed.box.height));
    }
    left = std::max(left, 0.0);
    top = std::max(top, 0.0);
    right = std::min(right, stage.width());
    bottom = std::min(bottom, stage.height());
    if (right <= left || bottom <= top) {
        return Patch{};
    }
    Patch patch;
    patch.x = static_cast<int>(left);
    patch.y = static_cast<int>(top);
    patch.pixels = Pixels(static_cast<int>(right - left), static_cast<int>(bottom - top));
    const auto surface = surfaceOn(patch.pixels);
    const Context cairo(cairo_create(surface.get()));
    cairo_translate(cairo.get(), -left, -top);
    for (const auto& boxed : boxes) {
        paintCaption(cairo.get(), boxed);
    }
    cairo_surface_flush(surface.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
        return Error{
            ErrorKind::kInternal, "Cairo cannot paint the captions; there is no memory left"};
    }
    return patch;
}

} // namespace

Result<Patch> renderCaptions(
    const std::vector<model::Caption>& captions,
    const std::vector<model::CaptionRegion>& regions,
    const std::string& language,
    const Target& target)
{
    const GlyphLock lock;
    const auto readable = smallestText(target);
    if (!readable) {
        return readable.error();
    }
    Stage stage{target, *readable, 0};
    const double shortSide = std::min(stage.width(), stage.height());
    // In a small region on a large wall the readable size would fill it.
    stage.usual = std::min(std::max(*readable, shortSide * kUsualOfShortSide), shortSide * 0.2);
    const TextSetter setter(languageOf(language));
    Places places(stage, setter);
    std::vector<Boxed> boxes;
    for (const auto& caption : captions) {
        if (caption.lines.empty()) {
            continue;
        }
        turn(setter, vertical(caption));
        const auto* region = regionOf(caption, regions);
        auto boxed = fit(caption, stage, setter, region != nullptr ? region->width / 100 : 1.0);
        if (region != nullptr) {
            places.place(boxed, *region);
        } else {
            places.place(boxed);
        }
        boxes.push_back(std::move(boxed));
    }
    return paintAll(boxes, stage);
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A picture before it is painted: every element with its place, so that a test can measure it.
#pragma once

#include "base/pixels.h"
#include "base/result.h"
#include "content/model/slide.h"
#include "content/typeset/qr_code.h"
#include "content/typeset/text.h"
#include "content/typeset/theme.h"

#include <variant>
#include <vector>

namespace jtv::typeset {

struct FilledBox {
    Box box;
    Colour colour;
    double radius = 0; // px of the corners
};
struct OutlinedBox {
    Box box;
    Colour colour;
    double radius = 0;
    double stroke = 2; // px
};
struct PlacedText {
    Lines lines;
    double x = 0; // of the layout's origin
    double y = 0;
    Box room; // what the text must stay in
    Colour colour;
    Colour ground; // what it stands on
};
struct PlacedIcon {
    model::SlideIcon icon = model::SlideIcon::kNone;
    Box box;
    Colour colour;
};
struct PlacedCode {
    QrModules modules;
    int x = 0; // px of the first module, the quiet zone lies outside
    int y = 0;
    int module = 1; // px
};
// Never stretched: fills its box, cut at the edges, or stands in it whole.
struct PlacedPicture {
    const Pixels* picture = nullptr;
    Box box;
    bool whole = false;
};
// Points in reading direction.
struct PlacedArrow {
    Box box;
    Colour colour;
    bool rightToLeft = false;
};

// A sign of a floor plan, in the middle of its box.
struct PlacedSign {
    model::FloorPlan::Kind kind = model::FloorPlan::Kind::kHere;
    Box box;
    Colour colour;
};
// A way on a floor plan; its last point is the tip of an arrow.
struct PlacedWay {
    std::vector<Point> points;
    Colour colour;
    double stroke = 4; // px
};

using Element = std::variant<
    FilledBox,
    OutlinedBox,
    PlacedText,
    PlacedIcon,
    PlacedCode,
    PlacedPicture,
    PlacedArrow,
    PlacedSign,
    PlacedWay>;

struct Composition {
    int width = 0;
    int height = 0;
    std::vector<Element> elements; // bottom to top
};

Element moved(Element element, double dx, double dy);

// Errors: kInternal when Cairo has no memory.
Result<Pixels> paint(const Composition& composition);

} // namespace jtv::typeset

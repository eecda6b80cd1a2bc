// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Signs of a floor plan, drawn from our own coordinates.
#pragma once

#include "content/model/floor_plan.h"

#include <cairo.h>

namespace jtv::typeset {

// Draws into a square of `size` px at (x, y) with the source set in `cairo`; nothing for places
// that have a label instead.
void drawPlaceSign(cairo_t* cairo, model::FloorPlan::Kind kind, double x, double y, double size);

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Simple icons of lines, drawn from our own coordinates.
#pragma once

#include "content/model/slide.h"

#include <cairo.h>

namespace jtv::typeset {

// Draws into a square of `size` px at (x, y) with the source set in `cairo`; nothing for kNone.
void drawIcon(cairo_t* cairo, model::SlideIcon icon, double x, double y, double size);

} // namespace jtv::typeset

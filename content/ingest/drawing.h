// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A surface of Cairo's for drawings that have no pixels of their own.
#pragma once

#include "base/c_handle.h"
#include "base/pixels.h"
#include "base/result.h"

#include <cairo.h>
#include <functional>

namespace jtv::ingest {

using Surface = CHandle<cairo_surface_t, cairo_surface_destroy>;
using Painter = CHandle<cairo_t, cairo_destroy>;

// As large as fits a screen of 1920 x 1080 or 1080 x 1920, whichever lies as the drawing does;
// `width` and `height` in any unit. `paint` draws in that unit, from the left top. Errors: those of
// `paint`, kInvalid (no size).
Result<Pixels>
drawn(double width, double height, bool onWhite, const std::function<Status(cairo_t*)>& paint);

} // namespace jtv::ingest

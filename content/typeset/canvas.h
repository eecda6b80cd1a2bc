// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Owners for what Cairo hands out, and pictures to draw on.
#pragma once

#include "base/c_handle.h"
#include "base/pixels.h"

#include <cairo.h>

namespace jtv::typeset {

using Surface = CHandle<cairo_surface_t, cairo_surface_destroy>;
using Context = CHandle<cairo_t, cairo_destroy>;

// Draws into the pixels, which must outlive it. Flush it before they are read.
inline Surface surfaceOn(Pixels& pixels)
{
    return Surface(cairo_image_surface_create_for_data(
        pixels.bgra.data(), CAIRO_FORMAT_ARGB32, pixels.width, pixels.height, pixels.stride()));
}

} // namespace jtv::typeset

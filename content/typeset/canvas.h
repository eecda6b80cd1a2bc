// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Owners for what Cairo hands out, pictures to draw on, and colours to draw with.
#pragma once

#include "base/c_handle.h"
#include "base/pixels.h"
#include "content/typeset/theme.h"

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

inline void setColour(cairo_t* cairo, const Colour& colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The lock of all type setting.
#include "content/typeset/glyph_lock.h"

#include <cairo.h>

namespace jtv::typeset {
namespace {

std::recursive_mutex& typesetting()
{
    static std::recursive_mutex mutex;
    return mutex;
}

} // namespace

GlyphLock::GlyphLock() : lock_(typesetting(), std::defer_lock)
{
    if (cairo_version() < CAIRO_VERSION_ENCODE(1, 18, 0)) {
        lock_.lock();
    }
}

} // namespace jtv::typeset

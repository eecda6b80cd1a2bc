// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Drawings by librsvg. Without a base address it loads nothing that the file does not hold itself,
// and it knows no scripts.
#include "content/ingest/drawing.h"
#include "content/ingest/foreign_picture.h"

#include <algorithm>
#include <fmt/format.h>
#include <librsvg/rsvg.h>
#include <string>

namespace jtv::ingest {
namespace {

using Drawing = CHandle<RsvgHandle, g_object_unref>;
using Fault = CHandle<GError, g_error_free>;

Error damagedSvg(GError* fault)
{
    const Fault owner(fault);
    std::string reason = fault == nullptr ? "no reason given" : fault->message;
    std::replace(reason.begin(), reason.end(), '\n', ' ');
    return {
        ErrorKind::kInvalid,
        fmt::format("the SVG drawing is damaged ({}); save it as a PNG picture", reason)};
}

struct Extent {
    double width = 0;
    double height = 0;
};

// What the file says; without a word of it a square.
Extent extentOf(RsvgHandle* handle)
{
    Extent extent;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &extent.width, &extent.height) != 0 &&
        extent.width > 0 && extent.height > 0) {
        return extent;
    }
    gboolean hasBox = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, nullptr, nullptr, nullptr, nullptr, &hasBox, &box);
    return hasBox != 0 ? Extent{box.width, box.height} : Extent{100, 100};
}

} // namespace

Result<Pixels> decodeSvg(std::string_view bytes, const Limits& /*limits*/)
{
    GError* fault = nullptr;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GLib's bytes are unsigned
    const auto* data = reinterpret_cast<const guint8*>(bytes.data());
    const Drawing handle(rsvg_handle_new_from_data(data, bytes.size(), &fault));
    if (!handle) {
        return damagedSvg(fault);
    }
    const auto extent = extentOf(handle.get());
    return drawn(extent.width, extent.height, false, [&](cairo_t* painter) -> Status {
        const RsvgRectangle place{0, 0, extent.width, extent.height};
        GError* wrong = nullptr;
        if (rsvg_handle_render_document(handle.get(), painter, &place, &wrong) == 0) {
            return damagedSvg(wrong);
        }
        return Done{};
    });
}

} // namespace jtv::ingest

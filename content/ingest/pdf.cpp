// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The first page of a PDF by poppler, on white paper.
#include "content/ingest/drawing.h"
#include "content/ingest/foreign_picture.h"

#include <algorithm>
#include <fmt/format.h>
#include <poppler/glib/poppler.h>

namespace jtv::ingest {
namespace {

void unrefBytes(GBytes* bytes)
{
    g_bytes_unref(bytes);
}
using Content = CHandle<GBytes, unrefBytes>;
using Document = CHandle<PopplerDocument, g_object_unref>;
using Page = CHandle<PopplerPage, g_object_unref>;
using Fault = CHandle<GError, g_error_free>;

// The last word of every PDF; poppler makes a whole one of half of it, without a word.
bool isCutOff(std::string_view bytes)
{
    constexpr std::size_t kTail = 4096; // padding and signatures may follow
    const auto end = bytes.find_last_not_of(std::string_view("\0\r\n\t ", 5)) + 1;
    const auto tail = bytes.substr(0, end).substr(end - std::min(kTail, end));
    return tail.find("%%EOF") == std::string_view::npos;
}

} // namespace

Result<Pixels> decodePdf(std::string_view bytes, const Limits& /*limits*/)
{
    if (isCutOff(bytes)) {
        return Error{ErrorKind::kInvalid, "the PDF stops in the middle; export it again"};
    }
    GError* fault = nullptr;
    const Content content(g_bytes_new_static(bytes.data(), bytes.size()));
    const Document document(poppler_document_new_from_bytes(content.get(), nullptr, &fault));
    const Fault owner(fault);
    if (!document) {
        const bool locked = g_error_matches(fault, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) != 0;
        return Error{
            ErrorKind::kInvalid,
            locked ? "the PDF has a password; save it without one"
                   : fmt::format("the PDF is damaged ({}); export it again", fault->message)};
    }
    const Page page(poppler_document_get_page(document.get(), 0));
    if (!page) {
        return Error{ErrorKind::kInvalid, "the PDF has no page; export it again"};
    }
    double width = 0;
    double height = 0;
    poppler_page_get_size(page.get(), &width, &height);
    return drawn(width, height, true, [&](cairo_t* painter) -> Status {
        poppler_page_render(page.get(), painter);
        return Done{};
    });
}

} // namespace jtv::ingest

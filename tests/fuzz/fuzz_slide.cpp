// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a slide: read, written and read again, and drawn in its own language.
#include "content/typeset/typeset.h"
#include "content/xml/slide.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const auto slide = xml::readSlide({reinterpret_cast<const char*>(bytes), size}, "fuzz.xml");
    if (!slide) {
        return 0;
    }
    const auto written = xml::writeSlide(*slide);
    const auto again = xml::readSlide(written, "fuzz.xml");
    if (!again || xml::writeSlide(*again) != written) {
        std::abort();
    }
    typeset::Target target;
    target.width = 640;
    target.height = 360;
    const auto pixels = typeset::renderSlide(*slide, slide->sourceLanguage, target);
    if (pixels && (pixels->width != target.width || pixels->height != target.height)) {
        std::abort();
    }
    return 0;
}

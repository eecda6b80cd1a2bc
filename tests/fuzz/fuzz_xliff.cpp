// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a translation: what is read is written and read again the same, and can be put into
// a slide.
#include "content/xml/xliff.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const auto read = xml::readXliff({reinterpret_cast<const char*>(bytes), size}, "fuzz.xlf");
    if (!read) {
        return 0;
    }
    // Ids of 1.2 may be anything, so only what our own writer made must be read again.
    const auto written = xml::writeXliff(*read);
    if (const auto again = xml::readXliff(written, "again.xlf")) {
        if (xml::writeXliff(*again) != written) {
            std::abort();
        }
    }
    model::Slide slide;
    slide.sourceLanguage = read->sourceLanguage;
    model::SlideText text;
    text.language = read->sourceLanguage;
    for (const auto& unit : read->units) {
        text.blocks.emplace_back(model::Paragraph{unit.source});
    }
    slide.texts.push_back(text);
    if (const auto imported = model::importTranslation(slide, *read);
        imported && imported->slide.texts.size() != 2) {
        std::abort();
    }
    return 0;
}

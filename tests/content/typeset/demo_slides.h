// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The slides of the demo programme, read from the source tree.
#pragma once

#include "base/file.h"
#include "content/typeset/typeset.h"
#include "content/xml/slide.h"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace jtv::typeset {

inline std::vector<model::Slide> demoSlides()
{
    std::vector<model::Slide> slides;
    const std::filesystem::path folder = JTV_TEST_SOURCE_DIR "/../content/demo/slides";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto bytes = readFile(entry.path(), xml::kMaxSlideBytes);
        BOOST_REQUIRE(bytes);
        auto slide = xml::readSlide(*bytes, entry.path().filename().string());
        BOOST_REQUIRE_MESSAGE(slide.has_value(), (slide ? "" : slide.error().message));
        slides.push_back(std::move(*slide));
    }
    BOOST_REQUIRE(!slides.empty());
    return slides;
}

inline model::Slide demoSlide(const std::string& id)
{
    for (auto& slide : demoSlides()) {
        if (slide.id == id) {
            return slide;
        }
    }
    BOOST_REQUIRE_MESSAGE(false, "no demo slide " + id);
    return {};
}

// B, G, R, A.
inline const std::uint8_t* pixelAt(const Pixels& pixels, int x, int y)
{
    return pixels.row(y) + std::ptrdiff_t{4} * x;
}

// Others than `language` follow, as in the demo.
inline Target demoTarget(int width, int height, const std::string& language)
{
    Target target;
    target.width = width;
    target.height = height;
    for (const char* other : {"de", "en", "ar", "fa", "uk"}) {
        if (other != language) {
            target.languagesToCome.emplace_back(other);
        }
    }
    return target;
}

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Several threads set type in more fonts and sizes than Cairo keeps at once.
#include "content/typeset/plain_text.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <atomic>
#include <cstddef>
#include <thread>
#include <utility>
#include <vector>

namespace jtv::typeset {
namespace {

// Each in letters of a font of its own.
constexpr std::array<std::pair<const char*, const char*>, 8> kWords = {{
    {"de", "Platz"},
    {"ar", "\u064a\u0631\u062c\u0649"},
    {"uk", "\u0411\u0443\u0434\u044c"},
    {"hi", "\u0915\u0943\u092a"},
    {"ti", "\u1260\u1303\u1279"},
    {"th", "\u0e01\u0e23\u0e38"},
    {"zh", "\u8bf7\u5750\u4e0b"},
    {"km", "\u179f\u17bc\u1798"},
}};

BOOST_AUTO_TEST_SUITE(glyph_lock)

BOOST_AUTO_TEST_CASE(many_threads_set_type_in_many_fonts)
{
    constexpr int kThreads = 4;
    constexpr int kTexts = 240;
    std::atomic<int> drawn{0};
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&drawn, thread] {
            for (int i = 0; i < kTexts; ++i) {
                const auto& [language, words] = kWords[static_cast<std::size_t>(i) % kWords.size()];
                const int height = 24 + (i * 7 + thread * 3) % 200;
                drawn += renderText({words, language, 0xffffff}, 4 * height, height) ? 1 : 0;
            }
        });
    }
    threads.clear();
    BOOST_TEST(drawn == kThreads * kTexts);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::typeset

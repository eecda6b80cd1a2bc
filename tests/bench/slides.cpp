// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// How long a slide takes from its words to its pixels, on one core: in a warm process with a fresh
// font map, and when only the language changes. One JSON object on stdout.
//   jtv-slide-bench SLIDE.xml [ROUNDS]
#include "base/file.h"
#include "base/json/json.h"
#include "content/typeset/typeset.h"
#include "content/xml/slide.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <vector>

namespace jtv {
namespace {

// Of this thread: what else the machine does is not counted.
double milliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double timeOf(const model::Slide& slide, const std::string& language)
{
    typeset::Target target;
    target.languagesToCome = {"en", "ar", "uk", "tr"};
    const double before = milliseconds();
    const auto pixels = typeset::renderSlide(slide, language, target);
    const double after = milliseconds();
    if (!pixels) {
        fmt::print(stderr, "jtv-slide-bench: {}\n", pixels.error().message);
        std::exit(1); // NOLINT(concurrency-mt-unsafe): nothing else runs
    }
    return after - before;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int measure(const model::Slide& slide, int rounds)
{
    std::vector<double> fresh;
    std::vector<double> changed;
    std::vector<double> again;
    again.reserve(static_cast<std::size_t>(rounds));
    timeOf(slide, slide.sourceLanguage); // the process is warm now
    for (int round = 0; round < rounds; ++round) {
        std::thread([&] { // a thread has a font map of its own
            fresh.push_back(timeOf(slide, slide.sourceLanguage));
        })
            .join();
    }
    for (const auto& text : slide.texts) {
        timeOf(slide, text.language); // fonts of all languages are open
    }
    for (int round = 0; round < rounds; ++round) {
        for (const auto& text : slide.texts) {
            changed.push_back(timeOf(slide, text.language));
        }
        again.push_back(timeOf(slide, slide.sourceLanguage));
    }
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const json::Value result{
        {"fresh_ms", median(fresh)},
        {"language_ms", median(changed)},
        {"language_slowest_ms", *std::max_element(changed.begin(), changed.end())},
        {"again_ms", median(again)},
        {"languages", slide.texts.size()},
        {"peak_rss_kb", used.ru_maxrss}};
    fmt::print("{}\n", json::write(result));
    return 0;
}

int run(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "usage: jtv-slide-bench SLIDE.xml [ROUNDS]\n");
        return 2;
    }
    const auto bytes = readFile(arguments[1], xml::kMaxSlideBytes);
    const auto slide = bytes ? xml::readSlide(*bytes, arguments[1]) : bytes.error();
    if (!slide) {
        fmt::print(stderr, "jtv-slide-bench: {}\n", slide.error().message);
        return 2;
    }
    return measure(*slide, count > 2 ? std::max(1, std::atoi(arguments[2])) : 15); // NOLINT
}

} // namespace
} // namespace jtv

int main(int count, char** arguments)
{
    return jtv::run(count, arguments);
}

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures of the screen at given times, written on a thread of their own.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "player/screen/screen.h"

#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace jtv::app {

// "T=FILE.png": T seconds after the first frame.
struct ScreenshotOrder {
    Nanoseconds after{0};
    std::filesystem::path file;
};
// Errors: kInvalid, with the form it should have.
Result<ScreenshotOrder> parseScreenshot(const std::string& text);

// Main-thread only.
class Screenshots {
public:
    explicit Screenshots(std::vector<ScreenshotOrder> orders);

    // Takes those that are due; returns when the next one is.
    std::optional<SteadyTime>
    take(const screen::Screen& screen, std::optional<SteadyTime> firstFrame, SteadyTime now);
    // The programme is over: what was asked for later is taken now.
    void takeRest(const screen::Screen& screen);
    // Waits until all are written. Errors: of the first that could not be.
    Status finish();

private:
    void write(const screen::Screen& screen, const ScreenshotOrder& order);

    std::vector<ScreenshotOrder> orders_; // by time
    std::vector<Result<Done>> written_;   // one for each writer, which owns its place until joined
    std::vector<std::jthread> writers_;   // last: they write to the above
};

} // namespace jtv::app

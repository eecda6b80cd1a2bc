// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Pictures of the screen at given times.
#include "player/app/screenshots.h"

#include "content/picture/picture.h"
#include "player/app/time_span.h"

#include <algorithm>
#include <memory>

namespace jtv::app {

Result<ScreenshotOrder> parseScreenshot(const std::string& text)
{
    const auto equals = text.find('=');
    const auto when = text.substr(0, equals);
    const bool atOnce = when == "0" || when == "0s";
    const auto after = atOnce ? Result<Milliseconds>(Milliseconds(0)) : parseSpan(when);
    if (equals == std::string::npos || equals + 1 == text.size() || !after) {
        return Error{
            ErrorKind::kInvalid,
            "\"" + text + "\" is no screenshot order; write seconds=FILE.png, e.g. 2.5=shot.png"};
    }
    return ScreenshotOrder{*after, text.substr(equals + 1)};
}

Screenshots::Screenshots(std::vector<ScreenshotOrder> orders) : orders_(std::move(orders))
{
    std::stable_sort(orders_.begin(), orders_.end(), [](const auto& a, const auto& b) {
        return a.after < b.after;
    });
    written_.assign(orders_.size(), Done{});
}

void Screenshots::write(const screen::Screen& screen, const ScreenshotOrder& order)
{
    Status& result = written_[writers_.size()];
    auto taken = screen.screenshot();
    if (!taken) {
        result = std::move(taken).error();
        writers_.emplace_back();
        return;
    }
    writers_.emplace_back([pixels = std::make_shared<const Pixels>(*std::move(taken)),
                           file = order.file,
                           &result] { result = picture::writePng(*pixels, file); });
}

std::optional<SteadyTime> Screenshots::take(
    const screen::Screen& screen, std::optional<SteadyTime> firstFrame, SteadyTime now)
{
    if (!firstFrame) {
        return std::nullopt;
    }
    while (!orders_.empty()) {
        const auto due = *firstFrame + orders_.front().after;
        if (due > now) {
            return due;
        }
        write(screen, orders_.front());
        orders_.erase(orders_.begin());
    }
    return std::nullopt;
}

void Screenshots::takeRest(const screen::Screen& screen)
{
    for (const auto& order : orders_) {
        write(screen, order);
    }
    orders_.clear();
}

Status Screenshots::finish()
{
    for (auto& writer : writers_) {
        if (writer.joinable()) {
            writer.join();
        }
    }
    writers_.clear();
    for (auto& result : written_) {
        if (!result) {
            return std::move(result).error();
        }
    }
    return Done{};
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Lengths with their units.
#include "content/app/target_options.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace jtv::app {
namespace {

struct Unit {
    std::string_view name;
    double factor;
};

std::optional<double> length(std::string_view text, std::initializer_list<Unit> units)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    for (const auto& unit : units) {
        if (text == unit.name) {
            return value * unit.factor;
        }
    }
    return std::nullopt;
}

std::optional<int> pixels(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = end == text.data() + text.size();
    return error == std::errc() && whole ? std::optional(value) : std::nullopt;
}

} // namespace

void addTargetOptions(const command::Command& command, TargetOptions& options)
{
    command.option("--size", options.size, "of the picture in pixels, WIDTHxHEIGHT").showDefault();
    command.option("--distance", options.distance, "of the farthest seat: 4m, 350cm").showDefault();
    command.option("--diagonal", options.diagonal, "of the screen: 43in, 109cm").showDefault();
}

Result<typeset::Target> targetFrom(const TargetOptions& options)
{
    const auto wrong =
        [](std::string_view option, std::string_view value, std::string_view wanted) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("{} cannot be {}; write it as {}", option, value, wanted)};
        };
    const std::string_view size = options.size;
    const auto cross = size.find('x');
    const auto width = pixels(size.substr(0, cross));
    const auto height =
        cross == std::string_view::npos ? std::nullopt : pixels(size.substr(cross + 1));
    if (!width || !height) {
        return wrong("--size", size, "1920x1080");
    }
    const auto distance = length(options.distance, {{"", 1}, {"m", 1}, {"cm", 0.01}});
    if (!distance) {
        return wrong("--distance", options.distance, "4m or 350cm");
    }
    const auto diagonal =
        length(options.diagonal, {{"", 1}, {"in", 1}, {"\"", 1}, {"\u2033", 1}, {"cm", 1 / 2.54}});
    if (!diagonal) {
        return wrong("--diagonal", options.diagonal, "43in or 109cm");
    }
    typeset::Target target;
    target.width = *width;
    target.height = *height;
    target.distanceMetres = *distance;
    target.diagonalInches = *diagonal;
    return target;
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Cue and region settings: a setting that is not understood is as good as not written.
#include "content/captions/webvtt_settings.h"

#include "content/captions/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace jtv::captions {
namespace {

struct Setting {
    std::string_view name;
    std::string_view value;
};

// Calls `take` for each "name:value" and `pass` for every other word.
template <typename Take, typename Pass>
void forEachSetting(std::string_view text, const Take& take, const Pass& pass)
{
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kWebVttSpace), text.size()));
        if (text.empty()) {
            return;
        }
        const auto word = text.substr(0, text.find_first_of(kWebVttSpace));
        text.remove_prefix(word.size());
        const auto colon = word.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon + 1 == word.size()) {
            pass(word);
        } else {
            take(Setting{word.substr(0, colon), word.substr(colon + 1)});
        }
    }
}

bool onlyDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Digits, or digits with a point between them.
std::optional<double> readDecimal(std::string_view text)
{
    const auto point = text.find('.');
    const bool whole = point == std::string_view::npos;
    if (!onlyDigits(text.substr(0, point)) || (!whole && !onlyDigits(text.substr(point + 1)))) {
        return std::nullopt;
    }
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<double> readPercentage(std::string_view text)
{
    if (!text.ends_with('%')) {
        return std::nullopt;
    }
    const auto value = readDecimal(text.substr(0, text.size() - 1));
    return value && *value <= 100 ? value : std::nullopt;
}

template <typename Value>
struct Word {
    std::string_view text;
    Value value;
};
template <typename Words, typename Value>
bool readWord(const Words& words, std::string_view text, Value& to)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&](const auto& word) { return word.text == text; });
    if (found == words.end()) {
        return false;
    }
    to = found->value;
    return true;
}

// What stands before and behind the first comma; the second nullopt without a comma.
struct Pair {
    std::string_view first;
    std::optional<std::string_view> second;
};
Pair splitAtComma(std::string_view text)
{
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) {
        return {text, std::nullopt};
    }
    return {text.substr(0, comma), text.substr(comma + 1)};
}

bool readLine(std::string_view value, model::CaptionPlace& place)
{
    using Align = model::CaptionLineAlign;
    static constexpr std::array kWords{
        Word<Align>{"start", Align::kStart},
        Word<Align>{"center", Align::kCentre},
        Word<Align>{"end", Align::kEnd}};
    const auto [number, align] = splitAtComma(value);
    const bool percent = number.ends_with('%');
    const bool negative = !percent && number.starts_with('-');
    const auto line =
        percent ? readPercentage(number) : readDecimal(number.substr(negative ? 1 : 0));
    auto lineAlign = place.lineAlign;
    if (!line || (align && !readWord(kWords, *align, lineAlign))) {
        return false;
    }
    constexpr double kMost = 1'000'000; // beyond any screen
    place.line = std::min(*line, kMost) * (negative ? -1 : 1);
    place.snapToLines = !percent;
    place.lineAlign = lineAlign;
    return true;
}

bool readPosition(std::string_view value, model::CaptionPlace& place)
{
    using Align = model::CaptionPositionAlign;
    static constexpr std::array kWords{
        Word<Align>{"line-left", Align::kLineLeft},
        Word<Align>{"center", Align::kCentre},
        Word<Align>{"line-right", Align::kLineRight}};
    const auto [number, align] = splitAtComma(value);
    const auto position = readPercentage(number);
    auto positionAlign = place.positionAlign;
    if (!position || (align && !readWord(kWords, *align, positionAlign))) {
        return false;
    }
    place.position = position;
    place.positionAlign = positionAlign;
    return true;
}

bool readSize(std::string_view value, model::CaptionPlace& place)
{
    const auto size = readPercentage(value);
    place.size = size.value_or(place.size);
    return size.has_value();
}

bool readAlign(std::string_view value, model::CaptionPlace& place)
{
    using Align = model::CaptionAlign;
    static constexpr std::array kWords{
        Word<Align>{"start", Align::kStart},
        Word<Align>{"center", Align::kCentre},
        Word<Align>{"end", Align::kEnd},
        Word<Align>{"left", Align::kLeft},
        Word<Align>{"right", Align::kRight}};
    return readWord(kWords, value, place.align);
}

bool readVertical(std::string_view value, model::CaptionPlace& place)
{
    using Writing = model::CaptionWriting;
    static constexpr std::array kWords{
        Word<Writing>{"rl", Writing::kGrowingLeft}, Word<Writing>{"lr", Writing::kGrowingRight}};
    return readWord(kWords, value, place.writing);
}

using ReadSetting = bool (*)(std::string_view value, model::CaptionPlace& place);
constexpr std::array kCueSettings{
    Word<ReadSetting>{"line", readLine},
    Word<ReadSetting>{"position", readPosition},
    Word<ReadSetting>{"size", readSize},
    Word<ReadSetting>{"align", readAlign},
    Word<ReadSetting>{"vertical", readVertical}};

bool readPoint(std::string_view value, double& x, double& y)
{
    const auto [first, second] = splitAtComma(value);
    const auto across = readPercentage(first);
    const auto down = readPercentage(second.value_or(std::string_view{}));
    if (!across || !down) {
        return false;
    }
    x = *across;
    y = *down;
    return true;
}

bool readRegionSetting(const Setting& setting, model::CaptionRegion& region)
{
    if (setting.name == "id") {
        region.id = setting.value;
        return true;
    }
    if (setting.name == "width") {
        const auto width = readPercentage(setting.value);
        region.width = width.value_or(region.width);
        return width.has_value();
    }
    if (setting.name == "lines") {
        constexpr int kMost = 1000;
        const bool digits = onlyDigits(setting.value);
        int lines = kMost;
        if (digits) {
            std::from_chars(
                setting.value.data(), setting.value.data() + setting.value.size(), lines);
            region.lines = std::min(lines, kMost);
        }
        return digits;
    }
    if (setting.name == "regionanchor") {
        return readPoint(setting.value, region.anchorX, region.anchorY);
    }
    if (setting.name == "viewportanchor") {
        return readPoint(setting.value, region.viewportX, region.viewportY);
    }
    region.scrolls = region.scrolls || (setting.name == "scroll" && setting.value == "up");
    return setting.name == "scroll" && setting.value == "up";
}

} // namespace

model::CaptionPlace readPlace(
    std::string_view settings,
    const std::vector<model::CaptionRegion>& regions,
    std::size_t line,
    Remarks& remarks)
{
    model::CaptionPlace place;
    const auto unknown = [&](std::string_view word) {
        remarks.warn(
            line, fmt::format("the cue setting {} is not understood and left out", quote(word)));
    };
    const auto take = [&](const Setting& setting) {
        if (setting.name == "region") {
            const bool known = std::any_of(regions.begin(), regions.end(), [&](const auto& region) {
                return region.id == setting.value;
            });
            if (known) {
                place.region = setting.value;
            } else {
                remarks.warn(
                    line, fmt::format("there is no region {} above", quote(setting.value)));
            }
            return;
        }
        ReadSetting read = nullptr;
        if (!readWord(kCueSettings, setting.name, read) || !read(setting.value, place)) {
            unknown(fmt::format("{}:{}", setting.name, setting.value));
        }
    };
    forEachSetting(settings, take, unknown);
    if (place.line || place.size != 100 || place.writing != model::CaptionWriting::kHorizontal) {
        place.region.clear();
    }
    return place;
}

model::CaptionRegion readRegion(std::string_view block, std::size_t line, Remarks& remarks)
{
    model::CaptionRegion region;
    const auto unknown = [&](std::string_view word) {
        remarks.warn(
            line, fmt::format("the region setting {} is not understood and left out", quote(word)));
    };
    forEachSetting(
        block,
        [&](const Setting& setting) {
            if (!readRegionSetting(setting, region)) {
                unknown(fmt::format("{}:{}", setting.name, setting.value));
            }
        },
        unknown);
    return region;
}

} // namespace jtv::captions

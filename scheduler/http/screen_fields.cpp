// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Screen settings out of JSON.
#include "scheduler/http/screen_fields.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace jtv::http {
namespace {

const json::Value* memberOf(const json::Value& object, std::string_view member)
{
    const auto found = object.find(std::string(member));
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<std::optional<double>> optionalNumber(const json::Value& object, std::string_view member)
{
    const auto* found = memberOf(object, member);
    if (found == nullptr) {
        return std::optional<double>();
    }
    if (!found->is_number()) {
        return Error{ErrorKind::kInvalid, fmt::format("the member \"{}\" is not a number", member)};
    }
    return std::optional(found->get<double>());
}

} // namespace

Result<std::optional<std::vector<std::string>>>
optionalTexts(const json::Value& object, std::string_view member)
{
    const auto* found = memberOf(object, member);
    if (found == nullptr) {
        return std::optional<std::vector<std::string>>();
    }
    const Error wrong{
        ErrorKind::kInvalid, fmt::format("the member \"{}\" is not a list of texts", member)};
    if (!found->is_array()) {
        return wrong;
    }
    std::vector<std::string> texts;
    for (const auto& item : *found) {
        if (!item.is_string()) {
            return wrong;
        }
        texts.push_back(item.get<std::string>());
    }
    return std::optional(std::move(texts));
}

Result<devices::ScreenChange> readScreenChange(const json::Value& body)
{
    auto name = json::optionalText(body, "name");
    auto languages = optionalTexts(body, "languages");
    auto timezone = json::optionalText(body, "timezone");
    auto diagonal = optionalNumber(body, "diagonal_inches");
    auto distance = optionalNumber(body, "distance_m");
    auto policy = json::optionalText(body, "language_policy");
    if (!name || !timezone) {
        return (name ? timezone : name).error();
    }
    if (!policy) {
        return std::move(policy).error();
    }
    if (!languages) {
        return std::move(languages).error();
    }
    if (!diagonal || !distance) {
        return (diagonal ? distance : diagonal).error();
    }
    return devices::ScreenChange{
        *std::move(name),
        *std::move(languages),
        *std::move(timezone),
        *diagonal,
        *distance,
        *std::move(policy)};
}

std::optional<model::Display> readDisplay(const json::Value& report)
{
    constexpr int kLeast = 320; // px, as typeset::Target
    constexpr int kMost = 7680;
    constexpr std::size_t kLongest = 1000;
    const auto size = json::optionalText(report, "size");
    const auto typesetting = json::optionalText(report, "typesetting");
    if (!size || !*size || !typesetting) {
        return std::nullopt;
    }
    const auto& text = **size;
    model::Display display;
    const auto* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, display.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') {
        return std::nullopt;
    }
    const auto height = std::from_chars(width.ptr + 1, end, display.height);
    const auto [least, most] = std::minmax(display.width, display.height);
    if (height.ec != std::errc{} || height.ptr != end || least < kLeast || most > kMost) {
        return std::nullopt;
    }
    display.typesetting = typesetting->value_or("").substr(0, kLongest);
    return display;
}

} // namespace jtv::http

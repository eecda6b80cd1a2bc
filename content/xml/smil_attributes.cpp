// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Timing and conditions as SMIL attributes.
#include "content/xml/smil_attributes.h"

#include "content/xml/smil_clock.h"
#include "content/xml/smil_times.h"

#include <cmath>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

void writeDuration(Writer& writer, std::string_view name, const model::Duration& duration)
{
    switch (duration.kind) {
    case model::Duration::Kind::kUnset:
        break;
    case model::Duration::Kind::kClock:
        writer.attribute(name, formatClock(duration.value));
        break;
    case model::Duration::Kind::kMedia:
        writer.attribute(name, "media");
        break;
    case model::Duration::Kind::kIndefinite:
        writer.attribute(name, "indefinite");
        break;
    }
}

void writeWords(Writer& writer, const model::Timing& timing)
{
    static constexpr std::array<std::pair<model::Fill, std::string_view>, 5> kFills{{
        {model::Fill::kAuto, "auto"},
        {model::Fill::kRemove, "remove"},
        {model::Fill::kFreeze, "freeze"},
        {model::Fill::kHold, "hold"},
        {model::Fill::kTransition, "transition"},
    }};
    static constexpr std::array<std::pair<model::Restart, std::string_view>, 3> kRestarts{{
        {model::Restart::kAlways, "always"},
        {model::Restart::kWhenNotActive, "whenNotActive"},
        {model::Restart::kNever, "never"},
    }};
    static constexpr std::array<std::pair<model::Endsync::Kind, std::string_view>, 4> kSyncs{{
        {model::Endsync::Kind::kFirst, "first"},
        {model::Endsync::Kind::kLast, "last"},
        {model::Endsync::Kind::kAll, "all"},
        {model::Endsync::Kind::kMedia, "media"},
    }};
    writeWord(writer, "fill", timing.fill, kFills);
    writeWord(writer, "restart", timing.restart, kRestarts);
    writeWord(writer, "endsync", timing.endsync.kind, kSyncs);
    writeIfAny(writer, "endsync", timing.endsync.id);
}

} // namespace

std::string smilNumber(double value)
{
    auto text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

void writeIfAny(Writer& writer, std::string_view name, const std::string& value)
{
    if (!value.empty()) {
        writer.attribute(name, value);
    }
}

void writeTiming(Writer& writer, const model::TimeNode& node)
{
    const auto& timing = node.timing;
    writeIfAny(writer, "xml:id", node.id);
    writeIfAny(writer, "begin", formatTimes(timing.begin));
    writeIfAny(writer, "end", formatTimes(timing.end));
    writeDuration(writer, "dur", timing.dur);
    if (timing.repeatCount) {
        writer.attribute(
            "repeatCount",
            std::isinf(*timing.repeatCount) ? "indefinite" : smilNumber(*timing.repeatCount));
    }
    if (timing.repeatDur) {
        writeDuration(writer, "repeatDur", *timing.repeatDur);
    }
    if (timing.min) {
        writer.attribute("min", formatClock(*timing.min));
    }
    if (timing.max) {
        writer.attribute("max", formatClock(*timing.max));
    }
    writeWords(writer, timing);
}

void writeCondition(Writer& writer, const model::Condition& condition)
{
    if (condition.languages) {
        writer.attribute("systemLanguage", fmt::format("{}", fmt::join(*condition.languages, ",")));
    }
    if (condition.captions) {
        writer.attribute("systemCaptions", *condition.captions ? "on" : "off");
    }
    if (const auto& size = condition.screenSize) {
        writer.attribute("systemScreenSize", fmt::format("{}X{}", size->height, size->width));
    }
    if (condition.bitrate) {
        writer.attribute("systemBitrate", std::to_string(*condition.bitrate));
    }
    for (const auto& other : condition.others) {
        writer.attribute(other.name, other.value);
    }
    writeIfAny(writer, "expr", condition.expression);
}

} // namespace jtv::xml

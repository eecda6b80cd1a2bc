// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Timing attributes → values, and a remark for each that has no effect in this version.
#include "content/xml/smil_timing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <vector>

namespace jtv::xml {
namespace {

constexpr double kLongestSeconds = 366.0 * 24 * 3600;

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Digits with at most one point: "3", "3.5", ".5". Not "1e3", "inf", "+1".
std::optional<double> parseDecimal(std::string_view text)
{
    double value = 0;
    double weight = 0;
    bool digits = false;
    for (const char c : text) {
        if (c == '.' && weight == 0) {
            weight = 1;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            value = value * 10 + (c - '0');
            weight *= 10;
        } else {
            return std::nullopt;
        }
    }
    if (!digits || text.size() > 20) {
        return std::nullopt;
    }
    return weight > 0 ? value / weight : value;
}

std::optional<Milliseconds> fromSeconds(std::optional<double> seconds)
{
    if (!seconds || *seconds > kLongestSeconds) {
        return std::nullopt;
    }
    return Milliseconds(std::llround(*seconds * 1000));
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.push_back(trim(text.substr(0, at)));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

bool isWhole(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "hh:mm:ss.f" and "mm:ss.f"
std::optional<Milliseconds> parseColons(std::string_view text)
{
    const auto parts = split(text, ':');
    if (parts.size() > 3 || !std::all_of(parts.begin(), parts.end() - 1, isWhole)) {
        return std::nullopt;
    }
    const auto seconds = parseDecimal(parts.back());
    const auto minutes = parseDecimal(parts[parts.size() - 2]);
    const auto hours = parts.size() == 3 ? parseDecimal(parts[0]) : std::optional<double>(0);
    if (!seconds || !minutes || !hours || *seconds >= 60 || *minutes >= 60) {
        return std::nullopt;
    }
    return fromSeconds(*hours * 3600 + *minutes * 60 + *seconds);
}

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::array<Unit, 4> kUnits{{{"ms", 0.001}, {"min", 60}, {"h", 3600}, {"s", 1}}};

// One entry of a begin or end list: an offset with an optional sign.
std::optional<Milliseconds> parseOffset(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    const auto value = parseClock(text);
    return value && negative ? std::optional(-*value) : value;
}

// signageOS and IAdea write a loader that plays until everything is fetched, and the programme that
// begins then. Here everything is fetched before anything plays.
constexpr std::string_view kPrefetchEnd = "__prefetchEnd.endEvent";

class TimingReader {
public:
    TimingReader(const Element& element, model::Container::Kind parent, SmilRemarks& remarks)
        : element_(element), parent_(parent), remarks_(remarks)
    {}

    ReadTiming run()
    {
        for (const auto& attribute : element_.attributes()) {
            if (attribute.namespaceUri.empty()) {
                read(attribute.name, trim(attribute.value));
            }
        }
        return result_;
    }

private:
    void read(std::string_view name, std::string_view value)
    {
        if (name == "begin") {
            readBegin(value);
        } else if (name == "end") {
            readEnd(value);
        } else if (name == "dur") {
            readDuration(value);
        } else if (name == "repeatCount" || name == "repeat") {
            readRepeat(name, value);
        } else if (isTimingAttribute(name) && !(name == "endsync" && value == "last")) {
            remarks_.error(
                element_,
                fmt::format(
                    "{}=\"{}\" of <{}> is not played by this version; use begin, end, dur and "
                    "repeatCount",
                    name,
                    value,
                    element_.name()));
        }
    }

    void skip(std::string_view name, std::string_view value, std::string_view why)
    {
        remarks_.error(
            element_,
            fmt::format("<{}> is skipped: {}=\"{}\" {}", element_.name(), name, value, why));
        result_.plays = false;
    }

    void readBegin(std::string_view value)
    {
        auto entries = split(value, ';');
        std::erase(entries, std::string_view());
        if (entries.size() == 1 && entries[0] == kPrefetchEnd) {
            remarks_.warning(
                element_,
                "begin=\"__prefetchEnd.endEvent\" was read as 0: everything is fetched before it "
                "plays");
            return;
        }
        const auto offset =
            std::find_if(entries.begin(), entries.end(), [](std::string_view entry) {
                return parseOffset(entry).has_value();
            });
        if (offset == entries.end()) {
            return beginWithoutOffset(value);
        }
        if (entries.size() > 1) {
            remarks_.error(
                element_,
                fmt::format(
                    "of begin=\"{}\" only {} is played by this version; write one value",
                    value,
                    *offset));
        }
        auto time = *parseOffset(*offset);
        if (time < Milliseconds(0)) {
            remarks_.error(
                element_,
                fmt::format("begin=\"{}\" lies before its start and was read as 0", value));
            time = Milliseconds(0);
        }
        result_.timing.begin = {model::OffsetTime{time}};
    }

    // In a seq only offsets are allowed and everything else is ignored [SMIL 3.0 Timing, 5.4.4].
    void beginWithoutOffset(std::string_view value)
    {
        if (parent_ == model::Container::Kind::kSeq) {
            remarks_.error(
                element_,
                fmt::format(
                    "begin=\"{}\" has no effect in a seq, <{}> begins after the one before it; "
                    "write an offset such as 5s",
                    value,
                    element_.name()));
            return;
        }
        skip("begin", value, "is not played by this version; write an offset such as 5s");
    }

    void readEnd(std::string_view value)
    {
        if (value == "indefinite") {
            return;
        }
        if (value == kPrefetchEnd) {
            remarks_.warning(
                element_,
                fmt::format(
                    "<{}> waits for files to be fetched and is left out: everything is fetched "
                    "before it plays",
                    element_.name()));
            result_.plays = false;
            return;
        }
        if (value.find("wallclock") != std::string_view::npos) {
            return skip("end", value, "is not played by this version; use a timetable rule");
        }
        if (const auto time = parseOffset(value)) {
            result_.timing.end = {model::OffsetTime{*time}};
        } else {
            remarks_.error(
                element_,
                fmt::format(
                    "end=\"{}\" of <{}> is not played by this version; write an offset such as 30s",
                    value,
                    element_.name()));
        }
    }

    void readDuration(std::string_view value)
    {
        auto& dur = result_.timing.dur;
        if (value == "indefinite") {
            dur.kind = model::Duration::Kind::kIndefinite;
        } else if (value == "media") {
            dur.kind = model::Duration::Kind::kMedia;
        } else if (const auto clock = parseClock(value); clock && *clock > Milliseconds(0)) {
            dur = {model::Duration::Kind::kClock, *clock};
        } else {
            remarks_.error(
                element_,
                fmt::format(
                    "dur=\"{}\" of <{}> is not a duration and has no effect; write for example "
                    "10s, "
                    "1.5min, 00:01:30, media or indefinite",
                    value,
                    element_.name()));
        }
    }

    void readRepeat(std::string_view name, std::string_view value)
    {
        const auto count = value == "indefinite"
                               ? std::optional(std::numeric_limits<double>::infinity())
                               : parseDecimal(value);
        if (!count || *count <= 0) {
            remarks_.error(
                element_,
                fmt::format(
                    "{}=\"{}\" of <{}> is not a number above 0 and has no effect; write for "
                    "example "
                    "3 or indefinite",
                    name,
                    value,
                    element_.name()));
            return;
        }
        if (name == "repeat") {
            remarks_.warning(element_, "repeat was read as repeatCount, its name since SMIL 2.0");
        }
        result_.timing.repeatCount = count;
    }

    const Element& element_;
    model::Container::Kind parent_;
    SmilRemarks& remarks_;
    ReadTiming result_;
};

} // namespace

std::optional<Milliseconds> parseClock(std::string_view text)
{
    text = trim(text);
    if (text.find(':') != std::string_view::npos) {
        return parseColons(text);
    }
    for (const auto& unit : kUnits) {
        if (text.size() > unit.name.size() &&
            text.substr(text.size() - unit.name.size()) == unit.name) {
            const auto count = parseDecimal(trim(text.substr(0, text.size() - unit.name.size())));
            return count ? fromSeconds(*count * unit.seconds) : std::nullopt;
        }
    }
    return fromSeconds(parseDecimal(text));
}

std::string formatClock(Milliseconds value)
{
    return value.count() % 1000 == 0 ? fmt::format("{}s", value.count() / 1000)
                                     : fmt::format("{}ms", value.count());
}

ReadTiming readTiming(const Element& element, model::Container::Kind parent, SmilRemarks& remarks)
{
    return TimingReader(element, parent, remarks).run();
}

bool isTimingAttribute(std::string_view name)
{
    static constexpr std::array<std::string_view, 14> kNames{
        "begin",
        "end",
        "dur",
        "repeatCount",
        "repeat",
        "repeatDur",
        "min",
        "max",
        "endsync",
        "clipBegin",
        "clipEnd",
        "clip-begin",
        "clip-end",
        "timeContainer"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Timing attributes → values, and a remark for each that has no effect.
#include "content/xml/smil_timing.h"

#include "content/xml/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <vector>

namespace jtv::xml {
namespace {

template <typename Enum>
using Table = std::vector<std::pair<std::string_view, Enum>>;

class TimingReader {
public:
    TimingReader(const Element& element, const TriggerNames& triggers, SmilRemarks& remarks)
        : element_(element), triggers_(triggers), remarks_(remarks)
    {}

    ReadTiming run()
    {
        for (const auto& attribute : element_.attributes()) {
            if (attribute.namespaceUri.empty() && isTimingAttribute(attribute.name)) {
                read(attribute.name, trim(attribute.value));
            }
        }
        checkBounds();
        return result_;
    }

private:
    void read(std::string_view name, std::string_view value)
    {
        auto& timing = result_.timing;
        if (name == "begin") {
            readBegin(value);
        } else if (name == "end") {
            timing.end = readTimes(name, value);
        } else if (name == "dur") {
            readDuration(value);
        } else if (name == "repeatCount" || name == "repeat") {
            readRepeat(name, value);
        } else if (name == "repeatDur") {
            readRepeatDuration(value);
        } else if (name == "min" || name == "max") {
            readBound(name, value);
        } else if (name == "endsync") {
            readEndsync(value);
        } else if (name == "fill") {
            readWord(name, value, kFills(), timing.fill);
        } else if (name == "restart") {
            readWord(name, value, kRestarts(), timing.restart);
        } else {
            remarks_.warning(
                element_,
                fmt::format(
                    "{}=\"{}\" of <{}> has no effect; use seq, par and excl",
                    name,
                    value,
                    element_.name()));
        }
    }

    static Table<model::Fill> kFills()
    {
        return {
            {"remove", model::Fill::kRemove},
            {"freeze", model::Fill::kFreeze},
            {"hold", model::Fill::kHold},
            {"transition", model::Fill::kTransition},
            {"auto", model::Fill::kAuto},
            {"default", model::Fill::kDefault}};
    }

    static Table<model::Restart> kRestarts()
    {
        return {
            {"always", model::Restart::kAlways},
            {"whenNotActive", model::Restart::kWhenNotActive},
            {"never", model::Restart::kNever},
            {"default", model::Restart::kDefault}};
    }

    template <typename Enum>
    void
    readWord(std::string_view name, std::string_view value, const Table<Enum>& words, Enum& meaning)
    {
        std::string accepted;
        for (const auto& [word, what] : words) {
            if (word == value) {
                meaning = what;
                return;
            }
            accepted += (accepted.empty() ? "" : ", ") + std::string(word);
        }
        noEffect(name, value, "one of " + accepted);
    }

    void noEffect(std::string_view name, std::string_view value, std::string_view example)
    {
        remarks_.error(
            element_,
            fmt::format(
                "{}=\"{}\" of <{}> is not understood and has no effect; write {}",
                name,
                value,
                element_.name(),
                example));
    }

    // The entries that are understood, with an error for each other.
    std::vector<model::TimeValue> readTimes(std::string_view name, std::string_view value)
    {
        std::vector<model::TimeValue> times;
        for (const auto entry : split(value, ';')) {
            if (entry.empty()) {
                continue;
            }
            if (auto time = parseTime(entry, triggers_)) {
                nameEvent(name, entry, *time);
                times.push_back(*std::move(time));
            } else {
                noEffect(
                    name, entry, "for example 5s, video.end or wallclock(R/2026-01-01T09:00/P1D)");
            }
        }
        return times;
    }

    void readBegin(std::string_view value)
    {
        result_.timing.begin = readTimes("begin", value);
        const bool written = value.find_first_not_of("; \t\r\n") != std::string_view::npos;
        if (result_.timing.begin.empty() && written) {
            remarks_.error(
                element_,
                fmt::format(
                    "<{}> is skipped: nothing in begin=\"{}\" can begin it; mend it or leave it "
                    "out",
                    element_.name(),
                    value));
            result_.plays = false;
        }
    }

    void nameEvent(std::string_view name, std::string_view entry, const model::TimeValue& time)
    {
        const auto* event = std::get_if<model::EventTime>(&time);
        if (event != nullptr && event->kind == model::EventTime::Kind::kElement) {
            remarks_.error(
                element_,
                fmt::format(
                    "{}=\"{}\" of <{}> waits for an event that no screen without a pointer has; "
                    "write an offset, accessKey(k) or notify(name)",
                    name,
                    entry,
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
            noEffect("dur", value, "for example 10s, 1.5min, 00:01:30, media or indefinite");
        }
    }

    void readRepeatDuration(std::string_view value)
    {
        const auto clock = parseClock(value);
        if (value == "indefinite") {
            result_.timing.repeatDur = {model::Duration::Kind::kIndefinite, Milliseconds(0)};
        } else if (clock && *clock > Milliseconds(0)) {
            result_.timing.repeatDur = {model::Duration::Kind::kClock, *clock};
        } else {
            noEffect("repeatDur", value, "for example 30s or indefinite");
        }
    }

    void readBound(std::string_view name, std::string_view value)
    {
        auto& bound = name == "min" ? result_.timing.min : result_.timing.max;
        const auto clock = parseClock(value);
        if (clock && (name == "min" || *clock > Milliseconds(0))) {
            bound = *clock;
        } else if (value != "media" && value != "indefinite") {
            noEffect(name, value, "for example 5s");
        }
    }

    // Of a pair that contradicts itself neither has an effect [5.4.3, min and max].
    void checkBounds()
    {
        auto& timing = result_.timing;
        if (timing.min && timing.max && *timing.min > *timing.max) {
            remarks_.error(
                element_, "min is longer than max and neither has an effect; mend one of them");
            timing.min.reset();
            timing.max.reset();
        }
    }

    void readEndsync(std::string_view value)
    {
        using Kind = model::Endsync::Kind;
        static constexpr std::array<std::pair<std::string_view, Kind>, 4> kWords{{
            {"first", Kind::kFirst},
            {"last", Kind::kLast},
            {"all", Kind::kAll},
            {"media", Kind::kMedia},
        }};
        auto& endsync = result_.timing.endsync;
        for (const auto& [word, kind] : kWords) {
            if (word == value) {
                endsync.kind = kind;
                return;
            }
        }
        if (value.substr(0, 3) == "id(" && value.back() == ')') {
            value = value.substr(3, value.size() - 4);
        }
        if (value.empty()) {
            return noEffect("endsync", value, "first, last, all, media or the id of a child");
        }
        endsync.kind = Kind::kChild;
        endsync.id = value;
    }

    void readRepeat(std::string_view name, std::string_view value)
    {
        const auto count = value == "indefinite"
                               ? std::optional(std::numeric_limits<double>::infinity())
                               : parseDecimal(value);
        if (!count || *count <= 0) {
            return noEffect(name, value, "a number above 0 such as 3, or indefinite");
        }
        if (name == "repeat") {
            remarks_.warning(element_, "repeat was read as repeatCount, its name since SMIL 2.0");
        }
        result_.timing.repeatCount = count;
    }

    const Element& element_;
    const TriggerNames& triggers_;
    SmilRemarks& remarks_;
    ReadTiming result_;
};

} // namespace

ReadTiming readTiming(const Element& element, const TriggerNames& triggers, SmilRemarks& remarks)
{
    return TimingReader(element, triggers, remarks).run();
}

bool isTimingAttribute(std::string_view name)
{
    return isOneOf(
        name,
        {"begin",
         "end",
         "dur",
         "repeatCount",
         "repeat",
         "repeatDur",
         "min",
         "max",
         "endsync",
         "fill",
         "restart",
         "timeContainer"});
}

} // namespace jtv::xml

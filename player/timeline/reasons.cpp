// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Down the tree as far as something may begin.
#include "player/timeline/reasons.h"

#include "content/model/expression.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace jtv::timeline {
namespace {

// "2026-03-29 09:00", with seconds where there are any.
std::string textOf(LocalTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    auto text = fmt::format(
        "{:04}-{:02}-{:02} {:02}:{:02}",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count());
    return clock.seconds().count() == 0 ? text
                                        : fmt::format("{}:{:02}", text, clock.seconds().count());
}

std::string textOf(const model::Condition& test)
{
    if (test.languages) {
        return fmt::format("systemLanguage=\"{}\"", fmt::join(*test.languages, ", "));
    }
    if (test.captions) {
        return fmt::format("systemCaptions=\"{}\"", *test.captions ? "on" : "off");
    }
    if (test.screenSize) {
        return fmt::format(
            "systemScreenSize {}x{}", test.screenSize->width, test.screenSize->height);
    }
    return test.others.empty()
               ? "its test"
               : fmt::format("{}=\"{}\"", test.others[0].name, test.others[0].value);
}

// What the begin list of an element says at one instant.
struct Begin {
    bool may = false;                // something in it has come, or comes by itself
    std::vector<std::string> awaits; // what would have to happen
};

class Search {
public:
    Search(
        const model::Playlist& playlist,
        const ScreenFacts& screen,
        const Surroundings& surroundings,
        Milliseconds now)
        : playlist_(playlist), screen_(screen), surroundings_(surroundings), now_(now)
    {}

    std::vector<Reason> run()
    {
        look(playlist_.body);
        if (found_.empty()) {
            found_ = std::move(lesser_);
        }
        if (found_.empty()) {
            found_.push_back({playlist_.body.place, "there is nothing in it that can be shown"});
        }
        return std::move(found_);
    }

private:
    void look(const model::TimeNode& node)
    {
        if (const auto reason = obstacle(node)) {
            found_.push_back({node.place, *reason});
            return;
        }
        if (endsAtOnce(node.timing)) {
            lesser_.push_back(
                {node.place,
                 "it is shown only until everything has been fetched, which is before the start"});
            return;
        }
        const auto* container = std::get_if<model::Container>(&node.body);
        if (container == nullptr) {
            lesser_.push_back(
                {node.place,
                 "its time is over before it begins; look at dur and end of it and of what is "
                 "around it"});
            return;
        }
        for (const auto& child : container->children) {
            look(child);
        }
    }

    std::optional<std::string> obstacle(const model::TimeNode& node) const
    {
        if (!meets(node.condition, screen_)) {
            return fmt::format("this screen does not meet {}", textOf(node.condition));
        }
        if (!holds(node.condition.expression)) {
            return fmt::format("its expr does not hold: {}", node.condition.expression);
        }
        const auto begin = beginOf(node.timing);
        if (!begin.may) {
            return fmt::format("it has not begun: {}", fmt::join(begin.awaits, "; "));
        }
        return pastEnd(node.timing);
    }

    bool holds(const std::string& expression) const
    {
        const auto parsed = expression.empty()
                                ? Result<model::Expression>(Error{})
                                : model::Expression::parse(expression, playlist_.data);
        return !parsed || parsed->holds(surroundings_.factsAt(now_));
    }

    Begin beginOf(const model::Timing& timing) const
    {
        Begin begin;
        begin.may = timing.begin.empty();
        for (const auto& time : timing.begin) {
            const auto awaited =
                std::visit([&](const auto& t) { return awaitedBy(t, timing); }, time);
            begin.may = begin.may || awaited.empty();
            begin.awaits.push_back(awaited);
        }
        return begin;
    }

    // Empty: it has come, or comes by itself.
    static std::string awaitedBy(const model::OffsetTime& /*time*/, const model::Timing& /*of*/)
    {
        return {};
    }
    static std::string awaitedBy(const model::IndefiniteTime& /*time*/, const model::Timing& /*of*/)
    {
        return "begin=\"indefinite\" waits for a link, and there are none";
    }
    static std::string awaitedBy(const model::KeyTime& time, const model::Timing& /*of*/)
    {
        return fmt::format("it waits for the key {}", time.key);
    }
    static std::string awaitedBy(const model::EventTime& time, const model::Timing& /*of*/)
    {
        return time.kind == model::EventTime::Kind::kTrigger
                   ? fmt::format("it waits for notify({}) or a trigger of that name", time.name)
                   : fmt::format("it waits for the event {}.{}", time.id, time.name);
    }
    static std::string awaitedBy(const model::SyncTime& time, const model::Timing& /*of*/)
    {
        const bool end = time.edge == model::SyncTime::Edge::kEnd;
        return time.id == model::kPrefetchEnd
                   ? std::string()
                   : fmt::format("it waits for the {} of {}", end ? "end" : "begin", time.id);
    }
    std::string awaitedBy(const model::WallclockTime& time, const model::Timing& of) const
    {
        const Occurrences occurrences(time.wallclock, surroundings_.zone, surroundings_.start);
        const auto now = surroundings_.wallAt(now_ - time.offset);
        const auto last = occurrences.lastUntil(now);
        const auto closed = last ? closedAt(of, *last) : std::nullopt;
        if (last && !closed && (of.end.empty() || !occurrences.repeats())) {
            return {};
        }
        if (const auto next = occurrences.firstAfter(now)) {
            return fmt::format("its time comes on {}", textOf(local(*next, time.offset)));
        }
        return closed ? fmt::format(
                            "its window from {} to {} is over",
                            textOf(local(*last, time.offset)),
                            textOf(*closed))
                      : std::string();
    }

    // When a window that was opened at `begin` closed; nullopt: it is open, or nobody knows.
    std::optional<LocalTime> closedAt(const model::Timing& timing, WallTime begin) const
    {
        std::optional<LocalTime> closed;
        for (const auto& time : timing.end) {
            const auto* wallclock = std::get_if<model::WallclockTime>(&time);
            if (wallclock == nullptr) {
                return std::nullopt;
            }
            const Occurrences ends(wallclock->wallclock, surroundings_.zone, surroundings_.start);
            const auto end = ends.firstAfter(begin);
            const auto at = end ? end : ends.lastUntil(surroundings_.wallAt(now_));
            if (!at || *at > surroundings_.wallAt(now_)) {
                return std::nullopt;
            }
            closed = std::max(closed.value_or(LocalTime::min()), local(*at, wallclock->offset));
        }
        return closed;
    }

    // What would have begun, but all its ends are past.
    std::optional<std::string> pastEnd(const model::Timing& timing) const
    {
        const auto closed = closedAt(timing, surroundings_.start);
        const bool byWallclock =
            std::any_of(timing.begin.begin(), timing.begin.end(), [](const auto& time) {
                return std::holds_alternative<model::WallclockTime>(time);
            });
        if (byWallclock || !closed || *closed > surroundings_.zone.localOf(surroundings_.start)) {
            return std::nullopt;
        }
        return fmt::format("its end was on {}", textOf(*closed));
    }

    static bool endsAtOnce(const model::Timing& timing)
    {
        return std::any_of(timing.end.begin(), timing.end.end(), [](const auto& time) {
            const auto* sync = std::get_if<model::SyncTime>(&time);
            return sync != nullptr && sync->id == model::kPrefetchEnd;
        });
    }

    LocalTime local(WallTime time, Milliseconds offset) const
    {
        return surroundings_.zone.localOf(time + offset);
    }

    const model::Playlist& playlist_;
    const ScreenFacts& screen_;
    const Surroundings& surroundings_;
    Milliseconds now_;
    std::vector<Reason> found_;
    std::vector<Reason> lesser_; // said only where there is nothing else
};

} // namespace

std::vector<Reason> reasonsForNothing(
    const model::Playlist& playlist,
    const ScreenFacts& screen,
    const Surroundings& surroundings,
    Milliseconds now)
{
    return Search(playlist, screen, surroundings, now).run();
}

} // namespace jtv::timeline

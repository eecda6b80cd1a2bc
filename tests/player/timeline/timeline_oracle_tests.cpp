// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A second reading of SMIL 3.0 Timing, written from its text and not from our code: it goes through
// the tree once, without events and without a clock, and computes with intervals. Both are asked
// for thousands of random playlists.
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

namespace jtv::timeline {
namespace {

using Time = std::int64_t; // ms since the playlist's start
constexpr Time kNever = std::numeric_limits<Time>::max() / 4;
constexpr Time kHorizon = 20'000;

// What one medium shows: it is active in [begin, end), and seen until `seen`.
struct Shown {
    Time begin = 0;
    Time end = 0;
    Time seen = 0;
    std::string name;
    bool gone = false; // nothing can make it stay

    auto key() const { return std::tie(begin, name, end, seen); }
    bool operator<(const Shown& other) const { return key() < other.key(); }
    bool operator==(const Shown& other) const { return key() == other.key(); }
};

std::ostream& operator<<(std::ostream& out, const Shown& shown)
{
    return out << shown.name << " " << shown.begin << "-" << shown.end << "|" << shown.seen;
}

class Oracle {
public:
    explicit Oracle(const std::map<std::string, Time>& lengths) : lengths_(lengths) {}

    std::vector<Shown> run(const model::TimeNode& body)
    {
        play(body, 0, kHorizon);
        return std::move(shown_);
    }

private:
    struct Interval {
        Time begin = 0;
        Time end = 0;
        bool own = true;       // its parent did not cut it
        std::size_t first = 0; // of shown_: what it showed
        std::size_t last = 0;
    };

    static Time offsetOf(const std::vector<model::TimeValue>& list)
    {
        return list.empty() ? 0 : std::get<model::OffsetTime>(list.front()).offset.count();
    }

    // 5.4.5: dur; without it an end alone makes the simple duration indefinite; else the implicit
    // one, which is told by nullopt.
    static std::optional<Time> simpleDuration(const model::Timing& timing)
    {
        if (timing.dur.kind == model::Duration::Kind::kClock) {
            return timing.dur.value.count();
        }
        const bool endOnly = !timing.end.empty() && !timing.repeatCount && !timing.repeatDur &&
                             timing.dur.kind == model::Duration::Kind::kUnset;
        if (timing.dur.kind == model::Duration::Kind::kIndefinite || endOnly) {
            return kNever;
        }
        return std::nullopt;
    }

    // 5.4.3: "auto" removes what says how long it is, and freezes everything else.
    static bool freezes(const model::Timing& timing)
    {
        if (timing.fill == model::Fill::kDefault || timing.fill == model::Fill::kAuto) {
            return timing.dur.kind == model::Duration::Kind::kUnset && timing.end.empty() &&
                   !timing.repeatCount && !timing.repeatDur;
        }
        return timing.fill != model::Fill::kRemove;
    }

    // An element whose syncbase is at `base`, in a parent whose simple duration ends at `limit`.
    // `asked`: whether it ends by itself where its parent ends, too.
    std::optional<Interval>
    play(const model::TimeNode& node, Time base, Time limit, bool asked = true)
    {
        const auto& timing = node.timing;
        const Time begin = base + offsetOf(timing.begin);
        const Time least = timing.min ? timing.min->count() : 0;
        const Time most = timing.max ? timing.max->count() : kNever;
        if (!timing.end.empty() && base + offsetOf(timing.end) < begin) {
            return std::nullopt; // it never begins
        }
        if (begin >= limit) { // it would, were it not for its parent
            return Interval{limit, limit, false, shown_.size(), shown_.size()};
        }
        // Whatever is in it, the active duration cannot be longer than this.
        Time bound = std::min(limit, begin + most);
        if (!timing.end.empty()) {
            bound = std::min(bound, std::max(base + offsetOf(timing.end), begin + least));
        }
        const std::size_t first = shown_.size();
        const Time natural = repeat(node, begin, bound);
        const Time end = std::min(bound, std::max(natural, begin + least));
        for (std::size_t i = first; i < shown_.size(); ++i) {
            // What min stretches keeps its last picture.
            if (shown_[i].seen == natural && natural < end && !shown_[i].gone) {
                shown_[i].seen = end;
                const bool own = std::holds_alternative<model::Media>(node.body);
                shown_[i].end = own && shown_[i].end == natural ? end : shown_[i].end;
            }
        }
        const bool own = end < limit || (asked && endsBy(node, base, limit));
        return Interval{begin, end, own, first, shown_.size()};
    }

    // It is over at `limit` even if nothing cuts it there.
    bool endsBy(const model::TimeNode& node, Time base, Time limit)
    {
        const auto before = shown_;
        const auto longer = play(node, base, limit + 1, false);
        shown_ = before;
        return longer->end <= limit;
    }

    // What ends by itself and is to be removed is not seen any more, whatever its parent does.
    void remove(const model::TimeNode& node, const Interval& interval)
    {
        for (std::size_t i = interval.first; i < interval.last; ++i) {
            shown_[i].gone = shown_[i].gone || (interval.own && !freezes(node.timing));
        }
    }

    // The intermediate active duration: so many simple durations, cut by repeatDur.
    Time repeat(const model::TimeNode& node, Time begin, Time bound)
    {
        const auto& timing = node.timing;
        const auto simple = simpleDuration(timing);
        const double count = timing.repeatCount.value_or(timing.repeatDur ? kForEver : 1);
        if (timing.repeatDur && timing.repeatDur->kind == model::Duration::Kind::kClock) {
            bound = std::min(bound, begin + timing.repeatDur->value.count());
        }
        if (simple && *simple < kNever && !std::isinf(count)) {
            bound =
                std::min<Time>(bound, begin + std::llround(static_cast<double>(*simple) * count));
        }
        Time at = begin;
        for (double left = count; left > 0 && at < bound; left -= 1) {
            if (left < 1 && !simple) { // a part of an implicit duration: it is as long as before
                bound = std::min<Time>(
                    bound, at + std::llround(static_cast<double>(implicit(node, at)) * left));
            }
            const Time cut = simple ? std::min(bound, at + *simple) : bound;
            const Time end = iterate(node, at, cut);
            const Time next = simple ? cut : std::min(end, cut);
            if (next <= at) {
                break;
            }
            at = next;
        }
        return at;
    }

    // How long one iteration is when nothing cuts it.
    Time implicit(const model::TimeNode& node, Time at)
    {
        const auto before = shown_;
        const Time end = iterate(node, at, at + 10 * kHorizon);
        shown_ = before;
        return end - at;
    }

    // One iteration, cut at `cut`; returns the end of its implicit duration.
    Time iterate(const model::TimeNode& node, Time at, Time cut)
    {
        if (const auto* media = std::get_if<model::Media>(&node.body)) {
            const auto simple = simpleDuration(node.timing);
            const Time end = std::min(cut, at + simple.value_or(lengths_.at(media->source)));
            shown_.push_back({at, end, end, media->source, false});
            return end;
        }
        const auto& container = std::get<model::Container>(node.body);
        return container.kind == model::Container::Kind::kSeq ? sequence(node, at, cut)
                                                              : together(node, at, cut);
    }

    Time sequence(const model::TimeNode& node, Time at, Time cut)
    {
        std::optional<Interval> frozen;
        for (const auto& child : std::get<model::Container>(node.body).children) {
            const auto played = play(child, at, cut);
            if (!played) {
                continue;
            }
            stay(frozen, played->begin); // until the next begins
            remove(child, *played);
            at = played->end;
            frozen = freezes(child.timing) ? played : std::nullopt;
        }
        const Time end = simpleDuration(node.timing) ? cut : std::min(at, cut);
        stay(frozen, end);
        return at;
    }

    Time together(const model::TimeNode& node, Time at, Time cut)
    {
        std::vector<Interval> frozen;
        std::optional<Time> soonest;
        Time latest = at;
        const auto& timing = node.timing;
        const bool first = timing.endsync.kind == model::Endsync::Kind::kFirst;
        const auto attempt = shown_.size();
        for (const auto& child : std::get<model::Container>(node.body).children) {
            if (const auto played = play(child, at, cut)) {
                soonest = std::min(soonest.value_or(played->end), played->end);
                latest = std::max(latest, played->end);
                remove(child, *played);
                if (freezes(child.timing)) {
                    frozen.push_back(*played);
                }
            }
        }
        const Time end = first ? soonest.value_or(at) : latest;
        if (first && !simpleDuration(timing) && end < std::min(latest, cut)) {
            shown_.resize(attempt); // once more, now that its end is known
            return together(node, at, end);
        }
        const Time over = simpleDuration(timing) ? cut : std::min(end, cut);
        for (const auto& each : frozen) {
            stay(each, over);
        }
        return end;
    }

    // What was to be seen at its end stays until then.
    void stay(const std::optional<Interval>& interval, Time until)
    {
        for (std::size_t i = interval ? interval->first : 0; interval && i < interval->last; ++i) {
            if (shown_[i].seen == interval->end && !shown_[i].gone) {
                shown_[i].seen = std::max(until, shown_[i].seen);
            }
        }
    }

    const std::map<std::string, Time>& lengths_;
    std::vector<Shown> shown_;
};

// Trees of seq and par with all that bounds a duration.
class Grower {
public:
    explicit Grower(unsigned seed) : random_(seed) {}

    Node body() { return seq(children(0)); }
    std::map<std::string, Time> lengths; // of the videos

private:
    bool chance(unsigned oneIn) { return random_() % oneIn == 0; }
    Time time() { return static_cast<Time>(random_() % 4000) + 1; }

    std::vector<Node> children(int depth)
    {
        std::vector<Node> made;
        for (auto count = random_() % 3 + 1; count > 0; --count) {
            made.push_back(child(depth));
        }
        return made;
    }

    Node child(int depth)
    {
        const bool inner = depth < 3 && chance(2);
        Node node = !inner      ? leaf()
                    : chance(2) ? par(children(depth + 1))
                                : seq(children(depth + 1));
        auto& timing = node.value.timing;
        if (chance(4)) {
            timing.begin = {model::OffsetTime{ms(time())}};
        }
        if (chance(5)) {
            timing.end = {model::OffsetTime{ms(time())}};
        }
        if (inner && chance(4)) {
            timing.dur = {model::Duration::Kind::kClock, ms(time())};
        }
        if (chance(4)) {
            // A part of a container's first iteration would have to be known before it was played.
            const bool known = !inner || timing.dur.kind == model::Duration::Kind::kClock;
            constexpr double kCounts[] = {0.4, 1, 2, 2.5, 3, kForEver};
            timing.repeatCount = kCounts[known ? random_() % 6 : random_() % 5 + 1];
        }
        if (chance(6)) {
            timing.repeatDur = {model::Duration::Kind::kClock, ms(2 * time())};
        }
        bound(timing);
        constexpr model::Fill kFills[] = {
            model::Fill::kDefault, model::Fill::kRemove, model::Fill::kFreeze, model::Fill::kAuto};
        timing.fill = kFills[random_() % 4];
        if (std::holds_alternative<model::Container>(node.value.body) && chance(4)) {
            timing.endsync.kind = model::Endsync::Kind::kFirst;
        }
        return node;
    }

    void bound(model::Timing& timing)
    {
        if (chance(6)) {
            timing.min = ms(time());
        }
        if (chance(6)) {
            timing.max = ms(time()) + timing.min.value_or(ms(0));
        }
    }

    Node leaf()
    {
        const auto name = std::to_string(lengths.size());
        lengths[name] = time();
        return chance(2) ? img(name, lengths[name]) : video(name);
    }

    std::mt19937 random_;
};

Time untilHorizon(Time time)
{
    return std::min(time, kHorizon);
}

// What our timeline shows, in the same words.
std::vector<Shown> played(const Grower& grower, const std::shared_ptr<const model::Playlist>& list)
{
    Options options;
    options.intrinsic = [&](const model::Media& media) {
        return Intrinsic{ms(grower.lengths.at(media.source)), {}};
    };
    auto timeline = Timeline::make(list, options).value();
    std::map<CueId, Shown> shown;
    Time now = 0;
    for (auto step = timeline.advance(ms(0)); now < kHorizon;) {
        for (const auto& cue : step.begins) {
            shown[cue.id] = {cue.begin.count(), kHorizon, kHorizon, cue.media->source, false};
        }
        for (const auto id : step.freezes) {
            shown[id].end = now;
        }
        for (const auto id : step.ends) {
            shown[id].end = std::min(shown[id].end, now);
            shown[id].seen = now;
        }
        if (!step.next) {
            break;
        }
        now = std::min(step.next->count(), kHorizon);
        step = timeline.advance(ms(now));
    }
    std::vector<Shown> all;
    for (auto& [id, each] : shown) {
        all.push_back(std::move(each));
    }
    return all;
}

// The playlist in the words of SMIL, for whoever looks into a difference.
std::string written(const model::TimeNode& node)
{
    const auto& timing = node.timing;
    std::string more;
    const auto add = [&](const char* name, const std::optional<Milliseconds>& value) {
        more += value ? fmt::format(" {}={}", name, value->count()) : "";
    };
    const auto offset = [](const std::vector<model::TimeValue>& list) {
        return list.empty() ? std::nullopt
                            : std::optional(std::get<model::OffsetTime>(list.front()).offset);
    };
    add("begin", offset(timing.begin));
    add("end", offset(timing.end));
    add("min", timing.min);
    add("max", timing.max);
    if (timing.dur.kind == model::Duration::Kind::kClock) {
        add("dur", timing.dur.value);
    }
    if (timing.repeatDur) {
        add("repeatDur", timing.repeatDur->value);
    }
    more += timing.repeatCount ? fmt::format(" repeatCount={}", *timing.repeatCount) : "";
    more += timing.fill == model::Fill::kFreeze   ? " freeze"
            : timing.fill == model::Fill::kRemove ? " remove"
                                                  : "";
    more += timing.endsync.kind == model::Endsync::Kind::kFirst ? " endsync=first" : "";
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        return media->source + more + "; ";
    }
    const auto& container = std::get<model::Container>(node.body);
    std::string all =
        (container.kind == model::Container::Kind::kSeq ? "seq" : "par") + more + " { ";
    for (const auto& child : container.children) {
        all += written(child);
    }
    return all + "} ";
}

BOOST_AUTO_TEST_SUITE(timeline_oracle)

BOOST_AUTO_TEST_CASE(random_trees_are_played_as_the_standard_says)
{
    for (unsigned seed = 0; seed < 4000; ++seed) {
        Grower grower(seed);
        const auto list = playlist(grower.body());
        auto ours = played(grower, list);
        auto theirs = Oracle(grower.lengths).run(list->body);
        for (auto* all : {&ours, &theirs}) {
            std::erase_if(*all, [](const Shown& each) {
                return each.begin >= kHorizon || each.end <= each.begin;
            });
            for (auto& each : *all) {
                each.end = untilHorizon(each.end);
                each.seen = untilHorizon(each.seen);
            }
            std::sort(all->begin(), all->end());
        }
        BOOST_TEST_CONTEXT("seed " << seed << ": " << written(list->body))
        {
            BOOST_TEST(ours == theirs, boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlists written in one line each, and a timeline that runs by itself.
#pragma once

#include "player/timeline/timeline.h"

#include <fmt/format.h>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jtv::timeline {

inline constexpr double kForEver = std::numeric_limits<double>::infinity();

inline Milliseconds ms(std::int64_t value)
{
    return Milliseconds(value);
}

// Builders in the words of SMIL: seq({img("a", 5000), video("b")}).repeat(2).
struct Node {
    model::TimeNode value;

    Node begin(std::int64_t time) &&
    {
        value.timing.begin = {model::OffsetTime{ms(time)}};
        return std::move(*this);
    }
    Node end(std::int64_t time) &&
    {
        value.timing.end = {model::OffsetTime{ms(time)}};
        return std::move(*this);
    }
    Node dur(std::int64_t time) &&
    {
        value.timing.dur = {model::Duration::Kind::kClock, ms(time)};
        return std::move(*this);
    }
    Node indefinite() &&
    {
        value.timing.dur.kind = model::Duration::Kind::kIndefinite;
        return std::move(*this);
    }
    Node repeat(double count) &&
    {
        value.timing.repeatCount = count;
        return std::move(*this);
    }
    Node region(std::string name) &&
    {
        std::get<model::Media>(value.body).region = std::move(name);
        return std::move(*this);
    }
};

inline Node container(model::Container::Kind kind, std::vector<Node> children)
{
    model::Container container;
    container.kind = kind;
    for (auto& child : children) {
        container.children.push_back(std::move(child.value));
    }
    Node node;
    node.value.body = std::move(container);
    return node;
}

inline Node seq(std::vector<Node> children)
{
    return container(model::Container::Kind::kSeq, std::move(children));
}

inline Node par(std::vector<Node> children)
{
    return container(model::Container::Kind::kPar, std::move(children));
}

inline Node medium(model::MediaKind kind, std::string source)
{
    Node node;
    model::Media media;
    media.kind = kind;
    media.source = std::move(source);
    node.value.body = std::move(media);
    return node;
}

inline Node img(std::string source)
{
    return medium(model::MediaKind::kImage, std::move(source));
}
inline Node img(std::string source, std::int64_t dur)
{
    return img(std::move(source)).dur(dur);
}
inline Node video(std::string source)
{
    return medium(model::MediaKind::kVideo, std::move(source));
}
inline Node slide(std::string source)
{
    return medium(model::MediaKind::kSlide, std::move(source));
}

inline std::shared_ptr<const model::Playlist> playlist(Node body)
{
    auto made = std::make_shared<model::Playlist>();
    for (const auto& [name, zIndex] :
         std::vector<std::pair<std::string, int>>{{"left", 2}, {"right", 1}, {"below", -1}}) {
        model::Region region;
        region.id = name;
        region.zIndex = zIndex;
        made->layout.regions.push_back(region);
    }
    made->body = std::move(body.value);
    return made;
}

// "begin-end source[/language]" for each cue in the order of begin; "…" for no end by `until`.
struct Record {
    std::map<CueId, std::pair<std::string, std::string>> begun; // when, what
    std::map<CueId, std::string> ended;
    bool finished = false;

    std::string text() const
    {
        std::string all;
        for (const auto& [id, cue] : begun) {
            const auto end = ended.find(id);
            all += all.empty() ? "" : ", ";
            all += cue.first + "-" + (end == ended.end() ? "…" : end->second) + " " + cue.second;
        }
        return all;
    }
};

// Open cues finish after `openFor`; those whose source begins with "bad" fail at once.
struct Player {
    std::map<std::string, Intrinsic> known;
    std::vector<std::string> languages;
    Milliseconds openFor{3000};
    Record record;
    std::size_t mostVisited = 0;
    std::vector<std::pair<Milliseconds, CueId>> due; // open cues and when they will finish
    std::map<const model::Media*, int> asked;
    Options options;
    std::vector<std::pair<Milliseconds, std::string>> happenings; // by time

    void take(const Step& step, Milliseconds now)
    {
        for (const auto& cue : step.begins) {
            const auto name = cue.media->source + (cue.language.empty() ? "" : "/" + cue.language);
            record.begun[cue.id] = {std::to_string(cue.begin.count()), name};
            if (cue.media->source.rfind("bad", 0) == 0) {
                due.emplace_back(cue.begin, cue.id);
            } else if (!cue.end) {
                due.emplace_back(cue.begin + openFor, cue.id);
            }
        }
        for (const auto& ids : {step.freezes, step.ends}) {
            for (const auto id : ids) {
                record.ended.emplace(id, std::to_string(now.count()));
            }
        }
        record.finished = step.finished;
        mostVisited = std::max(mostVisited, step.visited);
    }

    Timeline make(std::shared_ptr<const model::Playlist> list)
    {
        options.languages = languages;
        options.intrinsic = [this](const model::Media& media) {
            ++asked[&media];
            return known[media.source];
        };
        return Timeline::make(std::move(list), options).value();
    }

    // Goes from event to event, in steps of at most `longest`.
    std::string
    run(std::shared_ptr<const model::Playlist> list,
        Milliseconds until,
        Milliseconds longest = Milliseconds(1'000'000'000))
    {
        auto timeline = make(std::move(list));
        Milliseconds now{0};
        auto step = timeline.advance(now);
        take(step, now);
        int instants = 0;
        while (!step.finished && now < until && ++instants < 100'000) {
            const auto soonest = std::min_element(due.begin(), due.end());
            auto then = std::min(until, now + longest);
            if (step.next) {
                then = std::min(then, *step.next);
            }
            if (!happenings.empty() && happenings.front().first <= then) {
                now = std::max(now, happenings.front().first);
                const auto event = happenings.front().second;
                happenings.erase(happenings.begin());
                step = timeline.happened(event, now);
            } else if (soonest != due.end() && soonest->first <= then) {
                const auto [time, id] = *soonest;
                due.erase(soonest);
                now = std::max(now, time);
                const bool bad = record.begun[id].second.rfind("bad", 0) == 0;
                step = timeline.mediaEnded(id, bad ? MediaEnd::kFailed : MediaEnd::kFinished, now);
            } else {
                now = then;
                step = timeline.advance(now);
            }
            take(step, now);
        }
        return record.text();
    }
};

inline std::string
cues(Node body, std::int64_t until = 60'000, std::map<std::string, Intrinsic> known = {})
{
    Player player;
    player.known = std::move(known);
    return player.run(playlist(std::move(body)), ms(until));
}

} // namespace jtv::timeline

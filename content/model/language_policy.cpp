// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Rounds of turns, and the gaps between them.
#include "content/model/language_policy.h"

#include "content/model/language_tag.h"

#include <algorithm>
#include <numeric>

namespace jtv::model {
namespace {

constexpr std::size_t kMostInTurn = 4;
constexpr std::size_t kOthers = 2; // beside the main language
// Loops of rounds that do not meet again within this many are looked at no longer.
constexpr std::size_t kMostPasses = 240;

LanguageTurn turnOf(const Slide& slide, const std::vector<std::string>& tags)
{
    const auto joined = joinTags(tags);
    return {joined, readingTime(slide, joined)};
}

LanguageRound inTurn(const Slide& slide, const std::vector<std::string>& tags, std::size_t together)
{
    LanguageRound round;
    for (std::size_t from = 0; from < tags.size(); from += together) {
        const auto to = std::min(from + together, tags.size());
        round.push_back(turnOf(
            slide,
            {tags.begin() + static_cast<std::ptrdiff_t>(from),
             tags.begin() + static_cast<std::ptrdiff_t>(to)}));
    }
    return round;
}

std::vector<LanguageRound> mainAndTwo(const Slide& slide, const std::vector<std::string>& tags)
{
    std::vector<LanguageRound> rounds;
    for (std::size_t from = 1; from < tags.size(); from += kOthers) {
        LanguageRound round{turnOf(slide, {tags.front()})};
        for (auto i = from; i < std::min(from + kOthers, tags.size()); ++i) {
            round.push_back(turnOf(slide, {tags[i]}));
        }
        rounds.push_back(std::move(round));
    }
    return rounds;
}

// The turns that come after this one, each once, without those seen in its round already.
std::vector<std::string>
following(const std::vector<LanguageRound>& rounds, std::size_t round, std::size_t turn)
{
    std::vector<std::string> names;
    const auto add = [&](const LanguageTurn& next) {
        const auto& seen = rounds[round];
        const bool wasSeen = std::any_of(
            seen.begin(),
            seen.begin() + static_cast<std::ptrdiff_t>(turn) + 1,
            [&](const LanguageTurn& earlier) { return earlier.language == next.language; });
        if (!wasSeen && std::find(names.begin(), names.end(), next.language) == names.end()) {
            names.push_back(next.language);
        }
    };
    for (std::size_t ahead = 0; ahead < rounds.size(); ++ahead) {
        const auto& turns = rounds[(round + ahead) % rounds.size()];
        std::for_each(
            turns.begin() + static_cast<std::ptrdiff_t>(ahead == 0 ? turn + 1 : 0),
            turns.end(),
            add);
    }
    return names;
}

// The gaps between the times something was to be seen, on a clock that runs in a circle.
class Gaps {
public:
    void seen(Milliseconds from, Milliseconds to)
    {
        if (first_) {
            longest_ = std::max(longest_, from - last_);
        } else {
            first_ = from;
        }
        last_ = to;
    }
    std::optional<Milliseconds> longest(Milliseconds circle) const
    {
        return first_ ? std::optional(std::max(longest_, circle - last_ + *first_)) : std::nullopt;
    }

private:
    std::optional<Milliseconds> first_;
    Milliseconds last_{0};
    Milliseconds longest_{0};
};

// After so many passes every item is at its first round again.
std::size_t passesOf(const std::vector<LoopItem>& loop)
{
    std::size_t passes = 1;
    for (const auto& item : loop) {
        passes = std::lcm(passes, std::max<std::size_t>(1, item.rounds.size()));
        if (passes > kMostPasses) {
            return kMostPasses;
        }
    }
    return passes;
}

LanguageWait waitFor(const std::vector<LoopItem>& loop, const std::string& language)
{
    Gaps something;
    std::vector<Gaps> items(loop.size());
    Milliseconds now{0};
    const auto show = [&](std::size_t item, const LanguageTurn& turn) {
        if (isReadable(turn.language, language)) {
            something.seen(now, now + turn.duration);
            items[item].seen(now, now + turn.duration);
        }
        now += turn.duration;
    };
    const auto passes = passesOf(loop);
    for (std::size_t pass = 0; pass < passes; ++pass) {
        for (std::size_t i = 0; i < loop.size(); ++i) {
            const auto& rounds = loop[i].rounds;
            for (std::size_t t = 0; !rounds.empty() && t < rounds[pass % rounds.size()].size();
                 ++t) {
                show(i, rounds[pass % rounds.size()][t]);
            }
        }
    }
    LanguageWait wait{language, something.longest(now), {}};
    for (const auto& item : items) {
        wait.items.push_back(item.longest(now));
    }
    return wait;
}

} // namespace

const std::vector<std::string>&
languagesAt(const LanguagePolicy& policy, const std::vector<std::string>& usual, int minute)
{
    const auto found =
        std::find_if(policy.periods.begin(), policy.periods.end(), [&](const auto& period) {
            const bool after = minute >= period.from;
            const bool before = minute < period.to;
            return period.from < period.to ? after && before : after || before;
        });
    return found == policy.periods.end() || found->languages.empty() ? usual : found->languages;
}

std::vector<LanguageRound>
languageRounds(const Slide& slide, LanguageOrder order, const std::vector<std::string>& wanted)
{
    const auto tags = languagesShown(slide, wanted);
    if (order == LanguageOrder::kAutomatic) {
        order = tags.size() > kMostInTurn ? LanguageOrder::kMainAndTwo : LanguageOrder::kInTurn;
    }
    const bool together =
        order == LanguageOrder::kSideBySide || slide.kind == SlideTemplate::kSideBySide;
    if (order == LanguageOrder::kMainAndTwo && !together && tags.size() > 1) {
        return mainAndTwo(slide, tags);
    }
    return {inTurn(slide, tags, together ? 2 : 1)};
}

std::optional<int> nextChange(const LanguagePolicy& policy, int minute)
{
    constexpr int kDay = 24 * 60;
    std::optional<int> soonest; // minutes from now
    for (const auto& period : policy.periods) {
        for (const int edge : {period.from, period.to}) {
            const int wait = (edge - minute + kDay - 1) % kDay + 1;
            soonest = std::min(soonest.value_or(wait), wait);
        }
    }
    return soonest ? std::optional((minute + *soonest) % kDay) : std::nullopt;
}

std::vector<std::vector<std::string>>
languageLists(const LanguagePolicy& policy, const std::vector<std::string>& usual)
{
    std::vector<std::vector<std::string>> lists{usual};
    for (const auto& period : policy.periods) {
        if (std::find(lists.begin(), lists.end(), period.languages) == lists.end()) {
            lists.push_back(period.languages);
        }
    }
    return lists;
}

std::vector<std::vector<SlideView>>
slideRounds(const Slide& slide, LanguageOrder order, const std::vector<std::string>& wanted)
{
    const auto rounds = languageRounds(slide, order, wanted);
    std::vector<std::vector<SlideView>> views(rounds.size());
    for (std::size_t round = 0; round < rounds.size(); ++round) {
        const auto& turns = rounds[round];
        for (std::size_t turn = 0; turn < turns.size(); ++turn) {
            views[round].push_back({turns[turn].language, following(rounds, round, turn)});
        }
    }
    return views;
}

std::vector<LanguageWait>
languageWaits(const std::vector<LoopItem>& loop, const std::vector<std::string>& languages)
{
    std::vector<LanguageWait> waits;
    waits.reserve(languages.size());
    for (const auto& language : languages) {
        waits.push_back(waitFor(loop, language));
    }
    return waits;
}

bool isReadable(std::string_view shown, std::string_view wanted)
{
    const auto tags = splitTags(shown);
    return std::any_of(tags.begin(), tags.end(), [&](const auto& tag) {
        return primaryLanguage(tag) == primaryLanguage(wanted) &&
               (isSimple(tag) || !isSimple(wanted)) && (isLeicht(tag) || !isLeicht(wanted));
    });
}

} // namespace jtv::model

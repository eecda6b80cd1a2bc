// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What holds for every playlist, tried on random ones.
#include "tests/player/timeline/playlists.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <set>

namespace jtv::timeline {
namespace {

// Bounded trees with everything in them: nesting, offsets, cuts, repeats, bad and open media.
class Grower {
public:
    explicit Grower(unsigned seed) : random_(seed) {}

    Node body()
    {
        auto node = seq(children(0));
        if (chance(3)) {
            node = std::move(node).repeat(kForEver);
        }
        return node;
    }

private:
    bool chance(unsigned oneIn) { return random_() % oneIn == 0; }
    std::int64_t time() { return static_cast<std::int64_t>(random_() % 4000) + 1; }

    std::vector<Node> children(int depth)
    {
        std::vector<Node> made;
        const auto count = random_() % 5;
        for (unsigned i = 0; i < count; ++i) {
            made.push_back(child(depth));
        }
        return made;
    }

    Node child(int depth)
    {
        Node node = depth < 4 && chance(3)
                        ? (chance(2) ? par(children(depth + 1)) : seq(children(depth + 1)))
                    : depth < 4 && chance(6) ? excl(depth)
                                             : leaf();
        if (chance(5)) {
            node = std::move(node).begin(time());
        }
        if (chance(6)) {
            node = std::move(node).end(time());
        }
        if (chance(4)) {
            node = std::move(node).dur(time());
        }
        if (chance(12)) {
            node = std::move(node).indefinite().end(time());
        }
        if (chance(5)) {
            constexpr double kCounts[] = {0.4, 1, 2, 2.5, 7, kForEver};
            node = std::move(node).repeat(kCounts[random_() % 6]);
        }
        return node;
    }

    // Of one to three classes; most children begin while another one plays.
    Node excl(int depth)
    {
        using Class = model::PriorityClass;
        auto inside = children(depth + 1);
        for (auto& child : inside) {
            if (!chance(3)) {
                child = std::move(child).begin(time());
            }
        }
        auto left = inside.size();
        auto made = container(model::Container::Kind::kExcl, std::move(inside));
        auto& classes = std::get<model::Container>(made.value.body).classes;
        for (auto count = random_() % 4; count > 0; --count) {
            Class each;
            each.peers = static_cast<Class::Peers>(random_() % 4);
            each.higher = static_cast<Class::Higher>(random_() % 2);
            each.lower = static_cast<Class::Lower>(random_() % 2);
            each.size = count == 1 ? left : std::min<std::size_t>(left, random_() % 3);
            left -= each.size;
            classes.push_back(each);
        }
        return made;
    }

    Node leaf()
    {
        static constexpr const char* kRegions[] = {"", "left", "right", "below"};
        const auto name = std::to_string(++leaves_);
        Node node = chance(6)   ? video("bad" + name)
                    : chance(3) ? video("v" + name)
                    : chance(3) ? slide("s" + name)
                    : chance(4) ? img("i" + name)
                                : img("i" + name, time());
        return std::move(node).region(kRegions[random_() % 4]);
    }

    std::mt19937 random_;
    int leaves_ = 0;
};

Player playerFor(const model::Playlist& list)
{
    Player player;
    std::function<void(const model::TimeNode&)> learn = [&](const model::TimeNode& node) {
        if (const auto* media = std::get_if<model::Media>(&node.body)) {
            const auto hash =
                static_cast<std::int64_t>(std::hash<std::string>()(media->source) >> 1U);
            if (media->kind == model::MediaKind::kSlide) {
                player.known[media->source].rounds = {
                    {{"de", ms(hash % 900 + 1)}, {"ar", ms(hash % 1300 + 1)}}};
            } else if (media->kind == model::MediaKind::kVideo && hash % 3 == 0) {
                player.known[media->source].duration = ms(hash % 5000);
            }
            return;
        }
        for (const auto& child : std::get<model::Container>(node.body).children) {
            learn(child);
        }
    };
    learn(list.body);
    return player;
}

constexpr unsigned kTrees = 150;
constexpr Milliseconds kUntil{40'000};

BOOST_AUTO_TEST_SUITE(timeline_property)

BOOST_AUTO_TEST_CASE(small_and_large_steps_give_the_same_cues)
{
    for (unsigned seed = 0; seed < kTrees; ++seed) {
        const auto list = playlist(Grower(seed).body());
        auto events = playerFor(*list);
        auto small = playerFor(*list);
        const auto expected = events.run(list, kUntil);
        BOOST_TEST(small.run(list, kUntil, ms(37)) == expected, "seed " << seed);
        BOOST_TEST(small.record.finished == events.record.finished);
    }
}

// Without open cues nothing needs an answer, so that one jump must tell the same begins and ends.
BOOST_AUTO_TEST_CASE(one_jump_tells_what_many_steps_tell)
{
    for (unsigned seed = 0; seed < kTrees; ++seed) {
        const auto list = playlist(Grower(seed).body());
        const auto told = [&](Milliseconds stride) {
            auto player = playerFor(*list);
            Options options;
            options.intrinsic = [&](const model::Media& media) {
                auto known = player.known[media.source];
                known.duration = known.duration.value_or(ms(700));
                return known;
            };
            auto timeline = Timeline::make(list, options).value();
            std::string all;
            std::size_t ends = 0;
            for (auto now = ms(0); now <= ms(6000); now += stride) {
                const auto step = timeline.advance(now);
                for (const auto& cue : step.begins) {
                    all += fmt::format("{} {} {};", cue.id, cue.begin.count(), cue.media->source);
                }
                ends += step.ends.size();
            }
            return all + std::to_string(ends);
        };
        BOOST_TEST(told(ms(6000)) == told(ms(50)), "seed " << seed);
    }
}

struct Shown {
    Milliseconds begin{0};
    std::optional<Milliseconds> end;
    std::optional<Milliseconds> frozen; // its active duration was over then
    const model::Media* media = nullptr;
};

std::map<CueId, Shown> shownBy(Player& player, const std::shared_ptr<const model::Playlist>& list)
{
    std::map<CueId, Shown> shown;
    auto timeline = player.make(list);
    auto now = ms(0);
    auto step = timeline.advance(now);
    CueId last = 0;
    Milliseconds lastBegin{0};
    for (int i = 0; i < 3000; ++i) {
        for (const auto& cue : step.begins) {
            BOOST_TEST(cue.id == last + 1);
            BOOST_TEST((cue.begin >= lastBegin));
            BOOST_TEST((!cue.end || *cue.end > cue.begin));
            last = cue.id;
            lastBegin = cue.begin;
            shown[cue.id] = {cue.begin, std::nullopt, std::nullopt, cue.media};
        }
        for (const auto id : step.freezes) {
            shown[id].frozen = now;
        }
        for (const auto id : step.ends) {
            BOOST_TEST(shown.count(id) == 1U);
            BOOST_TEST(!shown[id].end, "a second end");
            shown[id].end = now;
        }
        BOOST_TEST((!step.next || *step.next > now));
        if (step.finished) {
            BOOST_TEST(timeline.active().empty());
            break;
        }
        const auto& active = timeline.active();
        const auto open =
            std::find_if(active.begin(), active.end(), [](const Cue& cue) { return !cue.end; });
        if (open != active.end() && (!step.next || i % 2 == 0)) {
            const bool bad = open->media->source.rfind("bad", 0) == 0;
            now += ms(bad ? 0 : 100);
            if (step.next) {
                now = std::min(now, *step.next);
            }
            step =
                timeline.mediaEnded(open->id, bad ? MediaEnd::kFailed : MediaEnd::kFinished, now);
        } else if (step.next) {
            now = *step.next;
            step = timeline.advance(now);
        } else {
            break; // a picture without end
        }
    }
    return shown;
}

// The leaves below each child of a seq must never be shown together with those of another child; in
// an excl they must not play together.
std::set<const model::Media*> leavesOf(const model::TimeNode& node)
{
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        return {media};
    }
    std::set<const model::Media*> leaves;
    for (const auto& child : std::get<model::Container>(node.body).children) {
        leaves.merge(leavesOf(child));
    }
    return leaves;
}

void noOverlap(const model::TimeNode& node, const std::map<CueId, Shown>& shown, unsigned seed)
{
    const auto* container = std::get_if<model::Container>(&node.body);
    if (container == nullptr) {
        return;
    }
    std::map<const model::Media*, std::size_t> childOf;
    for (std::size_t i = 0; i < container->children.size(); ++i) {
        for (const auto* leaf : leavesOf(container->children[i])) {
            childOf[leaf] = i;
        }
        noOverlap(container->children[i], shown, seed);
    }
    if (container->kind == model::Container::Kind::kPar) {
        return;
    }
    for (const auto& [id, cue] : shown) {
        if (childOf.count(cue.media) == 0) {
            continue;
        }
        for (auto later = shown.upper_bound(id); later != shown.end(); ++later) {
            const auto& other = later->second;
            const bool excl = container->kind == model::Container::Kind::kExcl;
            const auto over = excl && cue.frozen ? cue.frozen : cue.end;
            if (over && other.begin >= *over) {
                break;
            }
            if (childOf.count(other.media) > 0) {
                BOOST_TEST(childOf[other.media] == childOf[cue.media], "seed " << seed);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(each_begin_has_one_end_and_nothing_overlaps_in_a_seq_or_excl)
{
    for (unsigned seed = 0; seed < kTrees; ++seed) {
        const auto list = playlist(Grower(seed).body());
        auto player = playerFor(*list);
        const auto shown = shownBy(player, list);
        noOverlap(list->body, shown, seed);
    }
}

BOOST_AUTO_TEST_CASE(random_playlists_never_spin)
{
    for (unsigned seed = 0; seed < kTrees; ++seed) {
        const auto list = playlist(Grower(seed).body());
        auto player = playerFor(*list);
        player.run(list, kUntil);
        BOOST_TEST(player.mostVisited < 20'000U, "seed " << seed);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::timeline

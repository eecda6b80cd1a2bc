// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A moving picture that nothing covers is not painted; one that has lost its plane is.
#include "base/pixels.h"
#include "player/screen/composition.h"
#include "tests/doubles/coloured_frame.h"
#include "tests/player/screen/display.h"

#include <boost/test/unit_test.hpp>

#include <map>

namespace jtv::screen {
namespace {

constexpr doubles::Yuv kWhite{235, 128, 128};

// A controller that takes what it is told to.
struct Planes final : VideoPlanes {
    std::optional<frame::Way>
    take(std::size_t layer, const frame::Frame& /*picture*/, const Rect& source, const Rect& target)
        override
    {
        if (!willing) {
            return std::nullopt;
        }
        ++taken;
        shown[layer] = target;
        cut[layer] = source;
        return frame::Way{frame::Path::kPlane, true, 33};
    }
    void release(std::size_t layer) override { shown.erase(layer); }
    Canvas top() override
    {
        return hasTop ? Canvas{memory.bgra.data(), memory.stride(), 100, 60} : Canvas{};
    }
    void showTop(bool wanted) override { topShown = wanted; }

    bool willing = true;
    bool hasTop = false;
    bool topShown = false;
    Pixels memory{100, 60};
    int taken = 0;
    std::map<std::size_t, Rect> shown;
    std::map<std::size_t, Rect> cut;
};

struct PlaneDisplay : Display {
    Planes planes;

    Composition::Painted paint()
    {
        const Canvas canvas{pixels.bgra.data(), pixels.stride(), pixels.width, pixels.height};
        composition.usePlanes(&planes, canvas);
        return Display::paint();
    }
    void showVideo(std::size_t region, std::uint64_t item, std::uint64_t number = 0)
    {
        composition.show(
            region,
            item,
            Moving{
                frame::TimedFrame{doubles::colouredPicture(40, 40, kWhite), {}, {}, number},
                Fit::kMeet,
                std::nullopt});
    }
};

std::shared_ptr<const Still> gray(const Rect& target)
{
    auto still = std::make_shared<Still>();
    still->pixels = Pixels(target.width, target.height);
    std::fill(still->pixels.bgra.begin(), still->pixels.bgra.end(), std::uint8_t{80});
    still->target = target;
    still->opaque = true;
    return still;
}

BOOST_FIXTURE_TEST_SUITE(composition_planes, PlaneDisplay)

BOOST_AUTO_TEST_CASE(video_on_a_plane_is_not_painted_and_is_told_with_its_way)
{
    composition.setRegions({{.place = {10, 10, 80, 40}}}, 0x204060);
    showVideo(0, 7);
    const auto first = paint();
    BOOST_TEST((planes.shown.at(0) == Rect{30, 10, 40, 40}));
    BOOST_TEST((planes.cut.at(0) == Rect{0, 0, 40, 40}));
    BOOST_REQUIRE(first.shown.size() == 1U);
    BOOST_TEST((first.shown.front().way.path == frame::Path::kPlane));
    BOOST_TEST(green(50, 30) == 0x40); // the background, hidden by the plane

    showVideo(0, 7, 1);
    const auto second = paint();
    BOOST_TEST(second.damage.empty());
    BOOST_TEST(second.shown.front().number == 1U);
    BOOST_TEST(planes.taken == 2);
}

BOOST_AUTO_TEST_CASE(video_is_painted_while_the_display_is_away_and_gets_a_plane_afterwards)
{
    planes.hasTop = true;
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0x204060);
    composition.overlay(0, gray({40, 50, 20, 10}));
    showVideo(0, 1);
    paint();
    BOOST_TEST(planes.topShown);
    BOOST_TEST(green(50, 30) == 0x40);

    planes.shown.clear();
    composition.losePlanes();
    composition.usePlanes(nullptr, {pixels.bgra.data(), pixels.stride(), 100, 60});
    Display::paint();
    BOOST_TEST(green(50, 30) > 250);
    BOOST_TEST(green(50, 55) == 80);

    planes.topShown = false;
    composition.losePlanes();
    const auto back = paint(); // without a new frame
    BOOST_TEST(back.shown.empty());
    BOOST_TEST(planes.shown.size() == 1U);
    BOOST_TEST(planes.topShown);
    BOOST_TEST(green(50, 30) == 0x40);
}

BOOST_AUTO_TEST_CASE(video_below_another_item_is_painted)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}, {{40, 20, 20, 20}, 1, false, 0}}, 0);
    showVideo(0, 1);
    composition.show(1, 2, gray({0, 0, 20, 20}));
    paint();
    BOOST_TEST(planes.shown.empty());
    BOOST_TEST(green(50, 30) == 80);
    BOOST_TEST(green(25, 30) > 250);
}

BOOST_AUTO_TEST_CASE(video_that_gets_covered_leaves_its_plane_and_is_painted_at_once)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}, {{40, 20, 20, 20}, 1, false, 0}}, 0);
    showVideo(0, 1);
    paint();
    BOOST_TEST(planes.shown.size() == 1U);
    composition.show(1, 2, gray({0, 0, 20, 20}));
    paint();
    BOOST_TEST(planes.shown.empty());
    BOOST_TEST(green(25, 30) > 250);
    composition.clear(1);
    showVideo(0, 1, 1);
    paint();
    BOOST_TEST(planes.shown.size() == 1U);
}

BOOST_AUTO_TEST_CASE(caption_above_a_video_is_seen)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    showVideo(0, 1);
    composition.overlay(0, gray({40, 50, 20, 10}));
    paint();
    BOOST_TEST(planes.shown.empty());
    BOOST_TEST(green(50, 55) == 80);
}

BOOST_AUTO_TEST_CASE(caption_above_a_video_gets_a_plane_where_there_are_two)
{
    planes.hasTop = true;
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0x204060);
    showVideo(0, 1);
    composition.overlay(0, gray({40, 50, 20, 10}));
    paint();
    BOOST_TEST(planes.shown.size() == 1U);
    BOOST_TEST(planes.topShown);
    BOOST_TEST(planes.memory.row(55)[std::ptrdiff_t{4} * 50] == 80);
    BOOST_TEST(planes.memory.row(5)[std::ptrdiff_t{4} * 50 + 3] == 0);
    BOOST_TEST(green(50, 55) == 0x40);

    composition.overlay(0, nullptr); // the next one may come at once: the video stays
    paint();
    BOOST_TEST(!planes.topShown);
    BOOST_TEST(planes.shown.size() == 1U);

    composition.overlay(0, gray({40, 50, 20, 10}));
    composition.show(0, 2, gray({0, 0, 100, 60}));
    paint();
    BOOST_TEST(!planes.topShown); // above a picture it is painted
    BOOST_TEST(green(50, 55) == 80);
}

BOOST_AUTO_TEST_CASE(refused_video_is_painted_and_the_next_item_has_a_chance)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    planes.willing = false;
    showVideo(0, 1);
    const auto painted = paint();
    BOOST_TEST(green(50, 30) > 250);
    BOOST_TEST((painted.shown.front().way == frame::Way{}));
    planes.willing = true;
    showVideo(0, 2);
    paint();
    BOOST_TEST(planes.shown.size() == 1U);
}

BOOST_AUTO_TEST_CASE(picture_after_a_video_and_another_layout_free_the_plane)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    showVideo(0, 1);
    paint();
    composition.show(0, 2, gray({0, 0, 100, 60}));
    paint();
    BOOST_TEST(planes.shown.empty());
    BOOST_TEST(green(50, 30) == 80);

    showVideo(0, 3);
    paint();
    composition.setRegions({{{0, 0, 50, 60}, 0, false, 0}, {{50, 0, 50, 60}, 0, false, 0}}, 0);
    composition.show(1, 4, gray({0, 0, 50, 60}));
    paint();
    BOOST_TEST(planes.shown.empty());
}

BOOST_AUTO_TEST_CASE(two_regions_side_by_side_have_a_plane_each)
{
    composition.setRegions({{{0, 0, 50, 60}, 0, false, 0}, {{50, 0, 50, 60}, 0, false, 0}}, 0);
    showVideo(0, 1);
    showVideo(1, 2);
    paint();
    BOOST_TEST(planes.shown.size() == 2U);
}

BOOST_AUTO_TEST_CASE(decoders_memory_is_read_where_there_is_no_plane)
{
    composition.setRegions({{{0, 0, 100, 60}, 0, false, 0}}, 0);
    frame::DmaBuf direct;
    direct.width = direct.displayWidth = direct.height = 40;
    direct.inMemory = [] { return doubles::colouredPicture(40, 40, kWhite); };
    composition.show(0, 1, Moving{frame::TimedFrame{direct, {}, {}, 0}, Fit::kMeet, std::nullopt});
    planes.willing = false;
    paint();
    BOOST_TEST(green(50, 30) > 250);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::screen

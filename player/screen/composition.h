// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What every region shows, and which parts of the picture have to be painted anew.
#pragma once

#include "player/frame/frame.h"
#include "player/screen/overlay.h"
#include "player/screen/painter.h"
#include "player/screen/region_picture.h"
#include "player/screen/screen.h"
#include "player/screen/video_planes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace jtv::screen {

// Main-thread only. Knows no window: paints into whatever memory is shown.
class Composition {
public:
    // `degrees`: how far the picture is turned clockwise on its way to the canvas; regions and
    // fits are meant upright, stills come turned.
    explicit Composition(int degrees = 0) : degrees_(degrees) {}

    void setRegions(std::vector<Region> regions, std::uint32_t background);
    void show(std::size_t region, std::uint64_t item, Content content);
    void clear(std::size_t region);
    // See RegionPicture.
    void keep(std::size_t region);
    void showBefore(std::size_t region, Content content);
    void mix(std::size_t region, const std::optional<Mix>& mix, bool leaving);
    // Above all regions, in every layout; see Overlays::show().
    void overlay(int level, std::shared_ptr<const Still> still);

    // Moves what moves by itself to where it is at `now`.
    void scroll(SteadyTime now, Nanoseconds refresh);
    // When the next step of one is due; nullopt: none is shown.
    std::optional<SteadyTime> nextStep(Nanoseconds refresh) const;
    // Gives moving pictures that nothing covers to planes of their own, and takes them back where
    // that has ended; paint() paints the others. To be called before it; null = there are none.
    void usePlanes(VideoPlanes* planes, const Canvas& canvas);

    // No plane shows anything any more: usePlanes() begins anew.
    void losePlanes();

    // The memory has lost its picture: everything is painted at the next paint().
    void lose();
    bool changed() const;

    struct Shown {
        std::uint64_t item = 0;
        std::uint64_t number = 0;
        frame::Way way;
    };
    struct Painted {
        std::vector<Rect> damage; // what differs from before, within the canvas
        std::vector<Shown> shown; // regions with something new
    };
    Painted paint(const Canvas& canvas);

private:
    struct Layer {
        Region region;
        Geometry geometry;
        RegionPicture picture;
        std::uint64_t item = 0;
        std::optional<SteadyTime> begun; // of what moves by itself
        std::int64_t refreshes = 0;      // since then
        bool fresh = false;              // new content since the last paint
        bool stepped = false;            // the same content, mixed differently
        bool dirty = false;              // to be painted in this pass
        bool exposed = false;            // its place has to be painted from the bottom up
        Rect covered;                    // what its picture covers of the canvas; empty = nothing
        frame::Way way;                  // how its picture gets onto the display
        Rect planeTarget;                // where on it, when it is on a plane
        bool settled = false; // on that plane and in that place at the last paint already
        std::optional<std::uint64_t> tried; // the item last offered to a plane

        bool onPlane() const { return way.path == frame::Path::kPlane; }
    };
    // A moving picture as a plane would show it: upright, and wholly on the display.
    struct PlanePlace {
        Rect source;
        Rect target;
    };
    std::optional<PlanePlace> planePlace(std::size_t position) const;
    void raiseOverlays(VideoPlanes& planes);
    void offer(VideoPlanes& planes, std::size_t position);

    Layer& layerToChange(std::size_t region);
    void settle(const Canvas& canvas);
    void markFresh(const Canvas& canvas, std::vector<Rect>& exposed);
    bool spread(std::vector<Rect>& exposed);
    std::vector<Rect> toPaint(const std::vector<Rect>& exposed) const;
    void
    refresh(const Canvas& canvas, Layer& layer, const std::vector<Rect>& exposed, Painted& painted);
    static void tell(Layer& layer, Painted& painted);

    std::vector<Layer> layers_;          // by z-order, bottom first
    std::vector<std::size_t> positions_; // region index → position in layers_
    std::vector<std::size_t> left_;      // positions of an earlier layout that may have planes
    Overlays overlays_;
    bool overlaysRaised_ = false; // shown by a plane of their own, and not painted
    std::uint32_t background_ = 0;
    bool everything_ = true; // paint the whole canvas
    bool changed_ = true;
    int degrees_;
    Painter painter_;
};

} // namespace jtv::screen

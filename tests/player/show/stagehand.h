// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A show on SDL's off-screen display, with clips and pictures made for it.
#pragma once

#include "content/picture/picture.h"
#include "player/show/show.h"
#include "tests/doubles/clip.h"
#include "tests/doubles/temporary_directory.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <poll.h>
#include <string>
#include <vector>

namespace jtv::show {

inline constexpr std::chrono::seconds kPatience{60};

struct Stagehand {
    doubles::TemporaryDirectory folder;
    SystemClock clock;
    screen::Screen display;
    Show show;
    std::vector<Event> events;

    explicit Stagehand(
        int width = 160, int height = 90, std::optional<model::Board> board = std::nullopt)
        : display({screen::Mode::kOffscreen, width, height, "test"}, clock),
          show(display, clock, clock.steady(), board)
    {}

    std::string clip(const std::string& name, int frames)
    {
        doubles::makeClip(folder.path() / name, frames, "width=160,height=90");
        return name;
    }
    std::string
    picture(const std::string& name, std::uint8_t value, int width = 160, int height = 90)
    {
        Pixels pixels(width, height);
        std::fill(pixels.bgra.begin(), pixels.bgra.end(), value);
        for (std::size_t i = 3; i < pixels.bgra.size(); i += 4) {
            pixels.bgra[i] = 255;
        }
        BOOST_REQUIRE(picture::writePng(pixels, folder.path() / name));
        return name;
    }
    static model::TimeNode medium(const std::string& source, std::optional<int> ms = std::nullopt)
    {
        model::Media media;
        media.source = source;
        media.kind = source.ends_with(".png") ? model::MediaKind::kImage : model::MediaKind::kVideo;
        model::TimeNode node;
        node.body = std::move(media);
        if (ms) {
            node.timing.dur = {model::Duration::Kind::kClock, Milliseconds(*ms)};
        }
        return node;
    }
    Programme programme(std::string name, std::vector<model::TimeNode> nodes)
    {
        auto playlist = std::make_shared<model::Playlist>();
        model::Container sequence;
        sequence.children = std::move(nodes);
        playlist->body.body = std::move(sequence);
        Programme made;
        made.name = std::move(name);
        made.playlist = std::move(playlist);
        made.resolve = [root = folder.path()](const model::Media& media) -> Result<Source> {
            return Source(root / media.source);
        };
        return made;
    }
    // Runs the show until `over`, as a main loop does.
    template <typename Over>
    bool run(const Over& over)
    {
        const SteadyTime until = clock.steady() + kPatience;
        while (clock.steady() < until) {
            show.tick();
            for (auto& event : show.takeEvents()) {
                events.push_back(std::move(event));
            }
            if (over()) {
                return true;
            }
            const SteadyTime due = std::min(show.nextDue(), until);
            const auto span = std::max(due - clock.steady(), Nanoseconds(0));
            const timespec wait{
                static_cast<time_t>(span.count() / 1'000'000'000),
                static_cast<long>(span.count() % 1'000'000'000)};
            pollfd fd{show.fd(), POLLIN, 0};
            ::ppoll(&fd, 1, &wait, nullptr);
        }
        return false;
    }
    bool runToEnd()
    {
        return run([this] { return show.finished(); });
    }
    std::vector<ItemEnd> ends() const
    {
        std::vector<ItemEnd> found;
        for (const auto& item : show.statistics().items) {
            found.push_back(item.end);
        }
        return found;
    }
    bool hasEvent(Event::Kind kind, const std::string& name) const
    {
        return std::any_of(events.begin(), events.end(), [&](const Event& event) {
            return event.kind == kind && event.programme == name;
        });
    }
};

} // namespace jtv::show

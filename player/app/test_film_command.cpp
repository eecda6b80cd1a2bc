// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player testfilm`: for the self-test of a screen, which plays what it makes.
#include "player/app/test_film_command.h"

#include "player/app/exit_code.h"
#include "player/media/test_film.h"
#include "player/media/video.h"

#include <fmt/format.h>
#include <memory>

namespace jtv::app {

void addTestFilmCommand(const command::Command& program)
{
    struct Wishes {
        media::TestFilm film{"h264"};
        std::string file;
    };
    const auto command =
        program.add("testfilm", "Makes a moving test picture with this machine's encoders.");
    auto wishes = std::make_shared<Wishes>();
    auto& film = wishes->film;
    command.option("FILE", wishes->file, "is written").required();
    command.option("--codec", film.codec, "h264, hevc (both MP4) or vp8 (WebM)").showDefault();
    command.option("--width", film.width, "pixels").within(16, 8192).showDefault();
    command.option("--height", film.height, "pixels").within(16, 8192).showDefault();
    command.option("--fps", film.fps, "pictures a second").within(1, 120).showDefault();
    command.option("--pictures", film.pictures, "how many").within(1, 100'000).showDefault();
    command.action([wishes] {
        media::start();
        if (const auto made = media::makeTestFilm(wishes->film, wishes->file); !made) {
            fmt::print(stderr, "jtv-player: {}\n", made.error().message);
            return static_cast<int>(kItemFailed);
        }
        return static_cast<int>(kAllWell);
    });
}

} // namespace jtv::app

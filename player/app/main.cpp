// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-player: plays what the plan says. A table of contents; each command has its file.
#include "base/command/command.h"
#include "player/app/decoders_command.h"
#include "player/app/play_command.h"
#include "player/app/run_command.h"
#include "player/app/test_film_command.h"
#include "player/app/timeline_command.h"

#include <malloc.h>

namespace {

// Pictures come and go by the megabyte on many threads. glibc would keep what was freed, an arena a
// thread: 225 MB for a mixed playlist of 1080p items. Given back at once it is 111 MB, in the same
// time.
void giveMemoryBack()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before the first thread
    ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    ::mallopt(M_ARENA_MAX, 2); // NOLINT(concurrency-mt-unsafe): as above
}

} // namespace

int main(int argc, char** argv)
{
    giveMemoryBack();
    const jtv::command::Program program(
        "jtv-player", "Plays playlists, videos, pictures and slides on a screen.");
    jtv::app::addPlayCommand(program);
    jtv::app::addRunCommand(program);
    jtv::app::addTimelineCommand(program);
    jtv::app::addDecodersCommand(program);
    jtv::app::addTestFilmCommand(program);
    return program.run(argc, argv);
}

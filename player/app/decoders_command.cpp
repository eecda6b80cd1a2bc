// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// `jtv-player decoders`.
#include "player/app/decoders_command.h"

#include "player/media/decoders.h"
#include "player/media/video.h"

#include <fmt/format.h>

namespace jtv::app {

void addDecodersCommand(const command::Command& program)
{
    const auto command =
        program.add("decoders", "Lists which decoder this machine takes for which kind of video.");
    command.action([] {
        media::start();
        for (const auto& known : media::knownDecoders()) {
            fmt::print(
                "{}\t{}\t{}\t{}\n",
                known.codec,
                known.element.empty() ? "-" : known.element,
                known.hardware ? "hardware" : "software",
                known.largest.empty() ? "-" : known.largest);
        }
        return 0;
    });
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which hardware decoders this machine has, and what a stream needs of them.
#pragma once

#include "player/media/ladder.h"

#include <gst/gst.h>

#include <string>
#include <vector>

namespace jtv::media {

// Elements that hand video to a hardware decoder, highest rank first; of all codecs, or of those
// that take `caps`. Any one thread; needs start().
std::vector<std::string> hardwareDecoders(const GstCaps* caps = nullptr);

// The board this process runs on; asked once.
Board thisBoard();

// What a parser says of its stream.
Stream streamOf(const GstCaps* caps);

bool isHardware(GstElementFactory* factory);

} // namespace jtv::media

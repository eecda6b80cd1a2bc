// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Films that were cut without being encoded again: the pictures before the cut are still in the
// file, and its edit list (ISO/IEC 14496-12, 8.6.6) says where it begins. GStreamer's demuxer holds
// the place in the media against the length of the film, so it stops early by just that lead, or
// shows nothing at all.
#pragma once

#include <cstdint>
#include <span>

namespace jtv::movie {

// Given a whole 'moov' box, raises the length of the film in its header to where the last edit ends
// in the media; each track still ends where its edit list says. True when it was raised; anything
// that is no such box stays as it is. Pure.
bool stretchToEdits(std::span<std::uint8_t> moov);

} // namespace jtv::movie

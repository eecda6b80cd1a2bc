// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the figures of films that were played say about a screen; pure.
#pragma once

#include "provisioning/app/selftest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::app {

// A film of the self-test.
struct Film {
    std::string codec; // h264, hevc, vp8
    int width = 1920;  // px
    int height = 1080; // px
    int fps = 30;
};

std::string nameOf(const Film& film); // "h264 1920x1080 at 30"

// By the lines of `jtv-player decoders`: 1080p30 of each codec, 1080p60 of H.264, and 4K of those
// whose hardware takes it.
std::vector<Film> filmsFor(std::string_view decoders);

// One that the kernel lists in debugfs, dma_buf/bufinfo.
struct SharedBuffer {
    std::string exporter;             // the driver that made it: "videobuf2_vmalloc"
    std::vector<std::string> readers; // devices attached: "vkms"
    std::string inode;                // no other buffer has it; empty where the kernel names none
};

std::vector<SharedBuffer> readBufferList(std::string_view bufinfo);

// The first that a video driver made and another device reads: nobody has copied its pictures.
// Those that were there `before` the film are another one's, which the kernel has yet to free.
std::optional<SharedBuffer>
zeroCopyIn(const std::vector<SharedBuffer>& buffers, const std::vector<SharedBuffer>& before = {});

// Of what `jtv-player play --stats` wrote about one film. `fps`: what should be presented, 0 =
// not known. A decoder in hardware whose pictures were copied is a warning, as are too few.
Finding judgeFilm(
    const std::string& name,
    const json::Value& statistics,
    int fps,
    const std::optional<SharedBuffer>& proof);

// Of several items after each other: how many, by which decoders, and whether there was a gap.
Finding judgeSequence(const std::string& name, const json::Value& statistics);

} // namespace jtv::app

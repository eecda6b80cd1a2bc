// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What stands in a JPEG before its picture: profile, EXIF, and how it is coded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jtv::picture {

// The TIFF structure of EXIF; empty = none.
std::string_view jpegExif(std::string_view jpeg);

// The ICC profile, put together from its parts; empty = none, or not all of it.
std::string jpegProfile(std::string_view jpeg);

struct JpegHead {
    int width = 0; // px; 0 = there is no picture
    int height = 0;
    int colours = 0; // 1 grey, 3 colours, 4 inks
    // Bytes that decoding keeps until the end: 0 when it goes row by row.
    std::uint64_t kept = 0;
    int scans = 0; // passes over the picture
};
JpegHead jpegHead(std::string_view jpeg);

} // namespace jtv::picture

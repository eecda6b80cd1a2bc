// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A walk over markers; never past the end of the bytes.
#include "content/picture/jpeg_segments.h"

#include "content/picture/bytes.h"

#include <algorithm>
#include <map>

namespace jtv::picture {
namespace {

constexpr unsigned kScan = 0xDA;
constexpr unsigned kEnd = 0xD9;

struct Segment {
    unsigned marker = 0;
    std::string_view body;
};

// Calls `visit` for each segment up to the first scan, that one included, until it says false.
template <typename Visit>
void walk(std::string_view jpeg, const Visit& visit)
{
    const Bytes bytes(jpeg);
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && bytes.byte(at) == 0xFF) {
        const unsigned marker = bytes.byte(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        const std::size_t length = std::max(bytes.two(at + 2), 2U);
        if (marker == kEnd || !visit(Segment{marker, jpeg.substr(at + 4, length - 2)}) ||
            marker == kScan) {
            return;
        }
        at += 2 + length;
    }
}

bool isFrame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool isProgressive(unsigned marker)
{
    return isFrame(marker) && marker % 4 == 2;
}

// Two bytes for each value of each colour.
std::uint64_t coefficientBytes(const Bytes& frame)
{
    const std::uint64_t pixels = std::uint64_t{frame.two(1)} * frame.two(3);
    std::uint64_t samples = 0;
    std::uint64_t most = 1;
    for (unsigned i = 0; i < frame.byte(5); ++i) {
        const auto factors = frame.byte(7 + std::size_t{3} * i);
        const std::uint64_t here = std::uint64_t{factors >> 4U} * (factors & 15U);
        samples += here;
        most = std::max(most, here);
    }
    return 2 * pixels * samples / most;
}

// From the first scan's body to the end of this picture; what a telephone appends does not count.
int countScans(std::string_view jpeg, std::size_t at)
{
    const Bytes bytes(jpeg);
    int scans = 1;
    while ((at = jpeg.find('\xff', at)) != std::string_view::npos) {
        const unsigned marker = bytes.byte(at + 1);
        const bool data = marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7);
        if (marker == kEnd) {
            break;
        }
        scans += marker == kScan ? 1 : 0;
        at += data ? 1 : std::size_t{2} + bytes.two(at + 2);
    }
    return scans;
}

} // namespace

std::string_view jpegExif(std::string_view jpeg)
{
    constexpr std::size_t kHead = 6; // "Exif", two zeros
    std::string_view found;
    walk(jpeg, [&](const Segment& segment) {
        if (segment.marker == 0xE1 && segment.body.starts_with("Exif")) {
            found = segment.body.substr(std::min(kHead, segment.body.size()));
        }
        return found.empty();
    });
    return found;
}

std::string jpegProfile(std::string_view jpeg)
{
    constexpr std::string_view kName("ICC_PROFILE\0", 12);
    std::map<unsigned, std::string_view> parts; // by number, from 1
    unsigned count = 0;
    walk(jpeg, [&](const Segment& segment) {
        if (segment.marker == 0xE2 && segment.body.starts_with(kName)) {
            const Bytes bytes(segment.body);
            count = bytes.byte(kName.size() + 1);
            parts.emplace(
                bytes.byte(kName.size()),
                segment.body.substr(std::min(kName.size() + 2, segment.body.size())));
        }
        return true;
    });
    std::string profile;
    for (unsigned number = 1; number <= count; ++number) {
        const auto part = parts.find(number);
        if (part == parts.end()) {
            return {};
        }
        profile += part->second;
    }
    return profile;
}

JpegHead jpegHead(std::string_view jpeg)
{
    JpegHead head;
    std::uint64_t whole = 0;
    bool kept = false;
    std::size_t scan = jpeg.size();
    walk(jpeg, [&](const Segment& segment) {
        const Bytes body(segment.body);
        if (isFrame(segment.marker)) {
            head.height = static_cast<int>(body.two(1));
            head.width = static_cast<int>(body.two(3));
            head.colours = static_cast<int>(body.byte(5));
            whole = coefficientBytes(body);
            kept = isProgressive(segment.marker);
        } else if (segment.marker == kScan) {
            kept = kept || static_cast<int>(body.byte(0)) < head.colours;
            scan = static_cast<std::size_t>(segment.body.data() - jpeg.data());
        }
        return true;
    });
    head.kept = kept ? whole : 0;
    head.scans = kept ? countScans(jpeg, scan) : 1;
    return head;
}

} // namespace jtv::picture

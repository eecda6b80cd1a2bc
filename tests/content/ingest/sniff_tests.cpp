// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Files are known by their first bytes; what is not wanted is told what to do instead.
#include "content/ingest/sniff.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace jtv::ingest {
namespace {

using namespace std::string_literals;

bool refusedWith(const std::string& head, std::string_view reason)
{
    const auto format = sniff(head);
    return !format && format.error().message.find(reason) != std::string::npos;
}

BOOST_AUTO_TEST_SUITE(sniff_format)

BOOST_AUTO_TEST_CASE(videos_and_pictures_are_known_by_their_bytes)
{
    BOOST_TEST(
        (sniff("\0\0\0\x20"
               "ftypisom"s)
             .value() == Format::kIsoMedia));
    BOOST_TEST(
        (sniff("\0\0\0\x08"
               "wide"s)
             .value() == Format::kIsoMedia));
    BOOST_TEST((sniff("\x1a\x45\xdf\xa3....").value() == Format::kMatroska));
    BOOST_TEST((sniff("RIFF....WEBPVP8 ").value() == Format::kWebp));
    BOOST_TEST((sniff("GIF89a").value() == Format::kGif));
    BOOST_TEST((sniff("%PDF-1.7").value() == Format::kPdf));
    BOOST_TEST((sniff("<?xml version='1.0'?><!-- x --><svg>").value() == Format::kSvg));
    BOOST_TEST((sniff("FLV\x01....").value() == Format::kFlash));
    BOOST_TEST(
        (sniff("\0\0\0\x1c"
               "ftypavif"s)
             .value() == Format::kHeif));
    BOOST_TEST((sniff("RIFF....AVI LIST").value() == Format::kAvi));
    BOOST_TEST((sniff("\xff\xd8\xff\xe0....").value() == Format::kJpeg));
    std::string packets(940, '\0');
    for (std::size_t i = 0; i < packets.size(); i += 188) {
        packets[i] = 'G';
    }
    BOOST_TEST((sniff(packets).value() == Format::kMpegTs));
    BOOST_TEST((sniff("\0\0\0\0"s + std::string(768, 'G')).value() == Format::kMpegTs));
}

BOOST_AUTO_TEST_CASE(what_is_not_wanted_is_refused_with_the_way_out)
{
    BOOST_TEST(refusedWith("", "empty"));
    BOOST_TEST(refusedWith("PK\x03\x04......", "archive"));
    BOOST_TEST(refusedWith(
        "PK\x03\x04" + std::string(26, ' ') +
            "mimetypeapplication/vnd.oasis.opendocument.presentationPK",
        "presentation; export it as PDF"));
    BOOST_TEST(refusedWith("PK\x03\x04[Content_Types].xmlPK ppt/slides/", "export it as PDF"));
    BOOST_TEST(refusedWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"));
    BOOST_TEST(refusedWith(std::string(257, '\0') + "ustar\0"s, "archive"));
    BOOST_TEST(refusedWith("<html><svg></svg></html>", "save it as PNG"));
    BOOST_TEST(refusedWith("\xef\xbb\xbf\n <!DOCTYPE html>", "scripts"));
    BOOST_TEST(refusedWith("RIFF....WAVEfmt ", "sound"));
    BOOST_TEST(refusedWith("#!/bin/sh", "program"));
    BOOST_TEST(refusedWith("#EXTM3U\nhttp://", "upload the video itself"));
    BOOST_TEST(refusedWith("plain text", "upload MP4"));
    BOOST_TEST(refusedWith("\xff", "upload MP4"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest

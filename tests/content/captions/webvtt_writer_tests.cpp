// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is written is read back as the same.
#include "content/captions/captions.h"

#include <boost/test/unit_test.hpp>

#include <random>

namespace jtv::captions {
namespace {

// Tracks as a reader could have made them.
class Tracks {
public:
    explicit Tracks(unsigned seed) : random_(seed) {}

    model::CaptionTrack next()
    {
        model::CaptionTrack track;
        for (int i = number(0, 2); i > 0; --i) {
            model::CaptionRegion region;
            region.id = "r" + std::to_string(i);
            region.width = number(0, 100);
            region.lines = number(1, 9);
            region.anchorX = number(0, 400) / 4.0;
            region.scrolls = flip();
            track.regions.push_back(region);
        }
        Milliseconds begin{0};
        for (int i = number(0, 8); i > 0; --i) {
            begin += Milliseconds(number(0, 5'000'000));
            track.captions.push_back(caption(begin, track));
        }
        return track;
    }

private:
    int number(int least, int most)
    {
        return std::uniform_int_distribution<int>(least, most)(random_);
    }
    bool flip() { return number(0, 1) == 1; }

    std::string text()
    {
        const std::vector<std::string> words{
            "Termin", "a < b", "&amp", "نص", "漢字", "\u200Fx", "->", "ä\u00A0ö", "<i>", "00:01"};
        std::string out;
        for (int i = number(1, 3); i > 0; --i) {
            out += (out.empty() ? "" : " ") + words[static_cast<std::size_t>(number(0, 9))];
        }
        return out;
    }

    model::CaptionSpan span()
    {
        model::CaptionSpan span;
        span.text = text();
        span.bold = flip();
        span.italic = flip();
        span.underline = flip();
        span.colour = static_cast<model::CaptionColour>(number(0, 8));
        span.language = flip() ? "en" : "";
        span.voice = flip() ? "Frau K. > \"Z\"" : "";
        span.ruby = number(0, 4) == 0 ? "kan ji" : "";
        return span;
    }

    model::CaptionPlace place(const model::CaptionTrack& track)
    {
        model::CaptionPlace place;
        if (!track.regions.empty() && flip()) {
            place.region = track.regions.front().id;
            return place;
        }
        place.writing = static_cast<model::CaptionWriting>(number(0, 2));
        if (flip()) {
            place.snapToLines = flip();
            place.line = place.snapToLines ? number(-9, 9) : number(0, 200) / 2.0;
            place.lineAlign = static_cast<model::CaptionLineAlign>(number(0, 2));
        }
        if (flip()) {
            place.position = number(0, 100);
            place.positionAlign = static_cast<model::CaptionPositionAlign>(number(0, 3));
        }
        place.size = number(0, 100);
        place.align = static_cast<model::CaptionAlign>(number(0, 4));
        return place;
    }

    model::Caption caption(Milliseconds begin, const model::CaptionTrack& track)
    {
        model::Caption caption;
        caption.id = flip() ? "id " + std::to_string(number(0, 99)) : "";
        caption.begin = begin;
        caption.end = begin + Milliseconds(number(1, 10'000));
        caption.place = place(track);
        std::optional<Milliseconds> from;
        for (int i = number(0, 3); i > 0; --i) {
            model::CaptionLine line;
            bool bold = false;
            for (int j = number(1, 3); j > 0; --j) {
                line.push_back(span());
                line.back().bold = bold; // neighbours differ, as a reader leaves them
                bold = !bold;
                from = flip() ? std::optional(begin + Milliseconds(number(0, 999))) : from;
                line.back().from = from;
            }
            caption.lines.push_back(std::move(line));
        }
        return caption;
    }

    std::mt19937 random_;
};

BOOST_AUTO_TEST_SUITE(webvtt_writer)

BOOST_AUTO_TEST_CASE(every_track_is_read_back_as_it_was)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        const auto track = Tracks(seed).next();
        const auto text = writeWebVtt(track);
        const auto back = parseWebVtt(text, "a.vtt");
        BOOST_REQUIRE(back);
        BOOST_REQUIRE_MESSAGE(back->track == track, "seed " << seed << "\n" << text);
        BOOST_TEST(back->remarks.empty());
    }
}

BOOST_AUTO_TEST_CASE(numbers_beyond_reason_are_written_as_webvtt_knows_them)
{
    const auto read = parseWebVtt(
        "WEBVTT\n\n00:01.000 --> 00:02.000 line:-" + std::string(300, '9') +
            " position:0.0000004% size:33.3333333%\nx\n",
        "a.vtt");
    BOOST_REQUIRE(read);
    const auto once = writeWebVtt(read->track);
    const auto back = parseWebVtt(once, "a.vtt");
    BOOST_REQUIRE(back);
    BOOST_TEST(back->remarks.empty());
    BOOST_TEST(writeWebVtt(back->track) == once);
    BOOST_TEST(back->track.captions.front().place.line.value() == -1e6);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions

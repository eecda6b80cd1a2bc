// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The maintainers' caption files: the W3C's own tests say in their texts what is expected; ffprobe
// is asked about the rest.
#include "base/file.h"
#include "base/json/json.h"
#include "content/captions/captions.h"
#include "tests/content/captions/plain_text.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace jtv::captions {
namespace {

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool isDefault(const model::CaptionPlace& place)
{
    return place == model::CaptionPlace{};
}

BOOST_AUTO_TEST_SUITE(caption_corpora)

// "text0" is a cue that counts, "invalid3" one whose settings do not, "invalid" none at all.
BOOST_AUTO_TEST_CASE(conformance_files_give_the_cues_they_name)
{
    const auto folder = doubles::corpus("subtitles/wpt-webvtt");
    std::size_t cues = 0;
    for (const auto& file : folder ? filesIn(*folder) : std::vector<std::filesystem::path>{}) {
        BOOST_TEST_CONTEXT(file.filename())
        {
            const auto bytes = readFile(file, kMaxBytes);
            BOOST_REQUIRE(bytes);
            const auto read = parseWebVtt(*bytes, "x.vtt");
            BOOST_TEST(read.has_value() == !bytes->empty());
            if (!read) {
                continue;
            }
            std::set<std::string> texts;
            for (const auto& caption : read->track.captions) {
                const auto text = plain(caption.lines);
                BOOST_TEST(text != "invalid");
                const bool wrongSettings = text.starts_with("invalid");
                BOOST_TEST((!wrongSettings || isDefault(caption.place)));
                texts.insert(text);
                ++cues;
            }
            // Every text that the file promises is there.
            for (int i = 0; i < 100; ++i) {
                const auto name = "\ntext" + std::to_string(i) + "\n";
                BOOST_TEST(
                    (bytes->find(name) == std::string::npos ||
                     texts.contains(name.substr(1, name.size() - 2))));
            }
        }
    }
    BOOST_TEST((!folder || cues > 150U));
}

// Each cue's text is a JSON object of what its region must be.
BOOST_AUTO_TEST_CASE(conformance_file_of_regions_gives_the_regions_it_names)
{
    const auto file =
        doubles::corpus("subtitles/wpt-webvtt/parsing__file-parsing__tests__header-regions.vtt");
    const auto read = file ? readCaptions(*file) : Result<Read>(Read{});
    BOOST_REQUIRE(read);
    for (const auto& caption : read->track.captions) {
        const auto expected = json::parse(plain(caption.lines));
        if (!expected || !expected->is_object()) {
            BOOST_TEST(caption.place.region.empty());
            continue;
        }
        const auto& regions = read->track.regions;
        const auto region = std::find_if(regions.rbegin(), regions.rend(), [&](const auto& one) {
            return one.id == caption.place.region;
        });
        BOOST_REQUIRE((region != regions.rend()));
        BOOST_TEST(region->width == expected->value("width", 100.0));
        BOOST_TEST(region->lines == expected->value("lines", 3));
        BOOST_TEST(region->anchorX == expected->value("regionAnchorX", 0.0));
        BOOST_TEST(region->anchorY == expected->value("regionAnchorY", 100.0));
        BOOST_TEST(region->viewportX == expected->value("viewportAnchorX", 0.0));
        BOOST_TEST(region->viewportY == expected->value("viewportAnchorY", 100.0));
        BOOST_TEST(region->scrolls == (expected->value("scroll", "") == "up"));
    }
}

// ffprobe's packets: begin and end in milliseconds. Where it finds none the file is left out.
std::vector<std::pair<long long, long long>> timesByFfprobe(const std::filesystem::path& file)
{
    const auto run = doubles::runProgram(
        {"/usr/bin/ffprobe",
         "-v",
         "quiet",
         "-of",
         "json",
         "-show_entries",
         "packet=pts_time,duration_time",
         file.string()});
    std::vector<std::pair<long long, long long>> times;
    const auto answer = json::parse(run.out);
    const auto packets =
        answer && answer->contains("packets") ? (*answer)["packets"] : json::Value::array();
    for (const auto& packet : packets) {
        const double begin = std::stod(packet.value("pts_time", "0"));
        const double length = std::stod(packet.value("duration_time", "0"));
        times.emplace_back(std::llround(begin * 1000), std::llround((begin + length) * 1000));
    }
    return times;
}

BOOST_AUTO_TEST_CASE(times_are_those_that_ffprobe_reads)
{
    std::size_t compared = 0;
    for (const std::string part :
         {"subtitles/multilingual", "subtitles/srt", "subtitles/vtt-androidx"}) {
        const auto folder = doubles::corpus(part);
        for (const auto& file : folder ? filesIn(*folder) : std::vector<std::filesystem::path>{}) {
            const auto expected = timesByFfprobe(file);
            const auto read = readCaptions(file);
            // ffprobe 5.1 reads no file that begins with STYLE, none with a header of HLS right,
            // and does not know SubRip's times without hours.
            const bool known = !expected.empty() && file.filename().string().find(
                                                        "x-timestamp-map") == std::string::npos;
            if (!known) {
                continue;
            }
            BOOST_TEST_CONTEXT(file.filename())
            {
                BOOST_REQUIRE(read);
                std::vector<std::pair<long long, long long>> times;
                for (const auto& caption : read->track.captions) {
                    times.emplace_back(caption.begin.count(), caption.end.count());
                }
                BOOST_TEST((times == expected));
                ++compared;
            }
        }
    }
    BOOST_TEST((compared == 0 || compared > 10U));
}

BOOST_AUTO_TEST_CASE(every_file_survives_being_cut_and_flipped)
{
    for (const std::string part : {"subtitles/srt", "subtitles/ssa", "subtitles/vtt-androidx"}) {
        const auto folder = doubles::corpus(part);
        for (const auto& file : folder ? filesIn(*folder) : std::vector<std::filesystem::path>{}) {
            const auto bytes = readFile(file, kMaxBytes);
            BOOST_REQUIRE(bytes);
            for (std::size_t at = 0; at < bytes->size(); at += 7) {
                auto flipped = *bytes;
                flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
                const auto cut = parseCaptions(std::string_view(*bytes).substr(0, at), "x.vtt");
                const auto mixed = parseCaptions(flipped, "x.srt");
                for (const auto* read : {&cut, &mixed}) {
                    BOOST_TEST((*read || !read->error().message.empty()));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::captions

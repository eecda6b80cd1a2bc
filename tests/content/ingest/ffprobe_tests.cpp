// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The maintainers' videos, looked into by us and by ffprobe: where the two disagree is listed, and
// how often is held.
#include "base/json/json.h"
#include "tests/doubles/corpora.h"
#include "tests/doubles/program_run.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

namespace jtv::ingest {
namespace {

namespace fs = std::filesystem;
using doubles::runProgram;

const std::string kProgram = std::string(JTV_BINARY_DIR) + "/jtv-ingest";

// "30000/1001"
double ratio(const std::string& text)
{
    const auto slash = text.find('/');
    const double below = slash == std::string::npos ? 1 : std::atof(text.c_str() + slash + 1);
    return below == 0 ? 0 : std::atof(text.c_str()) / below;
}

std::string word(const json::Value& object, const char* member)
{
    return json::text(object, member) ? json::text(object, member).value() : std::string();
}

json::Value pictureStream(const json::Value& probe)
{
    for (const auto& stream : probe["streams"]) {
        const bool cover =
            stream.contains("disposition") && stream["disposition"].value("attached_pic", 0) != 0;
        if (word(stream, "codec_type") == "video" && !cover) {
            return stream;
        }
    }
    return {};
}

int clockwise(const json::Value& stream)
{
    for (const auto& side : stream.value("side_data_list", json::Value::array())) {
        if (side.contains("rotation")) {
            return (360 - side["rotation"].get<int>()) % 360;
        }
    }
    return 0;
}

// What the two say differently; empty = nothing.
std::string differences(const json::Value& ours, const json::Value& probe)
{
    const auto theirs = pictureStream(probe);
    const auto& video = ours["video"];
    std::string found;
    const auto compare = [&](const char* what, auto mine, auto other, double tolerance) {
        if (std::abs(double(mine) - double(other)) > tolerance) {
            found += fmt::format(" {} {} for {}", what, mine, other);
        }
    };
    if (word(video, "codec") != word(theirs, "codec_name")) {
        found += fmt::format(" codec {}", word(video, "codec"));
    }
    compare("width", video["width"].get<int>(), theirs["width"].get<int>(), 0);
    compare("height", video["height"].get<int>(), theirs["height"].get<int>(), 0);
    compare("rotation", video["rotation"].get<int>(), clockwise(theirs), 0);
    const double average = ratio(word(theirs, "avg_frame_rate"));
    const double fps = average > 0 ? average : ratio(word(theirs, "r_frame_rate"));
    compare("fps", video["fps"].is_null() ? 0 : video["fps"].get<double>(), fps, fps / 100);
    const double length = std::atof(word(probe["format"], "duration").c_str());
    const double ourLength =
        ours["duration_ms"].is_null() ? 0 : ours["duration_ms"].get<double>() / 1000;
    compare("duration", ourLength, length, std::max(0.1, length / 100));
    return found;
}

BOOST_AUTO_TEST_SUITE(ffprobe)

BOOST_AUTO_TEST_CASE(facts_agree_for_nineteen_files_of_twenty)
{
    const auto videos = doubles::corpus("video");
    if (!videos) {
        return;
    }
    int files = 0;
    int agreed = 0;
    for (const auto& entry : fs::directory_iterator(*videos)) {
        const auto file = entry.path().string();
        const auto probe = runProgram(
            {"/usr/bin/ffprobe",
             "-v",
             "error",
             "-of",
             "json",
             "-show_streams",
             "-show_format",
             file});
        const auto ours = runProgram({kProgram, "--inspect", file});
        ++files;
        const auto found =
            ours.exitCode != 0
                ? ours.err
                : differences(json::parse(ours.out).value(), json::parse(probe.out).value());
        agreed += found.empty() ? 1 : 0;
        if (!found.empty()) {
            std::cout << entry.path().filename().string() << ":" << found << "\n";
        }
    }
    std::cout << agreed << " of " << files << " agree with ffprobe\n";
    BOOST_TEST(agreed * 20 >= files * 19);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace jtv::ingest

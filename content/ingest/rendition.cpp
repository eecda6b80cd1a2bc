// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One row a board, then questions asked of the facts one by one.
#include "content/ingest/rendition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace jtv::ingest {
namespace {

struct BoardRow {
    Board board;
    bool model::BoardSupport::*decodes; // null: its processor must do
    Codec codec;
    int fps; // at 1920 x 1080
};

constexpr std::array kBoards{
    BoardRow{Board::kNone, nullptr, Codec::kH264, 30},
    BoardRow{Board::kPi3, &model::BoardSupport::pi3, Codec::kH264, 30},
    BoardRow{Board::kPi4, &model::BoardSupport::pi4, Codec::kH264, 60},
    BoardRow{Board::kPi5, &model::BoardSupport::pi5, Codec::kHevc, 60},
    BoardRow{Board::kVaapi, &model::BoardSupport::vaapi, Codec::kH264, 60},
};

constexpr int kLongSide = 1920;  // px of a rendition
constexpr int kShortSide = 1080; // px of a rendition
// What a processor decodes without a hardware decoder: 1080p30 and not more.
constexpr double kSoftwareRate = 1920.0 * 1088 * 30;
constexpr double kTolerance = 1.01; // 29.97 and 30 count the same

const BoardRow& rowOf(Board board)
{
    return *std::find_if(
        kBoards.begin(), kBoards.end(), [board](const auto& row) { return row.board == board; });
}

// Rates that films and screens have; all others are rounded to thousandths.
constexpr std::array kRates{
    Rate{10, 1},
    Rate{12, 1},
    Rate{25, 2},
    Rate{15, 1},
    Rate{20, 1},
    Rate{24000, 1001},
    Rate{24, 1},
    Rate{25, 1},
    Rate{30000, 1001},
    Rate{30, 1},
    Rate{48, 1},
    Rate{50, 1},
    Rate{60000, 1001},
    Rate{60, 1}};

Rate nearest(double perSecond)
{
    return *std::min_element(kRates.begin(), kRates.end(), [perSecond](auto a, auto b) {
        return std::abs(a.perSecond() - perSecond) < std::abs(b.perSecond() - perSecond);
    });
}

Rate sourceRate(const Timing& timing, const model::VideoFacts& video)
{
    const double told = video.fps > 0 && video.fps <= 240 ? video.fps : 30;
    const double seen = timing.interval > Nanoseconds{0}
                            ? 1e9 / static_cast<double>(timing.interval.count())
                            : told;
    // Times in whole milliseconds make 29.97 look like 30.3; the file's own word is finer.
    const double usual = timing.constant && std::abs(seen / told - 1) < 0.04 ? told : seen;
    const auto rate = nearest(usual);
    const double off = std::abs(rate.perSecond() / usual - 1);
    if (off < 0.0004 || (!timing.constant && off < 0.04)) {
        return rate;
    }
    return timing.constant || usual < kRates.front().perSecond()
               ? Rate{std::max(1000, static_cast<int>(std::lround(usual * 1000))), 1000}
               : rate;
}

Rate halvedTo(Rate rate, int most)
{
    while (rate.perSecond() > most * kTolerance) {
        if (rate.numerator % 2 == 0) {
            rate.numerator /= 2;
        } else {
            rate.denominator *= 2;
        }
    }
    return rate;
}

int even(double length)
{
    return std::max(2, static_cast<int>(std::lround(length / 2)) * 2);
}

// As large as fits into the box, never enlarged; the box lies as the picture does.
Size fitted(double width, double height, Size box)
{
    if ((width < height) != (box.width < box.height)) {
        std::swap(box.width, box.height);
    }
    const double scale = std::min({1.0, box.width / width, box.height / height});
    return {even(width * scale), even(height * scale)};
}

bool isQuarterTurn(int degrees)
{
    return degrees % 180 != 0;
}

Size turned(Size size, int degrees)
{
    return isQuarterTurn(degrees) ? Size{size.height, size.width} : size;
}

// The size upright, with square pixels.
std::pair<double, double> uprightSize(const model::VideoFacts& video)
{
    const double width = (video.width & ~1) * video.pixelAspect;
    const double height = video.height & ~1;
    return isQuarterTurn(video.rotation) ? std::pair(height, width) : std::pair(width, height);
}

void placeIn(Recipe& recipe, const model::VideoFacts& video, const Wishes& wishes)
{
    constexpr Size kScreen{kLongSide, kShortSide};
    const auto [width, height] = uprightSize(video);
    recipe.picture = fitted(width, height, kScreen);
    recipe.canvas = recipe.picture;
    if (wishes.surround != Surround::kNone && width < height) {
        const double scale = kShortSide / height;
        recipe.surround = wishes.surround;
        recipe.picture = {even(width * scale), kShortSide};
        recipe.canvas = kScreen;
    }
    recipe.picture = turned(recipe.picture, wishes.rotate);
    recipe.canvas = turned(recipe.canvas, wishes.rotate);
    recipe.rotation = (video.rotation + wishes.rotate) % 360;
}

bool isTooMuchForAProcessor(const model::VideoFacts& video)
{
    const double fps = video.fps > 0 ? video.fps : 30;
    return double(video.width) * video.height * fps > kSoftwareRate * kTolerance;
}

bool isCommonCodec(const model::VideoFacts& video)
{
    return (video.codec == "h264" || video.codec == "vp8" || video.codec == "vp9") &&
           video.bitDepth == 8;
}

bool isKeptContainer(std::string_view container)
{
    constexpr std::array<std::string_view, 4> kKept{"mp4", "mov", "matroska", "webm"};
    return std::find(kKept.begin(), kKept.end(), container) != kKept.end();
}

std::vector<std::string>
reasonsFor(const model::MediaFacts& facts, const Timing& timing, const Wishes& wishes)
{
    const auto& video = *facts.video;
    const auto& board = rowOf(wishes.board);
    const bool decoded = board.decodes == nullptr
                             ? isCommonCodec(video) && !isTooMuchForAProcessor(video)
                             : facts.boards.*board.decodes;
    const bool portrait = uprightSize(video).first < uprightSize(video).second;
    const std::pair<bool, const char*> questions[] = {
        {!decoded, "the board does not decode it"},
        {video.rotation != 0 || wishes.rotate != 0, "the picture must be turned"},
        {!video.hdr.empty(), "high dynamic range"},
        {video.interlaced, "interlaced"},
        {!timing.constant, "the frame rate varies"},
        {std::abs(video.pixelAspect - 1) > 0.005, "the pixels are not square"},
        {video.width % 2 != 0 || video.height % 2 != 0, "the size is odd"},
        {video.fullRange, "full-range colours"},
        {portrait && wishes.surround != Surround::kNone, "a surround is wanted"},
        {!isKeptContainer(facts.container), "the container is not for storing"},
        {wishes.always, "it was asked for"},
    };
    std::vector<std::string> reasons;
    for (const auto& [applies, phrase] : questions) {
        if (applies) {
            reasons.emplace_back(phrase);
        }
    }
    return reasons;
}

} // namespace

Result<Board> parseBoard(std::string_view word)
{
    for (const auto& row : kBoards) {
        if (model::wordOf(row.board) == word) {
            return row.board;
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format("there is no board {}; name pi3, pi4, pi5, vaapi or none", word)};
}

Result<Surround> parseSurround(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, Surround>, 3> kWords{
        {{"none", Surround::kNone}, {"plain", Surround::kPlain}, {"blurred", Surround::kBlurred}}};
    for (const auto& [name, surround] : kWords) {
        if (name == word) {
            return surround;
        }
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format("there is no surround {}; name none, plain or blurred", word)};
}

bool isPreset(std::string_view word)
{
    constexpr std::array<std::string_view, 9> kPresets{
        "ultrafast",
        "superfast",
        "veryfast",
        "faster",
        "fast",
        "medium",
        "slow",
        "slower",
        "veryslow"};
    return std::find(kPresets.begin(), kPresets.end(), word) != kPresets.end();
}

Result<Wishes> parseWishes(std::string_view board, int rotate, std::string_view surround)
{
    auto found = parseBoard(board);
    auto beside = parseSurround(surround);
    if (!found || !beside) {
        return found ? std::move(beside).error() : std::move(found).error();
    }
    if (rotate % 90 != 0 || rotate < 0 || rotate > 270) {
        return Error{ErrorKind::kInvalid, "a screen hangs turned by 0, 90, 180 or 270 degrees"};
    }
    return Wishes{*found, rotate, *beside, false};
}

Decision decide(const model::MediaFacts& facts, const Timing& timing, const Wishes& wishes)
{
    const auto& video = *facts.video;
    const auto& board = rowOf(wishes.board);
    Decision decision;
    decision.reasons = reasonsFor(facts, timing, wishes);
    auto& recipe = decision.recipe;
    recipe.codec = board.codec;
    recipe.rate = halvedTo(sourceRate(timing, video), board.fps);
    recipe.deinterlace = video.interlaced;
    placeIn(recipe, video, wishes);
    // Level 4.1 holds 245,760 macroblocks a second: 1080p30, or 720p60.
    const auto blocks = [](int length) { return (length + 15) / 16; };
    const double load = double(blocks(recipe.canvas.width)) * blocks(recipe.canvas.height) *
                        recipe.rate.perSecond();
    recipe.level = load > 245'760 ? "4.2" : "4.1";
    return decision;
}

} // namespace jtv::ingest

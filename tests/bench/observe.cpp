// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Looks at the screen from outside the player: samples the framebuffer file of `Xvfb -fbdir` and
// reads the numbers that the clips of frame_code.py carry. Prints "ready", and one JSON object at
// SIGTERM.
#include "base/c_handle.h"
#include "base/json/json.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <sched.h>
#include <set>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::atomic<bool> stopping{false};

// The XWD file: a big-endian header, a colour table, then 32 bits a pixel.
struct Framebuffer {
    std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    std::size_t start = 0;
    std::size_t line = 0;
    int width = 0;
    int height = 0;

    std::uint32_t field(int index) const
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            value = value << 8U | bytes[index * 4 + i];
        }
        return value;
    }
    std::uint8_t* at(int x, int y) const
    {
        return bytes + start + line * static_cast<std::size_t>(y) + static_cast<std::size_t>(x) * 4;
    }
};

std::optional<Framebuffer> map(const char* file)
{
    const jtv::UniqueFd fd(::open(file, O_RDWR | O_CLOEXEC));
    struct stat status {};
    if (!fd || ::fstat(fd.get(), &status) != 0) {
        return std::nullopt;
    }
    Framebuffer buffer;
    buffer.size = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, buffer.size, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
    if (mapped == MAP_FAILED) {
        return std::nullopt;
    }
    buffer.bytes = static_cast<std::uint8_t*>(mapped);
    buffer.width = static_cast<int>(buffer.field(4));
    buffer.height = static_cast<int>(buffer.field(5));
    buffer.line = buffer.field(12);
    buffer.start = buffer.field(0) + std::size_t{12} * buffer.field(19);
    const bool fits =
        buffer.field(11) == 32 && buffer.start + buffer.line * buffer.field(5) <= buffer.size;
    return fits ? std::optional(buffer) : std::nullopt;
}

struct Region {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

// What one look at the region shows.
struct Look {
    bool magenta = false;              // the root window shines through
    bool black = false;                // nothing but black
    std::optional<std::uint32_t> code; // item << 16 | frame; none: torn, or another picture
};

// 32 bits in 4 rows of 8 fill the upper quarter: item, frame (16), check; see frame_code.py.
Look lookAt(const Framebuffer& buffer, const Region& region)
{
    Look look;
    look.black = true;
    std::array<unsigned, 4> rows{};
    const auto sample = [&](int x, int y) {
        const std::uint8_t* pixel = buffer.at(x, y);
        look.magenta = look.magenta || (pixel[0] > 200 && pixel[1] < 60 && pixel[2] > 200);
        look.black = look.black && pixel[0] < 12 && pixel[1] < 12 && pixel[2] < 12;
        return pixel[1];
    };
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 8; ++column) {
            const int x = region.x + (2 * column + 1) * region.width / 16;
            const int y = region.y + (2 * row + 1) * region.height / 32;
            rows[static_cast<std::size_t>(row)] =
                rows[static_cast<std::size_t>(row)] << 1U | (sample(x, y) > 128 ? 1U : 0U);
        }
    }
    for (int row = 1; row < 4; ++row) { // the rest of the picture
        for (int column = 0; column < 4; ++column) {
            sample(
                region.x + (2 * column + 1) * region.width / 8,
                region.y + region.height / 4 + (2 * row - 1) * region.height / 8);
        }
    }
    if (rows[3] == (rows[0] ^ rows[1] ^ rows[2] ^ 0x5AU)) {
        look.code = rows[0] << 16U | rows[1] << 8U | rows[2];
    }
    return look;
}

struct Item {
    std::uint32_t number = 0;
    std::set<std::uint32_t> frames;
    std::uint32_t changes = 0; // pictures seen, a repeated one counted again
    Clock::time_point first;
    Clock::time_point newest;   // when its last new picture came
    Clock::duration longest{0}; // one picture stood, the last one not counted
};

double milliseconds(Clock::duration span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}

// Everything between the first and the last picture with a number counts.
class Account {
public:
    void take(const Look& look, Clock::time_point now)
    {
        ++samples_;
        if (!look.code) {
            torn_ += 1;
            pendingBlack_ += look.black ? 1 : 0;
            pendingMagenta_ += look.magenta ? 1 : 0;
            return;
        }
        if (items_.empty()) {
            pendingBlack_ = pendingMagenta_ = torn_ = 0;
        }
        black_ += std::exchange(pendingBlack_, 0);
        magenta_ += std::exchange(pendingMagenta_, 0);
        const std::uint32_t number = *look.code >> 16U;
        const std::uint32_t frame = *look.code & 0xFFFFU;
        if (items_.empty() || items_.back().number != number || (frame < last_ && frame == 0)) {
            items_.push_back({number, {}, 0, now, now, {}});
            last_ = frame + 1;
        }
        Item& item = items_.back();
        if (frame != last_) {
            item.longest = std::max(item.longest, now - item.newest);
            item.newest = now;
            ++item.changes;
            item.frames.insert(frame);
            last_ = frame;
        }
    }

    std::string toJson(double seconds) const
    {
        using jtv::json::Value;
        Value items = Value::array();
        Value switches = Value::array();
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const Item& item = items_[i];
            items.push_back(
                {{"item", item.number},
                 {"frames", item.frames.size()},
                 {"changes", item.changes},
                 {"first_frame", *item.frames.begin()},
                 {"last_frame", *item.frames.rbegin()},
                 {"first_ms", milliseconds(item.first - items_.front().first)},
                 {"last_ms", milliseconds(item.newest - items_.front().first)},
                 {"longest_hold_ms", milliseconds(item.longest)}});
            if (i > 0) {
                switches.push_back(
                    {{"from", items_[i - 1].number},
                     {"to", item.number},
                     {"gap_ms", milliseconds(item.first - items_[i - 1].newest)}});
            }
        }
        const Value report{
            {"samples", samples_},
            {"samples_per_second", static_cast<double>(samples_) / seconds},
            {"unreadable_samples", torn_},
            {"black_samples", black_},
            {"magenta_samples", magenta_},
            {"items", std::move(items)},
            {"switches", std::move(switches)}};
        return jtv::json::writePretty(report);
    }

private:
    std::vector<Item> items_;
    std::uint32_t last_ = 0;
    std::uint64_t samples_ = 0;
    std::uint64_t torn_ = 0;
    std::uint64_t black_ = 0;
    std::uint64_t magenta_ = 0;
    std::uint64_t pendingBlack_ = 0; // since the last picture with a number
    std::uint64_t pendingMagenta_ = 0;
};

// Pictures that differ from the one before, whatever they show; --changes. One counts when it stands
// for a look: while it is being written, a picture changes from look to look.
class Changes {
public:
    explicit Changes(const Framebuffer& buffer) : buffer_(buffer) {}

    void look(Clock::time_point now)
    {
        bool magenta = false;
        bool black = true;
        std::size_t point = 0;
        bool changed = false;
        for (int row = 0; row < kRows; ++row) {
            for (int column = 0; column < kColumns; ++column, ++point) {
                const std::uint8_t* pixel = buffer_.at(
                    (2 * column + 1) * buffer_.width / (2 * kColumns),
                    (2 * row + 1) * buffer_.height / (2 * kRows));
                magenta = magenta || (pixel[0] > 200 && pixel[1] < 60 && pixel[2] > 200);
                black = black && pixel[0] < 12 && pixel[1] < 12 && pixel[2] < 12;
                changed = changed || seen_.at(point) != pixel[1];
                seen_.at(point) = pixel[1];
            }
        }
        if (!first_ && !magenta && !black) {
            first_ = now;
        }
        changes_ += first_ && fresh_ && !changed ? 1 : 0;
        fresh_ = changed;
    }

    std::string toJson() const
    {
        using jtv::json::Value;
        Value report{{"changes", changes_}, {"first_picture", nullptr}};
        if (first_) { // seconds of CLOCK_MONOTONIC
            report["first_picture"] =
                std::chrono::duration<double>(first_->time_since_epoch()).count();
        }
        return jtv::json::writePretty(report);
    }

private:
    static constexpr int kColumns = 64;
    static constexpr int kRows = 36;
    const Framebuffer& buffer_;
    std::array<std::uint8_t, std::size_t{kColumns} * kRows> seen_{};
    bool fresh_ = false; // the last look saw another picture than the one before
    std::uint64_t changes_ = 0;
    std::optional<Clock::time_point> first_;
};

std::optional<Region> parseRegion(std::string_view text)
{
    std::array<int, 4> numbers{};
    const char* at = text.data();
    const char* end = at + text.size();
    for (int& number : numbers) {
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc()) {
            return std::nullopt;
        }
        at = std::min(read.ptr + 1, end);
    }
    return Region{numbers[0], numbers[1], numbers[2], numbers[3]};
}

void paintMagenta(const Framebuffer& buffer)
{
    for (int y = 0; y < buffer.height; ++y) {
        for (int x = 0; x < buffer.width; ++x) {
            std::uint8_t* pixel = buffer.at(x, y);
            pixel[0] = pixel[2] = 255;
            pixel[1] = 0;
        }
    }
}

// Calls `look` every 2 ms until SIGTERM; gives how long that was.
template <typename Look>
std::chrono::duration<double> watch(const Look& look)
{
    constexpr std::chrono::microseconds kPeriod{2000};
    std::signal(SIGTERM, [](int) { stopping = true; });
    const sched_param first{1};
    ::sched_setscheduler(0, SCHED_FIFO, &first); // where it is allowed: a late look misses a frame
    fmt::print("ready\n");
    std::fflush(stdout);
    const auto began = Clock::now();
    for (auto next = began; !stopping; next = std::max(next + kPeriod, Clock::now())) {
        std::this_thread::sleep_until(next);
        look(Clock::now());
    }
    return Clock::now() - began;
}

int watchChanges(const Framebuffer& buffer)
{
    Changes changes(buffer);
    watch([&changes](Clock::time_point now) { changes.look(now); });
    fmt::print("{}\n", changes.toJson());
    return 0;
}

int watchNumbers(const Framebuffer& buffer, const Region& region)
{
    Account account;
    const auto lasted =
        watch([&](Clock::time_point now) { account.take(lookAt(buffer, region), now); });
    fmt::print("{}\n", account.toJson(lasted.count()));
    return 0;
}

} // namespace

// jtv-observe XWD-FILE [X,Y,WIDTH,HEIGHT]: the region is the whole screen without one.
// jtv-observe --changes XWD-FILE
int main(int argc, char** argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "";
    const bool changes = mode == "--changes";
    const char* file = argc > (changes ? 2 : 1) ? argv[changes ? 2 : 1] : nullptr;
    const auto buffer = file != nullptr ? map(file) : std::nullopt;
    if (!buffer) {
        fmt::print(
            stderr, "usage: jtv-observe [--changes] FOLDER/Xvfb_screen0 [X,Y,WIDTH,HEIGHT]\n");
        return 2;
    }
    paintMagenta(*buffer);
    if (changes) {
        return watchChanges(*buffer);
    }
    const auto region = argc > 2 ? parseRegion(argv[2])
                                 : std::optional(Region{0, 0, buffer->width, buffer->height});
    if (!region || region->x < 0 || region->y < 0 || region->x + region->width > buffer->width ||
        region->y + region->height > buffer->height) {
        fmt::print(stderr, "the region does not lie on the screen\n");
        return 2;
    }
    return watchNumbers(*buffer, *region);
}

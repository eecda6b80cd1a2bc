// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SubRip files, found by their time lines: everything else about them varies.
#include "content/captions/encoding.h"
#include "content/captions/plain_markup.h"
#include "content/captions/remarks.h"
#include "content/captions/timestamp.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace jtv::captions {
namespace {

struct TimeLine {
    Milliseconds begin{0};
    Milliseconds end{0};
};

// "00:00:01,000 --> 00:00:04,000", with whatever stands behind it (old coordinates).
std::optional<TimeLine> timeLineOf(std::string_view line)
{
    Scanner scanner(line);
    scanner.skipSpace();
    const auto begin = readLooseTime(scanner);
    scanner.skipSpace();
    const bool arrow = begin && (scanner.skip("-->") || scanner.skip("->") || scanner.skip("- ->"));
    scanner.skipSpace();
    const auto end = arrow ? readLooseTime(scanner) : std::nullopt;
    return end ? std::optional(TimeLine{*begin, *end}) : std::nullopt;
}

std::optional<long long> counterOf(std::string_view line)
{
    const auto text = trimmed(line);
    long long value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = !text.empty() && read.ptr == text.data() + text.size();
    return whole && read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

class SubRipReader {
public:
    SubRipReader(std::vector<std::string_view> lines, Remarks& remarks)
        : lines_(std::move(lines)), remarks_(remarks)
    {}

    model::CaptionTrack read()
    {
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (timeLineOf(lines_[i])) {
                starts.push_back(i);
            } else if (lines_[i].find("-->") != std::string_view::npos) {
                remarks_.fault(
                    i + 1,
                    fmt::format(
                        "the times {} are not understood; write 00:00:01,000 --> 00:00:04,000",
                        quote(lines_[i])));
                broken_.push_back(i);
            }
        }
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const bool last = i + 1 == starts.size();
            caption(starts[i], last ? lines_.size() : starts[i + 1], last);
        }
        sortByBegin(track_.captions, captionLines_, remarks_);
        return std::move(track_);
    }

private:
    // From one time line to the next.
    void caption(std::size_t first, std::size_t next, bool last)
    {
        const auto times = timeLineOf(lines_[first]);
        std::size_t end = next;
        const auto broken = std::upper_bound(broken_.begin(), broken_.end(), first);
        if (broken != broken_.end() && *broken < next) {
            end = *broken;
        }
        end = withoutCounter(first, end, last && end == next);
        std::string text;
        bool blank = false;
        for (std::size_t i = first + 1; i < end; ++i) {
            if (trimmed(lines_[i]).empty()) {
                blank = blank || !text.empty();
                continue;
            }
            if (std::exchange(blank, false)) {
                remarks_.warn(
                    i + 1,
                    "an empty line stands inside a caption, or its number and times are missing "
                    "below; the text was joined");
            }
            text += text.empty() ? "" : "\n";
            text += lines_[i];
        }
        auto read = readPlainMarkup(text);
        model::Caption caption;
        caption.begin = times->begin;
        caption.end = times->end;
        caption.lines = std::move(read.lines);
        if (read.corner) {
            caption.place = placeOfCorner(*read.corner);
        }
        captionLines_.push_back(first + 1);
        track_.captions.push_back(std::move(caption));
    }

    // The number of the next caption belongs to it: one behind an empty line, or the one expected.
    std::size_t withoutCounter(std::size_t first, std::size_t end, bool last)
    {
        std::size_t above = end;
        while (above > first + 1 && trimmed(lines_[above - 1]).empty()) {
            --above;
        }
        if (above <= first + 1) {
            return end;
        }
        const auto number = counterOf(lines_[above - 1]);
        if (!number) {
            return end;
        }
        const bool alone = trimmed(lines_[above - 2]).empty();
        const bool expected = *number == static_cast<long long>(track_.captions.size()) + 2;
        // At the end of the file a number is text, unless it stands alone as the next in the row.
        const bool counter = last ? alone && expected : alone || expected;
        if (counter && !alone) {
            remarks_.warn(above, "the empty line above this number is missing; write one");
        }
        return counter ? above - 1 : end;
    }

    std::vector<std::string_view> lines_;
    Remarks& remarks_;
    model::CaptionTrack track_;
    std::vector<std::size_t> captionLines_;
    std::vector<std::size_t> broken_; // time lines that are not understood, in order
};

} // namespace

Result<Read> parseSubRip(std::string_view bytes, const std::string& file)
{
    const auto decoded = decode(bytes);
    Remarks remarks(file);
    if (!decoded.repaired.empty()) {
        remarks.warn(1, decoded.repaired);
    }
    Read read;
    read.track = SubRipReader(linesOf(decoded.text), remarks).read();
    read.remarks = remarks.take();
    if (read.track.captions.empty()) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "{}:1: no caption was found; SubRip has a line such as 00:00:01,000 --> "
                "00:00:04,000 above each text",
                file)};
    }
    return read;
}

} // namespace jtv::captions

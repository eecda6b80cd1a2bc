// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebVTT files, block by block [webvtt1, 6.1 "WebVTT file parsing"].
#include "content/captions/encoding.h"
#include "content/captions/remarks.h"
#include "content/captions/timestamp.h"
#include "content/captions/webvtt_settings.h"

#include <fmt/format.h>

namespace jtv::captions {
namespace {

constexpr std::string_view kSignature = "WEBVTT";
constexpr std::string_view kArrow = "-->";
constexpr std::size_t kMostRegions = 1000;

bool hasSignature(std::string_view line)
{
    return line.starts_with(kSignature) &&
           (line.size() == kSignature.size() || line[kSignature.size()] == ' ' ||
            line[kSignature.size()] == '\t');
}

// "STYLE" or "REGION" with nothing but blanks behind it.
bool isKeyword(std::string_view text, std::string_view word)
{
    return text.starts_with(word) &&
           text.find_first_not_of(kWebVttSpace, word.size()) == std::string_view::npos;
}

class WebVttReader {
public:
    WebVttReader(std::vector<std::string_view> lines, Remarks& remarks)
        : lines_(std::move(lines)), remarks_(remarks)
    {}

    model::CaptionTrack read()
    {
        at_ = 1;
        if (at_ < lines_.size() && !lines_[at_].empty()) {
            block(true);
        }
        for (skipEmpty(); at_ < lines_.size(); skipEmpty()) {
            block(false);
        }
        sortByBegin(track_.captions, captionLines_, remarks_);
        return std::move(track_);
    }

private:
    enum class Kind { kNone, kCue, kStyle, kRegion };

    struct Block {
        Kind kind = Kind::kNone;
        std::string buffer;
        bool seenArrow = false;
        model::Caption cue;
    };

    void skipEmpty()
    {
        while (at_ < lines_.size() && lines_[at_].empty()) {
            ++at_;
        }
    }

    // "collect a WebVTT block"; `header`: right below the first line, where no cue can be.
    void block(bool header)
    {
        Block block;
        const std::size_t first = at_;
        for (std::size_t count = 1; at_ < lines_.size(); ++count) {
            const auto line = lines_[at_];
            const bool arrow = line.find(kArrow) != std::string_view::npos;
            if (arrow && (header || count > 2 || block.seenArrow)) {
                break; // the next block's
            }
            if (line.empty()) {
                ++at_;
                break;
            }
            if (arrow) {
                beginCue(block, line);
            } else {
                addLine(block, line, !header && count == 2);
            }
            ++at_;
        }
        finish(std::move(block), first, header);
    }

    void beginCue(Block& block, std::string_view line)
    {
        block.seenArrow = true;
        block.cue.id = block.buffer;
        if (timesAndSettings(line, block.cue)) {
            block.kind = Kind::kCue;
            block.buffer.clear();
        }
    }

    // `below`: the line is the second of its block, and the first may have said what this is.
    void addLine(Block& block, std::string_view line, bool below) const
    {
        if (below && block.kind == Kind::kNone && !block.seenArrow) {
            block.kind = keywordOf(block.buffer);
            if (block.kind != Kind::kNone) {
                block.buffer.clear();
            }
        }
        block.buffer += block.buffer.empty() ? "" : "\n";
        block.buffer += line;
    }

    Kind keywordOf(std::string_view buffer) const
    {
        // Neither counts below the first cue.
        if (!seenCue_ && isKeyword(buffer, "STYLE")) {
            return Kind::kStyle;
        }
        return !seenCue_ && isKeyword(buffer, "REGION") ? Kind::kRegion : Kind::kNone;
    }

    bool timesAndSettings(std::string_view line, model::Caption& cue)
    {
        Scanner scanner(line);
        scanner.skipSpace();
        const auto begin = readTimestamp(scanner);
        scanner.skipSpace();
        const bool arrow = begin && scanner.skip(kArrow);
        scanner.skipSpace();
        const auto end = arrow ? readTimestamp(scanner) : std::nullopt;
        if (!end) {
            remarks_.fault(
                at_ + 1,
                fmt::format(
                    "the times {} are not understood; write 00:00:01.000 --> 00:00:04.000",
                    quote(line)));
            return false;
        }
        cue.begin = *begin;
        cue.end = *end;
        cue.place = readPlace(scanner.rest(), track_.regions, at_ + 1, remarks_);
        seenCue_ = true;
        captionLines_.push_back(at_ + 1);
        return true;
    }

    void finish(Block block, std::size_t first, bool header)
    {
        const std::string_view buffer = block.buffer;
        switch (block.kind) {
        case Kind::kCue:
            block.cue.lines = parseCueText(buffer);
            track_.captions.push_back(std::move(block.cue));
            return;
        case Kind::kStyle:
            remarks_.warn(
                first + 1,
                "the style sheet is not applied; captions look as the screen shows them");
            return;
        case Kind::kRegion:
            if (track_.regions.size() < kMostRegions) {
                track_.regions.push_back(readRegion(buffer, first + 1, remarks_));
            }
            return;
        case Kind::kNone:
            break;
        }
        const auto word = buffer.substr(0, buffer.find_first_of(" \t\n"));
        const bool explained = header || block.seenArrow;
        if (!explained && word != "NOTE" && !buffer.empty()) {
            remarks_.warn(
                first + 1,
                fmt::format(
                    "{} belongs to no caption and is left out; write its times above it, or NOTE",
                    quote(buffer.substr(0, buffer.find('\n')))));
        }
    }

    std::vector<std::string_view> lines_;
    Remarks& remarks_;
    model::CaptionTrack track_;
    std::vector<std::size_t> captionLines_; // of each caption's times, in the order read
    std::size_t at_ = 0;
    bool seenCue_ = false;
};

} // namespace

Result<Read> parseWebVtt(std::string_view bytes, const std::string& file)
{
    const auto decoded = decode(bytes);
    auto lines = linesOf(decoded.text);
    if (lines.empty() || !hasSignature(lines.front())) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format(
                "{}:1: the first line of a WebVTT file must be WEBVTT; write it there", file)};
    }
    Remarks remarks(file);
    if (!decoded.repaired.empty()) {
        remarks.warn(1, decoded.repaired);
    }
    Read read;
    read.track = WebVttReader(std::move(lines), remarks).read();
    read.remarks = remarks.take();
    return read;
}

} // namespace jtv::captions

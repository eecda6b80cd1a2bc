// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Boxes of ISO/IEC 14496-12: whatever tells of people becomes a "free" box of the same length.
#include "content/ingest/scrub.h"

#include <algorithm>
#include <array>
#include <limits>

namespace jtv::ingest {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostBoxes = 20'000;
constexpr std::size_t kMostSamples = 2'000'000;

struct Box {
    std::uint64_t offset = 0; // of its head
    std::uint64_t body = 0;
    std::uint64_t end = 0;
    std::string type;
};

std::uint64_t number(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8U | static_cast<unsigned char>(byte);
    }
    return value;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

class IsoScrubber {
public:
    explicit IsoScrubber(const Bytes& file) : file_(file) {}

    std::vector<Patch> run()
    {
        walk(0, file_.size(), "", 0);
        // Dates go with the rest, so that no trip can be told from them; alone they tell nothing.
        if (!patches_.empty()) {
            patches_.insert(patches_.end(), dates_.begin(), dates_.end());
        }
        return std::move(patches_);
    }

private:
    std::vector<Box> boxesIn(std::uint64_t from, std::uint64_t to)
    {
        std::vector<Box> boxes;
        while (from + 8 <= to && ++seen_ < kMostBoxes) {
            const auto head = file_.read(from, 16);
            if (head.size() < 8) {
                break;
            }
            Box box{from, from + 8, 0, head.substr(4, 4)};
            auto length = number(std::string_view(head).substr(0, 4));
            if (length == 1 && head.size() == 16) {
                length = number(std::string_view(head).substr(8));
                box.body = from + 16;
            }
            length = length == 0 ? to - from : length;
            if (length < box.body - from || length > to - from) {
                break;
            }
            box.end = from + length;
            from = box.end;
            boxes.push_back(std::move(box));
        }
        return boxes;
    }

    void walk(std::uint64_t from, std::uint64_t to, std::string_view parent, int depth)
    {
        if (depth > kDeepest) {
            return;
        }
        for (const auto& box : boxesIn(from, to)) {
            if (box.type == "udta") {
                scrubUserData(box);
            } else if (isOneOf(box.type, {"uuid", "meta", "XMP_"}) && !isHarmless(box, parent)) {
                free(box);
            } else if (box.type == "trak" && isTelling(box)) {
                emptySamples(box);
                free(box);
            } else if (isOneOf(box.type, {"mvhd", "tkhd", "mdhd"})) {
                noteDates(box);
            } else if (isOneOf(box.type, {"moov", "trak", "mdia", "moof", "traf", "minf"})) {
                walk(box.body, box.end, box.type, depth + 1);
            }
        }
    }

    // Users' boxes tell of them, but for those that players and muxers write of themselves.
    void scrubUserData(const Box& userData)
    {
        for (const auto& box : boxesIn(userData.body, userData.end)) {
            if (!isHarmless(box, "udta")) {
                free(box);
            }
        }
    }

    bool isHarmless(const Box& box, std::string_view parent)
    {
        if (isOneOf(
                box.type,
                {"free",
                 "skip",
                 "\251too", // \251 is the copyright sign of QuickTime's names
                 "\251enc",
                 "\251swr",
                 "hnti",
                 "hinf"})) {
            return true;
        }
        if (parent == "udta" && isOneOf(box.type, {"name", "tagc"})) {
            return isHandlerName(box);
        }
        if (box.type == "uuid") {
            // Of smooth streaming and encryption; photographs and pictures hide in all others.
            const auto id = file_.read(box.body, 16);
            return parent == "traf" && id.size() == 16;
        }
        return box.type == "meta" && onlyTellsItsEncoder(box);
    }

    // "VideoHandler" and the like.
    bool isHandlerName(const Box& box)
    {
        const auto text = file_.read(box.body, std::min<std::uint64_t>(box.end - box.body, 64));
        return text.empty() || text.find("Handler") != std::string::npos;
    }

    // iTunes' list with the encoder's name in it, or with a streaming service's numbers.
    bool onlyTellsItsEncoder(const Box& meta)
    {
        // QuickTime's kind lacks the four bytes of version and flags.
        const auto start = file_.read(meta.body + 4, 4) == "hdlr" ? 0U : 4U;
        for (const auto& box : boxesIn(meta.body + start, meta.end)) {
            if (isOneOf(box.type, {"hdlr", "free"})) {
                continue;
            }
            if (box.type == "keys") {
                return onlyHarmlessKeys(box);
            }
            if (box.type != "ilst") {
                return false;
            }
            for (const auto& item : boxesIn(box.body, box.end)) {
                if (!isOneOf(item.type, {"\xa9too", "gsst", "gstd"})) {
                    return false;
                }
            }
        }
        return true;
    }

    // Names of what a list holds, each with its length and a word for its kind before it.
    bool onlyHarmlessKeys(const Box& keys)
    {
        for (auto at = keys.body + 8; at + 8 <= keys.end;) {
            const auto length = number(file_.read(at, 4));
            if (length < 8 || length > keys.end - at || length > 256) {
                return false;
            }
            if (!isOneOf(
                    file_.read(at + 8, length - 8),
                    {"com.android.version", "com.android.capture.fps", "encoder"})) {
                return false;
            }
            at += length;
        }
        return true;
    }

    const Box* find(const std::vector<Box>& boxes, std::string_view type) const
    {
        const auto found = std::find_if(
            boxes.begin(), boxes.end(), [type](const Box& box) { return box.type == type; });
        return found == boxes.end() ? nullptr : &*found;
    }

    // A track of positions, speeds and the like: neither seen, heard nor read.
    bool isTelling(const Box& track)
    {
        const auto inTrack = boxesIn(track.body, track.end);
        const auto* media = find(inTrack, "mdia");
        if (media == nullptr) {
            return false;
        }
        const auto inMedia = boxesIn(media->body, media->end);
        const auto* handler = find(inMedia, "hdlr");
        const auto kind = handler == nullptr ? "vide" : file_.read(handler->body + 8, 4);
        return !isOneOf(
            kind,
            {"vide",
             "soun",
             "text",
             "sbtl",
             "subt",
             "subp",
             "clcp",
             "hint",
             "auxv",
             "pict",
             "tmcd"});
    }

    void free(const Box& box)
    {
        patches_.push_back({box.offset + 4, 0, "free"});
        patches_.push_back({box.body, box.end - box.body, {}});
    }

    // Creation and modification, 4 or 8 bytes each by the version.
    void noteDates(const Box& box)
    {
        const auto version = file_.read(box.body, 1);
        dates_.push_back({box.body + 4, version == "\x01" ? 16U : 8U, {}});
    }

    std::vector<std::uint64_t> table(const Box* box, std::size_t width, std::size_t skip)
    {
        std::vector<std::uint64_t> values;
        if (box == nullptr || box->end - box->body < skip + 4) {
            return values;
        }
        const auto count = number(file_.read(box->body + skip, 4));
        const auto room = (box->end - box->body - skip - 4) / width;
        const auto bytes = file_.read(
            box->body + skip + 4, std::min({count, room, std::uint64_t{kMostSamples}}) * width);
        for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
            values.push_back(number(std::string_view(bytes).substr(at, width)));
        }
        return values;
    }

    // The tables of a track's samples; empty where there are none.
    std::vector<Box> tablesOf(const Box& track)
    {
        auto boxes = boxesIn(track.body, track.end);
        for (const std::string_view step : {"mdia", "minf", "stbl"}) {
            const auto* next = find(boxes, step);
            if (next == nullptr) {
                return {};
            }
            boxes = boxesIn(next->body, next->end);
        }
        return boxes;
    }

    // How many samples each chunk has: runs of chunks begin at the numbers that "stsc" names.
    std::vector<std::uint64_t> samplesIn(const Box* plan, std::size_t chunks)
    {
        std::vector<std::uint64_t> counts;
        const auto runs = table(plan, 12, 4).size();
        std::size_t run = 0;
        const auto entry = [&](std::size_t index, std::uint64_t field) {
            return number(file_.read(plan->body + 8 + 12 * index + field, 4));
        };
        for (std::size_t chunk = 0; chunk < chunks && runs > 0; ++chunk) {
            while (run + 1 < runs && entry(run + 1, 0) <= chunk + 1) {
                ++run;
            }
            counts.push_back(std::min<std::uint64_t>(entry(run, 4), kMostSamples));
        }
        return counts;
    }

    // The samples lie among the pictures: only they are emptied, chunk by chunk.
    void emptySamples(const Box& track)
    {
        const auto tables = tablesOf(track);
        const auto* sizes = find(tables, "stsz");
        const auto same = sizes == nullptr ? 0 : number(file_.read(sizes->body + 4, 4));
        const auto each = table(sizes, 4, 8);
        auto chunks = table(find(tables, "stco"), 4, 4);
        const auto wide = table(find(tables, "co64"), 8, 4);
        chunks.insert(chunks.end(), wide.begin(), wide.end());
        const auto counts = samplesIn(find(tables, "stsc"), chunks.size());
        std::size_t sample = 0;
        for (std::size_t chunk = 0; chunk < counts.size(); ++chunk) {
            auto length = same * counts[chunk];
            const auto last = std::min(each.size(), sample + counts[chunk]);
            for (; same == 0 && sample < last; ++sample) {
                length += each[sample];
            }
            const auto from = std::min(chunks[chunk], file_.size());
            patches_.push_back({from, std::min(length, file_.size() - from), {}});
        }
    }

    const Bytes& file_;
    std::vector<Patch> patches_;
    std::vector<Patch> dates_;
    std::size_t seen_ = 0;
};

} // namespace

std::vector<Patch> scrubIso(const Bytes& file)
{
    return IsoScrubber(file).run();
}

} // namespace jtv::ingest

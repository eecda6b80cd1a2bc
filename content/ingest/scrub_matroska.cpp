// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// EBML elements of RFC 9559: tags, attachments and titles become Void elements of the same length.
#include "content/ingest/scrub.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace jtv::ingest {
namespace {

constexpr std::uint64_t kSegment = 0x18538067;
constexpr std::uint64_t kInfo = 0x1549A966;
constexpr std::uint64_t kTags = 0x1254C367;
constexpr std::uint64_t kTag = 0x7373;
constexpr std::uint64_t kSimpleTag = 0x67C8;
constexpr std::uint64_t kTagName = 0x45A3;
constexpr std::uint64_t kAttachments = 0x1941A469;
constexpr std::uint64_t kTitle = 0x7BA9;
constexpr std::uint64_t kSegmentFilename = 0x7384;
constexpr std::uint64_t kDate = 0x4461;
constexpr std::uint64_t kCrc = 0xBF;
constexpr std::size_t kMostElements = 50'000;

struct Piece {
    std::uint64_t id = 0;
    std::uint64_t offset = 0; // of its head
    std::uint64_t body = 0;
    std::uint64_t end = 0;
};

class MatroskaScrubber {
public:
    explicit MatroskaScrubber(const Bytes& file) : file_(file) {}

    std::vector<Patch> run()
    {
        for (const auto& top : elementsIn(0, file_.size())) {
            if (top.id == kSegment) {
                scrubSegment(top);
            }
        }
        if (!patches_.empty()) {
            patches_.insert(patches_.end(), dates_.begin(), dates_.end());
        }
        return std::move(patches_);
    }

private:
    // A number whose first byte tells its length; `marked`: with the mark, as ids are written.
    std::optional<std::uint64_t> take(std::uint64_t& at, bool marked) const
    {
        const auto bytes = file_.read(at, 8);
        const auto first = bytes.empty() ? 0U : static_cast<unsigned char>(bytes[0]);
        const auto length =
            static_cast<std::size_t>(std::countl_zero(static_cast<std::uint8_t>(first))) + 1;
        if (length > 8 || bytes.size() < length) {
            return std::nullopt;
        }
        std::uint64_t value = marked ? first : first & (0xFFU >> length);
        bool allOnes = (first | (0xFFU << (8 - length) & 0xFFU)) == 0xFFU;
        for (std::size_t i = 1; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(bytes[i]);
            value = value << 8U | byte;
            allOnes = allOnes && byte == 0xFF;
        }
        at += length;
        return !marked && allOnes ? file_.size() : value; // unknown: to the end
    }

    std::vector<Piece> elementsIn(std::uint64_t from, std::uint64_t to)
    {
        std::vector<Piece> elements;
        while (from < to && ++seen_ < kMostElements) {
            auto at = from;
            const auto id = take(at, true);
            const auto length = id ? take(at, false) : std::nullopt;
            if (!length || at > to) {
                break;
            }
            Piece element{*id, from, at, std::min(to, *length > to - at ? to : at + *length)};
            // Live recordings do not tell how long a cluster is; nothing behind it is of interest.
            from = element.end;
            elements.push_back(element);
        }
        return elements;
    }

    void scrubSegment(const Piece& segment)
    {
        for (const auto& element : elementsIn(segment.body, segment.end)) {
            if (element.id == kInfo) {
                scrubInfo(element);
            } else if (element.id == kAttachments || (element.id == kTags && isTelling(element))) {
                blank(element);
            }
        }
    }

    void scrubInfo(const Piece& info)
    {
        const auto inside = elementsIn(info.body, info.end);
        const auto before = patches_.size();
        for (const auto& element : inside) {
            if (element.id == kTitle || element.id == kSegmentFilename) {
                blank(element);
            } else if (element.id == kDate) {
                dates_.push_back({element.body, element.end - element.body, {}});
            }
        }
        // The check sum of what is now another text.
        for (const auto& element : inside) {
            if (element.id == kCrc && (patches_.size() > before || !dates_.empty())) {
                (patches_.size() > before ? patches_ : dates_).push_back(voided(element));
            }
        }
    }

    // Whether a tag is more than what muxers write of themselves.
    bool isTelling(const Piece& tags)
    {
        for (const auto& tag : elementsIn(tags.body, tags.end)) {
            for (const auto& simple : elementsIn(tag.body, tag.end)) {
                if (tag.id == kTag && simple.id == kSimpleTag && !isMuxers(nameOf(simple))) {
                    return true;
                }
            }
        }
        return false;
    }

    std::string nameOf(const Piece& simple)
    {
        for (const auto& element : elementsIn(simple.body, simple.end)) {
            if (element.id == kTagName) {
                return file_.read(
                    element.body, std::min<std::uint64_t>(element.end - element.body, 64));
            }
        }
        return {};
    }

    static bool isMuxers(std::string_view name)
    {
        constexpr std::array<std::string_view, 12> kOwn{
            "ENCODER",
            "ENCODER_OPTIONS",
            "DURATION",
            "BPS",
            "NUMBER_OF_FRAMES",
            "NUMBER_OF_BYTES",
            "MAJOR_BRAND",
            "MINOR_VERSION",
            "COMPATIBLE_BRANDS",
            "HANDLER_NAME",
            "VENDOR_ID",
            "LANGUAGE"};
        const auto plain = name.substr(0, name.find('-')); // "BPS-eng"
        return name.starts_with("_STATISTICS") ||
               std::find(kOwn.begin(), kOwn.end(), plain) != kOwn.end();
    }

    // Void, with the length told in as many bytes as fill the space.
    static Patch voided(const Piece& element)
    {
        const auto space = element.end - element.offset;
        Patch patch{element.offset, 0, "\xEC"};
        if (space < 2) {
            return {element.offset, 0, {}};
        }
        if (space <= 128) {
            patch.bytes += static_cast<char>(0x80U | (space - 2));
            patch.zeros = space - 2;
            return patch;
        }
        patch.bytes += '\x01';
        for (int shift = 48; shift >= 0; shift -= 8) {
            patch.bytes += static_cast<char>((space - 9) >> static_cast<unsigned>(shift) & 0xFFU);
        }
        patch.zeros = space - 9;
        return patch;
    }

    void blank(const Piece& element) { patches_.push_back(voided(element)); }

    const Bytes& file_;
    std::vector<Patch> patches_;
    std::vector<Patch> dates_;
    std::size_t seen_ = 0;
};

} // namespace

std::vector<Patch> scrubMatroska(const Bytes& file)
{
    return MatroskaScrubber(file).run();
}

} // namespace jtv::ingest

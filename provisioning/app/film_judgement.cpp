// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What the figures of films that were played say about a screen.
#include "provisioning/app/film_judgement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>
#include <sstream>

namespace jtv::app {
namespace {

using State = Finding::State;

// A picture may be left out here and there; one in fifty is seen.
constexpr double kEnough = 0.98;

std::int64_t numberIn(const json::Value& object, std::string_view member)
{
    const auto found = json::integer(object, member);
    return found ? *found : 0;
}

std::string textIn(const json::Value& object, std::string_view member)
{
    const auto found = json::optionalText(object, member);
    return found ? found->value_or("") : "";
}

double fpsOf(const json::Value& item)
{
    const auto found = item.find("presented_fps");
    return found != item.end() && found->is_number() ? found->get<double>() : 0;
}

bool isHardware(std::string_view decoder)
{
    return decoder.starts_with("v4l2") || decoder.starts_with("va");
}

std::string mistakes(const json::Value& statistics)
{
    const auto failed = numberIn(statistics, "items_failed");
    const auto black = numberIn(statistics, "black_frames");
    if (failed == 0 && black == 0 && numberIn(statistics, "items_played") > 0) {
        return "";
    }
    return fmt::format("{} failed, {} black pictures; the player's log says why", failed, black);
}

// Why a film that was played is not as it should be; empty when it is.
std::string complaint(const json::Value& item, double wanted)
{
    const auto remark = textIn(item, "remark");
    if (!remark.empty()) {
        return "not decoded in hardware: " + remark;
    }
    if (isHardware(textIn(item, "decoder")) && textIn(item, "memory") != "zero_copy") {
        return "its pictures are copied on their way to the display";
    }
    if (fpsOf(item) < kEnough * wanted) {
        return fmt::format("{} were wanted; the machine is too slow for it", wanted);
    }
    return "";
}

// As `jtv-player decoders` and `jtv-player testfilm` call them.
const std::map<std::string_view, std::string_view> kCodecs{
    {"H.264", "h264"}, {"HEVC", "hevc"}, {"VP8", "vp8"}};

// Codec, element, kind, largest; what is missing is empty.
std::array<std::string, 4> fieldsOf(const std::string& line)
{
    std::array<std::string, 4> fields;
    std::istringstream text(line);
    for (auto& field : fields) {
        std::getline(text, field, '\t');
    }
    return fields;
}

std::string proofText(const std::optional<SharedBuffer>& proof)
{
    return proof ? fmt::format(
                       ", made by {} and read by {}",
                       proof->exporter,
                       fmt::join(proof->readers, ", "))
                 : "";
}

} // namespace

std::string nameOf(const Film& film)
{
    return fmt::format("{} {}x{} at {}", film.codec, film.width, film.height, film.fps);
}

std::vector<Film> filmsFor(std::string_view decoders)
{
    std::vector<Film> films;
    std::istringstream lines{std::string(decoders)};
    for (std::string line; std::getline(lines, line);) {
        const auto fields = fieldsOf(line);
        const auto known = kCodecs.find(fields.at(0));
        if (known == kCodecs.end() || fields.at(1) == "-") {
            continue;
        }
        const std::string codec(known->second);
        films.push_back({codec, 1920, 1080, 30});
        if (codec == "h264") {
            films.push_back({codec, 1920, 1080, 60});
        }
        if (fields.at(3).starts_with("3840x2160@")) {
            films.push_back({codec, 3840, 2160, fields.at(3).ends_with("60") ? 60 : 30});
        }
    }
    return films;
}

// "00368640\t00000000\t00080007\t00000005\tvideobuf2_vmalloc\t00000012\t<none>", and below
// "Attached Devices:" a line each, closed by "Total 1 devices attached".
std::vector<SharedBuffer> readBufferList(std::string_view bufinfo)
{
    std::vector<SharedBuffer> buffers;
    std::istringstream lines{std::string(bufinfo)};
    bool devices = false;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<std::string> fields{
            std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
        const auto isSize = [](const std::string& word) {
            std::uint64_t value = 0;
            const auto* end = word.data() + word.size();
            return std::from_chars(word.data(), end, value).ptr == end;
        };
        if (fields.size() >= 5 && isSize(fields[0])) {
            buffers.push_back({fields[4], {}, fields.size() > 5 ? fields[5] : std::string()});
            devices = false;
        } else if (fields.size() == 2 && fields[0] == "Attached") {
            devices = true;
        } else if (fields.empty() || fields[0] == "Total") {
            devices = false;
        } else if (devices && !buffers.empty()) {
            buffers.back().readers.push_back(fields[0]);
        }
    }
    return buffers;
}

std::optional<SharedBuffer>
zeroCopyIn(const std::vector<SharedBuffer>& buffers, const std::vector<SharedBuffer>& before)
{
    const auto wasThere = [&](const SharedBuffer& one) {
        return !one.inode.empty() &&
               std::any_of(before.begin(), before.end(), [&](const SharedBuffer& earlier) {
                   return earlier.inode == one.inode;
               });
    };
    // Drivers of decoders: the kernel's video buffers, and what its media heaps lend them.
    const auto found = std::find_if(buffers.begin(), buffers.end(), [&](const SharedBuffer& one) {
        return one.exporter.starts_with("videobuf2") && !one.readers.empty() && !wasThere(one);
    });
    return found == buffers.end() ? std::nullopt : std::optional(*found);
}

Finding judgeFilm(
    const std::string& name,
    const json::Value& statistics,
    int fps,
    const std::optional<SharedBuffer>& proof)
{
    const auto items = statistics.find("items");
    if (const auto text = mistakes(statistics);
        !text.empty() || items == statistics.end() || !items->is_array() || items->empty()) {
        return {State::kFault, "film", fmt::format("{}: {}", name, text)};
    }
    const json::Value& item = items->front();
    const auto decoder = textIn(item, "decoder");
    const auto said = complaint(item, fps);
    Finding finding{
        said.empty() ? State::kGood : State::kWarning,
        "film",
        fmt::format(
            "{}: {}, {} {}{}, {:.1f} pictures a second, {} late{}{}",
            name,
            decoder,
            textIn(item, "path"),
            textIn(item, "memory") == "zero_copy" ? "without a copy" : "with a copy",
            proofText(proof),
            fpsOf(item),
            numberIn(statistics, "frames_late"),
            said.empty() ? "" : "; ",
            said)};
    finding.figures = {
        {"film", name},
        {"decoder", decoder},
        {"path", textIn(item, "path")},
        {"memory", textIn(item, "memory")},
        {"plane", numberIn(item, "plane")},
        {"presented_fps", fpsOf(item)},
        {"frames_expected", numberIn(item, "frames_expected")},
        {"frames_presented", numberIn(item, "frames_presented")},
        {"frames_late", numberIn(statistics, "frames_late")},
        {"frames_dropped", numberIn(statistics, "frames_dropped")}};
    if (proof) {
        finding.figures["exporter"] = proof->exporter;
        finding.figures["readers"] = proof->readers;
    }
    return finding;
}

Finding judgeSequence(const std::string& name, const json::Value& statistics)
{
    std::set<std::string> decoders;
    if (const auto items = statistics.find("items"); items != statistics.end()) {
        for (const auto& item : *items) {
            decoders.insert(textIn(item, "decoder"));
        }
    }
    const auto said = mistakes(statistics);
    const auto left = numberIn(statistics, "decoder_flushes") +
                      numberIn(statistics, "decoder_rebuilds") +
                      numberIn(statistics, "decoder_fallbacks");
    const auto* stalls = left == 0 ? "" : "; decoders stalled, see the player's log";
    Finding finding{
        !said.empty() ? State::kFault
        : left > 0    ? State::kWarning
                      : State::kGood,
        "sequence",
        fmt::format(
            "{}: {} items played by {}, {} begun late{}{}{}",
            name,
            numberIn(statistics, "items_played"),
            fmt::join(decoders, ", "),
            numberIn(statistics, "late_starts"),
            stalls,
            said.empty() ? "" : "; ",
            said)};
    finding.figures = {
        {"sequence", name},
        {"items_played", numberIn(statistics, "items_played")},
        {"items_failed", numberIn(statistics, "items_failed")},
        {"black_frames", numberIn(statistics, "black_frames")},
        {"late_starts", numberIn(statistics, "late_starts")},
        {"decoder_flushes", numberIn(statistics, "decoder_flushes")},
        {"decoder_rebuilds", numberIn(statistics, "decoder_rebuilds")},
        {"decoder_fallbacks", numberIn(statistics, "decoder_fallbacks")},
        {"peak_rss_kb", numberIn(statistics, "peak_rss_kb")}};
    return finding;
}

} // namespace jtv::app

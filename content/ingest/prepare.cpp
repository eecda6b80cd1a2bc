// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Looks, decides, acts; what is finished is moved into the output directory by one rename each.
#include "content/ingest/prepare.h"

#include "base/c_handle.h"
#include "base/crypto/crypto.h"
#include "base/file.h"
#include "content/ingest/inspect.h"
#include "content/ingest/light.h"
#include "content/ingest/loudness.h"
#include "content/ingest/scan.h"
#include "content/ingest/scrub.h"
#include "content/ingest/stills.h"
#include "content/picture/picture.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace jtv::ingest {
namespace fs = std::filesystem;
namespace {

constexpr int kJpegQuality = 92;
constexpr int kStillQuality = 85;
constexpr double kWhole = 0.9; // part of a film's told length that must be there

// Removes the working directory unless somebody else keeps it.
class Workshop {
public:
    static Result<Workshop> open(const Upload& upload)
    {
        const bool own = upload.work.empty();
        auto path = own ? upload.output / ".preparing" : upload.work;
        if (auto made = makeDirectory(path, 0700); !made) {
            return std::move(made).error();
        }
        UniqueFd lock(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!lock || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
            return Error{
                ErrorKind::kUnavailable,
                "another job prepares into this folder; wait for it or name another folder"};
        }
        return Workshop(std::move(path), std::move(lock), own);
    }
    Workshop(Workshop&& other) noexcept
        : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)), own_(other.own_)
    {}
    Workshop& operator=(Workshop&&) = delete;
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop()
    {
        if (own_ && !path_.empty()) {
            std::error_code ignored;
            fs::remove_all(path_, ignored);
        }
    }

    const fs::path& path() const { return path_; }

    // A directory for one recipe of one upload; what another left behind goes.
    Result<fs::path> roomFor(const std::string& name) const
    {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(path_, ignored)) {
            if (entry.path().filename() != name) {
                fs::remove_all(entry.path(), ignored);
            }
        }
        auto room = path_ / name;
        auto made = makeDirectory(room, 0700);
        return made ? Result<fs::path>(room) : Result<fs::path>(std::move(made).error());
    }

private:
    Workshop(fs::path path, UniqueFd lock, bool own)
        : path_(std::move(path)), lock_(std::move(lock)), own_(own)
    {}

    fs::path path_;
    UniqueFd lock_;
    bool own_;
};

std::string endingOf(std::string_view container)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 7> kEndings{
        {{"mp4", ".mp4"},
         {"mov", ".mov"},
         {"matroska", ".mkv"},
         {"webm", ".webm"},
         {"jpeg", ".jpg"},
         {"png", ".png"},
         {"webp", ".webp"}}};
    for (const auto& [name, ending] : kEndings) {
        if (name == container) {
            return ending;
        }
    }
    return "";
}

Status copyTo(const fs::path& from, const fs::path& to)
{
    std::error_code fault;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, fault);
    if (fault) {
        return fileError(fault.value(), "copying to", to);
    }
    fs::permissions(to, fs::perms(0644), fault);
    return Done{};
}

Status syncFile(const fs::path& file)
{
    const UniqueFd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return fd && ::fsync(fd.get()) == 0 ? Status(Done{})
                                        : Status(fileError(errno, "writing", file));
}

// Gives a finished file of the workshop its name in the output directory.
Status publish(const fs::path& file, const Upload& upload, Prepared& prepared)
{
    auto hash = crypto::sha256HexOfFile(file);
    if (!hash) {
        return std::move(hash).error();
    }
    if (auto synced = syncFile(file); !synced) {
        return synced;
    }
    std::error_code fault;
    prepared.sha256 = *hash;
    prepared.size = fs::file_size(file, fault);
    prepared.file = upload.output / (*hash + endingOf(prepared.facts.container));
    fs::rename(file, prepared.file, fault);
    if (fault == std::errc::cross_device_link) {
        return copyTo(file, prepared.file);
    }
    return fault ? Status(fileError(fault.value(), "writing", prepared.file)) : Status(Done{});
}

Status addStills(const Upload& upload, Prepared& prepared, const Cancelled& cancelled)
{
    auto poster = posterOf(prepared.file, *prepared.facts.duration, cancelled);
    if (!poster) {
        return std::move(poster).error();
    }
    const auto write = [&](const Pixels& pixels, const char* ending, fs::path& path) -> Status {
        auto bytes = picture::encodeJpeg(pixels, kStillQuality);
        path = upload.output / (prepared.sha256 + ending);
        return bytes ? replaceFile(path, *bytes) : Status(std::move(bytes).error());
    };
    auto large = write(*poster, ".poster.jpg", prepared.poster);
    auto small = write(shrunk(*poster, kThumbnailWidth), ".thumbnail.jpg", prepared.thumbnail);
    return large ? std::move(small) : std::move(large);
}

// A container tells a length that its pictures do not reach when the upload broke off.
Status checkWhole(const model::MediaFacts& facts, const Scanned& scanned)
{
    if (!facts.duration || std::chrono::duration<double>(scanned.length) >=
                               kWhole * std::chrono::duration<double>(*facts.duration)) {
        return Done{};
    }
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "the video is not complete: {} of {} seconds are there; copy it anew and upload that",
            std::chrono::duration_cast<std::chrono::seconds>(scanned.length).count(),
            std::chrono::duration_cast<std::chrono::seconds>(*facts.duration).count())};
}

// Everything that makes two renditions of one upload different.
std::string roomName(const Upload& upload, const Recipe& recipe, const std::string& sha256)
{
    return crypto::sha256Hex(fmt::format(
                                 "1 {} {} {} {}x{} {}x{} {} {} {}/{} {} {} {}",
                                 sha256,
                                 static_cast<int>(recipe.codec),
                                 recipe.level,
                                 recipe.picture.width,
                                 recipe.picture.height,
                                 recipe.canvas.width,
                                 recipe.canvas.height,
                                 static_cast<int>(recipe.surround),
                                 recipe.rotation,
                                 recipe.rate.numerator,
                                 recipe.rate.denominator,
                                 recipe.deinterlace,
                                 upload.encoder.preset,
                                 upload.encoder.quality))
        .substr(0, 16);
}

Status encode(
    const Upload& upload,
    const Workshop& workshop,
    FilmJob job,
    Prepared& prepared,
    const Progress& progress,
    const Cancelled& cancelled)
{
    const auto hash = crypto::sha256HexOfFile(upload.file);
    if (!hash) {
        return hash.error();
    }
    auto room = workshop.roomFor(roomName(upload, job.recipe, *hash));
    if (!room) {
        return std::move(room).error();
    }
    job.work = *room;
    auto film = makeFilm(job, progress, cancelled);
    if (!film) {
        return std::move(film).error();
    }
    auto facts = inspect(film->file, upload.limits);
    if (!facts) {
        return std::move(facts).error();
    }
    prepared.facts = std::move(*facts);
    if (prepared.facts.audio) {
        prepared.facts.audio->loudnessLufs = film->loudness;
        prepared.facts.audio->silent = !film->loudness;
    }
    prepared.facts.flashes = film->flashes;
    prepared.steps = std::move(film->steps);
    return publish(film->file, upload, prepared);
}

// Place, names, cameras and titles go; the film's own bytes stay.
Status clean(const fs::path& file, Prepared& prepared)
{
    const UniqueFd fd(::open(file.c_str(), O_RDWR | O_CLOEXEC));
    if (!fd) {
        return fileError(errno, "writing", file);
    }
    const auto scrubbed = scrubFile(fd.get(), prepared.facts.container);
    if (!scrubbed) {
        return scrubbed.error();
    }
    prepared.action = *scrubbed ? "cleaned" : "copied";
    return Done{};
}

Status copy(
    const Upload& upload,
    const Workshop& workshop,
    Prepared& prepared,
    const Progress& progress,
    const Cancelled& cancelled)
{
    if (upload.wishes || upload.measure) {
        if (auto done = measure(upload.file, prepared.facts, progress, cancelled); !done) {
            return done;
        }
    }
    const auto part = workshop.path() / "copy";
    if (auto copied = copyTo(upload.file, part); !copied) {
        return copied;
    }
    if (auto cleaned = clean(part, prepared); !cleaned) {
        return cleaned;
    }
    return publish(part, upload, prepared);
}

Result<Prepared> prepareVideo(
    const Upload& upload,
    const model::MediaFacts& facts,
    const Progress& progress,
    const Cancelled& cancelled)
{
    auto workshop = Workshop::open(upload);
    if (!workshop) {
        return std::move(workshop).error();
    }
    auto scanned = scan(upload.file, cancelled);
    if (!scanned) {
        return std::move(scanned).error();
    }
    if (auto whole = checkWhole(facts, *scanned); !whole) {
        return std::move(whole).error();
    }
    Prepared prepared;
    prepared.facts = facts;
    Decision decision;
    if (upload.wishes) {
        decision = decide(facts, scanned->pictures, *upload.wishes);
    }
    prepared.reasons = decision.reasons;
    prepared.action = decision.reasons.empty() ? "copied" : "encoded";
    auto done = decision.reasons.empty() ? copy(upload, *workshop, prepared, progress, cancelled)
                                         : encode(
                                               upload,
                                               *workshop,
                                               {upload.file,
                                                {},
                                                facts,
                                                scanned->pictures,
                                                scanned->origin,
                                                decision.recipe,
                                                upload.encoder},
                                               prepared,
                                               progress,
                                               cancelled);
    if (done && upload.wishes) {
        done = addStills(upload, prepared, cancelled);
    }
    if (!done) {
        std::error_code ignored;
        for (const auto& file : {prepared.file, prepared.poster, prepared.thumbnail}) {
            fs::remove(file, ignored);
        }
        return std::move(done).error();
    }
    return prepared;
}

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t alpha = 3; alpha < pixels.bgra.size(); alpha += 4) {
        if (pixels.bgra[alpha] != 0xff) {
            return false;
        }
    }
    return true;
}

Result<Prepared> preparePicture(const Upload& upload, const model::MediaFacts& facts)
{
    const auto pixels = decodePicture(upload.file, upload.limits);
    if (!pixels) {
        return pixels.error();
    }
    // Photographs stay JPEG; what has sharp edges or see-through parts becomes PNG.
    const auto& from = facts.container;
    const bool sharp = from == "png" || from == "gif" || from == "svg" || from == "pdf";
    const bool photograph = !sharp && isOpaque(*pixels);
    const auto written =
        photograph ? picture::encodeJpeg(*pixels, kJpegQuality) : picture::encodePng(*pixels);
    if (!written) {
        return written.error();
    }
    Prepared prepared;
    prepared.facts = pictureFacts(photograph ? "jpeg" : "png", pixels->width, pixels->height);
    prepared.facts.moves = facts.moves;
    prepared.sha256 = crypto::sha256Hex(*written);
    prepared.size = written->size();
    prepared.action = "encoded";
    prepared.file = upload.output / (prepared.sha256 + endingOf(prepared.facts.container));
    if (auto status = replaceFile(prepared.file, *written); !status) {
        return std::move(status).error();
    }
    return prepared;
}

} // namespace

Result<Prepared> prepare(const Upload& upload, const Progress& progress, const Cancelled& cancelled)
{
    auto facts = inspect(upload.file, upload.limits);
    if (!facts) {
        return std::move(facts).error();
    }
    return facts->kind == model::FileKind::kImage
               ? preparePicture(upload, *facts)
               : prepareVideo(upload, *facts, progress, cancelled);
}

Status measure(
    const fs::path& file,
    model::MediaFacts& facts,
    const Progress& progress,
    const Cancelled& cancelled)
{
    const auto all = std::chrono::duration<double>(facts.duration.value_or(Milliseconds{1}));
    const auto told = [&](std::string_view step) {
        return [&, step](Nanoseconds at) {
            progress(step, std::min(1.0, std::chrono::duration<double>(at) / all));
        };
    };
    if (facts.audio) {
        const auto loudness = measureLoudness(file, cancelled, told("loudness"));
        if (!loudness) {
            return loudness.error();
        }
        facts.audio->silent = !*loudness;
        if (*loudness) {
            facts.audio->loudnessLufs = (*loudness)->integrated;
        }
    }
    const auto flashes = measureFlashes(file, cancelled, told("flashes"));
    if (!flashes) {
        return flashes.error();
    }
    facts.flashes = *flashes;
    return Done{};
}

json::Value toJson(const Prepared& prepared)
{
    json::Value object{
        {"file", prepared.file.string()},
        {"sha256", prepared.sha256},
        {"size", prepared.size},
        {"action", prepared.action},
        {"reasons", prepared.reasons}};
    if (!prepared.poster.empty()) {
        object["poster"] = prepared.poster.string();
        object["thumbnail"] = prepared.thumbnail.string();
    }
    for (const auto& [step, took] : prepared.steps) {
        object["steps"][step] = took.count();
    }
    object.update(toJson(prepared.facts));
    return object;
}

} // namespace jtv::ingest

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The decoded pictures are asked for one by one; each fills the places of the constant rate until
// the next one begins.
#include "content/ingest/film.h"

#include "content/ingest/encoder.h"
#include "content/ingest/light.h"
#include "content/ingest/loudness.h"
#include "content/ingest/mux.h"
#include "content/ingest/pictures.h"
#include "content/ingest/shaper.h"

#include <gst/video/video.h>

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace jtv::ingest {
namespace {

double part(std::int64_t done, std::int64_t all)
{
    return all <= 0 ? 1 : std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
}

class Stopwatch {
public:
    explicit Stopwatch(Film& film) : film_(film) {}

    void note(const char* step)
    {
        const auto now = std::chrono::steady_clock::now();
        film_.steps.emplace_back(step, std::chrono::duration_cast<Milliseconds>(now - since_));
        since_ = now;
    }

private:
    Film& film_;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

// Decoded pictures in, pictures of the rendition out, at a constant rate.
class Line {
public:
    Line(const FilmJob& job, Encoder& encoder, std::int64_t first)
        : job_(job), encoder_(encoder), next_(first)
    {}

    // The picture before ends where this one begins.
    Status take(const DecodedPicture& picture, const Cancelled& cancelled)
    {
        const auto place = pictureAt(picture.time() - job_.origin, job_.recipe.rate);
        if (auto filled = fillUntil(place, cancelled); !filled) {
            return filled;
        }
        return keep(picture);
    }

    Status finish(const Cancelled& cancelled)
    {
        const auto end = pictureAt(job_.timing.end, job_.recipe.rate);
        return fillUntil(std::max(end, next_ == 0 ? 1 : next_), cancelled);
    }

    std::int64_t next() const { return next_; }

private:
    Status fillUntil(std::int64_t place, const Cancelled& cancelled)
    {
        while (next_ < place && shown_) {
            // The same memory, with a time of its own.
            Buffer copy(gst_buffer_copy(shown_.get()));
            if (auto pushed = encoder_.push(std::move(copy), next_, cancelled); !pushed) {
                return pushed;
            }
            ++next_;
        }
        return Done{};
    }

    Status keep(const DecodedPicture& picture)
    {
        if (!shaper_ || picture.format() != format_) {
            format_ = picture.format();
            auto told = format_;
            told.colours.fullRange = told.colours.fullRange || job_.facts.video->fullRange;
            auto made = Shaper::make(told, job_.recipe);
            if (!made) {
                return std::move(made).error();
            }
            shaper_.emplace(std::move(*made));
        }
        if (shaper_->isIdentity()) {
            shown_.reset(gst_buffer_ref(picture.buffer()));
            return Done{};
        }
        shown_ = makeCanvas(job_.recipe.canvas);
        GstMapInfo map;
        if (gst_buffer_map(shown_.get(), &map, GST_MAP_WRITE) == 0) {
            return Error{ErrorKind::kInternal, "no memory left for a picture; try again"};
        }
        auto shaped = shaper_->shape(picture.planes(), map.data);
        gst_buffer_unmap(shown_.get(), &map);
        return shaped;
    }

    const FilmJob& job_;
    Encoder& encoder_;
    std::optional<Shaper> shaper_;
    PictureFormat format_;
    Buffer shown_; // since the last picture that was taken
    std::int64_t next_;
};

Status encodePictures(
    const FilmJob& job, Journal& journal, const Progress& progress, const Cancelled& cancelled)
{
    const auto all = pictureAt(job.timing.end, job.recipe.rate);
    const auto first = journal.pictures();
    if (first >= all && first > 0) {
        return Done{};
    }
    auto pictures = Pictures::open(job.file, job.recipe.deinterlace, cancelled);
    if (!pictures) {
        return std::move(pictures).error();
    }
    auto encoder = Encoder::make(job.recipe, job.encoder, journal);
    if (!encoder) {
        return std::move(encoder).error();
    }
    if (first > 0) {
        pictures->seek(timeOf(first, job.recipe.rate) + job.origin);
    }
    Line line(job, *encoder, first);
    while (true) {
        auto picture = pictures->next(cancelled);
        if (!picture) {
            return std::move(picture).error();
        }
        if (*picture == nullptr) {
            break;
        }
        if (auto taken = line.take(**picture, cancelled); !taken) {
            return taken;
        }
        progress("encode", part(line.next(), all));
    }
    if (auto filled = line.finish(cancelled); !filled) {
        return filled;
    }
    return encoder->finish(cancelled);
}

// Decodes what was written and counts its pictures and its flashes.
Status
verify(Film& film, const Recipe& recipe, const Progress& progress, const Cancelled& cancelled)
{
    auto pictures = Pictures::open(film.file, false, cancelled);
    if (!pictures) {
        return std::move(pictures).error();
    }
    FlashCounter flashes;
    std::int64_t count = 0;
    while (true) {
        auto picture = pictures->next(cancelled);
        if (!picture) {
            return std::move(picture).error();
        }
        if (*picture == nullptr) {
            break;
        }
        if (**picture) {
            flashes.see(lightOf((*picture)->format(), (*picture)->planes()), (*picture)->time());
        }
        const auto place = pictureAt((*picture)->time(), recipe.rate);
        if (place != count || (*picture)->format().size != recipe.canvas) {
            return Error{
                ErrorKind::kInternal,
                fmt::format(
                    "picture {} of the new film is not what was encoded; try again", count)};
        }
        progress("verify", part(++count, film.pictures));
    }
    film.flashes = flashes.worst();
    return count == film.pictures
               ? Status(Done{})
               : Status(Error{
                     ErrorKind::kInternal,
                     fmt::format(
                         "the new film has {} pictures in place of {}; try again",
                         count,
                         film.pictures)});
}

} // namespace

Result<Film> makeFilm(const FilmJob& job, const Progress& progress, const Cancelled& cancelled)
{
    Film film;
    film.file = job.work / "film.mp4";
    Stopwatch watch(film);
    std::optional<Loudness> loudness;
    if (job.facts.audio) {
        auto measured = measureLoudness(job.file, cancelled, [&](Nanoseconds heard) {
            progress("loudness", part(heard.count(), job.timing.end.count()));
        });
        if (!measured) {
            return std::move(measured).error();
        }
        loudness = *measured;
        watch.note("loudness");
    }
    auto journal = Journal::open(job.work / "pictures");
    if (!journal) {
        return std::move(journal).error();
    }
    if (auto encoded = encodePictures(job, *journal, progress, cancelled); !encoded) {
        return std::move(encoded).error();
    }
    film.pictures = journal->pictures();
    watch.note("encode");
    Mux mux{*journal, timeOf(1, job.recipe.rate), job.origin, job.file, {}, film.file, job.work};
    if (job.facts.audio) {
        mux.gain = loudness ? loudness->gain() : 0;
    }
    if (auto written = writeFilm(mux, cancelled); !written) {
        return std::move(written).error();
    }
    watch.note("write");
    if (auto good = verify(film, job.recipe, progress, cancelled); !good) {
        return std::move(good).error();
    }
    watch.note("verify");
    if (loudness) {
        film.loudness = loudness->integrated + loudness->gain();
    }
    return film;
}

} // namespace jtv::ingest

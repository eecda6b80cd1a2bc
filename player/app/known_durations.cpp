// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Listed, read or probed.
#include "player/app/known_durations.h"

#include "base/file.h"
#include "base/json/json.h"
#include "content/xml/slide.h"
#include "player/app/log.h"
#include "player/media/probe.h"
#include "player/media/video.h"

#include <cmath>
#include <fmt/format.h>

namespace jtv::app {
namespace {

constexpr double kLongest = 1e12; // ms

Result<std::map<std::string, Milliseconds>> durationsFrom(const json::Value& object)
{
    std::map<std::string, Milliseconds> listed;
    if (!object.is_object()) {
        return Error{
            ErrorKind::kInvalid,
            "the file must hold one object such as {\"clip.mp4\": 12000}, in milliseconds"};
    }
    for (const auto& [source, value] : object.items()) {
        const double time = value.is_number() ? value.get<double>() : -1;
        if (!(time >= 0 && time <= kLongest)) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("the duration of \"{}\" must be a number of milliseconds", source)};
        }
        listed[source] = Milliseconds(std::llround(time));
    }
    return listed;
}

} // namespace

Status KnownDurations::load(const std::filesystem::path& file)
{
    const auto text = readFile(file, std::size_t{16} << 20U);
    if (!text) {
        return text.error();
    }
    const auto object = json::parse(*text, text->size());
    auto listed = object ? durationsFrom(*object)
                         : Result<std::map<std::string, Milliseconds>>(object.error());
    if (!listed) {
        return std::move(listed).error().within("reading " + file.string());
    }
    listed_ = *std::move(listed);
    return Done{};
}

timeline::Intrinsic KnownDurations::of(const model::Media& media)
{
    if (listed_) {
        for (const auto& name : {media.source, media.written}) {
            if (const auto found = listed_->find(name); found != listed_->end()) {
                return {found->second, {}};
            }
        }
    }
    switch (media.kind) {
    case model::MediaKind::kSlide:
        return ofSlide(media);
    case model::MediaKind::kImage:
    case model::MediaKind::kBrush:
    case model::MediaKind::kText:
        return {};
    case model::MediaKind::kVideo:
    case model::MediaKind::kAudio:
        break;
    }
    return listed_ ? timeline::Intrinsic() : byProbing(media);
}

timeline::Intrinsic KnownDurations::ofSlide(const model::Media& media)
{
    const auto path = folder_ / media.source;
    const auto bytes = readFile(path, xml::kMaxSlideBytes);
    if (!bytes) {
        return fail(media, bytes.error().message);
    }
    const auto slide = xml::readSlide(*bytes, path.string());
    if (!slide) {
        return fail(media, slide.error().message);
    }
    timeline::Intrinsic known;
    for (auto& round : model::languageRounds(*slide, order_, languages_)) {
        auto& turns = known.rounds.emplace_back();
        for (auto& turn : round) {
            turns.push_back({std::move(turn.language), turn.duration});
        }
    }
    return known;
}

timeline::Intrinsic KnownDurations::byProbing(const model::Media& media)
{
    if (!started_) {
        media::start();
        started_ = true;
    }
    const auto probed = media::probe(folder_ / media.source);
    if (!probed) {
        return fail(media, probed.error().message);
    }
    return {probed->duration, {}};
}

// With a list the media need not be there at all.
timeline::Intrinsic KnownDurations::fail(const model::Media& media, const std::string& reason)
{
    if (!listed_) {
        kTimelineLog.warning("{} is left out: {}", media.source, reason);
        failed_.insert(&media);
    }
    return {};
}

} // namespace jtv::app

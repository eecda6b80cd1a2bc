// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <textstream> becomes a parameter of the videos beside it.
#include "content/xml/smil_captions.h"

#include "base/ascii.h"
#include "content/xml/smil_condition.h"
#include "content/xml/words.h"

#include <filesystem>

namespace jtv::xml {
namespace {

std::vector<model::Media*> videosIn(model::Container& container)
{
    std::vector<model::Media*> videos;
    for (auto& child : container.children) {
        if (auto* media = std::get_if<model::Media>(&child.body)) {
            if (media->kind == model::MediaKind::kVideo) {
                videos.push_back(media);
            }
            continue;
        }
        auto& inner = std::get<model::Container>(child.body);
        if (inner.kind == model::Container::Kind::kSwitch) {
            const auto alternatives = videosIn(inner);
            videos.insert(videos.end(), alternatives.begin(), alternatives.end());
        }
    }
    return videos;
}

std::vector<std::string> languagesOf(const Element& track, const model::Condition& condition)
{
    if (condition.languages) {
        return *condition.languages;
    }
    const auto written = track.attribute("lang", kXmlNamespace);
    return written ? std::vector{*written} : std::vector<std::string>();
}

} // namespace

bool isCaptionTrack(const Element& element)
{
    if (element.name() == "textstream") {
        return true;
    }
    const auto source = element.attribute("src").value_or("");
    const auto ending = lowered(std::filesystem::path(source).extension().string());
    return isOneOf(element.name(), {"text", "ref"}) && isOneOf(ending, {".vtt", ".srt", ".ass"});
}

void CaptionTracks::read(const Element& track, const model::StateData& data, SmilRemarks& remarks)
{
    const auto condition = readCondition(track, data, remarks);
    const auto source = track.attribute("src").value_or("");
    if (source.empty()) {
        remarks.error(track, "the captions have no src and are not shown; write one");
        return;
    }
    // systemCaptions="off" is for screens that show none; what no screen of ours meets never plays.
    if (!condition || condition->captions == false || !condition->others.empty()) {
        return;
    }
    for (const auto* name : {"region", "begin", "end", "dur"}) {
        if (track.attribute(name)) {
            remarks.warning(
                track,
                std::string(name) +
                    " of captions has no effect: they are shown over their video, in its time");
        }
    }
    Track made{track, {}};
    for (const auto& language : languagesOf(track, *condition)) {
        made.params.push_back({"captions-" + language, source});
    }
    if (made.params.empty()) {
        made.params.push_back({"captions", source});
    }
    waiting_.push_back(std::move(made));
}

void CaptionTracks::giveTo(model::Container& par, std::size_t from, SmilRemarks& remarks)
{
    const auto videos = videosIn(par);
    if (videos.empty()) {
        return drop(from, remarks);
    }
    for (std::size_t i = from; i < waiting_.size(); ++i) {
        const auto& params = waiting_[i].params;
        for (auto* video : videos) {
            video->params.insert(video->params.end(), params.begin(), params.end());
        }
    }
    while (waiting_.size() > from) {
        waiting_.pop_back();
    }
}

void CaptionTracks::drop(std::size_t from, SmilRemarks& remarks)
{
    while (waiting_.size() > from) {
        remarks.error(
            waiting_.back().element,
            "the captions are not shown: there is no video beside them; put both into one par");
        waiting_.pop_back();
    }
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The words of slide XML and what they mean, for its reader and its writer.
#pragma once

#include "content/model/slide.h"
#include "content/xml/document.h"

#include <string_view>

namespace jtv::xml {

inline const Words<model::SlideTemplate> kTemplateWords{
    {"title-text", model::SlideTemplate::kTitleText},
    {"steps", model::SlideTemplate::kSteps},
    {"notice", model::SlideTemplate::kNotice},
    {"qr", model::SlideTemplate::kQr},
    {"picture-text", model::SlideTemplate::kPictureText},
    {"opening-hours", model::SlideTemplate::kHours},
    {"contact", model::SlideTemplate::kContact},
    {"counter-map", model::SlideTemplate::kMap},
    {"picture", model::SlideTemplate::kPicture},
    {"side-by-side", model::SlideTemplate::kSideBySide}};

inline const Words<model::SlideIcon> kIconWords{
    {"none", model::SlideIcon::kNone},
    {"clock", model::SlideIcon::kClock},
    {"document", model::SlideIcon::kDocument},
    {"calendar", model::SlideIcon::kCalendar},
    {"phone", model::SlideIcon::kPhone},
    {"speech", model::SlideIcon::kSpeech},
    {"info", model::SlideIcon::kInfo},
    {"upload", model::SlideIcon::kUpload},
    {"house", model::SlideIcon::kHouse},
    {"person", model::SlideIcon::kPerson},
    {"quiet", model::SlideIcon::kQuiet}};

inline const Words<model::TextState> kStateWords{
    {"ready", model::TextState::kReady},
    {"outdated", model::TextState::kOutdated},
    {"missing", model::TextState::kMissing}};

inline const Words<model::WhenOutdated> kOutdatedWords{
    {"show", model::WhenOutdated::kShow},
    {"skip", model::WhenOutdated::kSkip},
    {"main", model::WhenOutdated::kMain}};

inline const Words<model::SignVideo::Placement> kPlacementWords{
    {"inset", model::SignVideo::Placement::kInset}, {"whole", model::SignVideo::Placement::kWhole}};

inline const Words<model::FloorPlan::Kind> kPlaceWords{
    {"room", model::FloorPlan::Kind::kRoom},
    {"counter", model::FloorPlan::Kind::kCounter},
    {"goal", model::FloorPlan::Kind::kGoal},
    {"here", model::FloorPlan::Kind::kHere},
    {"entrance", model::FloorPlan::Kind::kEntrance},
    {"stairs", model::FloorPlan::Kind::kStairs},
    {"lift", model::FloorPlan::Kind::kLift},
    {"toilet", model::FloorPlan::Kind::kToilet}};

inline const Words<int> kDayWords{
    {"mo", 1}, {"tu", 2}, {"we", 3}, {"th", 4}, {"fr", 5}, {"sa", 6}, {"su", 7}};

inline const Words<bool> kYesNoWords{{"yes", true}, {"no", false}};

template <typename Meaning>
std::string_view wordFor(Words<Meaning> words, Meaning meaning)
{
    for (const auto& [word, means] : words) {
        if (means == meaning) {
            return word;
        }
    }
    return {};
}

} // namespace jtv::xml

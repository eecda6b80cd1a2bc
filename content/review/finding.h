// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a check before publishing has to say: where, why, and what to do, in German and in English.
#pragma once

#include "content/model/playlist.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::review {

enum class Severity {
    kAdvice,  // "advice": better, but a matter of taste
    kWarning, // "warning": visitors will have trouble
    kError,   // "error": must not be published like this
};
std::string_view nameOf(Severity severity);

enum class Rule {
    kLongSentence,
    kLongWord,
    kPassive,
    kNominalStyle,
    kAbbreviation,
    kJargon,
    kSpelling,
    kReadingTime,
    kContrast,
    kTextSize,
    kMissingTranslation,
    kOutdatedTranslation,
    kQrDistance,
    kPastDate,
    kPastAmount,
    kNoAnalogWay,
    kNoCaptions,
    kFastCaption,
    kShortCaption,
    kOverlappingCaptions,
    kNoHardwareDecoder,
    kLoudness,
    kFlashes,
    kReviewDue,
    kRights,
    kLanguageWait,
    kMovingPicture,
};
// "long-sentence", "passive", …: stable, for lists and settings.
std::string_view nameOf(Rule rule);

// One plain sentence with the reason and the fix.
struct Sentence {
    std::string german;
    std::string english;
};

struct Finding {
    model::SourcePlace place;
    Severity severity = Severity::kWarning;
    Rule rule = Rule::kLongSentence;
    Sentence text;
};

// In the order of file, line, rule, text, so that the same input gives the same list.
void sort(std::vector<Finding>& findings);

} // namespace jtv::review

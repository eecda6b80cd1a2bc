// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What is known of a video, and the time each caption stands.
#include "content/review/media_review.h"

#include "content/model/reading_speed.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jtv::review {
namespace {

Finding at(const std::string& file, Severity severity, Rule rule, Sentence text)
{
    return {{file, 1}, severity, rule, std::move(text)};
}

bool decodes(const model::BoardSupport& boards, std::string_view name)
{
    return (name == "pi3" && boards.pi3) || (name == "pi4" && boards.pi4) ||
           (name == "pi5" && boards.pi5) || (name == "vaapi" && boards.vaapi);
}

bool isBoard(std::string_view name)
{
    return name == "pi3" || name == "pi4" || name == "pi5" || name == "vaapi";
}

std::string timeText(Milliseconds time)
{
    const auto seconds = time.count() / 1000;
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

int charactersOf(const model::Caption& caption)
{
    int count = 0;
    for (const auto& line : caption.lines) {
        for (const auto& span : line) {
            count += model::charactersToRead(span.text);
        }
    }
    return count;
}

void hardware(
    const model::MediaFacts& facts,
    const std::string& file,
    const MediaReview& options,
    std::vector<Finding>& out)
{
    for (const auto& board : options.boards) {
        if (isBoard(board) && !decodes(facts.boards, board)) {
            out.push_back(at(
                file,
                Severity::kWarning,
                Rule::kNoHardwareDecoder,
                {fmt::format(
                     "{} spielt dieses Video nicht in Hardware ab ({}, {} x {}); lassen Sie es "
                     "umrechnen.",
                     board,
                     facts.video->codec,
                     facts.video->width,
                     facts.video->height),
                 fmt::format(
                     "{} does not decode this video in hardware ({}, {} x {}); have it prepared.",
                     board,
                     facts.video->codec,
                     facts.video->width,
                     facts.video->height)}));
        }
    }
}

void loudness(const model::MediaFacts& facts, const std::string& file, std::vector<Finding>& out)
{
    constexpr double kTarget = -23; // EBU R 128
    constexpr double kTolerance = 1;
    if (!facts.audio || !facts.audio->loudnessLufs ||
        std::abs(*facts.audio->loudnessLufs - kTarget) <= kTolerance) {
        return;
    }
    out.push_back(
        at(file,
           Severity::kWarning,
           Rule::kLoudness,
           {fmt::format(
                "Der Ton hat {:.1f} LUFS statt -23 (EBU R 128); lassen Sie das Video umrechnen.",
                *facts.audio->loudnessLufs),
            fmt::format(
                "The sound has {:.1f} LUFS and not -23 (EBU R 128); have the video prepared.",
                *facts.audio->loudnessLufs)}));
}

void missingCaptions(
    const model::MediaFacts& facts,
    const std::string& file,
    const MediaReview& options,
    std::vector<Finding>& out)
{
    if (!facts.audio || facts.audio->silent || !facts.captions.empty() || options.captionsBeside) {
        return;
    }
    out.push_back(
        at(file,
           Severity::kWarning,
           Rule::kNoCaptions,
           {"Das Video hat Ton, aber keine Untertitel, und im Wartebereich ist der Ton aus; legen "
            "Sie Untertitel dazu.",
            "The video has sound and no captions, and in a waiting room the sound is off; add "
            "captions."}));
}

void flashes(const model::MediaFacts& facts, const std::string& file, std::vector<Finding>& out)
{
    constexpr int kAllowed = 3; // WCAG 2.1, 2.3.1
    if (!facts.flashes || facts.flashes->most <= kAllowed) {
        return;
    }
    const auto [most, time] = *facts.flashes;
    out.push_back(
        at(file,
           Severity::kError,
           Rule::kFlashes,
           {fmt::format(
                "Bei {} blitzt das Bild {}-mal in einer Sekunde, mehr als 3-mal kann Anfälle "
                "auslösen (WCAG 2.3.1); schneiden Sie die Stelle heraus oder dämpfen Sie sie.",
                timeText(time),
                most),
            fmt::format(
                "At {} the picture flashes {} times in a second, more than 3 can cause seizures "
                "(WCAG 2.3.1); cut that part out or soften it.",
                timeText(time),
                most)}));
}

void tooFast(
    const model::Caption& caption, double most, const std::string& file, std::vector<Finding>& out)
{
    const double seconds =
        std::max(0.001, static_cast<double>((caption.end - caption.begin).count()) / 1000);
    const double speed = charactersOf(caption) / seconds;
    if (speed <= most) {
        return;
    }
    out.push_back(
        at(file,
           Severity::kWarning,
           Rule::kFastCaption,
           {fmt::format(
                "Der Untertitel bei {} hat {:.0f} Zeichen je Sekunde, mehr als {:.0f} liest man "
                "nicht; kürzen Sie ihn oder zeigen Sie ihn länger.",
                timeText(caption.begin),
                speed,
                most),
            fmt::format(
                "The caption at {} has {:.0f} characters a second, nobody reads more than {:.0f}; "
                "shorten it or show it longer.",
                timeText(caption.begin),
                speed,
                most)}));
}

void tooShort(const model::Caption& caption, const std::string& file, std::vector<Finding>& out)
{
    // The standards of ARD, ORF, SRF and ZDF for captions; the eye has to find them first.
    constexpr Milliseconds kShortest{1000};
    const auto shown = caption.end - caption.begin;
    if (shown >= kShortest || charactersOf(caption) == 0) {
        return;
    }
    out.push_back(
        at(file,
           Severity::kWarning,
           Rule::kShortCaption,
           {fmt::format(
                "Der Untertitel bei {} steht nur {} Millisekunden; zeigen Sie ihn mindestens eine "
                "Sekunde.",
                timeText(caption.begin),
                shown.count()),
            fmt::format(
                "The caption at {} stands for {} milliseconds only; show it for a second at "
                "least.",
                timeText(caption.begin),
                shown.count())}));
}

void overlapping(
    const model::Caption& before,
    const model::Caption& caption,
    const std::string& file,
    std::vector<Finding>& out)
{
    const bool together = caption.begin < before.end && before.begin < caption.begin;
    if (before.place != caption.place || !together) {
        return;
    }
    out.push_back(
        at(file,
           Severity::kWarning,
           Rule::kOverlappingCaptions,
           {fmt::format(
                "Die Untertitel bei {} und {} stehen übereinander; lassen Sie den ersten früher "
                "enden.",
                timeText(before.begin),
                timeText(caption.begin)),
            fmt::format(
                "The captions at {} and {} overlap; let the first end earlier.",
                timeText(before.begin),
                timeText(caption.begin))}));
}

} // namespace

std::vector<Finding>
reviewMedia(const model::MediaFacts& facts, const std::string& file, const MediaReview& options)
{
    std::vector<Finding> findings;
    if (facts.moves) {
        findings.push_back(
            at(file,
               Severity::kWarning,
               Rule::kMovingPicture,
               {"Das Bild bewegt sich, gezeigt wird nur sein erstes Bild; soll es sich bewegen, "
                "laden Sie es als Video (MP4) hoch.",
                "This picture moves, and only its first picture is shown; if it is to move, upload "
                "it as a video (MP4)."}));
    }
    if (facts.kind != model::FileKind::kVideo || !facts.video) {
        return findings;
    }
    missingCaptions(facts, file, options, findings);
    hardware(facts, file, options, findings);
    loudness(facts, file, findings);
    flashes(facts, file, findings);
    sort(findings);
    return findings;
}

std::vector<Finding> reviewCaptions(const model::CaptionTrack& track, const std::string& file)
{
    std::vector<Finding> findings;
    const double most = model::fastestCaption(track.language);
    const model::Caption* before = nullptr;
    for (const auto& caption : track.captions) {
        tooFast(caption, most, file, findings);
        tooShort(caption, file, findings);
        if (before != nullptr) {
            overlapping(*before, caption, file, findings);
        }
        before = &caption;
    }
    return findings;
}

} // namespace jtv::review

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One finding a language.
#include "content/review/wait_review.h"

#include <fmt/format.h>
#include <string>

namespace jtv::review {

std::optional<Finding> reviewWait(const model::LanguageWait& wait)
{
    if (wait.something && *wait.something <= model::kLongWait) {
        return std::nullopt;
    }
    const auto seconds = wait.something ? (wait.something->count() + 999) / 1000 : 0;
    Finding finding;
    finding.place.line = 1;
    finding.rule = Rule::kLanguageWait;
    if (!wait.something) {
        finding.text = {
            fmt::format(
                "Wer nur „{}“ liest, sieht hier nie etwas Lesbares; übersetzen Sie eine Folie.",
                wait.language),
            fmt::format(
                "Who reads \"{}\" only never sees anything readable here; translate a slide.",
                wait.language)};
        return finding;
    }
    finding.text = {
        fmt::format(
            "Wer nur „{}“ liest, wartet hier bis zu {} Sekunden auf etwas Lesbares; kürzen Sie die "
            "Filme, zeigen Sie weniger Sprachen oder übersetzen Sie mehr Folien.",
            wait.language,
            seconds),
        fmt::format(
            "Who reads \"{}\" only waits up to {} seconds for something readable here; shorten "
            "the films, show fewer languages or translate more slides.",
            wait.language,
            seconds)};
    return finding;
}

} // namespace jtv::review

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Names and order of findings.
#include "content/review/finding.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace jtv::review {

std::string_view nameOf(Severity severity)
{
    constexpr std::array<std::string_view, 3> kNames{"advice", "warning", "error"};
    return kNames.at(static_cast<std::size_t>(severity));
}

std::string_view nameOf(Rule rule)
{
    constexpr std::array<std::string_view, 27> kNames{
        "long-sentence",
        "long-word",
        "passive",
        "nominal-style",
        "abbreviation",
        "jargon",
        "spelling",
        "reading-time",
        "contrast",
        "text-size",
        "missing-translation",
        "outdated-translation",
        "qr-distance",
        "past-date",
        "past-amount",
        "no-analog-way",
        "no-captions",
        "fast-caption",
        "short-caption",
        "overlapping-captions",
        "no-hardware-decoder",
        "loudness",
        "flashes",
        "review-due",
        "rights",
        "language-wait",
        "moving-picture"};
    return kNames.at(static_cast<std::size_t>(rule));
}

void sort(std::vector<Finding>& findings)
{
    const auto key = [](const Finding& finding) {
        return std::tie(finding.place.file, finding.place.line, finding.rule, finding.text.german);
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return key(a) < key(b);
    });
}

} // namespace jtv::review

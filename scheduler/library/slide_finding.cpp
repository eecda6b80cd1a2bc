// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Findings put together, in order, and as JSON.
#include "scheduler/library/slide_finding.h"

#include "base/json/json.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jtv::library {
namespace {

bool isSame(const SlideFinding& a, const SlideFinding& b)
{
    return a.sha256 == b.sha256 && a.finding.rule == b.finding.rule &&
           a.finding.place.line == b.finding.place.line &&
           a.finding.text.german == b.finding.text.german;
}

} // namespace

bool haveErrors(const std::vector<SlideFinding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const SlideFinding& found) {
        return found.finding.severity == review::Severity::kError;
    });
}

void addNew(std::vector<SlideFinding>& findings, std::vector<SlideFinding> more)
{
    for (auto& one : more) {
        const bool again =
            std::any_of(findings.begin(), findings.end(), [&](const SlideFinding& before) {
                return isSame(before, one);
            });
        if (!again) {
            findings.push_back(std::move(one));
        }
    }
}

void sort(std::vector<SlideFinding>& findings)
{
    std::stable_sort(
        findings.begin(), findings.end(), [](const SlideFinding& a, const SlideFinding& b) {
            return std::tuple(
                       -static_cast<int>(a.finding.severity), a.slide, a.finding.place.line) <
                   std::tuple(-static_cast<int>(b.finding.severity), b.slide, b.finding.place.line);
        });
}

std::string toStored(const std::vector<review::Finding>& findings)
{
    auto values = json::Value::array();
    for (const auto& finding : findings) {
        values.push_back(
            {finding.place.line,
             static_cast<int>(finding.severity),
             static_cast<int>(finding.rule),
             finding.text.german,
             finding.text.english});
    }
    return json::write(values);
}

Result<std::vector<review::Finding>> fromStored(const std::string& text)
{
    const auto values = json::parse(text);
    if (!values) {
        return values.error();
    }
    std::vector<review::Finding> findings;
    for (const auto& value : *values) {
        review::Finding finding;
        finding.place.line = value.at(0).get<int>();
        finding.severity = static_cast<review::Severity>(value.at(1).get<int>());
        finding.rule = static_cast<review::Rule>(value.at(2).get<int>());
        finding.text = {value.at(3).get<std::string>(), value.at(4).get<std::string>()};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace jtv::library

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Deciding them.
#include "player/timeline/screen_tests.h"

#include <algorithm>

namespace jtv::timeline {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool serves(std::string_view have, std::string_view want)
{
    have = have.substr(0, have.find('-'));
    want = want.substr(0, want.find('-'));
    return std::equal(have.begin(), have.end(), want.begin(), want.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

bool meets(const model::Condition& condition, const ScreenFacts& screen)
{
    if (condition.languages && !screen.languages.empty()) {
        const bool spoken = std::any_of(
            screen.languages.begin(), screen.languages.end(), [&](const std::string& want) {
                return std::any_of(
                    condition.languages->begin(),
                    condition.languages->end(),
                    [&](const std::string& have) { return serves(have, want); });
            });
        if (!spoken) {
            return false;
        }
    }
    if (condition.captions && *condition.captions != screen.captions) {
        return false;
    }
    if (const auto& size = condition.screenSize) {
        if (screen.width < size->width || screen.height < size->height) {
            return false;
        }
    }
    return condition.others.empty(); // systemBitrate: what lies on the disk has enough
}

} // namespace jtv::timeline

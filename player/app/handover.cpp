// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Whether what is on the screen may play to its end before something else takes its place.
#include "player/app/handover.h"

#include <algorithm>

namespace jtv::app {

show::When handover(const model::Plan& plan, const Choice& choice, const OnScreen& shown)
{
    const bool urgent =
        choice.priority >= kEmergencyPriority && shown.priority < kEmergencyPriority;
    const bool withdrawn =
        std::any_of(shown.sources.begin(), shown.sources.end(), [&](const auto& item) {
            const auto hash = model::blobOf(item.second);
            return hash && model::findAsset(plan, *hash) == nullptr;
        });
    return urgent || withdrawn ? show::When::kAtOnce : show::When::kAtBoundary;
}

} // namespace jtv::app

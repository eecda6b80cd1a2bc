// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Moved, and cut off at the start.
#include "content/captions/excerpt.h"

#include <algorithm>

namespace jtv::captions {

std::vector<model::Caption> excerpt(std::vector<model::Caption> captions, Milliseconds start)
{
    std::erase_if(captions, [&](const model::Caption& caption) { return caption.end <= start; });
    for (auto& caption : captions) {
        caption.begin = std::max(caption.begin - start, Milliseconds(0));
        if (caption.end != Milliseconds::max()) {
            caption.end -= start;
        }
    }
    return captions;
}

} // namespace jtv::captions

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Words for what a playlist shows.
#include "content/model/playlist.h"

namespace jtv::model {

const char* wordOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::kVideo:
        return "video";
    case MediaKind::kSlide:
        return "slide";
    case MediaKind::kAudio:
        return "audio";
    case MediaKind::kBrush:
        return "brush";
    case MediaKind::kText:
        return "text";
    case MediaKind::kImage:
        break;
    }
    return "image";
}

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a playlist: read, stepped for a while, written and read again.
#include "content/xml/smil.h"
#include "player/timeline/timeline.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    auto read = xml::parseSmil(text, "fuzz.smil");
    if (!read) {
        return 0;
    }
    const auto written = xml::writeSmil(*read);
    const auto again = xml::parseSmil(written, "fuzz.smil");
    if (!again || xml::writeSmil(*again) != written) {
        std::abort();
    }
    auto timeline = timeline::Timeline::make(
        std::make_shared<const model::Playlist>(*std::move(read)), timeline::Options());
    if (!timeline) {
        return 0;
    }
    auto step = timeline->advance(Milliseconds(0));
    auto now = Milliseconds(0);
    for (int i = 0; i < 50 && !step.finished; ++i) {
        const auto& active = timeline->active();
        if (i % 7 == 5) {
            step = timeline->happened(i % 2 == 0 ? "key:a" : "trigger:a", now);
        } else if (!active.empty() && i % 3 == 0) {
            const auto how =
                i % 2 == 0 ? timeline::MediaEnd::kFinished : timeline::MediaEnd::kFailed;
            step = timeline->mediaEnded(active.front().id, how, now);
        } else if (step.next) {
            now = *step.next;
            step = timeline->advance(now);
        }
    }
    return 0;
}

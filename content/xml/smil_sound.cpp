// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Per cent and three words.
#include "content/xml/smil_sound.h"

#include "content/xml/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::xml {

std::optional<double> readSoundLevel(const Element& element, SmilRemarks& remarks)
{
    const auto text = element.attribute("soundLevel");
    if (!text) {
        return std::nullopt;
    }
    const auto length = parseLength(*text);
    if (!length || !length->percent || length->value < 0) {
        remarks.error(
            element,
            fmt::format(
                "soundLevel=\"{}\" is not known and it plays muted; write 0% to 100%", *text));
        return std::nullopt;
    }
    if (length->value > 100) {
        remarks.warning(element, fmt::format("soundLevel=\"{}\" is played as 100%", *text));
    }
    return std::min(length->value, 100.0) / 100;
}

std::optional<model::SoundAlign> readSoundAlign(const Element& element, SmilRemarks& remarks)
{
    const auto word = element.attribute("soundAlign");
    if (!word) {
        return std::nullopt;
    }
    if (*word == "left") {
        return model::SoundAlign::kLeft;
    }
    if (*word == "right") {
        return model::SoundAlign::kRight;
    }
    if (*word != "both") {
        remarks.error(
            element,
            fmt::format(
                "soundAlign=\"{}\" is not known and has no effect; write both, left or right",
                *word));
        return std::nullopt;
    }
    return model::SoundAlign::kBoth;
}

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// soundLevel and soundAlign of media and regions [SMIL 3.0 Layout, 5.7].
#pragma once

#include "content/model/layout.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <optional>

namespace jtv::xml {

// 0 … 1 for "0%" … "100%"; louder than the recording is not offered. nullopt: not written, or not
// known (with a remark).
std::optional<double> readSoundLevel(const Element& element, SmilRemarks& remarks);

std::optional<model::SoundAlign> readSoundAlign(const Element& element, SmilRemarks& remarks);

} // namespace jtv::xml

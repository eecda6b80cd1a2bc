// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <video>, <img>, <audio> and <ref>: what kind of medium it is, and how it is shown.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <optional>
#include <string_view>

namespace jtv::xml {

bool isMediaElement(std::string_view name);

// All but the region, which needs the layout. nullopt: it will not play, the reason is in the
// remarks.
std::optional<model::Media> readMediaBody(const Element& element, SmilRemarks& remarks);

} // namespace jtv::xml

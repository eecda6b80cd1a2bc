// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <video>, <img>, <audio>, <ref>, <brush>, <text> and <smilText>: what kind of medium it is, and
// how it is shown.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_layout.h"
#include "content/xml/smil_remarks.h"

#include <optional>
#include <string_view>
#include <vector>

namespace jtv::xml {

bool isMediaElement(std::string_view name);

// What media refer to.
struct MediaContext {
    const ReadLayout& layout;
    const std::vector<model::Transition>& transitions;
    const model::StateData& data;
};

// nullopt: it will not play, the reason is in the remarks.
std::optional<model::Media>
readMediaBody(const Element& element, const MediaContext& context, SmilRemarks& remarks);

// True for the attributes that readMediaBody() looks at.
bool isMediaAttribute(std::string_view name);

} // namespace jtv::xml

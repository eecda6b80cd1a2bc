// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// mediaAlign, regPoint and regAlign: where in its region a picture lies [SMIL 3.0 Layout, 5.5].
#pragma once

#include "content/model/layout.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <map>
#include <optional>
#include <string>

namespace jtv::xml {

using RegPoints = std::map<std::string, model::Alignment, std::less<>>;

// <regPoint>; nullopt (with a remark) when it has a length that is none.
std::optional<model::Alignment> readRegPoint(const Element& element, SmilRemarks& remarks);

// nullopt (with a remark, unless nothing is written) for a word that is not known.
std::optional<model::Alignment>
readAlignment(const Element& element, const RegPoints& points, SmilRemarks& remarks);

} // namespace jtv::xml

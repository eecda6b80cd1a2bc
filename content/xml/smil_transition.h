// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <transition> of the head, and transIn and transOut of media [SMIL 3.0 Transition Effects].
#pragma once

#include "content/model/transition.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <optional>
#include <vector>

namespace jtv::xml {

// nullopt (with a remark): it has no id, or no type.
std::optional<model::Transition> readTransition(const Element& element, SmilRemarks& remarks);

// The first of the names in the attribute that is there; "" (with a remark) when none is.
std::string readTransitionName(
    const Element& element,
    std::string_view attribute,
    const std::vector<model::Transition>& transitions,
    SmilRemarks& remarks);

} // namespace jtv::xml

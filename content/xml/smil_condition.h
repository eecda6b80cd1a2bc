// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The attributes that say whether an element is played: system tests and expr.
#pragma once

#include "content/model/condition.h"
#include "content/model/expression.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"

#include <optional>

namespace jtv::xml {

// nullopt: it will never play; the reason is among the remarks.
std::optional<model::Condition>
readCondition(const Element& element, const model::StateData& data, SmilRemarks& remarks);

// True for the names that readCondition() looks at.
bool isConditionAttribute(std::string_view name);

} // namespace jtv::xml

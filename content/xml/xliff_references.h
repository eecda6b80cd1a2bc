// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// XLIFF fragment identifiers, "#f=file/u=unit/id" [XLIFF 2.1, 4.9].
#pragma once

#include "content/xml/xliff_constraints.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::xml::xliff {

struct Fragment {
    std::string file; // ids; empty = not named
    std::string group;
    std::string unit;
    std::string leafPrefix; // "n", "d", "t", a module's prefix; empty = inline element or segment
    std::string leaf;       // empty = a file, group or unit is meant
};

// `element` is named in the error: kInvalid for what is no fragment identifier.
Result<Fragment> parseFragment(const Element& element, std::string_view text);

// Whether what it names lies inside the unit with that id, in the file of `scope`.
bool isInside(const Fragment& fragment, const std::string& unit, const Scope& scope);

// An error unless `ref` names a segment or an inline element of the unit.
Status checkPointsAtText(
    const Element& element,
    const std::string& ref,
    const Element& unit,
    const std::vector<Part>& parts,
    const Scope& scope);

} // namespace jtv::xml::xliff

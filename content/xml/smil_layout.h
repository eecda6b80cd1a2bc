// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <layout>: the root layout and its regions [SMIL 3.0 Layout, 5.3 and 5.4].
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_align.h"
#include "content/xml/smil_remarks.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::xml {

struct ReadLayout {
    model::Layout layout;
    // regionName, xml:id and id of each region → Region::id.
    std::map<std::string, std::string, std::less<>> names;
    RegPoints points;
};

ReadLayout readLayout(const Element& layout, SmilRemarks& remarks);

// nullopt (with a remark, unless it is absent) when it is none of the words of `fit`.
std::optional<model::Fit> readFit(const Element& element, SmilRemarks& remarks);

// "#rrggbb" from #rgb, #rrggbb, rgb(…) or a colour's name; "" for transparent, inherit and none.
std::optional<std::string> parseColor(std::string_view text);

// xml:id, else id; empty = none.
std::string idOf(const Element& element);

} // namespace jtv::xml

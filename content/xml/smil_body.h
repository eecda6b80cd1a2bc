// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// <body> and everything below it → the timed tree.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_layout.h"
#include "content/xml/smil_remarks.h"

namespace jtv::xml {

// Fills playlist.body; its transitions and triggers must have been read.
void readBody(
    const Element& body, const ReadLayout& layout, model::Playlist& playlist, SmilRemarks& remarks);

} // namespace jtv::xml

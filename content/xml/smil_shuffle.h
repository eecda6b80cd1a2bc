// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The metadata by which IAdea's players, garlic-player and garlic-hub shuffle a seq: meta elements
// named adapi:pickingAlgorithm, adapi:pickingBehavior and adapi:pickNumber.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/smil_remarks.h"
#include "content/xml/writer.h"

#include <optional>

namespace jtv::xml {

// True for a <metadata> with one of these names in it.
bool isAboutShuffling(const Element& element);

// nullopt: the order stays as written; the reason is among the remarks.
std::optional<model::Shuffle> readShuffle(const Element& metadata, SmilRemarks& remarks);

// Writes what readShuffle() reads.
void writeShuffle(Writer& writer, const model::Shuffle& shuffle);

} // namespace jtv::xml

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The elements of a slide, one function each. Errors: kInvalid, "FILE:LINE: what is wrong; the
// fix".
#pragma once

#include "content/model/slide.h"
#include "content/xml/document.h"

namespace jtv::xml {

Result<model::SlideText> readSlideText(const Element& element);
Result<model::Provenance> readProvenance(const Element& element);
Result<model::SignVideo> readSign(const Element& element);
Result<model::OpeningHours> readHours(const Element& element);
Result<model::FloorPlan> readFloorPlan(const Element& element);

// xml:lang, which must be there.
Result<std::string> readLanguage(const Element& element);

} // namespace jtv::xml

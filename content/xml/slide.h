// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide ⇄ XML (slide.rng, namespace urn:jobcenter-tv:slide:1, ITS 2.0 marks on what is translated).
// Any one thread.
#pragma once

#include "base/result.h"
#include "content/model/slide.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace jtv::xml {

inline constexpr std::string_view kSlideNamespace = "urn:jobcenter-tv:slide:1";
inline constexpr std::size_t kMaxSlideBytes = std::size_t{1} << 20U;

// `file` is the name used in messages. Errors: kInvalid, "FILE:LINE: what is wrong; the fix".
Result<model::Slide> readSlide(std::string_view bytes, std::string_view file = "slide.xml");

// The same slide always gives the same bytes, and readSlide() gives the same slide back.
std::string writeSlide(const model::Slide& slide);

} // namespace jtv::xml

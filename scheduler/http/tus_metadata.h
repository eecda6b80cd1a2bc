// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The header Upload-Metadata of tus 1.0: "filename dmlkZW8ubXA0,filetype dmlkZW8vbXA0".
#pragma once

#include "base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace jtv::http {

// Errors: kInvalid (not base64, a key twice). Values are text; control characters become spaces.
Result<std::map<std::string, std::string>> parseTusMetadata(std::string_view header);

} // namespace jtv::http

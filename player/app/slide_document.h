// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A slide's document with everything it is drawn with: its pictures, its theme and the theme's
// logo.
#pragma once

#include "base/result.h"
#include "player/show/show.h"

#include <filesystem>
#include <functional>
#include <string>

namespace jtv::app {

// Where a source named in a slide or theme lies. Errors: its own.
using FindFile = std::function<Result<std::filesystem::path>(const std::string& source)>;

// Errors: those of readFile(), readSlide(), readTheme() and of `find`.
Result<show::SlideDocument>
readSlideDocument(const std::filesystem::path& path, const FindFile& find);

} // namespace jtv::app

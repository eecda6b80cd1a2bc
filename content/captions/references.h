// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// HTML's character references, as WebVTT and SubRip use them.
#pragma once

#include <string>
#include <string_view>

namespace jtv::captions {

// `text` begins with '&'. Appends what it stands for, or "&" when it stands for nothing, and
// returns how many bytes were read.
std::size_t readReference(std::string_view text, std::string& out);

// '&', '<' and '>' as references, and the marks of direction, which nobody sees in an editor.
std::string escaped(std::string_view text);

} // namespace jtv::captions

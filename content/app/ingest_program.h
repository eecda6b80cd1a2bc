// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where jtv-ingest is: beside this program, as the build and the package put it.
#pragma once

#include <filesystem>

namespace jtv::app {

inline std::filesystem::path ingestProgram()
{
    std::error_code fault;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", fault);
    return self.parent_path() / "jtv-ingest";
}

} // namespace jtv::app

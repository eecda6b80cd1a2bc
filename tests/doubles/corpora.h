// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The maintainers' foreign test files, where they are there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace jtv::doubles {

// A file of the corpora; nullopt, said aloud, where they are missing.
inline std::optional<std::filesystem::path> corporaFile(const std::string& name)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): tests have one thread here
    const char* folder = std::getenv("JTV_SHARED");
    const std::filesystem::path root =
        folder != nullptr ? std::filesystem::path(folder)
                          : std::filesystem::path(JTV_TEST_SOURCE_DIR) / ".." / ".." / "shared";
    if (!std::filesystem::exists(root / "data" / name)) {
        std::cout << "SKIPPED: ../shared/data is missing (" << name << ")\n";
        return std::nullopt;
    }
    return root / "data" / name;
}

} // namespace jtv::doubles

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where the maintainers' corpora of foreign test files lie: $JTV_SHARED/data, or ../shared/data
// beside the source.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace jtv::doubles {

// nullopt, said aloud, when they are not there: the case returns without a check.
inline std::optional<std::filesystem::path> corpus(const std::string& part)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): tests have one thread here
    const char* shared = std::getenv("JTV_SHARED");
    const auto root = shared != nullptr
                          ? std::filesystem::path(shared)
                          : std::filesystem::path(JTV_TEST_SOURCE_DIR) / ".." / ".." / "shared";
    if (auto path = root / "data" / part; std::filesystem::exists(path)) {
        return path;
    }
    std::cout << "SKIPPED: ../shared/data is missing (" << part << ")\n";
    return std::nullopt;
}

} // namespace jtv::doubles

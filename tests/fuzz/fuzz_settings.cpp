// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a settings file: always values in range, and findings with a line.
#include "provisioning/settings/settings.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace jtv; // NOLINT(google-build-using-namespace)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto reading = settings::parseSettings(text);
    const auto& read = reading.settings;
    const bool size_fits = !read.size || (read.size->width >= 64 && read.size->height <= 16384);
    const bool key_fits = read.planKey.empty() || read.planKey.size() == 32;
    const bool server_fits =
        !read.server || settings::parseServerAddress(read.server->text()).has_value();
    if (!size_fits || !key_fits || !server_fits || !read.state.is_absolute()) {
        std::abort();
    }
    for (const auto& finding : reading.findings) {
        if (finding.line < 0 || finding.text.empty()) {
            std::abort();
        }
    }
    return 0;
}

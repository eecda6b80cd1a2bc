// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Drawing by lot without a memory: any card of any round can be asked for at once, so that a step
// costs the same for ten children as for ten thousand.
#pragma once

#include <cstddef>
#include <cstdint>

namespace jtv::timeline {

// Which of `cards` (> 0) comes at `place` (0 …) of `round`. Each comes once a round; of three or
// more none comes twice in a row. The same arguments always draw the same card.
std::size_t drawn(std::uint64_t seed, std::uint64_t round, std::size_t place, std::size_t cards);

} // namespace jtv::timeline

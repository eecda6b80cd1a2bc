// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One thread at a time sets type, where Cairo's glyph cache asks for that.
#pragma once

#include <mutex>

namespace jtv::typeset {

// Held by every function that measures or paints letters, from its first line; may be held twice by
// one thread. Cairo before 1.18 throws the oldest letters out of a cache that all threads share
// without asking whether another thread is measuring them. With newer ones it keeps nobody waiting.
class GlyphLock {
public:
    GlyphLock();

private:
    std::unique_lock<std::recursive_mutex> lock_;
};

} // namespace jtv::typeset

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The key a screen is known by. It is made on the device and never leaves it.
#pragma once

#include "base/crypto/crypto.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace jtv::identity {

// Reads STATE/identity (mode 0600), or makes the key and the folder when there is none. A file that
// is there but broken is never replaced: the screen would silently become another one. Errors:
// kInvalid (not a key), kDenied, kFull.
Result<crypto::KeyPair> loadOrMake(const std::filesystem::path& state);

// What the screen and the page show for people to compare: SHA-256 of the public key, its first
// 8 bytes as "1A2B 3C4D 5E6F 7081".
std::string fingerprint(std::string_view publicKey);

} // namespace jtv::identity

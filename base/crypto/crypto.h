// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// SHA-256, Ed25519, password hashing and random bytes; the only user of libsodium.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jtv::crypto {

// Must be called once before anything else here; false when the system has no entropy source.
bool start();

std::string toHex(std::string_view bytes);                  // lower case
Result<std::string> fromHex(std::string_view text);         // kInvalid
std::string toBase64(std::string_view bytes);               // RFC 4648 with padding
Result<std::string> fromBase64(std::string_view text);      // kInvalid; surrounding white space is allowed

// Incremental; one thread at a time.
class Sha256 {
public:
    Sha256();
    void update(std::string_view bytes);
    std::string finishHex();  // 64 lower-case digits; the object starts anew

private:
    struct alignas(16) State {
        std::array<std::uint8_t, 128> bytes;  // crypto_hash_sha256_state, size checked in the source
    } state_;
};

std::string sha256Hex(std::string_view bytes);
// Errors: those of opening and reading the file.
Result<std::string> sha256HexOfFile(const std::filesystem::path& path);

std::string randomBytes(std::size_t count);
std::uint32_t randomBelow(std::uint32_t bound);  // uniform in [0, bound)

// Ed25519 (RFC 8032). Keys are raw bytes: public 32, secret 64, signature 64.
struct KeyPair {
    std::string publicKey;
    std::string secretKey;
};
KeyPair makeKeyPair();
std::string sign(std::string_view message, std::string_view secretKey);
// False for a wrong signature as for a key or signature of wrong length.
bool verify(std::string_view message, std::string_view signature, std::string_view publicKey);

// argon2id, 64 MiB, 3 passes: about 80 ms. Callers run at most two at a time.
Result<std::string> hashPassword(std::string_view password);
bool passwordMatches(std::string_view password, const std::string& hash);

// Constant-time comparison for tokens.
bool equal(std::string_view a, std::string_view b);

}  // namespace jtv::crypto

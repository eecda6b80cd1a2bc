// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one place that calls libsodium.
#include "base/crypto/crypto.h"

#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <new>
#include <vector>

#include "base/c_handle.h"
#include "base/file.h"

namespace jtv::crypto {
namespace {

const unsigned char* bytesOf(std::string_view text) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): char and unsigned char may alias
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytesOf(std::string& text) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): char and unsigned char may alias
    return reinterpret_cast<unsigned char*>(text.data());
}

constexpr std::size_t kPasswordMemory = 64U << 20U;
constexpr unsigned long long kPasswordPasses = 3;

}  // namespace

bool start() {
    return sodium_init() >= 0;
}

std::string toHex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytesOf(bytes), bytes.size());
    text.pop_back();
    return text;
}

Result<std::string> fromHex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 || sodium_hex2bin(bytesOf(bytes), bytes.size(), text.data(), text.size(),
                                               nullptr, &length, &end) != 0 ||
        end != text.data() + text.size()) {
        return Error{ErrorKind::kInvalid, "this is not hexadecimal text"};
    }
    return bytes;
}

std::string toBase64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(
        text.data(), text.size(), bytesOf(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

Result<std::string> fromBase64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytesOf(bytes), bytes.size(), text.data(), text.size(), " \t\r\n", &length,
                          &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size()) {
        return Error{ErrorKind::kInvalid, "this is not base64 text"};
    }
    bytes.resize(length);
    return bytes;
}

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

Sha256::Sha256() : state_{} {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): sized and aligned storage
    crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(state_.bytes.data()));
}

void Sha256::update(std::string_view bytes) {
    crypto_hash_sha256_update(
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as above
        reinterpret_cast<crypto_hash_sha256_state*>(state_.bytes.data()), bytesOf(bytes), bytes.size());
}

std::string Sha256::finishHex() {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as above
    auto* state = reinterpret_cast<crypto_hash_sha256_state*>(state_.bytes.data());
    crypto_hash_sha256_final(state, bytesOf(digest));
    crypto_hash_sha256_init(state);
    return toHex(digest);
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finishHex();
}

Result<std::string> sha256HexOfFile(const std::filesystem::path& path) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) {
        return fileError(errno, "reading", path);
    }
    Sha256 hash;
    std::vector<char> block(std::size_t{1} << 18U);
    while (true) {
        const auto count = ::read(fd.get(), block.data(), block.size());
        if (count < 0 && errno != EINTR) {
            return fileError(errno, "reading", path);
        }
        if (count == 0) {
            return hash.finishHex();
        }
        if (count > 0) {
            hash.update({block.data(), static_cast<std::size_t>(count)});
        }
    }
}

std::string randomBytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::uint32_t randomBelow(std::uint32_t bound) {
    return randombytes_uniform(bound);
}

KeyPair makeKeyPair() {
    KeyPair pair{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(bytesOf(pair.publicKey), bytesOf(pair.secretKey));
    return pair;
}

std::string sign(std::string_view message, std::string_view secretKey) {
    assert(secretKey.size() == crypto_sign_SECRETKEYBYTES);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        bytesOf(signature), nullptr, bytesOf(message), message.size(), bytesOf(secretKey));
    return signature;
}

bool verify(std::string_view message, std::string_view signature, std::string_view publicKey) {
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(
               bytesOf(signature), bytesOf(message), message.size(), bytesOf(publicKey)) == 0;
}

Result<std::string> hashPassword(std::string_view password) {
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(
            hash.data(), password.data(), password.size(), kPasswordPasses, kPasswordMemory) != 0) {
        return Error{ErrorKind::kUnavailable, "there is too little memory to hash a password; try again"};
    }
    hash.resize(hash.find('\0'));
    return hash;
}

bool passwordMatches(std::string_view password, const std::string& hash) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace jtv::crypto

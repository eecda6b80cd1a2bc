// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The device key in its file.
#include "provisioning/identity/identity.h"

#include "base/file.h"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <sys/stat.h>

namespace jtv::identity {
namespace {

constexpr std::string_view kLabel = "jtv-ed25519 ";
constexpr std::size_t kMaxBytes = 1024;
constexpr std::size_t kSecretBytes = 64;
constexpr std::size_t kPublicBytes = 32; // the second half of the secret key
constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kOthersRights = 07177;
constexpr mode_t kStateMode = 0750;

Error broken(const std::filesystem::path& file)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "{} is not a device key; put back a copy, or delete it and enrol the screen again",
            file.string())};
}

Result<crypto::KeyPair> parse(const std::filesystem::path& file, std::string_view text)
{
    if (!text.starts_with(kLabel)) {
        return broken(file);
    }
    auto secret = crypto::fromBase64(text.substr(kLabel.size()));
    if (!secret || secret->size() != kSecretBytes) {
        return broken(file);
    }
    crypto::KeyPair pair{secret->substr(kSecretBytes - kPublicBytes), *secret};
    constexpr std::string_view kProbe = "jtv";
    if (!crypto::verify(kProbe, crypto::sign(kProbe, pair.secretKey), pair.publicKey)) {
        return broken(file);
    }
    return pair;
}

// A copy put back by hand is often readable for all.
Status protect(const std::filesystem::path& file)
{
    struct stat now {};
    if (::stat(file.c_str(), &now) == 0 && (now.st_mode & kOthersRights) != 0 &&
        ::chmod(file.c_str(), kOwnerOnly) != 0) {
        return fileError(errno, "protecting", file);
    }
    return Done{};
}

} // namespace

Result<crypto::KeyPair> loadOrMake(const std::filesystem::path& state)
{
    const auto file = state / "identity";
    const auto text = readFile(file, kMaxBytes);
    if (text) {
        if (auto safe = protect(file); !safe) {
            return std::move(safe).error();
        }
        return parse(file, *text);
    }
    if (text.error().kind != ErrorKind::kNotFound) {
        return text.error();
    }
    auto pair = crypto::makeKeyPair();
    if (auto made = makeDirectory(state, kStateMode); !made) {
        return std::move(made).error();
    }
    const auto line = fmt::format("{}{}\n", kLabel, crypto::toBase64(pair.secretKey));
    if (auto written = replaceFile(file, line, kOwnerOnly); !written) {
        return std::move(written).error();
    }
    return pair;
}

std::string fingerprint(std::string_view publicKey)
{
    constexpr std::size_t kGroups = 4;
    constexpr std::size_t kDigits = 4;
    const auto hex = crypto::sha256Hex(publicKey);
    std::string text;
    for (std::size_t group = 0; group < kGroups; ++group) {
        text += group == 0 ? "" : " ";
        for (const char c : hex.substr(group * kDigits, kDigits)) {
            text += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return text;
}

} // namespace jtv::identity

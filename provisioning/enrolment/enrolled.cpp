// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The record of the enrolment, and the pinned key.
#include "provisioning/enrolment/enrolled.h"

#include "base/crypto/crypto.h"
#include "base/file.h"
#include "base/json/json.h"

#include <fmt/format.h>

namespace jtv::enrolment {
namespace {

constexpr std::size_t kMaxBytes = 4096;
constexpr std::size_t kKeyBytes = 32;
constexpr mode_t kStateMode = 0750;
constexpr mode_t kFileMode = 0640;

std::filesystem::path fileIn(const std::filesystem::path& state)
{
    return state / "enrolment.json";
}

Error broken(const std::filesystem::path& file, std::string_view why)
{
    return Error{
        ErrorKind::kInvalid,
        fmt::format(
            "{}: {}; put back a copy, or delete it and enrol the screen again",
            file.string(),
            why)};
}

} // namespace

Result<std::optional<Enrolled>> loadEnrolled(const std::filesystem::path& state)
{
    const auto file = fileIn(state);
    const auto bytes = readFile(file, kMaxBytes);
    if (!bytes) {
        if (bytes.error().kind == ErrorKind::kNotFound) {
            return std::optional<Enrolled>{};
        }
        return bytes.error();
    }
    const auto value = json::parse(*bytes);
    if (!value) {
        return broken(file, value.error().message);
    }
    auto screen = json::text(*value, "screen");
    auto key = json::text(*value, "plan_key");
    if (!screen || !key) {
        return broken(file, screen ? key.error().message : screen.error().message);
    }
    return std::optional<Enrolled>(Enrolled{*std::move(screen), *std::move(key)});
}

Status saveEnrolled(const std::filesystem::path& state, const Enrolled& enrolled)
{
    if (auto made = makeDirectory(state, kStateMode); !made) {
        return made;
    }
    json::Value value;
    value["screen"] = enrolled.screen;
    value["plan_key"] = enrolled.planKey;
    return replaceFile(fileIn(state), json::writePretty(value) + "\n", kFileMode);
}

Status acceptKey(
    const std::string& offered, const std::string& pinned, const std::optional<Enrolled>& earlier)
{
    const auto key = crypto::fromBase64(offered);
    if (!key || key->size() != kKeyBytes) {
        return Error{ErrorKind::kInvalid, "the server's signing key is not an Ed25519 key"};
    }
    if (!pinned.empty() && *key != pinned) {
        return Error{
            ErrorKind::kDenied,
            "the server signs with another key than plan_key in the settings; correct plan_key if "
            "the "
            "server was set up anew, otherwise this is not your server"};
    }
    if (pinned.empty() && earlier && crypto::toBase64(*key) != earlier->planKey) {
        return Error{
            ErrorKind::kDenied,
            "the server signs with another key than at the first enrolment; if it was set up anew, "
            "delete enrolment.json in the state folder, otherwise this is not your server"};
    }
    return Done{};
}

} // namespace jtv::enrolment

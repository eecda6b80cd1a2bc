// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A file of the programme, named by what is in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jtv::model {

// 64 lower-case hexadecimal digits.
inline bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

struct Asset {
    std::string sha256;
    std::uint64_t size = 0; // bytes
    std::string type;       // media type: video/mp4, application/x-jtv-slide+xml, …
    std::string name;       // as the editor knows it, for messages; may be empty

    friend bool operator==(const Asset&, const Asset&) = default;
};

inline constexpr std::string_view kSmilType = "application/smil+xml";
inline constexpr std::string_view kSlideType = "application/x-jtv-slide+xml";

// How a SMIL document of a plan names an asset: "/blobs/<sha256>". The scheduler serves it under
// that path; the player looks it up in its store.
inline constexpr std::string_view kBlobPrefix = "/blobs/";

inline std::string blobReference(std::string_view sha256)
{
    return std::string(kBlobPrefix) + std::string(sha256);
}

// The hash in "/blobs/<sha256>"; nullopt for any other text.
inline std::optional<std::string> blobOf(std::string_view reference)
{
    if (!reference.starts_with(kBlobPrefix) || !isSha256(reference.substr(kBlobPrefix.size()))) {
        return std::nullopt;
    }
    return std::string(reference.substr(kBlobPrefix.size()));
}

} // namespace jtv::model

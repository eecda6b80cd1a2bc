// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Keys and base64 values.
#include "scheduler/http/tus_metadata.h"

#include "base/crypto/crypto.h"

#include <algorithm>
#include <utility>

namespace jtv::http {

Result<std::map<std::string, std::string>> parseTusMetadata(std::string_view header)
{
    std::map<std::string, std::string> pairs;
    while (!header.empty()) {
        const auto comma = header.find(',');
        auto pair = header.substr(0, comma);
        header = comma == std::string_view::npos ? "" : header.substr(comma + 1);
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        const auto space = pair.find(' ');
        const auto key = pair.substr(0, space);
        auto value =
            crypto::fromBase64(space == std::string_view::npos ? "" : pair.substr(space + 1));
        if (!value || key.empty()) {
            return Error{ErrorKind::kInvalid, "Upload-Metadata is not written as tus 1.0 says"};
        }
        std::replace_if(
            value->begin(),
            value->end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
            ' ');
        if (!pairs.emplace(key, *std::move(value)).second) {
            return Error{ErrorKind::kInvalid, "Upload-Metadata names a key twice"};
        }
    }
    return pairs;
}

} // namespace jtv::http

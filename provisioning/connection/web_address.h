// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Addresses of the web, and references resolved against them. RFC 3986.
#pragma once

#include "base/result.h"
#include "provisioning/settings/address.h"

#include <string>
#include <string_view>

namespace jtv::connection {

struct WebAddress {
    settings::ServerAddress server; // its basePath is empty
    std::string path;               // "/path?query": begins with a slash, has no fragment

    std::string text() const;
};

// Begins with http:// or https:// in any spelling.
bool isWebAddress(std::string_view text);

// What cannot stand in an address (spaces, letters beyond ASCII) is percent-encoded. Errors:
// kInvalid, with what to write instead.
Result<WebAddress> parseWebAddress(std::string_view text);

// RFC 3986, 5.2. Errors as above; kUnsupported for a scheme other than http and https.
Result<WebAddress> resolve(const WebAddress& base, std::string_view reference);

} // namespace jtv::connection

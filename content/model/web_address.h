// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The address behind a QR code: what may stand there, how it is printed, what tracks visitors.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

inline constexpr std::size_t kLongestAddress =
    300; // bytes; above it no code is scanned from a seat

struct WebAddress {
    std::string host; // lower case, as written: "xn--…" stays so
    int port = 443;
    std::string path;  // "/termin"; empty = none
    std::string query; // without '?'
    std::string fragment;
};

// Errors: kInvalid with the fix: no https, no host, longer than kLongestAddress, white space or
// control characters, a user name (it hides the real host), letters beyond ASCII in the host (they
// can look like others; "xn--…" says what is meant).
Result<WebAddress> parseWebAddress(std::string_view address);

// As it is printed below the code: without "https://" and without a lone "/" at its end. A host of
// other letters is printed as "xn--…", so that nobody is sent to a look-alike.
std::string printedAddress(std::string_view address);

// Names of query parameters that tell somebody where a visitor came from: "utm_source", "fbclid".
std::vector<std::string> trackingParameters(std::string_view address);
std::string withoutTracking(std::string_view address);

// Whether the host is one of these domains or below one: "termin.stadt.de" is below "stadt.de".
bool isOnDomain(std::string_view address, const std::vector<std::string>& domains);

// The same address in the 45 characters that a QR code packs more tightly. Scheme and host may
// always be written large, a path only on the authority's own server, which must know it that way
// (`own`). Empty when a character is left that is not among the 45.
std::string inCapitals(std::string_view address, bool own);

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Language tags [BCP 47] and how one stands in for another [RFC 4647, 3.4].
//
// Simple German has tags of its own. "simple" is the registered variant for a simplified form of
// any language (IANA Language Subtag Registry, 2015); there is none for Leichte Sprache, so it
// carries a private part behind it. Who asks for Leichte Sprache and finds none is then shown
// Einfache Sprache, then German, by the rule of RFC 4647 and without a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

inline constexpr std::string_view kEinfacheSprache = "de-simple";
inline constexpr std::string_view kLeichteSprache = "de-simple-x-leicht";
inline constexpr std::string_view kGermanSignLanguage = "gsg"; // ISO 639-3

// Whether the text has the form of a tag; subtags are not looked up.
bool isLanguageTag(std::string_view tag);

// Tags compare without case.
bool sameTag(std::string_view one, std::string_view other);
std::string primaryLanguage(std::string_view tag); // "de-AT" → "de", lower case

// A simplified form of its language.
bool isSimple(std::string_view tag);
bool isLeicht(std::string_view tag);

// What serves `wanted`, best first: the tag, then shorter ones. "de-simple-x-leicht" →
// "de-simple-x-leicht", "de-simple", "de". All lower case.
std::vector<std::string> lookupOrder(std::string_view wanted);

// Several languages in one turn, side by side: "de+ar". No tag holds a '+'.
std::string joinTags(const std::vector<std::string>& tags);
std::vector<std::string> splitTags(std::string_view joined);

} // namespace jtv::model

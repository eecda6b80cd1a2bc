// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Everything one screen needs to play: playlists, rules, settings, and the files by their SHA-256.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "content/model/asset.h"
#include "content/model/language_policy.h"
#include "content/model/rule.h"
#include "content/model/slide.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::model {

inline constexpr int kPlanFormatVersion = 1;

// Limits of one plan; a larger one is refused before it reaches a screen.
inline constexpr std::size_t kMaxPlaylists = 1'000;
inline constexpr std::size_t kMaxRules = 1'000;
inline constexpr std::size_t kMaxAssets = 20'000;
inline constexpr std::size_t kMaxPictures = 10'000;

struct PlaylistEntry {
    std::string id;         // unique in a plan
    std::string name;       // as the editor calls it
    std::string smilSha256; // the SMIL document, one of Plan::assets

    friend bool operator==(const PlaylistEntry&, const PlaylistEntry&) = default;
};

struct ScreenSettings {
    std::vector<std::string> languages{"de"}; // BCP 47, in the order they are shown; never empty
    std::string timezone = "Europe/Berlin";   // IANA name, for what the screen itself tells (clock)
    double diagonalInches = 43;               // 1 … 1000
    double distanceMetres = 4;                // viewing distance, 0.1 … 100
    LanguagePolicy languagePolicy{};          // how they share the screen

    friend bool operator==(const ScreenSettings&, const ScreenSettings&) = default;
};

// A slide as it was approved: what the screen shows has exactly these pixels.
struct ApprovedPicture {
    std::string slideSha256; // one of Plan::assets
    SlideView view;
    int width = 0;           // px of the place it is shown in, 1 … 16384
    int height = 0;          // px
    std::string digest;      // typeset::digestOf() its pixels
    std::string imageSha256; // the picture, one of Plan::assets; empty: the screen sets it itself

    friend bool operator==(const ApprovedPicture&, const ApprovedPicture&) = default;
};

// A screen as it told of itself; what is shown on it depends on that.
struct Display {
    int width = 1920; // px, as a viewer sees it
    int height = 1080;
    std::string typesetting; // typeset::stackVersion() of its player; empty: not told yet

    friend bool operator==(const Display&, const Display&) = default;
};

struct Plan {
    std::uint64_t revision = 0;             // ≥ 1
    std::optional<std::uint64_t> rollsBack; // the higher revision which this one may replace
    std::string screen;                     // id of the screen it is for
    WallTime created{};                     // a clock that shows less is not trusted
    std::vector<PlaylistEntry> playlists;   // at least one
    std::string defaultPlaylist;            // PlaylistEntry::id, shown when no rule applies
    std::vector<Rule> rules;
    ScreenSettings settings;
    std::vector<Asset> assets; // every file needed, the SMIL documents and slides too
    // In the order of the playlists. A slide in a place of another size has none.
    std::vector<ApprovedPicture> pictures;

    friend bool operator==(const Plan&, const Plan&) = default;
};

// A plan as it travels and lies on disk (plan.xml, plan.sig): the signature is over the exact
// bytes.
struct SignedPlan {
    std::string xml;
    std::string signature; // base64 of Ed25519

    friend bool operator==(const SignedPlan&, const SignedPlan&) = default;
};

// Whether the plan is whole in itself: ids unique, references found, values in range. Recurrences
// are not looked into (timetable::Timetable::make does that). Errors: kInvalid, naming the first
// fault.
Status checkPlan(const Plan& plan);

// Whether `candidate` may take the place of the plan with revision `active` (nullopt: there is
// none): a higher or equal revision, or one signed as the roll-back of `active` or a later one.
// Errors: kDenied with the reason.
Status checkSuccession(const Plan& candidate, std::optional<std::uint64_t> active);

// nullptr when the plan has none with this id. The result lives as long as the plan.
const PlaylistEntry* findPlaylist(const Plan& plan, std::string_view id);
const Asset* findAsset(const Plan& plan, std::string_view sha256);

// Letters, digits, '-', '_', '.', 1 … 64 of them, not '.' first: ids are parts of paths and of XML.
bool isId(std::string_view text);

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The invariants of a plan.
#include "content/model/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace jtv::model {
namespace {

Error invalid(std::string message)
{
    return Error{ErrorKind::kInvalid, std::move(message)};
}

Status checkAssets(const Plan& plan, std::set<std::string_view>& hashes)
{
    if (plan.assets.size() > kMaxAssets) {
        return invalid(fmt::format("the plan lists more than {} files", kMaxAssets));
    }
    for (const auto& asset : plan.assets) {
        if (!isSha256(asset.sha256)) {
            return invalid(
                fmt::format("\"{}\" is not a SHA-256 in lower-case digits", asset.sha256));
        }
        if (!hashes.insert(asset.sha256).second) {
            return invalid(fmt::format("the file {} is listed twice", asset.sha256));
        }
        if (asset.type.empty()) {
            return invalid(fmt::format("the file {} has no media type", asset.sha256));
        }
    }
    return Done{};
}

Status checkPlaylists(
    const Plan& plan, const std::set<std::string_view>& hashes, std::set<std::string_view>& ids)
{
    if (plan.playlists.empty() || plan.playlists.size() > kMaxPlaylists) {
        return invalid(fmt::format("a plan has 1 to {} playlists", kMaxPlaylists));
    }
    for (const auto& playlist : plan.playlists) {
        if (!isId(playlist.id)) {
            return invalid(fmt::format("\"{}\" is no id of a playlist", playlist.id));
        }
        if (!ids.insert(playlist.id).second) {
            return invalid(fmt::format("the playlist {} is there twice", playlist.id));
        }
        if (!hashes.contains(playlist.smilSha256)) {
            return invalid(fmt::format(
                "the document of the playlist {} is not among the files of the plan", playlist.id));
        }
    }
    if (!ids.contains(plan.defaultPlaylist)) {
        return invalid(
            fmt::format("the default playlist \"{}\" is not in the plan", plan.defaultPlaylist));
    }
    return Done{};
}

Status checkRules(const Plan& plan, const std::set<std::string_view>& playlists)
{
    if (plan.rules.size() > kMaxRules) {
        return invalid(fmt::format("the plan has more than {} rules", kMaxRules));
    }
    std::set<std::string_view> ids;
    for (const auto& rule : plan.rules) {
        if (!isId(rule.id)) {
            return invalid(fmt::format("\"{}\" is no id of a rule", rule.id));
        }
        if (!ids.insert(rule.id).second) {
            return invalid(fmt::format("the rule {} is there twice", rule.id));
        }
        if (!playlists.contains(rule.playlist)) {
            return invalid(fmt::format(
                "the rule {} names the playlist \"{}\", which is not in the plan",
                rule.id,
                rule.playlist));
        }
    }
    return Done{};
}

Status checkSettings(const ScreenSettings& settings)
{
    const auto& languages = settings.languages;
    if (languages.empty() || std::count(languages.begin(), languages.end(), "") != 0) {
        return invalid("a screen shows at least one language, and each has a name");
    }
    if (settings.timezone.empty()) {
        return invalid("the screen has no time zone; set one, e.g. Europe/Berlin");
    }
    if (!(settings.diagonalInches >= 1 && settings.diagonalInches <= 1000)) {
        return invalid("the diagonal of the screen is outside 1 to 1000 inches");
    }
    if (!(settings.distanceMetres >= 0.1 && settings.distanceMetres <= 100)) {
        return invalid("the viewing distance is outside 0.1 to 100 metres");
    }
    return Done{};
}

Status checkPictures(const Plan& plan, const std::set<std::string_view>& hashes)
{
    constexpr int kMostPixels = 16'384; // a side
    const auto isSide = [](int side) { return side >= 1 && side <= kMostPixels; };
    if (plan.pictures.size() > kMaxPictures) {
        return invalid(fmt::format("the plan lists more than {} pictures of slides", kMaxPictures));
    }
    for (const auto& picture : plan.pictures) {
        if (!hashes.contains(picture.slideSha256) ||
            (!picture.imageSha256.empty() && !hashes.contains(picture.imageSha256))) {
            return invalid(fmt::format(
                "the slide {} or its picture is not among the files of the plan",
                picture.slideSha256));
        }
        if (!isSha256(picture.digest) || picture.view.language.empty() || !isSide(picture.width) ||
            !isSide(picture.height)) {
            return invalid(fmt::format(
                "a picture of the slide {} has no digest, language or size", picture.slideSha256));
        }
    }
    return Done{};
}

} // namespace

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && text.front() != '.' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
           });
}

Status checkPlan(const Plan& plan)
{
    if (plan.revision == 0) {
        return invalid("the revision of a plan counts from 1");
    }
    if (plan.rollsBack && *plan.rollsBack <= plan.revision) {
        return invalid("a plan can only roll back a revision higher than its own");
    }
    if (!isId(plan.screen)) {
        return invalid(fmt::format("\"{}\" is no id of a screen", plan.screen));
    }
    std::set<std::string_view> hashes;
    std::set<std::string_view> playlists;
    if (auto status = checkAssets(plan, hashes); !status) {
        return status;
    }
    if (auto status = checkPlaylists(plan, hashes, playlists); !status) {
        return status;
    }
    if (auto status = checkRules(plan, playlists); !status) {
        return status;
    }
    if (auto status = checkPictures(plan, hashes); !status) {
        return status;
    }
    return checkSettings(plan.settings);
}

Status checkSuccession(const Plan& candidate, std::optional<std::uint64_t> active)
{
    if (!active || candidate.revision >= *active) {
        return Done{};
    }
    if (candidate.rollsBack && *candidate.rollsBack >= *active) {
        return Done{};
    }
    return Error{
        ErrorKind::kDenied,
        fmt::format(
            "revision {} is older than the active revision {} and not signed as its roll-back; "
            "publish again to go back",
            candidate.revision,
            *active)};
}

const PlaylistEntry* findPlaylist(const Plan& plan, std::string_view id)
{
    const auto found = std::find_if(
        plan.playlists.begin(), plan.playlists.end(), [id](const PlaylistEntry& entry) {
            return entry.id == id;
        });
    return found == plan.playlists.end() ? nullptr : &*found;
}

const Asset* findAsset(const Plan& plan, std::string_view sha256)
{
    const auto found =
        std::find_if(plan.assets.begin(), plan.assets.end(), [sha256](const Asset& asset) {
            return asset.sha256 == sha256;
        });
    return found == plan.assets.end() ? nullptr : &*found;
}

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The choice, and how a plan's sources are found in the store.
#include "player/app/plan_programme.h"

#include "base/crypto/crypto.h"
#include "player/app/screen_zone.h"
#include "player/app/slide_document.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace jtv::app {
namespace {

Error notInPlan(const std::string& source)
{
    return Error{
        ErrorKind::kUnsupported,
        fmt::format("\"{}\" is not part of the plan; upload it and publish again", source)};
}

Result<std::filesystem::path> findFile(const std::string& source, const store::BlobStore& blobs)
{
    const auto hash = model::blobOf(source);
    return hash ? blobs.find(*hash) : Result<std::filesystem::path>(notInPlan(source));
}

Result<show::Source> findSlide(
    std::string_view sha256, const std::filesystem::path& path, const sync::ActivePlan& active)
{
    auto document = readSlideDocument(
        path, [&](const std::string& source) { return findFile(source, *active.blobs); });
    if (!document) {
        return std::move(document).error();
    }
    for (const auto& picture : active.plan.pictures) {
        if (picture.slideSha256 != sha256) {
            continue;
        }
        show::SlideDocument::Approved approved{
            picture.view, picture.width, picture.height, picture.digest, {}};
        if (!picture.imageSha256.empty()) {
            approved.image = active.blobs->pathOf(picture.imageSha256);
        }
        document->approved.push_back(std::move(approved));
    }
    return show::Source(std::move(*document));
}

// Whatever changes it needs the playlist to start anew: the screen is told to show pictures.
std::string digestOfImages(const model::Plan& plan)
{
    crypto::Sha256 digest;
    for (const auto& picture : plan.pictures) {
        digest.update(picture.imageSha256 + '\n');
    }
    return digest.finishHex();
}

Result<show::Source> findSource(const model::Media& media, const sync::ActivePlan& active)
{
    const auto hash = model::blobOf(media.source);
    if (!hash) {
        return notInPlan(media.source);
    }
    const auto path = active.blobs->find(*hash);
    if (!path) {
        return path.error();
    }
    return media.kind == model::MediaKind::kSlide ? findSlide(*hash, *path, active)
                                                  : show::Source(*path);
}

} // namespace

PlanProgramme::PlanProgramme(sync::ActivePlanPtr active)
    : active_(std::move(active)), warnings_(active_->warnings),
      images_(digestOfImages(active_->plan))
{
    if (auto zone = timetable::Zone::find(active_->plan.settings.timezone)) {
        zone_ = *std::move(zone);
    }
    auto timetable = timetable::Timetable::make(active_->plan);
    if (timetable) {
        timetable_ = *std::move(timetable);
    } else {
        warnings_.push_back(fmt::format(
            "the timetable is not followed, the default playlist is shown: {}",
            timetable.error().message));
    }
}

Choice PlanProgramme::choose(WallTime now) const
{
    Choice choice{active_->plan.defaultPlaylist, std::nullopt, std::nullopt, {}, 0};
    if (timetable_) {
        const auto decision = timetable_->decide(now, true);
        choice.until = decision.nextChange;
        if (active_->playlists.contains(decision.playlist)) {
            choice.playlist = decision.playlist;
            choice.rule = decision.rule;
            choice.priority = decision.rule ? decision.priority : 0;
        }
    }
    chooseLanguages(choice, now);
    return choice;
}

// A clock that is not trusted, or a zone that is not known, gives the usual ones.
void PlanProgramme::chooseLanguages(Choice& choice, WallTime now) const
{
    using std::chrono::duration_cast;
    using std::chrono::minutes;
    constexpr int kDay = 24 * 60;
    const auto& settings = active_->plan.settings;
    choice.languages = settings.languages;
    if (!zone_ || settings.languagePolicy.periods.empty() || now < active_->plan.created) {
        return;
    }
    const auto local = zone_->local(now);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const int minute = static_cast<int>(duration_cast<minutes>(local - day).count());
    choice.languages = model::languagesAt(settings.languagePolicy, settings.languages, minute);
    if (const auto next = model::nextChange(settings.languagePolicy, minute)) {
        const auto at = day + minutes(*next <= minute ? *next + kDay : *next);
        const auto change = zone_->instant(std::chrono::floor<std::chrono::seconds>(at));
        choice.until = std::min(choice.until.value_or(change), change);
    }
}

show::Programme PlanProgramme::make(const Choice& choice) const
{
    const auto& playlist = choice.playlist;
    auto endless = *active_->playlists.at(playlist);
    endless.body.timing.repeatCount = std::numeric_limits<double>::infinity();
    show::Programme programme;
    programme.zone = machineZone();
    const auto* entry = model::findPlaylist(active_->plan, playlist);
    programme.name = entry == nullptr || entry->name.empty() ? playlist : entry->name;
    programme.playlist = std::make_shared<const model::Playlist>(std::move(endless));
    programme.resolve = [active = active_](const model::Media& media) {
        return findSource(media, *active);
    };
    programme.otherPixels = otherPixels_;
    const auto& settings = active_->plan.settings;
    programme.languages = choice.languages;
    programme.languageOrder = settings.languagePolicy.order;
    programme.diagonalInches = settings.diagonalInches;
    programme.distanceMetres = settings.distanceMetres;
    programme.seed = active_->plan.revision;
    return programme;
}

std::string PlanProgramme::looksOf(const Choice& choice) const
{
    const auto* entry = model::findPlaylist(active_->plan, choice.playlist);
    const auto& settings = active_->plan.settings;
    return fmt::format(
        "{} {} {} {} {} {}",
        entry == nullptr ? "" : entry->smilSha256,
        images_,
        fmt::join(choice.languages, ","),
        static_cast<int>(settings.languagePolicy.order),
        settings.diagonalInches,
        settings.distanceMetres);
}

std::string PlanProgramme::nameOf(const std::string& source) const
{
    const auto hash = model::blobOf(source);
    const auto* asset = hash ? model::findAsset(active_->plan, *hash) : nullptr;
    return asset == nullptr || asset->name.empty() ? source : asset->name;
}

} // namespace jtv::app

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every slide × view × place, drawn once for all screens that are alike.
#include "scheduler/library/slide_pictures.h"

#include "base/crypto/crypto.h"
#include "base/file.h"
#include "content/model/asset.h"
#include "content/model/language_loop.h"
#include "content/model/language_tag.h"
#include "content/picture/picture.h"
#include "content/review/slide_review.h"
#include "content/review/wait_review.h"
#include "content/store/blob_store.h"
#include "content/typeset/stack.h"
#include "content/typeset/typeset.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"
#include "scheduler/library/slide_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

namespace jtv::library {
namespace {

constexpr std::size_t kMostSmilBytes = std::size_t{4} << 20U;

// Until it has told, a screen counts as one that sets type as we do; its first report decides.
bool setsAsWeDo(const model::Display& display)
{
    return display.typesetting.empty() || display.typesetting == typeset::stackVersion();
}

Result<std::string>
readBlob(const store::BlobStore& blobs, const std::string& sha256, std::size_t limit)
{
    const auto path = blobs.find(sha256);
    return path ? readFile(*path, limit) : Result<std::string>(path.error());
}

template <typename Visit>
void forEachSlide(const model::TimeNode& node, const Visit& visit)
{
    if (const auto* container = std::get_if<model::Container>(&node.body)) {
        for (const auto& child : container->children) {
            forEachSlide(child, visit);
        }
        return;
    }
    const auto& media = std::get<model::Media>(node.body);
    if (media.kind == model::MediaKind::kSlide) {
        visit(media);
    }
}

typeset::Target
targetFor(const model::SlideView& view, const model::PixelBox& place, double inches, double metres)
{
    typeset::Target target;
    target.width = place.width;
    target.height = place.height;
    target.diagonalInches = inches;
    target.distanceMetres = metres;
    target.languagesToCome = view.toCome;
    return target;
}

// Whatever the screen may show of it at any time of the day, each once.
std::vector<model::SlideView>
viewsOf(const model::Slide& slide, const model::ScreenSettings& settings)
{
    const auto& policy = settings.languagePolicy;
    std::vector<model::SlideView> views;
    for (const auto& languages : model::languageLists(policy, settings.languages)) {
        for (auto& round : model::slideRounds(slide, policy.order, languages)) {
            for (auto& view : round) {
                if (std::find(views.begin(), views.end(), view) == views.end()) {
                    views.push_back(std::move(view));
                }
            }
        }
    }
    return views;
}

// Counted up when a check of the finished picture changes, or how its digest is made.
constexpr int kPictureChecks = 2;

std::string
pictureKey(const std::string& slide, const model::SlideView& view, const typeset::Target& target)
{
    return crypto::sha256Hex(fmt::format(
        "{} {} {} {} {}x{} {} {} {}",
        kPictureChecks,
        slide,
        view.language,
        fmt::join(view.toCome, ","),
        target.width,
        target.height,
        target.diagonalInches,
        target.distanceMetres,
        typeset::stackVersion()));
}

// Storage and store never say so.
bool isFaultOfSlide(const Error& error)
{
    return error.kind == ErrorKind::kInvalid || error.kind == ErrorKind::kNotFound;
}

// Of each language that the picture shows; that nothing could be drawn is told once.
std::vector<review::Finding> look(
    const model::Slide& slide,
    const std::string& languages,
    const Result<Pixels>& picture,
    const typeset::Target& target)
{
    std::vector<review::Finding> findings;
    for (const auto& language : model::splitTags(languages)) {
        const auto* const text = model::textIn(slide, language);
        if (text == nullptr || (!picture && !findings.empty())) {
            continue;
        }
        for (auto& finding : review::reviewPicture(*text, picture, target)) {
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

bool wantsOtherPictures(const model::Display& before, const model::Display& now)
{
    return std::tie(before.width, before.height) != std::tie(now.width, now.height) ||
           (setsAsWeDo(before) && !setsAsWeDo(now));
}

Result<DrawnSlides> SlidePictures::drawFor(const model::Plan& plan, const model::Display& display)
{
    DrawnSlides drawn;
    std::set<std::tuple<std::string, int, int>> done; // a slide in places of one size: once
    for (const auto& playlist : plan.playlists) {
        auto uses = usesIn(playlist.smilSha256, display);
        if (!uses) {
            return std::move(uses).error();
        }
        for (const auto& use : *uses) {
            const bool first = done.insert({use.sha256, use.place.width, use.place.height}).second;
            auto status = first ? drawSlide(drawn, use, plan, display) : Status(Done{});
            if (!status) {
                return std::move(status).error();
            }
        }
        if (auto status = addWaits(drawn, playlist, plan); !status) {
            return std::move(status).error();
        }
    }
    return drawn;
}

Status SlidePictures::addWaits(
    DrawnSlides& drawn, const model::PlaylistEntry& entry, const model::Plan& plan)
{
    const auto shaOf = [](const model::Media& media) {
        return std::string(model::blobOf(media.source).value_or(""));
    };
    const auto& languages = plan.settings.languages;
    const auto loop = model::loopOf(
        *playlists_[entry.smilSha256],
        plan.settings.languagePolicy.order,
        languages,
        {[&](const model::Media& media) { return slideOf(shaOf(media)); },
         [&](const model::Media& media) { return lengthOf(shaOf(media)); }});
    if (!loop) {
        return loop.error();
    }
    for (const auto& wait : model::languageWaits(*loop, languages)) {
        if (auto finding = review::reviewWait(wait)) {
            drawn.findings.push_back({entry.name, entry.smilSha256, *std::move(finding)});
        }
    }
    return Done{};
}

// Of a film. Ten seconds where nobody has measured it.
Milliseconds SlidePictures::lengthOf(const std::string& sha256) const
{
    constexpr Milliseconds kUnknown{10'000};
    const auto rows = database_.read(
        "SELECT duration_ms FROM assets WHERE sha256 = ? AND duration_ms IS NOT NULL LIMIT 1",
        {sha256});
    return rows && !rows->empty() ? Milliseconds(rows->front().integer(0)) : kUnknown;
}

Result<std::vector<SlidePictures::Use>>
SlidePictures::usesIn(const std::string& smil, const model::Display& display)
{
    auto& playlist = playlists_[smil];
    if (playlist == nullptr) {
        const auto bytes = readBlob(blobs_, smil, kMostSmilBytes);
        auto read = bytes ? xml::parseSmil(*bytes, smil) : Result<model::Playlist>(bytes.error());
        if (!read) {
            return std::move(read).error();
        }
        playlist = std::make_shared<const model::Playlist>(*std::move(read));
    }
    std::vector<Use> uses;
    forEachSlide(playlist->body, [&](const model::Media& media) {
        if (const auto sha256 = model::blobOf(media.source)) {
            uses.push_back(
                {std::string(*sha256),
                 model::regionOnScreen(
                     playlist->layout, media.region, display.width, display.height)});
        }
    });
    return uses;
}

Result<SlidePictures::SlidePtr> SlidePictures::slideOf(const std::string& sha256)
{
    auto& slide = slides_[sha256];
    if (slide == nullptr) {
        const auto bytes = readBlob(blobs_, sha256, xml::kMaxSlideBytes);
        auto read = bytes ? xml::readSlide(*bytes, sha256) : Result<model::Slide>(bytes.error());
        if (!read) {
            return std::move(read).error();
        }
        slide = std::make_shared<const model::Slide>(*std::move(read));
    }
    return slide;
}

Status SlidePictures::drawSlide(
    DrawnSlides& drawn, const Use& use, const model::Plan& plan, const model::Display& display)
{
    const auto slide = slideOf(use.sha256);
    if (!slide) {
        return slide.error();
    }
    const auto& settings = plan.settings;
    const double inches =
        model::diagonalOf(use.place, display.width, display.height, settings.diagonalInches);
    const bool withImage = !setsAsWeDo(display);
    for (const auto& view : viewsOf(**slide, settings)) {
        const auto target = targetFor(view, use.place, inches, settings.distanceMetres);
        auto picture = pictureOf(use.sha256, view, target, withImage);
        if (!picture) {
            return std::move(picture).error();
        }
        for (auto& finding : picture->findings) {
            drawn.findings.push_back({titleOf(**slide), use.sha256, std::move(finding)});
        }
        if (picture->digest.empty()) {
            continue;
        }
        const auto image = withImage ? picture->image : std::string();
        drawn.pictures.push_back(
            {use.sha256, view, use.place.width, use.place.height, picture->digest, image});
        if (withImage) {
            drawn.images.push_back({image, picture->size, "image/png", titleOf(**slide)});
        }
    }
    return Done{};
}

Result<SlidePictures::Picture> SlidePictures::pictureOf(
    const std::string& sha256,
    const model::SlideView& view,
    const typeset::Target& target,
    bool withImage)
{
    const auto key = pictureKey(sha256, view, target);
    auto known = find(key);
    const auto slide = slideOf(sha256);
    if (!known || !slide) {
        return slide ? known.error() : slide.error();
    }
    if (*known && ((*known)->digest.empty() || !withImage || !(*known)->image.empty())) {
        return **std::move(known);
    }
    auto picture = drawPicture(**slide, view, target, withImage);
    const auto kept = picture ? keep(key, *picture) : Status(Done{});
    return kept ? std::move(picture) : Result<Picture>(kept.error());
}

Result<SlidePictures::Picture> SlidePictures::drawPicture(
    const model::Slide& slide,
    const model::SlideView& view,
    const typeset::Target& target,
    bool withImage)
{
    const auto material = materialOf(slide, view.language, blobs_);
    const auto pixels =
        typeset::renderSlide(slide, view.language, target, material.forTypesetting());
    if (!pixels && !isFaultOfSlide(pixels.error())) {
        return pixels.error();
    }
    Picture picture;
    picture.findings = look(slide, view.language, pixels, target);
    if (!pixels) {
        return picture;
    }
    picture.digest = typeset::digestOf(*pixels);
    if (withImage) {
        const auto png = picture::encodePng(*pixels);
        auto stored = png ? blobs_.put(*png) : Result<std::string>(png.error());
        if (!stored) {
            return std::move(stored).error();
        }
        picture.image = *std::move(stored);
        picture.size = png->size();
    }
    return picture;
}

Result<std::optional<SlidePictures::Picture>> SlidePictures::find(const std::string& key) const
{
    auto rows = database_.read(
        "SELECT digest, image, size, findings FROM slide_pictures WHERE key = ?", {key});
    if (!rows || rows->empty()) {
        return rows ? Result<std::optional<Picture>>(std::optional<Picture>()) : rows.error();
    }
    const auto& row = rows->front();
    auto findings = fromStored(row.text(3));
    if (!findings) {
        return std::move(findings).error();
    }
    Picture picture{
        row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2)), *std::move(findings)};
    if (!picture.image.empty() && !blobs_.has(picture.image)) {
        picture.image.clear();
    }
    return std::optional(std::move(picture));
}

Status SlidePictures::keep(const std::string& key, const Picture& picture)
{
    auto kept = database_.change(
        "INSERT INTO slide_pictures VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
        "image = excluded.image, size = excluded.size",
        {key, picture.digest, picture.image, picture.size, toStored(picture.findings)});
    return kept ? Status(Done{}) : Status(std::move(kept).error());
}

} // namespace jtv::library

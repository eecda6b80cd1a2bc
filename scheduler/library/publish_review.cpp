// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// content/review over a programme.
#include "scheduler/library/publish_review.h"

#include "base/file.h"
#include "base/json/json.h"
#include "base/log.h"
#include "content/ingest/read_facts.h"
#include "content/model/asset.h"
#include "content/review/media_review.h"
#include "content/store/blob_store.h"
#include "content/timetable/zone.h"
#include "content/xml/slide.h"
#include "scheduler/library/slide_files.h"

#include <fmt/format.h>
#include <set>
#include <utility>

namespace jtv::library {
namespace {

constexpr Log kReviewLog{"review"};
constexpr std::size_t kMostKnown = 5'000; // reviews remembered

std::vector<std::string> languagesOf(const std::vector<planning::Screen>& screens)
{
    std::set<std::string> languages;
    for (const auto& screen : screens) {
        languages.insert(screen.settings.languages.begin(), screen.settings.languages.end());
    }
    return {languages.begin(), languages.end()};
}

// Of those that are known; the others are not told apart.
std::vector<std::string> boardsOf(const std::vector<planning::Screen>& screens)
{
    std::set<std::string> boards;
    for (const auto& screen : screens) {
        if (screen.board != model::Board::kNone) {
            boards.emplace(model::wordOf(screen.board));
        }
    }
    return {boards.begin(), boards.end()};
}

// Only the texts that somebody sees or misses; no languages: all.
void keepLanguages(model::Slide& slide, const std::vector<std::string>& languages)
{
    if (languages.empty()) {
        return;
    }
    std::set<std::string> kept{slide.sourceLanguage};
    for (const auto& language : languages) {
        kept.insert(language);
        if (const auto* const text = model::textIn(slide, language)) {
            kept.insert(text->language);
        }
    }
    std::erase_if(
        slide.texts, [&](const model::SlideText& text) { return !kept.contains(text.language); });
}

// Where the screens hang, not where the server runs.
model::Day todayOn(const std::vector<planning::Screen>& screens, const Clock& clock)
{
    const auto zone = timetable::Zone::find(
        screens.empty() ? model::ScreenSettings().timezone : screens.front().settings.timezone);
    return zone ? model::Day(std::chrono::floor<std::chrono::days>(zone->local(clock.wall())))
                : model::Day(std::chrono::floor<std::chrono::days>(clock.wall()));
}

} // namespace

Result<std::vector<SlideFinding>> PublishReview::review(
    const planning::Programme& programme, const std::vector<planning::Screen>& screens)
{
    const std::lock_guard lock(mutex_);
    const auto languages = languagesOf(screens);
    const auto today = todayOn(screens, clock_);
    auto all = reviewVideos(programme, screens);
    if (!all) {
        return all;
    }
    for (const auto& [sha256, asset] : programme.assets) {
        if (asset.type != model::kSlideType) {
            continue;
        }
        auto findings = reviewOne(sha256, languages, today);
        if (!findings) {
            return std::move(findings).error();
        }
        std::move(findings->begin(), findings->end(), std::back_inserter(*all));
    }
    return all;
}

Result<std::vector<SlideFinding>> PublishReview::reviewVideos(
    const planning::Programme& programme, const std::vector<planning::Screen>& screens) const
{
    const auto rows = database_.read(
        "SELECT sha256, facts, captions_in_picture FROM assets WHERE kind = 'video' AND state = "
        "'ready' AND facts <> '' ORDER BY sha256, captions_in_picture DESC");
    if (!rows) {
        return rows.error();
    }
    const auto boards = boardsOf(screens);
    std::vector<SlideFinding> all;
    std::string last;
    for (const auto& row : *rows) {
        const auto sha256 = row.text(0);
        const auto asset = programme.assets.find(sha256);
        // One uploaded twice is one video, with captions if anybody said so.
        if (asset == programme.assets.end() || sha256 == std::exchange(last, sha256)) {
            continue;
        }
        const auto object = json::parse(row.text(1));
        const auto facts =
            object ? ingest::readFacts(*object) : Result<model::MediaFacts>(object.error());
        if (!facts) {
            return facts.error();
        }
        const review::MediaReview options{boards, !row.text(2).empty()};
        for (auto& finding : review::reviewMedia(*facts, asset->second.name, options)) {
            all.push_back({asset->second.name, sha256, std::move(finding)});
        }
    }
    return all;
}

Result<std::vector<SlideFinding>> PublishReview::reviewOne(
    const std::string& sha256, const std::vector<std::string>& languages, model::Day today)
{
    const auto key =
        fmt::format("{} {} {}", sha256, fmt::join(languages, ","), model::dayText(today));
    if (const auto known = known_.find(key); known != known_.end()) {
        return known->second;
    }
    const auto path = blobs_.find(sha256);
    const auto bytes =
        path ? readFile(*path, xml::kMaxSlideBytes) : Result<std::string>(path.error());
    auto slide = bytes ? xml::readSlide(*bytes, "slide.xml") : Result<model::Slide>(bytes.error());
    if (!slide) {
        return std::move(slide).error();
    }
    const auto title = titleOf(*slide); // of the whole slide, as the finished pictures name it
    keepLanguages(*slide, languages);
    review::SlideReview options;
    options.today = today;
    options.speller = speller();
    if (known_.size() >= kMostKnown) {
        known_.clear();
    }
    auto& findings = known_[key];
    for (auto& finding : review::reviewWords(*slide, options)) {
        findings.push_back({title, sha256, std::move(finding)});
    }
    return findings;
}

const review::Speller* PublishReview::speller()
{
    if (!speller_) {
        speller_.emplace(review::Speller::german());
        if (!*speller_) {
            kReviewLog.warning("{}; spelling is not checked", speller_->error().message);
        }
    }
    return *speller_ ? &**speller_ : nullptr;
}

} // namespace jtv::library

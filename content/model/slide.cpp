// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which of a slide's languages are shown, and for how long.
#include "content/model/slide.h"

#include "content/model/language_tag.h"
#include "content/model/reading_speed.h"

#include <algorithm>

namespace jtv::model {
namespace {

constexpr Milliseconds kShortest{8000};
constexpr Milliseconds kLongestShown{30000};
constexpr Milliseconds kShortestWithCode{25000}; // see it, take the phone out, open its camera
constexpr Milliseconds kNoticing{2000};          // until the eyes are on the new picture

int charactersIn(const std::vector<std::string>& texts)
{
    int sum = 0;
    for (const auto& text : texts) {
        sum += charactersToRead(text);
    }
    return sum;
}

struct CountCharacters {
    int operator()(const Paragraph& block) const { return charactersToRead(block.text); }
    int operator()(const BulletList& block) const { return charactersIn(block.items); }
    int operator()(const StepList& block) const { return charactersIn(block.items); }
    int operator()(const Table& block) const
    {
        int sum = 0;
        for (const auto& row : block.rows) {
            sum += charactersToRead(row.label) + charactersToRead(row.value);
        }
        return sum;
    }
};

// Days and times are worded when they are drawn; they come to about this many characters.
int charactersIn(const OpeningHours& hours)
{
    constexpr int kOfDays = 12;
    constexpr int kOfSpan = 12;
    int sum = 0;
    for (const auto& row : hours.rows) {
        sum += kOfDays + kOfSpan * static_cast<int>(std::max<std::size_t>(1, row.spans.size()));
    }
    return sum;
}

int charactersIn(const SlideText& text)
{
    int sum = charactersToRead(text.title);
    for (const auto& block : text.blocks) {
        sum += std::visit(CountCharacters{}, block);
    }
    if (text.qr) {
        sum += charactersToRead(text.qr->caption) + charactersToRead(text.qr->printed);
    }
    if (text.telephone) {
        sum += charactersToRead(text.telephone->number) + charactersToRead(text.telephone->note);
    }
    return sum;
}

template <typename Matches>
const SlideText* find(const Slide& slide, Matches matches)
{
    const auto found =
        std::find_if(slide.texts.begin(), slide.texts.end(), [&](const SlideText& text) {
            return text.state != TextState::kMissing && matches(text.language);
        });
    return found == slide.texts.end() ? nullptr : &*found;
}

WhenOutdated whenOutdated(const Slide& slide)
{
    const bool old = slide.whenOutdated == WhenOutdated::kShow;
    return slide.binding && old ? WhenOutdated::kMain : slide.whenOutdated;
}

// nullptr: the turn of this language is left out.
const SlideText* shownFor(const Slide& slide, std::string_view wanted)
{
    const auto* const text = textIn(slide, wanted);
    if (text == nullptr || text->state != TextState::kOutdated) {
        return text;
    }
    switch (whenOutdated(slide)) {
    case WhenOutdated::kShow:
        return text;
    case WhenOutdated::kMain:
        return textIn(slide, slide.sourceLanguage);
    case WhenOutdated::kSkip:
        break;
    }
    return nullptr;
}

void addOnce(std::vector<std::string>& list, const std::string& entry)
{
    if (!entry.empty() && std::find(list.begin(), list.end(), entry) == list.end()) {
        list.push_back(entry);
    }
}

} // namespace

const SlideText* textIn(const Slide& slide, std::string_view language)
{
    for (const auto& tag : lookupOrder(language)) {
        if (const auto* exact = find(slide, [&](const auto& own) { return sameTag(own, tag); })) {
            return exact;
        }
    }
    const auto primary = primaryLanguage(language);
    const auto same = [&](const auto& own) { return primaryLanguage(own) == primary; };
    const auto* const plain =
        find(slide, [&](const auto& own) { return same(own) && !isSimple(own); });
    return plain != nullptr ? plain : find(slide, same);
}

const std::string& pictureOf(const Slide& slide, const SlideText& text)
{
    const bool own = text.picture && text.picture->state == TextState::kReady;
    return own ? text.picture->source : slide.picture;
}

bool isThemeFile(std::string_view theme)
{
    return theme.find_first_of("./") != std::string_view::npos;
}

std::vector<std::string> filesOf(const Slide& slide)
{
    std::vector<std::string> files;
    addOnce(files, slide.picture);
    for (const auto& text : slide.texts) {
        addOnce(files, text.picture ? text.picture->source : std::string());
    }
    for (const auto& sign : slide.signs) {
        addOnce(files, sign.source);
    }
    addOnce(files, isThemeFile(slide.theme) ? slide.theme : std::string());
    return files;
}

Milliseconds readingTime(const Slide& slide, std::string_view language)
{
    Milliseconds longest{0};
    for (const auto& tag : splitTags(language)) {
        const auto* const text = textIn(slide, tag);
        if (text == nullptr) {
            continue;
        }
        const int characters = charactersIn(*text) + charactersIn(slide.hours);
        const auto reading = timeToRead(characters, text->language) + kNoticing;
        const auto shortest = text->qr ? kShortestWithCode : kShortest;
        longest = std::max(longest, std::clamp(reading, shortest, kLongestShown));
    }
    return longest;
}

std::vector<std::string> languagesShown(const Slide& slide, const std::vector<std::string>& wanted)
{
    std::vector<std::string> shown;
    for (const auto& language : wanted) {
        const auto* const text = shownFor(slide, language);
        addOnce(shown, text == nullptr ? std::string() : text->language);
    }
    if (const auto* source = textIn(slide, slide.sourceLanguage); shown.empty() && source) {
        shown.push_back(source->language);
    }
    return shown;
}

} // namespace jtv::model

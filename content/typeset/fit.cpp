// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Search between the largest and the smallest readable size; never clips.
#include "content/typeset/fit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

namespace jtv::typeset {
namespace {

// Hyphenated text is taken only where it gains this much size.
constexpr double kWorthHyphens = 1.12;
// Before a text is refused, its heading gives up some of its size.
constexpr double kModestTitle = 1.15;

struct Attempt {
    const TextSetter& setter;
    const Ground& ground;
    const Room& room;
    const Sizes& sizes;

    Column at(const FlowText& text, double size, bool final = false) const
    {
        const double title = std::min(size * room.titleScale, sizes.largestTitle);
        Column column(setter, ground, room.width, {title, size});
        column.addTitle(text.title, final);
        for (const auto& block : text.blocks) {
            column.addBlock(block);
        }
        if (text.telephone) {
            column.addTelephone(*text.telephone);
        }
        return column;
    }

    bool fits(const FlowText& text, double size) const
    {
        const auto column = at(text, size);
        return !column.tooWide() && column.height() <= room.height;
    }

    // Whole pixels, so that few fonts are made; nullopt: not even the smallest
    // fits.
    std::optional<double> largest(const FlowText& text) const
    {
        int low = static_cast<int>(std::ceil(sizes.smallestBody));
        const double most = room.largest > 0 ? room.largest : sizes.largestText;
        int high = std::max(low, static_cast<int>(most));
        if (fits(text, high)) {
            return high;
        }
        if (high == low || !fits(text, low)) {
            return std::nullopt;
        }
        while (high - low > 1) {
            const int middle = (low + high) / 2;
            (fits(text, middle) ? low : high) = middle;
        }
        return low;
    }
};

// Applies `change` to every text.
template <typename Change>
void forEachText(FlowText& text, Change change)
{
    change(text.title);
    struct Visit {
        Change& change;
        void operator()(model::Paragraph& block) { change(block.text); }
        void operator()(model::BulletList& block) { each(block.items); }
        void operator()(model::StepList& block) { each(block.items); }
        void operator()(model::Table& block)
        {
            for (auto& row : block.rows) {
                change(row.label);
                change(row.value);
            }
        }
        void each(std::vector<std::string>& items)
        {
            for (auto& item : items) {
                change(item);
            }
        }
    };
    for (auto& block : text.blocks) {
        std::visit(Visit{change}, block);
    }
    if (text.telephone) {
        change(text.telephone->note);
    }
}

// Whether a character that somebody wrote begins here; places to break lines
// were added by us.
bool begins(const std::string& text, std::size_t at)
{
    constexpr std::string_view kBreak = "\u200B";
    constexpr std::string_view kJoiner = "\u2060";
    constexpr std::string_view kSoftHyphen = "\u00AD";
    const bool first = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    return first && text.compare(at, kBreak.size(), kBreak) != 0 &&
           text.compare(at, kJoiner.size(), kJoiner) != 0 &&
           text.compare(at, kSoftHyphen.size(), kSoftHyphen) != 0;
}

int characters(const FlowText& text)
{
    int count = 0;
    auto copy = text;
    forEachText(copy, [&](const std::string& part) {
        for (std::size_t at = 0; at < part.size(); ++at) {
            count += begins(part, at) ? 1 : 0;
        }
    });
    return count;
}

void dropEmpty(FlowText& text)
{
    struct IsEmpty {
        bool operator()(model::Paragraph& block) const { return block.text.empty(); }
        bool operator()(model::BulletList& block) const { return dropped(block.items); }
        bool operator()(model::StepList& block) const { return dropped(block.items); }
        bool operator()(model::Table& block) const
        {
            std::erase_if(block.rows, [](const auto& row) { return row.label.empty(); });
            return block.rows.empty();
        }
        static bool dropped(std::vector<std::string>& items)
        {
            std::erase(items, std::string());
            return items.empty();
        }
    };
    std::erase_if(text.blocks, [](auto& block) { return std::visit(IsEmpty{}, block); });
}

// The first `keep` characters in reading order; what follows is gone.
FlowText shortened(const FlowText& text, int keep)
{
    auto copy = text;
    forEachText(copy, [&](std::string& part) {
        std::size_t end = 0;
        while (end < part.size() && (keep > 0 || !begins(part, end))) {
            keep -= begins(part, end) ? 1 : 0;
            ++end;
        }
        part.resize(end);
    });
    dropEmpty(copy);
    return copy;
}

// More than these fit nowhere; longer texts are refused before they are set.
int capacity(const Room& room, const Sizes& sizes)
{
    constexpr double kNarrowest = 0.2; // of the type size
    const double character = kNarrowest * sizes.smallestBody * sizes.smallestBody;
    return static_cast<int>(std::max(0.0, room.width) * std::max(0.0, room.height) / character);
}

// At least 1, at most all.
int charactersTooMany(const Attempt& attempt, const FlowText& text)
{
    const int excess = characters(text) - capacity(attempt.room, attempt.sizes);
    if (excess > 0) {
        return excess + charactersTooMany(attempt, shortened(text, characters(text) - excess));
    }
    const double smallest = std::ceil(attempt.sizes.smallestBody);
    int fitting = 0;
    int total = characters(text);
    const int all = total;
    while (total - fitting > 1) {
        const int middle = (fitting + total) / 2;
        (attempt.fits(shortened(text, middle), smallest) ? fitting : total) = middle;
    }
    return std::max(1, all - fitting);
}

Error tooLong(const Attempt& attempt, const FlowText& text)
{
    const auto& tag = attempt.setter.language().tag;
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "the text in {} ({}) is {} characters too long for this screen "
            "at the smallest "
            "readable size; "
            "shorten it or split it into two pages",
            nativeName(tag),
            tag,
            std::min(characters(text), charactersTooMany(attempt, text)))};
}

struct Chosen {
    const FlowText* text;
    double size;
};

std::optional<Chosen>
choose(const Attempt& attempt, const FlowText& text, const std::function<FlowText&()>& hyphenated)
{
    const auto size = attempt.largest(text);
    if (size && *size >= std::floor(attempt.sizes.largestText)) {
        return Chosen{&text, *size};
    }
    const auto& broken = hyphenated();
    const auto brokenSize = attempt.largest(broken);
    if (brokenSize && (!size || *brokenSize >= *size * kWorthHyphens)) {
        return Chosen{&broken, *brokenSize};
    }
    return size ? std::optional(Chosen{&text, *size}) : std::nullopt;
}

Error noFont(const Language& language, char32_t character)
{
    return {
        ErrorKind::kNotFound,
        fmt::format(
            "no installed font has the character U+{:04X} of the "
            "text in {} ({}); install the "
            "package {} or write the text without it",
            static_cast<std::uint32_t>(character),
            nativeName(language.tag),
            language.tag,
            fontPackageFor(character))};
}

} // namespace

Result<Flow> fitFlow(
    const FlowText& text,
    const TextSetter& setter,
    const Ground& ground,
    const Room& room,
    const Sizes& sizes,
    const Hyphenate& hyphenate)
{
    std::optional<FlowText> broken; // made once, and only where it is needed
    const auto hyphenated = [&]() -> FlowText& {
        if (!broken) {
            broken = text;
            forEachText(*broken, [&](std::string& part) { part = hyphenate(part); });
        }
        return *broken;
    };
    Room modest = room;
    modest.titleScale = std::min(room.titleScale, kModestTitle);
    if (characters(text) > capacity(room, sizes)) {
        return tooLong({setter, ground, modest, sizes}, text);
    }
    for (const auto& tried : {room, modest}) {
        const Attempt attempt{setter, ground, tried, sizes};
        if (const auto chosen = choose(attempt, text, hyphenated)) {
            auto column = attempt.at(*chosen->text, chosen->size, true);
            if (const auto character = column.unknownCharacter()) {
                return noFont(setter.language(), *character);
            }
            return Flow{column.take(), column.height(), chosen->size};
        }
    }
    return tooLong({setter, ground, modest, sizes}, hyphenated());
}

} // namespace jtv::typeset

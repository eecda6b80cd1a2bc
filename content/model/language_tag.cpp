// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tags are short ASCII words joined by hyphens.
#include "content/model/language_tag.h"

#include "base/ascii.h"

#include <algorithm>
#include <cctype>

namespace jtv::model {
namespace {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(separator, from), text.size());
        parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

bool isSubtag(std::string_view part, bool first)
{
    const auto good = [first](unsigned char c) {
        return std::isalpha(c) != 0 || (!first && std::isdigit(c) != 0);
    };
    return part.size() >= (first ? 2U : 1U) && part.size() <= 8 &&
           std::all_of(part.begin(), part.end(), good);
}

bool hasSubtag(std::string_view tag, std::string_view wanted)
{
    const auto parts = split(lowered(tag), '-');
    return std::find(parts.begin() + 1, parts.end(), wanted) != parts.end();
}

} // namespace

bool isLanguageTag(std::string_view tag)
{
    const auto parts = split(tag, '-');
    return isSubtag(parts.front(), true) &&
           std::all_of(parts.begin() + 1, parts.end(), [](const auto& part) {
               return isSubtag(part, false);
           });
}

bool sameTag(std::string_view one, std::string_view other)
{
    return lowered(one) == lowered(other);
}

std::string primaryLanguage(std::string_view tag)
{
    return lowered(tag.substr(0, tag.find('-')));
}

bool isSimple(std::string_view tag)
{
    return hasSubtag(tag, "simple");
}

bool isLeicht(std::string_view tag)
{
    return isSimple(tag) && hasSubtag(tag, "leicht");
}

std::vector<std::string> lookupOrder(std::string_view wanted)
{
    std::vector<std::string> order;
    for (auto tag = lowered(wanted); !tag.empty();) {
        order.push_back(tag);
        auto end = tag.rfind('-');
        if (end != std::string::npos && end >= 2 && tag[end - 2] == '-') {
            end -= 2; // a single letter introduces what follows it and goes with it
        }
        tag.resize(end == std::string::npos ? 0 : end);
    }
    return order;
}

std::string joinTags(const std::vector<std::string>& tags)
{
    std::string joined;
    for (const auto& tag : tags) {
        joined += (joined.empty() ? "" : "+") + tag;
    }
    return joined;
}

std::vector<std::string> splitTags(std::string_view joined)
{
    return joined.empty() ? std::vector<std::string>() : split(joined, '+');
}

} // namespace jtv::model

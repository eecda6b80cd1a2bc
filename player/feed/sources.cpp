// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Every branch is walked, also those that another day or another language plays.
#include "player/feed/sources.h"

#include <set>

namespace jtv::feed {
namespace {

void collect(
    const model::TimeNode& node, std::set<std::string>& seen, std::vector<std::string>& sources)
{
    if (const auto* media = std::get_if<model::Media>(&node.body)) {
        if (!media->source.empty() && seen.insert(media->source).second) {
            sources.push_back(media->source);
        }
        return;
    }
    for (const auto& child : std::get<model::Container>(node.body).children) {
        collect(child, seen, sources);
    }
}

} // namespace

std::vector<std::string> sourcesOf(const model::Playlist& playlist)
{
    std::set<std::string> seen;
    std::vector<std::string> sources;
    collect(playlist.body, seen, sources);
    return sources;
}

} // namespace jtv::feed

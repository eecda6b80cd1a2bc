// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// From the programme of all screens to what each of them needs.
#include "scheduler/planning/planning.h"

#include "content/timetable/timetable.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace jtv::planning {
namespace {

bool isFor(const TargetedRule& rule, const std::string& screen)
{
    return rule.screens.empty() ||
           std::find(rule.screens.begin(), rule.screens.end(), screen) != rule.screens.end();
}

// Collects one plan: the playlists that can be shown, then their files.
class PlanBuilder {
public:
    PlanBuilder(const Programme& programme, const Screen& screen, const Publication& publication)
        : programme_(programme)
    {
        plan_.revision = publication.revision;
        plan_.rollsBack = publication.rollsBack;
        plan_.created = publication.created;
        plan_.screen = screen.id;
        plan_.settings = screen.settings;
        plan_.defaultPlaylist = programme.defaultPlaylist;
    }

    void takeRules()
    {
        for (const auto& rule : programme_.rules) {
            if (isFor(rule, plan_.screen)) {
                plan_.rules.push_back(rule.rule);
            }
        }
    }

    Status takePlaylists()
    {
        std::set<std::string> wanted{plan_.defaultPlaylist};
        for (const auto& rule : plan_.rules) {
            wanted.insert(rule.playlist);
        }
        for (const auto& playlist : programme_.playlists) {
            if (wanted.erase(playlist.id) == 0) {
                continue;
            }
            plan_.playlists.push_back({playlist.id, playlist.name, playlist.smilSha256});
            if (auto status = takeFiles(playlist); !status) {
                return status;
            }
        }
        if (wanted.contains(plan_.defaultPlaylist)) {
            return Error{
                ErrorKind::kInvalid, "there is no default playlist; choose one before publishing"};
        }
        if (!wanted.empty()) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "a rule shows the playlist \"{}\", which no longer exists; change or delete "
                    "the rule",
                    *wanted.begin())};
        }
        return Done{};
    }

    void takePictures(const Screen& screen)
    {
        plan_.pictures = screen.pictures;
        for (const auto& image : screen.images) {
            if (taken_.insert(image.sha256).second) {
                plan_.assets.push_back(image);
            }
        }
    }

    Result<model::Plan> finish() &&
    {
        if (auto status = model::checkPlan(plan_); !status) {
            return std::move(status).error();
        }
        if (auto table = timetable::Timetable::make(plan_); !table) {
            return std::move(table).error();
        }
        return std::move(plan_);
    }

private:
    Status takeFiles(const Playlist& playlist)
    {
        auto status = takeFile(playlist, playlist.smilSha256);
        for (std::size_t i = 0; status && i < playlist.assets.size(); ++i) {
            status = takeFile(playlist, playlist.assets[i]);
        }
        return status;
    }

    Status takeFile(const Playlist& playlist, const std::string& sha256)
    {
        const auto asset = programme_.assets.find(sha256);
        if (asset == programme_.assets.end()) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format(
                    "the playlist \"{}\" shows a file that is no longer in the library; take it "
                    "out of the playlist",
                    playlist.name)};
        }
        if (taken_.insert(sha256).second) {
            plan_.assets.push_back(asset->second);
        }
        return Done{};
    }

    const Programme& programme_;
    model::Plan plan_;
    std::set<std::string> taken_;
};

} // namespace

Result<std::vector<model::Plan>> makePlans(
    const Programme& programme, const std::vector<Screen>& screens, const Publication& publication)
{
    std::vector<model::Plan> plans;
    for (const auto& screen : screens) {
        PlanBuilder builder(programme, screen, publication);
        builder.takeRules();
        if (auto status = builder.takePlaylists(); !status) {
            return std::move(status).error();
        }
        builder.takePictures(screen);
        auto plan = std::move(builder).finish();
        if (!plan) {
            return std::move(plan).error().within(fmt::format("the plan of screen {}", screen.id));
        }
        plans.push_back(std::move(*plan));
    }
    return plans;
}

} // namespace jtv::planning

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The wiring of the server.
#include "scheduler/app/station.h"

#include "base/file.h"

#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace jtv::station {
namespace {

// Thirty new screens of one site at once are fine; more have to wait.
constexpr accounts::RateLimitRule kEnrolmentRule{
    30, Milliseconds(1'000), Milliseconds(5 * 60'000), 10'000};

} // namespace

Result<Opened> openData(const std::filesystem::path& data)
{
    if (auto made = makeDirectory(data, 0750); !made) {
        return std::move(made).error();
    }
    if (::access(data.c_str(), R_OK | W_OK | X_OK) != 0) {
        return Error{
            ErrorKind::kDenied,
            fmt::format(
                "the data folder {} cannot be read and written by this user; correct its owner or "
                "choose another with --data",
                data.string())};
    }
    auto scheduler = storage::Database::open(
        data / "scheduler.db", storage::Durability::kFull, storage::schedulerMigrations());
    if (!scheduler) {
        return std::move(scheduler).error();
    }
    auto status = storage::Database::open(
        data / "status.db", storage::Durability::kNormal, storage::statusMigrations());
    if (!status) {
        return std::move(status).error();
    }
    auto blobs = store::BlobStore::open(data);
    if (!blobs) {
        return std::move(blobs).error();
    }
    auto key = library::loadPlanKey(data);
    if (!key) {
        return std::move(key).error();
    }
    return Opened{*std::move(scheduler), *std::move(status), *std::move(blobs), *std::move(key)};
}

Station::Station(Opened opened, const StationOptions& options, const Clock& clock)
    : opened_(std::move(opened)), accounts_(*opened_.scheduler, clock),
      enrolmentLimit_(kEnrolmentRule), screens_(*opened_.scheduler, clock),
      enrolment_(*opened_.scheduler, clock), reports_(*opened_.status, clock),
      assets_(*opened_.scheduler, options.data, clock),
      ingest_(
          assets_,
          opened_.blobs,
          {options.ingestProgram,
           options.data / "ingest",
           options.ingestService,
           options.unsafeIngest,
           std::chrono::minutes(15),
           [this] {
               hub_.send(push::ToPages{}, {"assets", "{}"});
           }}),
      slides_(*opened_.scheduler, opened_.blobs, clock),
      playlists_(*opened_.scheduler, opened_.blobs, clock), rules_(*opened_.scheduler, clock),
      publisher_(
          *opened_.scheduler,
          opened_.blobs,
          playlists_,
          clock,
          opened_.planKey,
          [this](auto current, const auto& screens) { announce(current, screens); }),
      parts_{
          clock,
          *opened_.scheduler,
          accounts_,
          enrolmentLimit_,
          screens_,
          enrolment_,
          reports_,
          screenshots_,
          assets_,
          ingest_,
          slides_,
          playlists_,
          rules_,
          publisher_,
          opened_.blobs,
          hub_,
          options.web,
          crypto::toBase64(opened_.planKey.publicKey),
          std::string()}
{}

void Station::announce(
    std::uint64_t current, const std::vector<std::pair<std::string, std::uint64_t>>& screens)
{
    for (const auto& [screen, revision] : screens) {
        hub_.send(
            push::ToScreen{screen}, {"revision", fmt::format("{{\"revision\": {}}}", revision)});
    }
    hub_.send(push::ToPages{}, {"revision", fmt::format("{{\"revision\": {}}}", current)});
}

} // namespace jtv::station

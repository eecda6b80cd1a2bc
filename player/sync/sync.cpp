// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The door between the main loop and the sync thread.
#include "player/sync/sync.h"

#include "player/sync/log.h"
#include "player/sync/worker.h"

namespace jtv::sync {

Result<std::unique_ptr<Sync>>
Sync::start(Options options, crypto::KeyPair key, ActivePlanPtr active, Mailbox<News>& news)
{
    auto client = connection::Client::make(options.server);
    if (!client) {
        return std::move(client).error();
    }
    auto blobs = store::BlobStore::open(options.state, options.limits);
    if (!blobs) {
        return std::move(blobs).error();
    }
    auto worker = std::make_unique<Worker>(
        std::move(options),
        std::move(key),
        *std::move(client),
        std::make_shared<store::BlobStore>(*std::move(blobs)),
        std::move(active),
        news);
    return std::unique_ptr<Sync>(new Sync(std::move(worker)));
}

Sync::Sync(std::unique_ptr<Worker> worker) : worker_(std::move(worker))
{
    thread_ = std::jthread([this](const std::stop_token& stop) {
        try {
            worker_->run(stop);
        } catch (const std::exception& failure) {
            kLog.error("keeping in step ends: {}", failure.what());
            std::terminate(); // systemd starts the player again
        }
    });
}

Sync::~Sync()
{
    thread_.request_stop();
    worker_->post(Wake{});
}

void Sync::report(std::string status)
{
    worker_->post(ReportOrder{std::move(status)});
}

void Sync::screenshot(Pixels picture)
{
    worker_->post(ShotOrder{std::move(picture)});
}

} // namespace jtv::sync

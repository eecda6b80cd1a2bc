// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Web addresses on the command line: single files are fetched before they are played, a playlist is
// followed.
#pragma once

#include "base/mailbox.h"
#include "base/result.h"
#include "player/feed/feed.h"
#include "player/show/show.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::app {

struct WebInput {
    std::vector<std::string> files; // as given, addresses replaced by the files they were stored in
    std::optional<connection::WebAddress> index; // the only address, of a playlist (or of a server
                                                 // that does not answer yet): to be followed
};

// `cache`: empty = the user's own. Blocks while files are fetched. Errors: those of feed::Fetcher;
// kInvalid when no cache folder can be told.
Result<WebInput>
fetchInput(const std::vector<std::string>& files, const std::filesystem::path& cache);

// The programme of a foreign SMIL server on the show. Main-thread only; follows on a thread of its
// own.
class FollowedProgramme {
public:
    // `wish`: all of a programme but what the server gives. Errors: kInvalid when no cache folder
    // can be told.
    static Result<std::unique_ptr<FollowedProgramme>> begin(
        const connection::WebAddress& index,
        const std::filesystem::path& cache,
        show::Programme wish,
        show::Show& show);

    int fd() const { return news_.fd(); }
    // Takes what came: a new programme goes on the show, at the end of the item now shown.
    void take();
    bool began() const { return began_; }
    // Why nothing has come yet.
    const Error& lastFault() const { return lastFault_; }
    // Its last programme has ended, or nothing will ever come.
    bool over() const { return hopeless_ || (began_ && show_.finished()); }

private:
    FollowedProgramme(
        const connection::WebAddress& index,
        std::filesystem::path cache,
        show::Programme wish,
        show::Show& show);
    void play(const feed::Programme& programme);

    show::Programme wish_;
    show::Show& show_;
    Error lastFault_;
    bool hopeless_ = false;
    bool began_ = false;
    Mailbox<feed::News> news_;
    feed::Feed feed_; // last: posts to news_
};

} // namespace jtv::app

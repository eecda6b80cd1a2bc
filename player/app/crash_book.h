// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Which files were open when the process crashed. One that was open at two crashes, and never
// played to its end between them, is left out until a new plan brings another.
#pragma once

#include "base/c_handle.h"
#include "player/show/show.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace jtv::app {

// Thread-safe. What is open is kept in a file that outlives the process; writing it never waits for
// the disk. A loss of power is no crash: entries of another boot are not counted.
class CrashBook {
public:
    // Reads what the process before has left and counts it. Without a directory to write to it
    // forgets everything at the end. `boot` names this run of the system.
    CrashBook(const std::filesystem::path& directory, std::string boot);
    // The kernel's name of this run of the system.
    static std::string thisBoot();

    // Notes every video that is opened, and refuses one in quarantine with a sentence naming it.
    show::Resolve guard(show::Resolve resolve);
    // An item has ended; `whole`: it was played to its end.
    void ended(const std::string& source, bool whole);
    // The process ends in order.
    void close();
    // The process ends because a decoder hangs for good; what is open counts as in a crash.
    void restarting();
    // How often it has, in this run of the system.
    std::uint64_t restarts() const;

    std::vector<std::string> quarantined() const;

private:
    struct Suspect {
        int crashes = 0;
        bool open = false;
    };
    bool mayOpen(const std::string& source);
    void write();

    mutable std::mutex mutex_; // protects suspects_, restarts_ and the file
    std::map<std::string, Suspect> suspects_;
    std::string boot_;
    std::uint64_t restarts_ = 0;
    UniqueFd file_;
};

} // namespace jtv::app

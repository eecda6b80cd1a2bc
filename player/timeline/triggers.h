// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The triggers of the head: what a key or a message completes.
#pragma once

#include "content/model/playlist.h"

#include <string>
#include <string_view>
#include <vector>

namespace jtv::timeline {

// For Timeline::happened(). Small and capital letters are one key: nobody holds Shift on a remote
// control.
std::string keyEvent(std::string_view key);
std::string notifyEvent(const std::string& name);

// Any one thread.
class Triggers {
public:
    explicit Triggers(const std::vector<model::Trigger>& triggers);

    // The events of those triggers that `event` completes. A condition of the keyboard is met when
    // its keys were typed one after the other, one of notify by the message of its name.
    std::vector<std::string> completedBy(const std::string& event);

private:
    struct Wanted {
        std::string key;    // lower-case: one, or several that are typed one after the other
        std::string notify; // the event
        bool met = false;
    };
    struct Watched {
        std::string event;
        bool all = false;
        std::vector<Wanted> wanted;
    };

    static bool isMet(const Wanted& wanted) { return wanted.met; }
    bool meets(const Wanted& wanted, const std::string& event) const;
    bool note(Watched& watched, const std::string& event) const;

    std::vector<Watched> watched_;
    std::string typed_; // the last characters
};

} // namespace jtv::timeline

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a screen shows that has no programme yet: the enrolment code, or a calm waiting picture.
#pragma once

#include "player/screen/screen.h"
#include "provisioning/enrolment/claim.h"

#include <optional>
#include <string>

namespace jtv::app {

// Main-thread only. Rendering takes some 100 ms: nothing moves on the screen meanwhile.
class Panel {
public:
    Panel(screen::Screen& screen, std::string name, std::string fingerprint);

    // Shows the code, or without one the waiting picture; nothing happens when that is shown
    // already.
    void show(const std::optional<enrolment::Code>& code);
    // Something else has been put on the screen.
    void gone() { shown_.reset(); }

private:
    screen::Screen& screen_;
    std::string name_;
    std::string fingerprint_;
    std::optional<std::string> shown_; // the code, empty = waiting picture
};

} // namespace jtv::app

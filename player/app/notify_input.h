// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Events from the network, as the REST interface of garlic-player and IAdea takes them: POST
// /v2/task/notify.
#pragma once

#include "base/mailbox.h"
#include "base/result.h"
#include "player/show/show.h"
#include "player/status/status.h"
#include "provisioning/settings/address.h"

#include <memory>
#include <string>
#include <string_view>

namespace jtv::app {

// {"smilEvent": "name"}. Errors: kInvalid with the fix.
Result<std::string> parseNotify(std::string_view json);

// The names are posted to `events`, which must outlive the listener. Without a token only on an
// address of this machine. Errors: of StatusListener::start().
Result<std::unique_ptr<status::StatusListener>> listenForEvents(
    const settings::ListenAddress& address, const std::string& token, Mailbox<std::string>& events);

// What has been posted happens.
void passEvents(Mailbox<std::string>& events, show::Show& show);

} // namespace jtv::app

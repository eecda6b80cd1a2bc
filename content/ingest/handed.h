// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A job that comes over standard input, as the words of a command line (job_socket.h).
#pragma once

#include "content/ingest/job_socket.h"

#include <atomic>
#include <string>
#include <vector>

namespace jtv::ingest {

// The command line that does the job; the descriptors must live as long. Without --work it gets a
// folder of that name below the current one, as it may not leave half-made folders to the client.
std::vector<std::string> wordsOf(const HandedJob& job);

// From now on `cancelled` is set when the other end of the socket is closed. At most once a
// process: it takes SIGIO.
void cancelOnHangUp(int socket, std::atomic<bool>& cancelled);

} // namespace jtv::ingest

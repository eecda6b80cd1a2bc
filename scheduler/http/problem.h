// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What an answer says when it is no success: a status, a word for programs, a sentence for people.
#pragma once

#include "base/result.h"

#include <string>

namespace jtv::http {

struct Problem {
    int status = 500;
    std::string error;   // one word, part of the API: "not_found"
    std::string message; // one plain sentence with the fix
};

// The usual status and word for an error of this kind.
Problem problemOf(const Error& error);

} // namespace jtv::http

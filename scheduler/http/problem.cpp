// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Errors as answers.
#include "scheduler/http/problem.h"

namespace jtv::http {

Problem problemOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::kInvalid:
        return {400, "invalid", error.message};
    case ErrorKind::kNotFound:
        return {404, "not_found", error.message};
    case ErrorKind::kUnsupported:
        return {422, "unsupported", error.message};
    case ErrorKind::kDenied:
        return {403, "denied", error.message};
    case ErrorKind::kUnavailable:
        return {503, "unavailable", error.message};
    case ErrorKind::kFull:
        return {507, "full", error.message};
    case ErrorKind::kExists:
        return {409, "exists", error.message};
    case ErrorKind::kInternal:
        break;
    }
    return {500, "internal", error.message};
}

} // namespace jtv::http

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// A file as the answer: ETag, Range, and the bytes straight from the disk to the socket.
#pragma once

#include "scheduler/http/exchange.h"

#include <filesystem>
#include <string>

namespace jtv::http {

struct FileAnswer {
    std::filesystem::path path;
    std::string type; // media type
    std::string etag; // with its quotes
    std::string cacheControl;
};

// 200, 206, 304, 416, or 404 when it cannot be opened.
void answerFile(Exchange& exchange, const FileAnswer& file);

// From the name's ending; application/octet-stream for an unknown one.
std::string mediaTypeOf(const std::filesystem::path& path);

} // namespace jtv::http

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// What a reader has to say about a caption file, bounded and with its place.
#pragma once

#include "content/captions/captions.h"

#include <string>
#include <utility>

namespace jtv::captions {

class Remarks {
public:
    explicit Remarks(std::string file) : file_(std::move(file)) {}

    // `line` counts from 1.
    void warn(std::size_t line, std::string text)
    {
        add(model::Remark::Severity::kWarning, line, std::move(text));
    }
    void fault(std::size_t line, std::string text)
    {
        add(model::Remark::Severity::kError, line, std::move(text));
    }

    std::vector<model::Remark> take() { return std::exchange(remarks_, {}); }

private:
    void add(model::Remark::Severity severity, std::size_t line, std::string text)
    {
        if (remarks_.size() < kMaxRemarks) {
            remarks_.push_back({severity, {file_, static_cast<int>(line)}, std::move(text)});
        }
    }

    std::string file_;
    std::vector<model::Remark> remarks_;
};

// Foreign text in a message: at most 40 bytes, cut between letters.
std::string quote(std::string_view text);

// Captions by their begin; tells the first that stands out of order.
void sortByBegin(
    std::vector<model::Caption>& captions, const std::vector<std::size_t>& lines, Remarks& remarks);

} // namespace jtv::captions

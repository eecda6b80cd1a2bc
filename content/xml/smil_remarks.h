// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Where the SMIL readers put what they repaired, skipped or will not play.
#pragma once

#include "content/model/playlist.h"
#include "content/xml/document.h"
#include "content/xml/one_line.h"

#include <string>
#include <vector>

namespace jtv::xml {

class SmilRemarks {
public:
    explicit SmilRemarks(std::vector<model::Remark>& list) : list_(list) {}

    // Without effect here, but everything that shall play does.
    void warning(const Element& at, std::string text)
    {
        add(model::Remark::Severity::kWarning, at.place(), std::move(text));
    }
    // Something will not play, or not as it is written.
    void error(const Element& at, std::string text)
    {
        add(model::Remark::Severity::kError, at.place(), std::move(text));
    }

    void error(const model::SourcePlace& place, std::string text)
    {
        add(model::Remark::Severity::kError, place, std::move(text));
    }

private:
    static constexpr std::size_t kMost = 1000;

    void add(model::Remark::Severity severity, const model::SourcePlace& place, std::string text)
    {
        if (list_.size() < kMost) {
            list_.push_back({severity, place, oneLine(std::move(text))});
        } else if (list_.size() == kMost) {
            list_.push_back({severity, place, "there is more to say; mend the above first"});
        }
    }

    std::vector<model::Remark>& list_;
};

} // namespace jtv::xml

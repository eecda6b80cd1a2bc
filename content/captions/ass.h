// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Lines of SubStation Alpha, as files and Matroska streams carry them.
#pragma once

#include "content/model/captions.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

// What stands above the events: the frame that positions count in, and the styles.
class AssScript {
public:
    // Takes a line of [Script Info] or of the styles' section; any other is passed over.
    void line(std::string_view text);
    // All lines of a stream's header.
    static AssScript fromHeader(std::string_view header);

    // One event's text in its style. `lines` is empty when it only draws.
    model::Caption event(const std::string& style, std::string_view text) const;
    // As Matroska stores it: ReadOrder,Layer,Style,Name,MarginL,MarginR,MarginV,Effect,Text.
    std::optional<model::Caption> matroskaEvent(std::string_view text) const;

private:
    struct Style {
        bool bold = false;
        bool italic = false;
        bool underline = false;
        int corner = 2;
    };
    void style(std::string_view fields);

    double width_ = 384; // as players take it where the file says nothing
    double height_ = 288;
    std::vector<std::string> format_; // of the styles
    std::map<std::string, Style> styles_;
    bool oldCorners_ = false; // [V4 Styles]: 5, 6, 7 are above, 9, 10, 11 in the middle
};

// Fields between commas without blanks; the last takes the rest of the line.
std::vector<std::string> fieldsOf(std::string_view text, std::size_t most);

} // namespace jtv::captions

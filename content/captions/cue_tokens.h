// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// WebVTT's cue text in tokens [webvtt1, 6.4 "WebVTT cue text tokenizer"].
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jtv::captions {

struct CueToken {
    enum class Kind { kText, kStart, kEnd, kTime };
    Kind kind = Kind::kText;
    std::string value;                // text, the tag's name, the time as written
    std::vector<std::string> classes; // of a start tag
    std::string annotation;           // of a start tag
};

class CueTokens {
public:
    // `text` must outlive it.
    explicit CueTokens(std::string_view text) : text_(text) {}
    // nullopt at the end.
    std::optional<CueToken> next();

private:
    CueToken text();
    CueToken tag();
    void startTag(CueToken& token);
    void readClasses(CueToken& token);
    void readAnnotation(CueToken& token);
    std::string until(std::string_view stops);
    bool at(std::string_view anyOf) const;

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace jtv::captions

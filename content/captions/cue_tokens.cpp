// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Tokens of WebVTT's cue text: a tag that is not closed ends with the text.
#include "content/captions/cue_tokens.h"

#include "content/captions/encoding.h"
#include "content/captions/references.h"

namespace jtv::captions {
namespace {

constexpr std::string_view kDigits = "0123456789";

// Without blanks at the ends, and one space for several inside.
std::string withSingleSpaces(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (kWebVttSpace.find(c) == std::string_view::npos) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

} // namespace

bool CueTokens::at(std::string_view anyOf) const
{
    return at_ < text_.size() && anyOf.find(text_[at_]) != std::string_view::npos;
}

std::string CueTokens::until(std::string_view stops)
{
    const auto end = std::min(text_.find_first_of(stops, at_), text_.size());
    std::string part(text_.substr(at_, end - at_));
    at_ = end;
    return part;
}

std::optional<CueToken> CueTokens::next()
{
    if (at_ >= text_.size()) {
        return std::nullopt;
    }
    return text_[at_] == '<' ? tag() : text();
}

CueToken CueTokens::text()
{
    CueToken token;
    while (at_ < text_.size() && text_[at_] != '<') {
        token.value += until("<&");
        if (at("&")) {
            at_ += readReference(text_.substr(at_), token.value);
        }
    }
    return token;
}

CueToken CueTokens::tag()
{
    CueToken token;
    ++at_; // '<'
    if (at("/")) {
        ++at_;
        token.kind = CueToken::Kind::kEnd;
        token.value = until(">");
    } else if (at(kDigits)) {
        token.kind = CueToken::Kind::kTime;
        token.value = until(">");
    } else {
        token.kind = CueToken::Kind::kStart;
        startTag(token);
    }
    if (at(">")) {
        ++at_;
    }
    return token;
}

void CueTokens::startTag(CueToken& token)
{
    token.value = until(" \t\n\f\r.>");
    readClasses(token);
    readAnnotation(token);
}

void CueTokens::readClasses(CueToken& token)
{
    while (at(".")) {
        ++at_;
        auto name = until(" \t\n\f\r.>");
        if (!name.empty()) {
            token.classes.push_back(std::move(name));
        }
    }
}

void CueTokens::readAnnotation(CueToken& token)
{
    std::string annotation;
    while (at_ < text_.size() && text_[at_] != '>') {
        annotation += until(">&");
        if (at("&")) {
            at_ += readReference(text_.substr(at_), annotation);
        }
    }
    token.annotation = withSingleSpaces(annotation);
}

} // namespace jtv::captions

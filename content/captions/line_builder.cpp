// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The lines of a caption.
#include "content/captions/line_builder.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jtv::captions {
namespace {

constexpr std::string_view kBlanks = " \t\f";

bool sameLook(const model::CaptionSpan& one, const model::CaptionSpan& other)
{
    const auto look = [](const model::CaptionSpan& span) {
        return std::tie(
            span.bold,
            span.italic,
            span.underline,
            span.colour,
            span.from,
            span.language,
            span.voice,
            span.ruby);
    };
    return look(one) == look(other);
}

void trimFront(model::CaptionLine& line)
{
    while (!line.empty()) {
        auto& text = line.front().text;
        text.erase(0, std::min(text.find_first_not_of(kBlanks), text.size()));
        if (!text.empty()) {
            return;
        }
        line.erase(line.begin());
    }
}

void trimBack(model::CaptionLine& line)
{
    while (!line.empty()) {
        auto& text = line.back().text;
        const auto last = text.find_last_not_of(kBlanks);
        text.erase(last == std::string::npos ? 0 : last + 1);
        if (!text.empty()) {
            return;
        }
        line.pop_back();
    }
}

// One blank for several, also across spans: the standard's style is pre-line.
std::string collapsed(const std::string& text, bool& blank)
{
    std::string out;
    for (const char c : text) {
        const bool isBlank = kBlanks.find(c) != std::string_view::npos;
        if (!isBlank || !blank) {
            out += isBlank ? ' ' : c;
        }
        blank = isBlank;
    }
    return out;
}

model::CaptionLine joined(model::CaptionLine line)
{
    model::CaptionLine result;
    bool blank = false;
    for (auto& span : line) {
        span.text = collapsed(span.text, blank);
        if (!result.empty() && span.ruby.empty() && sameLook(result.back(), span)) {
            result.back().text += span.text;
        } else if (!span.text.empty()) {
            result.push_back(std::move(span));
        }
    }
    return result;
}

} // namespace

void LineBuilder::add(std::string_view text, const model::CaptionSpan& look)
{
    while (true) {
        const auto end = text.find('\n');
        const auto part = text.substr(0, end);
        auto& line = lines_.back();
        if (!part.empty()) {
            if (sealed_ || line.empty() || !sameLook(line.back(), look)) {
                line.push_back(look);
            }
            sealed_ = false;
            line.back().text += part;
        }
        if (end == std::string_view::npos) {
            return;
        }
        lines_.emplace_back();
        text.remove_prefix(end + 1);
    }
}

void LineBuilder::ruby(const std::string& reading)
{
    if (!sealed_ && !lines_.back().empty() && !reading.empty()) {
        lines_.back().back().ruby = reading;
    }
    sealed_ = true;
}

std::vector<model::CaptionLine> LineBuilder::take()
{
    std::vector<model::CaptionLine> result;
    for (auto& line : lines_) {
        trimFront(line);
        trimBack(line);
        auto whole = joined(std::move(line));
        if (!whole.empty()) {
            result.push_back(std::move(whole));
        }
    }
    lines_.assign(1, {});
    sealed_ = false;
    return result;
}

} // namespace jtv::captions

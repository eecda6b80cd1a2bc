// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The event stream parser, in the standard's words.
#include "provisioning/connection/event_stream.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jtv::connection {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 10U;
constexpr std::string_view kMark = "\xef\xbb\xbf";
constexpr long long kMaxRetryMs = 3'600'000;

} // namespace

std::vector<ServerEvent> EventStream::feed(std::string_view bytes)
{
    std::vector<ServerEvent> out;
    for (const char c : bytes) {
        if (!partOfMark(c)) {
            take(c, out);
        }
    }
    return out;
}

// The last byte of a byte order mark at the very start; the line so far was nothing but the mark.
bool EventStream::partOfMark(char c)
{
    if (marked_ == kMark.size()) {
        return false;
    }
    marked_ = c == kMark[marked_] ? marked_ + 1 : kMark.size();
    const bool whole = marked_ == kMark.size() && c == kMark.back() && line_ == kMark.substr(0, 2);
    if (whole) {
        line_.clear();
    }
    return whole;
}

void EventStream::take(char c, std::vector<ServerEvent>& out)
{
    if (c == '\n' && std::exchange(afterReturn_, false)) {
        return;
    }
    afterReturn_ = c == '\r';
    if (c == '\n' || c == '\r') {
        line(line_, out);
        line_.clear();
    } else if (line_.size() < kMaxBytes) {
        line_ += c;
    } else {
        lineTooLong_ = true;
    }
}

void EventStream::line(std::string_view text, std::vector<ServerEvent>& out)
{
    if (std::exchange(lineTooLong_, false)) {
        eventTooLong_ = true;
        return;
    }
    if (text.empty()) {
        dispatch(out);
        return;
    }
    const auto colon = text.find(':');
    if (colon == 0) {
        return; // a comment, sent to keep the connection alive
    }
    auto value = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    if (value.starts_with(' ')) {
        value.remove_prefix(1);
    }
    field(text.substr(0, colon), value);
}

void EventStream::field(std::string_view name, std::string_view value)
{
    if (name == "event") {
        type_ = value;
    } else if (name == "data") {
        if (data_.size() + value.size() > kMaxBytes) {
            eventTooLong_ = true;
            return;
        }
        data_ += hasData_ ? "\n" : "";
        data_ += value;
        hasData_ = true;
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos) {
            id_ = value;
        }
    } else if (name == "retry") {
        long long wish = 0;
        const auto* end = value.data() + value.size();
        if (!value.empty() && std::from_chars(value.data(), end, wish).ptr == end && wish >= 0) {
            retry_ = std::chrono::milliseconds(std::min(wish, kMaxRetryMs));
        }
    }
}

void EventStream::dispatch(std::vector<ServerEvent>& out)
{
    const bool whole = hasData_ && !std::exchange(eventTooLong_, false);
    if (whole) {
        out.push_back({type_.empty() ? "message" : std::move(type_), std::move(data_), id_});
    }
    eventTooLong_ = false;
    hasData_ = false;
    type_.clear();
    data_.clear();
}

} // namespace jtv::connection

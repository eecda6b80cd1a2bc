// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One entry after the other.
#include "content/xml/smil_times.h"

#include "content/xml/smil_clock.h"
#include "content/xml/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace jtv::xml {
namespace {

using model::SyncTime;
using model::TimeValue;

struct Split {
    std::string_view symbol;
    Milliseconds offset{0};
};

// "video.end+2s": the last sign after which a clock value stands; ids may hold hyphens.
Split splitOffset(std::string_view text)
{
    const auto sign = text.find_last_of("+-");
    if (sign != std::string_view::npos && sign > 0) {
        if (const auto offset = parseOffset(text.substr(sign))) {
            return {trim(text.substr(0, sign)), *offset};
        }
    }
    return {text, Milliseconds(0)};
}

// "name(inside)" → inside.
std::optional<std::string_view>
insideOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    const auto open = text.find('(');
    if (open == std::string_view::npos || text.back() != ')' ||
        !isOneOf(text.substr(0, open), names)) {
        return std::nullopt;
    }
    return text.substr(open + 1, text.size() - open - 2);
}

// accesskey('w'), as some write it.
std::string_view unquoted(std::string_view text)
{
    const bool quoted = text.size() > 2 && (text.front() == '\'' || text.front() == '"') &&
                        text.back() == text.front();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c != '\\') {
            plain += c;
        }
    }
    return plain;
}

// SMIL 1.0: id(x)(begin), id(x)(end), id(x)(5s).
std::optional<TimeValue> parseSmil1(std::string_view text)
{
    const auto close = text.find(')');
    if (text.substr(0, 3) != "id(" || close == std::string_view::npos ||
        text.substr(close, 2) != ")(" || text.back() != ')') {
        return std::nullopt;
    }
    SyncTime sync;
    sync.id = text.substr(3, close - 3);
    const auto what = text.substr(close + 2, text.size() - close - 3);
    if (what == "end") {
        sync.edge = SyncTime::Edge::kEnd;
    } else if (what != "begin") {
        const auto offset = parseClock(what);
        if (!offset) {
            return std::nullopt;
        }
        sync.offset = *offset;
    }
    return sync;
}

// The last point that is not escaped and does not stand in brackets.
std::size_t lastPoint(std::string_view text)
{
    const auto end = std::min(text.find('('), text.size());
    for (auto at = end; at-- > 0;) {
        if (text[at] == '.' && (at == 0 || text[at - 1] != '\\')) {
            return at;
        }
    }
    return std::string_view::npos;
}

// Without an element's id: a trigger, or an event of the element itself.
std::optional<TimeValue> parseName(const Split& split, const TriggerNames& triggers)
{
    using Kind = model::EventTime::Kind;
    const auto name = split.symbol;
    if (triggers.count(name) > 0) {
        return model::EventTime{Kind::kTrigger, {}, std::string(name), split.offset};
    }
    if (name == "click" || (name.size() > 5 && name.ends_with("Event"))) {
        return model::EventTime{Kind::kElement, {}, unescaped(name), split.offset};
    }
    return std::nullopt;
}

std::optional<TimeValue> parseSymbol(const Split& split, const TriggerNames& triggers)
{
    const auto point = lastPoint(split.symbol);
    if (point == std::string_view::npos) {
        return parseName(split, triggers);
    }
    const auto id = unescaped(split.symbol.substr(0, point));
    const auto name = split.symbol.substr(point + 1);
    if (name.empty() || id.empty()) {
        return std::nullopt;
    }
    if (isOneOf(name, {"begin", "end", "beginEvent", "endEvent"})) {
        const bool end = name.front() == 'e';
        return SyncTime{
            id, end ? SyncTime::Edge::kEnd : SyncTime::Edge::kBegin, name.size() > 5, split.offset};
    }
    return model::EventTime{model::EventTime::Kind::kElement, id, unescaped(name), split.offset};
}

std::string signedClock(Milliseconds offset)
{
    if (offset == Milliseconds(0)) {
        return {};
    }
    return (offset > Milliseconds(0) ? "+" : "") + formatClock(offset);
}

// A point in an id, and before the bracket of an event's name, is not a separator.
std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        if (c == '(') {
            return result + text.substr(text.find('('));
        }
        result += c == '.' ? "\\." : std::string(1, c);
    }
    return result;
}

struct Formatter {
    std::string operator()(const model::OffsetTime& time) const { return formatClock(time.offset); }
    std::string operator()(const model::WallclockTime& time) const
    {
        return "wallclock(" + formatWallclock(time.wallclock) + ")" + signedClock(time.offset);
    }
    std::string operator()(const SyncTime& time) const
    {
        const bool end = time.edge == SyncTime::Edge::kEnd;
        return escaped(time.id) + (end ? ".end" : ".begin") + (time.event ? "Event" : "") +
               signedClock(time.offset);
    }
    std::string operator()(const model::EventTime& time) const
    {
        if (time.kind == model::EventTime::Kind::kTrigger) {
            return "notify(" + time.name + ")" + signedClock(time.offset);
        }
        return (time.id.empty() ? "" : escaped(time.id) + ".") + escaped(time.name) +
               signedClock(time.offset);
    }
    std::string operator()(const model::KeyTime& time) const
    {
        return "accessKey(" + time.key + ")" + signedClock(time.offset);
    }
    std::string operator()(const model::IndefiniteTime&) const { return "indefinite"; }
};

} // namespace

std::optional<TimeValue> parseTime(std::string_view text, const TriggerNames& triggers)
{
    text = trim(text);
    if (text.empty()) {
        return std::nullopt;
    }
    if (text == "indefinite") {
        return model::IndefiniteTime{};
    }
    if (const auto offset = parseOffset(text)) {
        return model::OffsetTime{*offset};
    }
    if (auto smil1 = parseSmil1(text)) {
        return smil1;
    }
    const auto split = splitOffset(text);
    if (const auto inside = insideOf(split.symbol, {"wallclock"})) {
        const auto wallclock = parseWallclock(*inside);
        return wallclock ? std::optional<TimeValue>(model::WallclockTime{*wallclock, split.offset})
                         : std::nullopt;
    }
    if (const auto inside = insideOf(split.symbol, {"accessKey", "accesskey"})) {
        const auto key = unquoted(trim(*inside));
        return key.empty() ? std::optional<TimeValue>()
                           : model::KeyTime{std::string(key), split.offset};
    }
    if (const auto inside = insideOf(split.symbol, {"notify", "trigger"})) {
        const auto name = unquoted(trim(*inside));
        return name.empty()
                   ? std::optional<TimeValue>()
                   : model::EventTime{
                         model::EventTime::Kind::kTrigger, {}, std::string(name), split.offset};
    }
    return parseSymbol(split, triggers);
}

std::string formatTimes(const std::vector<TimeValue>& times)
{
    std::string text;
    for (const auto& time : times) {
        text += (text.empty() ? "" : ";") + std::visit(Formatter(), time);
    }
    return text;
}

} // namespace jtv::xml

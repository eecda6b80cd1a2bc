// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Recurrences out of JSON and back.
#include "scheduler/library/recurrence_text.h"

#include "content/model/rule_text.h"

#include <fmt/format.h>
#include <utility>

namespace jtv::library {
namespace {

// As plans write them: 20261224T080000[Z] or 20261224.
Result<std::string> plainTime(const std::string& text)
{
    auto time = model::parseTime(text);
    if (!time) {
        return std::move(time).error();
    }
    auto plain = model::writeLocalTime(time->time);
    if (time->form == model::TimeText::Form::kDate) {
        return plain.substr(0, 8);
    }
    return time->form == model::TimeText::Form::kUtc ? plain + "Z" : plain;
}

Result<std::vector<std::string>> times(const json::Value& value, const std::string& member)
{
    std::vector<std::string> list;
    const auto found = value.find(member);
    if (found == value.end() || found->is_null()) {
        return list;
    }
    if (!found->is_array()) {
        return Error{ErrorKind::kInvalid, fmt::format("\"{}\" is not a list of times", member)};
    }
    for (const auto& item : *found) {
        auto time = plainTime(item.is_string() ? item.get<std::string>() : "");
        if (!time) {
            return std::move(time).error().within(member);
        }
        list.push_back(*std::move(time));
    }
    return list;
}

Result<std::chrono::seconds> durationOf(const json::Value& value, model::LocalTime start)
{
    auto duration = json::optionalText(value, "duration");
    auto end = json::optionalText(value, "dtend");
    if (!duration || !end) {
        return (duration ? end : duration).error();
    }
    if (duration->has_value() == end->has_value()) {
        return Error{
            ErrorKind::kInvalid,
            "a rule needs either \"duration\" or \"dtend\"; write one of them"};
    }
    if (*duration) {
        return model::parseDuration(**duration);
    }
    auto time = model::parseLocalTime(**end);
    if (!time) {
        return std::move(time).error().within("dtend");
    }
    if (*time <= start) {
        return Error{ErrorKind::kInvalid, "\"dtend\" must be later than \"dtstart\""};
    }
    return *time - start;
}

// 2026-11-23T08:00:00
std::string extended(const std::string& plain)
{
    return fmt::format(
        "{}-{}-{}T{}:{}:{}",
        plain.substr(0, 4),
        plain.substr(4, 2),
        plain.substr(6, 2),
        plain.substr(9, 2),
        plain.substr(11, 2),
        plain.substr(13, 2));
}

} // namespace

Result<model::Recurrence> readRecurrence(const json::Value& value)
{
    auto start = json::text(value, "dtstart");
    auto timezone = json::text(value, "timezone");
    auto rrule = json::optionalText(value, "rrule");
    if (!start || !timezone) {
        return (start ? timezone : start).error();
    }
    if (!rrule) {
        return std::move(rrule).error();
    }
    auto begin = model::parseLocalTime(*start);
    if (!begin) {
        return std::move(begin).error().within("dtstart");
    }
    auto duration = durationOf(value, *begin);
    if (!duration) {
        return std::move(duration).error();
    }
    auto exdates = times(value, "exdate");
    auto rdates = times(value, "rdate");
    if (!exdates || !rdates) {
        return (exdates ? rdates : exdates).error();
    }
    return model::Recurrence{
        *std::move(timezone),
        *begin,
        *duration,
        rrule->value_or(""),
        *std::move(exdates),
        *std::move(rdates)};
}

json::Value recurrenceValue(const model::Recurrence& recurrence)
{
    return {
        {"dtstart", extended(model::writeLocalTime(recurrence.start))},
        {"duration", model::writeDuration(recurrence.duration)},
        {"timezone", recurrence.timezone},
        {"rrule", recurrence.rrule.empty() ? json::Value(nullptr) : json::Value(recurrence.rrule)},
        {"exdate", recurrence.exdates},
        {"rdate", recurrence.rdates}};
}

} // namespace jtv::library

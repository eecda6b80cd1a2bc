// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// JSON text ⇄ values; the only user of nlohmann-json. Everyone else includes this header.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jtv::json {

// Members keep the order in which they were written.
using Value = nlohmann::ordered_json;

// Errors: kInvalid with the byte position; deeper than 64 levels, longer than `limit`, or a member
// name that appears twice in one object is refused.
Result<Value> parse(std::string_view text, std::size_t limit = std::size_t{1} << 20U);

// Never throws: bytes that are not UTF-8 become U+FFFD.
std::string write(const Value& value);
std::string writePretty(const Value& value);

// A member of an object, with the type asked for. Errors: kInvalid, a sentence naming the member.
Result<std::string> text(const Value& object, std::string_view member);
Result<std::int64_t> integer(const Value& object, std::string_view member);
Result<bool> boolean(const Value& object, std::string_view member);
// Absent or null gives nullopt; a wrong type is an error all the same.
Result<std::optional<std::string>> optionalText(const Value& object, std::string_view member);
Result<std::optional<std::int64_t>> optionalInteger(const Value& object, std::string_view member);

}  // namespace jtv::json

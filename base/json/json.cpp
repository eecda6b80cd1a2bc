// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The one place that calls nlohmann-json's parser, with limits.
#include "base/json/json.h"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

namespace jtv::json {
namespace {

constexpr int kMaxDepth = 64;

const Value* find(const Value& object, std::string_view member) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto at = object.find(std::string(member));
    return at == object.end() || at->is_null() ? nullptr : &*at;
}

Error missing(std::string_view member, std::string_view type) {
    return Error{ErrorKind::kInvalid, fmt::format("the member \"{}\" is missing or is not {}", member, type)};
}

}  // namespace

Result<Value> parse(std::string_view text, std::size_t limit) {
    if (text.size() > limit) {
        return Error{ErrorKind::kInvalid, fmt::format("the JSON text is longer than {} bytes", limit)};
    }
    std::string refused;
    std::vector<std::set<std::string>> names;
    const auto watch = [&](int depth, Value::parse_event_t event, Value& parsed) {
        if (depth > kMaxDepth) {
            refused = "is nested too deeply";
        }
        if (event == Value::parse_event_t::object_start) {
            names.emplace_back();
        } else if (event == Value::parse_event_t::object_end) {
            names.pop_back();
        } else if (event == Value::parse_event_t::key && !names.back().insert(parsed.get<std::string>()).second) {
            refused = fmt::format("has the member \"{}\" twice", parsed.get<std::string>());
        }
        return refused.empty();
    };
    try {
        auto value = Value::parse(text.begin(), text.end(), watch);
        if (!refused.empty()) {
            return Error{ErrorKind::kInvalid, fmt::format("the JSON text {}", refused)};
        }
        return value;
    } catch (const nlohmann::json::parse_error& broken) {
        return Error{ErrorKind::kInvalid, fmt::format("the JSON text is broken at byte {}", broken.byte)};
    }
}

std::string write(const Value& value) {
    return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

std::string writePretty(const Value& value) {
    return value.dump(2, ' ', false, Value::error_handler_t::replace);
}

Result<std::string> text(const Value& object, std::string_view member) {
    const auto* found = find(object, member);
    if (found == nullptr || !found->is_string()) {
        return missing(member, "a text");
    }
    return found->get<std::string>();
}

Result<std::int64_t> integer(const Value& object, std::string_view member) {
    const auto* found = find(object, member);
    if (found == nullptr || !found->is_number_integer()) {
        return missing(member, "a whole number");
    }
    return found->get<std::int64_t>();
}

Result<bool> boolean(const Value& object, std::string_view member) {
    const auto* found = find(object, member);
    if (found == nullptr || !found->is_boolean()) {
        return missing(member, "true or false");
    }
    return found->get<bool>();
}

Result<std::optional<std::string>> optionalText(const Value& object, std::string_view member) {
    if (find(object, member) == nullptr) {
        return std::optional<std::string>{};
    }
    auto value = text(object, member);
    if (!value) {
        return std::move(value).error();
    }
    return std::optional<std::string>(*std::move(value));
}

Result<std::optional<std::int64_t>> optionalInteger(const Value& object, std::string_view member) {
    if (find(object, member) == nullptr) {
        return std::optional<std::int64_t>{};
    }
    auto value = integer(object, member);
    if (!value) {
        return std::move(value).error();
    }
    return std::optional<std::int64_t>(*value);
}

}  // namespace jtv::json

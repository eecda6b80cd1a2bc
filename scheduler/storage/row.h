// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// One value to bind and one row that came back, without a trace of the database library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jtv::storage {

// A value for a placeholder. Times are stored as milliseconds since 1970 (UTC) in BIGINT columns.
class Value {
public:
    // NOLINTBEGIN(google-explicit-constructor): lists of values read like the statement
    Value(std::nullptr_t) {}
    Value(int value) : content_(std::int64_t{value}) {}
    Value(std::int64_t value) : content_(value) {}
    Value(std::uint64_t value) : content_(static_cast<std::int64_t>(value)) {}
    Value(double value) : content_(value) {}
    Value(const char* value) : content_(std::string(value)) {}
    Value(std::string_view value) : content_(std::string(value)) {}
    Value(std::string value) : content_(std::move(value)) {}
    template <typename T>
    Value(const std::optional<T>& value)
    {
        if (value) {
            content_ = Value(*value).content_;
        }
    }
    // NOLINTEND(google-explicit-constructor)

    const auto& content() const { return content_; }

private:
    std::variant<std::monostate, std::int64_t, double, std::string> content_;
};

using Values = std::vector<Value>;

// Columns in the order of the SELECT, counted from 0. NULL reads as "" and 0; ask isNull() first
// where that matters.
class Row {
public:
    explicit Row(std::vector<std::optional<std::string>> cells) : cells_(std::move(cells)) {}

    bool isNull(std::size_t column) const { return !cells_.at(column); }
    std::string text(std::size_t column) const { return cells_.at(column).value_or(""); }
    std::int64_t integer(std::size_t column) const;
    double real(std::size_t column) const;
    std::optional<std::string> optionalText(std::size_t column) const { return cells_.at(column); }
    std::optional<std::int64_t> optionalInteger(std::size_t column) const;
    std::optional<double> optionalReal(std::size_t column) const;

private:
    std::vector<std::optional<std::string>> cells_;
};

using Rows = std::vector<Row>;

} // namespace jtv::storage

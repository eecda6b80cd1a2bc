// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The expressions of `expr`: XPath 1.0's operators and functions without paths, and the functions
// by which players of signage tell the time (adapi-date, adapi-weekday, adapi-compare …).
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jtv::model {

using ExpressionValue = std::variant<bool, double, std::string>;

// What an expression can ask for. Times are what clocks show, to the millisecond.
struct ExpressionFacts {
    std::chrono::local_time<Milliseconds> local{};
    std::chrono::local_time<Milliseconds> utc{};
    std::string playerId;
    std::string playerName;
    std::vector<std::string> languages; // BCP 47, best first
    bool captions = true;
};

struct ExpressionNode;

// The values that a playlist names in its head [SMIL 3.0 State, 13.4]; they do not change.
using StateData = std::map<std::string, std::string, std::less<>>;

// Immutable; copies share. Any one thread, also by several at once.
class Expression {
public:
    // Errors: kInvalid, naming what is not understood and where.
    static Result<Expression> parse(std::string_view text, const StateData& data = {});

    // As XPath's boolean().
    bool holds(const ExpressionFacts& facts) const;

    // The next time of the local clock, after facts.local, at which the value may be another.
    // nullopt: it does not depend on the time, or not any more.
    std::optional<std::chrono::local_time<Milliseconds>>
    nextChange(const ExpressionFacts& facts) const;

private:
    explicit Expression(std::shared_ptr<const ExpressionNode> root) : root_(std::move(root)) {}
    std::shared_ptr<const ExpressionNode> root_;
};

// The tree, for the parser and the evaluator.
struct ExpressionNode {
    // kCall: `text` is the function's name; binary operators stand in `text` as written; "-" with
    // one argument negates.
    enum class Kind { kString, kNumber, kCall, kOperator };
    Kind kind = Kind::kString;
    std::string text;
    double number = 0;
    std::vector<ExpressionNode> arguments;
};

// At most 4096 characters, nested at most 32 levels. Errors: kInvalid.
Result<ExpressionNode> parseExpression(std::string_view text, const StateData& data);

} // namespace jtv::model

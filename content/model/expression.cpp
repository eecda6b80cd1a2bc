// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The value of an expression, and when it may change.
#include "content/model/expression.h"

#include "content/model/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace jtv::model {
namespace {

using LocalInstant = std::chrono::local_time<Milliseconds>;
using Kind = ExpressionNode::Kind;

bool boolOf(const ExpressionValue& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number != 0 && !std::isnan(*number);
    }
    return !std::get<std::string>(value).empty();
}

// XPath's numbers: an optional minus, digits, an optional point; anything else is not a number.
double numberFrom(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    text = first == std::string_view::npos ? "" : text.substr(first, last - first + 1);
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const auto value = decimalFrom(text).value_or(std::numeric_limits<double>::quiet_NaN());
    return negative ? -value : value;
}

double numberOf(const ExpressionValue& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? 1 : 0;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    return numberFrom(std::get<std::string>(value));
}

std::string stringOf(const ExpressionValue& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "true" : "false";
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    const double number = std::get<double>(value);
    return std::isnan(number) ? "NaN" : fmt::format("{}", number);
}

std::string dateText(LocalInstant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        time.hours().count(),
        time.minutes().count(),
        time.seconds().count());
}

double weekdayOf(LocalInstant at)
{
    return std::chrono::weekday{std::chrono::floor<std::chrono::days>(at)}.c_encoding();
}

// < 0, 0, > 0: as numbers when both are, otherwise as text, which suits ISO dates and times.
double compared(const ExpressionValue& a, const ExpressionValue& b)
{
    const double x = numberOf(a);
    const double y = numberOf(b);
    if (!std::isnan(x) && !std::isnan(y)) {
        return x < y ? -1 : (x > y ? 1 : 0);
    }
    const int order = stringOf(a).compare(stringOf(b));
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

bool equal(const ExpressionValue& a, const ExpressionValue& b)
{
    if (std::holds_alternative<bool>(a) || std::holds_alternative<bool>(b)) {
        return boolOf(a) == boolOf(b);
    }
    if (std::holds_alternative<double>(a) || std::holds_alternative<double>(b)) {
        return numberOf(a) == numberOf(b);
    }
    return std::get<std::string>(a) == std::get<std::string>(b);
}

// XPath compares by number only; texts that are none (dates) are compared as text.
bool before(const ExpressionValue& a, const ExpressionValue& b, bool orEqual)
{
    if (std::holds_alternative<std::string>(a) && std::holds_alternative<std::string>(b)) {
        const double order = compared(a, b);
        return order < 0 || (orEqual && order == 0);
    }
    const double x = numberOf(a);
    const double y = numberOf(b);
    return x < y || (orEqual && x == y);
}

std::string translate(const std::string& text, const std::string& from, const std::string& to)
{
    std::string result;
    for (const char c : text) {
        const auto at = from.find(c);
        if (at == std::string::npos) {
            result += c;
        } else if (at < to.size()) {
            result += to[at];
        }
    }
    return result;
}

std::string normalized(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

// XPath counts from 1, and rounds.
std::string substring(const std::string& text, double start, double length)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const double position = static_cast<double>(i) + 1;
        if (position >= std::round(start) && position < std::round(start) + std::round(length)) {
            result += text[i];
        }
    }
    return result;
}

bool speaks(const std::vector<std::string>& languages, const std::string& tag)
{
    return std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
        return language == tag || language.rfind(tag + "-", 0) == 0;
    });
}

class Evaluation {
public:
    explicit Evaluation(const ExpressionFacts& facts) : facts_(facts) {}

    // The parser bounds the depth.
    ExpressionValue of(const ExpressionNode& node)
    {
        switch (node.kind) {
        case Kind::kString:
            return node.text;
        case Kind::kNumber:
            return node.number;
        case Kind::kCall:
            return call(node);
        case Kind::kOperator:
            break;
        }
        return operation(node);
    }

private:
    ExpressionValue operation(const ExpressionNode& node)
    {
        const auto& op = node.text;
        if (op == "or" || op == "and") {
            const bool left = boolOf(of(node.arguments[0]));
            return left == (op == "or") ? left : boolOf(of(node.arguments[1]));
        }
        const auto left = of(node.arguments[0]);
        if (node.arguments.size() == 1) {
            return -numberOf(left);
        }
        const auto right = of(node.arguments[1]);
        if (op == "=" || op == "!=") {
            return equal(left, right) == (op == "=");
        }
        if (op == "<" || op == "<=") {
            return before(left, right, op == "<=");
        }
        if (op == ">" || op == ">=") {
            return before(right, left, op == ">=");
        }
        return arithmetic(op, numberOf(left), numberOf(right));
    }

    static double arithmetic(const std::string& op, double left, double right)
    {
        if (op == "+") {
            return left + right;
        }
        if (op == "-") {
            return left - right;
        }
        if (op == "*") {
            return left * right;
        }
        return op == "div" ? left / right : std::fmod(left, right);
    }

    ExpressionValue call(const ExpressionNode& node)
    {
        const auto& name = node.text;
        if (node.arguments.empty()) {
            return constant(name);
        }
        const auto first = of(node.arguments[0]);
        if (name == "not") {
            return !boolOf(first);
        }
        if (name == "boolean") {
            return boolOf(first);
        }
        if (name == "compare") {
            return compared(first, of(node.arguments[1]));
        }
        if (name == "smil-language") {
            return speaks(facts_.languages, stringOf(first));
        }
        if (name == "floor" || name == "ceiling" || name == "round" || name == "number") {
            return rounded(name, numberOf(first));
        }
        return text(node, stringOf(first));
    }

    ExpressionValue constant(const std::string& name) const
    {
        const auto& now = name.starts_with("gm") ? facts_.utc : facts_.local;
        if (name == "date" || name == "gmdate") {
            return dateText(now);
        }
        if (name == "time" || name == "gmtime") {
            return dateText(now).substr(11);
        }
        if (name == "weekday" || name == "gmweekday") {
            return weekdayOf(now);
        }
        if (name == "smil-playerId" || name == "smil-playerName") {
            return name == "smil-playerId" ? facts_.playerId : facts_.playerName;
        }
        return name == "smil-captions" ? facts_.captions : name == "true";
    }

    static double rounded(const std::string& name, double value)
    {
        if (name == "floor") {
            return std::floor(value);
        }
        if (name == "ceiling") {
            return std::ceil(value);
        }
        return name == "round" ? std::floor(value + 0.5) : value;
    }

    ExpressionValue text(const ExpressionNode& node, const std::string& first)
    {
        const auto& name = node.text;
        if (name == "string" || name == "normalize-space" || name == "string-length") {
            if (name == "string-length") {
                return static_cast<double>(first.size());
            }
            return name == "string" ? first : normalized(first);
        }
        const auto value = of(node.arguments[1]);
        if (name == "substring") {
            const bool open = node.arguments.size() < 3;
            return substring(first, numberOf(value), open ? 1e9 : numberOf(of(node.arguments[2])));
        }
        const auto second = stringOf(value);
        if (name == "translate") {
            return translate(first, second, stringOf(of(node.arguments[2])));
        }
        if (name == "concat") {
            auto all = first;
            for (std::size_t i = 1; i < node.arguments.size(); ++i) {
                all += stringOf(of(node.arguments[i]));
            }
            return all;
        }
        return search(name, first, second);
    }

    static ExpressionValue
    search(const std::string& name, const std::string& text, const std::string& part)
    {
        const auto at = text.find(part);
        if (name == "contains") {
            return at != std::string::npos;
        }
        if (name == "starts-with") {
            return at == 0;
        }
        if (at == std::string::npos) {
            return std::string();
        }
        return name == "substring-before" ? text.substr(0, at) : text.substr(at + part.size());
    }

    const ExpressionFacts& facts_;
};

// Instants at which what a clock shows passes one of the expression's own dates or times.
class Changes {
public:
    explicit Changes(const ExpressionFacts& facts) : facts_(facts) {}

    std::optional<LocalInstant> run(const ExpressionNode& root)
    {
        const auto day = std::chrono::floor<std::chrono::days>(facts_.local);
        const auto utcDay = std::chrono::floor<std::chrono::days>(facts_.utc);
        visit(root);
        if (asksLocal_) {
            add(day + std::chrono::days(1));
        }
        if (asksUtc_) {
            add(utcDay + std::chrono::days(1) + (facts_.local - facts_.utc));
        }
        return asksLocal_ || asksUtc_ ? next_ : std::nullopt;
    }

private:
    void visit(const ExpressionNode& node)
    {
        if (node.kind == Kind::kCall) {
            asksLocal_ =
                asksLocal_ || node.text == "date" || node.text == "time" || node.text == "weekday";
            asksUtc_ = asksUtc_ || node.text.rfind("gm", 0) == 0;
        }
        if (node.kind == Kind::kString) {
            literal(node.text);
        }
        for (const auto& argument : node.arguments) {
            visit(argument);
        }
    }

    void literal(const std::string& text)
    {
        for (const auto now : {facts_.local, facts_.utc}) {
            const auto today = std::chrono::floor<std::chrono::days>(now);
            const bool timeOnly = text.size() < 10;
            const auto at = parse(
                timeOnly ? dateText(LocalInstant(today.time_since_epoch())).substr(0, 11) + text
                         : text);
            if (!at) {
                continue;
            }
            const auto shift = facts_.local - now;
            for (const auto days : {0, 1}) {
                const auto time = *at + std::chrono::days(timeOnly ? days : 0) + shift;
                add(time);
                add(time + std::chrono::seconds(1)); // "<=" holds for the whole second
            }
        }
    }

    void add(LocalInstant at)
    {
        if (at > facts_.local && (!next_ || at < *next_)) {
            next_ = at;
        }
    }

    static std::optional<LocalInstant> parse(const std::string& text)
    {
        std::array<int, 6> parts{0, 0, 0, 0, 0, 0};
        std::size_t part = 0;
        bool digits = false;
        for (const char c : text) {
            if (c >= '0' && c <= '9') {
                parts[part] = std::min(parts[part] * 10 + (c - '0'), 9999);
                digits = true;
            } else if ((c == '-' || c == 'T' || c == ':') && part < 5 && digits) {
                ++part;
                digits = false;
            } else {
                return std::nullopt;
            }
        }
        const auto date = std::chrono::year(parts[0]) /
                          std::chrono::month(static_cast<unsigned>(parts[1])) /
                          std::chrono::day(static_cast<unsigned>(parts[2]));
        if (part < 2 || !digits || !date.ok()) {
            return std::nullopt;
        }
        return LocalInstant(
            std::chrono::local_days(date).time_since_epoch() + std::chrono::hours(parts[3]) +
            std::chrono::minutes(parts[4]) + std::chrono::seconds(parts[5]));
    }

    const ExpressionFacts& facts_;
    std::optional<LocalInstant> next_;
    bool asksLocal_ = false;
    bool asksUtc_ = false;
};

} // namespace

Result<Expression> Expression::parse(std::string_view text, const StateData& data)
{
    auto tree = parseExpression(text, data);
    if (!tree) {
        return std::move(tree).error();
    }
    return Expression(std::make_shared<const ExpressionNode>(*std::move(tree)));
}

bool Expression::holds(const ExpressionFacts& facts) const
{
    return boolOf(Evaluation(facts).of(*root_));
}

std::optional<LocalInstant> Expression::nextChange(const ExpressionFacts& facts) const
{
    return Changes(facts).run(*root_);
}

} // namespace jtv::model

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Expression text → tree, by recursive descent in XPath's order of precedence.
#include "base/ascii.h"
#include "content/model/expression.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

namespace jtv::model {
namespace {

constexpr std::size_t kLongestExpression = 4096;
constexpr int kDeepest = 32;

struct Function {
    std::string_view name; // without "adapi-"
    std::size_t least;
    std::size_t most;
};
constexpr std::array<Function, 29> kFunctions{{
    {"compare", 2, 2},
    {"date", 0, 0},
    {"gmdate", 0, 0},
    {"time", 0, 0},
    {"gmtime", 0, 0},
    {"weekday", 0, 0},
    {"gmweekday", 0, 0},
    {"smil-playerId", 0, 0},
    {"smil-playerName", 0, 0},
    {"smil-captions", 0, 0},
    {"smil-language", 1, 1},
    {"true", 0, 0},
    {"false", 0, 0},
    {"not", 1, 1},
    {"boolean", 1, 1},
    {"number", 1, 1},
    {"string", 1, 1},
    {"concat", 2, 16},
    {"contains", 2, 2},
    {"starts-with", 2, 2},
    {"substring-before", 2, 2},
    {"substring", 2, 3},
    {"substring-after", 2, 2},
    {"string-length", 1, 1},
    {"floor", 1, 1},
    {"normalize-space", 1, 1},
    {"ceiling", 1, 1},
    {"round", 1, 1},
    {"translate", 3, 3},
}};

// Weakest first; one level a row.
constexpr std::array<std::array<std::string_view, 6>, 6> kLevels{{
    {"or", "OR", "||", "", "", ""},
    {"and", "AND", "&&", "", "", ""},
    {"=", "!=", "==", "", "", ""},
    {"<=", ">=", "<", ">", "", ""},
    {"+", "-", "", "", "", ""},
    {"*", "div", "mod", "", "", ""},
}};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
std::string_view canonical(std::string_view word)
{
    if (word == "OR" || word == "||") {
        return "or";
    }
    if (word == "AND" || word == "&&") {
        return "and";
    }
    return word == "==" ? "=" : word;
}

class Parser {
public:
    Parser(std::string_view text, const StateData& data) : text_(text), data_(data) {}

    Result<ExpressionNode> run()
    {
        auto tree = level(0, 0);
        skipSpace();
        if (tree && at_ < text_.size()) {
            return unexpected();
        }
        return tree;
    }

private:
    void skipSpace()
    {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
            ++at_;
        }
    }

    Error unexpected() const
    {
        return {
            ErrorKind::kInvalid,
            at_ < text_.size()
                ? fmt::format("\"{}\" is not understood there", text_.substr(at_, 12))
                : std::string("something is missing at the end")};
    }

    bool takes(std::string_view word)
    {
        if (word.empty() || text_.substr(at_, word.size()) != word) {
            return false;
        }
        const auto after = at_ + word.size();
        if (isLetter(word.front()) && after < text_.size() &&
            (isLetter(text_[after]) || isDigit(text_[after]) || text_[after] == '-')) {
            return false;
        }
        at_ = after;
        return true;
    }

    Result<ExpressionNode> level(std::size_t index, int depth)
    {
        if (index == kLevels.size()) {
            return unary(depth);
        }
        auto left = level(index + 1, depth);
        while (left) {
            skipSpace();
            const auto& words = kLevels[index];
            const auto* word = std::find_if(
                words.begin(), words.end(), [this](std::string_view name) { return takes(name); });
            if (word == words.end()) {
                break;
            }
            auto right = level(index + 1, depth);
            if (!right) {
                return right;
            }
            ExpressionNode both;
            both.kind = ExpressionNode::Kind::kOperator;
            both.text = canonical(*word);
            both.arguments.push_back(*std::move(left));
            both.arguments.push_back(*std::move(right));
            left = std::move(both);
        }
        return left;
    }

    Result<ExpressionNode> unary(int depth)
    {
        skipSpace();
        if (depth >= kDeepest) {
            return Error{ErrorKind::kInvalid, "it is nested too deeply"};
        }
        if (at_ >= text_.size()) {
            return unexpected();
        }
        const char c = text_[at_];
        if (c == '-') {
            ++at_;
            auto inner = unary(depth + 1);
            if (inner) {
                ExpressionNode node;
                node.kind = ExpressionNode::Kind::kOperator;
                node.text = "-";
                node.arguments.push_back(*std::move(inner));
                return node;
            }
            return inner;
        }
        if (c == '(' || c == '[') {
            return bracket(c == '(' ? ')' : ']', depth);
        }
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        return isDigit(c) || c == '.' ? number() : call(depth);
    }

    Result<ExpressionNode> bracket(char close, int depth)
    {
        ++at_;
        auto inner = level(0, depth + 1);
        skipSpace();
        if (inner && (at_ >= text_.size() || text_[at_] != close)) {
            return unexpected();
        }
        ++at_;
        return inner;
    }

    Result<ExpressionNode> quoted(char quote)
    {
        const auto end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) {
            return Error{ErrorKind::kInvalid, "a quotation mark is missing"};
        }
        ExpressionNode node;
        node.text = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return node;
    }

    Result<ExpressionNode> number()
    {
        ExpressionNode node;
        node.kind = ExpressionNode::Kind::kNumber;
        double weight = 0;
        for (; at_ < text_.size() && (isDigit(text_[at_]) || (text_[at_] == '.' && weight == 0));
             ++at_) {
            if (text_[at_] == '.') {
                weight = 1;
                continue;
            }
            node.number = node.number * 10 + (text_[at_] - '0');
            weight *= 10;
        }
        node.number = weight > 0 ? node.number / weight : node.number;
        return node;
    }

    Result<ExpressionNode> call(int depth)
    {
        const auto start = at_;
        while (at_ < text_.size() && (isLetter(text_[at_]) || isDigit(text_[at_]) ||
                                      text_[at_] == '-' || text_[at_] == ':')) {
            ++at_;
        }
        auto name = text_.substr(start, at_ - start);
        skipSpace();
        if (name.empty() || at_ >= text_.size() || text_[at_] != '(') {
            if (const auto named = data_.find(name); named != data_.end()) {
                ExpressionNode node;
                node.text = named->second;
                return node;
            }
            at_ = start;
            return unexpected();
        }
        if (name.substr(0, 6) == "adapi-" || name.substr(0, 6) == "adapi:") {
            name.remove_prefix(6);
        }
        const auto* found =
            std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& function) {
                return function.name == name;
            });
        if (found == kFunctions.end()) {
            return Error{ErrorKind::kInvalid, fmt::format("there is no function \"{}\"", name)};
        }
        return arguments(*found, depth);
    }

    Result<ExpressionNode> arguments(const Function& function, int depth)
    {
        ExpressionNode node;
        node.kind = ExpressionNode::Kind::kCall;
        node.text = function.name;
        ++at_;
        skipSpace();
        bool more = at_ >= text_.size() || text_[at_] != ')';
        while (more) {
            auto argument = level(0, depth + 1);
            if (!argument) {
                return argument;
            }
            node.arguments.push_back(*std::move(argument));
            skipSpace();
            more = at_ < text_.size() && text_[at_] == ',';
            at_ += more ? 1 : 0;
        }
        if (at_ >= text_.size() || text_[at_] != ')') {
            return unexpected();
        }
        ++at_;
        const auto count = node.arguments.size();
        if (count < function.least || count > function.most) {
            return Error{
                ErrorKind::kInvalid,
                fmt::format("{}() has {} arguments too many or too few", function.name, count)};
        }
        return node;
    }

    std::string_view text_;
    const StateData& data_;
    std::size_t at_ = 0;
};

} // namespace

Result<ExpressionNode> parseExpression(std::string_view text, const StateData& data)
{
    if (text.size() > kLongestExpression) {
        return Error{ErrorKind::kInvalid, "it is longer than 4096 characters"};
    }
    return Parser(text, data).run();
}

} // namespace jtv::model

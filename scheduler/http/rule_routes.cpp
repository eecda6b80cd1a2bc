// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Rules: which playlist is shown when.
#include "scheduler/http/parts.h"
#include "scheduler/http/routes.h"
#include "scheduler/http/screen_fields.h"
#include "scheduler/library/recurrence_text.h"
#include "scheduler/library/rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jtv::http {
namespace {

json::Value ruleValue(const library::TimedRule& timed)
{
    json::Value value{
        {"id", timed.rule.id},
        {"playlist", timed.rule.playlist},
        {"priority", timed.rule.priority}};
    value.update(library::recurrenceValue(timed.rule.recurrence));
    value["screens"] = timed.screens;
    return value;
}

Result<library::TimedRule> readRule(Exchange& exchange)
{
    auto body = exchange.json();
    if (!body) {
        return std::move(body).error();
    }
    auto playlist = json::text(*body, "playlist");
    auto priority = json::optionalInteger(*body, "priority");
    auto screens = optionalTexts(*body, "screens");
    auto recurrence = library::readRecurrence(*body);
    if (!playlist) {
        return std::move(playlist).error();
    }
    if (!priority) {
        return std::move(priority).error();
    }
    if (!screens) {
        return std::move(screens).error();
    }
    if (!recurrence) {
        return std::move(recurrence).error();
    }
    library::TimedRule timed;
    timed.rule.playlist = *std::move(playlist);
    timed.rule.priority =
        static_cast<int>(std::clamp<std::int64_t>(priority->value_or(0), -1001, 1001));
    timed.rule.recurrence = *std::move(recurrence);
    timed.screens = screens->value_or(std::vector<std::string>());
    return timed;
}

void listRules(Exchange& exchange, Parts& parts)
{
    auto rules = parts.rules.list();
    if (!rules) {
        return exchange.problem(rules.error());
    }
    auto values = json::Value::array();
    for (const auto& rule : *rules) {
        values.push_back(ruleValue(rule));
    }
    exchange.answer(200, {{"rules", std::move(values)}});
}

void createRule(Exchange& exchange, Parts& parts)
{
    auto rule = readRule(exchange);
    if (!rule) {
        return exchange.problem(rule.error());
    }
    auto id = parts.rules.create(*std::move(rule), exchange.author());
    if (!id) {
        return exchange.problem(id.error());
    }
    exchange.answer(201, {{"id", *id}});
}

void replaceRule(Exchange& exchange, Parts& parts)
{
    auto rule = readRule(exchange);
    if (!rule) {
        return exchange.problem(rule.error());
    }
    rule->rule.id = exchange.parameter("id");
    if (auto done = parts.rules.replace(*rule, exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    exchange.answer(204);
}

void removeRule(Exchange& exchange, Parts& parts)
{
    if (auto done = parts.rules.remove(exchange.parameter("id"), exchange.author()); !done) {
        return exchange.problem(done.error());
    }
    exchange.answer(204);
}

constexpr std::string_view kRulesPath = "/api/v1/rules";
constexpr std::string_view kRulePath = "/api/v1/rules/{id}";

constexpr auto kRuleRoutes = std::to_array<Route>({
    {"GET",
     kRulesPath,
     Access::kView,
     0,
     listRules,
     "All rules, highest priority first",
     "",
     "",
     200,
     kJson,
     "Rules"},
    {"POST",
     kRulesPath,
     Access::kEdit,
     kJsonLimit,
     createRule,
     "Add a rule",
     kJson,
     "RuleDraft",
     201,
     kJson,
     "Id"},
    {"PUT",
     kRulePath,
     Access::kEdit,
     kJsonLimit,
     replaceRule,
     "Replace a rule",
     kJson,
     "RuleDraft",
     204,
     "",
     ""},
    {"DELETE", kRulePath, Access::kEdit, 0, removeRule, "Delete a rule", "", "", 204, "", ""},
});

} // namespace

std::vector<Route> ruleRoutes()
{
    return {kRuleRoutes.begin(), kRuleRoutes.end()};
}

} // namespace jtv::http

// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The route table as an OpenAPI 3.0 document.
#include "base/json/json.h"
#include "openapi_schemas.h"
#include "scheduler/http/route.h"
#include "scheduler/http/routes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace jtv::http {
namespace {

json::Value reference(std::string_view shape)
{
    return {{"$ref", "#/components/schemas/" + std::string(shape)}};
}

json::Value content(std::string_view type, std::string_view shape)
{
    auto schema =
        shape.empty() ? json::Value{{"type", "string"}, {"format", "binary"}} : reference(shape);
    return {{std::string(type), {{"schema", std::move(schema)}}}};
}

// Who may: the names of securitySchemes, each alone is enough.
json::Value security(Access access)
{
    const json::Value session{{"session", json::Value::array()}};
    const json::Value screen{{"screen", json::Value::array()}};
    switch (access) {
    case Access::kOpen:
        return json::Value::array();
    case Access::kScreen:
        return json::Value::array({screen});
    case Access::kScreenOrView:
        return json::Value::array({screen, session});
    default:
        return json::Value::array({session});
    }
}

json::Value parametersOf(std::string_view pattern)
{
    auto list = json::Value::array();
    for (auto at = pattern.find('{'); at != std::string_view::npos;
         at = pattern.find('{', at + 1)) {
        const auto end = pattern.find('}', at);
        list.push_back(
            {{"name", std::string(pattern.substr(at + 1, end - at - 1))},
             {"in", "path"},
             {"required", true},
             {"schema", {{"type", "string"}}}});
    }
    return list;
}

json::Value operation(const Route& route)
{
    json::Value success{{"description", "done"}};
    if (!route.answerType.empty()) {
        success["content"] = content(route.answerType, route.answerShape);
    }
    json::Value value{
        {"summary", std::string(route.summary)},
        {"security", security(route.access)},
        {"parameters", parametersOf(route.pattern)}};
    if (!route.requestType.empty()) {
        value["requestBody"] = {{"content", content(route.requestType, route.requestShape)}};
    }
    value["responses"] = {
        {std::to_string(route.status), std::move(success)},
        {"default",
         {{"description", "what went wrong, as a word and as a sentence"},
          {"content", content(kJson, "Problem")}}}};
    return value;
}

} // namespace

std::string openApiDocument(const std::vector<Route>& routes)
{
    json::Value paths = json::Value::object();
    for (const auto& route : routes) {
        // The page is no part of the interface.
        if (route.pattern.ends_with("{path...}")) {
            continue;
        }
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(), [](char c) {
            return static_cast<char>(c - 'A' + 'a');
        });
        paths[std::string(route.pattern)][method] = operation(route);
    }
    auto schemas = json::parse(kSchemas);
    return json::writePretty(
        {{"openapi", "3.0.3"},
         {"info",
          {{"title", "Jobcenter-TV scheduler"},
           {"version", "1"},
           {"description",
            "Requests of a logged-in browser that change something carry the header X-Jtv-Request: "
            "1. "
            "Every failure is {error, message}: a word for programs, a sentence for people."},
           {"license", {{"name", "EUPL-1.2"}}}}},
         {"paths", std::move(paths)},
         {"components",
          {{"securitySchemes",
            {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "jtv_session"}}},
             {"screen", {{"type", "http"}, {"scheme", "bearer"}}}}},
           {"schemas", schemas ? *std::move(schemas) : json::Value::object()}}}});
}

std::vector<Route> allRoutes()
{
    std::vector<Route> all;
    for (auto& group :
         {sessionRoutes(),
          screenRoutes(),
          enrolmentRoutes(),
          assetRoutes(),
          slideRoutes(),
          playlistRoutes(),
          ruleRoutes(),
          publishRoutes(),
          eventRoutes(),
          pageRoutes()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

} // namespace jtv::http

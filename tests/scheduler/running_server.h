// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The real server with all its parts, on a free port, in a directory of its own.
#pragma once

#include "base/crypto/crypto.h"
#include "base/json/json.h"
#include "scheduler/app/station.h"
#include "scheduler/http/server.h"
#include "tests/doubles/set_clock.h"
#include "tests/doubles/temporary_directory.h"
#include "tests/scheduler/raw_http.h"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>

namespace jtv::doubles {

inline constexpr const char* kPassword = "correct horse battery";

struct RunningServer : TemporaryDirectory {
    RunningServer() { start({}); }

    void start(const http::WatchLimits& limits)
    {
        server.reset();
        station.reset();
        std::signal(SIGPIPE, SIG_IGN);
        std::filesystem::create_directories(path() / "web" / "assets");
        clock.setWall(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
        station = std::make_unique<station::Station>(
            station::openData(path() / "data").value(),
            station::StationOptions{
                path() / "data",
                path() / "web",
                std::string(JTV_BINARY_DIR) + "/jtv-ingest",
                ingestService,
                true},
            clock);
        BOOST_REQUIRE(station->accounts().ensureAdministrator(kPassword));
        http::ServerOptions options;
        options.port = 0;
        options.limits = limits;
        server = http::Server::start(options, station->parts()).value();
        cookie.clear();
    }

    // One request on a connection of its own. `headers`: whole lines with their ends.
    Answer
    ask(const std::string& method,
        const std::string& target,
        const std::string& body = {},
        const std::string& headers = {})
    {
        RawHttp client(server->port());
        auto text =
            method + " " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers;
        if (!cookie.empty() && headers.find("Authorization") == std::string::npos) {
            text += "Cookie: " + cookie + "\r\nX-Jtv-Request: 1\r\n";
        }
        if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH") {
            text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        }
        client.send(text + "\r\n" + body);
        return client.read(method == "HEAD");
    }

    json::Value
    askJson(const std::string& method, const std::string& target, const std::string& body = {})
    {
        return json::parse(ask(method, target, body).body).value();
    }

    void logIn()
    {
        const auto answer =
            ask("POST",
                "/api/v1/session",
                std::string(R"({"name": "admin", "password": ")") + kPassword + "\"}");
        BOOST_REQUIRE(answer.status == 200);
        const auto set = answer.header("Set-Cookie");
        cookie = set.substr(0, set.find(';'));
    }

    // A screen that asked to be enrolled and was approved, by somebody who is logged in, with these
    // fields besides those it needs. Gives its id.
    std::string enrolScreen(json::Value asked, json::Value approved)
    {
        asked["public_key"] = crypto::toBase64(crypto::makeKeyPair().publicKey);
        asked["name"] = "Lobby";
        const auto codes = askJson("POST", "/api/v1/enrolment", json::write(asked));
        approved["user_code"] = codes.at("user_code");
        const auto answer = ask("POST", "/api/v1/enrolment/approve", json::write(approved));
        BOOST_REQUIRE_MESSAGE(answer.status == 200, answer.body);
        return json::text(*json::parse(answer.body), "screen").value();
    }

    std::filesystem::path ingestService;
    SetClock clock;
    std::unique_ptr<station::Station> station;
    std::unique_ptr<http::Server> server;
    std::string cookie;
};

} // namespace jtv::doubles

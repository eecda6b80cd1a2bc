// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each file is looked into by a jtv-ingest process of its own, which has the limits and the
// decoders.
#include "content/app/inspect_command.h"

#include "base/json/json.h"
#include "content/app/ingest_program.h"
#include "content/ingest/ingest_command.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

json::Value inspectOne(const std::string& file, int& exitCode)
{
    json::Value object{{"file", file}};
    auto text = ingest::inspectInOwnProcess(ingestProgram(), file);
    auto facts = text ? json::parse(*text) : Result<json::Value>(text.error());
    if (!facts) {
        exitCode = 1;
        object["error"] = facts.error().message;
        return object;
    }
    object.update(*facts);
    return object;
}

} // namespace

void addInspectCommand(const command::Command& program)
{
    const auto command = program.add(
        "inspect",
        "Say what is inside videos and pictures, and which boards decode them in hardware");
    command.footer("A JSON array, an object a file. Exit code 0: all understood, 1: one was "
                   "refused, 2: wrong usage.");
    auto files = std::make_shared<std::vector<std::string>>();
    command.option("FILE", *files, "videos and pictures").required();
    command.action([files] {
        int exitCode = 0;
        auto answer = json::Value::array();
        for (const auto& file : *files) {
            answer.push_back(inspectOne(file, exitCode));
        }
        fmt::print("{}\n", json::writePretty(answer));
        return exitCode;
    });
}

} // namespace jtv::app

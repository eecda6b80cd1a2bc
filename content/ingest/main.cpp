// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-ingest: one upload a process. Options, limits, one check, one JSON object.
#include "base/command/command.h"
#include "base/crypto/crypto.h"
#include "base/json/json.h"
#include "content/ingest/inspect.h"
#include "content/ingest/limits.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <string>

namespace jtv::ingest {
namespace {

struct Options {
    std::filesystem::path file;
    std::filesystem::path output;
    bool inspectOnly = false;
    std::int64_t seconds = Limits().duration.count();
    Limits limits;
};

void addOptions(const command::Command& app, Options& options)
{
    app.option("FILE", options.file, "the upload; it is only read").required();
    app.option("-o,--output", options.output, "existing folder for the checked copy");
    app.flag("--inspect", options.inspectOnly, "only say what is inside; nothing is written");
    app.option("--limit-bytes", options.limits.bytes, "largest video file").showDefault();
    app.option(
           "--limit-pixels", options.limits.pixels, "largest picture of a video, width x height")
        .showDefault();
    app.option("--limit-seconds", options.seconds, "longest video")
        .within(1, 7 * 24 * 3600)
        .showDefault();
}

Result<json::Value> run(const Options& options)
{
    if (options.inspectOnly) {
        const auto facts = inspect(options.file, options.limits);
        return facts ? Result<json::Value>(toJson(*facts)) : facts.error();
    }
    const auto checked = check(options.file, options.output, options.limits);
    if (!checked) {
        return checked.error();
    }
    json::Value answer{
        {"file", checked->file.string()}, {"sha256", checked->sha256}, {"size", checked->size}};
    answer.update(toJson(checked->facts));
    return answer;
}

int report(const Result<json::Value>& answer)
{
    if (!answer) {
        fmt::print(stderr, "{}\n", answer.error().message);
        return 1;
    }
    fmt::print("{}\n", json::write(*answer));
    return 0;
}

int checkUpload(Options& options)
{
    if (!options.inspectOnly && !std::filesystem::is_directory(options.output)) {
        fmt::print(stderr, "name an existing folder for the copy with -o\n");
        return command::kWrongUsage;
    }
    options.limits.duration = std::chrono::seconds{options.seconds};
    confine(options.limits);
    if (!crypto::start()) {
        fmt::print(stderr, "the system has no source of random numbers\n");
        return 1;
    }
    try {
        return report(run(options));
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "the file needs more memory than a check may use; save it smaller\n");
    } catch (const std::exception& error) {
        fmt::print(stderr, "the check failed: {}\n", error.what());
    }
    return 1;
}

} // namespace
} // namespace jtv::ingest

namespace ingest = jtv::ingest;

int main(int argc, char** argv)
{
    const jtv::command::Program program(
        "jtv-ingest", "Looks into an uploaded video or picture and makes the checked copy of it.");
    ingest::Options options;
    ingest::addOptions(program, options);
    program.action([&options] { return ingest::checkUpload(options); });
    return program.run(argc, argv);
}

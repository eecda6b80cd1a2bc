// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// The work is done by a jtv-ingest process in a sandbox; here its lines are shown.
#include "content/app/prepare_command.h"

#include "base/file.h"
#include "base/json/json.h"
#include "content/app/exit_code.h"
#include "content/app/ingest_program.h"
#include "content/ingest/ingest_command.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>

namespace jtv::app {
namespace {

struct Wanted {
    ingest::Job job;
    std::string board;
    std::string surround = "none";
    std::string preset = "faster";
    int rotate = 0;
    int quality = 0;
    int threads = 0;
    bool unsafe = false;
};

// Set by SIGTERM and SIGINT.
std::atomic<bool>& cancelled()
{
    static std::atomic<bool> wanted{false};
    return wanted;
}

void onSignal(int /*number*/)
{
    cancelled() = true;
}

bool isOneOf(const std::string& word, std::initializer_list<const char*> words)
{
    for (const auto* known : words) {
        if (word == known) {
            return true;
        }
    }
    return false;
}

// An empty sentence: the words are good.
std::string faultIn(const Wanted& wanted)
{
    if (!isOneOf(wanted.board, {"pi3", "pi4", "pi5", "vaapi", "none"})) {
        return "name the board: --board pi3, pi4, pi5, vaapi or none";
    }
    if (!isOneOf(wanted.surround, {"none", "plain", "blurred"})) {
        return "a surround is none, plain or blurred";
    }
    if (wanted.rotate % 90 != 0) {
        return "a screen hangs turned by 0, 90, 180 or 270 degrees";
    }
    return {};
}

void showProgress(const std::string& line)
{
    const auto object = json::parse(line);
    if (object && object->contains("step") && object->contains("progress")) {
        fmt::print(
            stderr,
            "{:3.0f} % {}\n",
            100 * (*object)["progress"].get<double>(),
            json::text(*object, "step").value());
    }
}

int prepare(Wanted& wanted)
{
    if (const auto fault = faultIn(wanted); !fault.empty()) {
        return complain(fault, kUnusable);
    }
    const auto bubblewrap = ingest::findBubblewrap();
    if (!bubblewrap && !wanted.unsafe) {
        return complain(
            "there is no sandbox for foreign files here; install bubblewrap and allow user "
            "namespaces, or say --unsafe-ingest for files you trust",
            kFault);
    }
    if (auto made = makeDirectory(wanted.job.output); !made) {
        return complain(made.error(), kFault);
    }
    if (!std::filesystem::is_regular_file(wanted.job.file)) {
        return complain(
            fmt::format("there is no file {}; check the path", wanted.job.file.string()), kFault);
    }
    wanted.job.program = ingestProgram();
    wanted.job.options = {
        "--board",
        wanted.board,
        "--rotate",
        std::to_string(wanted.rotate),
        "--surround",
        wanted.surround,
        "--preset",
        wanted.preset,
        "--quality",
        std::to_string(wanted.quality),
        "--threads",
        std::to_string(wanted.threads)};
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    const auto answer = ingest::runJob(wanted.job, {{}, bubblewrap}, showProgress, cancelled());
    const auto object = answer ? json::parse(*answer) : Result<json::Value>(answer.error());
    if (!object) {
        return complain(object.error(), kFault);
    }
    fmt::print("{}\n", json::writePretty(*object));
    return 0;
}

} // namespace

void addPrepareCommand(const command::Command& program)
{
    const auto command =
        program.add("prepare", "Make of a video what a board decodes in hardware, with stills");
    command.footer(
        "A video that fits is copied as it is. Progress on stderr, one JSON object on "
        "stdout. A job that was killed goes on where it was when it is started again "
        "with the same folder. Exit code 0: made, 1: refused or stopped, 2: wrong usage.");
    auto wanted = std::make_shared<Wanted>();
    command.option("FILE", wanted->job.file, "video or picture; it is only read").required();
    command.option("--board", wanted->board, "pi3, pi4, pi5, vaapi or none").required();
    command.option("-o,--output", wanted->job.output, "folder for the results").required();
    command.option("--rotate", wanted->rotate, "clockwise, for a screen that hangs turned")
        .within(0, 270);
    command.option("--surround", wanted->surround, "of an upright video: none, plain or blurred")
        .showDefault();
    command.option("--preset", wanted->preset, "of the encoder, ultrafast to slower").showDefault();
    command.option("--quality", wanted->quality, "constant rate factor; 0 = usual").within(0, 50);
    command.option("--threads", wanted->threads, "of the encoder; 0 = its choice").within(0, 64);
    command.flag(
        "--unsafe-ingest", wanted->unsafe, "work without a sandbox where none can be made");
    command.action([wanted] { return prepare(*wanted); });
}

} // namespace jtv::app

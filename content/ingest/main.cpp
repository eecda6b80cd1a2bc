// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// jtv-ingest: one upload a process. Options, limits, one job; progress and answer as lines of JSON.
#include "base/command/command.h"
#include "base/crypto/crypto.h"
#include "base/json/json.h"
#include "content/ingest/handed.h"
#include "content/ingest/inspect.h"
#include "content/ingest/prepare.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace jtv::ingest {
namespace {

// Encoding a long film takes hours of a small processor.
constexpr std::chrono::hours kEncoding{48};
// Decoding one, some.
constexpr std::chrono::hours kMeasuring{8};

struct Options {
    Upload upload;
    std::string board;
    std::string surround = "none";
    int rotate = 0;
    bool inspectOnly = false;
    bool handed = false;
    bool always = false;
    std::int64_t seconds = Limits().duration.count();
};

// Set by SIGTERM and SIGINT.
Cancelled& cancelled()
{
    static Cancelled wanted{false};
    return wanted;
}

void onSignal(int /*number*/)
{
    cancelled() = true;
}

void addEncoding(const command::Command& app, Options& options)
{
    auto& encoder = options.upload.encoder;
    app.option("--board", options.board, "make what it decodes: pi3, pi4, pi5, vaapi or none");
    app.option("--rotate", options.rotate, "0, 90, 180 or 270, for a screen that hangs turned");
    app.option("--surround", options.surround, "of an upright video: none, plain or blurred");
    app.flag("--always", options.always, "encode what fits, too");
    app.option("--work", options.upload.work, "folder where a job that was cut off goes on");
    app.option("--preset", encoder.preset, "of the encoder, ultrafast to slower").showDefault();
    app.option("--quality", encoder.quality, "constant rate factor; 0 = usual").within(0, 50);
    app.option("--threads", encoder.threads, "of the encoder; 0 = its choice").within(0, 64);
}

void addOptions(const command::Command& app, Options& options)
{
    auto& limits = options.upload.limits;
    app.option("FILE", options.upload.file, "the upload; it is only read");
    app.option("-o,--output", options.upload.output, "existing folder for the results");
    app.flag("--inspect", options.inspectOnly, "only say what is inside; nothing is written");
    app.flag("--measure", options.upload.measure, "loudness and flashes of what is copied, too");
    app.flag("--handed", options.handed, "take the job that comes over the socket at stdin");
    addEncoding(app, options);
    app.option("--limit-bytes", limits.bytes, "largest video file").showDefault();
    app.option("--limit-pixels", limits.pixels, "largest picture of a video, width x height")
        .showDefault();
    app.option("--limit-seconds", options.seconds, "longest video")
        .within(1, std::int64_t{7} * 24 * 3600)
        .showDefault();
}

// One line a step and percent.
class ProgressLines {
public:
    void operator()(std::string_view step, double done)
    {
        const int percent = static_cast<int>(100 * done);
        if (step == step_ && percent == percent_) {
            return;
        }
        step_ = step;
        percent_ = percent;
        fmt::print("{}\n", json::write({{"step", step_}, {"progress", percent / 100.0}}));
        std::fflush(stdout);
    }

private:
    std::string step_;
    int percent_ = -1;
};

Result<json::Value> run(const Upload& upload, bool inspectOnly)
{
    if (inspectOnly) {
        auto facts = inspect(upload.file, upload.limits);
        if (!facts) {
            return std::move(facts).error();
        }
        if (upload.measure && facts->kind == model::FileKind::kVideo) {
            const auto quiet = [](std::string_view /*step*/, double /*done*/) {};
            if (auto done = measure(upload.file, *facts, quiet, cancelled()); !done) {
                return std::move(done).error();
            }
        }
        return toJson(*facts);
    }
    const auto prepared = prepare(upload, ProgressLines(), cancelled());
    return prepared ? Result<json::Value>(toJson(*prepared)) : prepared.error();
}

// Errors: those of the job, and what was thrown.
Result<json::Value> runGuarded(const Options& options)
{
    if (!crypto::start()) {
        return Error{ErrorKind::kUnavailable, "the system has no source of random numbers"};
    }
    try {
        return run(options.upload, options.inspectOnly);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorKind::kInvalid,
            "the file needs more memory than a check may use; save it smaller"};
    } catch (const std::exception& error) {
        return Error{ErrorKind::kInternal, fmt::format("the check failed: {}", error.what())};
    }
}

// The exit code.
int report(const Result<json::Value>& answer, bool handed)
{
    if (handed) {
        const auto line = answer ? json::Value{{"answer", *answer}}
                                 : json::Value{{"error", answer.error().message}};
        fmt::print("{}\n", json::write(line));
    } else if (answer) {
        fmt::print("{}\n", json::write(*answer));
    } else {
        fmt::print(stderr, "{}\n", answer.error().message);
    }
    return answer ? 0 : 1;
}

// Errors: kInvalid, for words that no option has.
Status finishOptions(Options& options)
{
    auto& upload = options.upload;
    if (upload.file.empty()) {
        return Error{ErrorKind::kInvalid, "name the upload"};
    }
    if (!options.inspectOnly && !std::filesystem::is_directory(upload.output)) {
        return Error{ErrorKind::kInvalid, "name an existing folder for the results with -o"};
    }
    upload.limits.duration = std::chrono::seconds{options.seconds};
    if (upload.measure) {
        upload.limits.processor = kMeasuring;
    }
    if (options.board.empty()) {
        return Done{};
    }
    auto wishes = parseWishes(options.board, options.rotate, options.surround);
    if (!wishes) {
        return std::move(wishes).error();
    }
    if (!isPreset(upload.encoder.preset)) {
        return Error{
            ErrorKind::kInvalid,
            fmt::format("there is no preset {}; name one as medium", upload.encoder.preset)};
    }
    upload.wishes = *wishes;
    upload.wishes->always = options.always;
    upload.limits.processor = kEncoding;
    return Done{};
}

int checkUpload(Options& options)
{
    if (auto finished = finishOptions(options); !finished) {
        fmt::print(stderr, "{}\n", finished.error().message);
        return command::kWrongUsage;
    }
    confine(options.upload.limits);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    const auto answer = runGuarded(options);
    if (options.handed && !cancelled()) {
        std::error_code ignored;
        std::filesystem::remove_all(options.upload.work, ignored); // nobody goes on with it
    }
    return report(answer, options.handed);
}

constexpr std::string_view kHelp =
    "Looks into an uploaded video or picture and makes the checked files of it.";

int runHanded(std::vector<std::string> words)
{
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (auto& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const command::Program program("jtv-ingest", kHelp);
    Options options;
    addOptions(program, options);
    program.action([&options] {
        options.handed = true;
        return checkUpload(options);
    });
    return program.run(static_cast<int>(words.size()), argv.data());
}

int takeHanded()
{
    const auto job = receiveJob(STDIN_FILENO);
    if (!job) {
        return report(job.error(), true);
    }
    cancelOnHangUp(STDIN_FILENO, cancelled());
    ProgressLines()("begin", 0);
    const int code = runHanded(wordsOf(*job));
    if (code == command::kWrongUsage) {
        constexpr auto kOther = "the ingest service is of another version; restart the server";
        return report(Error{ErrorKind::kInvalid, kOther}, true);
    }
    return code;
}

} // namespace
} // namespace jtv::ingest

namespace ingest = jtv::ingest;

int main(int argc, char** argv)
{
    const jtv::command::Program program("jtv-ingest", ingest::kHelp);
    ingest::Options options;
    ingest::addOptions(program, options);
    program.action([&options] {
        return options.handed ? ingest::takeHanded() : ingest::checkUpload(options);
    });
    return program.run(argc, argv);
}

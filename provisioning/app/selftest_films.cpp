// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Makes films, plays them, and looks meanwhile at what the kernel says about their memory.
#include "provisioning/app/selftest_films.h"

#include "base/file.h"
#include "provisioning/app/child.h"
#include "provisioning/app/film_judgement.h"

#include <fmt/format.h>
#include <fstream>
#include <future>
#include <map>
#include <sstream>
#include <unistd.h>

namespace jtv::app {
namespace {

using State = Finding::State;
using Path = std::filesystem::path;

constexpr std::size_t kMostFigures = std::size_t{16} << 20U;
constexpr int kSeconds = 5;        // of each film
constexpr int kNoDisplay = 3;      // of jtv-player
constexpr int kSequenceRounds = 5; // of all films in turn
constexpr std::chrono::milliseconds kLookEvery{100};
const Path kBufferList{"/sys/kernel/debug/dma_buf/bufinfo"};

// Gone with all that is in it.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() / fmt::format("jtv-selftest-{}", ::getpid()))
    {
        std::error_code none;
        std::filesystem::create_directory(path_, none);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder()
    {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    const Path& path() const { return path_; }

private:
    Path path_;
};

// A file of debugfs has no size that could be asked for.
std::vector<SharedBuffer> look()
{
    std::ifstream file(kBufferList);
    std::ostringstream text;
    text << file.rdbuf();
    return readBufferList(text.str());
}

struct Played {
    json::Value statistics;
    std::optional<SharedBuffer> proof;
};

Result<Played> play(const Path& folder, const FilmWishes& wishes, std::vector<std::string> words)
{
    const auto file = folder / "statistics.json";
    words.insert(
        words.begin(),
        {"play", wishes.offscreen ? "--offscreen" : "--kiosk", "--stats", file.string()});
    const auto before = look();
    auto playing = std::async(
        std::launch::async, [&words] { return runChild(siblingProgram("jtv-player"), words); });
    Played played;
    while (playing.wait_for(kLookEvery) != std::future_status::ready) {
        played.proof = played.proof ? played.proof : zeroCopyIn(look(), before);
    }
    const auto end = playing.get();
    if (end && end->code == kNoDisplay) {
        return Error{
            ErrorKind::kDenied,
            "the screen is not free; stop the player first: systemctl stop jtv-player"};
    }
    const auto bytes = readFile(file, kMostFigures);
    auto statistics =
        bytes ? json::parse(*bytes, kMostFigures) : Result<json::Value>(bytes.error());
    if (!end || !statistics) {
        return Error{
            ErrorKind::kInternal,
            "the player did not play; start it by hand to see why: jtv-player play FILE"};
    }
    std::error_code none;
    std::filesystem::remove(file, none);
    played.statistics = *std::move(statistics);
    return played;
}

Finding faultOf(const std::string& name, const Error& error)
{
    return {State::kFault, "film", fmt::format("{}: {}", name, error.message)};
}

// What is played: by a name for people, with the rate that must be reached.
struct Sample {
    Path file;
    std::string name;
    int fps = 0;
};

std::vector<Sample> givenFilms(const FilmWishes& wishes)
{
    std::vector<Sample> samples;
    for (const auto& file : wishes.files) {
        samples.push_back({std::filesystem::absolute(file), file.filename().string(), 0});
    }
    return samples;
}

std::vector<Sample> makeFilms(const Path& folder, std::vector<Finding>& findings)
{
    std::vector<Sample> samples;
    const auto known = runChild(siblingProgram("jtv-player"), {"decoders"});
    for (const auto& film : filmsFor(known ? known->output : "")) {
        const auto file = folder / fmt::format(
                                       "{}-{}-{}.{}",
                                       film.codec,
                                       film.height,
                                       film.fps,
                                       film.codec == "vp8" ? "webm" : "mp4");
        const auto end = runChild(
            siblingProgram("jtv-player"),
            {"testfilm",
             "--codec",
             film.codec,
             "--width",
             std::to_string(film.width),
             "--height",
             std::to_string(film.height),
             "--fps",
             std::to_string(film.fps),
             "--pictures",
             std::to_string(film.fps * kSeconds),
             file.string()});
        if (end && end->code == 0) {
            samples.push_back({file, nameOf(film), film.fps});
        } else {
            findings.push_back(
                {State::kWarning,
                 "film",
                 nameOf(film) + ": not tested, it could not be made; the reason stands above"});
        }
    }
    return samples;
}

void playSequence(
    const std::string& name,
    const Path& folder,
    const FilmWishes& wishes,
    const std::string& body,
    std::vector<Finding>& findings)
{
    const auto playlist = folder / "sequence.smil";
    if (const auto written =
            replaceFile(playlist, "<smil><body><seq>" + body + "</seq></body></smil>\n");
        !written) {
        findings.push_back(faultOf(name, written.error()));
        return;
    }
    const auto played = play(folder, wishes, {playlist.string()});
    findings.push_back(
        played ? judgeSequence(name, played->statistics) : faultOf(name, played.error()));
}

std::string mediaOf(const Sample& sample, int times)
{
    std::string source;
    for (const char letter : sample.file.string()) {
        source += letter == '&'   ? "&amp;"
                  : letter == '<' ? "&lt;"
                  : letter == '"' ? "&quot;"
                                  : std::string(1, letter);
    }
    return fmt::format("<video src=\"{}\" repeatCount=\"{}\"/>", source, times);
}

} // namespace

std::vector<Finding> testFilms(const FilmWishes& wishes)
{
    const Folder folder;
    std::vector<Finding> findings;
    const auto samples =
        wishes.files.empty() ? makeFilms(folder.path(), findings) : givenFilms(wishes);
    if (samples.empty()) {
        return findings;
    }
    std::string all;
    for (const auto& sample : samples) {
        const auto played = play(folder.path(), wishes, {sample.file.string()});
        findings.push_back(
            played ? judgeFilm(sample.name, played->statistics, sample.fps, played->proof)
                   : faultOf(sample.name, played.error()));
        if (!played && played.error().kind == ErrorKind::kDenied) {
            return findings;
        }
        all += mediaOf(sample, 1);
    }
    if (!wishes.offscreen && ::access(kBufferList.c_str(), R_OK) != 0) {
        findings.push_back(
            {State::kWarning,
             "film",
             "who made and who read the pictures was not seen; run as root with debugfs mounted"});
    }
    std::string rounds;
    for (int round = 0; round < kSequenceRounds; ++round) {
        rounds += all;
    }
    playSequence("all in turn", folder.path(), wishes, rounds, findings);
    playSequence(
        fmt::format("{} {} times", samples.front().name, wishes.loops),
        folder.path(),
        wishes,
        mediaOf(samples.front(), wishes.loops),
        findings);
    return findings;
}

} // namespace jtv::app

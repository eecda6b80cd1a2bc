// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each file is reviewed as what it is: a slide, captions, plain German text, a video or picture.
#include "content/app/review_command.h"

#include "base/file.h"
#include "base/json/json.h"
#include "content/app/exit_code.h"
#include "content/app/target_options.h"
#include "content/captions/captions.h"
#include "content/ingest/ingest_command.h"
#include "content/ingest/read_facts.h"
#include "content/model/leaf.h"
#include "content/review/media_review.h"
#include "content/review/plain_german.h"
#include "content/review/slide_review.h"
#include "content/review/speller.h"
#include "content/xml/slide.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

constexpr std::size_t kMostBytes = std::size_t{8} << 20U;

using Findings = std::vector<review::Finding>;

struct ReviewOptions {
    std::vector<std::string> files;
    std::string language = "en";
    std::string today;
    std::vector<std::string> boards;
    bool scores = false;
    TargetOptions target;
};

// What does not change from file to file.
struct Setting {
    review::SlideReview slide;
    review::MediaReview media;
    std::optional<review::Speller> speller;
    bool scores = false;
};

Result<model::Day> dayFrom(const std::string& text)
{
    if (text.empty()) {
        return model::Day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    }
    return model::parseDay(text);
}

Result<Setting> settingFrom(const ReviewOptions& options)
{
    if (options.language != "de" && options.language != "en") {
        return Error{ErrorKind::kInvalid, "--language must be de or en"};
    }
    const auto target = targetFrom(options.target);
    const auto today = dayFrom(options.today);
    if (!target || !today) {
        return !target ? target.error() : today.error();
    }
    Setting setting;
    setting.slide.target = *target;
    setting.slide.today = *today;
    setting.media.boards = options.boards;
    setting.scores = options.scores;
    auto speller = review::Speller::german();
    if (speller) {
        setting.speller.emplace(*std::move(speller));
    } else {
        fmt::print(stderr, "jtv-content: {}; spelling is not checked\n", speller.error().message);
    }
    return setting;
}

bool hasCaptionsBeside(const std::filesystem::path& video)
{
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(
             video.has_parent_path() ? video.parent_path() : ".", fault)) {
        const auto name = entry.path().filename().string();
        const auto end = entry.path().extension();
        if (name.rfind(video.stem().string() + ".", 0) == 0 &&
            (end == ".vtt" || end == ".srt" || end == ".ass")) {
            return true;
        }
    }
    return false;
}

Result<Findings> reviewVideo(const std::string& file, Setting& setting)
{
    std::error_code fault;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", fault);
    auto inspected = ingest::inspectInOwnProcess(self.parent_path() / "jtv-ingest", file, true);
    const auto object =
        inspected ? json::parse(*inspected) : Result<json::Value>(inspected.error());
    if (!object) {
        return object.error();
    }
    const auto facts = ingest::readFacts(*object);
    if (!facts) {
        return facts.error();
    }
    auto options = setting.media;
    options.captionsBeside = hasCaptionsBeside(file);
    return review::reviewMedia(*facts, file, options);
}

Findings reviewLines(const std::string& bytes, const std::string& file, const Setting& setting)
{
    review::PlainLanguage plain;
    plain.speller = setting.speller ? &*setting.speller : nullptr;
    Findings findings;
    int number = 1;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        for (auto& finding :
             review::reviewGerman(bytes.substr(at, end - at), {file, number}, plain)) {
            findings.push_back(std::move(finding));
        }
        at = end + 1;
    }
    return findings;
}

void printScore(const std::string& file, int line, const std::string& words)
{
    fmt::print("{}:{}: note: reading ease {:.0f} of 100\n", file, line, review::readingEase(words));
}

void printScores(const model::Slide& slide, const std::string& file)
{
    for (const auto& text : slide.texts) {
        if (text.language == "de" || text.language.rfind("de-", 0) == 0) {
            std::string words;
            for (const auto& leaf : model::leavesOf(text)) {
                words += leaf.text +
                         (leaf.text.find_last_of(".!?") == leaf.text.size() - 1 ? " " : ". ");
            }
            printScore(file, text.place.line, words);
        }
    }
}

Result<Findings> reviewBytes(const std::string& bytes, const std::string& file, Setting& setting)
{
    const auto name = std::filesystem::path(file);
    if (name.extension() == ".txt") {
        if (setting.scores) {
            printScore(file, 1, bytes);
        }
        return reviewLines(bytes, file, setting);
    }
    if (captions::formatOf(bytes)) {
        auto read = captions::parseCaptions(bytes, file);
        if (!read) {
            return std::move(read).error();
        }
        read->track.language = captions::languageOfName(name);
        return review::reviewCaptions(read->track, file);
    }
    const auto slide = xml::readSlide(bytes, file);
    if (!slide) {
        return slide.error();
    }
    if (setting.scores) {
        printScores(*slide, file);
    }
    setting.slide.speller = setting.speller ? &*setting.speller : nullptr;
    return review::reviewSlide(*slide, setting.slide);
}

bool isText(const std::filesystem::path& file)
{
    const auto end = file.extension();
    return end == ".xml" || end == ".txt" || end == ".vtt" || end == ".srt" || end == ".ass" ||
           end == ".ssa";
}

int reviewFile(const std::string& file, Setting& setting, bool german)
{
    auto findings = Result<Findings>(Findings{});
    if (isText(file)) {
        const auto bytes = readFile(file, kMostBytes);
        if (!bytes) {
            return complain(bytes.error(), kUnusable);
        }
        findings = reviewBytes(*bytes, file, setting);
    } else if (!std::filesystem::exists(file)) {
        return complain(
            {ErrorKind::kNotFound, fmt::format("there is no file {}", file)}, kUnusable);
    } else {
        findings = reviewVideo(file, setting);
    }
    if (!findings) {
        const auto& message = findings.error().message;
        const bool placed = message.rfind(file + ":", 0) == 0;
        fmt::print("{}\n", placed ? message : fmt::format("{}:1: error: {}", file, message));
        return kFault;
    }
    int code = 0;
    for (const auto& finding : *findings) {
        code = finding.severity == review::Severity::kAdvice ? code : kFault;
        fmt::print(
            "{}:{}: {}: {}\n",
            finding.place.file,
            finding.place.line,
            review::nameOf(finding.severity),
            german ? finding.text.german : finding.text.english);
    }
    return code;
}

int reviewAll(const ReviewOptions& options)
{
    auto setting = settingFrom(options);
    if (!setting) {
        return complain(setting.error(), kUnusable);
    }
    int code = 0;
    for (const auto& file : options.files) {
        code = std::max(code, reviewFile(file, *setting, options.language == "de"));
    }
    return code;
}

} // namespace

void addReviewCommand(const command::Command& program)
{
    const auto command = program.add(
        "review",
        "The checks before publishing; a line a finding: FILE:LINE: advice|warning|error: text");
    command.footer(
        "Exit code 0: nothing or advice only, 1: warnings or errors, 2: wrong usage or a "
        "file that cannot be read.");
    auto options = std::make_shared<ReviewOptions>();
    command
        .option(
            "FILE",
            options->files,
            "slides (.xml), captions (.vtt, .srt, .ass), German text (.txt), videos, pictures")
        .required();
    command.option("--language", options->language, "of the findings: de or en").showDefault();
    command.option("--today", options->today, "what counts as past: 2026-11-22; default: today");
    command
        .option(
            "--board", options->boards, "that will show it: pi3, pi4, pi5, vaapi; may be repeated")
        .oneValueEach();
    command.flag(
        "--scores", options->scores, "reading ease of German text (Amstad), 0 hard, 100 easy");
    addTargetOptions(command, options->target);
    command.action([options] { return reviewAll(*options); });
}

} // namespace jtv::app

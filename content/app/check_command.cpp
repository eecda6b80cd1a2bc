// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Each file is read as what its root element or name says; a line a finding: FILE:LINE:
// error|warning: text.
#include "content/app/check_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/captions/captions.h"
#include "content/xml/document.h"
#include "content/xml/plan.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"
#include "content/xml/xliff.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

// "FILE:LINE: text" → "FILE:LINE: error: text"; a message without a place stands for the first
// line.
std::string asFinding(const std::string& file, const std::string& message)
{
    const auto start = file + ":";
    if (message.rfind(start, 0) == 0) {
        const auto end = message.find_first_not_of("0123456789", start.size());
        if (end != std::string::npos && end > start.size() && message.compare(end, 2, ": ") == 0) {
            return message.substr(0, end) + ": error: " + message.substr(end + 2);
        }
    }
    return fmt::format("{}:1: error: {}", file, message);
}

int report(std::vector<model::Remark> remarks)
{
    std::stable_sort(remarks.begin(), remarks.end(), [](const auto& a, const auto& b) {
        return a.place.line < b.place.line;
    });
    int worst = 0;
    for (const auto& remark : remarks) {
        const bool fault = remark.severity == model::Remark::Severity::kError;
        worst = fault ? kFault : worst;
        fmt::print(
            "{}:{}: {}: {}\n",
            remark.place.file,
            remark.place.line,
            fault ? "error" : "warning",
            remark.text);
    }
    return worst;
}

int report(const std::string& file, const Error& error)
{
    fmt::print("{}\n", asFinding(file, error.message));
    return kFault;
}

template <typename T>
int reportIfBroken(const std::string& file, const Result<T>& read)
{
    return read ? 0 : report(file, read.error());
}

int checkSmil(const std::string& bytes, const std::string& file)
{
    auto playlist = xml::parseSmil(bytes, file);
    return playlist ? report(std::move(playlist->remarks)) : report(file, playlist.error());
}

bool isCaptions(const std::string& bytes, const std::string& file)
{
    const auto extension = std::filesystem::path(file).extension();
    return extension == ".vtt" || extension == ".srt" || extension == ".ass" ||
           extension == ".ssa" || bytes.starts_with("WEBVTT");
}

int checkCaptions(const std::string& bytes, const std::string& file)
{
    auto read = captions::parseCaptions(bytes, file);
    return read ? report(std::move(read->remarks)) : report(file, read.error());
}

int checkFile(const std::string& file)
{
    const auto bytes = readFile(file, xml::kMaxPlanBytes);
    if (!bytes) {
        return complain(bytes.error(), kUnusable);
    }
    if (isCaptions(*bytes, file)) {
        return checkCaptions(*bytes, file);
    }
    const auto document =
        xml::Document::parse(*bytes, file, {.bytes = xml::kMaxPlanBytes, .repair = true});
    if (!document) {
        return report(file, document.error());
    }
    const auto root = document->root();
    if (root.name() == "smil") {
        return checkSmil(*bytes, file);
    }
    if (root.name() == "slide") {
        return reportIfBroken(file, xml::readSlide(*bytes, file));
    }
    if (root.name() == "plan") {
        return reportIfBroken(file, xml::readPlan(*bytes, file));
    }
    if (root.name() == "xliff") {
        return reportIfBroken(file, xml::readXliff(*bytes, file));
    }
    return report(
        file,
        root.error(fmt::format(
            "<{}> is not known here; check reads playlists (smil), slides (slide), plans (plan), "
            "translations (xliff) and captions (.vtt, .srt, .ass)",
            root.name())));
}

} // namespace

void addCheckCommand(const command::Command& program)
{
    const auto command = program.add(
        "check",
        "Check playlists, slides, plans, translations and captions; a line a finding: "
        "FILE:LINE: error|warning: text");
    command.footer(
        "Exit code 0: all good, 1: faults, 2: wrong usage or a file that cannot be read.");
    auto files = std::make_shared<std::vector<std::string>>();
    command.option("FILE", *files, "SMIL, slide, plan, XLIFF or caption files").required();
    command.action([files] {
        int exitCode = 0;
        for (const auto& file : *files) {
            exitCode = std::max(exitCode, checkFile(file));
        }
        return exitCode;
    });
}

} // namespace jtv::app

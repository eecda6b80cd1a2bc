// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Caption files of a video.
#include "player/show/sidecar.h"

#include "content/captions/captions.h"
#include "player/show/log.h"

#include <algorithm>
#include <array>

namespace jtv::show {
namespace {

constexpr std::string_view kParam = "captions";

bool isCaptionFile(const std::filesystem::path& file)
{
    constexpr std::array<std::string_view, 4> kEndings{".vtt", ".srt", ".ass", ".ssa"};
    const auto ending = file.extension().string();
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

} // namespace

std::vector<Sidecar> captionsBeside(const std::filesystem::path& video)
{
    std::vector<Sidecar> files;
    std::error_code failed;
    const auto folder = video.has_parent_path() ? video.parent_path() : std::filesystem::path(".");
    const auto stem = video.stem().string();
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        const auto name = at->path().filename().string();
        if (!name.starts_with(stem + ".") || !isCaptionFile(at->path())) {
            continue;
        }
        auto language = captions::languageOfName(at->path());
        auto expected = stem;
        if (!language.empty()) {
            expected.append(".").append(language);
        }
        if (at->path().stem().string() == expected) {
            files.push_back({at->path(), std::move(language)});
        }
    }
    std::sort(files.begin(), files.end(), [](const Sidecar& one, const Sidecar& other) {
        return one.file < other.file;
    });
    return files;
}

std::vector<Sidecar> captionsNamed(const model::Media& media, const Resolve& resolve)
{
    std::vector<Sidecar> files;
    for (const auto& param : media.params) {
        const bool named = param.name == kParam || param.name.starts_with("captions-");
        if (!named || !resolve) {
            continue;
        }
        model::Media wanted;
        wanted.kind = model::MediaKind::kText;
        wanted.source = param.value;
        auto source = resolve(wanted);
        const auto* file = source ? std::get_if<std::filesystem::path>(&*source) : nullptr;
        if (file == nullptr) {
            kCaptionLog.warning(
                "{}: the captions {} are not shown: {}",
                media.source,
                param.value,
                source ? "they are no file" : source.error().message);
            continue;
        }
        auto language = param.name == kParam ? captions::languageOfName(param.value)
                                             : param.name.substr(kParam.size() + 1);
        files.push_back({*file, std::move(language)});
    }
    return files;
}

CaptionFile
readSidecar(const std::vector<Sidecar>& files, const std::vector<std::string>& languages)
{
    std::vector<std::string> spoken;
    spoken.reserve(files.size());
    for (const auto& file : files) {
        spoken.push_back(file.language);
    }
    const auto best = captions::bestLanguage(spoken, languages);
    if (!best) {
        return {};
    }
    auto read = captions::readCaptions(files[*best].file);
    if (!read) {
        kCaptionLog.warning("the captions are not shown: {}", read.error().message);
        return {};
    }
    for (const auto& remark : read->remarks) {
        kCaptionLog.debug("{}:{}: {}", remark.place.file, remark.place.line, remark.text);
    }
    read->track.language = files[*best].language;
    return {
        std::make_shared<const model::CaptionTrack>(std::move(read->track)),
        files[*best].file.filename().string()};
}

} // namespace jtv::show

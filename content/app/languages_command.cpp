// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Playlist → its items' turns → the waits of each language.
#include "content/app/languages_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/model/language_loop.h"
#include "content/xml/slide.h"
#include "content/xml/smil.h"

#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

struct LanguagesOptions {
    std::string playlist;
    std::vector<std::string> languages;
    std::string order = "automatic";
    int filmSeconds = 30;
};

Result<std::shared_ptr<const model::Slide>>
slideOf(const LanguagesOptions& options, const model::Media& media)
{
    const auto file = std::filesystem::path(options.playlist).parent_path() / media.source;
    const auto bytes = readFile(file, xml::kMaxSlideBytes);
    auto slide =
        bytes ? xml::readSlide(*bytes, file.string()) : Result<model::Slide>(bytes.error());
    if (!slide) {
        return std::move(slide).error();
    }
    return std::make_shared<const model::Slide>(*std::move(slide));
}

std::string shown(const std::optional<Milliseconds>& wait)
{
    return wait ? fmt::format("{:.1f}", static_cast<double>(wait->count()) / 1000) : "never";
}

void print(const std::vector<model::LanguageWait>& waits, const std::vector<model::LoopItem>& loop)
{
    for (const auto& wait : waits) {
        fmt::print("{}\t*\t{}\n", wait.language, shown(wait.something));
        for (std::size_t i = 0; i < loop.size(); ++i) {
            fmt::print("{}\t{}\t{}\n", wait.language, loop[i].name, shown(wait.items[i]));
        }
    }
}

void warn(const std::vector<model::LanguageWait>& waits, const std::string& file)
{
    for (const auto& wait : waits) {
        if (wait.something && *wait.something <= model::kLongWait) {
            continue;
        }
        fmt::print(
            stderr,
            "{}:1: warning: a visitor who reads {} {}; show fewer languages on this screen, "
            "shorten "
            "the films or translate more slides\n",
            file,
            wait.language,
            wait.something
                ? fmt::format("waits up to {} s for something readable", shown(wait.something))
                : "never sees anything readable");
    }
}

int run(const LanguagesOptions& options)
{
    const auto policy = model::parseLanguagePolicy(options.order);
    if (!policy) {
        return complain(policy.error(), kUnusable);
    }
    const auto playlist = xml::readSmil(options.playlist);
    if (!playlist) {
        return complain(playlist.error(), kUnusable);
    }
    const auto loop = model::loopOf(
        *playlist,
        policy->order,
        options.languages,
        {[&](const model::Media& media) { return slideOf(options, media); },
         [&](const model::Media&) { return Milliseconds{options.filmSeconds * 1000}; }});
    if (!loop) {
        return complain(loop.error(), kFault);
    }
    const auto waits = model::languageWaits(*loop, options.languages);
    print(waits, *loop);
    warn(waits, options.playlist);
    return 0;
}

} // namespace

void addLanguagesCommand(const command::Command& program)
{
    const auto command =
        program.add("languages", "Say how long a visitor waits for his language in a playlist");
    command.footer(
        "One line a language and item, TAB separated: language, item (* = anything readable), the "
        "longest wait in seconds or never. Above 120 s there is a warning. Items count in the "
        "order "
        "they are written. Exit code 0: computed, 1: a slide is faulty, 2: wrong usage or a "
        "playlist "
        "that cannot be read.");
    auto options = std::make_shared<LanguagesOptions>();
    command.option("PLAYLIST", options->playlist, "SMIL file").required();
    command.option("--languages", options->languages, "of the screen, best first: de,en,ar")
        .required()
        .separatedBy(',');
    command.option(
        "--order",
        options->order,
        "automatic (in turn up to four languages), in-turn, side-by-side, main-and-two");
    command
        .option(
            "--film-seconds",
            options->filmSeconds,
            "of films whose length the playlist does not say")
        .within(1, 36'000);
    command.action([options] { return run(*options); });
}

} // namespace jtv::app

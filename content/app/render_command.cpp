// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide file → picture file, with the languages of the slide as the screen's languages.
#include "content/app/render_command.h"

#include "base/file.h"
#include "content/app/target_options.h"
#include "content/picture/picture.h"
#include "content/xml/slide.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

constexpr int kFault = 1;
constexpr int kUnreadable = 2;

struct Options {
    std::string slide;
    std::string language;
    std::vector<std::string> screenLanguages;
    std::string out;
    TargetOptions target;
};

int fail(const Error& error, int code)
{
    fmt::print(stderr, "jtv-content: {}\n", error.message);
    return code;
}

// The screen's languages that follow this one, in turn.
std::vector<std::string> languagesToCome(
    const model::Slide& slide,
    const std::string& language,
    std::vector<std::string> screenLanguages)
{
    if (screenLanguages.empty()) {
        for (const auto& text : slide.texts) {
            screenLanguages.push_back(text.language);
        }
    }
    std::vector<std::string> order;
    for (const auto& turn : model::languageTurns(slide, screenLanguages)) {
        order.push_back(turn.language);
    }
    const auto* const shown = model::textIn(slide, language);
    const auto now =
        shown == nullptr ? order.end() : std::find(order.begin(), order.end(), shown->language);
    if (now != order.end()) {
        std::rotate(order.begin(), now, order.end());
        order.erase(order.begin());
    }
    return order;
}

Result<Pixels> pictureOf(const model::Slide& slide, const std::string& file)
{
    if (slide.picture.empty()) {
        return Pixels();
    }
    return picture::readPicture(std::filesystem::path(file).parent_path() / slide.picture);
}

int render(const Options& options)
{
    auto target = targetFrom(options.target);
    if (!target) {
        return fail(target.error(), kUnreadable);
    }
    const auto bytes = readFile(options.slide, xml::kMaxSlideBytes);
    if (!bytes) {
        return fail(bytes.error(), kUnreadable);
    }
    const auto slide = xml::readSlide(*bytes, options.slide);
    if (!slide) {
        return fail(slide.error(), kFault);
    }
    const auto picture = pictureOf(*slide, options.slide);
    if (!picture) {
        return fail(picture.error(), kFault);
    }
    const auto language = options.language.empty() ? slide->sourceLanguage : options.language;
    target->languagesToCome = languagesToCome(*slide, language, options.screenLanguages);
    auto pixels = typeset::renderSlide(*slide, language, *target, &*picture);
    if (!pixels) {
        return fail(std::move(pixels).error().within(options.slide), kFault);
    }
    const auto written = picture::writePng(*pixels, options.out);
    return written ? 0 : fail(written.error(), kUnreadable);
}

} // namespace

void addRenderCommand(const command::Command& program)
{
    const auto command = program.add("render", "Draw one language of a slide as a PNG file");
    command.footer("Exit code 0: written, 1: the slide is faulty or does not fit the screen, 2: "
                   "wrong usage or a file that cannot be read or written.");
    auto options = std::make_shared<Options>();
    command.option("SLIDE", options->slide, "slide file").required();
    command.option("--language", options->language, "as a tag: ar; default: the slide's own");
    command
        .option(
            "--screen-languages",
            options->screenLanguages,
            "all languages of the screen, for the strip that names those to come: de,en,ar; "
            "default: all of the slide's")
        .separatedBy(',');
    addTargetOptions(command, options->target);
    command.option("-o,--out", options->out, "PNG file to write").required();
    command.action([options] { return render(*options); });
}

} // namespace jtv::app

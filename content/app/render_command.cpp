// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide file → picture file, with the languages of the slide as the screen's languages unless
// others are named.
#include "content/app/render_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/app/target_options.h"
#include "content/model/language_policy.h"
#include "content/model/language_tag.h"
#include "content/picture/picture.h"
#include "content/xml/slide.h"
#include "content/xml/theme.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

struct RenderOptions {
    std::string slide;
    std::string language;
    std::vector<std::string> screenLanguages;
    std::string policy = "automatic";
    std::string out;
    std::string theme;
    bool largeType = false;
    TargetOptions target;
};

// The slide's own tags for these.
std::string turnOf(const model::Slide& slide, const std::string& language)
{
    auto tags = model::splitTags(language);
    for (auto& tag : tags) {
        const auto* const text = model::textIn(slide, tag);
        tag = text == nullptr ? tag : text->language;
    }
    return model::joinTags(tags);
}

// The turns of the screen that follow this one the first time it comes; all of them where the
// screen does not show it.
std::vector<std::string> turnsToCome(
    const model::Slide& slide,
    const std::string& language,
    model::LanguageOrder order,
    std::vector<std::string> screenLanguages)
{
    if (screenLanguages.empty()) {
        for (const auto& text : slide.texts) {
            screenLanguages.push_back(text.language);
        }
    }
    const auto shown = turnOf(slide, language);
    std::vector<std::string> all;
    for (const auto& round : model::slideRounds(slide, order, screenLanguages)) {
        for (const auto& view : round) {
            if (view.language == shown) {
                return view.toCome;
            }
            if (std::find(all.begin(), all.end(), view.language) == all.end()) {
                all.push_back(view.language);
            }
        }
    }
    return all;
}

// What the slide's file names beside itself, read and decoded; empty where it names none.
struct Beside {
    Pixels picture;
    model::Theme theme;
    Pixels logo;
};

Result<Pixels> pictureAt(const std::filesystem::path& folder, const std::string& source)
{
    return source.empty() ? Result<Pixels>(Pixels()) : picture::readPicture(folder / source);
}

Result<model::Theme> themeAt(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, xml::kMaxThemeBytes);
    return bytes ? xml::readTheme(*bytes, file.string()) : Result<model::Theme>(bytes.error());
}

Result<Beside>
readBeside(const model::Slide& slide, const std::string& language, const RenderOptions& options)
{
    const auto folder = std::filesystem::path(options.slide).parent_path();
    Beside beside;
    const auto* const text = model::textIn(slide, language);
    auto picture = pictureAt(folder, text == nullptr ? "" : model::pictureOf(slide, *text));
    if (!picture) {
        return std::move(picture).error();
    }
    beside.picture = std::move(*picture);
    const bool named = model::isThemeFile(slide.theme);
    if (!options.theme.empty() || named) {
        const std::filesystem::path file =
            options.theme.empty() ? folder / slide.theme : std::filesystem::path(options.theme);
        auto theme = themeAt(file);
        if (!theme) {
            return std::move(theme).error();
        }
        beside.theme = std::move(*theme);
        auto logo = pictureAt(file.parent_path(), beside.theme.logo);
        if (!logo) {
            return std::move(logo).error();
        }
        beside.logo = std::move(*logo);
    }
    return beside;
}

// FILE:LINE of the language's text, so that an editor can jump to what is too long.
Error atText(
    Error error, const model::Slide& slide, const std::string& language, const std::string& file)
{
    const auto* const text = model::textIn(slide, model::splitTags(language).front());
    const int line = text == nullptr ? 1 : text->place.line;
    error.message = fmt::format("{}:{}: error: {}", file, line, error.message);
    return error;
}

int render(const RenderOptions& options)
{
    auto target = targetFrom(options.target);
    const auto policy = model::parseLanguagePolicy(options.policy);
    if (!target || !policy) {
        return complain(target ? policy.error() : target.error(), kUnusable);
    }
    const auto bytes = readFile(options.slide, xml::kMaxSlideBytes);
    if (!bytes) {
        return complain(bytes.error(), kUnusable);
    }
    const auto slide = xml::readSlide(*bytes, options.slide);
    if (!slide) {
        return complain(slide.error(), kFault);
    }
    const auto language = options.language.empty() ? slide->sourceLanguage : options.language;
    const auto beside = readBeside(*slide, language, options);
    if (!beside) {
        return complain(beside.error(), kFault);
    }
    target->languagesToCome = turnsToCome(*slide, language, policy->order, options.screenLanguages);
    target->type = options.largeType ? typeset::Target::Type::kLarge : target->type;
    const bool themed = !beside->theme.name.empty();
    auto pixels = typeset::renderSlide(
        *slide,
        language,
        *target,
        {&beside->picture, themed ? &beside->theme : nullptr, &beside->logo});
    if (!pixels) {
        fmt::print(stderr, "{}\n", atText(pixels.error(), *slide, language, options.slide).message);
        return kFault;
    }
    const auto written = picture::writePng(*pixels, options.out);
    return written ? 0 : complain(written.error(), kUnusable);
}

} // namespace

void addRenderCommand(const command::Command& program)
{
    const auto command = program.add("render", "Draw one language of a slide as a PNG file");
    command.footer("Exit code 0: written, 1: the slide is faulty or does not fit the screen, 2: "
                   "wrong usage or a file that cannot be read or written.");
    auto options = std::make_shared<RenderOptions>();
    command.option("SLIDE", options->slide, "slide file").required();
    command.option(
        "--language",
        options->language,
        "as a tag: ar; several side by side: de+ar; default: the slide's own");
    command
        .option(
            "--screen-languages",
            options->screenLanguages,
            "all languages of the screen, for the strip that names those to come: de,en,ar; "
            "default: all of the slide's")
        .separatedBy(',');
    command
        .option(
            "--language-policy",
            options->policy,
            "how they share the screen: automatic, in-turn, side-by-side or main-and-two")
        .showDefault();
    command.option(
        "--theme", options->theme, "theme file with colours, logo and font; default: the slide's");
    command.flag(
        "--large-type",
        options->largeType,
        "only large type for low vision (DIN 32975); default: the largest that fits, never below "
        "DIN 1450");
    addTargetOptions(command, options->target);
    command.option("-o,--out", options->out, "PNG file to write").required();
    command.action([options] { return render(*options); });
}

} // namespace jtv::app

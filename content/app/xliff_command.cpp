// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide or captions → XLIFF → slide or captions; files are replaced as a whole or not at all.
#include "content/app/xliff_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/captions/captions.h"
#include "content/captions/translation.h"
#include "content/xml/slide.h"
#include "content/xml/xliff.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jtv::app {
namespace {

struct XliffOptions {
    std::string original; // slide or captions
    std::string from = "de";
    std::string language;
    std::string before;
    std::string file;
    std::string version = "2.1";
};

void show(const std::vector<model::Remark>& remarks)
{
    for (const auto& remark : remarks) {
        fmt::print("{}:{}: warning: {}\n", remark.place.file, remark.place.line, remark.text);
    }
}

int writeTranslation(const XliffOptions& options, const model::Translation& translation)
{
    const auto version = options.version == "1.2" ? xml::XliffVersion::k12 : xml::XliffVersion::k21;
    const auto written = xml::writeXliff(translation, version);
    // What we cannot read ourselves must not reach a translator: a wrong --to, for instance.
    if (auto readable = xml::readXliff(written, options.file); !readable) {
        return complain(readable.error(), kFault);
    }
    const auto replaced = replaceFile(options.file, written);
    return replaced ? 0 : complain(replaced.error(), kUnusable);
}

int exportSlide(const XliffOptions& options, const std::string& bytes)
{
    const auto slide = xml::readSlide(bytes, options.original);
    return slide ? writeTranslation(options, model::exportTranslation(*slide, options.language))
                 : complain(slide.error(), kFault);
}

// Their language stands in the file's name, or in --from.
Result<model::CaptionTrack> captionsIn(const std::string& bytes, const XliffOptions& options)
{
    auto read = captions::parseCaptions(bytes, options.original);
    if (!read) {
        return std::move(read).error();
    }
    show(read->remarks);
    const auto named = captions::languageOfName(options.original);
    read->track.language = named.empty() ? options.from : named;
    return std::move(read->track);
}

int exportCaptions(const XliffOptions& options, const std::string& bytes)
{
    std::optional<model::Translation> before;
    if (!options.before.empty()) {
        const auto file = readFile(options.before, xml::kMaxXliffBytes);
        auto translation =
            file ? xml::readXliff(*file, options.before) : Result<model::Translation>(file.error());
        if (!translation) {
            return complain(translation.error(), file ? kFault : kUnusable);
        }
        before = *std::move(translation);
    }
    const auto track = captionsIn(bytes, options);
    if (!track) {
        return complain(track.error(), kFault);
    }
    const auto name = std::filesystem::path(options.original).filename().string();
    return writeTranslation(
        options,
        captions::exportCaptions(*track, name, options.language, before ? &*before : nullptr));
}

int exportFile(const XliffOptions& options)
{
    if (options.version != "2.1" && options.version != "1.2") {
        return complain({ErrorKind::kInvalid, "--version-of-xliff must be 2.1 or 1.2"}, kUnusable);
    }
    const auto bytes = readFile(options.original, xml::kMaxSlideBytes);
    if (!bytes) {
        return complain(bytes.error(), kUnusable);
    }
    return captions::formatOf(*bytes) ? exportCaptions(options, *bytes)
                                      : exportSlide(options, *bytes);
}

int importCaptions(
    const XliffOptions& options, const std::string& bytes, const model::Translation& translation)
{
    const auto track = captionsIn(bytes, options);
    const auto imported = track ? captions::importCaptions(*track, translation)
                                : Result<captions::ImportedCaptions>(track.error());
    if (!imported) {
        return complain(imported.error(), kFault);
    }
    show(imported->remarks);
    const auto file = captions::translatedName(options.original, translation.targetLanguage);
    const auto replaced = replaceFile(file, captions::writeWebVtt(imported->track));
    return replaced ? 0 : complain(replaced.error(), kUnusable);
}

int importSlide(
    const XliffOptions& options, const std::string& bytes, const model::Translation& translation)
{
    auto slide = xml::readSlide(bytes, options.original);
    if (!slide) {
        return complain(slide.error(), kFault);
    }
    const auto imported = model::importTranslation(*std::move(slide), translation);
    if (!imported) {
        return complain(imported.error(), kFault);
    }
    show(imported->remarks);
    const auto replaced = replaceFile(options.original, xml::writeSlide(imported->slide));
    return replaced ? 0 : complain(replaced.error(), kUnusable);
}

int importFile(const XliffOptions& options)
{
    const auto original = readFile(options.original, xml::kMaxSlideBytes);
    const auto bytes = readFile(options.file, xml::kMaxXliffBytes);
    if (!original || !bytes) {
        return complain(!original ? original.error() : bytes.error(), kUnusable);
    }
    const auto translation = xml::readXliff(*bytes, options.file);
    if (!translation) {
        return complain(translation.error(), kFault);
    }
    return captions::formatOf(*original) ? importCaptions(options, *original, *translation)
                                         : importSlide(options, *original, *translation);
}

} // namespace

void addXliffCommand(const command::Command& program)
{
    const auto xliff =
        program.add("xliff", "Hand slides and captions to a translator and take them back");
    constexpr auto kCodes =
        "Exit code 0: done, 1: the slide, the captions or the translation is refused (FILE:LINE: "
        "why), 2: wrong usage or a file that cannot be read or written.";
    constexpr auto kFrom = "language of captions whose name tells none (film.vtt)";

    const auto out =
        xliff.add("export", "Write what is to be translated, with what there is already");
    auto options = std::make_shared<XliffOptions>();
    out.option("FILE", options->original, "slide, or captions as film.de.vtt").required();
    out.option("--to", options->language, "language to translate to: ar, uk, pt-BR").required();
    out.option("--from", options->from, kFrom).showDefault();
    out.option("--before", options->before, "of captions: the XLIFF file of the last time");
    out.option("--version-of-xliff", options->version, "2.1, or 1.2 for older programs")
        .showDefault();
    out.option("-o,--out", options->file, "XLIFF file to write").required();
    out.footer(kCodes);
    out.action([options] { return exportFile(*options); });

    const auto in = xliff.add("import", "Put a translation into its slide, or beside its captions");
    in.option("FILE", options->file, "XLIFF file, 2.0, 2.1 or 1.2").required();
    in.option(
          "--into",
          options->original,
          "slide file, replaced as a whole; or captions, beside which film.ar.vtt is written")
        .required();
    in.option("--from", options->from, kFrom).showDefault();
    in.footer(kCodes);
    in.action([options] { return importFile(*options); });
}

} // namespace jtv::app

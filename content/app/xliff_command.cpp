// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Slide → XLIFF → slide; the slide is replaced as a whole or not at all.
#include "content/app/xliff_command.h"

#include "base/file.h"
#include "content/app/exit_code.h"
#include "content/xml/slide.h"
#include "content/xml/xliff.h"

#include <fmt/format.h>
#include <memory>
#include <string>

namespace jtv::app {
namespace {

struct XliffOptions {
    std::string slide;
    std::string language;
    std::string file;
    std::string version = "2.1";
};

int exportSlide(const XliffOptions& options)
{
    if (options.version != "2.1" && options.version != "1.2") {
        return complain({ErrorKind::kInvalid, "--version-of-xliff must be 2.1 or 1.2"}, kUnusable);
    }
    const auto bytes = readFile(options.slide, xml::kMaxSlideBytes);
    if (!bytes) {
        return complain(bytes.error(), kUnusable);
    }
    const auto slide = xml::readSlide(*bytes, options.slide);
    if (!slide) {
        return complain(slide.error(), kFault);
    }
    const auto version = options.version == "1.2" ? xml::XliffVersion::k12 : xml::XliffVersion::k21;
    const auto written =
        xml::writeXliff(model::exportTranslation(*slide, options.language), version);
    // What we cannot read ourselves must not reach a translator: a wrong --to, for instance.
    if (auto readable = xml::readXliff(written, options.file); !readable) {
        return complain(readable.error(), kFault);
    }
    const auto replaced = replaceFile(options.file, written);
    return replaced ? 0 : complain(replaced.error(), kUnusable);
}

int importSlide(const XliffOptions& options)
{
    const auto slideBytes = readFile(options.slide, xml::kMaxSlideBytes);
    const auto bytes = readFile(options.file, xml::kMaxXliffBytes);
    if (!slideBytes || !bytes) {
        return complain(!slideBytes ? slideBytes.error() : bytes.error(), kUnusable);
    }
    auto slide = xml::readSlide(*slideBytes, options.slide);
    const auto translation = xml::readXliff(*bytes, options.file);
    if (!slide || !translation) {
        return complain(!slide ? slide.error() : translation.error(), kFault);
    }
    const auto imported = model::importTranslation(*std::move(slide), *translation);
    if (!imported) {
        return complain(imported.error(), kFault);
    }
    for (const auto& remark : imported->remarks) {
        fmt::print("{}:{}: warning: {}\n", remark.place.file, remark.place.line, remark.text);
    }
    const auto replaced = replaceFile(options.slide, xml::writeSlide(imported->slide));
    return replaced ? 0 : complain(replaced.error(), kUnusable);
}

} // namespace

void addXliffCommand(const command::Command& program)
{
    const auto xliff = program.add("xliff", "Hand slides to a translator and take them back");
    constexpr auto kCodes =
        "Exit code 0: done, 1: the slide or the translation is refused (FILE:LINE: why), 2: wrong "
        "usage or a file that cannot be read or written.";

    const auto out =
        xliff.add("export", "Write what is to be translated, with what there is already");
    auto options = std::make_shared<XliffOptions>();
    out.option("SLIDE", options->slide, "slide file").required();
    out.option("--to", options->language, "language to translate to: ar, uk, pt-BR").required();
    out.option("--version-of-xliff", options->version, "2.1, or 1.2 for older programs")
        .showDefault();
    out.option("-o,--out", options->file, "XLIFF file to write").required();
    out.footer(kCodes);
    out.action([options] { return exportSlide(*options); });

    const auto in = xliff.add("import", "Put a translation into its slide");
    in.option("FILE", options->file, "XLIFF file, 2.0, 2.1 or 1.2").required();
    in.option("--into", options->slide, "slide file, replaced as a whole").required();
    in.footer(kCodes);
    in.action([options] { return importSlide(*options); });
}

} // namespace jtv::app

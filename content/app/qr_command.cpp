// SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
// SPDX-License-Identifier: EUPL-1.2
// Address → picture file.
#include "content/app/qr_command.h"

#include "content/app/exit_code.h"
#include "content/app/target_options.h"
#include "content/model/web_address.h"
#include "content/picture/picture.h"
#include "content/review/scan.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace jtv::app {
namespace {

struct QrOptions {
    std::string address;
    std::string out;
    std::vector<std::string> ownDomains;
    bool removeTracking = false;
    TargetOptions target;
    bool scan = false;
};

Error carriesTracking(const std::vector<std::string>& parameters)
{
    return {
        ErrorKind::kInvalid,
        fmt::format(
            "the address tells others where a visitor came from, by {}; remove it yourself or with "
            "--remove-tracking",
            fmt::join(parameters, ", "))};
}

// As a cheap telephone sees it.
int scan(const std::string& address, const typeset::Target& target, const Pixels& picture)
{
    const auto codes = review::codesOn(picture);
    const bool read = codes.size() == 1 && (codes.front().text == address ||
                                            codes.front().text == model::inCapitals(address, true));
    if (!read) {
        return complain({ErrorKind::kInternal, "the code that was drawn cannot be read"}, kFault);
    }
    const double metres = review::scannedUpTo(picture, codes.front(), target);
    fmt::print("works up to {:.1f} m\n", metres);
    if (metres >= target.distanceMetres) {
        return 0;
    }
    fmt::print("use a shorter address, a larger panel or the code on the full screen\n");
    return kFault;
}

int draw(const QrOptions& options)
{
    const auto target = targetFrom(options.target);
    if (!target) {
        return complain(target.error(), kUnusable);
    }
    auto address = options.address;
    if (const auto tracking = model::trackingParameters(address); !tracking.empty()) {
        if (!options.removeTracking) {
            return complain(carriesTracking(tracking), kFault);
        }
        address = model::withoutTracking(address);
    }
    const auto pixels = typeset::renderQr(address, *target, options.ownDomains);
    if (!pixels) {
        return complain(pixels.error(), kFault);
    }
    const auto written = picture::writePng(*pixels, options.out);
    if (!written) {
        return complain(written.error(), kUnusable);
    }
    return options.scan ? scan(address, *target, *pixels) : 0;
}

} // namespace

void addQrCommand(const command::Command& program)
{
    const auto command = program.add("qr", "Draw a QR code with its address as a PNG file");
    command.footer("Exit code 0: written, 1: it cannot be scanned from that distance (the largest "
                   "that works is named) or the address may not stand behind a code, 2: wrong "
                   "usage or a file that cannot be written.");
    auto options = std::make_shared<QrOptions>();
    command.option("URL", options->address, "what the code holds: https://...").required();
    command
        .option(
            "--own-domain",
            options->ownDomains,
            "a domain whose server understands addresses in capitals, which make a smaller code; "
            "several: stadt.de,jobcenter-stadt.de")
        .separatedBy(',');
    command.flag(
        "--remove-tracking",
        options->removeTracking,
        "take parameters out of the address that tell others where a visitor came from");
    addTargetOptions(command, options->target);
    command.flag(
        "--scan",
        options->scan,
        "read it as a cheap telephone does and print from how far that works (exit code 1 where "
        "that "
        "is nearer than --distance)");
    command.option("-o,--out", options->out, "PNG file to write").required();
    command.action([options] { return draw(*options); });
}

} // namespace jtv::app
